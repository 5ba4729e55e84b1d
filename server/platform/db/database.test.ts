import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { freshDatabase, type FreshDatabase } from '../../testing/fresh-database.ts';
import { isOutage } from './outage.ts';

describe('a line to the database that is cut', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());

  /** Ends every connection of the application, as a restart of the database does. */
  const cutAll = () => fresh.owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`);
  const untilAsleep = async (): Promise<void> => {
    for (;;) {
      const { rows } = await fresh.owner.query(`select 1 from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`);
      if (rows.length > 0) return;
      await new Promise((later) => setTimeout(later, 10));
    }
  };

  it('is told to who was reading as an outage, ends nothing, and the next reader gets a new one', async () => {
    const reading = sql`select pg_sleep(60)`.execute(fresh.database.handle).catch((error: unknown) => error);
    await untilAsleep();
    await cutAll();
    expect(isOutage(await reading)).toBe(true);
    expect((await sql<{ n: number }>`select 1 as n`.execute(fresh.database.handle)).rows).toEqual([{ n: 1 }]);
  });

  it('ends nothing either while somebody has it borrowed and asks nothing', async () => {
    const client = await fresh.database.pool.connect();
    await client.query('select 1');
    await cutAll();
    await expect(client.query('select 1')).rejects.toSatisfy(isOutage);
    client.release(true);
    expect((await fresh.database.pool.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
  });
});
