import { refuse, type Refusal } from '../decider.ts';
import { dayNumber, weekdayOf, type LocalDay } from '../instant.ts';

/** A name in every shipped language, as data: 简体, 繁體 (Hong Kong usage), English. */
export type DayName = Readonly<Record<'zh-CN' | 'zh-HK' | 'en', string>>;

/** Why a day differs from the plain week: a holiday on a weekday, a weekend day that is worked, a closure of the city (typhoon). */
export type ExceptionKind = 'statutory_holiday' | 'makeup_workday' | 'closure';

/** One day that differs from "Monday to Friday are worked". */
export interface CalendarException {
  readonly on: LocalDay;
  readonly kind: ExceptionKind;
  readonly name: DayName;
  /** Key of the notice that ordered it in the source file; null when none is known. */
  readonly notice: string | null;
}

/** Why a day does not count as a working day. */
export type NonWorkingReason = 'weekend' | 'statutory_holiday' | 'closure';

/** The state of one day: worked (perhaps by a swap, then `swapped`), or not and why. */
export type DayStatus =
  | { readonly working: true; readonly swapped: boolean; readonly name: DayName | null }
  | { readonly working: false; readonly why: NonWorkingReason; readonly name: DayName | null };

/** A table of days with an end. Nothing is ever counted outside `from` … `to`. */
export interface WorkingCalendar {
  /** Identity of the table; a matter keeps the version its dates were computed with. */
  readonly version: string;
  readonly from: LocalDay;
  readonly to: LocalDay;
  /** First day that rests on a provisional year (no State Council notice yet); null when there is none. */
  readonly provisionalFrom: LocalDay | null;
  readonly exceptions: ReadonlyMap<LocalDay, CalendarException>;
}

/** A count would leave the table: `calendar.past_end` with its last day, `calendar.before_start` with its first. Never a guess. */
export type CalendarRefusal = Refusal<'calendar.past_end' | 'calendar.before_start'>;

/** The shape of data/calendar/*.json. */
export interface CalendarFile {
  readonly version: string;
  readonly from: LocalDay;
  readonly to: LocalDay;
  readonly provisional: boolean;
  readonly festivals: Readonly<Record<string, DayName>>;
  readonly days: readonly { readonly on: string; readonly kind: string; readonly festival: string; readonly notice: string | null }[];
}

/**
 * The calendar of an installation: the statutory table, a provisional year after it where the installation allows one,
 * and the closures of the city. A provisional year that does not follow the table without a gap, and a closure on a day
 * already left out, are left aside. Rule of a plain week: Monday to Friday are worked (国务院关于职工工作时间的规定 7).
 */
export function workingCalendarOf(statutory: CalendarFile, provisional: CalendarFile | null = null, closures: readonly CalendarException[] = []): WorkingCalendar {
  const follows = provisional !== null && dayNumber(provisional.from) === dayNumber(statutory.to) + 1;
  const files = follows ? [statutory, provisional] : [statutory];
  const exceptions = new Map<LocalDay, CalendarException>();
  for (const file of files) for (const entry of exceptionsOf(file)) exceptions.set(entry.on, entry);
  for (const closure of closures) {
    const before = exceptions.get(closure.on);
    if (before?.kind !== 'statutory_holiday') exceptions.set(closure.on, closure);
  }
  return {
    version: [...files.map((file) => file.version), ...(closures.length > 0 ? [`closures-${closures.map((c) => c.on.replaceAll('-', '')).sort().join('.')}`] : [])].join('+'),
    from: statutory.from,
    to: follows ? provisional.to : statutory.to,
    provisionalFrom: follows ? provisional.from : null,
    exceptions,
  };
}

function exceptionsOf(file: CalendarFile): CalendarException[] {
  return file.days.flatMap((day): CalendarException[] => {
    const name = file.festivals[day.festival];
    if (name === undefined || (day.kind !== 'statutory_holiday' && day.kind !== 'makeup_workday')) return [];
    return [{ on: day.on, kind: day.kind, name, notice: day.notice }];
  });
}

/** The refusal to look at `day`, or undefined when the table covers it. */
export function outside(calendar: WorkingCalendar, day: LocalDay): CalendarRefusal | undefined {
  if (day > calendar.to) return refuse('calendar.past_end', { to: calendar.to });
  if (day < calendar.from) return refuse('calendar.before_start', { from: calendar.from });
  return undefined;
}

/** Tells a refusal from a result: results of this folder carry no `ok`. */
export function isCalendarRefusal(value: unknown): value is CalendarRefusal {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false;
}

/** What `day` is. Ask `outside` first: beyond the table only the plain week would speak. */
export function statusOf(calendar: WorkingCalendar, day: LocalDay): DayStatus {
  const exception = calendar.exceptions.get(day);
  const weekday = weekdayOf(day);
  const weekend = weekday === 0 || weekday === 6;
  if (exception?.kind === 'closure') return { working: false, why: 'closure', name: exception.name };
  if (weekend) {
    return exception?.kind === 'makeup_workday' ? { working: true, swapped: true, name: exception.name } : { working: false, why: 'weekend', name: null };
  }
  return exception?.kind === 'statutory_holiday' ? { working: false, why: 'statutory_holiday', name: exception.name } : { working: true, swapped: false, name: null };
}

/** True for a working day inside the table; false for any other day and for every day outside the table. */
export function isWorkingDay(calendar: WorkingCalendar, day: LocalDay): boolean {
  return outside(calendar, day) === undefined && statusOf(calendar, day).working;
}

/** True when `day` lies in the part of the table that no State Council notice has arranged yet. */
export function isProvisional(calendar: WorkingCalendar, day: LocalDay): boolean {
  return calendar.provisionalFrom !== null && day >= calendar.provisionalFrom;
}
