import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keysFromDocument, newKeyDocument } from '../../platform/crypto/index.ts';
import { batchWriter } from '../../platform/db/batch-writer.ts';
import { databaseClock } from '../../platform/db/clock.ts';
import { runCommand, type CommandDomain } from '../../platform/db/run-command.ts';
import { newId } from '../../platform/ids.ts';
import { faultsOfChain, type FactRow } from '../../platform/ledger/chain.ts';
import { freshDatabase, type FreshDatabase } from '../../testing/fresh-database.ts';
import type { Change, ChangeFact, ChangeTerms } from './change.ts';
import { findChange, listChanges, loadChange, readApproved, rowsOf } from './changes-store.ts';
import type { Law } from './checks.ts';
import { approveChange, proposeChange } from './decide.ts';
import { evolve } from './evolve.ts';
import { loadCalendar } from './index.ts';
import { readCalendarFiles, type LoadedFile } from './store.ts';

const log = 'yimen.test/cases/v1';
let fresh: FreshDatabase;
let tables: { statutory: LoadedFile; provisional: null };
/** Everything a command needs, as the routes give it, on the application's own role. */
let run: (changeId: string, by: string, name: string, decide: (state: Change | null, meta: Parameters<typeof proposeChange>[4]) => ReturnType<typeof proposeChange>) => Promise<{ ok: boolean; code?: string; state?: Change }>;

beforeAll(async () => {
  fresh = await freshDatabase();
  await loadCalendar(fresh.owner, join(import.meta.dirname, '../../../data'));
  const [statutory] = (await readCalendarFiles(fresh.database.handle)).filter((file) => !file.provisional);
  if (!statutory) throw new Error('no table');
  tables = { statutory, provisional: null };
  const read = keysFromDocument(newKeyDocument());
  if (!read.ok) throw new Error('keys');
  const clock = await databaseClock(fresh.database.pool);
  const pipeline = { clock, keys: read.keys, log, recorder: batchWriter(fresh.database.pool, 'platform.append', clock) };
  const writer = batchWriter(fresh.database.pool, 'calendar.append', clock);
  run = (changeId, by, name, decide) => {
    const domain: CommandDomain<Change, ChangeFact> = {
      writer, evolve, load: (id, commandId) => loadChange(fresh.database.pool, read.keys, id, commandId), rule: () => ({}), rows: (state, _before, head) => rowsOf(changeId, state, head), jobs: () => [],
    };
    return runCommand<Change, ChangeFact, string>(pipeline, domain, {
      commandId: newId(), matterId: changeId, name, body: {}, actor: { kind: 'staff', staffId: by, posts: [] }, may: () => true, decide, ...(name === 'propose' ? { creates: {} } : {}),
    });
  };
});
afterAll(() => fresh.drop());

const terms = (on: string): ChangeTerms => ({
  kind: 'closure', year: null, days: [{ on, kind: 'closure', festival: null }], repeals: null, name: { 'zh-CN': '台风停工', 'zh-HK': '颱風停工', en: 'Typhoon closure' },
  document: '深三防〔2026〕9号', documentOn: '2026-11-20', link: null, reason: '全市停工',
});
const law = (approved: Law['approved'] = []): Law => ({ base: tables, approved, today: '2026-11-23' });
const propose = async (on: string): Promise<string> => {
  const changeId = newId();
  expect((await run(changeId, newId(), 'propose', (state, meta) => proposeChange(state, terms(on), changeId, law(), meta))).ok).toBe(true);
  return changeId;
};

describe('A change in the database', () => {
  test('is read back as it was folded, and its facts are a whole chain', async () => {
    const changeId = await propose('2026-11-24');
    const stored = await findChange(fresh.database.handle, changeId);
    expect(stored).toMatchObject({ seq: 1, state: { ...terms('2026-11-24'), status: 'proposed', number: null } });
    const { rows } = await fresh.owner.query<FactRow & { at: Date }>(
      `select matter_id, seq, kind, at, by, content, encode(salt, 'hex') as salt, files, rule, encode(prev, 'hex') as prev, encode(hash, 'hex') as hash from platform.facts where matter_id = $1 order by seq`, [changeId]);
    expect(faultsOfChain(log, rows.map((row) => ({ ...row, at: row.at.toISOString() })))).toEqual([]);
    expect(Object.keys(rows[0]?.content ?? {}).sort()).toEqual(['days', 'document', 'documentOn', 'kind', 'particulars', 'repeals', 'year']);
  });

  test('is not there for an id nobody has', async () => {
    expect(await findChange(fresh.database.handle, newId())).toBeUndefined();
  });

  test('approved at the same moment as three others gets a number of its own, without a gap', async () => {
    const before = (await readApproved(fresh.database.handle)).length;
    const days = ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04'];
    const ids = await Promise.all(days.map(propose));
    // Each decides on the list it read, as processes of their own would: all but one are told to look again, and do.
    const results = await Promise.all(ids.map(async (changeId) => {
      for (;;) {
        const approved = await readApproved(fresh.database.handle);
        const done = await run(changeId, newId(), 'approve', (state, meta) => approveChange(state as Change, changeId, law(approved), meta));
        if (done.ok || done.code !== 'matter.changed_meanwhile') return done;
      }
    }));
    expect(results.map((result) => result.ok)).toEqual([true, true, true, true]);
    const approved = await readApproved(fresh.database.handle);
    expect(approved.map((change) => change.number)).toEqual(Array.from({ length: before + 4 }, (_, index) => index + 1));
    expect(approved.slice(before).map((change) => change.changeId).sort()).toEqual([...ids].sort());
  });

  test('with a number out of its turn is refused by the database itself', async () => {
    const changeId = await propose('2026-12-08');
    const [row] = (rowsOf(changeId, { ...((await findChange(fresh.database.handle, changeId))?.state as Change), status: 'approved', number: 99 }, { seq: 2, hash: '00' }).changes ?? []);
    await expect(fresh.database.pool.query('select calendar.append($1::jsonb)', [JSON.stringify({ changes: [row] })])).rejects.toMatchObject({ code: 'YM002' });
  });

  test('is listed, the newest first', async () => {
    const newest = await propose('2026-12-09');
    const { changes, total } = await listChanges(fresh.database.handle);
    expect(changes[0]?.changeId).toBe(newest);
    expect(total).toBe(changes.length);
  });

  test('is never taken away by the application', async () => {
    await expect(fresh.database.pool.query('delete from calendar.changes')).rejects.toMatchObject({ code: '42501' });
  });
});

describe('The notices of the loaded tables', () => {
  test('are kept with number, date and address', async () => {
    expect(tables.statutory.notices['2026']).toEqual({ number: '国办发明电〔2025〕7号', issuedOn: '2025-11-04', url: 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm', verified: true });
  });

  test('are added to a table that an older release loaded without them', async () => {
    await fresh.owner.query(`update calendar.versions set notices = '{}'`);
    await fresh.owner.query(`update platform.settings set value = value || '{"digest": "of an older release"}' where name = 'calendar.loaded'`);
    expect(await loadCalendar(fresh.owner, join(import.meta.dirname, '../../../data'))).toEqual({ ok: true });
    const [again] = (await readCalendarFiles(fresh.database.handle)).filter((file) => !file.provisional);
    expect(again).toEqual(tables.statutory);
  });
});
