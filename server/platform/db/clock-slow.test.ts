import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { expect, it } from 'vitest';
import { databaseClock } from './clock.ts';

it('a database that answers slowly never puts this process ahead of its time by more than the append allows', async () => {
  // A line whose questions take long and whose answers come at once: the worst for whoever takes the middle.
  const slow = { query: async () => {
    await sleep(1_400);
    return { rows: [{ ms: Date.now() }] };
  } } as unknown as pg.Pool;
  const clock = await databaseClock(slow);
  expect(clock.nowMs() - Date.now()).toBeLessThan(500);
}, 30_000);
