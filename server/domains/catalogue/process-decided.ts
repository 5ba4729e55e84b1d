/** Whether a process decides before it issues a result. Pure. */
import type { Graph, Node } from '../../kernel/flow/index.ts';

type Nodes = Readonly<Record<string, Node>>;

/**
 * The elements that issue a result on a way on which nobody has proposed a decision before: such a result would be nobody's. Where branches meet again one
 * of them is enough; where ways part each must have it. A part that may not be done at all, for each of an empty list, does not count.
 */
export function undecidedResults(graph: Graph): readonly string[] {
  const nodes = Object.values(graph.nodes);
  const issues = nodes.filter((node) => node.type === 'service' && node.service === 'issue_result');
  if (issues.length === 0) return [];
  const before = entriesInto(graph.nodes);
  let decided = new Set(nodes.map((node) => node.id));
  // Everything is taken for decided until a way is found that is not: the greatest set that holds (a way back does not undo a decision).
  for (let changed = true; changed; ) {
    const still = new Set(nodes.filter((node) => node.id !== graph.start && isDecidedAt(node, before.get(node.id) ?? [], decided)).map((node) => node.id));
    changed = still.size < decided.size;
    decided = still;
  }
  return issues.filter((node) => !decided.has(node.id)).map((node) => node.id);
}

/** A way into a node: from where, and whether what it comes from was done by then. */
interface Entry {
  readonly from: Node;
  readonly done: boolean;
}

function isDecidedAt(node: Node, entries: readonly Entry[], decided: ReadonlySet<string>): boolean {
  const has = ({ from, done }: Entry): boolean => decided.has(from.id) || (done && from.type === 'user' && from.link.kind === 'decide' && !from.each);
  return node.type === 'parallel' && node.entries.length > 1 ? entries.some(has) : entries.length > 0 && entries.every(has);
}

/** The ways into each node: what follows a timer at a border comes from an activity that was not done; what follows a sub-process from its ends. */
function entriesInto(nodes: Nodes): ReadonlyMap<string, readonly Entry[]> {
  const into = new Map<string, Entry[]>();
  const add = (to: string, entry: Entry): void => void into.set(to, [...(into.get(to) ?? []), entry]);
  for (const node of Object.values(nodes)) {
    if (node.type === 'part') {
      add(node.start, { from: node, done: false });
      for (const way of node.ways) for (const entry of endsOf(node, nodes)) add(way.to, entry);
    } else for (const way of node.ways) add(way.to, { from: node, done: true });
    if ('borders' in node) for (const border of node.borders ?? []) for (const way of border.ways) add(way.to, { from: node, done: false });
  }
  return into;
}

/** From where one leaves a sub-process: its ends; done for each of a list it may not be entered at all. */
function endsOf(part: Extract<Node, { type: 'part' }>, nodes: Nodes): readonly Entry[] {
  if (part.each) return [{ from: part, done: false }];
  return Object.values(nodes).filter((node) => node.type === 'end' && node.within === part.id).map((from) => ({ from, done: false }));
}
