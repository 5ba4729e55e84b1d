import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import provisionalFile from '../../../data/calendar/provisional-2027.json' with { type: 'json' };
import statutoryFile from '../../../data/calendar/statutory-days.json' with { type: 'json' };
import { dayNumber, dayOfNumber, weekdayOf } from '../instant.ts';
import { isProvisional, isWorkingDay, outside, statusOf, workingCalendarOf, type CalendarException } from './working-calendar.ts';

const chineseDays = createRequire(import.meta.url)('chinese-days') as { isWorkday: (day: string) => boolean };
const statutory = workingCalendarOf(statutoryFile);
const extended = workingCalendarOf(statutoryFile, provisionalFile);
const days = (from: string, to: string): string[] => Array.from({ length: dayNumber(to) - dayNumber(from) + 1 }, (_, i) => dayOfNumber(dayNumber(from) + i));

describe('The statutory calendar 2004–2026', () => {
  test('agrees with its source on each of its 8,401 days', () => {
    const all = days('2004-01-01', '2026-12-31');
    expect(all).toHaveLength(8401);
    expect(all.filter((day) => isWorkingDay(statutory, day) !== chineseDays.isWorkday(day))).toEqual([]);
  });

  test('knows all seven weekend days that were worked in 2018', () => {
    const worked = days('2018-01-01', '2018-12-31').filter((day) => [0, 6].includes(weekdayOf(day)) && isWorkingDay(statutory, day));
    expect(worked).toEqual(['2018-02-11', '2018-02-24', '2018-04-08', '2018-04-28', '2018-09-29', '2018-09-30', '2018-12-29']);
  });

  test('has, notice by notice, as many weekend days worked as the notices name', () => {
    const worked = new Map<string, number>();
    for (const day of statutoryFile.days) {
      const year = day.notice.slice(0, 4);
      if (day.kind === 'makeup_workday') worked.set(year, (worked.get(year) ?? 0) + 1);
    }
    // Counted from the texts of the notices for 2008–2026 with their three later changes, 125 in all less 1 February 2020, which became a day off.
    const named = [6, 6, 8, 5, 7, 12, 5, 5, 6, 5, 6, 7, 6, 7, 7, 7, 8, 5, 6];
    expect(Array.from({ length: 19 }, (_, i) => worked.get(String(2008 + i)))).toEqual(named);
    expect(named.reduce((a, b) => a + b)).toBe(124);
  });

  test('keeps holidays to weekdays and swaps to weekends, in order, each with a notice of the file', () => {
    expect([...statutoryFile.days].sort((a, b) => (a.on < b.on ? -1 : 1))).toEqual(statutoryFile.days);
    for (const day of statutoryFile.days) {
      expect([0, 6].includes(weekdayOf(day.on)), day.on).toBe(day.kind === 'makeup_workday');
      expect(Object.keys(statutoryFile.notices)).toContain(day.notice);
    }
  });

  test('gives the notice of the year a day was arranged for, not of the year it falls in', () => {
    expect(statutory.exceptions.get('2018-12-29')?.notice).toBe('2019');
    expect(statutory.exceptions.get('2018-12-31')?.notice).toBe('2019');
    expect(statutory.exceptions.get('2011-12-31')?.notice).toBe('2012');
    expect(statutory.exceptions.get('2020-01-31')?.notice).toBe('2020-spring-festival');
    expect(statutory.exceptions.get('2015-09-03')?.notice).toBe('2015-victory-day');
  });

  test('ends on 31 December 2026 and says so', () => {
    expect(outside(statutory, '2026-12-31')).toBeUndefined();
    expect(outside(statutory, '2027-01-01')).toEqual({ ok: false, code: 'calendar.past_end', params: { to: '2026-12-31' } });
    expect(outside(statutory, '2003-12-31')).toEqual({ ok: false, code: 'calendar.before_start', params: { from: '2004-01-01' } });
    expect(isWorkingDay(statutory, '2027-01-04')).toBe(false);
  });
});

describe('The provisional year 2027', () => {
  test('leaves out the statutory holidays that fall on weekdays and swaps nothing', () => {
    const off = days('2027-01-01', '2027-12-31').filter((day) => ![0, 6].includes(weekdayOf(day)) && !isWorkingDay(extended, day));
    expect(off).toEqual(['2027-01-01', '2027-02-05', '2027-02-08', '2027-04-05', '2027-06-09', '2027-09-15', '2027-10-01']);
    expect(days('2027-01-01', '2027-12-31').filter((day) => [0, 6].includes(weekdayOf(day)) && isWorkingDay(extended, day))).toEqual([]);
    expect(off.length + provisionalFile.owedSubstituteDays).toBe(13);
  });

  test('begins on 1 January 2027 and is marked as provisional from there on', () => {
    expect(extended.version).toBe('cn-2004-2026-1+cn-2027-provisional-1');
    expect([isProvisional(extended, '2026-12-31'), isProvisional(extended, '2027-01-01'), isProvisional(statutory, '2026-12-31')]).toEqual([false, true, false]);
    expect(outside(extended, '2028-01-01')).toEqual({ ok: false, code: 'calendar.past_end', params: { to: '2027-12-31' } });
  });

  test('is left aside when it would leave a gap after the statutory table', () => {
    const gap = workingCalendarOf(statutoryFile, { ...provisionalFile, from: '2027-01-02' });
    expect([gap.to, gap.provisionalFrom, gap.version]).toEqual(['2026-12-31', null, 'cn-2004-2026-1']);
  });
});

describe('A closure of the city', () => {
  const typhoon = (on: string): CalendarException => ({ on, kind: 'closure', name: { 'zh-CN': '台风停工', 'zh-HK': '颱風停工', en: 'Typhoon closure' }, notice: null });

  test('takes a working day out, also one that was worked by a swap, and gives the calendar a version of its own', () => {
    const closed = workingCalendarOf(statutoryFile, null, [typhoon('2018-09-17'), typhoon('2018-09-29')]);
    expect(statusOf(closed, '2018-09-17')).toEqual({ working: false, why: 'closure', name: typhoon('2018-09-17').name });
    expect([isWorkingDay(statutory, '2018-09-29'), isWorkingDay(closed, '2018-09-29')]).toEqual([true, false]);
    expect(closed.version).toBe('cn-2004-2026-1+closures-20180917.20180929');
  });

  test('changes nothing on a day that is a holiday already', () => {
    const closed = workingCalendarOf(statutoryFile, null, [typhoon('2018-10-01')]);
    expect(statusOf(closed, '2018-10-01')).toEqual(statusOf(statutory, '2018-10-01'));
  });
});
