import { describe, expect, test } from 'vitest';
import { setTimeout as sleep } from 'node:timers/promises';
import { keptByEffort, keptForAMinute, keptMs } from './routes-kept.ts';

describe('Answers kept in memory', () => {
  test('are made once in a minute, whoever asks and however many at once', async () => {
    let now = 0;
    let made = 0;
    const kept = keptForAMinute<number>(() => now);
    const ask = () => kept('a', async () => (made += 1));
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
    now = keptMs - 1;
    expect(await ask()).toBe(1);
    now = keptMs;
    expect(await ask()).toBe(2);
  });

  test('one that failed is not kept', async () => {
    const kept = keptForAMinute<string>(() => 0);
    await expect(kept('a', async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await kept('a', async () => 'yes')).toBe('yes');
    const byEffort = keptByEffort<string>();
    await expect(byEffort('a', async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await byEffort('a', async () => 'yes')).toBe('yes');
  });

  test('who asks for ever new ones does not fill the memory', async () => {
    let made = 0;
    const kept = keptForAMinute<number>(() => 0);
    for (let n = 0; n < 600; n += 1) await kept(String(n), async () => (made += 1));
    await kept('599', async () => (made += 1));
    await kept('0', async () => (made += 1));
    expect(made).toBe(601);
  });

  test('what is slow to make is shared for a while, what is quick is always fresh', async () => {
    let made = 0;
    const kept = keptByEffort<number>();
    const slow = () => kept('slow', async () => {
      await sleep(500);
      return (made += 1);
    });
    expect(await Promise.all([slow(), slow()])).toEqual([1, 1]);
    expect(await slow()).toBe(1);
    const quick = () => kept('quick', async () => (made += 1));
    const began = performance.now();
    expect(await quick()).toBe(2);
    // Kept four times as long as it took, which is next to nothing but where the machine was elsewhere.
    await sleep(20 + 4 * (performance.now() - began));
    expect(await quick()).toBe(3);
  });
});
