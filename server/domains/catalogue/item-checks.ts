/** What the shape alone cannot say of an item: references between its parts, limits that fit the kind of item, evidence that points somewhere. */
import type { HandlingItem, Item, When } from '../../../contract/catalogue.ts';
import { checkForm } from './form-checks.ts';
import { pointer, problem, repeated, valueAt, type Problem } from './problem.ts';

const sorted = (values: readonly string[]): string => [...values].sort().join(' ');

/** Everything wrong inside one whole item; empty where it is sound. `processes` gives the user tasks of each process. */
export function checkItem(item: Item, processes: Readonly<Record<string, readonly string[]>>): readonly Problem[] {
  return [
    ...checkFlow(item, processes),
    ...checkLimits(item),
    ...checkVisitsAndFees(item),
    ...item.handling_items.flatMap((handling, i) => checkHandling(handling, pointer('handling_items', i))),
    ...checkEvidence(item),
  ];
}

/** Codes that two items, or two parts of one, share: every code names one thing in the whole catalogue. */
export function checkCodes(items: readonly Item[]): readonly Problem[] {
  const codes = items.flatMap((item) => [
    `catalog_code ${item.catalog_item.catalog_code}`,
    `task_code ${item.implementation_item.task_code}`,
    ...item.handling_items.map((handling) => `task_handle_item ${handling.task_handle_item}`),
  ]);
  return repeated(codes).map((code) => problem('', 'catalogue.code_twice', { code }));
}

function checkFlow(item: Item, processes: Readonly<Record<string, readonly string[]>>): readonly Problem[] {
  const { process, handle_flow: flow } = item.implementation_item;
  const tasks = Object.hasOwn(processes, process) ? processes[process] : undefined;
  if (tasks === undefined) return [problem('/implementation_item/process', 'catalogue.unknown_process', { process })];
  const described = flow.map((link) => link.element);
  if (sorted(described) === sorted(tasks)) return [];
  return [problem('/implementation_item/handle_flow', 'catalogue.flow_not_as_process', { described: described.join(', '), process: tasks.join(', ') })];
}

/** 即办件 is decided on the spot by the window; 承诺件 has a promise, never longer than the law allows (行政许可法 asks for no less). */
function checkLimits(item: Item): readonly Problem[] {
  const at = item.implementation_item;
  const problems: Problem[] = [];
  const onTheSpot = [at.project_type === '1', at.promise_type === 'on_the_spot', at.process === 'instant'];
  if (new Set(onTheSpot).size > 1) problems.push(problem('/implementation_item/promise_type', 'catalogue.on_the_spot_only_in_part'));
  if ((at.promise_type === 'on_the_spot') !== (at.promise_day === 0)) problems.push(problem('/implementation_item/promise_day', 'catalogue.promise_not_as_type'));
  if (at.anticipate_day !== undefined && at.anticipate_type === at.promise_type && at.promise_day > at.anticipate_day) {
    problems.push(problem('/implementation_item/promise_day', 'catalogue.promise_longer_than_law', { promise: at.promise_day, law: at.anticipate_day }));
  }
  const links = at.handle_flow.reduce((sum, link) => sum + (link.working_days ?? 0), 0);
  const parallel = at.handle_flow.some((link) => link.element === 'inspect');
  if (at.promise_type === 'working_day' && !parallel && links > at.promise_day) {
    problems.push(problem('/implementation_item/handle_flow', 'catalogue.links_longer_than_promise', { links, promise: at.promise_day }));
  }
  return problems;
}

function checkVisitsAndFees(item: Item): readonly Problem[] {
  const at = item.implementation_item;
  const ways: readonly string[] = at.handle_type;
  const problems: Problem[] = [];
  if (at.limit_scene_num > 0 && at.limit_scene_explain === undefined) problems.push(problem('/implementation_item/limit_scene_num', 'catalogue.visit_without_reason'));
  if (at.is_fee !== at.fees.length > 0) problems.push(problem('/implementation_item/fees', 'catalogue.fees_not_as_said'));
  if (ways.includes('2') && !at.is_online) problems.push(problem('/implementation_item/is_online', 'catalogue.online_not_as_said'));
  return problems;
}

function checkHandling(handling: HandlingItem, at: string): readonly Problem[] {
  const problems: Problem[] = [];
  for (const code of repeated(handling.materials.map((m) => m.material_code))) problems.push(problem(`${at}/materials`, 'catalogue.material_twice', { code }));
  for (const id of repeated(handling.questions.map((q) => q.id))) problems.push(problem(`${at}/questions`, 'catalogue.question_twice', { id }));
  handling.questions.forEach((question, i) => {
    const here = `${at}/questions/${i}`;
    for (const id of repeated(question.options.map((o) => o.id))) problems.push(problem(here, 'catalogue.option_twice', { id }));
    if (question.options.every((o) => o.not_eligible !== undefined)) problems.push(problem(here, 'catalogue.nobody_eligible'));
    problems.push(...checkWhen(question.when, handling.questions.slice(0, i), `${here}/when`));
  });
  handling.materials.forEach((material, i) => problems.push(...checkWhen(material.when, handling.questions, `${at}/materials/${i}/when`)));
  return [...problems, ...checkForm(handling.form, `${at}/form`)];
}

/** A condition may only rest on questions in `asked`: for a question, those before it. */
function checkWhen(when: When | undefined, asked: HandlingItem['questions'], at: string): readonly Problem[] {
  return (when ?? []).flatMap((clause, i) => [clause, ...(clause.or ?? [])].flatMap((one) => {
    const question = asked.find((q) => q.id === one.question);
    if (question === undefined) return [problem(`${at}/${i}`, 'catalogue.unknown_question', { question: one.question })];
    const known = new Set(question.options.map((o) => o.id));
    return one.any_of.filter((id) => !known.has(id)).map((option) => problem(`${at}/${i}/any_of`, 'catalogue.unknown_option', { question: question.id, option }));
  }));
}

function checkEvidence(item: Item): readonly Problem[] {
  return Object.entries(item.evidence).flatMap(([fact, evidence]) => {
    const at = pointer('evidence', fact);
    if (valueAt(item, fact) === undefined) return [problem(at, 'catalogue.evidence_for_nothing', { fact })];
    if (evidence.verified && evidence.source === undefined) return [problem(at, 'catalogue.verified_without_source', { fact })];
    if (evidence.source !== undefined && !Object.hasOwn(item.sources, evidence.source)) return [problem(at, 'catalogue.unknown_source', { source: evidence.source })];
    return [];
  });
}
