/** A change's content judged on the catalogue and the unit tree of this moment, as publishing it would be. */
import type { CatalogueContent } from '../../../contract/catalogue-admin.ts';
import type { Item } from '../../../contract/catalogue.ts';
import type { Localized } from '../../../contract/language.ts';
import { checkHandlers, type Graph } from '../../kernel/flow/index.ts';
import type { LocalDay } from '../../kernel/instant.ts';
import { inForceOn, levelOf } from '../units/index.ts';
import type { Judgement } from './decide.ts';
import { differencesOf } from './diff.ts';
import { effectiveItem, overrideProblems } from './override.ts';
import { pointer, problem, type Problem } from './problem.ts';
import { publishableProcess, type ReadProcess } from './process-folder.ts';
import { bundleProblems, codeProblems, inAll, itemsOfProcess, laterVersions, nextItemVersion, nextOverride, nothingToPublish, pathProblems, versionsMade, type NamedProblem, type NextItem, type Publication } from './publication.ts';
import { codeAsName, itemName, type Context } from './routes-context.ts';
import { shapeFaults } from './shape-faults.ts';
import { compileSchema } from './surroundings.ts';

/** The judgement, what is only worth a look, and the rows an approval would write (complete where there is no error). */
export interface Judged extends Judgement {
  readonly warnings: readonly Problem[];
  readonly publication: Publication;
}

type Part = Readonly<{ errors: readonly Problem[]; warnings: readonly Problem[]; publication: Publication; newestVersion: number | null; differs: boolean }>;

/** Judges a content. `from` is the day it would stand from. */
export async function judgeContent(context: Context, content: CatalogueContent, from?: string | null): Promise<Judged> {
  const today = context.today();
  const part = await partOf(context, content, from ?? today);
  return { today, ...part, versions: versionsMade(part.publication) };
}

function partOf(context: Context, content: CatalogueContent, from: LocalDay): Promise<Part> {
  switch (content.kind) {
    case 'item':
      return judgeItem(context, content, from);
    case 'process':
      return judgeProcess(context, content);
    case 'override':
      return Promise.resolve(judgeOverride(context, content));
  }
}

interface Playable {
  readonly processId: string;
  readonly version: number;
  readonly bpmn: string;
  readonly isNew: boolean;
  readonly read: ReadProcess;
}

/** The process a content brings, as its next version; problems at its elements. The same text again is the version that stands. */
async function processOf(context: Context, processId: string, bpmn: string): Promise<{ playable?: Playable; errors: readonly Problem[] }> {
  const known = context.standing.process(processId);
  if (known?.bpmn === bpmn) return { playable: { processId, version: known.version, bpmn, isNew: false, read: known }, errors: [] };
  const read = await publishableProcess(processId, bpmn);
  if (!read.ok) return { errors: read.problems.map((one) => ({ ...one, pointer: `/process${one.pointer}` })) };
  return { playable: { processId, version: (known?.version ?? 0) + 1, bpmn, isNew: true, read: read.process }, errors: [] };
}

const tasksOf = (graph: Graph): readonly string[] => Object.values(graph.nodes).filter((node) => node.type === 'user').map((node) => node.id);

async function judgeItem(context: Context, content: Extract<CatalogueContent, { kind: 'item' }>, from: LocalDay): Promise<Part> {
  const { standing } = context;
  const brought = content.process === null ? { errors: [] } : await processOf(context, content.process.processId, content.process.bpmn);
  const playable = 'playable' in brought ? brought.playable : undefined;
  const tasks = Object.fromEntries([...standing.processes().map((one) => [one.id, tasksOf(one.graph)] as const), ...(playable ? [[playable.processId, tasksOf(playable.read.graph)] as const] : [])]);
  const { item, problems } = await assembled(content.item, tasks);
  if (!item) return { errors: [...brought.errors, ...problems], warnings: [], publication: nothingToPublish, newestVersion: newestOf(context, content), differs: true };
  const taskCode = item.implementation_item.task_code;
  const versions = standing.versions();
  const before = versions.latest(taskCode);
  const others = versions.current('9999-12-31').map((one) => one.item).filter((one) => one.implementation_item.task_code !== taskCode);
  const own = playable && item.implementation_item.process === playable.processId ? playable : undefined;
  const kept = standing.process(item.implementation_item.process);
  const read = own?.read ?? kept;
  const alsoUsing = playable?.isNew ? processForOthers(context, playable, taskCode) : { errors: [], items: [] };
  const errors = [
    ...brought.errors, ...problems, ...schemaProblems(item), ...codeProblems(item, others), ...bundleProblems(item, before?.item),
    ...(read ? handlerProblems(context, item, read) : []), ...alsoUsing.errors,
  ];
  const warnings = [...(read ? pathProblems(item, read.graph, calledIn(read)) : []), ...laterVersions(versions, taskCode, from)];
  const processVersion = own?.version ?? kept?.version ?? 1;
  const differs = before === undefined || before.processVersion !== processVersion || playable?.isNew === true || differencesOf(before.item, item).length > 0;
  const next: NextItem = { item, version: nextItemVersion(versions, taskCode), process: item.implementation_item.process, processVersion };
  return {
    errors, warnings, newestVersion: before?.version ?? null, differs,
    publication: { processes: playable?.isNew ? [playable] : [], items: [next, ...alsoUsing.items], overrides: [] },
  };
}

function newestOf(context: Context, content: Extract<CatalogueContent, { kind: 'item' }>): number | null {
  const code = (content.item as { implementation_item?: { task_code?: unknown } } | null)?.implementation_item?.task_code;
  return typeof code === 'string' ? (context.standing.versions().latest(code)?.version ?? null) : null;
}

/** The item of a content by its shape and its inner references; the sum of its links is judged by the longest path instead. */
async function assembled(raw: unknown, tasks: Readonly<Record<string, readonly string[]>>): Promise<{ item?: Item; problems: readonly Problem[] }> {
  const { assembleItem } = await import('./item-files.ts');
  const answer = assembleItem(raw, { materials: {}, fields: {} }, tasks);
  if (answer.ok) return { item: answer.item, problems: [] };
  const problems = shapeFaults(answer.problems).filter((one) => one.code !== 'catalogue.links_longer_than_promise').map((one) => ({ ...one, pointer: `/item${one.pointer}` }));
  const isWhole = !answer.problems.some((one) => one.code === 'catalogue.wrong_shape' || one.code === 'catalogue.unknown_shared_part');
  return isWhole ? { item: raw as Item, problems } : { problems };
}

function schemaProblems(item: Item): readonly Problem[] {
  return item.handling_items.flatMap((handling, i) => {
    try {
      compileSchema(handling.form.schema);
      return [];
    } catch (cause) {
      return [problem(pointer('item', 'handling_items', i, 'form', 'schema'), 'catalogue.schema_unsound', { message: cause instanceof Error ? cause.message : String(cause) })];
    }
  });
}

const calledIn = (read: ReadProcess) => (element: string): Localized => read.names[element] ?? codeAsName(element);

async function judgeProcess(context: Context, content: Extract<CatalogueContent, { kind: 'process' }>): Promise<Part> {
  const known = context.standing.process(content.processId);
  const { playable, errors } = await processOf(context, content.processId, content.bpmn);
  const newestVersion = known?.version ?? null;
  if (!playable) return { errors, warnings: [], publication: nothingToPublish, newestVersion, differs: true };
  const using = processForOthers(context, playable, undefined);
  const warnings = using.items.flatMap(({ item }) => pathProblems(item, playable.read.graph, calledIn(playable.read), `/items/${item.implementation_item.task_code}`));
  return { errors: [...errors, ...using.errors], warnings, newestVersion, differs: playable.isNew, publication: { processes: playable.isNew ? [playable] : [], items: playable.isNew ? using.items : [], overrides: [] } };
}

/** The items that follow a process which is changed: each gets its next version with it, where the links it describes still fit. `but` is changed itself. */
function processForOthers(context: Context, playable: Playable, but: string | undefined): { errors: readonly Problem[]; items: readonly NextItem[] } {
  const versions = context.standing.versions();
  const codes = versions.current('9999-12-31').map((one) => one.item.implementation_item.task_code).filter((code) => code !== but);
  const sorted = (list: readonly string[]): string => [...list].sort().join(' ');
  const tasks = sorted(tasksOf(playable.read.graph));
  const errors: NamedProblem[] = [];
  const items = itemsOfProcess(versions, codes, playable.processId).map(({ item }): NextItem => {
    const code = item.implementation_item.task_code;
    const fits = sorted(item.implementation_item.handle_flow.map((link) => link.element)) === tasks;
    if (!fits && item.bundle === undefined) errors.push({ ...problem(pointer('items', code), 'catalogue.process_for_others', { code, name: itemName(context, code)['zh-CN'] }), called: { name: itemName(context, code) } });
    errors.push(...handlerProblems(context, item, playable.read).map((one) => ({ ...one, pointer: pointer('items', code) })));
    return { item, version: nextItemVersion(versions, code), process: playable.processId, processVersion: playable.version };
  });
  return { errors, items };
}

/** Tasks whose handler is nobody, somewhere in the city: asked for every street that stands today. `{name}` in a handler stands for each of the item's other departments. */
function handlerProblems(context: Context, item: Item, read: ReadProcess): readonly NamedProblem[] {
  const { units } = context;
  const day = context.today();
  const { dept, accept_at: levels, other_dept: departments } = item.implementation_item;
  const missing = new Map<string, { handler: string; units: Localized[] }>();
  for (const street of units.tree.units.values()) {
    if (levelOf(street.kind) !== 'street' || !inForceOn(street, day)) continue;
    const hall = units.acceptingHall(street.code, levels, day);
    const place = { areaUnit: street.code, deptKind: dept.kind, deptLevel: dept.level, acceptingInstitution: hall.ok ? hall.institution : '', day };
    const resolves = (handler: string): boolean => (handler.includes('{') ? departments.map((kind) => handler.replace(/\{\w+\}/, kind)) : [handler]).every((rule) => units.handlerOf(rule, place).ok);
    for (const fault of checkHandlers(read.graph, resolves)) {
      const known = missing.get(fault.element) ?? { handler: String(fault.params['handler'] ?? ''), units: [] };
      known.units.push(units.unitName(street.code));
      missing.set(fault.element, known);
    }
  }
  return [...missing].map(([element, one]): NamedProblem => {
    const called = { name: calledIn(read)(element), units: inAll(one.units.slice(0, 3), ' · ') };
    return { ...problem(pointer('process', element), 'catalogue.handler_unresolved_in', { name: called.name['zh-CN'], handler: one.handler, count: one.units.length, units: called.units['zh-CN'] }), called };
  });
}

function judgeOverride(context: Context, { taskCode, unit, fields }: Extract<CatalogueContent, { kind: 'override' }>): Part {
  const versions = context.standing.versions();
  const today = context.today();
  const found = versions.latest(taskCode);
  const rows = versions.overridesOf(taskCode).filter((row) => row.unit === unit);
  const newest = rows[0];
  const newestVersion = newest?.number ?? null;
  const district = context.units.tree.units.get(unit);
  const isDistrict = district !== undefined && levelOf(district.kind) === 'district' && inForceOn(district, today);
  if (!found) return { errors: [problem('/taskCode', 'items.unknown')], warnings: [], publication: nothingToPublish, newestVersion, differs: true };
  const laid = effectiveItem(found.item, fields).item;
  const read = context.standing.process(found.process, found.processVersion);
  return {
    errors: [...(isDistrict ? [] : [problem('/unit', 'catalogue.not_a_district', { unit })]), ...overrideProblems(found.item, fields)],
    warnings: read ? pathProblems(laid, read.graph, calledIn(read), '/fields') : [],
    newestVersion, differs: differencesOf(newest?.fields ?? {}, fields).length > 0,
    publication: { processes: [], items: [], overrides: [{ taskCode, number: nextOverride(versions, taskCode), unit, fields }] },
  };
}
