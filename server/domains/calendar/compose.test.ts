import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dueDate, isCalendarRefusal, type CalendarFile } from '../../kernel/calendar/index.ts';
import type { ApprovedChange, OrderedDay } from './change.ts';
import { arrangedTo, composeCalendar, inForce, parseVersion } from './compose.ts';
import { effectOf, stateOf } from './effect.ts';
import { festivals } from './festivals.ts';

const file = (name: string): CalendarFile => JSON.parse(readFileSync(join(import.meta.dirname, '../../../data/calendar', name), 'utf8')) as CalendarFile;
const [statutory, provisional] = [file('statutory-days.json'), file('provisional-2027.json')];
const base = { statutory, provisional };
const strict = { statutory, provisional: null };
const name = { 'zh-CN': '台风“某某”停工', 'zh-HK': '颱風「某某」停工', en: 'Typhoon closure' };

const change = (number: number, more: Partial<ApprovedChange>): ApprovedChange => ({ changeId: `change-${number}`, number, kind: 'closure', year: null, days: [], repeals: null, name, ...more });
const closure = (number: number, ...days: string[]) => change(number, { days: days.map((on): OrderedDay => ({ on, kind: 'closure', festival: null })) });
const notice = (number: number, year: number, days: readonly OrderedDay[]) => change(number, { kind: 'notice', year, days });
const repeal = (number: number, of: number) => change(number, { kind: 'repeal', repeals: `change-${of}` });
const off = (on: string, festival: string | null = 'national_day'): OrderedDay => ({ on, kind: 'statutory_holiday', festival });
const worked = (on: string, festival = 'national_day'): OrderedDay => ({ on, kind: 'makeup_workday', festival });

/** Last day of `n` working days from the day, or the refusal's code. */
const due = (changes: readonly ApprovedChange[], n: number, day: string, on = base as { statutory: CalendarFile; provisional: CalendarFile | null }) => {
  const found = dueDate(composeCalendar(on, changes), { amount: n, unit: 'working_day' }, `${day}T02:00:00.000Z`);
  return isCalendarRefusal(found) ? found.code : `${found.dueOn}${found.provisional ? ' provisional' : ''}`;
};

describe('A calendar with changes', () => {
  test('is the calendar of the tables, by their names, while there are none', () => {
    expect(composeCalendar(base, []).version).toBe('cn-2004-2026-1+cn-2027-provisional-1');
    expect(composeCalendar(strict, []).version).toBe('cn-2004-2026-1');
  });

  test('is named after the newest of its changes', () => {
    expect(composeCalendar(base, [closure(2, '2026-11-26'), closure(1, '2026-11-25')]).version).toBe('cn-2004-2026-1+cn-2027-provisional-1+c2');
    expect(composeCalendar(strict, [closure(1, '2026-11-25')]).version).toBe('cn-2004-2026-1+c1');
  });

  test('a closure is not counted, and its day bears its name', () => {
    expect(due([], 5, '2026-11-23')).toBe('2026-11-30');
    expect(due([closure(1, '2026-11-25')], 5, '2026-11-23')).toBe('2026-12-01');
    expect(stateOf(composeCalendar(base, [closure(1, '2026-11-25')]), '2026-11-25')).toEqual({ is: 'closure', name });
  });

  test('a closure of a swapped work day leaves that day out too; on a holiday it changes nothing', () => {
    expect(stateOf(composeCalendar(base, [closure(1, '2026-10-10')]), '2026-10-10')?.is).toBe('closure');
    expect(stateOf(composeCalendar(base, [closure(1, '2026-10-01')]), '2026-10-01')?.is).toBe('statutory_holiday');
  });

  test('a notice for the coming year moves the end of the table and ends its being provisional', () => {
    expect(due([], 1, '2026-12-31', strict)).toBe('calendar.past_end');
    expect(due([], 1, '2026-12-31')).toBe('2027-01-04 provisional');
    const arranged = [notice(1, 2027, [off('2027-01-01', 'new_year'), off('2027-01-04', 'new_year')])];
    expect(due(arranged, 1, '2026-12-31', strict)).toBe('2027-01-05');
    expect(due(arranged, 1, '2026-12-31')).toBe('2027-01-05');
    const calendar = composeCalendar(base, arranged);
    expect([calendar.to, calendar.provisionalFrom, composeCalendar(strict, arranged).to]).toEqual(['2027-12-31', null, '2027-12-31']);
    expect([...calendar.exceptions.keys()].filter((on) => on > '2026-12-31')).toEqual(['2027-01-01', '2027-01-04']);
  });

  test('a notice for a year already arranged replaces that year alone, and the closures in it stay', () => {
    const calendar = composeCalendar(base, [closure(1, '2026-11-25'), notice(2, 2026, [off('2026-11-26'), worked('2026-11-28')])]);
    expect([...calendar.exceptions.keys()].filter((on) => on.startsWith('2026'))).toEqual(['2026-11-26', '2026-11-28', '2026-11-25']);
    expect([...calendar.exceptions.keys()].filter((on) => on.startsWith('2025'))).toHaveLength(statutory.days.filter((day) => day.on.startsWith('2025')).length);
    expect([calendar.to, calendar.provisionalFrom]).toEqual(['2027-12-31', '2027-01-01']);
  });

  test('the newest notice for a year counts, whatever came before it', () => {
    const calendar = composeCalendar(strict, [notice(1, 2027, [off('2027-01-01', 'new_year'), worked('2026-12-26', 'new_year')]), notice(2, 2027, [off('2027-01-04', 'new_year')])]);
    expect([...calendar.exceptions.keys()].filter((on) => on > '2026-12-01')).toEqual(['2027-01-04']);
  });

  test('a notice may order days of the December before its year', () => {
    const calendar = composeCalendar(base, [notice(1, 2027, [worked('2026-12-26', 'new_year'), off('2027-01-01', 'new_year')])]);
    expect(stateOf(calendar, '2026-12-26')).toEqual({ is: 'makeup_workday', name: festivals[0]?.name });
  });

  test('a repealed change is as if it had never been, from the repeal on; the versions before it still have it', () => {
    const changes = [closure(1, '2026-11-25'), closure(2, '2026-11-26'), repeal(3, 1)];
    expect(inForce(changes).map((one) => one.number)).toEqual([2]);
    expect(due(changes, 5, '2026-11-23')).toBe('2026-12-01');
    expect(due(changes.slice(0, 2), 5, '2026-11-23')).toBe('2026-12-02');
    expect(composeCalendar(base, changes).version).toBe('cn-2004-2026-1+cn-2027-provisional-1+c3');
  });

  test('two years in a row may be arranged; a year after a gap is left aside', () => {
    const two = composeCalendar(base, [notice(1, 2027, [off('2027-01-01')]), notice(2, 2028, [off('2028-01-03')])]);
    expect([two.to, arrangedTo(two), two.exceptions.has('2028-01-03')]).toEqual(['2028-12-31', '2028-12-31', true]);
    const gap = composeCalendar(base, [notice(1, 2028, [off('2028-01-03')])]);
    expect([gap.to, gap.provisionalFrom, gap.exceptions.has('2028-01-03')]).toEqual(['2027-12-31', '2027-01-01', false]);
  });

  test.each([
    ['cn-1', { statutory: 'cn-1', provisional: null, changes: 0 }],
    ['cn-1+cn-2', { statutory: 'cn-1', provisional: 'cn-2', changes: 0 }],
    ['cn-1+c7', { statutory: 'cn-1', provisional: null, changes: 7 }],
    ['cn-1+cn-2+c12', { statutory: 'cn-1', provisional: 'cn-2', changes: 12 }],
    ['cn-1+c0', { statutory: 'cn-1', provisional: 'c0', changes: 0 }],
    ['cn-1+c07', { statutory: 'cn-1', provisional: 'c07', changes: 0 }],
    ['', { statutory: '', provisional: null, changes: 0 }],
  ])('the version "%s" is taken apart', (version, parts) => expect(parseVersion(version)).toEqual(parts));
});

describe('The effect of a change', () => {
  test('is the days that become others, in order, and the first of them', () => {
    const effect = effectOf(composeCalendar(base, []), composeCalendar(base, [closure(1, '2026-11-26', '2026-11-25')]));
    const day = (on: string) => ({ on, before: { is: 'working', name: null }, after: { is: 'closure', name } });
    expect(effect).toEqual({
      days: [day('2026-11-25'), day('2026-11-26')], endsOn: { before: '2027-12-31', after: '2027-12-31' }, provisionalFrom: { before: '2027-01-01', after: '2027-01-01' }, firstDay: '2026-11-25',
    });
  });

  test('begins with the first day of a newly arranged year, even where its days stay as they were', () => {
    const same = provisional.days.map((day): OrderedDay => ({ on: day.on, kind: 'statutory_holiday', festival: day.festival }));
    const effect = effectOf(composeCalendar(base, []), composeCalendar(base, [notice(1, 2027, same)]));
    expect([effect.days, effect.firstDay, effect.provisionalFrom]).toEqual([[], '2027-01-01', { before: '2027-01-01', after: null }]);
    const longer = effectOf(composeCalendar(strict, []), composeCalendar(strict, [notice(1, 2027, [off('2027-02-08')])]));
    expect([longer.firstDay, longer.days]).toEqual(['2027-01-01', [{ on: '2027-02-08', before: null, after: { is: 'statutory_holiday', name: festivals[6]?.name } }]]);
  });

  test('is not told by the order in which a name has its languages', () => {
    const turned = { ...closure(1, '2026-11-25'), name: { en: name.en, 'zh-HK': name['zh-HK'], 'zh-CN': name['zh-CN'] } };
    expect(effectOf(composeCalendar(base, [closure(1, '2026-11-25')]), composeCalendar(base, [turned])).days).toEqual([]);
    const renamed = { ...turned, name: { ...name, en: 'Rainstorm closure' } };
    expect(effectOf(composeCalendar(base, [turned]), composeCalendar(base, [renamed])).days.map((day) => day.on)).toEqual(['2026-11-25']);
  });

  test('is nothing where nothing changes', () => {
    const calendar = composeCalendar(base, []);
    expect(effectOf(calendar, calendar).firstDay).toBeNull();
  });
});

test('The festivals bear the codes and names that data/calendar has for them', () => {
  expect(Object.fromEntries(festivals.map(({ code, name: own }) => [code, own]))).toEqual(Object.fromEntries(Object.entries(statutory.festivals).filter(([code]) => code !== 'victory_day')));
});
