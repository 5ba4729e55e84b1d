/** The board on which one move is played: the state taken apart, changed in place, and put together again. Nobody outside sees it. */
import type { FlowScalar, FlowValue } from './feel.ts';
import type { Border, Each, Graph, Node, Way } from './graph.ts';
import type { FlowState, Message, Move, Pending, Scope, WaitingTask } from './state.ts';

/** What is decided where ways part, tables answer and lists are read: by FEEL in play, by trying everything in a proof. */
export interface Chooser {
  /** undefined where no way is open */
  exclusive(node: Node, values: Values): Way | undefined;
  inclusive(node: Node, values: Values): readonly Way[];
  /** undefined where the list cannot be read */
  each(each: Each, values: Values): readonly FlowScalar[] | undefined;
  rule(node: Extract<Node, { type: 'rule' }>, values: Values): { readonly values: Values; readonly clear: boolean };
}

type Values = Readonly<Record<string, FlowValue>>;

/** A token on its way to a node. */
export interface Token {
  readonly node: string;
  /** the sequence flow it came by; empty at a start */
  readonly by: string;
  readonly in: string | undefined;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer One)[] ? One[] : T[K] };

/** The state taken apart, and the effects of the move so far. */
export interface Board extends Omit<Mutable<Move>, 'state'> {
  readonly graph: Graph;
  readonly choose: Chooser;
  count: number;
  waiting: WaitingTask[];
  pending: Pending[];
  scopes: Scope[];
  received: Message[];
  readonly arrived: Map<string, readonly string[]>;
  values: Values;
  moving: Token[];
}

/** Takes a state apart. */
export function boardOf(graph: Graph, choose: Chooser, state: FlowState): Board {
  return {
    graph, choose, count: state.opened, waiting: [...state.waiting], pending: [...(state.pending ?? [])], scopes: [...(state.scopes ?? [])], received: [...(state.received ?? [])],
    arrived: new Map(Object.entries(state.arrived)), values: state.values, moving: [],
    opened: [], services: [], passed: [], timers: [], sent: [], called: [], cancelled: [], unclear: [],
  };
}

/** Puts the board together again. */
export function moveOf(board: Board): Move {
  const { count, waiting, pending, scopes, received, arrived, values, opened, services, passed, timers, sent, called, cancelled, unclear } = board;
  const state: FlowState = {
    opened: count, waiting, arrived: Object.fromEntries(arrived), values,
    ended: waiting.length + pending.length + scopes.length + arrived.size === 0,
    ...(pending.length > 0 ? { pending } : {}), ...(scopes.length > 0 ? { scopes } : {}), ...(received.length > 0 ? { received } : {}),
  };
  return { state, opened, services, passed, timers, sent, called, cancelled, unclear };
}

/** A new id, told apart from all others of this flow by its number. */
export const newId = (board: Board, node: string): string => `${node}-${(board.count += 1)}`;

/** Member `in` of what lies in a scope; left out at the top. */
export const inside = (scope: string | undefined): { readonly in?: string } => (scope === undefined ? {} : { in: scope });

/** Sets a token on each way. */
export function goOn(board: Board, ways: readonly Way[], scope: string | undefined): void {
  for (const way of ways) board.moving.push({ node: way.to, by: way.id, in: scope });
}

const scopeOf = (board: Board, id: string | undefined): Scope | undefined => (id === undefined ? undefined : board.scopes.find((scope) => scope.id === id));

/** What conditions see in a scope: the matter's values, and those of the entries it lies in. */
export function valuesIn(board: Board, scope: string | undefined): Values {
  const found = scopeOf(board, scope);
  if (!found) return board.values;
  const outer = valuesIn(board, found.in);
  if (found.index === undefined) return outer;
  const node = board.graph.nodes[found.node];
  const as = node && 'each' in node ? node.each?.as : undefined;
  return { ...outer, ...(as !== undefined && found.item !== undefined ? { [as]: found.item } : {}), ...found.values };
}

/** Keeps what was brought: with the entry of the list it was done for, else with the matter. */
export function keep(board: Board, scope: string | undefined, brought: Values): void {
  let found = scopeOf(board, scope);
  while (found && found.index === undefined) found = scopeOf(board, found.in);
  if (found) replace(board, found, { ...found, values: { ...found.values, ...brought } });
  else board.values = { ...board.values, ...brought };
}

/** Puts a changed scope in the place of the old one. */
export function replace(board: Board, old: Scope, scope: Scope): void {
  board.scopes = board.scopes.map((one) => (one === old ? scope : one));
}

/** Where the tokens that have come to a gateway are noted. */
export const arrivalKey = (gateway: string, scope: string | undefined): string => (scope === undefined ? gateway : `${scope}/${gateway}`);

/** The scope and gateway of a note. */
export function arrivalOf(key: string): { readonly gateway: string; readonly scope: string | undefined } {
  const slash = key.lastIndexOf('/');
  return slash < 0 ? { gateway: key, scope: undefined } : { gateway: key.slice(slash + 1), scope: key.slice(0, slash) };
}

/** Notes an arrival. */
export function arrive(board: Board, token: Token): readonly string[] {
  const key = arrivalKey(token.node, token.in);
  const here = [...(board.arrived.get(key) ?? []), token.by];
  board.arrived.set(key, here);
  return here;
}

/** Takes one token of each of these entries; what came in twice stays. */
export function consume(board: Board, key: string, entries: readonly string[]): void {
  const left = [...(board.arrived.get(key) ?? [])];
  for (const entry of entries) {
    const at = left.indexOf(entry);
    if (at >= 0) left.splice(at, 1);
  }
  if (left.length > 0) board.arrived.set(key, left);
  else board.arrived.delete(key);
}

/** Sets the timers at the border of an activity that opens. */
export function setBorders(board: Board, borders: readonly Border[] | undefined, host: string, scope: string | undefined): void {
  for (const border of borders ?? []) {
    const timerId = newId(board, border.id);
    board.pending.push({ id: timerId, node: border.id, kind: 'border', ...inside(scope), host });
    board.timers.push({ timerId, node: border.id, workingDays: border.workingDays });
  }
}

/** An activity is over: the timers at its border are. */
export function dropBorders(board: Board, host: string): void {
  if (board.pending.length === 0) return;
  for (const one of board.pending) if (one.host === host) board.cancelled.push(one.id);
  board.pending = board.pending.filter((one) => one.host !== host);
}

/** Gives up everything that lies in a scope; in the whole process where none is named. */
export function clear(board: Board, scope: string | undefined): void {
  for (const inner of board.scopes.filter((one) => one.in === scope)) giveUp(board, inner.id);
  const stays = (one: { readonly in?: string | undefined }): boolean => one.in !== scope;
  for (const task of board.waiting) if (!stays(task)) board.cancelled.push(task.taskId);
  for (const one of board.pending) if (!stays(one)) board.cancelled.push(one.id);
  board.waiting = board.waiting.filter(stays);
  board.pending = board.pending.filter(stays);
  board.moving = board.moving.filter(stays);
  for (const key of [...board.arrived.keys()]) if (arrivalOf(key).scope === scope) board.arrived.delete(key);
}

/** Gives up an open activity, whatever it is, with all that lies in it. */
export function giveUp(board: Board, host: string): void {
  if (board.scopes.some((one) => one.id === host)) {
    clear(board, host);
    board.scopes = board.scopes.filter((one) => one.id !== host);
  } else {
    board.cancelled.push(host);
    board.waiting = board.waiting.filter((one) => one.taskId !== host);
    board.pending = board.pending.filter((one) => one.id !== host);
  }
  dropBorders(board, host);
}
