import { describe, expect, it } from 'vitest';
import { workingCalendarOf, type CalendarFile } from '../kernel/calendar/index.ts';
import { localDayOf } from '../kernel/instant.ts';
import { chanceFrom } from './chance.ts';
import { afterOfficeTime, anyHour, lastWorkingDays, officeDay, officeInstant } from './office-hours.ts';
import file from '../../data/calendar/statutory-days.json' with { type: 'json' };

const calendar = workingCalendarOf(file as unknown as CalendarFile);

describe('office time', () => {
  it('opens at nine, rests at noon, opens again at two and closes at six', () => {
    expect(officeInstant('2026-11-23', 0)).toBe('2026-11-23T01:00:00.000Z');
    expect(officeInstant('2026-11-23', 179.5)).toBe('2026-11-23T03:59:30.000Z');
    expect(officeInstant('2026-11-23', 180)).toBe('2026-11-23T06:00:00.000Z');
    expect(officeInstant('2026-11-23', officeDay - 1)).toBe('2026-11-23T09:59:00.000Z');
  });

  it('does not pass at lunch, at night, on a Saturday or over the National Day holiday', () => {
    expect(afterOfficeTime(calendar, '2026-11-23T03:50:00.000Z', 20)).toBe('2026-11-23T06:10:00.000Z');
    expect(afterOfficeTime(calendar, '2026-11-20T14:00:00.000Z', 1)).toBe('2026-11-23T01:01:00.000Z');
    expect(afterOfficeTime(calendar, '2026-11-21T05:00:00.000Z', officeDay)).toBe('2026-11-24T01:00:00.000Z');
    expect(localDayOf(afterOfficeTime(calendar, '2026-09-30T09:59:00.000Z', 2))).toBe('2026-10-08');
  });

  it('counts the last working days back over holidays, today among them', () => {
    expect(lastWorkingDays(calendar, '2026-11-23', 3)).toEqual(['2026-11-19', '2026-11-20', '2026-11-23']);
    expect(lastWorkingDays(calendar, '2026-11-22', 1)).toEqual(['2026-11-20']);
    expect(lastWorkingDays(calendar, '2026-10-08', 2)).toEqual(['2026-09-30', '2026-10-08']);
  });

  it('knows no hours for somebody who files from a phone, but the day stays the day', () => {
    const chance = chanceFrom('phone');
    for (let round = 0; round < 500; round += 1) expect(localDayOf(anyHour('2026-11-22', chance))).toBe('2026-11-22');
  });
});
