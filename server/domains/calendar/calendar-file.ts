/** One file of data/calendar read and checked before it may decide anybody's due date. Pure. */
import { dayNumber, isLocalDay, weekdayOf, type LocalDay } from '../../kernel/instant.ts';
import type { CalendarFile } from '../../kernel/calendar/index.ts';
import type { CalendarProblemCode } from './refusals.ts';

/** A calendar file as it lies on disk; `notices` and `verified` say how sure its days are. */
export interface StoredCalendarFile extends CalendarFile {
  readonly notices?: Readonly<Record<string, { readonly verified: boolean }>>;
  readonly verified?: boolean;
}

/** What is wrong with a calendar file. */
export interface CalendarProblem {
  readonly file: string;
  readonly code: CalendarProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** The days of one file that cannot be: no real day, outside its span, twice, a name that is not there, a holiday at the weekend, a swapped day that was worked anyway. */
export function shapeProblems(name: string, file: StoredCalendarFile): readonly CalendarProblem[] {
  const wrong = (detail: string): CalendarProblem => ({ file: name, code: 'calendar.shape', params: { detail } });
  if (typeof file.version !== 'string' || file.version.includes('+') || !Array.isArray(file.days)) return [wrong('version, days')];
  if (!isLocalDay(file.from) || !isLocalDay(file.to) || dayNumber(file.to) < dayNumber(file.from)) return [wrong(`${file.from} … ${file.to}`)];
  const seen = new Set<LocalDay>();
  return file.days.flatMap((day): CalendarProblem[] => {
    if (!isLocalDay(day.on) || day.on < file.from || day.on > file.to || seen.has(day.on)) return [wrong(day.on)];
    seen.add(day.on);
    const weekend = [0, 6].includes(weekdayOf(day.on));
    const fits = (day.kind === 'statutory_holiday' && !weekend) || (day.kind === 'makeup_workday' && weekend);
    return fits && file.festivals[day.festival] !== undefined ? [] : [wrong(`${day.on} ${day.kind} ${day.festival}`)];
  });
}

/** Whether a day of the file was read in the notice that ordered it. */
export function isVerified(file: StoredCalendarFile, notice: string | null): boolean {
  return notice === null ? (file.verified ?? false) : (file.notices?.[notice]?.verified ?? false);
}
