/** The working calendar of the installation, and every one that dates were ever computed with; how it is changed by two persons. */
import type { WorkingCalendar } from '../../kernel/calendar/index.ts';
import { batchWriter } from '../../platform/db/batch-writer.ts';
import type { Handle } from '../../platform/db/database.ts';
import type { Route } from '../../platform/http/route.ts';
import type { ApprovedChange } from './change.ts';
import { readApproved } from './changes-store.ts';
import { composeCalendar, parseVersion } from './compose.ts';
import { calendarRoutes } from './routes.ts';
import { readCalendarFiles, readCurrentVersions, type LoadedFile } from './store.ts';
import type { CalendarActs, Standing } from './surroundings.ts';

export { loadCalendar } from './store.ts';
export { calendarAlarm, type AlarmCause } from './alarm.ts';
export { calendarRefusals, type CalendarProblemCode, type CalendarRefusalCode } from './refusals.ts';
export type { CalendarProblem } from './calendar-file.ts';
export type { CalendarActs } from './surroundings.ts';

/** The calendars of the installation. */
export interface Calendars {
  /** The one new dates are computed with; another object after each approved change. */
  readonly calendar: WorkingCalendar;
  /** The one a matter keeps, by the version written on it: `statutory`, `statutory+provisional`, either with `+c<number>` of the newest change in it; undefined where it was never loaded. */
  byVersion(version: string): WorkingCalendar | undefined;
  /** Reads tables and changes again: for a process that hears that another one changed the calendar. */
  refresh(): Promise<void>;
  /** Reading and changing the calendar; none where `acts` was not given. */
  readonly routes: readonly Route[];
}

/**
 * Reads the calendars into memory. Without `provisionalAllowed` the calendar ends with the last year that the State Council has arranged,
 * and a due date past that end is refused. `acts` makes it changeable. Throws where no calendar was loaded: loading comes first at every start.
 */
export async function calendarDomain(handle: Handle, options: { readonly provisionalAllowed: boolean; readonly acts?: CalendarActs }): Promise<Calendars> {
  const standing = await standingOver(handle, options.provisionalAllowed);
  const { acts } = options;
  return {
    get calendar() {
      return standing.now().calendar;
    },
    byVersion: standing.byVersion,
    refresh: standing.refresh,
    routes: acts ? calendarRoutes({ ...acts, standing, writer: batchWriter(acts.database.pool, 'calendar.append', acts.pipeline.clock) }) : [],
  };
}

interface Read {
  readonly files: ReadonlyMap<string, LoadedFile>;
  readonly now: ReturnType<Standing['now']>;
}

async function standingOver(handle: Handle, provisionalAllowed: boolean): Promise<Standing> {
  let read = await readAll(handle, provisionalAllowed);
  const made = new Map<string, WorkingCalendar>();
  return {
    now: () => read.now,
    byVersion(version) {
      const known = version === read.now.calendar.version ? read.now.calendar : (made.get(version) ?? compose(read, version));
      if (known) made.set(version, known);
      return known;
    },
    async refresh() {
      const next = await readAll(handle, provisionalAllowed);
      // Two readings may end in the other order than they began: changes are only ever added, so the longer one is the newer.
      const isOlder = next.now.approved.length < read.now.approved.length;
      if (!isOlder && next.now.calendar.version !== read.now.calendar.version) read = next;
    },
  };
}

async function readAll(handle: Handle, provisionalAllowed: boolean): Promise<Read> {
  const [current, list, approved] = await Promise.all([readCurrentVersions(handle), readCalendarFiles(handle), readApproved(handle)]);
  const files = new Map(list.map((file) => [file.version, file]));
  const statutory = files.get(current?.statutory ?? '');
  if (!current || !statutory) throw new Error('calendarDomain: no calendar is loaded');
  const provisional = provisionalAllowed && current.provisional !== null ? (files.get(current.provisional) ?? null) : null;
  const base = { statutory, provisional };
  return { files, now: { calendar: composeCalendar(base, approved), base, approved } };
}

/** Tables and changes as a version names them; another composition than the one asked for is no answer. */
function compose({ files, now }: Read, version: string): WorkingCalendar | undefined {
  const named = parseVersion(version);
  const statutory = files.get(named.statutory);
  const provisional = named.provisional === null ? null : files.get(named.provisional);
  const changes: readonly ApprovedChange[] = now.approved.slice(0, named.changes);
  if (!statutory || provisional === undefined || changes.length !== named.changes) return undefined;
  const calendar = composeCalendar({ statutory, provisional }, changes);
  return calendar.version === version ? calendar : undefined;
}
