import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../testing/fresh-database.ts';
import { clockGuard, type ClockGuard } from './clock-guard.ts';
import { databaseClock, type DatabaseClock } from './clock.ts';

describe('C-CK-2: the guard over the clocks', () => {
  let fresh: FreshDatabase;
  let clock: DatabaseClock;
  let told: string[];
  /** By how much this process's wall clock was set, and by how much its monotonic time seems to have gone on: as if the database's were set back. */
  let wallSet: number;
  let monotonicSet: number;
  const guards: ClockGuard[] = [];

  const watch = async (): Promise<ClockGuard> => {
    const guard = await clockGuard({
      pool: fresh.database.pool, clock, onFault: (error) => told.push(String(error)), onAlarm: (code, { seconds }) => told.push(`${code} ${Math.round(Number(seconds))}`),
      wallMs: () => Date.now() + wallSet + monotonicSet, monotonicMs: () => performance.now() + monotonicSet,
    });
    guards.push(guard);
    return guard;
  };

  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  beforeEach(async () => {
    [told, wallSet, monotonicSet] = [[], 0, 0];
    await fresh.owner.query(`delete from platform.settings where name = 'clock.last'`);
    clock = await databaseClock(fresh.database.pool);
  });
  afterAll(async () => {
    for (const guard of guards) await guard.stop();
    await fresh.drop();
  });

  it('says nothing while all goes on alike, nor of a second', async () => {
    const guard = await watch();
    wallSet = 1_000;
    await guard.look();
    await guard.stop();
    expect(told).toEqual([]);
    expect(clock.suspect).toBe(false);
  });

  it('tells a step of the database’s clock once and has it doubted', async () => {
    const guard = await watch();
    monotonicSet = 3_600_000;
    await guard.look();
    await guard.look();
    await guard.stop();
    expect(told).toEqual(['clock.stepped -3600']);
    expect(clock.suspect).toBe(true);
  });

  it('tells a step of this process’s own clock, which decides nothing', async () => {
    const guard = await watch();
    wallSet = -86_400_000;
    await guard.look();
    await guard.look();
    await guard.stop();
    expect(told).toEqual(['clock.own_stepped -86400']);
    expect(clock.suspect).toBe(false);
  });

  it('finds at the start a clock that was set back since the last run', async () => {
    await (await watch()).stop();
    await fresh.owner.query(`update platform.settings set value = to_jsonb((value #>> '{}')::numeric + 86400000) where name = 'clock.last'`);
    await (await watch()).stop();
    expect(told).toEqual(['clock.behind 86400']);
    expect(clock.suspect).toBe(true);
  });
});
