import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber, dayOfNumber, endOfLocalDay, instantOfMs, isAfter, isBefore, isLocalDay, localDayOf, parseInstant, startOfLocalDay, weekdayOf } from './instant.ts';

describe('A day in Shenzhen', () => {
  test('begins at 16:00 UTC of the day before and ends one millisecond before the next begins', () => {
    expect(startOfLocalDay('2026-11-23')).toBe('2026-11-22T16:00:00.000Z');
    expect(endOfLocalDay('2026-11-23')).toBe('2026-11-23T15:59:59.999Z');
    expect(localDayOf('2026-11-22T15:59:59.999Z')).toBe('2026-11-22');
    expect(localDayOf('2026-11-22T16:00:00.000Z')).toBe('2026-11-23');
  });

  test('every instant lies between the start and the end of its own day', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2100, 0, 1) }), (ms) => {
        const instant = instantOfMs(ms);
        const day = localDayOf(instant);
        expect(isBefore(instant, startOfLocalDay(day))).toBe(false);
        expect(isAfter(instant, endOfLocalDay(day))).toBe(false);
      }),
    );
  });

  test('is told from a day that does not exist', () => {
    expect(['2026-02-28', '2024-02-29', '2000-02-29'].map(isLocalDay)).toEqual([true, true, true]);
    expect(['2026-02-29', '2026-02-30', '1900-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '', '2026-11-23 '].map(isLocalDay)).toEqual(Array(8).fill(false));
  });

  test('has the weekday everybody knows', () => {
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(weekdayOf('1969-12-31')).toBe(3);
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 80_000 }), (n) => {
        expect(weekdayOf(dayOfNumber(n))).toBe(new Date(n * 86_400_000).getUTCDay());
        expect(dayNumber(dayOfNumber(n))).toBe(n);
      }),
    );
  });
});

describe('An instant read from text', () => {
  test('is put into the one canonical form', () => {
    expect(parseInstant('2026-11-23T09:30:00+08:00')).toBe('2026-11-23T01:30:00.000Z');
    expect(parseInstant('2026-11-23T01:30:00.5Z')).toBe('2026-11-23T01:30:00.500Z');
  });

  test('is refused without an offset, on a day that does not exist, and when it is no instant at all', () => {
    for (const text of ['2026-11-23', '2026-11-23T09:30:00', '2026-02-30T09:30:00Z', '2026-11-23T25:00:00Z', 'now', '']) expect(parseInstant(text)).toBeUndefined();
  });
});
