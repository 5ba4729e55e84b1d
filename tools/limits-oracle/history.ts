/**
 * A random history of one clock, as plain JSON: what it is counted in, when it starts, stops and grows, under which calendar, and under which other
 * calendar it is computed again. Made from a seed, so that a difference found once can be found again. Shares nothing with the kernel.
 */

export type Unit = 'working_day' | 'calendar_day' | 'hour' | 'month' | 'on_the_spot';

/** A day that a change makes different: a closure of the city, a new holiday, a weekend day that is worked, or a plain day again. */
export interface DayChange {
  readonly on: string;
  readonly kind: 'closure' | 'holiday' | 'swap' | 'plain';
}

export interface HistoryPause {
  readonly pauseId: string;
  readonly from: string;
  readonly announcedUntil: string;
  readonly to: string | null;
}

export interface History {
  readonly unit: Unit;
  readonly amount: number;
  readonly startedAt: string;
  readonly pauses: readonly HistoryPause[];
  readonly extensions: readonly number[];
  readonly warning: { readonly workingDays: number; readonly hours: number };
  /** Whether the provisional year 2027 follows the table. */
  readonly provisional: boolean;
  /** Days that differ from the published table when the clock starts. */
  readonly changes: readonly DayChange[];
  /** From this moment the calendar of `laterChanges` stands and the due date is computed again. */
  readonly changedAt: string;
  readonly laterChanges: readonly DayChange[];
  readonly endedAt: string | null;
  /** Moments at which somebody looks. */
  readonly looks: readonly string[];
}

/** Chance from a seed (mulberry32): numbers in [0, 1). */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const dayMs = 86_400_000;
const localMidnight = Date.UTC(2003, 11, 31, 16);
const daysOfTable = 8766;
const longest: Readonly<Record<Unit, number>> = { working_day: 60, calendar_day: 90, hour: 300, month: 6, on_the_spot: 1 };
const daysOf: Readonly<Record<Unit, number>> = { working_day: 1.5, calendar_day: 1, hour: 1 / 24, month: 30, on_the_spot: 3 };

interface Dice {
  readonly next: () => number;
  /** Whole number from `low` to `high`, both included. */
  readonly whole: (low: number, high: number) => number;
  readonly oneOf: <T>(...choices: readonly [T, ...T[]]) => T;
}

function diceOf(next: () => number): Dice {
  return { next, whole: (low, high) => low + Math.floor(next() * (high - low + 1)), oneOf: (...choices) => choices[Math.floor(next() * choices.length)] ?? choices[0] };
}

const iso = (ms: number): string => new Date(ms).toISOString();
/** Never before the year 1970 nor after 9999: the kernel compares instants as texts. */
const text = (ms: number): string => iso(Math.max(0, Math.min(ms, Date.UTC(9990, 0, 1))));

/** A moment of a day: anywhere, or at its borders, where mistakes live. */
function momentOf(dice: Dice, dayStartMs: number): number {
  return dayStartMs + dice.oneOf(dice.whole(0, dayMs - 1), dice.whole(0, dayMs - 1), 0, 1, -1, dayMs / 2, dayMs - 1, 9.5 * 3_600_000);
}

/** Days around which holidays and swaps lie: a day of the table near a border of a month or a holiday, or any. */
function startDay(dice: Dice): number {
  if (dice.next() < 0.25) {
    const year = dice.whole(2004, 2027);
    const [month, day] = dice.oneOf([0, 25], [1, 5], [3, 1], [3, 28], [5, 10], [8, 12], [8, 27], [9, 4], [11, 26]);
    return Math.floor((Date.UTC(year, month, day + dice.whole(-4, 6)) - 8 * 3_600_000 - localMidnight) / dayMs);
  }
  if (dice.next() < 0.05) return daysOfTable - dice.oneOf(365, 0) - dice.whole(0, 90); // so that ends of the table are met
  return dice.next() < 0.02 ? dice.whole(-2, daysOfTable + 2) : dice.whole(0, daysOfTable - 1);
}

function pausesOf(dice: Dice, startedMs: number, spanDays: number): HistoryPause[] {
  const count = dice.oneOf(0, 0, 1, 1, 2, 3);
  let before: number | null = null;
  return Array.from({ length: count }, (_, i) => {
    const anchor: number = before !== null && dice.next() < 0.5 ? before : startedMs + dice.whole(-3, Math.ceil(spanDays * 1.3) + 2) * dayMs;
    const from = momentOf(dice, Math.floor((anchor - localMidnight) / dayMs) * dayMs + localMidnight + dice.whole(0, 2) * dayMs);
    before = from;
    const length = dice.oneOf(0, dice.whole(1, 8 * 3_600_000), dice.whole(1, 3) * dayMs, dice.whole(0, 20 * dayMs), dice.whole(0, 5 * dayMs));
    const until = dice.next() < 0.4 ? momentOf(dice, Math.floor((from + length - localMidnight) / dayMs) * dayMs + localMidnight) : from + length;
    const announcedUntil = Math.max(from, until);
    const to = dice.oneOf<number | null>(null, announcedUntil, announcedUntil, from + Math.floor(length * dice.next()), announcedUntil + dice.whole(1, 15 * dayMs));
    return { pauseId: `p${i + 1}`, from: text(from), announcedUntil: text(announcedUntil), to: to === null ? null : text(to) };
  });
}

function changesOf(dice: Dice, startedMs: number, spanDays: number, most: number): DayChange[] {
  const changes = new Map<string, DayChange>();
  for (let i = dice.whole(0, most); i > 0; i -= 1) {
    const on = iso(startedMs + 8 * 3_600_000 + dice.whole(-4, Math.ceil(spanDays) + 12) * dayMs).slice(0, 10);
    changes.set(on, { on, kind: dice.oneOf('closure', 'holiday', 'swap', 'plain') });
  }
  return [...changes.values()];
}

/** The next random history of this chance. */
export function randomHistory(next: () => number): History {
  const dice = diceOf(next);
  const unit = dice.oneOf<Unit>('working_day', 'working_day', 'working_day', 'calendar_day', 'hour', 'month', 'on_the_spot');
  const amount = dice.next() < 0.03 ? dice.whole(1, longest[unit] * 6) : dice.whole(1, dice.oneOf(Math.min(10, longest[unit]), longest[unit]));
  const extensions = Array.from({ length: dice.oneOf(0, 0, 0, 1, 1, 2) }, () => dice.whole(1, Math.max(1, Math.ceil(longest[unit] / 3))));
  const startedMs = momentOf(dice, localMidnight + startDay(dice) * dayMs);
  const spanDays = (amount + extensions.reduce((a, b) => a + b, 0)) * daysOf[unit] + 1;
  const pauses = pausesOf(dice, startedMs, spanDays);
  const anyMoment = (): number => momentOf(dice, Math.floor((startedMs - localMidnight) / dayMs) * dayMs + localMidnight + dice.whole(-3, Math.ceil(spanDays * 1.6) + 10) * dayMs);
  const changes = changesOf(dice, startedMs, spanDays, dice.oneOf(0, 0, 3, 6));
  return {
    unit,
    amount,
    startedAt: text(startedMs),
    pauses,
    extensions,
    warning: { workingDays: dice.oneOf(1, 1, 1, 0, 2, 5), hours: dice.oneOf(1, 4, 24) },
    provisional: dice.next() < 0.8,
    changes,
    changedAt: text(anyMoment()),
    laterChanges: dice.next() < 0.5 ? changes : [...changes.slice(1), ...changesOf(dice, startedMs, spanDays, 5).filter((one) => !changes.some((other) => other.on === one.on))],
    endedAt: dice.next() < 0.25 ? text(anyMoment()) : null,
    looks: Array.from({ length: 4 }, () => text(anyMoment())),
  };
}
