import type { Limit } from '../../kernel/calendar/index.ts';
import { addHours } from '../../kernel/calendar/index.ts';
import type { Id } from '../../kernel/ids.ts';
import { endOfLocalDay, startOfLocalDay, type Instant, type LocalDay } from '../../kernel/instant.ts';
import type { Clock, Pause, ProcedureKind } from '../../kernel/limits/index.ts';

/** Which legal limit a clock of a matter is; ids of docs/law beside each. */
export type MatterLimitKind =
  | 'notice' // L-012 say once what is missing
  | 'correction' // L-014 the resident's time to answer it
  | 'statutory' // L-001, joint L-005
  | 'promised' // L-002
  | 'link' // L-003
  | 'special' // L-006 the announced length of a special procedure
  | 'deferred' // L-015 a material that may come later
  | 'promise_check' // L-016 the office looks into a promise, or into a right that rests on a paper that never came
  | 'service'; // L-020

/**
 * A clock as a fact sets it: from when, how long, and when it ends by the calendar named. Facts of the
 * first release lack the last three; `limitOf` says what they mean then.
 */
export interface SetClock {
  readonly limit: Limit;
  readonly startedAt: Instant;
  readonly dueOn: LocalDay;
  readonly provisional: boolean;
  readonly dueAt?: Instant;
  readonly warnAt?: Instant;
  readonly calendar?: string;
}

/** Where a limit ends after an act or a calendar moved it. */
export interface MovedClock {
  readonly limitId: string;
  readonly dueOn: LocalDay;
  readonly dueAt: Instant;
  readonly warnAt: Instant;
  readonly provisional: boolean;
  readonly calendar: string;
}

/** How a limit ended: by what it asks for (in time or not, its moment tells), or because the matter ended otherwise. */
export type LimitEnding = 'met' | 'void';

/** One running or ended limit of a matter, folded from its facts. */
export interface MatterLimit {
  readonly limitId: string;
  readonly kind: MatterLimitKind;
  readonly clock: Clock;
  readonly calendar: string;
  readonly dueOn: LocalDay;
  readonly dueAt: Instant;
  readonly warnAt: Instant;
  readonly provisional: boolean;
  readonly endedAt: Instant | null;
  readonly ending: LimitEnding | null;
  /** When the recorded breach was recorded; the breach itself is `dueAt`. */
  readonly passedAt: Instant | null;
}

/** An act that moves limits: done by two persons (rule of this product; 行政许可法 42 and 45 ask for the head's approval and a written notice). */
export type LimitAct =
  /** 特别程序: the clock stands still for at most the announced length, told in writing (行政许可法 45). */
  | { readonly type: 'special'; readonly pauseId: string; readonly ground: ProcedureKind; readonly document: string; readonly announced: Limit }
  /** The announced length was not enough; in its own unit. */
  | { readonly type: 'prolong'; readonly pauseId: string; readonly document: string; readonly by: number }
  /** The procedure is over; counts from the moment it was proposed. */
  | { readonly type: 'end'; readonly pauseId: string; readonly document: string }
  /** 延长审批 (行政许可法 42); lengthens the running limits of handling that are counted in this unit and have not passed: what is late stays late. */
  | { readonly type: 'extend'; readonly document: string; readonly by: number; readonly unit: Limit['unit'] };

/** A proposed act and what became of it; both persons stay named. */
export interface LimitProposal {
  readonly proposalId: string;
  readonly act: LimitAct;
  readonly proposedBy: Id;
  readonly institution: string;
  readonly proposedAt: Instant;
  readonly outcome: 'open' | 'approved' | 'rejected';
  readonly decidedBy: Id | null;
  readonly decidedAt: Instant | null;
}

/** A limit as the fact that sets it says. An older fact names neither its last moment nor when it turns yellow: the day's end, and the day itself. */
export function limitOf(kind: MatterLimitKind, limitId: string, set: SetClock, calendar: string): MatterLimit {
  const dueAt = set.dueAt ?? (set.limit.unit === 'hour' ? addHours(set.startedAt, set.limit.amount) : endOfLocalDay(set.dueOn));
  const dayOfDue = startOfLocalDay(set.dueOn);
  return {
    limitId, kind, clock: { limit: set.limit, startedAt: set.startedAt, pauses: [], extensions: [] }, calendar: set.calendar ?? calendar, dueOn: set.dueOn, dueAt,
    warnAt: set.warnAt ?? (dayOfDue > set.startedAt ? dayOfDue : set.startedAt), provisional: set.provisional, endedAt: null, ending: null, passedAt: null,
  };
}

/** The newest limit of a kind; of limits with many on one matter (links, deferred materials) name the id. */
export function findLimit(limits: readonly MatterLimit[], kindOrId: MatterLimitKind | `link:${string}` | `deferred:${string}` | `promise:${string}` | `special:${string}`): MatterLimit | undefined {
  return limits.findLast((one) => one.limitId === kindOrId || one.kind === kindOrId);
}

/** Running ones. */
export const openLimits = (limits: readonly MatterLimit[]): readonly MatterLimit[] => limits.filter((one) => one.endedAt === null);

/** Ends the running limits that `which` names. */
export function endLimits(limits: readonly MatterLimit[], which: (one: MatterLimit) => boolean, at: Instant, ending: LimitEnding): readonly MatterLimit[] {
  return limits.map((one) => (one.endedAt === null && which(one) ? { ...one, endedAt: at, ending } : one));
}

/** The limits after a calendar or an act moved them: new ends, and the clock changed as the act says. A limit whose breach was recorded and that now ends later may pass again. */
export function moveLimits(limits: readonly MatterLimit[], moved: readonly MovedClock[], change: (clock: Clock, one: MatterLimit) => Clock = (clock) => clock): readonly MatterLimit[] {
  const ends = new Map(moved.map((one) => [one.limitId, one]));
  return limits.map((one) => {
    const end = ends.get(one.limitId);
    if (!end || one.endedAt !== null) return one;
    const { limitId: _limitId, ...where } = end;
    return { ...one, ...where, clock: change(one.clock, one), passedAt: one.passedAt !== null && end.dueAt > one.dueAt ? null : one.passedAt };
  });
}

/** Whether an act on the whole handling touches this limit: 行政许可法 42 and 45 speak of the limits of handling; an open link is part of it. */
export const isHandlingLimit = (one: MatterLimit): boolean => one.kind === 'statutory' || one.kind === 'promised' || one.kind === 'link';

/** The clock after an approved act; the same object where the act does not touch it. `at` is the approval; an end counts from its proposal, so that waiting for the second person never stops a clock. */
export function clockAfter(clock: Clock, one: MatterLimit, act: LimitAct, moments: { readonly proposedAt: Instant; readonly approvedAt: Instant; readonly announcedUntil: Instant | null }): Clock {
  switch (act.type) {
    case 'special': {
      if (!isHandlingLimit(one)) return clock;
      const pause: Pause = { pauseId: act.pauseId, ground: act.ground, document: act.document, from: moments.approvedAt, announcedUntil: moments.announcedUntil ?? moments.approvedAt, to: null };
      return { ...clock, pauses: [...clock.pauses, pause] };
    }
    case 'prolong':
      if (one.limitId === `special:${act.pauseId}`) return { ...clock, extensions: [...clock.extensions, { amount: act.by, at: moments.approvedAt, ground: act.document }] };
      return changePause(clock, act.pauseId, (pause) => ({ ...pause, announcedUntil: moments.announcedUntil ?? pause.announcedUntil }));
    case 'end':
      return changePause(clock, act.pauseId, (pause) => ({ ...pause, to: moments.proposedAt }));
    case 'extend':
      return isHandlingLimit(one) && clock.limit.unit === act.unit && moments.approvedAt <= one.dueAt ? { ...clock, extensions: [...clock.extensions, { amount: act.by, at: moments.approvedAt, ground: act.document }] } : clock;
  }
}

/** The clock with one pause changed; the same clock where it has no such pause. */
function changePause(clock: Clock, pauseId: string, change: (pause: Pause) => Pause): Clock {
  return clock.pauses.some((pause) => pause.pauseId === pauseId) ? { ...clock, pauses: clock.pauses.map((pause) => (pause.pauseId === pauseId ? change(pause) : pause)) } : clock;
}
