/** The item catalogue: what the city does for people, versioned, searched in plain words, its forms judged and its processes ready to play. */
import type { Item } from '../../../contract/catalogue.ts';
import { refuse } from '../../kernel/decider.ts';
import type { Handle } from '../../platform/db/database.ts';
import { formJudgeOf, type FormJudge } from './forms.ts';
import { readProcess, type ReadProcess } from './process-folder.ts';
import { isInForce, type Catalogue, type PublishedItem } from './published.ts';
import type { Search } from './search.ts';
import { itemOf, readItemRows, readProcessRows, type ItemRow } from './store.ts';
import { compileSchema, feel, judge } from './surroundings.ts';

export { loadCatalogue } from './store.ts';
export { isInForce, type Catalogue, type ItemQuestion, type PublishedItem } from './published.ts';
export { checklist, chosenParts, standingAnswers, type Answers } from './checklist.ts';
export type { Filled, FormPorts } from './forms.ts';
export type { FileProblem } from './publish-folder.ts';
export { itemRoutes, itemSummary, type ItemSurroundings } from './routes.ts';
export { itemRefusals, type ItemRefusalCode } from './refusals.ts';
export { factPointers, verifiedPointers } from './item-facts.ts';

/** At most this many names are suggested. */
const suggestionLimit = 4;

/** Reads the catalogue into memory. Stored processes were sound when they were published; one that is not any more is a bug of this release and throws. */
export async function catalogueDomain(handle: Handle): Promise<Catalogue> {
  const [rows, processes] = await Promise.all([readItemRows(handle), readProcesses(handle)]);
  const versions = itemVersions(rows);
  const forms = new Map<string, FormJudge>();
  let search: Promise<Search> | undefined;
  const handlingItem: Catalogue['handlingItem'] = (taskCode, version, code) => versions.get(taskCode, version)?.item.handling_items.find((one) => one.task_handle_item === code);
  return {
    item: versions.get,
    current: versions.current,
    handlingItem,
    graphOf: (process, version) => processOf(processes, process, version).graph,
    bpmnOf: (process, version) => processOf(processes, process, version).bpmn,
    elementName: (process, version, element) => processOf(processes, process, version).names[element] ?? { 'zh-CN': element, 'zh-HK': element, en: element },
    judge,
    feel,
    judgeForm(taskCode, version, code, form, ports) {
      if (!versions.get(taskCode, version)) return refuse('items.unknown', { taskCode });
      const handling = handlingItem(taskCode, version, code);
      if (!handling) return refuse('items.unknown_handling_item', { taskCode, handlingItem: code });
      const key = `${taskCode} ${version} ${code}`;
      const judgeIt = forms.get(key) ?? formJudgeOf(handling.form, compileSchema(handling.form.schema));
      forms.set(key, judgeIt);
      return { ok: true, faults: judgeIt(form, ports) };
    },
    async search(question, day) {
      const listed = versions.current().map((one) => one.item).filter((item) => isInForce(item, day));
      const fits = (item: Item): boolean =>
        (question.lifeEvent === undefined || item.life_events.includes(question.lifeEvent)) &&
        (question.serverType === undefined || (item.implementation_item.server_type as readonly string[]).includes(question.serverType));
      if (!question.text?.trim()) return { items: listed.filter(fits), suggestions: [] };
      search ??= import('./search.ts').then(({ searchOf }) => searchOf(versions.current().map((one) => one.item)));
      const { found, near } = (await search)(question.text);
      const open = new Map(listed.map((item) => [item.implementation_item.task_code, item]));
      const shown = (codes: readonly string[]): readonly Item[] => codes.flatMap((code) => open.get(code) ?? []);
      const items = shown(found).filter(fits);
      // Where a filter hides what the words found, its names; where they found nothing, names that may have been meant.
      const suggested = items.length > 0 ? [] : shown(found.length > 0 ? found : near()).slice(0, suggestionLimit);
      return { items, suggestions: suggested.map((item) => item.catalog_item.task_name) };
    },
  };
}

/** Old versions stay JSON text until somebody asks for them. */
function itemVersions(rows: readonly ItemRow[]): { get: Catalogue['item']; current: Catalogue['current'] } {
  const byVersion = new Map(rows.map((row) => [`${row.taskCode} ${row.version}`, row]));
  const newest = new Map(rows.map((row) => [row.taskCode, row.version]));
  const parsed = new Map<string, PublishedItem>();
  const get: Catalogue['item'] = (taskCode, version = newest.get(taskCode)) => {
    const key = `${taskCode} ${version ?? 0}`;
    const row = byVersion.get(key);
    if (!row) return undefined;
    const known = parsed.get(key) ?? { item: itemOf(row), version: row.version, process: row.process, processVersion: row.processVersion };
    parsed.set(key, known);
    return known;
  };
  const current = [...newest.keys()].flatMap((taskCode) => get(taskCode) ?? []);
  return { get, current: () => current };
}

/** A stored process, and the text it was read from. */
interface KeptProcess extends ReadProcess {
  readonly bpmn: string;
}

async function readProcesses(handle: Handle): Promise<ReadonlyMap<string, KeptProcess>> {
  const processes = new Map<string, KeptProcess>();
  for (const { id, version, bpmn } of await readProcessRows(handle)) {
    const read = await readProcess(id, bpmn);
    if (!read.ok) throw new Error(`catalogueDomain: process ${id} version ${version}: ${read.problems.map((one) => `${one.pointer} ${one.code}`).join(', ')}`);
    processes.set(`${id} ${version}`, { ...read.process, bpmn });
  }
  return processes;
}

function processOf(processes: ReadonlyMap<string, KeptProcess>, process: string, version: number): KeptProcess {
  const found = processes.get(`${process} ${version}`);
  if (!found) throw new Error(`catalogue: no process ${process} version ${version}`);
  return found;
}
