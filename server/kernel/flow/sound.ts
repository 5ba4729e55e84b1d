/** Whether a process, played in every way it can be played, always comes to its end: found by trying everything. */
import { waysOut } from './paths.ts';
import { answerBy, beginBy, completeBy, receiveBy, ringBy } from './play.ts';
import type { Chooser } from './board.ts';
import type { Graph, GraphFault, Way } from './graph.ts';
import type { FlowState, Move } from './state.ts';

/** What trying everything found. `proven` is false where there is more to try than was allowed; the faults found until then stand. */
export interface Soundness {
  readonly faults: readonly GraphFault[];
  readonly proven: boolean;
  /** places looked at: where tokens can stand, whatever was brought on the way there */
  readonly places: number;
}

/**
 * Plays a process in every way: each task, timer, message and called process in any order, each choice every way, each list with none, one and two
 * entries. Finds tasks that are never done, tokens that come twice to one place, places where nothing moves any more, and places from which no end
 * can be reached (van der Aalst, workflow-net soundness). `most` bounds the places looked at.
 */
export function checkSound(graph: Graph, most = 20_000): Soundness {
  const found = explore(graph, most);
  const faults = [...found.faults.values()];
  if (found.proven) {
    if (faults.length === 0) faults.push(...notEnding(graph, found.before, found.ends, found.seen));
    for (const node of Object.values(graph.nodes)) {
      const stands = node.type === 'start' || found.passed.has(node.id);
      if (!stands) faults.push({ element: node.id, code: 'flow.never_done', params: {} });
    }
  }
  return { faults, proven: found.proven, places: found.seen.size };
}

interface Explored {
  readonly faults: Map<string, GraphFault>;
  readonly seen: Map<string, FlowState>;
  /** place → places from which it is reached in one move */
  readonly before: Map<string, Set<string>>;
  readonly ends: Set<string>;
  readonly passed: Set<string>;
  proven: boolean;
}

function explore(graph: Graph, most: number): Explored {
  const found: Explored = { faults: new Map(), seen: new Map(), before: new Map(), ends: new Set(), passed: new Set(), proven: true };
  const targets = targetsOf(graph);
  const open: { readonly place: string; readonly state: FlowState }[] = [];
  const reach = (from: string, move: Move): void => {
    for (const way of move.passed) found.passed.add(targets.get(way) ?? '');
    const place = placeOf(move.state);
    if (from !== '') found.before.set(place, (found.before.get(place) ?? new Set()).add(from));
    if (found.seen.has(place)) return;
    found.seen.set(place, move.state);
    const doubled = doubledAt(move.state);
    if (doubled) found.faults.set(`doubled ${doubled}`, { element: doubled, code: 'flow.token_doubled', params: {} });
    else if (move.state.ended) found.ends.add(place);
    else open.push({ place, state: move.state });
  };
  for (const move of everyChoice((choose) => beginBy(graph, choose, {}))) reach('', move);
  for (let next = open.pop(); next; next = open.pop()) {
    if (found.seen.size > most) return { ...found, proven: false };
    const moves = movesFrom(graph, next.state);
    if (moves.length === 0) for (const gateway of stuckAt(next.state)) found.faults.set(`stuck ${gateway}`, { element: gateway, code: 'flow.stuck', params: {} });
    for (const move of moves) reach(next.place, move);
  }
  return found;
}

const targetsOf = (graph: Graph): ReadonlyMap<string, string> => new Map(Object.values(graph.nodes).flatMap((node) => waysOut(node).map((way) => [way.id, way.to] as const)));

/** Everything that can happen next. */
function movesFrom(graph: Graph, state: FlowState): readonly Move[] {
  const done = state.waiting.flatMap((task) => everyChoice((choose) => completeBy(graph, choose, state, task.taskId, {})));
  const other = (state.pending ?? []).flatMap((one) =>
    everyChoice((choose) => {
      const node = graph.nodes[one.node];
      if (one.kind === 'message') return node?.type === 'catch' ? receiveBy(graph, choose, state, { message: node.message }) : undefined;
      return one.kind === 'call' ? answerBy(graph, choose, state, one.id, {}) : ringBy(graph, choose, state, one.id);
    }),
  );
  return [...done, ...other];
}

/**
 * Plays one thing once for every combination of choices it meets: each run follows a script and takes the first option past its end; the scripts of the
 * other options come next.
 */
function everyChoice(play: (choose: Chooser) => Move | undefined): readonly Move[] {
  const moves: Move[] = [];
  const scripts: (readonly number[])[] = [[]];
  for (let script = scripts.pop(); script; script = scripts.pop()) {
    const taken = [...script];
    const prefix = script.length;
    const options: number[] = [];
    let at = 0;
    const pick = (count: number): number => {
      if (at >= taken.length) taken.push(0);
      options[at] = count;
      return taken[at++] ?? 0;
    };
    const move = play(tryingAll(pick));
    if (move) moves.push(move);
    for (let place = prefix; place < taken.length; place += 1) for (let option = 1; option < (options[place] ?? 1); option += 1) scripts.push([...taken.slice(0, place), option]);
  }
  return moves;
}

function tryingAll(pick: (count: number) => number): Chooser {
  return {
    exclusive: ({ ways }) => ways[pick(ways.length)],
    inclusive: ({ ways }) => someOf(ways, pick),
    each: () => ['one', 'two'].slice(0, pick(3)),
    rule: () => ({ values: {}, clear: true }),
  };
}

/** The ways with a condition in every combination but none; the default alone instead of none. */
function someOf(ways: readonly Way[], pick: (count: number) => number): readonly Way[] {
  const otherwise = ways.filter((way) => way.isDefault);
  const open = ways.filter((way) => !way.isDefault);
  // Beyond six ways, one at a time and all together stand for the rest.
  const number = open.length > 6 ? pick(open.length + 1 + otherwise.length) : pick(2 ** open.length - 1 + otherwise.length);
  if (open.length > 6) return number < open.length ? open.slice(number, number + 1) : number === open.length ? open : otherwise;
  return number === 2 ** open.length - 1 ? otherwise : open.filter((_way, at) => ((number + 1) >> at) & 1);
}

/** Where tokens stand, whatever their numbers: what lies in each scope, sorted. */
function placeOf(state: FlowState): string {
  const inScope = (scope: string | undefined): string => {
    const here = [
      ...state.waiting.filter((one) => one.in === scope).map((one) => one.node),
      ...(state.pending ?? []).filter((one) => one.in === scope).map((one) => `${one.node}!`),
      ...(state.scopes ?? []).filter((one) => one.in === scope).map((one) => `${one.node}(${inScope(one.id)})`),
      ...Object.entries(state.arrived).flatMap(([key, flows]) => (key.startsWith(`${scope ?? ''}/`) || (scope === undefined && !key.includes('/')) ? [`${key.slice(key.lastIndexOf('/') + 1)}<${[...flows].sort().join(' ')}`] : [])),
    ];
    return here.sort().join(',');
  };
  return inScope(undefined);
}

/** A place to which a token has come while one was there. */
function doubledAt(state: FlowState): string | undefined {
  const seen = new Set<string>();
  const twice = (place: string): boolean => seen.size === seen.add(place).size;
  const open = [...state.waiting, ...(state.pending ?? []).filter((one) => one.kind !== 'border'), ...(state.scopes ?? []).filter((one) => one.index === undefined)];
  const doubled = open.find((one) => twice(`${one.in ?? ''}/${one.node}`));
  if (doubled) return doubled.node;
  const gateway = Object.entries(state.arrived).find(([, flows]) => new Set(flows).size < flows.length);
  return gateway && gateway[0].slice(gateway[0].lastIndexOf('/') + 1);
}

const stuckAt = (state: FlowState): readonly string[] => Object.keys(state.arrived).map((key) => key.slice(key.lastIndexOf('/') + 1));

/** Places from which no end can be reached, told by the elements where their tokens stand. */
function notEnding(graph: Graph, before: Explored['before'], ends: ReadonlySet<string>, seen: Explored['seen']): readonly GraphFault[] {
  const ending = new Set<string>();
  const open = [...ends];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (ending.has(place)) continue;
    ending.add(place);
    open.push(...(before.get(place) ?? []));
  }
  const lost = [...seen].filter(([place]) => !ending.has(place)).flatMap(([, state]) => state.waiting.map((task) => task.node));
  return [...new Set(lost)].filter((node) => node in graph.nodes).map((element) => ({ element, code: 'flow.no_way_to_the_end', params: {} }));
}
