import type { CalendarDay, CalendarYear, DayState } from '../../../contract/calendar.ts';

/** One day of the year as the screen shows it. */
export interface ShownDay {
  readonly on: string;
  readonly is: DayState['is'];
  /** the server's line about it, where it differs from the plain week */
  readonly line: CalendarDay | undefined;
  readonly provisional: boolean;
}

const dayMs = 86_400_000;
const msOf = (day: string): number => Date.parse(`${day}T00:00:00.000Z`);

/** Weekday of a day, 0 = Sunday … 6 = Saturday. */
export const weekdayOf = (day: string): number => new Date(msOf(day)).getUTCDay();

/** The day `days` after one. */
export const dayAfter = (day: string, days: number): string => new Date(msOf(day) + days * dayMs).toISOString().slice(0, 10);

/** True for a real day in the form YYYY-MM-DD. */
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(msOf(text)) && dayAfter(text, 0) === text;

/** Every day of the year in order, with what it is: Monday to Friday worked, unless the server says otherwise. */
export function shownDays(year: CalendarYear): readonly ShownDay[] {
  const lines = new Map(year.days.map((line) => [line.on, line]));
  const { provisionalFrom } = year.health;
  const days: ShownDay[] = [];
  for (let on = `${year.year}-01-01`; on <= `${year.year}-12-31`; on = dayAfter(on, 1)) {
    const line = lines.get(on);
    const weekend = [0, 6].includes(weekdayOf(on));
    days.push({ on, is: line?.kind ?? (weekend ? 'weekend' : 'working'), line, provisional: provisionalFrom !== null && on >= provisionalFrom });
  }
  return days;
}

/** Whether a day counts towards limits. */
export const counts = (day: Pick<ShownDay, 'is'>): boolean => day.is === 'working' || day.is === 'makeup_workday';

/** The weeks of a month, Monday first; null where a week belongs to its neighbours. */
export function weeksOf(days: readonly ShownDay[], month: number): readonly (readonly (ShownDay | null)[])[] {
  const own = days.filter((day) => Number(day.on.slice(5, 7)) === month);
  const before = own[0] ? (weekdayOf(own[0].on) + 6) % 7 : 0;
  const cells: (ShownDay | null)[] = [...Array.from({ length: before }, () => null), ...own];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** Where a key moves from a day, inside its year; undefined for any other key. */
export function movedBy(key: string, on: string): string | undefined {
  const year = on.slice(0, 4);
  const steps: Readonly<Record<string, string>> = {
    ArrowLeft: dayAfter(on, -1), ArrowRight: dayAfter(on, 1), ArrowUp: dayAfter(on, -7), ArrowDown: dayAfter(on, 7), PageUp: dayAfter(on, -28), PageDown: dayAfter(on, 28), Home: `${year}-01-01`, End: `${year}-12-31`,
  };
  const to = steps[key];
  if (to === undefined) return undefined;
  return to.slice(0, 4) === year ? to : to < on ? `${year}-01-01` : `${year}-12-31`;
}
