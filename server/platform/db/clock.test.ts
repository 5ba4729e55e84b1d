import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../testing/fresh-database.ts';
import { databaseClock } from './clock.ts';

describe('the database’s time in this process', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());

  const databaseMs = async (): Promise<number> => Number((await fresh.owner.query<{ ms: string }>('select extract(epoch from clock_timestamp()) * 1000 ms')).rows[0]?.ms);

  it('is the database’s own to within the time of a question', async () => {
    const asked = performance.now();
    const clock = await databaseClock(fresh.database.pool);
    const tookMs = performance.now() - asked;
    const [before, ours, after] = [await databaseMs(), clock.nowMs(), await databaseMs()];
    expect(ours).toBeGreaterThan(before - 10 - tookMs);
    expect(ours).toBeLessThan(after + 10 + tookMs);
    expect(clock.now()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it('never goes back, whatever the database says', async () => {
    const clock = await databaseClock(fresh.database.pool);
    const first = clock.nowMs();
    clock.observe(first - 60_000, performance.now(), performance.now());
    expect(clock.nowMs()).toBeGreaterThanOrEqual(first);
  });

  it('believes a quick answer over a slow one, and any answer when asked to', async () => {
    const clock = await databaseClock(fresh.database.pool);
    const now = performance.now();
    clock.observe(clock.nowMs() + 3_600_000, now - 5_000, now);
    expect(Math.abs(clock.nowMs() - (await databaseMs()))).toBeLessThan(500);
    clock.observe((await databaseMs()) - 3_600_000, performance.now(), performance.now());
    await clock.sample();
    expect(Math.abs(clock.nowMs() - (await databaseMs()))).toBeLessThan(500);
  });

  it('goes back where the database’s clock was really set back, and is doubted then', async () => {
    const clock = await databaseClock(fresh.database.pool);
    expect(clock.suspect).toBe(false);
    const now = performance.now();
    clock.observe(clock.nowMs() + 3_600_000, now, now);
    const ahead = clock.nowMs();
    expect(clock.suspect).toBe(true);
    await clock.sample();
    expect(clock.nowMs()).toBeLessThan(ahead - 3_000_000);
    expect(clock.suspect).toBe(true);
  });

  it('is not doubted for a second, nor for an answer that was long under way', async () => {
    const clock = await databaseClock(fresh.database.pool);
    const now = performance.now();
    clock.observe(clock.nowMs() + 1_000, now, now);
    clock.observe(clock.nowMs() + 4_000, now - 10_000, now);
    expect(clock.suspect).toBe(false);
  });

  it('that was asked while the machine was busy is not doubted when a quick answer puts it right', async () => {
    const clock = await databaseClock(fresh.database.pool);
    const right = clock.nowMs();
    // Ten seconds under way, all of them on the way there; believed once the older sample has had its day.
    const late = performance.now() + 40_000;
    clock.observe(right + 40_000, late - 10_000, late);
    clock.observe(right + 40_000, late, late);
    expect(clock.suspect).toBe(false);
  });
});
