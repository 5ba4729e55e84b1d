import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applicationRole } from '../../db/database.ts';
import { freshDatabase, type FreshDatabase } from '../../../testing/fresh-database.ts';
import { rootOf, rootOfLeaves } from '../merkle.ts';
import { frontierOfEdge } from '../tiles.ts';
import { accessBatch, testMatter, testOrigins, writeFacts } from './facts-for-tests.ts';
import { accessHash } from './leaves.ts';
import { countWaiting, findLog, openLog, place, type AccessRecord } from './log-store.ts';
import { isFenced, openSequencer, type Sequencer } from './sequencer.ts';
import { edgeAt, goesOnFrom, rootAt } from './tree.ts';

const append = 'select platform.append($1::jsonb)';

describe('the sequencer of the logs', () => {
  let fresh: FreshDatabase;
  const opened: Sequencer[] = [];
  const sequencer = (most?: number): Sequencer => {
    const one = openSequencer(fresh.database.pool, most);
    opened.push(one);
    return one;
  };
  const entries = async (log = 'cases') => (await fresh.owner.query<{ index: string; matter_id: string; seq: number; hash: Buffer }>('select index, matter_id, seq, hash from ledger.entries where log = $1 order by index', [log])).rows;
  /** Every fact stands at one place and every place has one fact, the places are without gap, and tiles and row hold the tree over them. */
  async function expectWhole(): Promise<void> {
    const rows = await entries();
    expect(rows.map((row) => Number(row.index))).toEqual(rows.map((_row, at) => at));
    const facts = (await fresh.owner.query<{ matter_id: string; seq: number; hash: Buffer }>('select matter_id, seq, hash from platform.facts')).rows;
    const names = (all: readonly { matter_id: string; seq: number; hash: Buffer }[]) => all.map((row) => `${row.matter_id} ${row.seq} ${row.hash.toString('hex')}`).sort();
    expect(names(rows)).toEqual(names(facts));
    const root = Buffer.from(rootOfLeaves(rows.map((row) => row.hash)));
    expect(await findLog(fresh.owner, 'cases')).toMatchObject({ size: rows.length, root });
    expect(Buffer.from((await rootAt(fresh.owner, 'cases', rows.length)) ?? [])).toEqual(root);
    expect(await countWaiting(fresh.owner, 'cases')).toBe(0);
  }

  beforeEach(async () => {
    fresh = await freshDatabase();
    await openLog(fresh.database.pool, 'cases', testOrigins.cases);
    await openLog(fresh.database.pool, 'access', testOrigins.access);
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((one) => one.stop()));
    await fresh.drop();
  });

  it('gives every fact one place, in batches however they fall', async () => {
    const matters = [testMatter(), testMatter(), testMatter()];
    const one = sequencer(7);
    for (const count of [1, 6, 30, 250, 3]) {
      for (const matter of matters) await fresh.database.pool.query(append, [matter.next(count)]);
      expect(await one.round()).toBe(3 * count);
      expect(await one.round()).toBe(0);
    }
    await expectWhole();
    const mine = (await entries()).filter((row) => row.matter_id === matters[1]?.matterId).map((row) => row.seq);
    expect(mine).toEqual(mine.map((_seq, at) => at + 1));
  });

  it('does not skip what commits after later ones have their place', async () => {
    const late = new pg.Client({ ...fresh.connection, user: applicationRole });
    await late.connect();
    try {
      await late.query('begin');
      const slow = await writeFacts(late, 2);
      const fast = await writeFacts(fresh.database.pool, 3);
      const one = sequencer();
      expect(await one.round()).toBe(3);
      expect((await entries()).every((row) => row.matter_id === fast.matterId)).toBe(true);
      await late.query('commit');
      expect(await one.round()).toBe(2);
      expect((await entries()).slice(3).map((row) => [row.matter_id, row.seq])).toEqual([[slow.matterId, 1], [slow.matterId, 2]]);
      await expectWhole();
    } finally {
      await late.end();
    }
  });

  it('leaves no place for what was rolled back', async () => {
    const late = new pg.Client({ ...fresh.connection, user: applicationRole });
    await late.connect();
    try {
      await late.query('begin');
      await writeFacts(late, 2);
      await writeFacts(fresh.database.pool, 1);
      const one = sequencer();
      await one.round();
      await late.query('rollback');
      await writeFacts(fresh.database.pool, 1);
      await one.round();
      await expectWhole();
      expect(await entries()).toHaveLength(2);
    } finally {
      await late.end();
    }
  });

  it('is one at a time: the second waits in office of nothing until the first is gone', async () => {
    const [first, second] = [sequencer(), sequencer()];
    await writeFacts(fresh.database.pool, 1);
    expect(await first.round()).toBe(1);
    await writeFacts(fresh.database.pool, 1);
    expect([await second.round(), second.inOffice]).toEqual([0, false]);
    await first.stop();
    expect([await second.round(), second.inOffice]).toEqual([1, true]);
    await expectWhole();
  });

  it('is fenced out when it slept and another took over, and goes on only after taking office anew', async () => {
    await writeFacts(fresh.database.pool, 2);
    const [first, second] = [sequencer(), sequencer()];
    await first.round();
    const slept = await findLog(fresh.owner, 'cases');
    const edge = await edgeAt(fresh.owner, 'cases', 2);
    // Its connection was cut without its knowing: the lock is free again, the sleeper still believes to be in office.
    await fresh.owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'yimen ledger' and datname = current_database()`);
    await writeFacts(fresh.database.pool, 1);
    let placed = 0;
    while (placed === 0) placed = await second.round();
    await writeFacts(fresh.database.pool, 1);
    const { rows: [waiting] } = await fresh.owner.query<{ n: string; hash: Buffer }>('select n::text, hash from ledger.waiting');
    if (!waiting || !slept || !edge) throw new Error('nothing waits');
    // What the sleeper would write when it wakes: with its old term, even had it guessed the size.
    for (const fromSize of [2, 3]) {
      const writing = place(fresh.database.pool, { log: 'cases', term: slept.term, fromSize, numbers: [waiting.n], hashes: waiting.hash, tiles: [], root: rootOf(frontierOfEdge(edge)) });
      expect(isFenced(await writing.catch((error: unknown) => error))).toBe(true);
    }
    expect(await second.round()).toBe(1);
    await expectWhole();
  });

  it('cannot place what does not wait, place something twice, or change a tile', async () => {
    await writeFacts(fresh.database.pool, 3);
    await sequencer().round();
    const log = await findLog(fresh.owner, 'cases');
    if (!log) throw new Error('no log');
    await writeFacts(fresh.database.pool, 1);
    const { rows: [waiting] } = await fresh.owner.query<{ n: string; hash: Buffer }>('select n::text, hash from ledger.waiting');
    if (!waiting) throw new Error('nothing waits');
    const ground = { log: 'cases', term: log.term, fromSize: 3, root: Buffer.alloc(32, 1) } as const;
    const codeOf = (more: Pick<Parameters<typeof place>[1], 'numbers' | 'hashes' | 'tiles'>) => place(fresh.database.pool, { ...ground, ...more }).then(() => 'written', (error: unknown) => (error as { code: string }).code);
    expect(await codeOf({ numbers: ['999999'], hashes: waiting.hash, tiles: [] })).toBe('YM005');
    expect(await codeOf({ numbers: [waiting.n, waiting.n], hashes: Buffer.concat([waiting.hash, waiting.hash]), tiles: [] })).not.toBe('written');
    expect(await codeOf({ numbers: [waiting.n], hashes: Buffer.alloc(32, 9), tiles: [] })).toBe('YM005');
    expect(await codeOf({ numbers: [waiting.n], hashes: waiting.hash, tiles: [{ id: { level: 0, index: 0, width: 4 }, hashes: Buffer.alloc(128, 7) }] })).toBe('YM007');
    await sequencer().round().catch(() => 0);
    expect(await countWaiting(fresh.owner, 'cases')).toBeLessThanOrEqual(1);
  });

  it('enters reads and refused tries in the log of accesses, not the record of a command whose fact stands in the other', async () => {
    const { matterId } = testMatter();
    await fresh.database.pool.query(append, [accessBatch(matterId, true)]);
    await fresh.database.pool.query(append, [accessBatch(matterId)]);
    await fresh.database.pool.query(`insert into platform.access_records (matter_id, record_id, actor, act, fields, outcome) values ($1, gen_random_uuid(), '{"kind":"staff","id":"w-3"}', 'parties.view_number', 'number', 'done')`, [matterId]);
    expect(await sequencer().round()).toBe(2);
    const { rows } = await fresh.owner.query<AccessRecord & { hash: Buffer }>(`
      select e.hash, r.matter_id as "matterId", r.record_id as "recordId", to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, r.actor, r.act, r.fields, r.outcome
      from ledger.entries e join platform.access_records r using (matter_id, record_id) where e.log = 'access' order by e.index`);
    expect(rows.map((row) => row.act)).toEqual(['matters.read', 'parties.view_number']);
    for (const row of rows) expect(accessHash(testOrigins.access, row)).toEqual(row.hash);
    expect(accessHash('other.test/access/v1', rows[0] as AccessRecord)).not.toEqual(rows[0]?.hash);
  });

  it('goes on from every state before it, by its tiles alone', async () => {
    const one = sequencer(100);
    const states: { size: number; root: Uint8Array }[] = [];
    for (const count of [1, 5, 250, 2, 300]) {
      await writeFacts(fresh.database.pool, count);
      await one.round();
      const log = await findLog(fresh.owner, 'cases');
      if (log) states.push({ size: log.size, root: log.root });
    }
    const now = states.at(-1);
    if (!now) throw new Error('no state');
    for (const state of states) {
      expect(await goesOnFrom(fresh.owner, 'cases', state, now)).toBe(true);
      expect(await goesOnFrom(fresh.owner, 'cases', { size: state.size, root: Buffer.alloc(32, 3) }, now)).toBe(false);
    }
    expect(await goesOnFrom(fresh.owner, 'cases', { size: now.size + 1, root: now.root }, now)).toBe(false);
  });
});

describe('what the application may do to the logs', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());

  it.each(['logs', 'waiting', 'entries', 'statements', 'tiles', 'checkpoints'])('reads ledger.%s and writes it through functions only', async (table) => {
    await expect(fresh.database.pool.query(`select count(*) from ledger.${table}`)).resolves.toBeDefined();
    for (const act of [`insert into ledger.${table} default values`, `update ledger.${table} set log = 'x'`, `delete from ledger.${table}`, `truncate ledger.${table}`]) {
      await expect(fresh.database.pool.query(act), act).rejects.toMatchObject({ code: '42501' });
    }
    await expect(fresh.database.pool.query(`select ledger.reopen('cases', 'o', 'cases/v1', '', '')`)).rejects.toMatchObject({ code: '42501' });
  });

  it.each(['entries', 'tiles', 'checkpoints'])('even the owner takes nothing out of ledger.%s', async (table) => {
    for (const act of [`delete from ledger.${table}`, `truncate ledger.${table}`]) await expect(fresh.owner.query(act), act).rejects.toMatchObject({ code: 'YM003' });
  });
});
