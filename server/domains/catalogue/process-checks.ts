/** What the elements of a process say for themselves: handlers that can be resolved, conditions, lists and tables that can be evaluated. */
import type { Element, FlowValue, Given, LinkRule, SequenceFlow } from '../../kernel/flow/index.ts';
import { problem, type Problem } from './problem.ts';

/** What a link may say of itself. */
const kinds: readonly string[] = ['review', 'visit', 'inspect', 'decide', 'approve'] satisfies readonly LinkRule['kind'][];
const posts: readonly string[] = ['window_clerk', 'officer', 'approver'] satisfies readonly LinkRule['post'][];

/** Handlers of data/processes/README.md; the units domain resolves them. `{name}` stands for the entry of a list that a task is for. */
const handlerShape = /^(window|department(:([a-z_]+|\{(\w+)\}))?(@(city|district|street|community))?)$/;

/** Links whose kind, post or handler nobody knows. */
export function linkProblems(elements: readonly Element[]): readonly Problem[] {
  return elements.flatMap((element) => {
    if (!element.link) return [];
    const { kind, handler, post } = element.link;
    const shape = handlerShape.exec(String(handler));
    const entry = shape?.[4];
    const known = kinds.includes(kind) && posts.includes(post) && shape && (entry === undefined || entriesAt(element, elements).includes(entry));
    return known ? [] : [problem(`/${element.id}`, 'catalogue.link_unknown', { kind: String(kind), handler: String(handler), post: String(post) })];
  });
}

/** The names of the entries of lists that an element is done for. */
function entriesAt(element: Element, elements: readonly Element[]): readonly string[] {
  const around = elements.find((one) => one.id === element.within);
  return [...(element.each ? [element.each.as] : []), ...(around ? entriesAt(around, elements) : [])];
}

/** FEEL's own judgement of a text, given from outside: what is wrong with it, or undefined. */
export interface FeelProblems {
  condition(text: string, values: Values): string | undefined;
  expression(text: string, values: Values): { readonly problem?: string; readonly value?: FlowValue };
  test(text: string, value: FlowValue | undefined, values: Values): string | undefined;
}

type Values = Readonly<Record<string, FlowValue>>;

const samples: Readonly<Record<Given['kind'], FlowValue>> = { text: '', number: 0, yes_no: false, list: [] };

/**
 * Conditions, lists and tables that are no FEEL or look at a value the flow never has. It has: what the matter gives, the outcome of every user task, called process
 * and awaited message under the element's id (a list of them for one done for each of a list), the entry of a list, and the answers of tables.
 */
export function expressionProblems(read: { readonly elements: readonly Element[]; readonly flows: readonly SequenceFlow[]; readonly given: readonly Given[] }, feel: FeelProblems): readonly Problem[] {
  const { elements, flows, given } = read;
  const values: Record<string, FlowValue> = {};
  for (const one of given) values[one.name] = samples[one.kind] ?? '';
  for (const element of elements) {
    if (['bpmn:UserTask', 'bpmn:CallActivity', 'bpmn:IntermediateCatchEvent'].includes(element.type)) values[element.id] = entriesAt(element, elements).length > 0 ? [] : '';
    if (element.each) values[element.each.as] = '';
  }
  const tables = elements.flatMap((element) => (element.table ? tableProblems(element.id, element.table, values, feel) : []));
  const lists = elements.flatMap(({ id, each }) => {
    const wrong = each?.list ? feel.expression(each.list, values).problem : undefined;
    return wrong === undefined ? [] : [problem(`/${id}`, 'catalogue.list_not_feel', { list: each?.list ?? '', message: wrong })];
  });
  const conditions = flows.flatMap((flow) => {
    // Inside an activity for each of a list a task's outcome is one, outside it is the list of them.
    const inside = elements.find((element) => element.id === flow.from);
    const wrong = flow.condition === undefined ? undefined : feel.condition(flow.condition, inside ? { ...values, ...singleInside(inside, elements) } : values);
    return wrong === undefined ? [] : [problem(`/${flow.id}`, 'catalogue.condition_not_feel', { condition: flow.condition ?? '', message: wrong })];
  });
  const unknown = given.filter((one) => one.name === '' || !(one.kind in samples)).map((one) => problem('', 'catalogue.given_unknown', { name: one.name, kind: one.kind }));
  return [...tables, ...lists, ...conditions, ...unknown];
}

function singleInside(element: Element, elements: readonly Element[]): Values {
  const beside = elements.filter((one) => one.within !== undefined && one.within === element.within && one.type === 'bpmn:UserTask' && !one.each);
  return Object.fromEntries(beside.map((one) => [one.id, '']));
}

const hits: readonly string[] = ['UNIQUE', 'FIRST', 'ANY'];

/** What is wrong in a table; adds a sample of each answer to `values`, so that conditions after it can be judged. */
function tableProblems(id: string, table: NonNullable<Element['table']>, values: Record<string, FlowValue>, feel: FeelProblems): readonly Problem[] {
  const wrong = (text: string, message: string | undefined): readonly Problem[] => (message === undefined ? [] : [problem(`/${id}`, 'catalogue.table_not_feel', { text, message })]);
  const inputs = table.inputs.map((text) => ({ text, ...feel.expression(text, values) }));
  const problems = [
    ...(hits.includes(table.hit) ? [] : [problem(`/${id}`, 'catalogue.table_hit_unknown', { hit: table.hit })]),
    ...inputs.flatMap((input) => wrong(input.text, input.problem)),
    ...table.rules.flatMap((rule) => rule.when.flatMap((text, at) => (text.trim() === '-' ? [] : wrong(text, feel.test(text, inputs[at]?.value, values))))),
    ...table.rules.flatMap((rule) => rule.then.flatMap((text) => wrong(text, feel.expression(text, values).problem))),
    ...table.outputs.flatMap(({ otherwise }) => (otherwise === undefined ? [] : wrong(otherwise, feel.expression(otherwise, values).problem))),
  ];
  table.outputs.forEach(({ name }, at) => (values[name] = feel.expression(table.rules[0]?.then[at] ?? '', values).value ?? ''));
  return problems;
}
