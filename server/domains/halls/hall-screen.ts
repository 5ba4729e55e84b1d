import type { Instant, LocalDay } from '../../kernel/instant.ts';

/** A matter of a hall as its screen needs it: nothing personal. `warnAt` and `dueAt` are those of the limit promised; `stopped…` of the pause that holds it, where one does. */
export interface HallMatter {
  readonly numberTail: string;
  readonly taskCode: string;
  readonly status: string;
  readonly dueOn: LocalDay | null;
  readonly dueAt: Instant | null;
  readonly warnAt: Instant | null;
  readonly stoppedFrom?: Instant | null;
  readonly stoppedUntil?: Instant | null;
}

/** What is counted in a hall on one day. */
export interface HallNumbers {
  /** received that day */
  readonly received: number;
  /** finished that day, on whatever day they were received */
  readonly finished: number;
  /** received on whatever day, not yet decided whether it is accepted */
  readonly waiting: number;
  /** the newest first */
  readonly rows: readonly HallMatter[];
}

export type HallLight = 'green' | 'yellow' | 'red' | 'paused';

/** As many rows as a screen across a hall can be read from; more would be read by nobody. */
export const mostRows = 8;

/** Statuses of a matter that is still in hand. */
const inHand = new Set(['received', 'correction_requested', 'accepted']);

/** The light of a matter in hand (L-040): paused while a pause holds, red after the due moment, yellow from the warning line on; null where no limit runs any more or not yet. */
export function lightOf(matter: HallMatter, now: Instant): HallLight | null {
  const { dueAt, warnAt, stoppedFrom, stoppedUntil } = matter;
  if (dueAt === null || !inHand.has(matter.status)) return null;
  if (stoppedFrom && stoppedUntil && stoppedFrom <= now && now < stoppedUntil) return 'paused';
  if (now > dueAt) return 'red';
  return warnAt !== null && now >= warnAt ? 'yellow' : 'green';
}

/** What of a number a stranger may read: its last four characters, by which who holds the receipt knows his own. */
export function maskedTail(number: string): string {
  return [...number].slice(-4).join('');
}
