import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keysFromDocument, newKeyDocument, type Keys } from '../../server/platform/crypto/index.ts';
import { accessBatch, testMatter, testOrigins, writeFacts } from '../../server/platform/ledger/log/facts-for-tests.ts';
import { openFactLog } from '../../server/platform/ledger/log/index.ts';
import { checkLogs, type LogCheck } from '../../server/platform/ledger/log/fsck.ts';
import { freshDatabase, type FreshDatabase } from '../../server/testing/fresh-database.ts';

describe('checking the whole ledger', () => {
  let fresh: FreshDatabase;
  let keys: Keys;
  const folder = mkdtempSync(join(tmpdir(), 'yimen-check-'));
  const matters: string[] = [];

  beforeAll(async () => {
    fresh = await freshDatabase();
    const read = keysFromDocument(newKeyDocument());
    if (!read.ok) throw new Error('no keys');
    keys = read.keys;
    const log = await openFactLog({ pool: fresh.database.pool, keys, dataFolder: join(folder, fresh.name), origin: testOrigins.cases, onFault: () => undefined });
    for (const count of [1, 300, 7]) {
      matters.push((await writeFacts(fresh.database.pool, count)).matterId);
      await fresh.database.pool.query('select platform.append($1::jsonb)', [accessBatch(testMatter().matterId)]);
      await log.tick();
    }
    await writeFacts(fresh.database.pool, 2);
    await log.close();
  });
  afterAll(async () => {
    await fresh.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  // Each attack in a transaction that is taken back, seen by the check because it reads on the same connection; as who may do everything, past every fence.
  beforeEach(() => fresh.owner.query('begin; set local session_replication_role = replica'));
  afterEach(() => fresh.owner.query('rollback'));
  const check = (): Promise<LogCheck> => checkLogs({ chain: testOrigins.cases, keys, connect: () => Promise.resolve(fresh.owner) });

  it('finds nothing where nothing was changed, also what still waits', async () => {
    expect(await check()).toMatchObject({ facts: 310, matters: 4, entries: { cases: 308, access: 3 }, checkpoints: 6, faultCount: 0, faults: [] });
  });

  const attacks: readonly (readonly [string, () => string, readonly string[]])[] = [
    ['a fact is changed', () => `update platform.facts set content = '{"n":99}' where matter_id = '${matters[1]}' and seq = 9`, ['chain_hash']],
    ['a fact in the middle is taken away', () => `delete from platform.facts where matter_id = '${matters[1]}' and seq = 9`, ['chain_gap', 'chain_prev', 'entry_without_source']],
    ['the last fact is taken away', () => `delete from platform.facts where matter_id = '${matters[2]}' and seq = 7`, ['entry_without_source']],
    ['a whole matter is taken away', () => `delete from platform.facts where matter_id = '${matters[0]}'`, ['entry_without_source']],
    ['the last fact and its entry are taken away', () => `with f as (delete from platform.facts where matter_id = '${matters[2]}' and seq = 7 returning matter_id, seq) delete from ledger.entries e using f where e.matter_id = f.matter_id and e.seq = f.seq`, ['root_other', 'size_other']],
    ['a fact is slipped in without waiting', () => `insert into platform.facts select matter_id, 8, kind, at, by, content, salt, files, rule, hash, hash from platform.facts where matter_id = '${matters[2]}' and seq = 7`, ['chain_hash', 'fact_without_entry']],
    ['an access record is changed', () => `update platform.access_records set outcome = 'matter.unknown'`, ['entry_hash']],
    ['an access record is taken away', () => `delete from platform.access_records where record_id = (select record_id from ledger.entries where log = 'access' and index = 1)`, ['entry_without_source']],
    ['an access record is said to be a command’s after its entry was taken away', () => `update platform.access_records set of_command = true; delete from ledger.entries where log = 'access' and index = 2`, ['root_other', 'size_other']],
    ['an old tile is changed', () => `update ledger.tiles set hashes = overlay(hashes placing decode(repeat('ab', 32), 'hex') from 33) where log = 'cases' and level = 0 and index = 0`, ['tile_other']],
    ['a tile is taken away', () => `delete from ledger.tiles where log = 'cases' and level = 1`, ['tile_missing']],
    ['two entries are swapped', () => `update ledger.entries set index = case index when 3 then 1000003 else 1000004 end where log = 'cases' and index in (3, 4); update ledger.entries set index = case index when 1000003 then 4 else 3 end where log = 'cases' and index > 1000000`, ['checkpoint_other', 'root_other', 'tile_other']],
    ['a checkpoint is changed', () => `update ledger.checkpoints set note = replace(note, E'\\n1\\n', E'\\n2\\n') where log = 'cases' and size = 1`, ['checkpoint_signature']],
  ];

  it.each(attacks)('finds that %s', async (_what, act, faults) => {
    await fresh.owner.query(act());
    const found = await check();
    expect([...new Set(found.faults.map((one) => one.fault))].filter((one) => faults.includes(one)).sort()).toEqual([...faults]);
  });
});
