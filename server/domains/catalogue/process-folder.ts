/** A BPMN file read, checked and compiled to the graph the token game plays. */
import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import type { Localized } from '../../../contract/language.ts';
import yimen from '../../../data/processes/yimen-moddle.json' with { type: 'json' };
import { compile, type Element, type Graph, type LinkRule, type SequenceFlow } from '../../kernel/flow/index.ts';
import { conditionProblem } from './surroundings.ts';
import { problem, type Problem } from './problem.ts';

/** A process ready to play, and what its elements are called. */
export interface ReadProcess {
  readonly graph: Graph;
  /** id → name; the process itself under its own id */
  readonly names: Readonly<Record<string, Localized>>;
}

/** What a link may say of itself. */
const kinds: readonly string[] = ['review', 'visit', 'inspect', 'decide', 'approve'] satisfies readonly LinkRule['kind'][];
const posts: readonly string[] = ['window_clerk', 'officer', 'approver'] satisfies readonly LinkRule['post'][];

/**
 * The process of a BPMN 2.0 text. Refuses with problems, each at its element (`/<id>`): no BPMN, outside the subset (flow.*, see kernel/flow),
 * a link whose kind, handler or post is not one of data/processes/README.md, a name missing in a language, a condition that is no FEEL or looks at an unknown value.
 */
export async function readProcess(id: string, xml: string): Promise<{ ok: true; process: ReadProcess } | { ok: false; problems: readonly Problem[] }> {
  const read = await parse(xml);
  if (!read.ok) return read;
  const children = (read.process['flowElements'] ?? []) as readonly ModdleElement[];
  const flows = children.filter((child) => child.$type === 'bpmn:SequenceFlow').map(flowOf);
  const elements = children.filter((child) => child.$type !== 'bpmn:SequenceFlow').map(elementOf);
  const compiled = compile(id, elements, flows);
  const problems = [
    ...(compiled.ok ? [] : compiled.faults.map((fault) => problem(`/${fault.element}`, fault.code, fault.params))),
    ...elements.flatMap(linkProblems),
    ...children.filter((child) => child.name !== undefined).flatMap(nameProblems),
    ...conditionProblems(elements, flows),
  ];
  if (!compiled.ok || problems.length > 0) return { ok: false, problems };
  const named = [read.process, ...children].map((child) => [child === read.process ? id : (child.id ?? ''), namesOf(child)] as const);
  return { ok: true, process: { graph: compiled.graph, names: Object.fromEntries(named.filter((one): one is [string, Localized] => one[1] !== undefined)) } };
}

async function parse(xml: string): Promise<{ ok: true; process: ModdleElement } | { ok: false; problems: readonly Problem[] }> {
  try {
    const { rootElement, warnings } = await new BpmnModdle({ yimen }).fromXML(xml);
    if (warnings.length > 0) return { ok: false, problems: warnings.map((warning) => problem('', 'catalogue.not_bpmn', { message: warning.message })) };
    const process = ((rootElement['rootElements'] ?? []) as readonly ModdleElement[]).find((element) => element.$type === 'bpmn:Process');
    return process ? { ok: true, process } : { ok: false, problems: [problem('', 'catalogue.not_bpmn', { message: 'bpmn:process' })] };
  } catch (cause) {
    return { ok: false, problems: [problem('', 'catalogue.not_bpmn', { message: cause instanceof Error ? cause.message : String(cause) })] };
  }
}

type Extension = Readonly<Record<string, string | undefined>>;

const extensions = (element: ModdleElement, type: string): readonly Extension[] =>
  ((element['extensionElements'] as { values?: readonly Extension[] } | undefined)?.values ?? []).filter((value) => value['$type'] === type);

const idOf = (element: unknown): string => (element as ModdleElement | undefined)?.id ?? '';

function elementOf(element: ModdleElement): Element {
  const link = extensions(element, 'yimen:Link')[0];
  const service = extensions(element, 'yimen:Service')[0]?.['name'];
  return {
    id: element.id ?? '', type: element.$type, name: element.name ?? '',
    ...(link ? { link: { kind: link['kind'], handler: link['handler'], post: link['post'] } as LinkRule } : {}),
    ...(service === undefined ? {} : { service }),
    ...(element['default'] === undefined ? {} : { defaultFlow: idOf(element['default']) }),
  };
}

function flowOf(flow: ModdleElement): SequenceFlow {
  const condition = (flow['conditionExpression'] as { body?: string } | undefined)?.body;
  return { id: flow.id ?? '', from: idOf(flow['sourceRef']), to: idOf(flow['targetRef']), ...(condition === undefined ? {} : { condition }) };
}

function namesOf(element: ModdleElement): Localized | undefined {
  const text = (lang: string): string | undefined => extensions(element, 'yimen:Text').find((one) => one['lang'] === lang)?.['body'];
  const [cn, hk, en] = [element.name, text('zh-HK'), text('en')];
  return cn && hk && en ? { 'zh-CN': cn, 'zh-HK': hk, en } : undefined;
}

function nameProblems(element: ModdleElement): readonly Problem[] {
  return namesOf(element) ? [] : [problem(`/${element.id ?? ''}`, 'catalogue.element_name_incomplete', { name: element.name ?? '' })];
}

/** Handlers of data/processes/README.md; the units domain resolves them. */
const handlerShape = /^(window|department(:[a-z_]+)?(@(city|district|street|community))?)$/;

function linkProblems(element: Element): readonly Problem[] {
  if (!element.link) return [];
  const { kind, handler, post } = element.link;
  const known = kinds.includes(kind) && posts.includes(post) && handlerShape.test(String(handler));
  return known ? [] : [problem(`/${element.id}`, 'catalogue.link_unknown', { kind: String(kind), handler: String(handler), post: String(post) })];
}

/** A condition may look at the outcomes of user tasks, each under the task's id. */
function conditionProblems(elements: readonly Element[], flows: readonly SequenceFlow[]): readonly Problem[] {
  const values = Object.fromEntries(elements.filter((element) => element.type === 'bpmn:UserTask').map((element) => [element.id, '']));
  return flows.flatMap((flow) => {
    const wrong = flow.condition === undefined ? undefined : conditionProblem(flow.condition, values);
    return wrong === undefined ? [] : [problem(`/${flow.id}`, 'catalogue.condition_not_feel', { condition: flow.condition ?? '', message: wrong })];
  });
}
