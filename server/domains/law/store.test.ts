import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Law as WireLaw } from '../../../contract/law.ts';
import type { Actor, Role } from '../../kernel/actor.ts';
import { freshDatabase, type FreshDatabase } from '../../testing/fresh-database.ts';
import { lawDomain, loadLaw, type Law } from './index.ts';
import type { LimitsPack, SupervisionPack } from './pack.ts';

const data = join(import.meta.dirname, '../../../data');
let fresh: FreshDatabase;
const folders: string[] = [];

beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
  expect(await loadLaw(fresh.owner, data)).toEqual({ ok: true });
});

/** A copy of data/law with `from` changed and written as `to`; the old file goes unless `keep`. */
async function changed<F extends LimitsPack | SupervisionPack>(from: string, to: string, change: (file: F) => F, keep = false): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'yimen-law-'));
  folders.push(folder);
  await cp(join(data, 'law'), join(folder, 'law'), { recursive: true });
  const file = JSON.parse(await readFile(join(folder, 'law', `${from}.json`), 'utf8')) as F;
  if (!keep) await rm(join(folder, 'law', `${from}.json`));
  await writeFile(join(folder, 'law', `${to}.json`), JSON.stringify({ ...change(file), version: to }));
  return folder;
}

const noticeOf = (amount: number) => (file: LimitsPack): LimitsPack => ({ ...file, limits: { ...file.limits, notice: { ...file.limits.notice, amount } } });

async function answerOf(law: Law): Promise<WireLaw> {
  const answer = await law.routes[0]?.handle({} as never);
  if (!answer?.ok || !('reply' in answer)) throw new Error('no reply');
  return answer.reply as WireLaw;
}

describe('Rule packs in the database', () => {
  test('nothing decides before packs are loaded', async () => {
    await expect(lawDomain(fresh.database.handle)).rejects.toThrow('no packs');
  });

  test('are those of the files, with their version, length, source and mark', async () => {
    const law = await lawDomain(fresh.database.handle);
    const pack = law.packOn('2026-11-22');
    expect([pack.version, pack.from, pack.warning]).toEqual(['limits-2026-1', '2004-01-01', { workingDays: 1, hours: 1 }]);
    expect(pack.limits.service).toEqual({ amount: 10, unit: 'working_day', id: 'L-020', source: '行政许可法第四十四条', verified: true });
    expect(pack.limits.correction).toMatchObject({ amount: 15, id: 'L-014', verified: false });
    expect(law.packByVersion('limits-2026-1')).toBe(pack);
    expect(['', 'limits-1999-1', 'supervision-rules-2026-1'].map((version) => law.packByVersion(version))).toEqual([undefined, undefined, undefined]);
  });

  test('the supervision rules stand in their order, each with its version and thresholds', async () => {
    const law = await lawDomain(fresh.database.handle);
    const rules = law.supervisionRulesOn('2026-11-23');
    expect(rules.map((rule) => `${rule.id} ${rule.severity}${rule.opensOrder ? ' order' : ''}`)).toEqual([
      'S-01 red order', 'S-02 red order', 'S-03 red order', 'S-04 warning', 'S-05 yellow', 'S-06 red order', 'S-07 yellow',
      'S-08 yellow', 'S-09 yellow', 'S-10 yellow', 'S-11 red order', 'S-12 red', 'S-13 yellow',
    ]);
    expect(new Set(rules.map((rule) => rule.version))).toEqual(new Set(['supervision-rules-2026-1']));
    expect(law.supervisionRule('S-11', 'supervision-rules-2026-1')?.params).toEqual({ returns: 2, refiledWithinWorkingDays: 5 });
    expect(law.supervisionRule('S-11', 'supervision-rules-1999-1')).toBeUndefined();
  });

  test('are asked for with one query when nothing changed', async () => {
    const asked: string[] = [];
    const counting = { query: (text: string, values?: unknown[]) => (asked.push(text), fresh.owner.query(text, values)) } as unknown as typeof fresh.owner;
    expect(await loadLaw(counting, data)).toEqual({ ok: true });
    expect(asked).toHaveLength(1);
  });

  test('are never changed under their version', async () => {
    const folder = await changed('limits-2026-1', 'limits-2026-1', noticeOf(7));
    expect(await loadLaw(fresh.owner, folder)).toEqual({ ok: false, problems: [{ file: 'limits-2026-1.json', code: 'law.changed_under_its_version', params: { version: 'limits-2026-1' } }] });
    expect((await lawDomain(fresh.database.handle)).packOn('2026-11-23').limits.notice.amount).toBe(5);
  });

  test('a pack from a later day leaves the days before it to the old one', async () => {
    const folder = await changed<LimitsPack>('limits-2026-1', 'limits-2027-1', (file) => ({ ...noticeOf(3)(file), from: '2027-01-01' }), true);
    expect(await loadLaw(fresh.owner, folder)).toEqual({ ok: true });
    const law = await lawDomain(fresh.database.handle);
    expect(['2003-01-01', '2026-12-31', '2027-01-01'].map((day) => [law.packOn(day).version, law.packOn(day).limits.notice.amount])).toEqual([
      ['limits-2026-1', 5], ['limits-2026-2', 5], ['limits-2027-1', 3],
    ]);
    expect((await answerOf(law)).limits.map((pack) => [pack.version, pack.from, pack.to, pack.current])).toEqual([
      ['limits-2027-1', '2027-01-01', null, true], ['limits-2026-2', '2026-11-23', '2026-12-31', true], ['limits-2026-1', '2004-01-01', '2026-11-22', true],
    ]);
  });

  test('a pack that replaces another leaves it to the facts that name it', async () => {
    const folder = await changed('limits-2026-1', 'limits-2026-3', noticeOf(4));
    expect(await loadLaw(fresh.owner, folder)).toEqual({ ok: true });
    const law = await lawDomain(fresh.database.handle);
    expect([law.packOn('2026-11-20').limits.notice.amount, law.packByVersion('limits-2026-1')?.limits.notice.amount]).toEqual([4, 5]);
    expect((await answerOf(law)).limits.find((pack) => pack.version === 'limits-2026-1')).toMatchObject({ current: false, to: null });
  });

  test('nothing is loaded when one file has a fault', async () => {
    const folder = await changed<SupervisionPack>('supervision-rules-2026-1', 'supervision-rules-2026-2', (file) => ({ ...file, rules: [] }));
    const fine = JSON.parse(await readFile(join(folder, 'law/limits-2026-1.json'), 'utf8')) as LimitsPack;
    await writeFile(join(folder, 'law/limits-2026-4.json'), JSON.stringify({ ...fine, version: 'limits-2026-4', from: '2026-12-01' }));
    expect(await loadLaw(fresh.owner, folder)).toEqual({ ok: false, problems: [{ file: 'supervision-rules-2026-2.json', code: 'law.shape', params: { at: '/rules' } }] });
    expect((await lawDomain(fresh.database.handle)).packByVersion('limits-2026-4')).toBeUndefined();
  });

  test('the application itself can neither add nor change nor remove a pack', async () => {
    for (const act of [`insert into law.packs (version, kind, valid_from, content, digest) values ('x', 'limits', '2026-01-01', '{}', '')`, `update law.packs set digest = ''`, 'delete from law.packs', 'truncate law.packs']) {
      await expect(fresh.database.pool.query(act), act).rejects.toMatchObject({ code: '42501' });
    }
  });
});

describe('GET /api/v1/law', () => {
  test('shows every limit and rule in the order of the program, with source and mark', async () => {
    const law = await lawDomain(fresh.database.handle);
    const answer = await answerOf(law);
    const pack = answer.limits.find((one) => one.version === 'limits-2026-1');
    expect(pack?.warning.map((one) => [one.name, one.amount])).toEqual([['working_day', 1], ['hour', 1]]);
    expect(pack?.limits.map((one) => one.name).slice(0, 4)).toEqual(['notice', 'correction', 'deferred', 'service']);
    expect(pack?.limits).toHaveLength(13);
    expect(pack?.limits[1]).toMatchObject({ lawId: 'L-014', verified: false, address: null });
    // Limits that a later pack added are shown with it, and an older pack is without them.
    expect(answer.limits.find((one) => one.version === 'limits-2026-2')?.limits.map((one) => one.name)).toEqual(expect.arrayContaining(['promise_check', 'promise_exclusion', 'deferral_exclusion']));
    expect(answer.supervision[0]?.rules.find((rule) => rule.id === 'S-08')).toMatchObject({ params: { remainingWorkingDays: 1 }, opensOrder: false, verified: false });
  });

  test('is for every post of the staff and for nobody else', async () => {
    const law = await lawDomain(fresh.database.handle);
    const may = law.routes[0]?.permission.mayTry ?? (() => undefined);
    const roles: readonly Role[] = ['window_clerk', 'officer', 'approver', 'hall_manager', 'supervisor', 'administrator', 'security_administrator', 'audit_administrator'];
    const holder = (role: Role): Actor => ({ kind: 'staff', staffId: 's', posts: [{ institution: 'hall', unit: '440305', role }] });
    expect(roles.map((role) => may(holder(role)))).toEqual(roles.map(() => true));
    const others: readonly Actor[] = [{ kind: 'anonymous' }, { kind: 'newcomer' }, { kind: 'resident', partyId: 'p' }, { kind: 'staff', staffId: 's', posts: [] }];
    expect(others.map((actor) => may(actor))).toEqual([false, false, false, false]);
  });
});
