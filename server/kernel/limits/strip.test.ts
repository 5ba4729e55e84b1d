import { describe, expect, test } from 'vitest';
import { sayStripDay } from '../../../contract/messages/limits.ts';
import provisionalFile from '../../../data/calendar/provisional-2027.json' with { type: 'json' };
import statutoryFile from '../../../data/calendar/statutory-days.json' with { type: 'json' };
import { isCalendarRefusal, workingCalendarOf, type CalendarException, type Limit } from '../calendar/index.ts';
import { dayNumber } from '../instant.ts';
import type { Clock, Pause } from './clock.ts';
import { dueOfClock } from './due.ts';
import { dayStrip, longestUnfolded, type StripDay } from './strip.ts';

const typhoon: CalendarException = { on: '2018-09-17', kind: 'closure', name: { 'zh-CN': '台风停工', 'zh-HK': '颱風停工', en: 'Typhoon closure' }, notice: null };
const calendar = workingCalendarOf(statutoryFile, provisionalFile, [typhoon]);
const at = (day: string, time = '09:30'): string => new Date(`${day}T${time}:00+08:00`).toISOString();
const pause = (from: string, to: string, pauseId = 'p1'): Pause => ({ pauseId, ground: 'testing', document: '1号', from, announcedUntil: to, to });

function stripOf(start: string, amount: number, unit: Limit['unit'] = 'working_day', pauses: readonly Pause[] = []): readonly StripDay[] {
  const clock: Clock = { limit: { amount, unit }, startedAt: at(start), pauses, extensions: [] };
  const due = dueOfClock(calendar, clock, { workingDays: 1, hours: 1 });
  if (isCalendarRefusal(due)) throw new Error(due.code);
  return dayStrip(calendar, clock, due);
}
const short = (cells: readonly StripDay[]): string => cells.map((cell) => `${cell.state}${cell.n ?? ''}${cell.due ? '!' : ''}`).join(' ');

describe('The strip of days', () => {
  test('tells the start, counted days with their number, weekends, closures, pauses and the due day apart', () => {
    expect(short(stripOf('2018-09-14', 4, 'working_day', [pause(at('2018-09-19'), at('2018-09-20'))]))).toBe('start weekend weekend closure counted1 paused counted2 counted3 weekend weekend holiday counted4!');
  });

  test('shows a weekend day that is worked as counted, with the name of the holiday it was swapped for', () => {
    const cells = stripOf('2018-09-28', 3);
    expect(short(cells)).toBe('start swapped_in1 swapped_in2 holiday holiday holiday holiday holiday weekend weekend counted3!');
    expect(cells.slice(1, 4).map((cell) => cell.name?.['zh-CN'])).toEqual(['国庆节', '国庆节', '国庆节']);
  });

  test('counts every day of calendar days and shows the move at the end', () => {
    expect(short(stripOf('2026-09-30', 3, 'calendar_day'))).toBe('start counted1 counted2 moved3 weekend holiday holiday holiday moved_to!');
    expect(short(stripOf('2026-09-29', 1, 'calendar_day'))).toBe('start counted1!');
  });

  test('is one cell on the spot, and the days to the next working day where that day is not worked', () => {
    expect(short(stripOf('2026-11-23', 1, 'on_the_spot'))).toBe('start!');
    expect(short(stripOf('2026-11-21', 1, 'on_the_spot'))).toBe('start weekend moved_to!');
  });

  test('gives no numbers to a limit in hours', () => {
    expect(short(stripOf('2026-11-20', 48, 'hour'))).toBe('start counted counted!');
  });

  test('of a long limit is folded into few cells that still cover every day once, in order', () => {
    for (const [unit, amount] of [['working_day', 300], ['calendar_day', 400], ['month', 12], ['working_day', 1200]] as const) {
      const cells = stripOf('2020-01-20', amount, unit, [pause(at('2020-03-03'), at('2020-05-08'))]);
      expect(cells.length).toBeLessThan(unit === 'working_day' ? amount / 4 : 20);
      cells.forEach((cell, i) => expect(dayNumber(cell.to) - dayNumber(cell.day) + 1, `${cell.day} ${i}`).toBe(cell.days + cell.weekends));
      cells.slice(1).forEach((cell, i) => expect(dayNumber(cell.day)).toBe(dayNumber(cells[i]?.to ?? '') + 1));
      expect(cells.filter((cell) => cell.due).map((cell) => [cell.days, cell === cells.at(-1)])).toEqual([[1, true]]);
    }
  });

  test(`is folded from ${longestUnfolded + 1} days on`, () => {
    expect(stripOf('2026-05-06', 61, 'calendar_day')).toHaveLength(62);
    expect(stripOf('2026-05-06', 62, 'calendar_day').length).toBeLessThan(10);
  });

  test('can be read aloud', () => {
    const cells = stripOf('2026-01-23', 60, 'working_day', [pause(at('2026-03-23'), at('2026-04-24'))]);
    expect(cells.slice(0, 4).map((cell) => sayStripDay(cell, 'zh-CN', '2026-01-23'))).toEqual(['1月23日：起算当日，不计入', '1月24日至1月25日：周末，不计 2 天', '1月26日至2月13日：计入 15 天，累计第 15 日，其间周末 4 天不计', '2月14日：调休上班，计入，累计第 16 日']);
    expect(cells.map((cell) => sayStripDay(cell, 'en', '2026-01-23')).at(-1)).toBe('29 May: counted, day 60; due');
    expect(sayStripDay(cells.at(-1) ?? cells[0] as StripDay, 'zh-HK')).toBe('2026年5月29日：計入，累計第 60 日，屆滿');
  });
});
