import type { Graph, Node, Way } from './graph.ts';

/** A value a condition may look at. */
export type FlowValue = string | number | boolean;

/** A user task that waits: `taskId` is new each time the node is reached, so a loop opens a new one. */
export interface WaitingTask {
  readonly taskId: string;
  readonly node: string;
}

/** Where a process stands: small, plain, and the whole truth about it. */
export interface FlowState {
  /** how many tasks were ever opened; numbers the next one */
  readonly opened: number;
  readonly waiting: readonly WaitingTask[];
  /** parallel gateway → sequence flows whose token has arrived and waits for the others */
  readonly arrived: Readonly<Record<string, readonly string[]>>;
  readonly values: Readonly<Record<string, FlowValue>>;
  readonly ended: boolean;
}

/** Judges a FEEL condition over the values; given from outside, so that the kernel stays without libraries. */
export type Judge = (condition: string, values: Readonly<Record<string, FlowValue>>) => boolean;

/** One move of the token game: the new state, the tasks it opened and the services it passed, in order. */
export interface Move {
  readonly state: FlowState;
  readonly opened: readonly WaitingTask[];
  readonly services: readonly string[];
}

const nothing: FlowState = { opened: 0, waiting: [], arrived: {}, values: {}, ended: false };

/** Sets a token on the start event and lets it run until it waits. */
export function begin(graph: Graph, judge: Judge): Move {
  return run(graph, judge, nothing, [{ node: graph.start, by: '' }]);
}

/** Ends a waiting task with what it brought and lets its token run on; undefined where that task does not wait. */
export function complete(graph: Graph, judge: Judge, state: FlowState, taskId: string, brought: Readonly<Record<string, FlowValue>>): Move | undefined {
  const task = state.waiting.find((waiting) => waiting.taskId === taskId);
  const node = task && graph.nodes[task.node];
  if (!node) return undefined;
  const after: FlowState = { ...state, waiting: state.waiting.filter((waiting) => waiting.taskId !== taskId), values: { ...state.values, ...brought } };
  return run(graph, judge, after, node.ways.map((way) => ({ node: way.to, by: way.id })));
}

interface Token {
  readonly node: string;
  /** the sequence flow it came by */
  readonly by: string;
}

function run(graph: Graph, judge: Judge, from: FlowState, tokens: readonly Token[]): Move {
  let state = from;
  const opened: WaitingTask[] = [];
  const services: string[] = [];
  const moving = [...tokens];
  for (let token = moving.shift(); token !== undefined; token = moving.shift()) {
    const node = graph.nodes[token.node];
    if (!node) continue;
    switch (node.type) {
      case 'user': {
        const task = { taskId: `${node.id}-${state.opened + 1}`, node: node.id };
        state = { ...state, opened: state.opened + 1, waiting: [...state.waiting, task] };
        opened.push(task);
        break;
      }
      case 'service':
        services.push(node.service);
        moving.push(...onward(node.ways));
        break;
      case 'start':
        moving.push(...onward(node.ways));
        break;
      case 'exclusive':
        moving.push(...onward(chosen(node.ways, judge, state)));
        break;
      case 'parallel': {
        const joined = join(node, state, token.by);
        state = joined.state;
        if (joined.complete) moving.push(...onward(node.ways));
        break;
      }
      case 'end':
        break;
    }
  }
  return { state: { ...state, ended: state.waiting.length === 0 && Object.keys(state.arrived).length === 0 }, opened, services };
}

const onward = (ways: readonly Way[]): readonly Token[] => ways.map((way) => ({ node: way.to, by: way.id }));

/** The first way whose condition holds, else the default, else the only way (compile refuses gateways that leave none). */
function chosen(ways: readonly Way[], judge: Judge, state: FlowState): readonly Way[] {
  if (ways.length < 2) return ways;
  const first = ways.find((way) => way.condition !== undefined && judge(way.condition, state.values)) ?? ways.find((way) => way.isDefault);
  return first ? [first] : [];
}

/** Counts tokens at a parallel gateway by the flow they came by; complete when each entry has brought one. */
function join(node: Extract<Node, { type: 'parallel' }>, state: FlowState, by: string): { state: FlowState; complete: boolean } {
  const here = [...(state.arrived[node.id] ?? []), by];
  const { [node.id]: _emptied, ...others } = state.arrived;
  return node.entries.every((entry) => here.includes(entry))
    ? { state: { ...state, arrived: others }, complete: true }
    : { state: { ...state, arrived: { ...state.arrived, [node.id]: here } }, complete: false };
}
