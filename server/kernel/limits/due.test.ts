import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import provisionalFile from '../../../data/calendar/provisional-2027.json' with { type: 'json' };
import statutoryFile from '../../../data/calendar/statutory-days.json' with { type: 'json' };
import { dueDate, isCalendarRefusal, workingCalendarOf, type Limit } from '../calendar/index.ts';
import { procedureKinds, stopsCountingUntil, type Clock, type Extension, type Pause } from './clock.ts';
import { dueOfClock, elapsedWorkingDays, type ClockDue } from './due.ts';
import type { WarningLine } from './rule-pack.ts';

const calendar = workingCalendarOf(statutoryFile, provisionalFile);
const warning: WarningLine = { workingDays: 1, hours: 4 };
const at = (day: string, time = '09:30'): string => new Date(`${day}T${time}:00+08:00`).toISOString();
const pause = (from: string, to: string | null, announcedUntil = to ?? from, pauseId = 'p1'): Pause => ({ pauseId, ground: 'expert_review', document: '深审评〔2026〕12号', from, announcedUntil, to });
const clock = (startedAt: string, amount: number, pauses: readonly Pause[] = [], unit: Limit['unit'] = 'working_day', extensions: readonly Extension[] = []): Clock => ({ limit: { amount, unit }, startedAt, pauses, extensions });

function due(of: Clock): ClockDue {
  const found = dueOfClock(calendar, of, warning);
  if (isCalendarRefusal(found)) throw new Error(found.code);
  return found;
}

describe('A clock without pauses and extensions', () => {
  test('is due when its limit is due, in every unit, from any start', () => {
    const start = fc.integer({ min: Date.parse('2004-01-01T00:00:00Z'), max: Date.parse('2028-01-31T00:00:00Z') }).map((ms) => new Date(ms).toISOString());
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 90 }), fc.constantFrom('working_day', 'calendar_day', 'hour', 'month', 'on_the_spot'), (startedAt, amount, unit) => {
        const plain = dueDate(calendar, { amount, unit }, startedAt);
        const found = dueOfClock(calendar, clock(startedAt, amount, [], unit), warning);
        if (isCalendarRefusal(plain) || isCalendarRefusal(found)) expect(found).toEqual(plain);
        else expect(found).toEqual({ ...plain, warnAt: found.warnAt, pausedDays: [], pausedMs: 0, extendedBy: 0 });
      }),
      { numRuns: 400 },
    );
  });
});

describe('A pause', () => {
  test('leaves out the days at whose end the clock stands still: the day it stops, not the day it goes on', () => {
    const found = due(clock(at('2026-11-23'), 20, [pause(at('2026-12-01'), at('2026-12-10'))]));
    expect(found.pausedDays.map((d) => d.day)).toEqual(['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-07', '2026-12-08', '2026-12-09']);
    expect([found.dueOn, found.countedDays, found.leftOut.length]).toEqual(['2026-12-30', 20, 10]);
  });

  test('that begins and ends on one day leaves out nothing, and one over midnight leaves out one day', () => {
    expect(due(clock(at('2026-11-23'), 5, [pause(at('2026-11-25', '00:00'), at('2026-11-25', '23:59'))])).dueOn).toBe('2026-11-30');
    expect(due(clock(at('2026-11-23'), 5, [pause(at('2026-11-25', '23:59'), at('2026-11-26', '00:00'))])).dueOn).toBe('2026-12-01');
  });

  test('stops the clock no longer than announced, however long it really lasts', () => {
    const announced = due(clock(at('2026-11-23'), 5, [pause(at('2026-11-25'), null, at('2026-11-27'))]));
    expect(due(clock(at('2026-11-23'), 5, [pause(at('2026-11-25'), at('2026-12-20'), at('2026-11-27'))])).dueOn).toBe(announced.dueOn);
    expect(announced.dueOn).toBe('2026-12-02');
    expect(due(clock(at('2026-11-23'), 5, [pause(at('2026-11-25'), at('2026-11-26'), at('2026-11-27'))])).dueOn).toBe('2026-12-01');
  });

  test('overlapping another takes no day twice: the day belongs to the pause that began first', () => {
    const found = due(clock(at('2026-11-23'), 5, [pause(at('2026-11-26'), at('2026-11-30'), undefined, 'later'), pause(at('2026-11-25'), at('2026-11-27'), undefined, 'first')]));
    expect(found.pausedDays).toEqual([{ day: '2026-11-25', pauseId: 'first' }, { day: '2026-11-26', pauseId: 'first' }, { day: '2026-11-27', pauseId: 'later' }]);
    expect(found.dueOn).toBe('2026-12-03');
  });

  test('begun after the last day changes nothing', () => {
    expect(due(clock(at('2026-11-23'), 5, [pause(at('2026-12-01'), at('2026-12-20'))])).dueOn).toBe('2026-11-30');
  });

  test('of a limit in hours adds the milliseconds it held, once where two overlap', () => {
    const pauses = [pause(at('2026-11-23', '12:00'), at('2026-11-23', '15:30')), pause(at('2026-11-23', '15:00'), at('2026-11-23', '16:00'), undefined, 'p2')];
    const found = due(clock(at('2026-11-23', '09:30'), 4, pauses, 'hour'));
    expect([found.dueAt, found.pausedMs, found.warnAt]).toEqual([at('2026-11-23', '17:30'), 4 * 3_600_000, at('2026-11-23', '13:30')]);
  });

  test('of a limit in calendar days leaves out weekends too, and a last day that is not worked still moves', () => {
    const found = due(clock(at('2026-11-23'), 10, [pause(at('2026-11-27'), at('2026-11-30'))], 'calendar_day'));
    expect([found.pausedDays.length, found.movedFrom, found.dueOn]).toEqual([3, '2026-12-06', '2026-12-07']);
  });

  test('on the day of an instant item moves it to the next day that is worked and not paused', () => {
    expect(due(clock(at('2026-11-26'), 1, [pause(at('2026-11-26', '10:00'), at('2026-11-27', '10:00'))], 'on_the_spot'))).toMatchObject({ dueOn: '2026-11-27', movedFrom: '2026-11-26' });
    expect(due(clock(at('2026-11-26'), 1, [pause(at('2026-11-26', '10:00'), at('2026-11-28', '10:00'))], 'on_the_spot')).dueOn).toBe('2026-11-30');
  });

  test('past the end of the table is refused', () => {
    expect(dueOfClock(calendar, clock(at('2027-12-20'), 5, [pause(at('2027-12-21'), at('2028-02-01'))]), warning)).toEqual({ ok: false, code: 'calendar.past_end', params: { to: '2027-12-31' } });
  });
});

describe('Extensions', () => {
  const more = (amount: number): Extension => ({ amount, at: at('2026-12-01'), ground: 'complex' });
  test('add to the amount in its own unit', () => {
    const found = due(clock(at('2026-11-23'), 20, [], 'working_day', [more(10)]));
    expect([found.dueOn, found.extendedBy, found.countedDays, found.limit.amount]).toEqual(['2027-01-05', 10, 30, 20]);
    expect(due(clock(at('2026-11-23'), 1, [], 'month', [more(2)])).dueOn).toBe('2027-02-23');
    expect(due(clock(at('2026-11-23'), 1, [], 'on_the_spot', [more(2)]))).toMatchObject({ dueOn: '2026-11-23', extendedBy: 0 });
  });
});

describe('The warning', () => {
  test('comes at the start of the working day before, over weekends and never before the start', () => {
    expect(due(clock(at('2026-11-23'), 5)).warnAt).toBe(at('2026-11-27', '00:00'));
    expect(due(clock(at('2026-11-27'), 1)).warnAt).toBe(at('2026-11-27'));
    expect(due(clock(at('2026-11-28'), 1)).warnAt).toBe(at('2026-11-28'));
  });
});

describe('The days used', () => {
  test('are the working days after the start, lawful pauses taken off once', () => {
    const of = clock(at('2026-11-23'), 5, [pause(at('2026-11-25'), at('2026-11-28')), pause(at('2026-11-26'), at('2026-11-27'), undefined, 'p2')]);
    expect(['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-27', '2026-11-30'].map((day) => elapsedWorkingDays(calendar, of, at(day)))).toEqual([0, 0, 1, 1, 1, 2]);
    expect(elapsedWorkingDays(calendar, of, at('2028-01-03'))).toMatchObject({ code: 'calendar.past_end' });
  });
});

test('every ground of a special procedure has its own code', () => {
  expect(new Set(procedureKinds).size).toBe(10);
  expect(stopsCountingUntil(pause(at('2026-11-25'), null, at('2026-11-27')))).toBe(at('2026-11-27'));
});
