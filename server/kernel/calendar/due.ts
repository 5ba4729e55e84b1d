import { refuse } from '../decider.ts';
import { dayNumber, endOfLocalDay, localDayOf, type Instant, type LocalDay } from '../instant.ts';
import { addCalendarDays, addHours, addMonths, countWorkingDays, nextWorkingDayFrom, type Count, type LeftOutDay } from './count.ts';
import { isCalendarRefusal, isProvisional, outside, type CalendarRefusal, type WorkingCalendar } from './working-calendar.ts';

/** What an item's limit may be measured in; `on_the_spot` is 即办件 and takes no amount. */
export type LimitUnit = 'working_day' | 'calendar_day' | 'hour' | 'month' | 'on_the_spot';

/** A length of time as a rule pack or an item states it; `amount` is a whole number ≥ 1 (ignored for `on_the_spot`). */
export interface Limit {
  readonly amount: number;
  readonly unit: LimitUnit;
}

/** A due date together with everything needed to explain it. */
export interface Due {
  readonly limit: Limit;
  readonly startedAt: Instant;
  /** The starting day in Shenzhen; it is not counted. */
  readonly startedOn: LocalDay;
  readonly dueOn: LocalDay;
  /** The last moment in time; the next millisecond is late. */
  readonly dueAt: Instant;
  /** Days counted: working days, or calendar days of the period before any move; 0 for hours and on the spot. */
  readonly countedDays: number;
  /** Days passed over, in order: between start and due day for working days, at the end of the period for the other units. */
  readonly leftOut: readonly LeftOutDay[];
  /** Weekend days that counted because a notice made them working days. */
  readonly swappedIn: readonly LocalDay[];
  /** Where the period would have ended, had that day been a working day; null when nothing was moved. */
  readonly movedFrom: LocalDay | null;
  /** True when the due day rests on a provisional year: every screen says so. */
  readonly provisional: boolean;
  readonly calendarVersion: string;
}

/**
 * When a limit that starts at `startAt` ends.
 *
 * - working_day: the n-th working day after the starting day (行政许可法 82: working days, statutory holidays not counted; the starting day is not counted, 民法典 201).
 * - calendar_day, month: the n-th day, or the corresponding day, after the starting day; a last day that is not worked moves to the next working day (民法典 201–203).
 * - hour: from the moment itself, weekends and nights included, never moved (民法典 201, second paragraph; 203 speaks of last days only).
 * - on_the_spot: the same day; filed on a day that is not worked, the next working day (rule of this product, no statute names it).
 *
 * The last day ends at 24:00 (民法典 203, second paragraph). 民法典 204 leaves room for other rules: a rule pack that has one states its own limit.
 * Refuses with `calendar.past_end` when the table ends before the limit does.
 */
export function dueDate(calendar: WorkingCalendar, limit: Limit, startAt: Instant): Due | CalendarRefusal {
  const startedOn = localDayOf(startAt);
  const early = outside(calendar, startedOn);
  if (early !== undefined) return early;
  if (reachesBeyond(calendar, limit, startedOn)) return refuse('calendar.past_end', { to: calendar.to });
  switch (limit.unit) {
    case 'working_day':
      return finish(calendar, limit, startAt, countWorkingDays(calendar, startedOn, limit.amount), limit.amount, null);
    case 'calendar_day':
      return movable(calendar, limit, startAt, addCalendarDays(startedOn, limit.amount));
    case 'month':
      return movable(calendar, limit, startAt, addMonths(startedOn, limit.amount));
    case 'on_the_spot':
      return movable(calendar, limit, startAt, startedOn);
    case 'hour':
      return inHours(calendar, limit, startAt);
  }
}

/** Whether even the shortest reading of a limit leaves the table: keeps absurd amounts away from day arithmetic. */
function reachesBeyond(calendar: WorkingCalendar, limit: Limit, startedOn: LocalDay): boolean {
  const days = dayNumber(calendar.to) - dayNumber(startedOn);
  if (limit.unit === 'hour') return limit.amount > (days + 1) * 24;
  if (limit.unit === 'month') return limit.amount * 28 > days;
  return limit.unit === 'calendar_day' && limit.amount > days;
}

/** True from the first millisecond after the last moment in time. */
export function isLate(due: Pick<Due, 'dueAt'>, now: Instant): boolean {
  return now > due.dueAt;
}

function movable(calendar: WorkingCalendar, limit: Limit, startAt: Instant, last: LocalDay): Due | CalendarRefusal {
  const count = nextWorkingDayFrom(calendar, last);
  const moved = !isCalendarRefusal(count) && count.last !== last;
  return finish(calendar, limit, startAt, count, dayNumber(last) - dayNumber(localDayOf(startAt)), moved ? last : null);
}

function inHours(calendar: WorkingCalendar, limit: Limit, startAt: Instant): Due | CalendarRefusal {
  const dueAt = addHours(startAt, limit.amount);
  const last = localDayOf(dueAt);
  const due = finish(calendar, limit, startAt, outside(calendar, last) ?? { last, leftOut: [], swappedIn: [] }, 0, null);
  return isCalendarRefusal(due) ? due : { ...due, dueAt };
}

function finish(
  calendar: WorkingCalendar,
  limit: Limit,
  startedAt: Instant,
  count: Count | CalendarRefusal,
  countedDays: number,
  movedFrom: LocalDay | null,
): Due | CalendarRefusal {
  if (isCalendarRefusal(count)) return count;
  return {
    limit,
    startedAt,
    startedOn: localDayOf(startedAt),
    dueOn: count.last,
    dueAt: endOfLocalDay(count.last),
    countedDays,
    leftOut: count.leftOut,
    swappedIn: count.swappedIn,
    movedFrom,
    provisional: isProvisional(calendar, count.last),
    calendarVersion: calendar.version,
  };
}
