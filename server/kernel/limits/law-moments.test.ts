import { describe, expect, test } from 'vitest';
import provisionalFile from '../../../data/calendar/provisional-2027.json' with { type: 'json' };
import statutoryFile from '../../../data/calendar/statutory-days.json' with { type: 'json' };
import { clockAfter, limitOf, type MatterLimitKind } from '../../domains/matters/matter-limit.ts';
import { isCalendarRefusal, workingCalendarOf, type CalendarException, type LimitUnit } from '../calendar/index.ts';
import type { Clock } from './clock.ts';
import { dueOfClock, type ClockDue } from './due.ts';
import { lightAt } from './light.ts';

/*
 * Each limit of docs/law at four moments (house rule 18). Days are those of Shenzhen; a start without a time is 09:30. tools/law-ids.ts reads this
 * file: a limit whose block lacks a moment is reported as untested by `npm run check:limits`.
 */

const closure: CalendarException = { on: '2026-09-17', kind: 'closure', name: { 'zh-CN': '台风停工', 'zh-HK': '颱風停工', en: 'Typhoon closure' }, notice: null };
const published = workingCalendarOf(statutoryFile, provisionalFile);
const closed = workingCalendarOf(statutoryFile, provisionalFile, [closure]);

/** A moment of Shenzhen as an instant: `2026-11-23`, `2026-11-23 17:15`, `2026-11-30 23:59:59.999`. */
function at(text: string): string {
  const [day = '', time = '09:30'] = text.split(' ');
  return new Date(`${day}T${time.length === 5 ? `${time}:00` : time}+08:00`).toISOString();
}

interface FourMoments {
  readonly amount: number;
  readonly unit?: LimitUnit;
  readonly extendedBy?: number;
  /** The calendar that stands in the end; L-032 counts again with another. */
  readonly calendar?: typeof published;
  readonly startedAt: string;
  readonly lastInTime: string;
  readonly firstLate: string;
  /** Start and last day of a limit that runs over a statutory holiday. */
  readonly holiday: readonly [start: string, last: string];
  /**
   * A special procedure from … to …, and the last day then. `kind` is what the limit is on a matter. Where the law does not let the procedure stop
   * the limit, `never` says why, and the last day is the one without it.
   */
  readonly suspension: { readonly kind: MatterLimitKind | null; readonly from: string; readonly to: string; readonly last: string; readonly never?: string };
}

function clockOf(m: FourMoments, start: string): Clock {
  return { limit: { amount: m.amount, unit: m.unit ?? 'working_day' }, startedAt: at(start), pauses: [], extensions: m.extendedBy === undefined ? [] : [{ amount: m.extendedBy, at: at(start), ground: 'complex' }] };
}

function dueOf(m: FourMoments, clock: Clock): ClockDue {
  const due = dueOfClock(m.calendar ?? published, clock, { workingDays: 1, hours: 1 });
  if (isCalendarRefusal(due)) throw new Error(due.code);
  return due;
}

/** The clock as the matter keeps it after two persons stopped the handling: changed where the act touches such a limit. */
function stopped(m: FourMoments, kind: MatterLimitKind, clock: Clock): Clock {
  const limit = limitOf(kind, kind, { limit: clock.limit, startedAt: clock.startedAt, dueOn: '2026-12-31', provisional: false }, published.version);
  const [from, to] = [at(m.suspension.from), at(m.suspension.to)];
  return clockAfter(clock, limit, { type: 'special', pauseId: 'p1', ground: 'expert_review', document: '1号', announced: { amount: 1, unit: 'working_day' } }, { proposedAt: from, approvedAt: from, announcedUntil: to });
}

function fourMoments(m: FourMoments): void {
  const clock = clockOf(m, m.startedAt);
  const due = dueOf(m, clock);

  test(`is in time until ${m.lastInTime}`, () => {
    expect(due.dueAt).toBe(at(m.lastInTime));
    expect([lightAt(clock, due, at(m.lastInTime), null), lightAt(clock, due, at(m.lastInTime), at(m.lastInTime))]).toEqual(['yellow', 'met']);
  });

  test(`is late from ${m.firstLate}`, () => {
    expect(new Date(at(m.firstLate)).getTime() - new Date(due.dueAt).getTime()).toBe(1);
    expect([lightAt(clock, due, at(m.firstLate), null), lightAt(clock, due, at(m.firstLate), at(m.firstLate))]).toEqual(['red', 'missed']);
  });

  test(`started on ${m.holiday[0]} runs over the holiday until ${m.holiday[1]}`, () => {
    const over = dueOf(m, clockOf(m, m.holiday[0]));
    expect(over.dueOn).toBe(m.holiday[1]);
    // Over a holiday it lasts longer than over ordinary weeks: in hours, which never move, just as long.
    const spanOf = (one: ClockDue): number => Date.parse(one.dueAt) - Date.parse(one.startedAt);
    expect(over.leftOut.some((day) => day.why === 'statutory_holiday') || spanOf(over) === spanOf(due)).toBe(true);
  });

  const { kind, last, never } = m.suspension;
  test(never === undefined ? `stands still from ${m.suspension.from} to ${m.suspension.to} and ends on ${last}` : `is not stopped by a special procedure: ${never}`, () => {
    const after = kind === null ? clock : stopped(m, kind, clock);
    expect(after.pauses).toHaveLength(never === undefined ? 1 : 0);
    expect(dueOf(m, after).dueOn).toBe(last);
    expect(last === due.dueOn).toBe(never !== undefined);
    // The same procedure does stop the handling of the matter: this limit is spared, not out of its reach.
    expect(stopped(m, 'statutory', clock).pauses).toHaveLength(1);
    expect(dueOf(m, stopped(m, 'statutory', clock)).dueAt > due.dueAt).toBe(true);
  });
}

describe('L-001: a decision falls due 20 working days after acceptance', () => fourMoments({
  amount: 20,
  startedAt: '2026-11-23',
  lastInTime: '2026-12-21 23:59:59.999',
  firstLate: '2026-12-22 00:00:00.000',
  holiday: ['2018-09-20', '2018-10-24'],
  suspension: { kind: 'statutory', from: '2026-12-01', to: '2026-12-10', last: '2026-12-30' },
}));

describe('L-002: a promise of 5 working days', () => fourMoments({
  amount: 5,
  startedAt: '2026-11-23',
  lastInTime: '2026-11-30 23:59:59.999',
  firstLate: '2026-12-01 00:00:00.000',
  holiday: ['2026-09-28', '2026-10-10'],
  suspension: { kind: 'promised', from: '2026-11-25', to: '2026-11-27', last: '2026-12-02' },
}));

describe('L-003: a link of 3 working days', () => fourMoments({
  amount: 3,
  startedAt: '2026-11-27',
  lastInTime: '2026-12-02 23:59:59.999',
  firstLate: '2026-12-03 00:00:00.000',
  holiday: ['2026-09-30', '2026-10-10'],
  suspension: { kind: 'link', from: '2026-11-30', to: '2026-12-02', last: '2026-12-04' },
}));

describe('L-004: 20 working days extended by 10', () => fourMoments({
  amount: 20,
  extendedBy: 10,
  startedAt: '2026-10-12',
  lastInTime: '2026-11-23 23:59:59.999',
  firstLate: '2026-11-24 00:00:00.000',
  holiday: ['2026-08-31', '2026-10-16'],
  suspension: { kind: 'statutory', from: '2026-10-20', to: '2026-10-23', last: '2026-11-26' },
}));

describe('L-005: joint handling takes 45 working days', () => fourMoments({
  amount: 45,
  startedAt: '2026-05-07',
  lastInTime: '2026-07-09 23:59:59.999',
  firstLate: '2026-07-10 00:00:00.000',
  holiday: ['2026-08-31', '2026-11-06'],
  suspension: { kind: 'statutory', from: '2026-06-01', to: '2026-06-08', last: '2026-07-16' },
}));

describe('L-006: the announced length of a special procedure, 7 working days', () => fourMoments({
  amount: 7,
  startedAt: '2026-11-09',
  lastInTime: '2026-11-18 23:59:59.999',
  firstLate: '2026-11-19 00:00:00.000',
  holiday: ['2026-09-28', '2026-10-13'],
  suspension: { kind: 'special', from: '2026-11-11', to: '2026-11-13', last: '2026-11-18', never: 'what was announced binds; it is prolonged by two persons, never stopped' },
}));

describe('L-012: the one-time notice, 5 working days after receipt', () => fourMoments({
  amount: 5,
  startedAt: '2026-11-23 23:59',
  lastInTime: '2026-11-30 23:59:59.999',
  firstLate: '2026-12-01 00:00:00.000',
  holiday: ['2026-09-30', '2026-10-13'],
  suspension: { kind: 'notice', from: '2026-11-25', to: '2026-11-27', last: '2026-11-30', never: 'article 45 speaks of the limits of its own section, this one stands in the section before' },
}));

describe('L-013: a deemed acceptance starts 20 working days on the day of receipt', () => fourMoments({
  amount: 20,
  startedAt: '2026-11-02',
  lastInTime: '2026-11-30 23:59:59.999',
  firstLate: '2026-12-01 00:00:00.000',
  holiday: ['2026-09-14', '2026-10-16'],
  suspension: { kind: 'statutory', from: '2026-11-11', to: '2026-11-13', last: '2026-12-02' },
}));

describe('L-014: the resident has 15 working days to correct', () => fourMoments({
  amount: 15,
  startedAt: '2026-11-23',
  lastInTime: '2026-12-14 23:59:59.999',
  firstLate: '2026-12-15 00:00:00.000',
  holiday: ['2026-09-18', '2026-10-15'],
  suspension: { kind: 'correction', from: '2026-12-01', to: '2026-12-03', last: '2026-12-14', never: 'it is the applicant’s limit, not one of handling' },
}));

describe('L-015: a deferred material comes within 10 working days', () => fourMoments({
  amount: 10,
  startedAt: '2026-11-23',
  lastInTime: '2026-12-07 23:59:59.999',
  firstLate: '2026-12-08 00:00:00.000',
  holiday: ['2026-09-21', '2026-10-12'],
  suspension: { kind: 'deferred', from: '2026-12-01', to: '2026-12-03', last: '2026-12-07', never: 'what the applicant owes he can bring meanwhile' },
}));

describe('L-016: a promise is looked into within 40 working days of the grant', () => fourMoments({
  amount: 40,
  startedAt: '2026-06-10',
  lastInTime: '2026-08-06 23:59:59.999',
  firstLate: '2026-08-07 00:00:00.000',
  holiday: ['2026-09-21', '2026-11-23'],
  suspension: { kind: 'promise_check', from: '2026-07-01', to: '2026-07-03', last: '2026-08-06', never: 'it runs after the decision' },
}));

describe('L-018: an opinion asked for is given within 5 working days', () => fourMoments({
  amount: 5,
  startedAt: '2026-11-23',
  lastInTime: '2026-11-30 23:59:59.999',
  firstLate: '2026-12-01 00:00:00.000',
  holiday: ['2026-09-21', '2026-09-29'],
  suspension: { kind: 'link', from: '2026-11-25', to: '2026-11-27', last: '2026-12-02' },
}));

describe('L-020: the result is served within 10 working days of the decision', () => fourMoments({
  amount: 10,
  startedAt: '2026-11-23',
  lastInTime: '2026-12-07 23:59:59.999',
  firstLate: '2026-12-08 00:00:00.000',
  holiday: ['2026-04-29', '2026-05-15'],
  suspension: { kind: 'service', from: '2026-12-01', to: '2026-12-03', last: '2026-12-07', never: 'what article 45 leaves out comes before the decision' },
}));

describe('L-021: an instant item is decided on the day it is filed', () => fourMoments({
  amount: 1,
  unit: 'on_the_spot',
  startedAt: '2026-11-26',
  lastInTime: '2026-11-26 23:59:59.999',
  firstLate: '2026-11-27 00:00:00.000',
  holiday: ['2026-10-01', '2026-10-08'],
  suspension: { kind: 'promised', from: '2026-11-26 10:00', to: '2026-11-27 10:00', last: '2026-11-27' },
}));

describe('L-030: working days are counted from the day after the start, holidays left out and swaps counted', () => fourMoments({
  amount: 1,
  startedAt: '2026-11-23 00:00',
  lastInTime: '2026-11-24 23:59:59.999',
  firstLate: '2026-11-25 00:00:00.000',
  holiday: ['2018-09-30', '2018-10-08'],
  suspension: { kind: 'statutory', from: '2026-11-24', to: '2026-11-26', last: '2026-11-26' },
}));

describe('L-031: 30 calendar days move off a holiday', () => fourMoments({
  amount: 30,
  unit: 'calendar_day',
  startedAt: '2026-10-15',
  lastInTime: '2026-11-16 23:59:59.999',
  firstLate: '2026-11-17 00:00:00.000',
  holiday: ['2026-09-03', '2026-10-08'],
  suspension: { kind: 'promised', from: '2026-10-20', to: '2026-10-24', last: '2026-11-18' },
}));

describe('L-031: a month ends on the corresponding day, moved off a holiday', () => fourMoments({
  amount: 1,
  unit: 'month',
  startedAt: '2026-10-15',
  lastInTime: '2026-11-16 23:59:59.999',
  firstLate: '2026-11-17 00:00:00.000',
  holiday: ['2026-09-01', '2026-10-08'],
  suspension: { kind: 'promised', from: '2026-10-20', to: '2026-10-23', last: '2026-11-18' },
}));

describe('L-031: 24 hours run through weekends and holidays', () => fourMoments({
  amount: 24,
  unit: 'hour',
  startedAt: '2026-11-20 17:15',
  lastInTime: '2026-11-21 17:15',
  firstLate: '2026-11-21 17:15:00.001',
  holiday: ['2026-10-01 17:15', '2026-10-02'],
  suspension: { kind: 'promised', from: '2026-11-21 08:00', to: '2026-11-21 15:30', last: '2026-11-22' },
}));

describe('L-032: 5 working days counted again after the city was closed on 17 September', () => fourMoments({
  amount: 5,
  calendar: closed,
  startedAt: '2026-09-11',
  lastInTime: '2026-09-20 23:59:59.999',
  firstLate: '2026-09-21 00:00:00.000',
  holiday: ['2026-09-21', '2026-09-29'],
  suspension: { kind: 'statutory', from: '2026-09-15', to: '2026-09-16', last: '2026-09-21' },
}));

describe('L-040: the light is yellow at the last moment and red at the next', () => fourMoments({
  amount: 5,
  startedAt: '2026-11-23',
  lastInTime: '2026-11-30 23:59:59.999',
  firstLate: '2026-12-01 00:00:00.000',
  holiday: ['2026-09-28', '2026-10-10'],
  suspension: { kind: 'promised', from: '2026-11-27', to: '2026-12-01', last: '2026-12-02' },
}));

describe('L-050: a supervision order is answered within 3 working days', () => fourMoments({
  amount: 3,
  startedAt: '2026-11-23',
  lastInTime: '2026-11-26 23:59:59.999',
  firstLate: '2026-11-27 00:00:00.000',
  holiday: ['2026-09-29', '2026-10-09'],
  suspension: { kind: null, from: '2026-11-24', to: '2026-11-26', last: '2026-11-26', never: 'it is not a limit of the matter' },
}));

describe('L-050: the reply to an order is reviewed within 2 working days', () => fourMoments({
  amount: 2,
  startedAt: '2026-11-26',
  lastInTime: '2026-11-30 23:59:59.999',
  firstLate: '2026-12-01 00:00:00.000',
  holiday: ['2026-09-29', '2026-10-08'],
  suspension: { kind: null, from: '2026-11-27', to: '2026-11-28', last: '2026-11-30', never: 'it is not a limit of the matter' },
}));

describe('L-051: a complaint is taken up or not within 5 working days', () => fourMoments({
  amount: 5,
  startedAt: '2026-11-23',
  lastInTime: '2026-11-30 23:59:59.999',
  firstLate: '2026-12-01 00:00:00.000',
  holiday: ['2026-09-28', '2026-10-10'],
  suspension: { kind: null, from: '2026-11-25', to: '2026-11-27', last: '2026-11-30', never: 'it is not a limit of handling under 行政许可法' },
}));

describe('L-060: what a bad grade found is mended within 15 working days', () => fourMoments({
  amount: 15,
  startedAt: '2026-11-23',
  lastInTime: '2026-12-14 23:59:59.999',
  firstLate: '2026-12-15 00:00:00.000',
  holiday: ['2026-09-21', '2026-10-19'],
  suspension: { kind: null, from: '2026-12-01', to: '2026-12-03', last: '2026-12-14', never: 'it is not a limit of handling under 行政许可法' },
}));

describe('L-060: a bad grade is checked, and the person called back, within 3 working days each', () => fourMoments({
  amount: 3,
  startedAt: '2026-11-23',
  lastInTime: '2026-11-26 23:59:59.999',
  firstLate: '2026-11-27 00:00:00.000',
  holiday: ['2026-09-30', '2026-10-10'],
  suspension: { kind: null, from: '2026-11-24', to: '2026-11-26', last: '2026-11-26', never: 'it is not a limit of handling under 行政许可法' },
}));
