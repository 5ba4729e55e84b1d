import { answerCall, begin, complete, receive, ring, type Feel, type FlowState, type FlowValue, type Graph, type Judge, type Move } from '../../kernel/flow/index.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { FlowEvent } from './matter-flow.ts';
import type { MatterFact } from './matter.ts';

/** A sequence flow, or an element, that tokens went through: how often, and when last. */
export interface Passage {
  readonly id: string;
  readonly times: number;
  readonly lastAt: Instant;
}

/** The way a matter has gone through its process, told by playing its facts once more. */
export interface Way {
  readonly flows: readonly Passage[];
  readonly elements: readonly Passage[];
  /** number of the first fact whose state the token game does not give again; from there on nothing is told. Null where the whole way is known. */
  readonly differsAt: number | null;
}

/** A fact with its number in the matter. */
export interface NumberedFact {
  readonly seq: number;
  readonly fact: MatterFact;
}

/**
 * Plays the facts of a matter through the token game: facts keep where a process stood after them, not by which sequence flows it came there. A move
 * that does not give the state its fact keeps ends the telling: what follows could be wrong, and nothing is better than a wrong drawing.
 */
export function wayOf(graph: Graph, judge: Judge | Feel, facts: readonly NumberedFact[]): Way {
  const flows = new Map<string, Passage>();
  const elements = new Map<string, Passage>();
  let state: FlowState | null = null;
  for (const { seq, fact } of facts) {
    const after = flowAfter(fact);
    if (!after) continue;
    const move = moveBy(graph, judge, state, fact, after);
    if (!move || !isSame(move.state, after)) return { flows: [...flows.values()], elements: [...elements.values()], differsAt: seq };
    note(flows, countOf(move.passed), fact.at);
    note(elements, leftIn(graph, move, state, fact), fact.at);
    state = after;
  }
  return { flows: [...flows.values()], elements: [...elements.values()], differsAt: null };
}

/** Where the process stood after a fact; undefined for facts that do not move it. */
function flowAfter(fact: MatterFact): FlowState | undefined {
  switch (fact.kind) {
    case 'matter_accepted':
    case 'deemed_accepted':
    case 'link_completed':
    case 'flow_moved':
      return fact.content.flow;
    default:
      return undefined;
  }
}

function moveBy(graph: Graph, judge: Judge | Feel, before: FlowState | null, fact: MatterFact, after: FlowState): Move | undefined {
  if (fact.kind === 'matter_accepted' || fact.kind === 'deemed_accepted') return before ? undefined : begin(graph, judge, givenIn(graph, after));
  if (!before) return undefined;
  if (fact.kind === 'flow_moved') return movedBy(graph, judge, before, fact.content.event, after);
  if (fact.kind !== 'link_completed') return undefined;
  const { linkId, action } = fact.content;
  const element = before.waiting.find((task) => task.taskId === linkId)?.node;
  return element === undefined ? undefined : complete(graph, judge, before, linkId, { [element]: action });
}

function movedBy(graph: Graph, judge: Judge | Feel, before: FlowState, event: FlowEvent, after: FlowState): Move | undefined {
  switch (event.type) {
    case 'timer':
      return ring(graph, judge, before, event.timerId);
    case 'part': {
      const element = before.pending?.find((one) => one.id === event.callId)?.node;
      return element === undefined ? undefined : answerCall(graph, judge, before, event.callId, { [element]: event.outcome });
    }
    case 'message': {
      // A message that came before anybody waited for it is kept as it came.
      const kept = after.received?.findLast((one) => one.message === event.message);
      return receive(graph, judge, before, kept ?? { message: event.message });
    }
  }
}

/** What the matter gave its process: the values after the first move, without those that its decision tables answered. */
function givenIn(graph: Graph, after: FlowState): Readonly<Record<string, FlowValue>> {
  const asked = new Set((graph.given ?? []).map((one) => one.name));
  const answered = new Set(Object.values(graph.nodes).flatMap((node) => (node.type === 'rule' ? node.table.outputs.map((output) => output.name) : [])));
  return Object.fromEntries(Object.entries(after.values).filter(([name]) => asked.has(name) || !answered.has(name)));
}

/** Whether two plain values are the same, in whatever order their members stand: a database keeps its own. */
function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null || Array.isArray(one) !== Array.isArray(other)) return false;
  const [a, b] = [one as Readonly<Record<string, unknown>>, other as Readonly<Record<string, unknown>>];
  const names = new Set([...Object.keys(a), ...Object.keys(b)].filter((name) => a[name] !== undefined || b[name] !== undefined));
  return [...names].every((name) => isSame(a[name], b[name]));
}

function countOf(ids: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

function note(passages: Map<string, Passage>, counts: ReadonlyMap<string, number>, at: Instant): void {
  for (const [id, times] of counts) passages.set(id, { id, times: (passages.get(id)?.times ?? 0) + times, lastAt: at });
}

/** How often each element was left in one move: by an exclusive gateway a token leaves on one way, else on all of its ways; an end is left when it is reached. */
function leftIn(graph: Graph, move: Move, before: FlowState | null, fact: MatterFact): ReadonlyMap<string, number> {
  const passed = countOf(move.passed);
  const left = new Map<string, number>();
  const add = (id: string, times: number): void => void (times > 0 && left.set(id, (left.get(id) ?? 0) + times));
  for (const node of Object.values(graph.nodes)) {
    for (const one of [node, ...('borders' in node ? (node.borders ?? []) : [])]) {
      const counts = one.ways.map((way) => passed.get(way.id) ?? 0);
      add(one.id, node.type === 'exclusive' ? counts.reduce((sum, times) => sum + times, 0) : Math.max(0, ...counts));
      for (const way of one.ways) if (graph.nodes[way.to]?.type === 'end') add(way.to, passed.get(way.id) ?? 0);
    }
  }
  addEntries(graph, before, fact, left, add);
  return left;
}

/** An entry of a list that was done is passed too, though its token goes on only when the last is. */
function addEntries(graph: Graph, before: FlowState | null, fact: MatterFact, left: ReadonlyMap<string, number>, add: (id: string, times: number) => void): void {
  if (fact.kind !== 'link_completed') return;
  const element = before?.waiting.find((task) => task.taskId === fact.content.linkId)?.node;
  const node = element === undefined ? undefined : graph.nodes[element];
  if (element !== undefined && node?.type === 'user' && node.each && !left.has(element)) add(element, 1);
}
