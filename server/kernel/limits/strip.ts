import { statusOf, type DayName, type WorkingCalendar } from '../calendar/index.ts';
import { dayNumber, dayOfNumber, type LocalDay } from '../instant.ts';
import { pauseOfDay, stillDaysOf, type Clock, type StillDays } from './clock.ts';
import type { ClockDue } from './due.ts';

/**
 * What a day is to a clock: the day it starts (not counted) · counted · counted though a weekend, by a swap · not counted: weekend, holiday,
 * closure, the clock stood still · the last day of the period, not worked, so that it moves on · the day it moved to.
 */
export const stripStates = ['start', 'counted', 'swapped_in', 'weekend', 'holiday', 'closure', 'paused', 'moved', 'moved_to'] as const;
export type StripState = (typeof stripStates)[number];

/**
 * One cell of a strip: one day, or in a long strip a run of days. Read in order, the cells cover every day from the start to the due day
 * once, so a screen draws them, a screen reader reads them and a paper prints them from the same list.
 */
export interface StripDay {
  /** First day of the cell. */
  readonly day: LocalDay;
  /** Last day of the cell; the same day when it is one day. */
  readonly to: LocalDay;
  /** Days in the cell that are what `state` says. */
  readonly days: number;
  /** Plain weekend days in between that were folded in; 0 for one day. */
  readonly weekends: number;
  readonly state: StripState;
  /** Name of the holiday, swap or closure. */
  readonly name: DayName | null;
  /** The pause during which the day lies, also for a weekend within it. */
  readonly pauseId: string | null;
  /** How many days have counted by the end of the cell; null where the cell does not count, and always for a limit in hours. */
  readonly n: number | null;
  /** The due day; it is always a cell of its own. */
  readonly due: boolean;
}

/** A strip of more days than this is folded. */
export const longestUnfolded = 62;

/**
 * The days from the start of a clock to its due day and what each is. Up to 62 days each is a cell; longer strips fold runs of equal days, plain
 * weekends between two halves of a run included, so that a limit of years stays a short list. `due` must be the due date of `clock` in `calendar`.
 */
export function dayStrip(calendar: WorkingCalendar, clock: Clock, due: ClockDue): readonly StripDay[] {
  const still = stillDaysOf(clock.pauses);
  const [first, last] = [dayNumber(due.startedOn), dayNumber(due.dueOn)];
  const cells: StripDay[] = [];
  let counted = 0;
  for (let number = first; number <= last; number += 1) {
    const cell = cellOf(calendar, due, still, number);
    const counts = due.limit.unit !== 'hour' && (cell.state === 'counted' || cell.state === 'swapped_in' || cell.state === 'moved') && counted < due.countedDays;
    if (counts) counted += 1;
    cells.push(counts ? { ...cell, n: counted } : cell);
  }
  return cells.length > longestUnfolded ? folded(cells) : cells;
}

function cellOf(calendar: WorkingCalendar, due: ClockDue, still: readonly StillDays[], number: number): StripDay {
  const day = dayOfNumber(number);
  const pauseId = pauseOfDay(still, number) ?? null;
  const cell = { day, to: day, days: 1, weekends: 0, name: null, pauseId, n: null, due: day === due.dueOn };
  if (day === due.startedOn) return { ...cell, state: 'start', pauseId: null };
  if (day === due.movedFrom) return { ...cell, state: 'moved', ...nameOf(calendar, day) };
  if (cell.due && due.movedFrom !== null) return { ...cell, state: 'moved_to', ...nameOf(calendar, day) };
  const status = statusOf(calendar, day);
  const everyDayCounts = due.limit.unit === 'hour' || ((due.limit.unit === 'calendar_day' || due.limit.unit === 'month') && (due.movedFrom === null || day < due.movedFrom));
  if (everyDayCounts) return { ...cell, state: pauseId === null ? 'counted' : 'paused' };
  if (!status.working) return { ...cell, state: status.why === 'statutory_holiday' ? 'holiday' : status.why, name: status.name };
  if (pauseId !== null) return { ...cell, state: 'paused' };
  return { ...cell, state: status.swapped ? 'swapped_in' : 'counted', name: status.name };
}

function nameOf(calendar: WorkingCalendar, day: LocalDay): { readonly name: DayName | null } {
  return { name: statusOf(calendar, day).name };
}

/** Equal cells side by side become one; plain weekends between two equal cells go into it. The start and the due day stay alone. */
function folded(cells: readonly StripDay[]): readonly StripDay[] {
  const found: StripDay[] = [];
  for (const cell of cells) {
    const [before, run] = [found.at(-1), found.at(-2)];
    if (before !== undefined && same(before, cell)) found.splice(-1, 1, joined(before, cell, 0));
    else if (before !== undefined && run !== undefined && isWeekend(before) && before.pauseId === run.pauseId && !isWeekend(cell) && same(run, cell)) found.splice(-2, 2, joined(run, cell, before.days));
    else found.push(cell);
  }
  return found;
}

function isWeekend(cell: StripDay): boolean {
  return cell.state === 'weekend' && !cell.due;
}

function same(a: StripDay, b: StripDay): boolean {
  return a.state === b.state && a.state !== 'start' && !a.due && !b.due && a.pauseId === b.pauseId && a.name?.en === b.name?.en;
}

function joined(run: StripDay, cell: StripDay, weekends: number): StripDay {
  return { ...run, to: cell.to, days: run.days + cell.days, weekends: run.weekends + weekends, n: cell.n };
}
