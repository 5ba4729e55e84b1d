import { describe, expect, test } from 'vitest';
import type { Clock, Pause } from './clock.ts';
import { lightAt } from './light.ts';

const at = (day: string, time = '09:30'): string => new Date(`${day}T${time}:00+08:00`).toISOString();
const pause: Pause = { pauseId: 'p1', ground: 'testing', document: '1号', from: at('2026-11-25'), announcedUntil: at('2026-11-26'), to: null };
const clock: Clock = { limit: { amount: 5, unit: 'working_day' }, startedAt: at('2026-11-23'), pauses: [pause], extensions: [] };
const due = { warnAt: at('2026-11-30', '00:00'), dueAt: '2026-12-01T15:59:59.999Z' };
const light = (now: string, endedAt: string | null = null, of: Clock = clock): string => lightAt(of, due, now, endedAt);

describe('A light', () => {
  test('is green, then yellow from its warning on, then red from the first millisecond after its last moment (L-040)', () => {
    expect(['2026-11-29T15:59:59.999Z', '2026-11-29T16:00:00.000Z', '2026-12-01T15:59:59.999Z', '2026-12-01T16:00:00.000Z'].map((now) => light(now))).toEqual(['green', 'yellow', 'yellow', 'red']);
  });

  test('is paused from the first moment of a pause until the clock goes on, at the latest at the announced end', () => {
    expect([at('2026-11-25', '09:29'), at('2026-11-25'), '2026-11-26T01:29:59.999Z', at('2026-11-26')].map((now) => light(now))).toEqual(['green', 'paused', 'paused', 'green']);
  });

  test('stays red under a pause that began after the last moment: nobody stops a clock that has run out', () => {
    const late: Clock = { ...clock, pauses: [{ ...pause, from: at('2026-12-02'), announcedUntil: at('2026-12-20') }] };
    expect(light(at('2026-12-03'), null, late)).toBe('red');
  });

  test('of an ended clock says whether it was met, whatever the time', () => {
    expect([light(at('2027-01-05'), due.dueAt), light(at('2026-11-24'), '2026-12-01T16:00:00.000Z')]).toEqual(['met', 'missed']);
  });
});
