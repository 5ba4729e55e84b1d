import { dueDate, isCalendarRefusal, isProvisional, outside, statusOf, workingDaysBetween, type CalendarRefusal, type Due, type LeftOutDay, type WorkingCalendar } from '../calendar/index.ts';
import { dayNumber, dayOfNumber, endOfLocalDay, instantOfMs, localDayOf, msOf, startOfLocalDay, type Instant, type LocalDay } from '../instant.ts';
import { extendedBy, inOrder, pauseOfDay, stillDaysOf, stopsCountingUntil, type Clock, type Pause, type StillDays } from './clock.ts';
import type { WarningLine } from './rule-pack.ts';

/** A day that would have counted, had the clock not stood still at its end. */
export interface PausedDay {
  readonly day: LocalDay;
  readonly pauseId: string;
}

/**
 * When a clock is due, with all that explains it. `limit` is the limit as it was set, `extendedBy` what was added to it; every day between
 * start and due day is counted, in `leftOut`, or in `pausedDays`, and in one of them only.
 */
export interface ClockDue extends Due {
  /** From this moment the light is yellow; never before the start. */
  readonly warnAt: Instant;
  readonly pausedDays: readonly PausedDay[];
  readonly extendedBy: number;
  /** Milliseconds the clock stood still; only a limit in hours is lengthened by them, 0 for every other unit. */
  readonly pausedMs: number;
}

type DueParts = Pick<ClockDue, 'dueOn' | 'dueAt' | 'countedDays' | 'leftOut' | 'swappedIn' | 'movedFrom' | 'pausedDays' | 'pausedMs'>;

/**
 * When a clock ends, its pauses and extensions reckoned in (docs/law L-001, L-004, L-006, L-030).
 *
 * - The starting day does not count (民法典 201); the last day ends at 24:00 (203).
 * - A day is left out by a pause when the clock stands still at the day's end; a pause never reaches past its announced end.
 * - working_day: days worked and not paused. calendar_day: days not paused; a last day not worked moves to the next day that is worked and not paused.
 *   month: the extended number of months gives a number of days, which is then counted as calendar days are.
 *   hour: the milliseconds that any pause held are added. on_the_spot: the starting day, else the next day that is worked and not paused; cannot be extended.
 *
 * Refuses with `calendar.past_end` when the table ends before the clock does.
 */
export function dueOfClock(calendar: WorkingCalendar, clock: Clock, warning: WarningLine): ClockDue | CalendarRefusal {
  const added = extendedBy(clock);
  // Pauses only lengthen: what leaves the table without them leaves it with them.
  const plain = dueDate(calendar, added === 0 ? clock.limit : { ...clock.limit, amount: clock.limit.amount + added }, clock.startedAt);
  if (isCalendarRefusal(plain)) return plain;
  const stopped = clock.pauses.length === 0 ? undefined : withPauses(calendar, clock, plain);
  if (isCalendarRefusal(stopped)) return stopped;
  const parts = stopped ?? plain;
  return {
    ...plain,
    pausedDays: [],
    pausedMs: 0,
    ...stopped,
    limit: clock.limit,
    provisional: isProvisional(calendar, parts.dueOn),
    warnAt: warnAtOf(calendar, plain, parts, warning),
    extendedBy: added,
  };
}

function withPauses(calendar: WorkingCalendar, clock: Clock, plain: Due): DueParts | CalendarRefusal {
  const still = stillDaysOf(clock.pauses);
  switch (clock.limit.unit) {
    case 'working_day':
      return countDays(calendar, plain, still, 'worked');
    case 'calendar_day':
    case 'month':
      return countDays(calendar, plain, still, 'every');
    case 'on_the_spot':
      return onTheSpot(calendar, plain, still);
    case 'hour':
      return inHours(calendar, clock.pauses, plain);
  }
}

/** A walk over the days after `from`, noting why each that does not count does not. */
interface Walk {
  last: number;
  readonly leftOut: LeftOutDay[];
  readonly swappedIn: LocalDay[];
  readonly pausedDays: PausedDay[];
}

/** Walks until `wanted` days counted; `which` says whether a day that is not worked counts. The refusal of a table that ends first. */
function walk(calendar: WorkingCalendar, still: readonly StillDays[], from: number, wanted: number, which: 'worked' | 'every'): Walk | CalendarRefusal {
  const found: Walk = { last: from, leftOut: [], swappedIn: [], pausedDays: [] };
  for (let counted = 0; counted < wanted; ) {
    found.last += 1;
    const day = dayOfNumber(found.last);
    const refusal = outside(calendar, day);
    if (refusal !== undefined) return refusal;
    const status = statusOf(calendar, day);
    const pauseId = pauseOfDay(still, found.last);
    if (which === 'worked' && !status.working) found.leftOut.push({ day, why: status.why, name: status.name });
    else if (pauseId !== undefined) found.pausedDays.push({ day, pauseId });
    else {
      counted += 1;
      if (which === 'worked' && status.working && status.swapped) found.swappedIn.push(day);
    }
  }
  return found;
}

function countDays(calendar: WorkingCalendar, plain: Due, still: readonly StillDays[], which: 'worked' | 'every'): DueParts | CalendarRefusal {
  const counted = walk(calendar, still, dayNumber(plain.startedOn), plain.countedDays, which);
  if (isCalendarRefusal(counted)) return counted;
  if (which === 'worked') return { ...endOf(counted), countedDays: plain.countedDays, movedFrom: null };
  return moveOn(calendar, still, counted, plain.countedDays);
}

function onTheSpot(calendar: WorkingCalendar, plain: Due, still: readonly StillDays[]): DueParts | CalendarRefusal {
  return moveOn(calendar, still, { last: dayNumber(plain.startedOn), leftOut: [], swappedIn: [], pausedDays: [] }, 0);
}

/** A last day that is not worked, or at whose end the clock stands still, moves to the next day that is worked and not paused (民法典 203). */
function moveOn(calendar: WorkingCalendar, still: readonly StillDays[], counted: Walk, countedDays: number): DueParts | CalendarRefusal {
  // One walk from the eve decides about the last day itself too: it stays where it is when it is worked and not paused.
  const eve = counted.last - 1;
  const moved = walk(calendar, still, eve, 1, 'worked');
  if (isCalendarRefusal(moved)) return moved;
  const pausedDays = [...counted.pausedDays, ...moved.pausedDays];
  const movedFrom = moved.last === counted.last ? null : dayOfNumber(counted.last);
  return { ...endOf({ ...moved, pausedDays }), countedDays, movedFrom };
}

function endOf(found: Walk): Omit<DueParts, 'countedDays' | 'movedFrom'> {
  const dueOn = dayOfNumber(found.last);
  return { dueOn, dueAt: endOfLocalDay(dueOn), leftOut: found.leftOut, swappedIn: found.swappedIn, pausedDays: found.pausedDays, pausedMs: 0 };
}

function inHours(calendar: WorkingCalendar, pauses: readonly Pause[], plain: Due): DueParts | CalendarRefusal {
  const { dueMs, heldMs } = hoursThrough(pauses, msOf(plain.startedAt), msOf(plain.dueAt));
  const dueAt = instantOfMs(dueMs);
  const dueOn = localDayOf(dueAt);
  const pausedMs = [...heldMs.values()].reduce((sum, ms) => sum + ms, 0);
  return outside(calendar, dueOn) ?? { dueOn, dueAt, countedDays: 0, leftOut: [], swappedIn: [], movedFrom: null, pausedDays: [], pausedMs };
}

/**
 * The end of a limit in hours that would end at `endMs` without pauses, and for each pause (by id) the milliseconds it alone added: what two
 * pauses hold together is the earlier one's.
 */
export function hoursThrough(pauses: readonly Pause[], startMs: number, endMs: number): { readonly dueMs: number; readonly heldMs: ReadonlyMap<string, number> } {
  const heldMs = new Map<string, number>();
  let dueMs = endMs;
  let reached = startMs;
  for (const pause of inOrder(pauses)) {
    const from = Math.max(msOf(pause.from), reached);
    const until = msOf(stopsCountingUntil(pause));
    if (from >= dueMs || until <= from) continue;
    heldMs.set(pause.pauseId, until - from);
    dueMs += until - from;
    reached = until;
  }
  return { dueMs, heldMs };
}

/** The start of the working day from which at most the warning line's working days remain (L-040); for hours that many hours before the end. Never before the start. */
function warnAtOf(calendar: WorkingCalendar, start: Pick<Due, 'limit' | 'startedAt' | 'startedOn'>, end: Pick<DueParts, 'dueOn' | 'dueAt'>, warning: WarningLine): Instant {
  const early = start.limit.unit === 'hour' ? instantOfMs(msOf(end.dueAt) - warning.hours * 3_600_000) : startOfLocalDay(workingDaysBack(calendar, start.startedOn, end.dueOn, warning.workingDays));
  return early < start.startedAt ? start.startedAt : early;
}

/** The `n`-th working day before `day`, and `floor` where that would lie before it. */
function workingDaysBack(calendar: WorkingCalendar, floor: LocalDay, day: LocalDay, n: number): LocalDay {
  const lowest = dayNumber(floor);
  let number = dayNumber(day);
  for (let back = 0; back < n && number > lowest; ) {
    number -= 1;
    if (statusOf(calendar, dayOfNumber(number)).working) back += 1;
  }
  return dayOfNumber(number);
}

/**
 * Working days a clock has used up by `until`, its day included and the starting day not, lawful pauses taken off: the net time of a link or
 * of a whole matter, in whatever unit its limit is counted. 0 before it started.
 */
export function elapsedWorkingDays(calendar: WorkingCalendar, clock: Clock, until: Instant): number | CalendarRefusal {
  const startedOn = localDayOf(clock.startedAt);
  const all = workingDaysBetween(calendar, startedOn, localDayOf(until));
  if (isCalendarRefusal(all) || all <= 0) return isCalendarRefusal(all) ? all : 0;
  const [first, end] = [dayNumber(startedOn) + 1, dayNumber(localDayOf(until))];
  const paused = new Set<number>();
  for (const days of stillDaysOf(clock.pauses)) {
    for (let number = Math.max(first, days.first); number <= Math.min(end, days.last); number += 1) {
      if (statusOf(calendar, dayOfNumber(number)).working) paused.add(number);
    }
  }
  return all - paused.size;
}
