/** Whether the calendar reaches as far as the work of the coming weeks needs it. Pure. */
import { isProvisional, type WorkingCalendar } from '../../kernel/calendar/index.ts';
import { dayNumber, type LocalDay } from '../../kernel/instant.ts';

/** Why an administrator must look at the calendar. */
export interface AlarmCause {
  readonly code: 'calendar.alarm_year_missing' | 'calendar.alarm_year_provisional' | 'calendar.alarm_end_near';
  readonly params: Readonly<Record<string, string | number>>;
}

/** From this month on the coming year should be there: the State Council publishes its notice in October, November or December (tools/calendar-notices.ts: 2007–2025). */
const publishedFromMonth = 11;
/** The longest limit of docs/law is 45 + 15 working days (行政许可法 42): with a spring festival in between about 100 days. */
const reachDays = 120;

/** What is wrong with the calendar for work done `today`; empty where nothing is. */
export function calendarAlarm(calendar: WorkingCalendar, today: LocalDay): readonly AlarmCause[] {
  const year = Number(today.slice(0, 4));
  const years = Number(today.slice(5, 7)) >= publishedFromMonth ? [year, year + 1] : [year];
  const ofYears = years.flatMap((one): AlarmCause[] => {
    if (calendar.to < `${one}-12-31`) return [{ code: 'calendar.alarm_year_missing', params: { year: one, to: calendar.to } }];
    return isProvisional(calendar, `${one}-12-31`) ? [{ code: 'calendar.alarm_year_provisional', params: { year: one } }] : [];
  });
  const days = dayNumber(calendar.to) - dayNumber(today);
  return [...ofYears, ...(days < reachDays ? [{ code: 'calendar.alarm_end_near' as const, params: { to: calendar.to, days } }] : [])];
}
