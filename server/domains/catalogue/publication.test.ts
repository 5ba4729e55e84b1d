import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as wire from '../../../contract/catalogue-admin.ts';
import type { Item } from '../../../contract/catalogue.ts';
import { newId } from '../../platform/ids.ts';
import { createApp, type App } from '../../app.ts';
import { testApp, type Client, type TestApp } from '../../testing/app.ts';
import { catalogueDomain, loadCatalogue } from './index.ts';

const office = 'YM-440300-government_services';
const allowance = 'YM-05-0001-01';
const data = join(import.meta.dirname, '../../../data');
let app: TestApp;
let other: App;
let [first, second, third] = [] as unknown as [Client, Client, Client];

beforeAll(async () => {
  app = await testApp();
  const admin = async (login: string) => (await app.staff(login, [{ institution: office, role: 'administrator' }])).client;
  [first, second, third] = [await admin('publication.first'), await admin('publication.second'), await admin('publication.third')];
  // The second process of the installation: the same database, its own memory.
  other = await createApp({
    config: { dataFolder: app.dataFolder, publicUrl: 'http://127.0.0.1:4010', provisionalCalendar: true }, database: app.fresh.database, keys: app.keys, sendSms: () => Promise.resolve({ outcome: 'sent', providerId: '1' }),
    distFolder: undefined, log: 'yimen.test/cases/v1', passwordCost: 'test', quiet: true,
  });
});
afterAll(async () => {
  await other.close();
  await app.drop();
});

const seen = (change: { changeId: string; revision: number }) => ({ params: { changeId: change.changeId }, body: { commandId: newId(), seenRevision: change.revision } });
const terms: wire.CatalogueTerms = { title: '改摘要', reason: '通俗一些', effectiveOn: null, lawChange: null };

/** An item with another summary, put before a second administrator. */
async function proposed(summary: string, client = first, taskCode = allowance): Promise<wire.CatalogueChange> {
  const { change } = await client.good(wire.openCatalogueChange, { body: { commandId: newId(), start: { from: 'item', taskCode } } });
  const item = structuredClone((change.content as { item: Item }).item);
  item.summary = { ...item.summary, 'zh-CN': summary };
  const saved = (await client.good(wire.saveCatalogueChange, { params: { changeId: change.changeId }, body: { seenRevision: 1, content: { kind: 'item', item, process: null }, terms } })).change;
  return (await client.good(wire.proposeCatalogueChange, seen(saved))).change;
}
const approved = async (change: wire.CatalogueChange) => (await second.good(wire.approveCatalogueChange, seen(change))).change;
const summaryIn = (one: App) => one.catalogue.item(allowance)?.item.summary['zh-CN'];

describe('A publication', () => {
  // Measured from the answer to the approval; a machine busy with other tests is measured again, a few times.
  test('is heard of by every other process within a second, search included', { timeout: 300_000, retry: 5 }, async () => {
    const word = `重阳长寿金${newId().slice(-4)}`;
    const change = await proposed(`给八十岁以上的深户老人发钱，名叫${word}`);
    await approved(change);
    const from = performance.now();
    while (!summaryIn(other)?.includes(word) && performance.now() - from < 30_000) await new Promise((done) => setTimeout(done, 10));
    const heardMs = performance.now() - from;
    expect(summaryIn(other)).toContain(word);
    expect(heardMs).toBeLessThan(1_000);
    expect((await other.catalogue.search({ text: word }, '2026-11-23')).items[0]?.implementation_item.task_code).toBe(allowance);
  });

  test('of two changes built on one version is one: the other is told to look again', async () => {
    const [one, two] = [await proposed('甲'), await proposed('乙', third)];
    const answers = await Promise.all([second.call(wire.approveCatalogueChange, seen(one)), second.call(wire.approveCatalogueChange, seen(two))]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const refused = answers.find((answer) => answer.status === 409);
    expect(refused?.problem.code).toBe('catalogue.base_moved');
  });

  test('keeps what was proposed: its digest is in the chain, and the content cannot be changed any more', async () => {
    const change = await proposed('丙');
    const { rows } = await app.fresh.owner.query<{ content: { digest: string; subject: string } }>(`select content from platform.facts where matter_id = $1 and kind = 'catalogue_change_proposed'`, [change.changeId]);
    expect(rows[0]?.content).toMatchObject({ subject: allowance, what: 'item' });
    expect(rows[0]?.content.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(await first.refused(wire.saveCatalogueChange, { params: { changeId: change.changeId }, body: { seenRevision: 1, content: change.content, terms } })).toMatchObject({ code: 'catalogue.change_unknown' });
    await approved(change);
  });
});

describe('A release beside versions from the screen', () => {
  const folders: string[] = [];
  afterAll(async () => {
    for (const folder of folders) await rm(folder, { recursive: true });
  });
  /** A copy of data/ as a later release would bring it. */
  async function release(change: (text: string) => string): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'yimen-release-'));
    folders.push(folder);
    await cp(data, folder, { recursive: true });
    const path = join(folder, 'catalogue/items/old-age-allowance.json');
    await writeFile(path, change(await readFile(path, 'utf8')));
    return folder;
  }

  test('overwrites nothing: it waits as a change of the release, and one person approves it', { timeout: 300_000 }, async () => {
    const before = summaryIn(app.app);
    const version = app.app.catalogue.item(allowance)?.version ?? 0;
    const folder = await release((text) => text.replace('"promise_day": 15', '"promise_day": 14'));
    const loaded = await loadCatalogue(app.fresh.owner, folder);
    expect(loaded).toMatchObject({ ok: true, waiting: [{ kind: 'item', subject: allowance, baseVersion: version }] });
    const read = (await catalogueDomain(app.fresh.database.handle)).item(allowance);
    expect([read?.item.summary['zh-CN'], read?.version]).toEqual([before, version]);
    const restarted = await createApp({
      config: { dataFolder: app.dataFolder, publicUrl: 'http://127.0.0.1:4010', provisionalCalendar: true }, database: app.fresh.database, keys: app.keys, sendSms: () => Promise.resolve({ outcome: 'sent', providerId: '1' }),
      distFolder: undefined, log: 'yimen.test/cases/v1', passwordCost: 'test', quiet: true,
    });
    await restarted.close();
    const { changes } = await first.good(wire.listCatalogueChanges, { query: { status: 'proposed', subject: allowance } });
    expect(changes.filter((one) => one.origin === 'release')).toMatchObject([{ status: 'proposed', baseVersion: version, author: { staffId: null } }]);
    const waiting = await first.good(wire.getCatalogueChange, { params: { changeId: changes.find((one) => one.origin === 'release')?.changeId ?? '' } });
    expect(waiting).toMatchObject({ allowed: ['approve', 'reject'] });
    expect(waiting.differences.map((one) => one.pointer)).toEqual(expect.arrayContaining(['/item/implementation_item/promise_day', '/item/summary']));
    expect((await first.good(wire.approveCatalogueChange, seen(waiting))).change.version).toBe(version + 1);
    expect(app.app.catalogue.item(allowance)?.item.implementation_item.promise_day).toBe(14);
  });

  test('is proposed once for one file, and not at all where the file is the one it always was', { timeout: 300_000 }, async () => {
    const folder = folders[0] ?? '';
    await app.fresh.owner.query(`delete from platform.settings where name = 'catalogue.loaded'`);
    expect(await loadCatalogue(app.fresh.owner, folder)).toEqual({ ok: true });
    await app.fresh.owner.query(`delete from platform.settings where name = 'catalogue.loaded'`);
    expect(await loadCatalogue(app.fresh.owner, await release((text) => text.replace('"promise_day": 15', '"promise_day": 13')))).toMatchObject({ ok: true, waiting: [{ subject: allowance }] });
  });
});
