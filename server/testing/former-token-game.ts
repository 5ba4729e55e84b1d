import type { FlowState, Graph, Judge, WaitingTask } from '../kernel/flow/index.ts';

/** A move as the token game made it when the first matters were accepted. */
export interface FormerMove {
  readonly state: FlowState;
  readonly opened: readonly WaitingTask[];
  readonly services: readonly string[];
}

type Token = readonly [node: string, by: string];

/**
 * The token game of the first release, which handled processes of tasks, services, choices and branches. Matters accepted then carry its states: the game of today is held
 * against it. For tests only.
 */
export function formerBegin(graph: Graph, judge: Judge): FormerMove {
  return run(graph, judge, { opened: 0, waiting: [], arrived: {}, values: {}, ended: false }, [[graph.start, '']]);
}

/** Ends a waiting task, as it was done then. */
export function formerComplete(graph: Graph, judge: Judge, state: FlowState, taskId: string, brought: FlowState['values']): FormerMove | undefined {
  const node = graph.nodes[state.waiting.find((task) => task.taskId === taskId)?.node ?? ''];
  if (!node) return undefined;
  const after = { ...state, waiting: state.waiting.filter((task) => task.taskId !== taskId), values: { ...state.values, ...brought } };
  return run(graph, judge, after, node.ways.map((way) => [way.to, way.id]));
}

function run(graph: Graph, judge: Judge, from: FlowState, tokens: readonly Token[]): FormerMove {
  let state = from;
  const opened: WaitingTask[] = [];
  const services: string[] = [];
  const moving: Token[] = [...tokens];
  for (let token = moving.shift(); token; token = moving.shift()) {
    const node = graph.nodes[token[0]];
    if (!node) continue;
    const on = (ways: typeof node.ways): void => void moving.push(...ways.map((way): Token => [way.to, way.id]));
    if (node.type === 'user') {
      const task = { taskId: `${node.id}-${state.opened + 1}`, node: node.id };
      state = { ...state, opened: state.opened + 1, waiting: [...state.waiting, task] };
      opened.push(task);
    } else if (node.type === 'service') {
      services.push(node.service);
      on(node.ways);
    } else if (node.type === 'start') on(node.ways);
    else if (node.type === 'exclusive') {
      const values = state.values;
      const way = node.ways.length < 2 ? node.ways[0] : (node.ways.find((one) => one.condition !== undefined && judge(one.condition, values)) ?? node.ways.find((one) => one.isDefault));
      on(way ? [way] : []);
    } else if (node.type === 'parallel') {
      const here = [...(state.arrived[node.id] ?? []), token[1]];
      const { [node.id]: _emptied, ...others } = state.arrived;
      const complete = node.entries.every((entry) => here.includes(entry));
      state = { ...state, arrived: complete ? others : { ...state.arrived, [node.id]: here } };
      if (complete) on(node.ways);
    }
  }
  return { state: { ...state, ended: state.waiting.length === 0 && Object.keys(state.arrived).length === 0 }, opened, services };
}
