/** A bundle (一件事) compiled from its definition and the items it is made of: an item like any other, and the process that calls its parts. */
import type { Static } from 'typebox';
import type { BundlePart, Evidence, HandlingItem, ImplementationItem, Item, UnitLevel } from '../../../contract/catalogue.ts';
import { unitLevels } from '../../../contract/catalogue.ts';
import { languages, say, type Localized } from '../../../contract/language.ts';
import { bundleMessages as words } from '../../../contract/messages/bundles.ts';
import type { Drawing, Graph } from '../../kernel/flow/index.ts';
import type { BundleDefinition } from './bundle-definition.ts';
import { countedDays, criticalPath, ordered, type Timed } from './bundle-days.ts';
import { mergeForms } from './bundle-form.ts';
import { mergeMaterials } from './bundle-materials.ts';
import { inverted, type Part, type Situation } from './bundle-parts.ts';
import { bundleProcess } from './bundle-process.ts';
import { mergeQuestions } from './bundle-questions.ts';
import { whenOf } from './bundle-when.ts';
import { checkItem } from './item-checks.ts';
import { pointer, problem, repeated, type Problem } from './problem.ts';

/** A bundle ready to be published; its process is still without a drawing. */
export interface CompiledBundle {
  readonly item: Item;
  readonly process: { readonly id: string; readonly graph: Graph; readonly names: Drawing['names'] };
}

/**
 * Compiles the bundle of a definition. `items` are the sound items of the catalogue. Refuses with problems, each with the JSON Pointer of where it lies in the
 * definition: unknown parts, parts that wait for each other, names that mean different things, answers nobody offers, no window that takes every part.
 */
export function compileBundle(id: string, definition: BundleDefinition, items: readonly Item[]): { readonly ok: true; readonly bundle: CompiledBundle } | { readonly ok: false; readonly problems: readonly Problem[] } {
  const found = partsOf(definition, items);
  if (!found.ok) return found;
  const { parts } = found;
  const questions = mergeQuestions(definition.questions, parts);
  const materials = mergeMaterials(parts, questions.situations, localized('bundle.form_name', (language) => ({ bundle: definition.catalog_item.task_name[language] })));
  const form = mergeForms(parts, questions.situations, words['bundle.confirm']);
  const problems = [...questions.problems, ...materials.problems, ...form.problems];
  if (problems.length > 0) return { ok: false, problems };
  const timed = parts.map((part): Timed => ({ element: part.definition.element, after: part.definition.after, days: countedDays(part.item.implementation_item, part.definition.after.length > 0) }));
  const bundleParts = parts.map((part, i) => bundlePart(part, questions.situations.get(part.definition.element), timed[i]?.days ?? 0, { fields: form.names.get(part.definition.element) ?? {}, materials: materials.names.get(part.definition.element) ?? {} }));
  const path = criticalPath(timed);
  const handling: HandlingItem = { ...definition.handling_item, questions: [...questions.questions], materials: [...materials.materials], form: form.form };
  const item: Item = {
    catalog_item: definition.catalog_item, implementation_item: implementation(id, definition, parts, path, timed), handling_items: [handling], plain_words: definition.plain_words, summary: definition.summary,
    life_events: definition.life_events, ...inheritedEvidence(definition, parts, handling), bundle: { parts: bundleParts, critical_path: [...path.elements] },
  };
  const broken = checkItem(item, { [processOf(id)]: parts.map((part) => part.definition.element) });
  if (broken.length > 0) return { ok: false, problems: broken };
  const called = bundleParts.map((part, i) => ({ ...part, chosen: part.when !== undefined, name: partName(parts[i]) }));
  const { graph, names } = bundleProcess(processOf(id), definition.catalog_item.task_name, called, processWords);
  return { ok: true, bundle: { item, process: { id: processOf(id), graph, names } } };
}

const processOf = (id: string): string => `bundle-${id}`;
const processWords = { start: words['bundle.start'], together: words['bundle.together'], joined: words['bundle.joined'], asked: words['bundle.asked'], issue: words['bundle.issue'], end: words['bundle.end'] };

function localized(code: keyof typeof words, params: (language: keyof Localized) => Readonly<Record<string, string | number>>): Localized {
  return Object.fromEntries(languages.map((language) => [language, say(words[code], language, params(language))])) as Localized;
}

/** The parts with their items, in an order that respects what waits for what. */
function partsOf(definition: BundleDefinition, items: readonly Item[]): { readonly ok: true; readonly parts: readonly Part[] } | { readonly ok: false; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const elements = definition.parts.map((part) => part.element);
  for (const element of repeated(elements)) problems.push(problem('/parts', 'catalogue.bundle_part_twice', { element }));
  const parts = definition.parts.flatMap((part, i): readonly Part[] => {
    const at = pointer('parts', i);
    for (const before of part.after) if (!elements.includes(before)) problems.push(problem(`${at}/after`, 'catalogue.bundle_part_unknown', { element: before }));
    const item = items.find((one) => one.handling_items.some((handling) => handling.task_handle_item === part.task_handle_item));
    const handling = item?.handling_items.find((one) => one.task_handle_item === part.task_handle_item);
    if (item && handling) return [{ at, definition: part, item, handling }];
    problems.push(problem(`${at}/task_handle_item`, 'catalogue.bundle_item_unknown', { item: part.task_handle_item }));
    return [];
  });
  if (problems.length > 0) return { ok: false, problems };
  const sorted = ordered(parts.map((part) => ({ element: part.definition.element, after: part.definition.after, part })));
  return sorted.ok ? { ok: true, parts: sorted.parts.map((one) => one.part) } : { ok: false, problems: [problem('/parts', 'catalogue.bundle_circle', { parts: sorted.circle.join(', ') })] };
}

function bundlePart(part: Part, situation: Situation | undefined, days: number, names: { readonly fields: Readonly<Record<string, string>>; readonly materials: Readonly<Record<string, string[]>> }): Static<typeof BundlePart> {
  const { element, task_handle_item, after, required, on_refused, prefix, fixed_answers, fixed_fields, answer_fields } = part.definition;
  const when = whenOf(situation?.condition ?? []);
  return {
    element, task_code: part.item.implementation_item.task_code, task_handle_item, after, required, on_refused, ...(when ? { when } : {}), prefix, fields: { ...names.fields }, materials: { ...names.materials },
    answers: { ...inverted(situation?.names) }, ...(fixed_answers ? { fixed_answers } : {}), ...(fixed_fields ? { fixed_fields } : {}), ...(answer_fields ? { answer_fields } : {}), working_days: days,
  };
}

/** What a part is called to people: the item, and what of it where the item has several. */
function partName(part: Part | undefined): Localized {
  if (!part) return { 'zh-CN': '', 'zh-HK': '', en: '' };
  return part.definition.name ? part.definition.name : part.item.handling_items.length > 1 ? part.handling.name : part.item.catalog_item.task_name;
}

type Implementation = Static<typeof ImplementationItem>;

function implementation(id: string, definition: BundleDefinition, parts: readonly Part[], path: { readonly days: number; readonly elements: readonly string[] }, timed: readonly Timed[]): Implementation {
  const items = parts.map((part) => part.item.implementation_item);
  const said = definition.implementation_item;
  const kinds = [...new Set(items.flatMap((item) => [item.dept.kind, ...item.other_dept]))].filter((kind) => kind !== said.dept.kind);
  const visits = Math.max(...items.map((item) => item.limit_scene_num));
  const visited = items.find((item) => item.limit_scene_num === visits)?.limit_scene_explain;
  const seen = { limit_scene_num: said.limit_scene_num ?? visits, ...(said.limit_scene_explain ?? visited ? { limit_scene_explain: said.limit_scene_explain ?? visited } : {}) };
  const every = (holds: (item: Implementation) => boolean): boolean => items.every(holds);
  const some = (holds: (item: Implementation) => boolean): boolean => items.some(holds);
  return {
    ...said, ...seen, task_version: 1, task_state: 'in_force', dept_type: '1', other_dept: kinds, project_type: '2', handle_type: every((item) => item.is_online) ? ['1', '2', '3'] : ['1'], is_online: every((item) => item.is_online),
    is_schedule: every((item) => item.is_schedule), is_pay_online: every((item) => item.is_pay_online || !item.is_fee), is_express: some((item) => item.is_express), is_service_terminals: every((item) => item.is_service_terminals), is_entry_center: true,
    accept_at: unitLevels.filter((level: UnitLevel) => every((item) => item.accept_at.includes(level))), anticipate_type: 'working_day', promise_day: path.days, promise_type: 'working_day', promise_explain: promiseWords(parts, path, timed),
    process: processOf(id), handle_flow: parts.map((part) => ({ element: part.definition.element, name: partName(part) })), special_procedure: [], is_fee: some((item) => item.is_fee), fees: items.flatMap((item) => item.fees),
  };
}

/** Why the bundle takes as long as it does: the longest line, item by item. */
function promiseWords(parts: readonly Part[], path: { readonly days: number; readonly elements: readonly string[] }, timed: readonly Timed[]): Localized {
  const step = (element: string, language: keyof Localized): string => {
    const part = parts.find((one) => one.definition.element === element);
    const days = timed.find((one) => one.element === element)?.days ?? 0;
    const code = days === 0 ? 'bundle.path_spot' : days === 1 ? 'bundle.path_step_one' : 'bundle.path_step';
    return say(words[code], language, { item: partName(part)[language], days });
  };
  return localized('bundle.promise', (language) => ({ path: path.elements.map((element) => step(element, language)).join(words['bundle.path_then'][language]), days: path.days }));
}

/** The definition's own evidence, and that of every merged question and material from the part it was read for first. */
function inheritedEvidence(definition: BundleDefinition, parts: readonly Part[], handling: HandlingItem): Pick<Item, 'sources' | 'evidence'> {
  const sources: Item['sources'] = { ...definition.sources };
  const evidence: Static<typeof Evidence> = { ...definition.evidence };
  const take = (to: string, part: Part, from: string): void => {
    const known = part.item.evidence[from];
    if (!known || evidence[to]) return;
    const name = known.source === undefined ? undefined : `${part.item.implementation_item.task_code}/${known.source}`;
    const source = known.source === undefined ? undefined : part.item.sources[known.source];
    if (name !== undefined && source) sources[name] = source;
    evidence[to] = { verified: known.verified, ...(name === undefined ? {} : { source: name }), ...(known.note === undefined ? {} : { note: known.note }) };
  };
  const index = (part: Part): number => part.item.handling_items.indexOf(part.handling);
  handling.questions.forEach((question, at) => {
    const part = parts.find((one) => one.definition.element === question.for_parts?.[0]);
    const i = part?.handling.questions.findIndex((one) => one.text['zh-CN'] === question.text['zh-CN']) ?? -1;
    if (part && i >= 0) take(pointer('handling_items', 0, 'questions', at), part, pointer('handling_items', index(part), 'questions', i));
  });
  handling.materials.forEach((material, at) => {
    const part = parts.find((one) => one.definition.element === material.for_parts?.[0]?.element);
    const i = part?.handling.materials.findIndex((one) => one.accept_stand['zh-CN'] === material.for_parts?.[0]?.accept_stand['zh-CN']) ?? -1;
    if (part && i >= 0) take(pointer('handling_items', 0, 'materials', at), part, pointer('handling_items', index(part), 'materials', i));
  });
  return { sources, evidence };
}
