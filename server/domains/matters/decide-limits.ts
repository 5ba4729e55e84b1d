import { accept, refuse, type Refusal } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant, LocalDay } from '../../kernel/instant.ts';
import { wrongPerson } from '../../kernel/two-persons.ts';
import { acceptBySilence, notNow, silenceOf, type MatterDecision, type Meta } from './decide.ts';
import { timersOf } from './evolve-flow.ts';
import type { Law } from './law.ts';
import type { MovedTimer } from './matter-flow.ts';
import { movedLimits, setClock } from './limits.ts';
import { clockAfter, findLimit, openLimits, type LimitAct, type LimitProposal, type MatterLimit, type MovedClock, type SetClock } from './matter-limit.ts';
import type { Matter, MatterFact } from './matter.ts';
import { responsibleFor } from './responsible.ts';

/** Somebody proposes to stop, to prolong, to end or to extend; nothing moves until a second person has agreed. */
export function proposeLimitAct(state: Matter, proposalId: string, act: LimitAct, words: string, law: Law, meta: Meta): MatterDecision {
  const wrong = notNow(state, 'propose_limit_act') ?? unlawful(state, act, law, meta.at);
  if (wrong) return wrong;
  if (state.proposals.some((one) => one.outcome === 'open')) return refuse('matter.proposal_open');
  return accept<MatterFact>({ kind: 'limit_act_proposed', ...meta, content: { proposalId, act }, sealed: { words } });
}

/** The second person agrees, and the limits move; judged anew, for the day may have come meanwhile. */
export function approveLimitAct(state: Matter, proposalId: string, words: string, law: Law, meta: Meta): MatterDecision {
  const found = openProposal(state, proposalId, meta.by.id);
  if (!found.ok) return found;
  const { proposal } = found;
  const { act } = proposal;
  const wrong = unlawful(state, act, law, meta.at);
  if (wrong) return wrong;
  const ends = announcedEnd(state, act, law, meta.at);
  if (!ends.ok) return ends;
  const moments = { proposedAt: proposal.proposedAt, approvedAt: meta.at, announcedUntil: ends.until };
  const change = (clock: MatterLimit['clock'], one: MatterLimit) => clockAfter(clock, one, act, moments);
  const moves = movedLimits(law.calendar, openLimits(state.limits).filter((one) => change(one.clock, one) !== one.clock), law.pack.warning, change);
  if (!moves.ok) return moves;
  return accept<MatterFact>({
    kind: 'limit_act_approved', ...meta, content: { proposalId, act, announcedUntil: ends.until, announced: act.type === 'special' ? ends.clock : null, moved: moves.moved }, sealed: { words },
  });
}

/** The second person does not agree; the limits stay as they are. */
export function rejectLimitAct(state: Matter, proposalId: string, words: string, meta: Meta): MatterDecision {
  const found = openProposal(state, proposalId, meta.by.id);
  return found.ok ? accept<MatterFact>({ kind: 'limit_act_rejected', ...meta, content: { proposalId }, sealed: { words } }) : found;
}

function openProposal(state: Matter, proposalId: string, staffId: Id): { ok: true; proposal: LimitProposal } | Refusal {
  const wrong = notNow(state, 'approve_limit_act');
  if (wrong) return wrong;
  const proposal = state.proposals.find((one) => one.proposalId === proposalId);
  if (!proposal) return refuse('matter.proposal_unknown');
  if (proposal.outcome !== 'open') return refuse('matter.proposal_decided');
  // Two persons for any act that moves a limit.
  return wrongPerson('approve', proposal.proposedBy, staffId) ? refuse('matter.same_person') : { ok: true, proposal };
}

/** Why an act on limits is not lawful now. */
function unlawful(state: Matter, act: LimitAct, law: Law, at: Instant): Refusal | undefined {
  switch (act.type) {
    case 'special':
      return state.limits.some((one) => one.limitId === `special:${act.pauseId}`) ? refuse('matter.procedure_open') : undefined;
    case 'prolong':
    case 'end': {
      const special = findLimit(state.limits, `special:${act.pauseId}`);
      if (!special) return refuse('matter.procedure_unknown');
      if (special.endedAt !== null) return refuse('matter.procedure_over');
      // The announced length binds: once it is over the clock runs, and can only be stopped anew.
      return act.type === 'prolong' && at > special.dueAt ? refuse('matter.announced_time_over', { date: special.dueOn }) : undefined;
    }
    case 'extend':
      return unlawfulExtension(state, act, law, at);
  }
}

/** L-004, L-005 (行政许可法 42): once, at most so many days, and before the limit has passed. */
function unlawfulExtension(state: Matter, { by, unit }: Extract<LimitAct, { type: 'extend' }>, law: Law, at: Instant): Refusal | undefined {
  const statutory = findLimit(state.limits, 'statutory');
  const most = law.item.joint ? law.pack.limits.extension_joint : law.pack.limits.extension;
  if (!statutory || statutory.endedAt !== null || statutory.clock.limit.unit !== most.unit || unit !== most.unit) return refuse('matter.nothing_to_extend');
  if (statutory.clock.extensions.length > 0) return refuse('matter.extended_already');
  if (by > most.amount) return refuse('matter.extension_too_long', { most: most.amount });
  return at > statutory.dueAt ? refuse('matter.extension_too_late', { date: statutory.dueOn }) : undefined;
}

/** When a special procedure is to be over: its announced length from the approval on, or what a prolongation adds to it. */
function announcedEnd(state: Matter, act: LimitAct, law: Law, at: Instant): { ok: true; until: Instant | null; clock: SetClock | null } | Refusal {
  if (act.type === 'special') {
    const set = setClock(law.calendar, act.announced, at, law.pack.warning);
    return set.ok ? { ok: true, until: set.clock.dueAt ?? null, clock: set.clock } : set;
  }
  const special = act.type === 'prolong' ? findLimit(state.limits, `special:${act.pauseId}`) : undefined;
  if (act.type !== 'prolong' || !special) return { ok: true, until: null, clock: null };
  const moves = movedLimits(law.calendar, [special], law.pack.warning, (clock) => ({ ...clock, extensions: [...clock.extensions, { amount: act.by, at, ground: act.document }] }));
  return moves.ok ? { ok: true, until: moves.moved[0]?.dueAt ?? null, clock: null } : moves;
}

/** The breach of a limit, recorded once: which, when it was due, and who was answerable when it passed. What ended too late before anybody looked is a breach all the same. */
export function recordPassed(state: Matter, limitId: string, dueAt: Instant, meta: Meta): MatterDecision {
  const limit = state.limits.find((one) => one.limitId === limitId);
  if (!limit || limit.passedAt !== null || limit.dueAt !== dueAt || (limit.endedAt ?? meta.at) <= dueAt) return refuse('matter.limit_not_passed');
  return accept<MatterFact>({ kind: 'limit_passed', ...meta, content: { limitId, limit: limit.kind, dueOn: limit.dueOn, dueAt, ...responsibleFor(state, limit, dueAt) } });
}

/** 视为受理 (行政许可法 32, L-013): nothing was said in time, so the matter counts as accepted from the day its papers were received. */
export function deemAccepted(state: Matter, law: Law, meta: Meta): MatterDecision {
  const notice = silenceOf(state, meta.at);
  return notice ? acceptBySilence(state, notice, law, meta) : refuse('matter.limit_not_passed');
}

/** A calendar changed from a day on (L-032): every running limit and timer that reaches it is counted anew, and the fact keeps what moved and why. */
export function recomputeLimits(state: Matter, change: { readonly changeId: string; readonly firstDay: LocalDay }, law: Law, meta: Meta): MatterDecision {
  const reached = openLimits(state.limits).filter((one) => one.dueOn >= change.firstDay && one.calendar !== law.calendar.version);
  const timers = movedTimers(state, change.firstDay, law);
  if (!timers.ok) return timers;
  if (reached.length === 0 && timers.moved.length === 0) return refuse('matter.limits_unchanged');
  const moves = movedLimits(law.calendar, reached, law.pack.warning);
  if (!moves.ok) return moves;
  const moved: readonly MovedClock[] = moves.moved;
  return accept<MatterFact>({ kind: 'limits_recomputed', ...meta, content: { calendar: law.calendar.version, changeId: change.changeId, firstDay: change.firstDay, moved, ...(timers.moved.length > 0 ? { timers: timers.moved } : {}) } });
}

/** Timers of the process that reach the day, counted anew from when they were set. */
function movedTimers(state: Matter, firstDay: LocalDay, law: Law): { ok: true; moved: readonly MovedTimer[] } | Refusal {
  const moved: MovedTimer[] = [];
  for (const timer of state.endedAt === null ? timersOf(state) : []) {
    if (timer.state !== 'running' || timer.clock.dueOn < firstDay || timer.clock.calendar === law.calendar.version) continue;
    const set = setClock(law.calendar, timer.clock.limit, timer.clock.startedAt, law.pack.warning);
    if (!set.ok) return set;
    moved.push({ timerId: timer.timerId, clock: set.clock });
  }
  return { ok: true, moved };
}

