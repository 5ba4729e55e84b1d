import { describe, expect, test } from 'vitest';
import type { CalendarDay, CalendarYear } from '../../../contract/calendar.ts';
import { counts, dayAfter, isDay, movedBy, shownDays, weeksOf } from './day-facts.ts';

const source = { document: null, issuedOn: null, url: null, verified: false, changeId: null, changeNumber: null };
const line = (on: string, kind: CalendarDay['kind']): CalendarDay => ({ on, kind, name: { 'zh-CN': '国庆节', 'zh-HK': '國慶節', en: 'National Day' }, source });
const year = (more: Partial<CalendarYear> = {}): CalendarYear => ({
  year: 2026, health: { version: 'v', from: '2004-01-01', to: '2027-12-31', provisionalFrom: '2027-01-01', alarms: [] }, festivals: [], mayPropose: false,
  days: [line('2026-10-01', 'statutory_holiday'), line('2026-10-10', 'makeup_workday'), line('2026-11-25', 'closure')], ...more,
});
const dayOf = (on: string) => shownDays(year()).find((day) => day.on === on);

describe('The days of a year on screen', () => {
  test('are all of them, leap day included', () => {
    expect(shownDays(year()).length).toBe(365);
    expect(shownDays(year({ year: 2028, days: [] })).length).toBe(366);
  });

  test.each([
    ['2026-11-23', 'working', true], ['2026-11-22', 'weekend', false], ['2026-10-01', 'statutory_holiday', false], ['2026-10-10', 'makeup_workday', true], ['2026-11-25', 'closure', false],
  ] as const)('%s is a %s; it counts: %s', (on, is, counted) => {
    const day = dayOf(on);
    expect([day?.is, day && counts(day), day?.provisional]).toEqual([is, counted, false]);
  });

  test('are provisional from the day that no notice has arranged', () => {
    const days = shownDays(year({ year: 2027, days: [] }));
    expect(days.every((day) => day.provisional)).toBe(true);
  });

  test('lie in weeks that begin on Monday: November 2026 began on a Sunday', () => {
    const weeks = weeksOf(shownDays(year()), 11);
    expect(weeks.map((week) => week.map((day) => (day ? Number(day.on.slice(8)) : null)))).toEqual([
      [null, null, null, null, null, null, 1], [2, 3, 4, 5, 6, 7, 8], [9, 10, 11, 12, 13, 14, 15], [16, 17, 18, 19, 20, 21, 22], [23, 24, 25, 26, 27, 28, 29], [30, null, null, null, null, null, null],
    ]);
  });
});

test.each([
  ['ArrowRight', '2026-01-31', '2026-02-01'], ['ArrowLeft', '2026-03-01', '2026-02-28'], ['ArrowDown', '2026-11-23', '2026-11-30'], ['ArrowUp', '2026-01-03', '2026-01-01'], ['ArrowRight', '2026-12-31', '2026-12-31'],
  ['PageDown', '2026-11-23', '2026-12-21'], ['PageUp', '2026-11-23', '2026-10-26'], ['Home', '2026-11-23', '2026-01-01'], ['End', '2026-11-23', '2026-12-31'], ['a', '2026-11-23', undefined],
])('%s moves from %s to %s and never out of the year', (key, from, to) => expect(movedBy(key, from)).toBe(to));

test.each([['2026-02-28', true], ['2026-02-30', false], ['2026-2-3', false], ['', false], ['2026-13-01', false]])('%s is a day: %s', (text, real) => expect(isDay(text)).toBe(real));
test('the day after crosses months and years', () => expect([dayAfter('2026-12-31', 1), dayAfter('2028-02-28', 1)]).toEqual(['2027-01-01', '2028-02-29']));
