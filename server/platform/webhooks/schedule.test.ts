import { describe, expect, it } from 'vitest';
import { nextTryAfterMs, retryAfterMs } from './schedule.ts';

describe('a message that was not taken is sent again', () => {
  it('ten times over three days, as the example schedule of Standard Webhooks', () => {
    const pauses = Array.from({ length: 11 }, (_, made) => nextTryAfterMs(made, 0.5));
    expect(pauses).toEqual([0, 5_000, 300_000, 1_800_000, 7_200_000, 18_000_000, 36_000_000, 50_400_000, 72_000_000, 86_400_000, undefined]);
  });

  it('a tenth earlier or later by chance', () => {
    expect(nextTryAfterMs(2, 0)).toBe(270_000);
    expect(nextTryAfterMs(2, 0.999)).toBeLessThan(330_000);
    expect(nextTryAfterMs(2, 0.999)).toBeGreaterThan(329_000);
  });

  it('not before the receiver asked for, in seconds or by a date, a day at most', () => {
    const now = Date.parse('2026-11-23T00:00:00Z');
    expect(retryAfterMs('120', now)).toBe(120_000);
    expect(retryAfterMs('Mon, 23 Nov 2026 00:10:00 GMT', now)).toBe(600_000);
    expect(retryAfterMs('99999999', now)).toBe(86_400_000);
    for (const text of [undefined, '', 'soon', '-5', '0', 'Sun, 22 Nov 2026 00:00:00 GMT']) expect(retryAfterMs(text, now)).toBeUndefined();
  });
});
