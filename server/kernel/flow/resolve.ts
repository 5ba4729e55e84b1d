import type { Border, Graph, GraphFault, Node, Way } from './graph.ts';

/** Every user task whose handler nobody is. `resolves` says whether a rule leads to somebody in the unit tree of the day. */
export function checkHandlers(graph: Graph, resolves: (handler: string) => boolean): readonly GraphFault[] {
  return Object.values(graph.nodes).flatMap((node) =>
    node.type === 'user' && !resolves(node.link.handler) ? [{ element: node.id, code: 'flow.handler_unresolved' as const, params: { name: node.name, handler: node.link.handler } }] : [],
  );
}

/** The longest path of a process in working days, and the elements on it. */
export interface LongestPath {
  readonly workingDays: number;
  readonly elements: readonly string[];
}

/**
 * How long a process may take when every link takes its whole limit: the days of the longest path, where side by side counts the longer branch, an
 * intermediate timer its days, and a way back is not gone a second time. `linkDays` is the limit of each user task; one without counts nothing.
 * A called process and a message awaited count nothing: their days are not this process's.
 */
export function longestPath(graph: Graph, linkDays: Readonly<Record<string, number>>): LongestPath {
  const known = new Map<string, LongestPath>();
  const onPath = new Set<string>();
  const from = (id: string): LongestPath => {
    const node = graph.nodes[id];
    const before = known.get(id);
    if (before || !node || onPath.has(id)) return before ?? nowhere;
    onPath.add(id);
    const own = ownDays(node, linkDays, from);
    // An activity given up has lasted as long as the timer at its border; beside one that goes on, the second token starts then.
    const ways = [onward(node.ways, from, own), ...bordersOf(node).map((border) => onward(border.ways, from, { workingDays: border.workingDays, elements: [border.id] }))];
    onPath.delete(id);
    const best = longest(ways);
    const path = { workingDays: best.workingDays, elements: [id, ...best.elements] };
    known.set(id, path);
    return path;
  };
  return from(graph.start);
}

const nowhere: LongestPath = { workingDays: 0, elements: [] };
const longest = (paths: readonly LongestPath[]): LongestPath => paths.reduce((best, path) => (path.workingDays > best.workingDays ? path : best), paths[0] ?? nowhere);
const bordersOf = (node: Node): readonly Border[] => ('borders' in node ? (node.borders ?? []) : []);

/** What is spent at a node itself; in a sub-process its own longest path. */
function ownDays(node: Node, linkDays: Readonly<Record<string, number>>, from: (id: string) => LongestPath): LongestPath {
  if (node.type === 'part') return from(node.start);
  const days = node.type === 'user' ? (linkDays[node.id] ?? 0) : node.type === 'timer' ? node.workingDays : 0;
  return { workingDays: days, elements: [] };
}

function onward(ways: readonly Way[], from: (id: string) => LongestPath, own: LongestPath): LongestPath {
  const next = longest(ways.map((way) => from(way.to)));
  return { workingDays: own.workingDays + next.workingDays, elements: [...own.elements, ...next.elements] };
}
