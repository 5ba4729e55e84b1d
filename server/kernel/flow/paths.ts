import type { Fault, Graph, Node, Way } from './graph.ts';

type Nodes = Readonly<Record<string, Node>>;

/** Every way on which a token can leave a node at its own level: its ways, and those of the timers at its border. */
export function waysOut(node: Node): readonly Way[] {
  const borders = 'borders' in node ? (node.borders ?? []) : [];
  return borders.length === 0 ? node.ways : [...node.ways, ...borders.flatMap((border) => border.ways)];
}

/** The nodes a token may come to next, into sub-processes and out of them. */
function nextOf(nodes: Nodes, id: string): readonly string[] {
  const node = nodes[id];
  if (!node) return [];
  const out = waysOut(node).map((way) => way.to);
  if (node.type === 'part' && node.start !== '') return [node.start, ...(node.each ? out : waysOut({ ...node, ways: [] }).map((way) => way.to))];
  const part = node.type === 'end' && node.within !== undefined ? nodes[node.within] : undefined;
  return part ? [...out, ...part.ways.map((way) => way.to)] : out;
}

/** Every element is reached from the start, from every element an end is reached, and no circle runs without waiting for somebody or something. */
export function checkPaths(graph: Graph, fault: Fault): void {
  const nodes = Object.values(graph.nodes);
  const next = new Map(nodes.map((node) => [node.id, nextOf(graph.nodes, node.id)]));
  const before = new Map<string, string[]>();
  for (const [from, tos] of next) for (const to of tos) before.set(to, [...(before.get(to) ?? []), from]);
  const reached = closure([graph.start], (id) => next.get(id) ?? []);
  const ends = nodes.filter((node) => node.type === 'end' && node.within === undefined).map((node) => node.id);
  const ending = closure(ends, (id) => before.get(id) ?? []);
  for (const node of nodes) {
    if (!reached.has(node.id)) fault(node.id, 'flow.unreachable');
    if (!ending.has(node.id)) fault(node.id, 'flow.dead_end');
  }
  const onward = (id: string): readonly string[] => (waits(graph.nodes[id]) ? [] : (next.get(id) ?? []));
  for (const node of nodes) if (!waits(node) && closure(onward(node.id), onward).has(node.id)) fault(node.id, 'flow.endless_without_task');
}

/** Whether a token surely stops here. An activity for each of a list may have nobody to wait for. */
function waits(node: Node | undefined): boolean {
  switch (node?.type) {
    case 'user':
      return node.each === undefined;
    case 'timer':
    case 'catch':
    case 'call':
      return true;
    default:
      return false;
  }
}

/**
 * For each entry of an inclusive gateway, the nodes of its level from which a token could still come in by it without passing the gateway
 * (BPMN 2.0.2 §13.4.3: the gateway waits for those, unless they could as well come in where a token has come in already).
 */
export function upstreamOf(gateway: Extract<Node, { type: 'inclusive' }>, nodes: Nodes): Readonly<Record<string, readonly string[]>> {
  const level = Object.values(nodes).filter((node) => node.within === gateway.within);
  const before = new Map<string, string[]>();
  for (const node of level) for (const way of waysOut(node)) before.set(way.to, [...(before.get(way.to) ?? []), node.id]);
  const entry = (id: string): readonly string[] => level.filter((node) => waysOut(node).some((way) => way.id === id)).map((node) => node.id);
  const past = (id: string): readonly string[] => (id === gateway.id ? [] : (before.get(id) ?? []));
  return Object.fromEntries(gateway.entries.map((id) => [id, [...closure(entry(id).filter((from) => from !== gateway.id), past)].filter((from) => from !== gateway.id)]));
}

/** Everything that can be reached from some, those included. */
export function closure(from: readonly string[], next: (id: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...next(id));
  }
  return seen;
}
