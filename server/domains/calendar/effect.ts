/** What a change does: the days that are other than before, and where the table ends. Pure. */
import { outside, statusOf, type DayName, type WorkingCalendar } from '../../kernel/calendar/index.ts';
import { dayNumber, dayOfNumber, type LocalDay } from '../../kernel/instant.ts';

/** A day in one word, with the name of its holiday, swap or closure. */
export interface DayState {
  readonly is: 'working' | 'weekend' | 'statutory_holiday' | 'makeup_workday' | 'closure';
  readonly name: DayName | null;
}

/** A day before and after; null where the table did not or does not reach. */
export interface ChangedDay {
  readonly on: LocalDay;
  readonly before: DayState | null;
  readonly after: DayState | null;
}

/** Everything that is other than before. */
export interface Effect {
  readonly days: readonly ChangedDay[];
  readonly endsOn: { readonly before: LocalDay; readonly after: LocalDay };
  readonly provisionalFrom: { readonly before: LocalDay | null; readonly after: LocalDay | null };
  /** The first day from which a date may be another; null where nothing changes. */
  readonly firstDay: LocalDay | null;
}

/** What `day` is in a calendar; null outside the table. */
export function stateOf(calendar: WorkingCalendar, day: LocalDay): DayState | null {
  if (outside(calendar, day)) return null;
  const status = statusOf(calendar, day);
  if (status.working) return { is: status.swapped ? 'makeup_workday' : 'working', name: status.name };
  return { is: status.why, name: status.name };
}

/** Names are compared language by language: one that was read back from the database has its languages in another order. */
function isOther(a: DayState | null, b: DayState | null): boolean {
  return a?.is !== b?.is || (['zh-CN', 'zh-HK', 'en'] as const).some((language) => a?.name?.[language] !== b?.name?.[language]);
}

/** The difference of two calendars. Days of a newly arranged year are listed only where they differ from the plain week. */
export function effectOf(before: WorkingCalendar, after: WorkingCalendar): Effect {
  const special = [...new Set([...before.exceptions.keys(), ...after.exceptions.keys()])].sort();
  const days = special.map((on) => ({ on, before: stateOf(before, on), after: stateOf(after, on) })).filter((day) => isOther(day.before, day.after));
  const firsts = [
    ...days.slice(0, 1).map((day) => day.on),
    ...(before.to === after.to ? [] : [dayOfNumber(dayNumber(before.to < after.to ? before.to : after.to) + 1)]),
    ...(before.provisionalFrom === after.provisionalFrom ? [] : [before.provisionalFrom, after.provisionalFrom].flatMap((day) => day ?? [])),
  ].sort();
  return { days, endsOn: { before: before.to, after: after.to }, provisionalFrom: { before: before.provisionalFrom, after: after.provisionalFrom }, firstDay: firsts[0] ?? null };
}
