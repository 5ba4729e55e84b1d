import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDatabase, dropDatabase } from '../../../testing/database-server.ts';
import { freshDatabase } from '../../../testing/fresh-database.ts';
import { migrate } from '../../db/migrate.ts';
import { newId } from '../../ids.ts';
import { testMatter, testOrigins } from './facts-for-tests.ts';
import { countWaiting, findLog, openLog } from './log-store.ts';
import { openSequencer } from './sequencer.ts';

const migrations = fileURLToPath(new URL('../../../migrations', import.meta.url));
const name = `backfill_${randomBytes(6).toString('hex')}`;
const before = mkdtempSync(join(tmpdir(), 'yimen-migrations-'));
let owner: pg.Client;
let pool: pg.Pool;

beforeAll(async () => {
  // The application's role is the cluster's: it is there once the template is, so that this migration does not race with the template's for making it.
  await (await freshDatabase()).drop();
  for (const file of readdirSync(migrations).filter((one) => one < '0016')) cpSync(join(migrations, file), join(before, file));
  const connection = await createDatabase(name);
  owner = new pg.Client(connection);
  await owner.connect();
  pool = new pg.Pool({ ...connection, max: 2 });
});
afterAll(async () => {
  await owner.end();
  await pool.end();
  await dropDatabase(name);
  rmSync(before, { recursive: true, force: true });
});

it('facts and access records of the releases before get their place after the upgrade, a matter’s in their order', async () => {
  expect(await migrate(owner, before)).toMatchObject({ ok: true });
  const matters = [testMatter(), testMatter()];
  for (const count of [2, 1, 3]) for (const matter of matters) await owner.query('select platform.append_rows($1::jsonb)', [matter.next(count)]);
  await owner.query(`insert into platform.access_records (matter_id, record_id, actor, act, outcome) values ($1, $2, '{"kind":"staff","id":"w"}', 'matters.read', 'done')`, [newId(), newId()]);
  expect(await migrate(owner, migrations)).toMatchObject({ ok: true });
  await openLog(pool, 'cases', testOrigins.cases);
  await openLog(pool, 'access', testOrigins.access);
  const sequencer = openSequencer(pool);
  try {
    expect(await sequencer.round()).toBe(13);
  } finally {
    await sequencer.stop();
  }
  const { rows } = await owner.query<{ seqs: number[] }>(`select array_agg(seq order by index) as seqs from ledger.entries where log = 'cases' group by matter_id`);
  expect(rows.map((row) => row.seqs)).toEqual([[1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6]]);
  expect([await countWaiting(owner, 'cases'), await countWaiting(owner, 'access'), (await findLog(owner, 'access'))?.size]).toEqual([0, 0, 1]);
});
