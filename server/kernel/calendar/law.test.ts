import { describe, expect, test } from 'vitest';
import provisionalFile from '../../../data/calendar/provisional-2027.json' with { type: 'json' };
import statutoryFile from '../../../data/calendar/statutory-days.json' with { type: 'json' };
import { dueDate, isLate, type Due, type LimitUnit } from './due.ts';
import { isCalendarRefusal, workingCalendarOf } from './working-calendar.ts';

// The worked examples of docs/law, one test for each limit.
const statutory = workingCalendarOf(statutoryFile);
const extended = workingCalendarOf(statutoryFile, provisionalFile);

/** A clock time in Shenzhen as an instant. */
const at = (day: string, time = '09:30'): string => new Date(`${day}T${time}:00+08:00`).toISOString();
const dueOf = (start: string, amount: number, unit: LimitUnit = 'working_day', calendar = statutory): Due => {
  const due = dueDate(calendar, { amount, unit }, start);
  if (isCalendarRefusal(due)) throw new Error(due.code);
  return due;
};
const ends = (day: string, amount: number, unit: LimitUnit = 'working_day'): string => dueOf(at(day), amount, unit).dueOn;
const leftOut = (day: string, amount: number, why: string): number => dueOf(at(day), amount).leftOut.filter((d) => d.why === why).length;

describe('行政许可法', () => {
  test('L-001: a decision falls due 20 working days after acceptance', () => {
    expect(['2018-09-20', '2026-11-23', '2026-02-10'].map((day) => ends(day, 20))).toEqual(['2018-10-24', '2026-12-21', '2026-03-16']);
    expect(['2018-09-20', '2026-11-23', '2026-02-10'].map((day) => [leftOut(day, 20, 'weekend'), leftOut(day, 20, 'statutory_holiday')])).toEqual([[8, 6], [8, 0], [8, 6]]);
    expect(dueOf(at('2026-02-10'), 20).swappedIn).toEqual(['2026-02-14', '2026-02-28']);
  });

  test('L-001: it is in time until the last millisecond of the last day and late in the next', () => {
    const due = dueOf(at('2018-09-20'), 20);
    expect([isLate(due, '2018-10-24T15:59:59.999Z'), isLate(due, at('2018-10-25', '00:00'))]).toEqual([false, true]);
  });

  test('L-001: past the end of the calendar it is refused, or provisional where the installation allows it', () => {
    expect(dueDate(statutory, { amount: 20, unit: 'working_day' }, at('2026-12-10'))).toEqual({ ok: false, code: 'calendar.past_end', params: { to: '2026-12-31' } });
    expect(dueOf(at('2026-12-10'), 20, 'working_day', extended)).toMatchObject({ dueOn: '2027-01-08', provisional: true });
  });

  test('L-002: a promise is counted in the unit of the item', () => {
    expect([ends('2026-11-23', 5), ends('2026-09-25', 3), ends('2026-11-21', 1, 'on_the_spot'), ends('2026-09-03', 30, 'calendar_day')]).toEqual(['2026-11-30', '2026-09-30', '2026-11-23', '2026-10-08']);
    expect(dueOf(at('2026-11-20', '17:15'), 24, 'hour').dueAt).toBe(at('2026-11-21', '17:15'));
    expect(dueOf(at('2026-09-03'), 30, 'calendar_day').movedFrom).toBe('2026-10-03');
  });

  test('L-012: the one-time notice falls due 5 working days after receipt, whatever the hour of the day', () => {
    const notice = (day: string, time?: string): string => dueOf(at(day, time), 5).dueOn;
    expect([notice('2026-11-23'), notice('2026-11-23', '23:59'), notice('2026-11-24', '00:00')]).toEqual(['2026-11-30', '2026-11-30', '2026-12-01']);
    expect([notice('2026-09-30'), notice('2026-11-21')]).toEqual(['2026-10-13', '2026-11-27']);
    expect(leftOut('2026-09-30', 5, 'statutory_holiday')).toBe(5);
  });

  test('L-020: the result is to be served within 10 working days of the decision', () => {
    expect([ends('2026-11-23', 10), ends('2026-04-29', 10), ends('2018-02-12', 10)]).toEqual(['2026-12-07', '2026-05-15', '2018-03-02']);
    expect([leftOut('2026-04-29', 10, 'statutory_holiday'), leftOut('2018-02-12', 10, 'statutory_holiday')]).toEqual([3, 5]);
  });

  test('L-030: days are counted as the law counts them', () => {
    expect([ends('2018-09-29', 1), ends('2018-09-30', 1), ends('2026-02-13', 1)]).toEqual(['2018-09-30', '2018-10-08', '2026-02-14']);
    expect([ends('2026-01-31', 1, 'month'), ends('2026-10-22', 1, 'month')]).toEqual(['2026-02-28', '2026-11-23']);
    expect(dueOf(at('2026-01-31'), 1, 'month').movedFrom).toBeNull();
    expect(dueDate(statutory, { amount: 1, unit: 'working_day' }, at('2026-12-31'))).toMatchObject({ code: 'calendar.past_end' });
    expect(dueOf(at('2026-12-31'), 1, 'working_day', extended)).toMatchObject({ dueOn: '2027-01-04', provisional: true });
  });
});
