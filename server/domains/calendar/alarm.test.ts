import { describe, expect, test } from 'vitest';
import type { WorkingCalendar } from '../../kernel/calendar/index.ts';
import { calendarAlarm } from './alarm.ts';

const calendar = (to: string, provisionalFrom: string | null = null): WorkingCalendar => ({ version: 'v', from: '2004-01-01', to, provisionalFrom, exceptions: new Map() });
const codes = (one: WorkingCalendar, today: string) => calendarAlarm(one, today).map((cause) => `${cause.code.replace('calendar.alarm_', '')} ${Object.values(cause.params).join(' ')}`);

describe('The calendar alarms', () => {
  test.each([
    ['never in spring, while the year is whole', calendar('2026-12-31'), '2026-05-04', []],
    ['not yet on the last day of October while the end is far', calendar('2027-12-31', '2027-01-01'), '2026-10-31', []],
    ['from 1 November on while the coming year is provisional', calendar('2027-12-31', '2027-01-01'), '2026-11-01', ['year_provisional 2027']],
    ['from 1 November on while the coming year is missing', calendar('2026-12-31'), '2026-11-01', ['year_missing 2027 2026-12-31', 'end_near 2026-12-31 60']],
    ['no more once the coming year is arranged', calendar('2027-12-31'), '2026-11-23', []],
    ['119 days before the end', calendar('2026-12-31'), '2026-09-03', ['end_near 2026-12-31 119']],
    ['not 120 days before the end', calendar('2026-12-31'), '2026-09-02', []],
    ['in January while the year that began is provisional', calendar('2027-12-31', '2027-01-01'), '2027-01-04', ['year_provisional 2027']],
    ['after the end', calendar('2026-12-31'), '2027-01-04', ['year_missing 2027 2026-12-31', 'end_near 2026-12-31 -4']],
  ])('%s', (_when, one, today, wanted) => expect(codes(one, today)).toEqual(wanted));
});
