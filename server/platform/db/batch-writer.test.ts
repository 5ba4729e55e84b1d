import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../testing/fresh-database.ts';
import { newDataKey } from '../crypto/index.ts';
import { newId } from '../ids.ts';
import { chainFacts, type ChainHead } from '../ledger/chain.ts';
import { batchWriter, type BatchWriter, type Entry } from './batch-writer.ts';
import { databaseClock, type DatabaseClock } from './clock.ts';
import { isOutage } from './outage.ts';

const log = 'test/matters/v1';

describe('the writer that joins many commands into one transaction', () => {
  let fresh: FreshDatabase;
  let clock: DatabaseClock;
  let writer: BatchWriter;
  beforeAll(async () => {
    fresh = await freshDatabase();
    clock = await databaseClock(fresh.database.pool);
    writer = batchWriter(fresh.database.pool, 'platform.append', clock);
  });
  afterAll(() => fresh.drop());

  const entryOf = (matterId: string, at = clock.now(), head: ChainHead | null = null): Entry => {
    const chained = chainFacts({ log, matterId, dataKey: newDataKey(), rule: {} }, head, [{ kind: 'thing_happened', at, by: { kind: 'system', id: 'test' }, content: {} }]);
    return { facts: chained.rows, access: [{ matter_id: matterId, record_id: newId(), actor: {}, act: 'test', outcome: 'done' }] };
  };
  const written = async (ids: readonly string[]): Promise<readonly string[]> =>
    (await fresh.owner.query<{ matter_id: string }>('select matter_id from platform.facts where matter_id = any($1)', [ids])).rows.map((row) => row.matter_id).sort();
  const settle = (entries: readonly Entry[]) => Promise.allSettled(entries.map((entry) => writer.write(entry)));

  it('writes alone what comes alone, and everything of what comes together', async () => {
    const alone = newId();
    await writer.write(entryOf(alone));
    const many = Array.from({ length: 100 }, () => newId());
    await Promise.all(many.map((id) => writer.write(entryOf(id))));
    expect(await written([alone, ...many])).toEqual([alone, ...many].sort());
    expect(writer.load).toBe(0);
  });

  it('joins what waits: a hundred entries take few transactions', async () => {
    const ids = Array.from({ length: 100 }, () => newId());
    await Promise.all(ids.map((id) => writer.write(entryOf(id))));
    const { rows } = await fresh.owner.query<{ n: string }>('select count(distinct xmin::text) n from platform.facts where matter_id = any($1)', [ids]);
    expect(Number(rows[0]?.n)).toBeLessThanOrEqual(8);
  });

  it('never lets one bad entry reject its neighbours: of twenty with one bad, nineteen are written', async () => {
    const ids = Array.from({ length: 20 }, () => newId());
    const bad = 11;
    const entries = ids.map((id, index) => entryOf(id, clock.now(), index === bad ? { seq: 1, hash: 'ab'.repeat(32) } : null));
    const outcomes = await settle(entries);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(ids.map((_, index) => (index === bad ? 'rejected' : 'fulfilled')));
    expect(outcomes[bad]).toMatchObject({ reason: { code: 'YM002', message: 'chain_broken' } });
    expect(await written(ids)).toEqual(ids.filter((_, index) => index !== bad).sort());
  });

  it('a line that is cut costs nobody his entry, and nobody is written twice', async () => {
    const ids = Array.from({ length: 40 }, () => newId());
    await fresh.owner.query('begin');
    await fresh.owner.query('lock table platform.facts in exclusive mode');
    const outcomes = settle(ids.map((id) => entryOf(id)));
    const { rows } = await untilTwoWait();
    for (const { pid } of rows) await fresh.owner.query('select pg_terminate_backend($1)', [pid]);
    await fresh.owner.query('commit');
    expect((await outcomes).map((outcome) => outcome.status)).toEqual(ids.map(() => 'fulfilled'));
    expect(await written(ids)).toEqual([...ids].sort());
  });

  /** Both flushes stand before the lock. */
  async function untilTwoWait(): Promise<{ rows: readonly { pid: number }[] }> {
    for (;;) {
      const waiting = await fresh.owner.query<{ pid: number }>(`select pid from pg_locks where not granted and relation = 'platform.facts'::regclass`);
      if (waiting.rows.length === 2) return waiting;
      await new Promise((later) => setTimeout(later, 10));
    }
  }

  it('tells everybody at once where the database stays away', async () => {
    const nowhere = new pg.Pool({ host: '127.0.0.1', port: 1, connectionTimeoutMillis: 1_000 });
    const away = batchWriter(nowhere, 'platform.append', clock);
    const outcomes = await Promise.allSettled(Array.from({ length: 80 }, () => away.write(entryOf(newId()))));
    expect(outcomes.every((outcome) => outcome.status === 'rejected' && isOutage(outcome.reason))).toBe(true);
    await new Promise((later) => setImmediate(later));
    expect(away.load).toBe(0);
    await nowhere.end();
  });

  it('writes what is the same twice in one batch once', async () => {
    const matterId = newId();
    const outcomes = await settle([entryOf(matterId), entryOf(matterId), entryOf(newId())]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(outcomes.find((outcome) => outcome.status === 'rejected')).toMatchObject({ reason: { code: '23505', constraint: 'facts_pkey' } });
    expect(await written([matterId])).toEqual([matterId]);
  });

  it.each([
    ['40 s old', -40_000, 'YM001'],
    ['2 s ahead', 2_000, 'YM001'],
    ['20 s old', -20_000, undefined],
  ])('asks the database’s own clock: a fact %s', async (_what, shift, code) => {
    const matterId = newId();
    const outcome = (await settle([entryOf(matterId, new Date(clock.nowMs() + shift).toISOString())]))[0];
    expect(outcome).toMatchObject(code === undefined ? { status: 'fulfilled' } : { status: 'rejected', reason: { code, message: 'clock_suspect' } });
    expect(await written([matterId])).toEqual(code === undefined ? [matterId] : []);
  });

  it('refuses a fact that names another predecessor, and one that leaves a number out', async () => {
    const matterId = newId();
    await writer.write(entryOf(matterId));
    const { rows } = await fresh.owner.query<{ hash: string }>(`select encode(hash, 'hex') hash from platform.facts where matter_id = $1`, [matterId]);
    const hash = rows[0]?.hash ?? '';
    const outcomes = await settle([entryOf(matterId, clock.now(), { seq: 1, hash: 'cd'.repeat(32) }), entryOf(matterId, clock.now(), { seq: 2, hash })]);
    expect(outcomes).toMatchObject([{ reason: { code: 'YM002' } }, { reason: { code: 'YM002' } }]);
    await writer.write(entryOf(matterId, clock.now(), { seq: 1, hash }));
  });

  it('says so when the database is gone, and works again when it is back', async () => {
    await fresh.owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'yimen_app' and datname = current_database()`);
    const ids = [newId(), newId()];
    const outcomes = await settle(ids.map((id) => entryOf(id)));
    for (const [index, id] of ids.entries()) if (outcomes[index]?.status === 'rejected') await writer.write(entryOf(id));
    expect(await written(ids)).toEqual([...ids].sort());
  });
});
