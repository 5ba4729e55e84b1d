import type { Element, Graph, GraphFault, Node, SequenceFlow, Way } from './graph.ts';

const nodeTypes: Readonly<Record<string, Node['type']>> = {
  'bpmn:StartEvent': 'start',
  'bpmn:EndEvent': 'end',
  'bpmn:ExclusiveGateway': 'exclusive',
  'bpmn:ParallelGateway': 'parallel',
  'bpmn:UserTask': 'user',
  'bpmn:ServiceTask': 'service',
};

/**
 * Compiles the elements of a BPMN 2.0 process into a graph, or says everything that keeps it from being published:
 * elements outside the subset, user tasks without a handler, ways without a condition, dead ends, unreachable elements.
 */
export function compile(id: string, elements: readonly Element[], flows: readonly SequenceFlow[]): { ok: true; graph: Graph } | { ok: false; faults: readonly GraphFault[] } {
  const faults: GraphFault[] = [];
  const fault = (element: string, code: GraphFault['code'], params: Readonly<Record<string, string>> = {}) => faults.push({ element, code, params });
  const nodes: Record<string, Node> = {};
  const known = new Set(elements.map((element) => element.id));
  for (const flow of flows) if (!known.has(flow.to) || !known.has(flow.from)) fault(flow.id, 'flow.unknown_target', { to: flow.to });
  for (const element of elements) {
    const node = nodeOf(element, flows, fault);
    if (node) nodes[element.id] = node;
  }
  const starts = elements.filter((element) => element.type === 'bpmn:StartEvent');
  const start = starts[0];
  if (!start) fault(id, 'flow.no_start');
  else if (starts.length > 1) fault(id, 'flow.several_starts');
  if (!elements.some((element) => element.type === 'bpmn:EndEvent')) fault(id, 'flow.no_end');
  if (faults.length === 0 && start) checkPaths({ id, start: start.id, nodes }, fault);
  return faults.length === 0 && start ? { ok: true, graph: { id, start: start.id, nodes } } : { ok: false, faults };
}

type Fault = (element: string, code: GraphFault['code'], params?: Readonly<Record<string, string>>) => void;

function nodeOf(element: Element, flows: readonly SequenceFlow[], fault: Fault): Node | undefined {
  const type = nodeTypes[element.type];
  if (!type) {
    fault(element.id, 'flow.element_outside_subset', { type: element.type, name: element.name });
    return undefined;
  }
  const ways = waysOf(element, flows);
  if (type === 'exclusive' && ways.length > 1) {
    for (const way of ways) if (!way.condition && !way.isDefault) fault(way.id, 'flow.way_without_condition', { gateway: element.id });
  }
  switch (type) {
    case 'user':
      if (!element.link) fault(element.id, 'flow.user_task_without_link', { name: element.name });
      return element.link && { type, id: element.id, ways, name: element.name, link: element.link };
    case 'service':
      if (!element.service) fault(element.id, 'flow.service_task_without_name', { name: element.name });
      return element.service === undefined ? undefined : { type, id: element.id, ways, service: element.service };
    case 'parallel':
      return { type, id: element.id, ways, entries: flows.filter((flow) => flow.to === element.id).map((flow) => flow.id) };
    case 'start':
    case 'end':
    case 'exclusive':
      return { type, id: element.id, ways };
  }
}

function waysOf(element: Element, flows: readonly SequenceFlow[]): readonly Way[] {
  return flows
    .filter((flow) => flow.from === element.id)
    .map((flow) => ({ id: flow.id, to: flow.to, isDefault: element.defaultFlow === flow.id, ...(flow.condition === undefined ? {} : { condition: flow.condition }) }));
}

/** Every element is reached from the start, and from every element an end is reached. */
function checkPaths(graph: Graph, fault: Fault): void {
  const nodes = Object.values(graph.nodes);
  const reached = closure([graph.start], (id) => graph.nodes[id]?.ways.map((way) => way.to) ?? []);
  const ends = nodes.filter((node) => node.type === 'end').map((node) => node.id);
  const ending = closure(ends, (id) => nodes.filter((node) => node.ways.some((way) => way.to === id)).map((node) => node.id));
  for (const node of nodes) {
    if (!reached.has(node.id)) fault(node.id, 'flow.unreachable');
    if (!ending.has(node.id)) fault(node.id, 'flow.dead_end');
  }
  const silent = nodes.filter((node) => node.type !== 'user' && loopsSilently(graph, node.id));
  for (const node of silent) fault(node.id, 'flow.endless_without_task');
}

/** Whether a token could run back to this node without ever waiting for a person. */
function loopsSilently(graph: Graph, id: string): boolean {
  const next = (from: string): readonly string[] => {
    const node = graph.nodes[from];
    return !node || node.type === 'user' ? [] : node.ways.map((way) => way.to);
  };
  return closure(next(id), next).has(id);
}

function closure(from: readonly string[], next: (id: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...next(id));
  }
  return seen;
}
