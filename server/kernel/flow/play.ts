import { boardOf, dropBorders, giveUp, goOn, keep, moveOf, type Board, type Chooser } from './board.ts';
import { feelOf, type Feel, type FlowScalar, type FlowValue, type Judge } from './feel.ts';
import type { Graph } from './graph.ts';
import type { FlowState, Message, Move } from './state.ts';
import { run } from './step.ts';
import { answer as answerOf } from './table.ts';

type Values = Readonly<Record<string, FlowValue>>;

const nothing: FlowState = { opened: 0, waiting: [], arrived: {}, values: {}, ended: false };

/** Sets a token on the start event and lets it run until it waits. `values` is what the matter gives its process (`Graph.given`). */
export function begin(graph: Graph, given: Judge | Feel, values: Values = {}): Move {
  return beginBy(graph, byFeel(feelOf(given)), values);
}

/** Ends a waiting task with what it brought and lets its token run on; undefined where that task does not wait. */
export function complete(graph: Graph, given: Judge | Feel, state: FlowState, taskId: string, brought: Values): Move | undefined {
  return completeBy(graph, byFeel(feelOf(given)), state, taskId, brought);
}

/** A timer has run out; undefined where it does not run any more. */
export function ring(graph: Graph, given: Judge | Feel, state: FlowState, timerId: string): Move | undefined {
  return ringBy(graph, byFeel(feelOf(given)), state, timerId);
}

/** A message has come. The first that waits for it goes on; where nothing waits yet, it is kept for whoever will. Undefined once the process has ended. */
export function receive(graph: Graph, given: Judge | Feel, state: FlowState, message: Message): Move | undefined {
  return receiveBy(graph, byFeel(feelOf(given)), state, message);
}

/** A called process has ended with what it brought; undefined where nothing waits for it any more. */
export function answerCall(graph: Graph, given: Judge | Feel, state: FlowState, callId: string, brought: Values): Move | undefined {
  return answerBy(graph, byFeel(feelOf(given)), state, callId, brought);
}

/** `begin`, by whatever chooses. */
export function beginBy(graph: Graph, choose: Chooser, values: Values): Move {
  return played(boardOf(graph, choose, Object.keys(values).length === 0 ? nothing : { ...nothing, values }), (board) => board.moving.push({ node: graph.start, by: '', in: undefined }));
}

/** `complete`, by whatever chooses. */
export function completeBy(graph: Graph, choose: Chooser, state: FlowState, taskId: string, brought: Values): Move | undefined {
  const task = state.waiting.find((waiting) => waiting.taskId === taskId);
  const node = task && graph.nodes[task.node];
  if (!node) return undefined;
  return played(boardOf(graph, choose, state), (board) => {
    board.waiting = board.waiting.filter((waiting) => waiting !== task);
    dropBorders(board, taskId);
    keep(board, task.in, brought);
    // Of a task done for each of a list, its entry is over; the last one lets the token go on.
    if (board.scopes.find((scope) => scope.id === task.in)?.node !== task.node) goOn(board, node.ways, task.in);
  });
}

/** `ring`, by whatever chooses. */
export function ringBy(graph: Graph, choose: Chooser, state: FlowState, timerId: string): Move | undefined {
  const timer = state.pending?.find((one) => one.id === timerId && (one.kind === 'timer' || one.kind === 'border'));
  if (!timer) return undefined;
  return played(boardOf(graph, choose, state), (board) => {
    board.pending = board.pending.filter((one) => one !== timer);
    if (timer.host === undefined) return goOn(board, graph.nodes[timer.node]?.ways ?? [], timer.in);
    const border = borderOf(board, timer.host, timer.node);
    if (border?.interrupts) giveUp(board, timer.host);
    goOn(board, border?.ways ?? [], timer.in);
  });
}

function borderOf(board: Board, host: string, id: string) {
  const open = board.waiting.find((one) => one.taskId === host) ?? board.scopes.find((one) => one.id === host) ?? board.pending.find((one) => one.id === host);
  const node = open && board.graph.nodes[open.node];
  return node && 'borders' in node ? node.borders?.find((border) => border.id === id) : undefined;
}

/** `receive`, by whatever chooses. */
export function receiveBy(graph: Graph, choose: Chooser, state: FlowState, message: Message): Move | undefined {
  if (state.ended) return undefined;
  return played(boardOf(graph, choose, state), (board) => {
    const waiting = board.pending.find((one) => {
      const node = graph.nodes[one.node];
      return one.kind === 'message' && node?.type === 'catch' && node.message === message.message;
    });
    if (!waiting) {
      board.received.push(message);
      return;
    }
    board.pending = board.pending.filter((one) => one !== waiting);
    keep(board, waiting.in, message.values ?? {});
    goOn(board, graph.nodes[waiting.node]?.ways ?? [], waiting.in);
  });
}

/** `answerCall`, by whatever chooses. */
export function answerBy(graph: Graph, choose: Chooser, state: FlowState, callId: string, brought: Values): Move | undefined {
  const call = state.pending?.find((one) => one.id === callId && one.kind === 'call');
  if (!call) return undefined;
  return played(boardOf(graph, choose, state), (board) => {
    board.pending = board.pending.filter((one) => one !== call);
    dropBorders(board, callId);
    keep(board, call.in, brought);
    goOn(board, graph.nodes[call.node]?.ways ?? [], call.in);
  });
}

function played(board: Board, change: (board: Board) => unknown): Move {
  change(board);
  run(board);
  return moveOf(board);
}

/** Chooses as the process says: the first way whose condition holds, else the default; every way that holds at an inclusive gateway, else the default. */
function byFeel(feel: Feel): Chooser {
  const fallback = (ways: Parameters<Chooser['exclusive']>[0]['ways']) => ways.find((way) => way.isDefault);
  return {
    exclusive: ({ ways }, values) => ways.find((way) => way.condition !== undefined && feel.judge(way.condition, values)) ?? fallback(ways),
    inclusive({ ways }, values) {
      const open = ways.filter((way) => way.condition !== undefined && !way.isDefault && feel.judge(way.condition, values));
      const otherwise = fallback(ways);
      return open.length > 0 || !otherwise ? open : [otherwise];
    },
    each(each, values) {
      const value = feel.value(each.list, values);
      if (value === undefined) return undefined;
      return Array.isArray(value) ? (value as readonly FlowScalar[]) : [value as FlowScalar];
    },
    rule: (node, values) => answerOf(node.table, feel, values),
  };
}
