import type { FlowScalar, FlowValue } from './feel.ts';
import { arrivalOf, arrive, clear, consume, dropBorders, goOn, inside, keep, newId, replace, setBorders, valuesIn, type Board, type Token } from './board.ts';
import type { Each, Node } from './graph.ts';
import type { Scope } from './state.ts';

type Activity = Extract<Node, { type: 'user' | 'part' | 'call' }>;

/** Lets all tokens run until each waits; what is then done is closed and what is then complete goes on, until nothing moves any more. */
export function run(board: Board): void {
  do {
    for (let token = board.moving.shift(); token !== undefined; token = board.moving.shift()) step(board, token);
  } while (closeScope(board) || meet(board));
}

function step(board: Board, token: Token): void {
  const node = board.graph.nodes[token.node];
  if (!node) return;
  if (token.by !== '') board.passed.push(token.by);
  switch (node.type) {
    case 'start':
      return goOn(board, node.ways, token.in);
    case 'end':
      return node.terminates ? clear(board, token.in) : undefined;
    case 'user':
    case 'part':
    case 'call':
      return openActivity(board, node, token.in);
    case 'exclusive':
    case 'inclusive':
    case 'parallel':
      return passGateway(board, node, token);
    case 'service':
      board.services.push(node.service);
      return goOn(board, node.ways, token.in);
    case 'rule': {
      const answered = board.choose.rule(node, valuesIn(board, token.in));
      if (!answered.clear) board.unclear.push(node.id);
      keep(board, token.in, answered.values);
      return goOn(board, node.ways, token.in);
    }
    case 'throw':
      board.sent.push({ messageId: newId(board, node.id), node: node.id, message: node.message });
      return goOn(board, node.ways, token.in);
    case 'timer':
    case 'catch':
      return wait(board, node, token.in);
  }
}

function wait(board: Board, node: Extract<Node, { type: 'timer' | 'catch' }>, scope: string | undefined): void {
  if (node.type === 'timer') {
    const timerId = newId(board, node.id);
    board.pending.push({ id: timerId, node: node.id, kind: 'timer', ...inside(scope) });
    board.timers.push({ timerId, node: node.id, workingDays: node.workingDays });
    return;
  }
  // Numbered either way, so that the end is the same whether the message or the token was first.
  const id = newId(board, node.id);
  const early = board.received.findIndex((one) => one.message === node.message);
  if (early < 0) {
    board.pending.push({ id, node: node.id, kind: 'message', ...inside(scope) });
    return;
  }
  const [message] = board.received.splice(early, 1);
  keep(board, scope, message?.values ?? {});
  goOn(board, node.ways, scope);
}

function passGateway(board: Board, node: Extract<Node, { type: 'exclusive' | 'inclusive' | 'parallel' }>, token: Token): void {
  if (node.type === 'exclusive') {
    const way = node.ways.length < 2 ? node.ways[0] : board.choose.exclusive(node, valuesIn(board, token.in));
    if (way) return goOn(board, [way], token.in);
    // A token is never lost: it stays here for all to see.
    board.unclear.push(node.id);
    arrive(board, token);
    return;
  }
  if (node.entries.length < 2) return goOn(board, node.type === 'parallel' ? node.ways : chosen(board, node, token.in), token.in);
  const here = arrive(board, token);
  // An inclusive gateway looks around when all others have come to rest.
  if (node.type === 'inclusive' || !node.entries.every((entry) => here.includes(entry))) return;
  consume(board, token.in === undefined ? node.id : `${token.in}/${node.id}`, node.entries);
  goOn(board, node.ways, token.in);
}

const chosen = (board: Board, node: Node, scope: string | undefined) => (node.ways.length < 2 ? node.ways : board.choose.inclusive(node, valuesIn(board, scope)));

function openActivity(board: Board, node: Activity, scope: string | undefined): void {
  if (node.type === 'call') {
    const callId = newId(board, node.id);
    board.pending.push({ id: callId, node: node.id, kind: 'call', ...inside(scope) });
    board.called.push({ callId, node: node.id, process: node.process, values: valuesIn(board, scope) });
    return setBorders(board, node.borders, callId, scope);
  }
  if (node.each) return openEach(board, node, node.each, scope);
  setBorders(board, node.borders, node.type === 'user' ? openTask(board, node, scope) : openPart(board, node, { ...inside(scope) }), scope);
}

function openTask(board: Board, node: Extract<Node, { type: 'user' }>, scope: string | undefined, item?: FlowScalar): string {
  const task = { taskId: newId(board, node.id), node: node.id, ...inside(scope), ...(item === undefined ? {} : { item }) };
  board.waiting.push(task);
  board.opened.push(task);
  return task.taskId;
}

function openPart(board: Board, node: Activity, more: Partial<Scope>): string {
  const id = newId(board, node.id);
  board.scopes.push({ id, node: node.id, ...more });
  if (node.type === 'part' && more.results === undefined) board.moving.push({ node: node.start, by: '', in: id });
  return id;
}

/** One task, or one sub-process, for each entry; a list that cannot be read opens one for nobody in particular, so that somebody sees it. */
function openEach(board: Board, node: Extract<Activity, { type: 'user' | 'part' }>, each: Each, scope: string | undefined): void {
  const list = board.choose.each(each, valuesIn(board, scope));
  if (!list) board.unclear.push(node.id);
  const items: readonly (FlowScalar | undefined)[] = list ?? [undefined];
  const all = openPart(board, node, { ...inside(scope), results: items.map(() => null) });
  setBorders(board, node.borders, all, scope);
  items.forEach((item, index) => {
    const one = openPart(board, node, { in: all, index, ...(item === undefined ? {} : { item }) });
    if (node.type === 'user') openTask(board, node, one, item);
  });
}

/** Closes the innermost scope in which nothing is left, and goes on behind it. False where there is none. */
function closeScope(board: Board): boolean {
  if (board.scopes.length === 0) return false;
  const busy = new Set([...board.waiting, ...board.pending, ...board.scopes].map((one) => one.in));
  for (const key of board.arrived.keys()) busy.add(arrivalOf(key).scope);
  const scope = board.scopes.findLast((one) => !busy.has(one.id));
  const node = scope && board.graph.nodes[scope.node];
  if (!node) return false;
  board.scopes = board.scopes.filter((one) => one !== scope);
  dropBorders(board, scope.id);
  const all = scope.index === undefined ? undefined : board.scopes.find((one) => one.id === scope.in);
  if (all?.results) {
    replace(board, all, { ...all, results: all.results.map((result, index) => (index === scope.index ? (scope.values ?? {}) : result)) });
    return true;
  }
  if (scope.results) keep(board, scope.in, gathered(node, scope.results));
  goOn(board, node.ways, scope.in);
  return true;
}

/** What the entries brought, each name a list in the order of the entries, whoever was first. */
function gathered(node: Node, results: NonNullable<Scope['results']>): Readonly<Record<string, FlowValue>> {
  const names = new Set(results.flatMap((result) => Object.keys(result ?? {})));
  if (node.type === 'user') names.add(node.id);
  return Object.fromEntries([...names].map((name) => [name, results.flatMap((result) => result?.[name] ?? [])]));
}

/** Lets the first inclusive gateway go on for which nothing is to be waited for any more. False where there is none. */
function meet(board: Board): boolean {
  for (const [key, here] of board.arrived) {
    const { gateway, scope } = arrivalOf(key);
    const node = board.graph.nodes[gateway];
    if (node?.type !== 'inclusive' || moreToCome(board, node, here, key, scope)) continue;
    consume(board, key, [...new Set(here)]);
    goOn(board, chosen(board, node, scope), scope);
    return true;
  }
  return false;
}

/** Whether a token at this level could still come in by an entry that has none yet, and by none that has one (BPMN 2.0.2 §13.4.3). */
function moreToCome(board: Board, node: Extract<Node, { type: 'inclusive' }>, here: readonly string[], key: string, scope: string | undefined): boolean {
  const empty = node.entries.filter((entry) => !here.includes(entry));
  if (empty.length === 0) return false;
  const at: string[] = [];
  for (const one of [...board.waiting, ...board.pending, ...board.scopes]) if (one.in === scope && !('host' in one)) at.push(one.node);
  for (const other of board.arrived.keys()) if (other !== key && arrivalOf(other).scope === scope) at.push(arrivalOf(other).gateway);
  const leads = (entries: readonly string[], from: string): boolean => entries.some((entry) => node.upstream[entry]?.includes(from));
  return at.some((from) => leads(empty, from) && !leads(here, from));
}
