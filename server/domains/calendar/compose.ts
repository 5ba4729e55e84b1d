/** The calendar that stands: tables of days from data/calendar, and on them the approved changes in the order of their approval. Pure. */
import { workingCalendarOf, type CalendarException, type CalendarFile, type WorkingCalendar } from '../../kernel/calendar/index.ts';
import { dayNumber, dayOfNumber, type LocalDay } from '../../kernel/instant.ts';
import type { ApprovedChange, OrderedDay } from './change.ts';
import { festivalName } from './festivals.ts';

/** The loaded tables a calendar begins with. */
export interface CalendarBase {
  readonly statutory: CalendarFile;
  readonly provisional: CalendarFile | null;
}

/** The last day that a notice has arranged: where a provisional year begins, the day before it. */
export function arrangedTo(calendar: Pick<WorkingCalendar, 'to' | 'provisionalFrom'>): LocalDay {
  return calendar.provisionalFrom === null ? calendar.to : dayOfNumber(dayNumber(calendar.provisionalFrom) - 1);
}

/** The changes that are in force among those given: repeals and what they take back are left out. */
export function inForce(changes: readonly ApprovedChange[]): readonly ApprovedChange[] {
  const repealed = new Set(changes.flatMap((change) => change.repeals ?? []));
  return changes.filter((change) => change.kind !== 'repeal' && !repealed.has(change.changeId));
}

/**
 * Base and changes as one calendar, named `<base>+c<number of the newest change>`; without changes the base's own. A year's newest notice replaces the
 * whole year; the table's end moves with the first notice for the year after it. Closures lie over notices, except on a day that is a holiday anyway.
 */
export function composeCalendar(base: CalendarBase, changes: readonly ApprovedChange[]): WorkingCalendar {
  const plain = workingCalendarOf(base.statutory, base.provisional);
  if (changes.length === 0) return plain;
  const ordered = [...changes].sort((a, b) => a.number - b.number);
  const standing = inForce(ordered);
  const notices = [...new Map(standing.filter((change) => change.kind === 'notice').map((change) => [change.year ?? 0, change])).entries()].sort(([a], [b]) => a - b).map(([, change]) => change);
  const arranged = notices.reduce(withYear, plain);
  const exceptions = new Map(arranged.exceptions);
  // A notice for the coming year may order days of this December too (29 December 2018 was worked by the notice for 2019).
  for (const notice of notices) for (const day of notice.days) if (day.on < `${notice.year ?? 0}-01-01` && day.on <= arranged.to) exceptions.set(day.on, exceptionOf(notice, day));
  for (const closure of standing.filter((change) => change.kind === 'closure')) {
    for (const day of closure.days) {
      if (exceptions.get(day.on)?.kind !== 'statutory_holiday') exceptions.set(day.on, exceptionOf(closure, day));
    }
  }
  return { ...arranged, version: `${plain.version}+c${ordered.at(-1)?.number ?? 0}`, exceptions };
}

/** The calendar with the year of a notice as the notice has it; a year that does not follow what is arranged without a gap is left aside. */
function withYear(calendar: WorkingCalendar, notice: ApprovedChange): WorkingCalendar {
  const [first, last] = [`${notice.year ?? 0}-01-01`, `${notice.year ?? 0}-12-31`];
  const before = arrangedTo(calendar);
  if (last > before && dayNumber(first) !== dayNumber(before) + 1) return calendar;
  const exceptions = new Map([...calendar.exceptions].filter(([on]) => on < first || on > last));
  for (const day of notice.days) if (day.on >= first && day.on <= last) exceptions.set(day.on, exceptionOf(notice, day));
  if (last <= before) return { ...calendar, exceptions };
  const goesOn = calendar.to > last;
  return { ...calendar, exceptions, to: goesOn ? calendar.to : last, provisionalFrom: goesOn ? dayOfNumber(dayNumber(last) + 1) : null };
}

/** The key by which a day of a change names its source. */
export const noticeKeyOf = (change: Pick<ApprovedChange, 'number'>): string => `c${change.number}`;

function exceptionOf(change: ApprovedChange, day: OrderedDay): CalendarException {
  return { on: day.on, kind: day.kind, name: (day.festival === null ? undefined : festivalName(day.festival)) ?? change.name, notice: noticeKeyOf(change) };
}

/** What a version names: the base by the names of its tables, and how many changes lie on it. */
export function parseVersion(version: string): { readonly statutory: string; readonly provisional: string | null; readonly changes: number } {
  const [, named = version, count] = /^(.*?)(?:\+c([1-9]\d{0,5}))?$/.exec(version) ?? [];
  const [statutory = '', ...rest] = named.split('+');
  return { statutory, provisional: rest.length === 0 ? null : rest.join('+'), changes: Number(count ?? 0) };
}
