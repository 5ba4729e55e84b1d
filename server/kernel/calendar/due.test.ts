import fc from 'fast-check';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { sayDue, sayDueInAll } from '../../../contract/messages/calendar.ts';
import provisionalFile from '../../../data/calendar/provisional-2027.json' with { type: 'json' };
import statutoryFile from '../../../data/calendar/statutory-days.json' with { type: 'json' };
import { dayNumber, dayOfNumber, startOfLocalDay } from '../instant.ts';
import { addMonths, addWorkingDays, remainingWorkingDays, workingDaysBetween } from './count.ts';
import { dueDate, isLate, type Due, type Limit } from './due.ts';
import { explain } from './explain.ts';
import { isCalendarRefusal, workingCalendarOf } from './working-calendar.ts';

const statutory = workingCalendarOf(statutoryFile);
const extended = workingCalendarOf(statutoryFile, provisionalFile);
const morning = (day: string): string => `${day}T01:30:00.000Z`;

function due(limit: Limit, startedOn: string, calendar = statutory): Due {
  const result = dueDate(calendar, limit, morning(startedOn));
  if (isCalendarRefusal(result)) throw new Error(result.code);
  return result;
}
const workingDays = (amount: number): Limit => ({ amount, unit: 'working_day' });

describe('A limit in working days', () => {
  test('20 working days from 20 September 2018 end on 24 October 2018, across Mid-Autumn, National Day and two worked weekend days', () => {
    const found = due(workingDays(20), '2018-09-20');
    expect([found.dueOn, found.dueAt, found.countedDays, found.provisional]).toEqual(['2018-10-24', '2018-10-24T15:59:59.999Z', 20, false]);
    expect(found.swappedIn).toEqual(['2018-09-29', '2018-09-30']);
    expect(found.leftOut.filter((d) => d.why === 'statutory_holiday').map((d) => d.day)).toEqual(['2018-09-24', '2018-10-01', '2018-10-02', '2018-10-03', '2018-10-04', '2018-10-05']);
    expect(found.leftOut).toHaveLength(14);
  });

  test('is kept at its last moment and missed one millisecond later', () => {
    const found = due(workingDays(20), '2018-09-20');
    expect([isLate(found, '2018-10-24T15:59:59.999Z'), isLate(found, '2018-10-24T16:00:00.000Z')]).toEqual([false, true]);
  });

  test('does not count the day it starts, at whatever hour: the last minute before midnight and the first after differ by one day', () => {
    const before = dueDate(statutory, workingDays(5), '2026-11-23T15:59:59.999Z');
    const after = dueDate(statutory, workingDays(5), '2026-11-23T16:00:00.000Z');
    expect([before, after].map((d) => (isCalendarRefusal(d) ? d.code : d.dueOn))).toEqual(['2026-11-30', '2026-12-01']);
  });

  test('started on a holiday begins to count on the first working day', () => {
    expect(due(workingDays(1), '2026-10-01').dueOn).toBe('2026-10-08');
    expect(due(workingDays(3), '2026-10-05').dueOn).toBe('2026-10-10');
  });

  test('past the end of the table is refused with the end, never guessed', () => {
    expect(due(workingDays(1), '2026-12-30').dueOn).toBe('2026-12-31');
    expect(dueDate(statutory, workingDays(1), morning('2026-12-31'))).toEqual({ ok: false, code: 'calendar.past_end', params: { to: '2026-12-31' } });
    expect(dueDate(statutory, workingDays(1), morning('2027-01-04'))).toEqual({ ok: false, code: 'calendar.past_end', params: { to: '2026-12-31' } });
    expect(dueDate(statutory, workingDays(1), morning('2003-12-31'))).toEqual({ ok: false, code: 'calendar.before_start', params: { from: '2004-01-01' } });
  });

  test('reaching into a provisional year carries the mark, and past that year is refused', () => {
    const found = due(workingDays(5), '2026-12-28', extended);
    expect([found.dueOn, found.provisional, found.calendarVersion]).toEqual(['2027-01-05', true, 'cn-2004-2026-1+cn-2027-provisional-1']);
    expect(due(workingDays(3), '2026-12-28', extended).provisional).toBe(false);
    expect(dueDate(extended, workingDays(10), morning('2027-12-28'))).toEqual({ ok: false, code: 'calendar.past_end', params: { to: '2027-12-31' } });
  });
});

describe('A limit in other units', () => {
  test('calendar days whose last day is not worked move to the next working day (民法典 203)', () => {
    const found = due({ amount: 30, unit: 'calendar_day' }, '2026-09-03');
    expect([found.movedFrom, found.dueOn, found.countedDays]).toEqual(['2026-10-03', '2026-10-08', 30]);
    expect(found.leftOut.map((d) => d.day)).toEqual(['2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07']);
    expect(due({ amount: 30, unit: 'calendar_day' }, '2026-08-31')).toMatchObject({ dueOn: '2026-09-30', movedFrom: null, leftOut: [] });
  });

  test('calendar days may end on a weekend day that is worked', () => {
    expect(due({ amount: 2, unit: 'calendar_day' }, '2026-10-08')).toMatchObject({ dueOn: '2026-10-10', movedFrom: null });
  });

  test('months end on the corresponding day, or on the last of the month where there is none (民法典 202)', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2025-11-30', 3)).toBe('2026-02-28');
    expect(addMonths('2026-12-15', 12)).toBe('2027-12-15');
    expect(due({ amount: 1, unit: 'month' }, '2026-10-22')).toMatchObject({ dueOn: '2026-11-23', movedFrom: '2026-11-22' });
  });

  test('hours run from the moment itself through nights and weekends', () => {
    const found = dueDate(statutory, { amount: 24, unit: 'hour' }, '2026-11-20T09:15:00.000Z');
    expect(found).toMatchObject({ dueOn: '2026-11-21', dueAt: '2026-11-21T09:15:00.000Z', movedFrom: null });
    expect(dueDate(statutory, { amount: 24, unit: 'hour' }, '2026-12-31T09:15:00.000Z')).toEqual({ ok: false, code: 'calendar.past_end', params: { to: '2026-12-31' } });
  });

  test('on the spot is the same day, or the next working day for what was filed on a day that is not worked', () => {
    expect(due({ amount: 1, unit: 'on_the_spot' }, '2026-11-23')).toMatchObject({ dueOn: '2026-11-23', movedFrom: null });
    expect(due({ amount: 1, unit: 'on_the_spot' }, '2026-11-21')).toMatchObject({ dueOn: '2026-11-23', movedFrom: '2026-11-21' });
  });
});

describe('A limit of any length', () => {
  test('ends inside the table or is refused, for every unit and start: no amount is too large to ask', () => {
    const units = ['working_day', 'calendar_day', 'hour', 'month', 'on_the_spot'] as const;
    const start = fc.integer({ min: Date.parse('2003-12-01T00:00:00Z'), max: Date.parse('2028-01-31T00:00:00Z') }).map((ms) => new Date(ms).toISOString());
    const amount = fc.oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }));
    fc.assert(
      fc.property(start, amount, fc.constantFrom(...units), (startAt, n, unit) => {
        const found = dueDate(extended, { amount: n, unit }, startAt);
        if (isCalendarRefusal(found)) expect(['calendar.past_end', 'calendar.before_start']).toContain(found.code);
        else expect([found.dueOn <= extended.to, found.dueAt >= startAt]).toEqual([true, true]);
      }),
      { numRuns: 500 },
    );
  });

  test('uses the table up to its last day in every unit', () => {
    expect(due({ amount: 1, unit: 'calendar_day' }, '2026-12-30').dueOn).toBe('2026-12-31');
    expect(due({ amount: 1, unit: 'month' }, '2026-11-30').dueOn).toBe('2026-12-30');
    expect(dueDate(statutory, { amount: 38, unit: 'hour' }, morning('2026-12-30'))).toMatchObject({ dueAt: '2026-12-31T15:30:00.000Z' });
    expect(dueDate(statutory, { amount: 39, unit: 'hour' }, morning('2026-12-30'))).toMatchObject({ code: 'calendar.past_end' });
  });
});

describe('The days that remain', () => {
  test('are one on the working day before, none on the due day, and negative when late', () => {
    const remaining = ['2018-10-22', '2018-10-23', '2018-10-24', '2018-10-25', '2018-10-29'].map((day) => remainingWorkingDays(statutory, morning(day), '2018-10-24'));
    expect(remaining).toEqual([2, 1, 0, -1, -3]);
  });

  test('are refused when either day is outside the table', () => {
    expect(workingDaysBetween(statutory, '2026-12-31', '2027-01-04')).toEqual({ ok: false, code: 'calendar.past_end', params: { to: '2026-12-31' } });
  });
});

describe('The reason of a due date', () => {
  test('names the start, the count, what was left out, what was swapped in, and the end', () => {
    const reason = explain(due(workingDays(20), '2018-09-20'), 'accepted');
    expect(reason.leftOut.map((g) => [g.why, g.name?.en ?? null, g.days])).toEqual([['weekend', null, 8], ['statutory_holiday', 'Mid-Autumn Festival', 1], ['statutory_holiday', 'National Day', 5]]);
    expect(sayDueInAll(reason)).toEqual({
      'zh-CN': '2018年9月20日受理，次日起算 20 个工作日，其中周末 8 天、中秋节 1 天、国庆节 5 天不计，9月29日、9月30日调休上班计入，10月24日届满。',
      'zh-HK': '2018年9月20日受理，翌日起計 20 個工作日，其中週末 8 天、中秋節 1 天、國慶節 5 天不計，9月29日、9月30日調休上班計入，10月24日屆滿。',
      en: 'Accepted on 20 September 2018, 20 working days counted from the next day, leaving out 8 weekend days, 1 day of Mid-Autumn Festival and 5 days of National Day, counting 29 September and 30 September as worked by the holiday notice; due on 24 October.',
    });
  });

  test('says so when it rests on a provisional calendar', () => {
    expect(sayDue(explain(due(workingDays(5), '2026-12-28', extended), 'received'), 'zh-CN')).toBe(
      '2026年12月28日收件，次日起算 5 个工作日，其中周末 2 天、元旦 1 天不计，2027年1月5日届满。按暂定日历计算，国务院办公厅通知公布后可能调整。',
    );
  });

  test('says the clock time for hours, the move for calendar days, and the spot', () => {
    const hours = dueDate(statutory, { amount: 3, unit: 'hour' }, '2026-11-23T01:05:00.000Z');
    expect(isCalendarRefusal(hours) ? '' : sayDue(explain(hours), 'en')).toBe('Started on 23 November 2026, 3 hours counted from that moment; due on 23 November at 12:05.');
    expect(sayDue(explain(due({ amount: 30, unit: 'calendar_day' }, '2026-09-03')), 'zh-CN')).toBe('2026年9月3日开始，次日起算 30 日，最后一日10月3日不是工作日，顺延，10月8日届满。');
    expect(sayDue(explain(due({ amount: 1, unit: 'on_the_spot' }, '2026-11-23'), 'received'), 'zh-HK')).toBe('2026年11月23日收件，即場辦妥，11月23日屆滿。');
  });
});

/** Written apart from the rules above: walks day by day and asks the source package itself (2027: plain weekdays less the seven holidays). */
const chineseDays = createRequire(import.meta.url)('chinese-days') as { isWorkday: (day: string) => boolean };
const holidays2027 = ['2027-01-01', '2027-02-05', '2027-02-08', '2027-04-05', '2027-06-09', '2027-09-15', '2027-10-01'];
function oracleWorks(day: Date): boolean {
  const text = day.toISOString().slice(0, 10);
  if (day.getUTCFullYear() < 2027) return chineseDays.isWorkday(text);
  return day.getUTCDay() % 6 !== 0 && !holidays2027.includes(text);
}
function oracleDue(start: string, n: number): string {
  const day = new Date(`${start}T12:00:00Z`);
  for (let left = n; left > 0; ) {
    day.setUTCDate(day.getUTCDate() + 1);
    if (day.getUTCFullYear() > 2027) return 'past_end';
    if (oracleWorks(day)) left -= 1;
  }
  return day.toISOString().slice(0, 10);
}

describe('Against a day-by-day oracle', () => {
  const anyDay = fc.integer({ min: dayNumber('2004-01-01'), max: dayNumber('2027-12-31') }).map(dayOfNumber);

  test('the n-th working day is the same for 4,000 starts and lengths', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 90 }), (start, n) => {
        const found = addWorkingDays(extended, start, n);
        expect(isCalendarRefusal(found) ? 'past_end' : found).toBe(oracleDue(start, n));
      }),
      { numRuns: 4000 },
    );
  });

  test('every day from start to due is either counted or left out with a reason, and between() counts back the same number', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (start, n) => {
        const found = dueDate(extended, workingDays(n), startOfLocalDay(start));
        if (isCalendarRefusal(found)) return;
        expect(dayNumber(found.dueOn) - dayNumber(start)).toBe(n + found.leftOut.length);
        expect(found.leftOut.every((d) => !oracleWorks(new Date(`${d.day}T12:00:00Z`)))).toBe(true);
        expect(workingDaysBetween(extended, start, found.dueOn)).toBe(n);
        expect(workingDaysBetween(extended, found.dueOn, start)).toBe(-n);
        expect(found.provisional).toBe(found.dueOn >= '2027-01-01');
      }),
      { numRuns: 1000 },
    );
  });
});
