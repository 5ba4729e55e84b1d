/** BPMN text read into the elements the kernel compiles, and what is drawn beside them. */
import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import yimen from '../../../data/processes/yimen-moddle.json' with { type: 'json' };
import { workingDaysLanguage, type Drawing, type Element, type Given, type LinkRule, type Point, type SequenceFlow, type Shape } from '../../kernel/flow/index.ts';

/** A file as read: nothing of it judged yet. */
export interface ReadBpmn {
  readonly elements: readonly Element[];
  readonly flows: readonly SequenceFlow[];
  readonly given: readonly Given[];
  readonly drawing: Drawing;
  /** ids of everything that has a name, the process under the id it was read for */
  readonly named: readonly string[];
  /** what the reader could not make sense of: references to nothing, unknown elements */
  readonly warnings: readonly string[];
}

/** Reads a BPMN 2.0 text; `message` says why it is none. Of several processes the first is read; the others come as elements outside the subset. */
export async function readBpmn(id: string, xml: string): Promise<{ ok: true; read: ReadBpmn } | { ok: false; message: string }> {
  let parsed: Awaited<ReturnType<BpmnModdle['fromXML']>>;
  try {
    parsed = await new BpmnModdle({ yimen }).fromXML(xml);
  } catch (cause) {
    return { ok: false, message: cause instanceof Error ? cause.message : String(cause) };
  }
  const { rootElement, warnings } = parsed;
  const processes = list(rootElement, 'rootElements').filter((element) => element.$type === 'bpmn:Process');
  const process = processes.find((one) => list(one, 'flowElements').length > 0) ?? processes[0];
  if (!process) return { ok: false, message: 'bpmn:process' };
  const all = everything(process, undefined);
  const others = processes.filter((one) => one !== process && list(one, 'flowElements').length > 0);
  const name = (one: ModdleElement): string => (one === process ? id : (one.id ?? ''));
  const named = [process, ...all.map((one) => one.element)].filter((one) => one.name !== undefined && one.name !== '');
  return {
    ok: true,
    read: {
      elements: [...all.filter(({ element }) => element.$type !== 'bpmn:SequenceFlow').map(({ element, within }) => elementOf(element, within)), ...others.map(otherProcess)],
      flows: all.filter(({ element }) => element.$type === 'bpmn:SequenceFlow').map(({ element }) => flowOf(element)),
      given: extensions(process, 'yimen:Given').map((one) => ({ name: one['name'] ?? '', kind: (one['kind'] ?? 'text') as Given['kind'] })),
      drawing: { names: Object.fromEntries(named.map((one) => [name(one), namesOf(one)])), ...diagramOf(rootElement) },
      named: named.map(name),
      warnings: warnings.map((warning) => warning.message),
    },
  };
}

/** Elements that are only drawn and mean nothing to the flow. */
const onlyDrawn: ReadonlySet<string> = new Set(['bpmn:DataObject', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference']);

/** The elements of a process and of its sub-processes, each with the sub-process it lies in. */
function everything(container: ModdleElement, within: string | undefined): readonly { readonly element: ModdleElement; readonly within: string | undefined }[] {
  return list(container, 'flowElements')
    .filter((element) => !onlyDrawn.has(element.$type))
    .flatMap((element) => [{ element, within }, ...(element.$type === 'bpmn:SubProcess' ? everything(element, element.id) : [])]);
}

const list = (element: unknown, property: string): readonly ModdleElement[] => ((element as ModdleElement | undefined)?.[property] ?? []) as readonly ModdleElement[];
const idOf = (element: unknown): string => (element as ModdleElement | undefined)?.id ?? '';
const otherProcess = (process: ModdleElement): Element => ({ id: process.id ?? '', type: process.$type, name: process.name ?? '', outside: process.$type });

type Extension = ModdleElement & Readonly<Record<string, string | undefined>>;

const extensions = (element: ModdleElement, type: string): readonly Extension[] => list(element['extensionElements'], 'values').filter((value) => value.$type === type) as readonly Extension[];

function elementOf(element: ModdleElement, within: string | undefined): Element {
  const link = extensions(element, 'yimen:Link')[0];
  const service = extensions(element, 'yimen:Service')[0]?.['name'];
  const called = element['calledElement'] as string | undefined;
  return {
    id: element.id ?? '', type: element.$type, name: element.name ?? '',
    ...(within === undefined ? {} : { within }),
    ...(link ? { link: { kind: link['kind'], handler: link['handler'], post: link['post'] } as LinkRule } : {}),
    ...(service === undefined ? {} : { service }),
    ...(element['default'] === undefined ? {} : { defaultFlow: idOf(element['default']) }),
    ...(called === undefined ? {} : { process: called.replace(/^process-/, '') }),
    ...(element.$type === 'bpmn:BoundaryEvent' ? { attachedTo: idOf(element['attachedToRef']), interrupts: element['cancelActivity'] !== false } : {}),
    ...tableOf(element),
    ...eventOf(element),
    ...loopOf(element),
    ...oddityOf(element),
  };
}

const events: Readonly<Record<string, NonNullable<Element['event']>>> = { 'bpmn:TimerEventDefinition': 'timer', 'bpmn:MessageEventDefinition': 'message', 'bpmn:TerminateEventDefinition': 'terminate' };

function eventOf(element: ModdleElement): Partial<Element> {
  const definitions = [...list(element, 'eventDefinitions'), ...list(element, 'eventDefinitionRef')];
  const [definition] = definitions;
  if (!definition) return {};
  const event = events[definition.$type];
  if (!event || definitions.length > 1) return { outside: definitions.map((one) => one.$type).join(' + ') };
  const message = (definition['messageRef'] as ModdleElement | undefined)?.name;
  const days = workingDaysOf(definition['timeDuration'] as Expression | undefined);
  // A date or a cycle is no term of working days.
  const odd = definition['timeDate'] === undefined ? (definition['timeCycle'] === undefined ? undefined : 'bpmn:timeCycle') : 'bpmn:timeDate';
  return { event, ...(message === undefined ? {} : { message }), ...(days === undefined ? {} : { workingDays: days }), ...(odd === undefined ? {} : { outside: odd }) };
}

type Expression = Readonly<{ body?: string; language?: string }>;

function workingDaysOf(duration: Expression | undefined): number | undefined {
  const body = duration?.body?.trim() ?? '';
  return duration?.language === workingDaysLanguage && /^[1-9]\d{0,3}$/.test(body) ? Number(body) : undefined;
}

function loopOf(element: ModdleElement): Partial<Element> {
  const loop = element['loopCharacteristics'] as ModdleElement | undefined;
  if (!loop) return {};
  if (loop.$type !== 'bpmn:MultiInstanceLoopCharacteristics') return { outside: loop.$type };
  if (loop['isSequential'] === true || loop['completionCondition'] !== undefined) return { outside: `${loop.$type} ${loop['isSequential'] === true ? 'isSequential' : 'completionCondition'}` };
  const each = extensions(loop, 'yimen:Each')[0];
  return { each: { list: each?.['list'] ?? '', as: each?.['as'] ?? '' } };
}

/** Attributes that change what an element means. */
function oddityOf(element: ModdleElement): Partial<Element> {
  const odd = [
    ...(element['triggeredByEvent'] === true ? ['triggeredByEvent'] : []),
    ...(element['isForCompensation'] === true ? ['isForCompensation'] : []),
    // Ways that part behind a task by their conditions; a gateway says the same for all to see.
    ...(element['default'] !== undefined && !element.$type.endsWith('Gateway') ? ['default'] : []),
    ...['startQuantity', 'completionQuantity'].filter((name) => (element[name] ?? 1) !== 1),
  ][0];
  return odd === undefined ? {} : { outside: `${element.$type} ${odd}` };
}

function tableOf(element: ModdleElement): Partial<Element> {
  const table = extensions(element, 'yimen:Table')[0];
  if (!table) return {};
  const texts = (rule: ModdleElement, property: string): readonly string[] => list(rule, property).map((one) => String(one['body'] ?? ''));
  return {
    table: {
      hit: (table['hit'] ?? 'UNIQUE') as NonNullable<Element['table']>['hit'],
      inputs: list(table, 'inputs').map((one) => String(one['expression'] ?? '')),
      outputs: list(table, 'outputs').map((one) => ({ name: one.name ?? '', ...(one['otherwise'] === undefined ? {} : { otherwise: String(one['otherwise']) }) })),
      rules: list(table, 'rules').map((rule) => ({ when: texts(rule, 'whens'), then: texts(rule, 'thens') })),
    },
  };
}

function flowOf(flow: ModdleElement): SequenceFlow {
  const condition = (flow['conditionExpression'] as Expression | undefined)?.body?.trim();
  return { id: flow.id ?? '', from: idOf(flow['sourceRef']), to: idOf(flow['targetRef']), ...(condition ? { condition } : {}) };
}

function namesOf(element: ModdleElement): Readonly<Partial<Record<string, string>>> {
  const texts = extensions(element, 'yimen:Text').flatMap((one) => (one['lang'] && one['body'] ? [[one['lang'], one['body']] as const] : []));
  return { 'zh-CN': element.name ?? '', ...Object.fromEntries(texts) };
}

function diagramOf(root: ModdleElement): Pick<Drawing, 'shapes' | 'edges'> {
  const drawn = list(root, 'diagrams').flatMap((diagram) => list(diagram['plane'], 'planeElement'));
  const shapes: Record<string, Shape> = {};
  const edges: Record<string, readonly Point[]> = {};
  for (const one of drawn) {
    const id = idOf(one['bpmnElement']);
    const bounds = one['bounds'] as Shape | undefined;
    if (bounds) shapes[id] = { x: bounds.x, y: bounds.y, width: bounds.width, height: bounds.height, ...(typeof one['isExpanded'] === 'boolean' ? { isExpanded: one['isExpanded'] } : {}) };
    else edges[id] = (list(one, 'waypoint') as unknown as readonly Point[]).map(({ x, y }) => ({ x, y }));
  }
  return { shapes, edges };
}
