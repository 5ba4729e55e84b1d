import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newDataKey } from '../../server/platform/crypto/index.ts';
import { newId } from '../../server/platform/ids.ts';
import { chainFacts } from '../../server/platform/ledger/chain.ts';
import { freshDatabase, type FreshDatabase } from '../../server/testing/fresh-database.ts';
import { testMatter, testOrigins, writeFacts } from '../../server/platform/ledger/log/facts-for-tests.ts';
import { checkFacts, checkFences, checkStates, openDatabase } from '../../monitor/database-store.ts';
import { findings, lineOf } from '../../monitor/finding.ts';
import { nothingRead, type LogMemory } from '../../monitor/read-log.ts';

let fresh: FreshDatabase;
let memory: LogMemory;
beforeAll(async () => {
  fresh = await freshDatabase();
  for (let count = 0; count < 3; count += 1) await writeFacts(fresh.database.pool, 4);
  // As a monitor would have read them from the tiles.
  const { rows } = await fresh.owner.query<{ hash: Buffer }>('select hash from platform.facts order by matter_id, seq');
  memory = { ...nothingRead(), leaves: rows.map((row) => row.hash) };
});
afterAll(() => fresh.drop());

const fencesDown = async (): Promise<readonly string[]> => {
  const found = findings();
  await checkFences(fresh.owner, found);
  return found.list().map(lineOf);
};
const factFindings = async (): Promise<readonly string[]> => {
  const found = findings();
  await checkFacts(fresh.owner, [testOrigins.cases], [memory], found);
  return [...new Set(found.list().map((one) => one.code))];
};
const factsOf = (at: string): string => JSON.stringify({ facts: chainFacts({ log: testOrigins.cases, matterId: newId(), dataKey: newDataKey(), rule: {} }, null, [{ kind: 'noted', at, by: { kind: 'system', id: 'test' }, content: {} }]).rows });

/** Somebody with all rights does this; it is looked at, and taken back. */
async function after(statement: string, look: () => Promise<void>): Promise<void> {
  await fresh.owner.query('begin');
  try {
    await fresh.owner.query(statement);
    await look();
  } finally {
    await fresh.owner.query('rollback');
  }
}

describe('a monitor that may read the database', () => {
  it('finds rights and triggers as they were shipped', async () => {
    expect(await fencesDown()).toEqual([]);
  });

  it.each([
    ['a trigger disabled', 'alter table platform.facts disable trigger facts_only_added'],
    ['all triggers disabled', 'alter table ledger.tiles disable trigger all'],
    ['a trigger gone', 'drop trigger access_records_only_added on platform.access_records'],
    ['facts that no longer wait for their place', 'drop trigger facts_wait_for_their_place on platform.facts'],
    ['a trigger that acts on less', 'drop trigger facts_only_added on platform.facts; create trigger facts_only_added before truncate on platform.facts for each statement execute function platform.refuse_change()'],
    ['a function that refuses no more', 'create or replace function platform.refuse_change() returns trigger language plpgsql as $$begin return null; end$$'],
    ['the right to change facts', 'grant update on platform.facts to yimen_app'],
    ['the right to write entries', 'grant insert on ledger.entries to yimen_app'],
    ['a right of everybody', 'grant delete on platform.access_records to public'],
    ['a role above the rights', 'alter role yimen_app superuser'],
    ['a rule in the way', 'create rule quietly as on insert to platform.facts do instead nothing'],
    ['triggers asleep for a whole database', `do $$ begin execute format('alter database %I set session_replication_role = replica', current_database()); end $$`],
  ])('finds %s', async (_what, statement) => {
    await after(statement, async () => expect(await fencesDown()).not.toEqual([]));
  });

  it('holds every fact against the log that it read', async () => {
    expect(await factFindings()).toEqual([]);
    const aside = 'set local session_replication_role = replica;';
    const one = '(select matter_id from platform.facts order by matter_id limit 1)';
    await after(`${aside} update platform.facts set content = '{"n":7}' where seq = 2 and matter_id = ${one}`, async () => expect(await factFindings()).toEqual(['fact_altered']));
    await after(`${aside} update platform.facts set hash = sha256(hash) where seq = 4 and matter_id = ${one}`, async () => expect(await factFindings()).toEqual(['fact_altered', 'fact_missing']));
    await after(`${aside} delete from platform.facts where matter_id = ${one}`, async () => expect(await factFindings()).toEqual(['fact_missing']));
    await after(`${aside} delete from platform.facts where seq = 2 and matter_id = ${one}`, async () => expect(await factFindings()).toEqual(['fact_chain_broken', 'fact_missing']));
  });

  it('lets a fact of this minute wait for its place, and finds an older one that has none', async () => {
    await after(`select platform.append('${testMatter().next(1)}')`, async () => expect(await factFindings()).toEqual([]));
    const old = factsOf(new Date(Date.now() - 120_000).toISOString());
    await after(`select platform.append_rows('${old}')`, async () => expect(await factFindings()).toEqual(['fact_not_in_log']));
  });

  it('writes nothing itself, whoever it is', async () => {
    const { host, port, user, database } = fresh.connection;
    const db = await openDatabase(`postgres://${user}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`);
    try {
      await expect(db.query('delete from platform.jobs')).rejects.toThrow('read-only');
      expect(await checkStates(db, findings())).toBe(0);
    } finally {
      await db.end();
    }
  });
});
