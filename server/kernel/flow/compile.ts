import { faultGrades, type Border, type Element, type Fault, type Graph, type GraphFault, type Given, type Node, type SequenceFlow, type Way } from './graph.ts';
import { checkPaths, upstreamOf } from './paths.ts';
import { tableFaults } from './table.ts';

type Kind = Node['type'] | 'border';

const kinds: Readonly<Record<string, Kind>> = {
  'bpmn:StartEvent': 'start',
  'bpmn:EndEvent': 'end',
  'bpmn:ExclusiveGateway': 'exclusive',
  'bpmn:ParallelGateway': 'parallel',
  'bpmn:InclusiveGateway': 'inclusive',
  'bpmn:UserTask': 'user',
  // The abstract task says only that something is done; here people do things until it says otherwise.
  'bpmn:Task': 'user',
  'bpmn:ServiceTask': 'service',
  'bpmn:BusinessRuleTask': 'rule',
  'bpmn:SubProcess': 'part',
  'bpmn:CallActivity': 'call',
  'bpmn:BoundaryEvent': 'border',
};
const catches: Readonly<Record<string, Kind>> = { timer: 'timer', message: 'catch' };

/** What an element is in the subset; undefined outside it. */
function kindOf(element: Element): Kind | undefined {
  if (element.outside !== undefined) return undefined;
  const { type, event } = element;
  if (type === 'bpmn:IntermediateCatchEvent') return event && catches[event];
  if (type === 'bpmn:IntermediateThrowEvent') return event === 'message' ? 'throw' : undefined;
  if (type === 'bpmn:BoundaryEvent') return event === 'timer' ? 'border' : undefined;
  if (type === 'bpmn:EndEvent') return event === undefined || event === 'terminate' ? 'end' : undefined;
  return event === undefined ? kinds[type] : undefined;
}

/**
 * Compiles the elements of a BPMN 2.0 process into a graph, or says everything that keeps it from being published:
 * elements outside the subset, user tasks without a handler, ways without a condition, dead ends, unreachable elements.
 */
export function compile(id: string, elements: readonly Element[], flows: readonly SequenceFlow[], given: readonly Given[] = []): { ok: true; graph: Graph } | { ok: false; faults: readonly GraphFault[] } {
  const { graph, faults } = draft(id, elements, flows, given);
  return graph && faults.length === 0 ? { ok: true, graph } : { ok: false, faults };
}

/** As `compile`, but a drawing that is merely unfinished has a graph too, with gaps where something is still to be said: for editors, not for play. */
export function draft(id: string, elements: readonly Element[], flows: readonly SequenceFlow[], given: readonly Given[] = []): { graph?: Graph; faults: readonly GraphFault[] } {
  const faults: GraphFault[] = [];
  const fault: Fault = (element, code, params = {}) => void faults.push({ element, code, params });
  const drawing = drawingOf(elements, flows);
  checkFlows(drawing, fault);
  const nodes: Record<string, Node> = {};
  for (const element of elements) {
    const node = nodeOf(element, drawing, fault);
    if (node) nodes[element.id] = node;
  }
  const start = checkEnds(id, undefined, elements, fault);
  for (const part of elements) if (part.type === 'bpmn:SubProcess' && drawing.inside.has(part.id)) checkEnds(part.id, part.id, elements, fault);
  if (!start || faults.some((one) => faultGrades[one.code] !== 'unfinished')) return { faults };
  const graph: Graph = { id, start, nodes: withUpstream(nodes), ...(given.length > 0 ? { given } : {}) };
  checkPaths(graph, fault);
  return { graph, faults };
}

interface Drawing {
  readonly byId: ReadonlyMap<string, Element>;
  readonly flows: readonly SequenceFlow[];
  readonly out: ReadonlyMap<string, readonly Way[]>;
  readonly into: ReadonlyMap<string, readonly string[]>;
  readonly borders: ReadonlyMap<string, readonly Element[]>;
  /** sub-processes that hold something */
  readonly inside: ReadonlySet<string>;
}

function drawingOf(elements: readonly Element[], flows: readonly SequenceFlow[]): Drawing {
  const byId = new Map(elements.map((element) => [element.id, element]));
  const out = new Map<string, Way[]>(elements.map((element) => [element.id, []]));
  const into = new Map<string, string[]>();
  const borders = new Map<string, Element[]>();
  for (const flow of flows) {
    const isDefault = byId.get(flow.from)?.defaultFlow === flow.id;
    out.get(flow.from)?.push({ id: flow.id, to: flow.to, isDefault, ...(flow.condition === undefined ? {} : { condition: flow.condition }) });
  }
  // In the order of the elements, so that a file written anew from the graph gives the same graph.
  for (const ways of out.values()) for (const way of ways) into.set(way.to, [...(into.get(way.to) ?? []), way.id]);
  for (const border of elements) if (border.attachedTo !== undefined) borders.set(border.attachedTo, [...(borders.get(border.attachedTo) ?? []), border]);
  return { byId, flows, out, into, borders, inside: new Set(elements.flatMap((element) => element.within ?? [])) };
}

function checkFlows({ byId, flows }: Drawing, fault: Fault): void {
  for (const flow of flows) {
    const [from, to] = [byId.get(flow.from), byId.get(flow.to)];
    if (!from || !to || from.within !== to.within) fault(flow.id, 'flow.unknown_target', { to: flow.to });
    else if (flow.condition !== undefined && from.type !== 'bpmn:ExclusiveGateway' && from.type !== 'bpmn:InclusiveGateway') fault(flow.id, 'flow.condition_outside_gateway', { element: from.id, name: from.name });
  }
}

/** One start and at least one end at the top and in each sub-process; answers the start. */
function checkEnds(id: string, within: string | undefined, elements: readonly Element[], fault: Fault): string | undefined {
  const here = elements.filter((element) => element.within === within);
  const starts = here.filter((element) => element.type === 'bpmn:StartEvent');
  if (!starts[0]) fault(id, 'flow.no_start');
  else if (starts.length > 1) fault(id, 'flow.several_starts');
  if (!here.some((element) => element.type === 'bpmn:EndEvent')) fault(id, 'flow.no_end');
  return starts[0]?.id;
}

function nodeOf(element: Element, drawing: Drawing, fault: Fault): Node | undefined {
  const kind = kindOf(element);
  const { id, name } = element;
  if (!kind) {
    fault(id, 'flow.element_outside_subset', { type: element.outside ?? outsideType(element), name });
    return undefined;
  }
  const placed = { id, ways: drawing.out.get(id) ?? [], ...(element.within === undefined ? {} : { within: element.within }) };
  switch (kind) {
    case 'border':
      checkBorder(element, drawing, fault);
      return undefined;
    case 'user':
    case 'part':
    case 'call':
      return activityOf(element, kind, placed, drawing, fault);
    case 'service':
      if (!element.service) fault(id, 'flow.service_task_without_name', { name });
      return { type: kind, ...placed, service: element.service ?? '' };
    case 'rule':
      tableFaults(element, fault);
      return { type: kind, ...placed, table: element.table ?? { hit: 'UNIQUE', inputs: [], outputs: [], rules: [] } };
    case 'timer':
      if (!element.workingDays) fault(id, 'flow.timer_without_working_days', { name });
      return { type: kind, ...placed, workingDays: element.workingDays ?? 0 };
    case 'catch':
    case 'throw':
      if (!element.message) fault(id, 'flow.message_without_name', { name });
      return { type: kind, ...placed, message: element.message ?? '' };
    default:
      return gatewayOf(element, kind, placed, drawing, fault);
  }
}

/** Of an event whose type is in the subset, its definition is what is not. */
const outsideType = ({ type, event }: Element): string => (event === undefined || !type.endsWith('Event') ? type : `bpmn:${event[0]?.toUpperCase() ?? ''}${event.slice(1)}EventDefinition`);

type PlacedNode = Pick<Node, 'id' | 'ways' | 'within'>;

function gatewayOf(element: Element, kind: 'start' | 'end' | 'exclusive' | 'parallel' | 'inclusive', placed: PlacedNode, drawing: Drawing, fault: Fault): Node {
  const entries = drawing.into.get(element.id) ?? [];
  if ((kind === 'exclusive' || kind === 'inclusive') && placed.ways.length > 1) {
    for (const way of placed.ways) if (!way.condition && !way.isDefault) fault(way.id, 'flow.way_without_condition', { gateway: element.id });
    if (placed.ways.every((way) => way.condition && !way.isDefault)) fault(element.id, 'flow.choice_without_default', { name: element.name });
  }
  switch (kind) {
    case 'parallel':
      return { type: kind, ...placed, entries };
    case 'inclusive':
      return { type: kind, ...placed, entries, upstream: {} };
    case 'end':
      return { type: kind, ...placed, ...(element.event === 'terminate' ? { terminates: true } : {}) };
    case 'start':
    case 'exclusive':
      return { type: kind, ...placed };
  }
}

function activityOf(element: Element, kind: 'user' | 'part' | 'call', placed: PlacedNode, drawing: Drawing, fault: Fault): Node {
  const { id, name, each } = element;
  const borders = bordersOf(id, drawing);
  const more = { ...(each && kind !== 'call' ? { each } : {}), ...(borders.length > 0 ? { borders } : {}) };
  if (each && kind === 'call') fault(id, 'flow.element_outside_subset', { type: 'bpmn:MultiInstanceLoopCharacteristics', name });
  else if (each && (!each.list || !each.as)) fault(id, 'flow.each_without_list', { name });
  switch (kind) {
    case 'user':
      if (!element.link) fault(id, 'flow.user_task_without_link', { name });
      return { type: kind, ...placed, name, link: element.link ?? { kind: 'review', handler: '', post: 'officer' }, ...more };
    case 'part': {
      const start = [...drawing.byId.values()].find((one) => one.within === id && one.type === 'bpmn:StartEvent')?.id ?? '';
      if (!drawing.inside.has(id)) fault(id, 'flow.part_empty', { name });
      return { type: kind, ...placed, start, ...more };
    }
    case 'call':
      if (!element.process) fault(id, 'flow.call_without_process', { name });
      return { type: kind, ...placed, process: element.process ?? '', ...(borders.length > 0 ? { borders } : {}) };
  }
}

function bordersOf(host: string, drawing: Drawing): readonly Border[] {
  return (drawing.borders.get(host) ?? [])
    .filter((element) => kindOf(element) === 'border')
    .map((element) => ({ id: element.id, interrupts: element.interrupts ?? true, workingDays: element.workingDays ?? 0, ways: drawing.out.get(element.id) ?? [] }));
}

function checkBorder(border: Element, drawing: Drawing, fault: Fault): void {
  const host = drawing.byId.get(border.attachedTo ?? '');
  const kind = host && kindOf(host);
  if (!host || host.within !== border.within || !(kind === 'user' || kind === 'part' || kind === 'call') || (drawing.out.get(border.id) ?? []).length === 0) fault(border.id, 'flow.border_misplaced', { name: border.name });
  if (!border.workingDays) fault(border.id, 'flow.timer_without_working_days', { name: border.name });
}

function withUpstream(nodes: Readonly<Record<string, Node>>): Readonly<Record<string, Node>> {
  return Object.fromEntries(Object.entries(nodes).map(([id, node]) => [id, node.type === 'inclusive' ? { ...node, upstream: upstreamOf(node, nodes) } : node]));
}
