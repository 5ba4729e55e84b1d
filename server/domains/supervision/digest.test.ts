import { describe, expect, test } from 'vitest';
import { provisionalCalendar, shenzhen } from '../../testing/given-matter.ts';
import { concerns, digestDay, digestsOf, type DueLimit, type Holder } from './digest.ts';

describe('The digest of a day', () => {
  const on = (day: string, time: string) => digestDay(provisionalCalendar, shenzhen(day, time));
  test('is due from half past eight of a working day to its end, and never afterwards', () => {
    expect(on('2026-11-23', '08:29:59.999')).toBeUndefined();
    expect(on('2026-11-23', '08:30:00.000')).toBe('2026-11-23');
    expect(on('2026-11-23', '23:59:59.999')).toBe('2026-11-23');
    expect(on('2026-11-24', '00:00:00.000')).toBeUndefined();
  });
  test('is not sent on weekends and holidays, but on a Saturday that is worked', () => {
    expect(on('2026-11-22', '09:00:00.000')).toBeUndefined();
    expect(on('2026-10-01', '09:00:00.000')).toBeUndefined();
    expect(on('2026-10-10', '09:00:00.000')).toBe('2026-10-10');
  });
});

describe('Who is told of what', () => {
  const now = shenzhen('2026-11-30');
  const limit = (more: Partial<DueLimit>): DueLimit => ({ matterId: 'm1', institution: 'B', post: 'officer', staffId: null, dueAt: shenzhen('2026-11-30', '23:59:59.999'), ...more });
  const officer: Holder = { staffId: 'o1', institution: 'B', role: 'officer' };
  const other: Holder = { staffId: 'o2', institution: 'B', role: 'officer' };
  const approver: Holder = { staffId: 'a', institution: 'B', role: 'approver' };
  const clerk: Holder = { staffId: 'c', institution: 'H', role: 'window_clerk' };

  test('an officer of what he has in hand and of what waits for his post; an approver of everything in his institution', () => {
    expect([officer, other, approver, clerk].map((holder) => concerns(limit({ staffId: 'o1' }), holder))).toEqual([true, false, true, false]);
    expect([officer, other, approver, clerk].map((holder) => concerns(limit({}), holder))).toEqual([true, true, true, false]);
    expect(concerns(limit({ institution: 'H', post: 'window_clerk' }), clerk)).toBe(true);
  });

  test('matters are counted, not limits: red in one limit and yellow in another is one red matter', () => {
    const limits = [limit({ staffId: 'o1' }), limit({ staffId: 'o1', dueAt: shenzhen('2026-11-27', '23:59:59.999') }), limit({ matterId: 'm2' })];
    expect(digestsOf(limits, [officer, other, approver, clerk], now)).toEqual([{ staffId: 'o1', yellow: 1, red: 1 }, { staffId: 'a', yellow: 1, red: 1 }, { staffId: 'o2', yellow: 1, red: 0 }]);
  });

  test('who has something in hand is told though his post is gone; who has nothing is not', () => {
    expect(digestsOf([limit({ staffId: 'gone' })], [clerk], now)).toEqual([{ staffId: 'gone', yellow: 1, red: 0 }]);
    expect(digestsOf([], [officer, clerk], now)).toEqual([]);
  });
});
