/** The working calendar of the installation, and every one that dates were ever computed with. */
import { workingCalendarOf, type CalendarFile, type WorkingCalendar } from '../../kernel/calendar/index.ts';
import type { Handle } from '../../platform/db/database.ts';
import { readCalendarFiles, readCurrentVersions } from './store.ts';

export { loadCalendar } from './store.ts';
export { calendarRefusals, type CalendarProblemCode } from './refusals.ts';
export type { CalendarProblem } from './calendar-file.ts';

/** The calendars of the installation. */
export interface Calendars {
  /** The one new dates are computed with. */
  readonly calendar: WorkingCalendar;
  /** The one a matter keeps, by the version written on it (`statutory` or `statutory+provisional`); undefined where it was never loaded. */
  byVersion(version: string): WorkingCalendar | undefined;
}

/**
 * Reads the calendars into memory. Without `provisionalAllowed` the calendar ends with the last year that the State Council has arranged,
 * and a due date past that end is refused. Throws where no calendar was loaded: loading comes first at every start.
 */
export async function calendarDomain(handle: Handle, options: { readonly provisionalAllowed: boolean }): Promise<Calendars> {
  const current = await readCurrentVersions(handle);
  const files = new Map((await readCalendarFiles(handle)).map((file) => [file.version, file]));
  const statutory = files.get(current?.statutory ?? '');
  if (!current || !statutory) throw new Error('calendarDomain: no calendar is loaded');
  const provisional = options.provisionalAllowed && current.provisional !== null ? (files.get(current.provisional) ?? null) : null;
  const calendar = workingCalendarOf(statutory, provisional);
  const made = new Map<string, WorkingCalendar>([[calendar.version, calendar]]);
  return {
    calendar,
    byVersion(version) {
      const known = made.get(version) ?? compose(files, version);
      if (known) made.set(version, known);
      return known;
    },
  };
}

/** `a` or `a+b`, as workingCalendarOf names what it joins; another composition than the one asked for is no answer. */
function compose(files: ReadonlyMap<string, CalendarFile>, version: string): WorkingCalendar | undefined {
  const [first = '', second] = version.split('+');
  const statutory = files.get(first);
  const provisional = second === undefined ? null : files.get(second);
  if (!statutory || provisional === undefined) return undefined;
  const calendar = workingCalendarOf(statutory, provisional);
  return calendar.version === version ? calendar : undefined;
}
