import type { By } from '../../kernel/actor.ts';
import { accept, refuse, type Decision, type Refusal } from '../../kernel/decider.ts';
import { answerCall, receive, ring, type FlowScalar, type FlowState, type FlowValue, type Move, type WaitingTask } from '../../kernel/flow/index.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import { openConsultations } from './ending.ts';
import { evolve } from './evolve.ts';
import { messageKey, partsOf, timersOf } from './evolve-flow.ts';
import type { Law } from './law.ts';
import { setClock } from './limits.ts';
import type { FlowEvent, PartFault, PartOutcome } from './matter-flow.ts';
import type { Matter, MatterFact } from './matter.ts';
import { conclude } from './outcome.ts';

/** When and by whom. */
interface Meta {
  readonly at: Instant;
  readonly by: By;
}

/** Facts, or why not. */
type SetGoing = { readonly ok: true; readonly facts: readonly MatterFact[] } | Refusal;

/** What the matter gives its process, as far as it asks: see `givenByMatters` of the catalogue. The answers of the applicant stay sealed and never enter a flow. */
export function givenTo(state: Matter, law: Law): Readonly<Record<string, FlowValue>> {
  const all: Readonly<Record<string, FlowValue>> = {
    parts: state.chosenParts ?? [], departments: law.item.departments ?? [], channel: state.channel, applicant: state.organisationId === null ? 'person' : 'organisation',
  };
  return Object.fromEntries((law.graph.given ?? []).flatMap(({ name }) => (all[name] === undefined ? [] : [[name, all[name]]])));
}

/**
 * A fact that moved the process, and what the move set going: what it gave up, the links it opened, timers, messages, parts; and where the process is over, the
 * decision and the end. Clocks of links and timers run from `from`. Each new thing has an id of the token game's, so that whoever carries it out does so once.
 */
export function moved(state: Matter, first: readonly MatterFact[], move: Move, law: Law, meta: Meta, from: Instant = meta.at): Decision<MatterFact> {
  const going = setGoing(state, move, law, meta, from);
  if (!going.ok) return going;
  const facts = [...first, ...going.facts];
  const issued = move.services.includes('issue_result');
  if (!issued && !move.state.ended) return accept(...facts);
  const ended = conclude(facts.reduce<Matter>((matter, fact) => evolve(matter, fact), state), law, issued, meta);
  return ended.ok ? accept(...facts, ...ended.facts) : ended;
}

/** A timer of the process has run out: at the end of its last day, as the calendar counts it now. */
export function ringTimer(state: Matter, timerId: string, law: Law, meta: Meta): Decision<MatterFact> {
  const timer = timersOf(state).find((one) => one.timerId === timerId);
  if (timer?.state !== 'running') return refuse('matter.timer_not_running');
  if (meta.at <= (timer.clock.dueAt ?? meta.at)) return refuse('matter.timer_not_due', { date: timer.clock.dueOn });
  return by({ type: 'timer', timerId }, 'matter.timer_not_running', state, law, meta, (flow) => ring(law.graph, law.feel, flow, timerId));
}

/** A message from the bundle or from another part of it; each counts once, and one that comes early is kept. */
export function receiveMessage(state: Matter, event: Extract<FlowEvent, { type: 'message' }>, law: Law, meta: Meta): Decision<MatterFact> {
  if (state.messagesReceived?.includes(messageKey(event))) return refuse('matter.message_known');
  if (!Object.values(law.graph.nodes).some((node) => node.type === 'catch' && node.message === event.message)) return refuse('matter.message_not_awaited');
  return by(event, 'matter.message_not_awaited', state, law, meta, (flow) => receive(law.graph, law.feel, flow, { message: event.message }));
}

/** A part of the bundle has ended, or could not begin (`why`); the process goes on with what it came to. */
export function partEnded(state: Matter, callId: string, ended: { readonly outcome: PartOutcome; readonly why?: PartFault }, law: Law, meta: Meta): Decision<MatterFact> {
  const part = partsOf(state).find((one) => one.callId === callId);
  if (!part) return refuse('matter.part_unknown');
  if (part.endedAt !== null) return refuse('matter.part_ended');
  return by({ type: 'part', callId, ...ended }, 'matter.part_ended', state, law, meta, (flow) => answerCall(law.graph, law.feel, flow, callId, { [part.element]: ended.outcome }));
}

function by(event: FlowEvent, late: string, state: Matter, law: Law, meta: Meta, play: (flow: FlowState) => Move | undefined): Decision<MatterFact> {
  if (state.status !== 'accepted' || !state.flow) return refuse('matter.not_open', { status: state.status });
  const move = play(state.flow);
  if (!move) return refuse(late);
  return moved(state, [{ kind: 'flow_moved', ...meta, content: { event, flow: move.state } }], move, law, meta);
}

function setGoing(state: Matter, move: Move, law: Law, meta: Meta, from: Instant): SetGoing {
  const born = new Set([...move.opened.map((task) => task.taskId), ...move.timers.map((timer) => timer.timerId), ...move.called.map((call) => call.callId)]);
  // What the same move opened and gave up again nobody ever saw.
  const gone = new Set(move.cancelled);
  const lives = (id: string): boolean => !gone.has(id);
  const links = opened(state, { ...move, opened: move.opened.filter((task) => lives(task.taskId)) }, law, meta, from);
  if (!links.ok) return links;
  const timers = timersSet({ ...move, timers: move.timers.filter((timer) => lives(timer.timerId)) }, law, meta, from);
  if (!timers.ok) return timers;
  const called = partsCalled({ ...move, called: move.called.filter((call) => lives(call.callId)) }, law, meta);
  const unclear = [...new Set([...move.unclear, ...links.unresolved, ...called.unknown])];
  return {
    ok: true,
    facts: [
      ...move.cancelled.filter((id) => !born.has(id)).flatMap((id) => givenUp(state, id, meta)),
      ...links.facts, ...timers.facts,
      ...move.sent.map((sent): MatterFact => ({ kind: 'message_sent', ...meta, content: { messageId: sent.messageId, element: sent.node, message: sent.message } })),
      ...called.facts,
      ...(unclear.length > 0 ? [{ kind: 'flow_unclear' as const, ...meta, content: { elements: unclear } }] : []),
    ],
  };
}

/** What is given up: a link with the opinions asked for on its behalf, a timer, a part; a message awaited leaves nothing behind. */
function givenUp(state: Matter, id: string, meta: Meta): readonly MatterFact[] {
  if (state.links.some((link) => link.linkId === id && link.doneAt === null)) {
    const recalled = openConsultations(state, id).map((one): MatterFact => ({ kind: 'consultation_recalled', ...meta, content: { linkId: one.linkId }, sealed: { words: '' } }));
    return [...recalled, { kind: 'link_cancelled', ...meta, content: { linkId: id } }];
  }
  if (timersOf(state).some((timer) => timer.timerId === id && timer.state === 'running')) return [{ kind: 'timer_cancelled', ...meta, content: { timerId: id } }];
  return partsOf(state).some((part) => part.callId === id && part.endedAt === null) ? [{ kind: 'part_cancelled', ...meta, content: { callId: id } }] : [];
}

/** Each task the process opened as a link: its institution from the rule, its own clock from the item. */
function opened(state: Matter, move: Move, law: Law, meta: Meta, from: Instant): { ok: true; facts: readonly MatterFact[]; unresolved: readonly string[] } | Refusal {
  const facts: MatterFact[] = [];
  const unresolved: string[] = [];
  for (const task of move.opened) {
    const node = law.graph.nodes[task.node];
    if (node?.type !== 'user') continue;
    const entries = entriesOf(task, move.state, law);
    const found = law.institutionFor(filledIn(node.link.handler, entries));
    // A person is told why it cannot go on; what goes on by itself, or for an entry nobody knows, goes to the department that handles the matter, and somebody must look.
    if (!found.ok && meta.by.kind !== 'system' && entries.length === 0) return refuse(found.code, found.params);
    if (!found.ok) unresolved.push(task.node);
    const days = law.item.linkDays[task.node];
    const clock = days === undefined ? null : setClock(law.calendar, { amount: days, unit: 'working_day' }, from, law.pack.warning);
    if (clock && !clock.ok) return refuse(clock.code, clock.params);
    const item = entries[0]?.item;
    facts.push({
      kind: 'link_opened', ...meta,
      content: {
        linkId: task.taskId, element: task.node, link: node.link.kind, post: node.link.post, institution: found.ok ? found.institution : state.handlingInstitution, clock: clock ? clock.clock : null,
        ...(item === undefined ? {} : { item }),
      },
    });
  }
  return { ok: true, facts, unresolved };
}

interface Entry {
  readonly as: string;
  readonly item: FlowScalar;
}

/** The entries of lists that a task is for, the innermost first. */
function entriesOf(task: Pick<WaitingTask, 'in'>, flow: FlowState, law: Law): readonly Entry[] {
  const scope = flow.scopes?.find((one) => one.id === task.in);
  if (!scope) return [];
  const node = law.graph.nodes[scope.node];
  const as = node && 'each' in node ? node.each?.as : undefined;
  const own = scope.index !== undefined && scope.item !== undefined && as !== undefined ? [{ as, item: scope.item }] : [];
  return [...own, ...entriesOf(scope, flow, law)];
}

const filledIn = (handler: string, entries: readonly Entry[]): string => handler.replace(/\{(\w+)\}/g, (whole, name: string) => String(entries.find((one) => one.as === name)?.item ?? whole));

function timersSet(move: Move, law: Law, meta: Meta, from: Instant): SetGoing {
  const facts: MatterFact[] = [];
  for (const { timerId, node, workingDays } of move.timers) {
    const clock = setClock(law.calendar, { amount: workingDays, unit: 'working_day' }, from, law.pack.warning);
    if (!clock.ok) return clock;
    facts.push({ kind: 'timer_set', ...meta, content: { timerId, element: node, clock: clock.clock } });
  }
  return { ok: true, facts };
}

/** Each call as a matter of its own to be filed. What the item of the bundle does not name nobody could file: publishing refuses it, and should it be there, somebody must look. */
function partsCalled(move: Move, law: Law, meta: Meta): { facts: readonly MatterFact[]; unknown: readonly string[] } {
  const known = law.item.parts ?? {};
  return {
    facts: move.called.flatMap(({ callId, node }): readonly MatterFact[] => {
      const part = known[node];
      return part ? [{ kind: 'part_called', ...meta, content: { callId, element: node, taskCode: part.taskCode, handlingItem: part.handlingItem, matterId: law.partId(callId) as Id } }] : [];
    }),
    unknown: move.called.filter(({ node }) => !known[node]).map(({ node }) => node),
  };
}
