import type { Graph, Node } from '../../kernel/flow/index.ts';

/**
 * What a process does side by side: for each gateway where ways part and are all gone, the tasks between it and the gateway where they meet again.
 * Groups of two or more, none within another; where the ways never meet there is no group.
 */
export function sideBySide(graph: Graph): readonly (readonly string[])[] {
  const groups = Object.values(graph.nodes).flatMap((fork) => {
    if (!isGateway(fork) || fork.ways.length < 2) return [];
    const meets = meetingOf(graph, fork);
    if (meets === undefined) return [];
    const tasks = [...reached(graph, fork.ways.map((way) => way.to), new Set([fork.id, meets]))].filter((id) => graph.nodes[id]?.type === 'user');
    return tasks.length < 2 ? [] : [tasks];
  });
  return groups.filter((one) => !groups.some((other) => other !== one && other.length > one.length && one.every((task) => other.includes(task))));
}

const isGateway = (node: Node): node is Extract<Node, { type: 'parallel' | 'inclusive' }> => node.type === 'parallel' || node.type === 'inclusive';

/** The nearest gateway that every way behind a fork leads to. */
function meetingOf(graph: Graph, fork: Node): string | undefined {
  const fromEach = fork.ways.map((way) => reached(graph, [way.to], new Set([fork.id])));
  const near = [...reached(graph, fork.ways.map((way) => way.to), new Set([fork.id]))];
  return near.find((id) => {
    const node = graph.nodes[id];
    return node !== undefined && isGateway(node) && node.entries.length > 1 && fromEach.every((one) => one.has(id));
  });
}

/** Everything that can be reached, the nearest first, what lies in a sub-process with it; `stops` are not passed and not told. */
function reached(graph: Graph, from: readonly string[], stops: ReadonlySet<string>): ReadonlySet<string> {
  const seen = new Set<string>();
  const next = [...from];
  for (let id = next.shift(); id !== undefined; id = next.shift()) {
    const node = graph.nodes[id];
    if (!node || seen.has(id) || stops.has(id)) continue;
    seen.add(id);
    if (node.type === 'part') next.push(node.start);
    for (const way of node.ways) next.push(way.to);
  }
  return seen;
}
