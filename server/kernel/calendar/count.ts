import { dayNumber, dayOfNumber, instantOfMs, localDayOf, msOf, type Instant, type LocalDay } from '../instant.ts';
import { isCalendarRefusal, outside, statusOf, type CalendarRefusal, type DayName, type NonWorkingReason, type WorkingCalendar } from './working-calendar.ts';

/** A day that was passed over while counting, and why. */
export interface LeftOutDay {
  readonly day: LocalDay;
  readonly why: NonWorkingReason;
  readonly name: DayName | null;
}

/** A finished count: its last day, the days passed over, and the weekend days that did count because they were worked. */
export interface Count {
  readonly last: LocalDay;
  readonly leftOut: readonly LeftOutDay[];
  readonly swappedIn: readonly LocalDay[];
}

/**
 * Counts `n` working days (n ≥ 1) after `start`; the starting day itself never counts (民法典 201; 行政许可法 82 counts working days).
 * Refuses with `calendar.past_end` when the table ends first.
 */
export function countWorkingDays(calendar: WorkingCalendar, start: LocalDay, n: number): Count | CalendarRefusal {
  const early = outside(calendar, start);
  if (early !== undefined) return early;
  const leftOut: LeftOutDay[] = [];
  const swappedIn: LocalDay[] = [];
  let number = dayNumber(start);
  let day = start;
  for (let counted = 0; counted < n; ) {
    number += 1;
    day = dayOfNumber(number);
    const refusal = outside(calendar, day);
    if (refusal !== undefined) return refusal;
    const status = statusOf(calendar, day);
    if (status.working) counted += 1;
    if (status.working && status.swapped) swappedIn.push(day);
    if (!status.working) leftOut.push({ day, why: status.why, name: status.name });
  }
  return { last: day, leftOut, swappedIn };
}

/** The `n`-th working day after `start` (n ≥ 1, `start` not counted). */
export function addWorkingDays(calendar: WorkingCalendar, start: LocalDay, n: number): LocalDay | CalendarRefusal {
  const count = countWorkingDays(calendar, start, n);
  return isCalendarRefusal(count) ? count : count.last;
}

/** `day` itself when it is a working day, else the first working day after it, with the days passed over (民法典 203, first paragraph). */
export function nextWorkingDayFrom(calendar: WorkingCalendar, day: LocalDay): Count | CalendarRefusal {
  const before = dayOfNumber(dayNumber(day) - 1);
  const refusal = outside(calendar, day);
  if (refusal !== undefined) return refusal;
  if (outside(calendar, before) === undefined) return countWorkingDays(calendar, before, 1);
  const status = statusOf(calendar, day);
  if (status.working) return { last: day, leftOut: [], swappedIn: [] };
  const rest = countWorkingDays(calendar, day, 1);
  return isCalendarRefusal(rest) ? rest : { ...rest, leftOut: [{ day, why: status.why, name: status.name }, ...rest.leftOut] };
}

/** The day `n` calendar days after `day`. */
export function addCalendarDays(day: LocalDay, n: number): LocalDay {
  return dayOfNumber(dayNumber(day) + n);
}

/** The instant `n` hours after `start`: hours run from the moment itself (民法典 201, second paragraph). */
export function addHours(start: Instant, n: number): Instant {
  return instantOfMs(msOf(start) + n * 3_600_000);
}

/** The corresponding day `n` months later, or the last day of that month when it has no such day (民法典 202). */
export function addMonths(day: LocalDay, n: number): LocalDay {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + n;
  const first = `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`;
  const next = months + 1;
  const nextFirst = `${String(Math.floor(next / 12)).padStart(4, '0')}-${String((next % 12) + 1).padStart(2, '0')}-01`;
  const length = dayNumber(nextFirst) - dayNumber(first);
  return addCalendarDays(first, Math.min(Number(day.slice(8, 10)), length) - 1);
}

/**
 * Working days d with a < d ≤ b; negative when b is before a, so that it reads as "days still to go".
 * Refuses when either day is outside the table.
 */
export function workingDaysBetween(calendar: WorkingCalendar, a: LocalDay, b: LocalDay): number | CalendarRefusal {
  const refusal = outside(calendar, a) ?? outside(calendar, b);
  if (refusal !== undefined) return refusal;
  if (b < a) return 0 - workingDaysWithin(calendar, b, a);
  return workingDaysWithin(calendar, a, b);
}

function workingDaysWithin(calendar: WorkingCalendar, a: LocalDay, b: LocalDay): number {
  let days = 0;
  for (let number = dayNumber(a) + 1, end = dayNumber(b); number <= end; number += 1) {
    if (statusOf(calendar, dayOfNumber(number)).working) days += 1;
  }
  return days;
}

/**
 * Working days still to come after today until `dueOn`, the due day included: 1 on the working day before, 0 on the due day itself,
 * −1 on the first working day late. On a weekend right after the due day it is 0 too: whether a limit is missed is said by its last
 * moment (`isLate`), never by this number.
 */
export function remainingWorkingDays(calendar: WorkingCalendar, now: Instant, dueOn: LocalDay): number | CalendarRefusal {
  return workingDaysBetween(calendar, localDayOf(now), dueOn);
}
