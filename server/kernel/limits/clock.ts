import type { Limit } from '../calendar/index.ts';
import { dayNumber, localDayOf, type Instant } from '../instant.ts';

/**
 * Grounds on which a clock stands still (行政许可法 45: 听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审), and two that other laws name:
 * `public_notice` 公示/公告, and `other_by_law`, whose document must name the law.
 */
export const procedureKinds = ['hearing', 'tender', 'auction', 'inspection', 'testing', 'quarantine', 'appraisal', 'expert_review', 'public_notice', 'other_by_law'] as const;
export type ProcedureKind = (typeof procedureKinds)[number];

/** A lawful stop of a clock: its ground, the document that tells the applicant how long it takes, and when it goes on. */
export interface Pause {
  readonly pauseId: string;
  readonly ground: ProcedureKind;
  /** Number or title of the written notice to the applicant (行政许可法 45: 行政机关应当将所需时间书面告知申请人). */
  readonly document: string;
  readonly from: Instant;
  /** When the clock goes on at the latest. The announced length binds: who needs longer has it raised by two persons. */
  readonly announcedUntil: Instant;
  /** When the procedure really ended; null while it is going on. */
  readonly to: Instant | null;
}

/** A lengthening approved by a second person (行政许可法 42), in the unit of the limit it lengthens. */
export interface Extension {
  /** Whole number ≥ 1. */
  readonly amount: number;
  readonly at: Instant;
  readonly ground: string;
}

/** A limit that was started: its length, its start, its stops and its lengthenings. When it is due is computed, never stored as the truth. */
export interface Clock {
  readonly limit: Limit;
  readonly startedAt: Instant;
  readonly pauses: readonly Pause[];
  readonly extensions: readonly Extension[];
}

/** The moment a pause stops holding: its real end, and never later than announced. */
export function stopsCountingUntil(pause: Pause): Instant {
  return pause.to !== null && pause.to < pause.announcedUntil ? pause.to : pause.announcedUntil;
}

/** The pause that holds at `now`, the one that began first where several do; undefined when the clock runs. It holds from its first moment until the moment it goes on. */
export function pauseAt(clock: Clock, now: Instant): Pause | undefined {
  return inOrder(clock.pauses).find((pause) => pause.from <= now && now < stopsCountingUntil(pause));
}

/** How much was added to the limit by extensions, in its own unit; 0 on the spot, which has no length that could grow. */
export function extendedBy(clock: Clock): number {
  return clock.limit.unit === 'on_the_spot' ? 0 : clock.extensions.reduce((sum, extension) => sum + extension.amount, 0);
}

/** The pauses in the order they began; those that began together keep the order they were recorded in. */
export function inOrder(pauses: readonly Pause[]): readonly Pause[] {
  return pauses.length < 2 ? pauses : [...pauses].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** The days a pause leaves out, as day numbers (kernel/instant), both included. */
export interface StillDays {
  readonly pauseId: string;
  readonly first: number;
  readonly last: number;
}

/**
 * The days on which a clock stands still at the day's end: the day it stops is left out, the day it goes on counts, and what stops and
 * goes on within one day leaves out nothing (it is not in the list). Ordered by the pauses' beginnings.
 */
export function stillDaysOf(pauses: readonly Pause[]): readonly StillDays[] {
  return inOrder(pauses)
    .map((pause) => ({ pauseId: pause.pauseId, first: dayNumber(localDayOf(pause.from)), last: dayNumber(localDayOf(stopsCountingUntil(pause))) - 1 }))
    .filter((days) => days.first <= days.last);
}

/** The pause that leaves out the day with this number: the one that began first, so that no day is left out twice. */
export function pauseOfDay(still: readonly StillDays[], number: number): string | undefined {
  return still.find((days) => days.first <= number && number <= days.last)?.pauseId;
}
