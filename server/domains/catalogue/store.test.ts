import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../testing/fresh-database.ts';
import { catalogueDomain, isInForce, loadCatalogue, type Catalogue } from './index.ts';

const data = join(import.meta.dirname, '../../../data');
const today = '2026-11-23';
const allowance = 'YM-05-0001-01';
let fresh: FreshDatabase;
const folders: string[] = [];

beforeAll(async () => {
  fresh = await freshDatabase();
  expect(await loadCatalogue(fresh.owner, data)).toEqual({ ok: true });
});
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});
afterAll(() => fresh.drop());

/** A copy of data/ with one file of it changed. */
async function changed(path: string, change: (text: string) => string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'yimen-catalogue-'));
  folders.push(folder);
  for (const part of ['catalogue', 'processes']) await cp(join(data, part), join(folder, part), { recursive: true });
  const before = await readFile(join(folder, path), 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  await writeFile(join(folder, path), after);
  return folder;
}
const open = (): Promise<Catalogue> => catalogueDomain(fresh.database.handle);
const counts = async (): Promise<unknown> => (await fresh.owner.query('select (select count(*)::integer from catalogue.items) as items, (select count(*)::integer from catalogue.processes) as processes')).rows[0];
const versionOf = async (table: string, key: string, code: string): Promise<unknown> => (await fresh.owner.query(`select max(version)::integer as version from catalogue.${table} where ${key} = $1`, [code])).rows[0];

describe('The catalogue in the database', () => {
  test('holds every item and process in its first version', async () => {
    const catalogue = await open();
    expect(catalogue.current().length).toBeGreaterThanOrEqual(40);
    expect(catalogue.current().every((one) => one.version === 1 && one.processVersion === 1)).toBe(true);
    const found = catalogue.item(allowance);
    expect([found?.item.catalog_item.task_name['zh-CN'], found?.process]).toEqual(['高龄老人津贴发放', 'street-review-district-decide']);
    expect([catalogue.item('nothing'), catalogue.item(allowance, 9)]).toEqual([undefined, undefined]);
    expect(catalogue.graphOf('instant', 1).start).toBe('start');
    expect(catalogue.elementName('instant', 1, 'decide').en.length).toBeGreaterThan(0);
    expect(catalogue.elementName('instant', 1, 'nowhere')).toEqual({ 'zh-CN': 'nowhere', 'zh-HK': 'nowhere', en: 'nowhere' });
  });

  test('is not loaded twice: one query', async () => {
    const asked: string[] = [];
    const counting = { query: (text: string, values?: unknown[]) => (asked.push(text), fresh.owner.query(text, values)) } as unknown as typeof fresh.owner;
    expect(await loadCatalogue(counting, data)).toEqual({ ok: true });
    expect(asked).toHaveLength(1);
  });

  test('keeps the old version of a changed item beside the next, and touches no other', async () => {
    const before = (await counts()) as { items: number };
    const folder = await changed('catalogue/items/old-age-allowance.json', (text) => text.replace('"promise_day": 15', '"promise_day": 14'));
    expect(await loadCatalogue(fresh.owner, folder)).toEqual({ ok: true });
    const catalogue = await open();
    expect([1, 2, undefined].map((version) => catalogue.item(allowance, version)?.item.implementation_item.promise_day)).toEqual([15, 14, 14]);
    expect(await counts()).toMatchObject({ items: before.items + 1 });
    // Back to the first content: a third version, not the first again.
    expect(await loadCatalogue(fresh.owner, data)).toEqual({ ok: true });
    expect(await versionOf('items', 'task_code', allowance)).toEqual({ version: 3 });
  });

  test('gives a changed process its next version, and its items one that goes by it; matters keep theirs', async () => {
    const others = await versionOf('items', 'task_code', 'YM-20-0006-01');
    const folder = await changed('processes/street-review-district-decide.bpmn', (text) => text.replace('>Street review<', '>Review by the street<'));
    expect(await loadCatalogue(fresh.owner, folder)).toEqual({ ok: true });
    const catalogue = await open();
    const now = catalogue.item(allowance);
    expect([now?.version, now?.processVersion, catalogue.item(allowance, 1)?.processVersion]).toEqual([4, 2, 1]);
    expect([1, 2].map((version) => catalogue.elementName('street-review-district-decide', version, 'review').en)).toEqual(['Street review', 'Review by the street']);
    expect(await versionOf('items', 'task_code', 'YM-20-0006-01')).toEqual(others);
    await loadCatalogue(fresh.owner, data);
  });

  test('takes nothing where anything is wrong, and says where', async () => {
    const before = await counts();
    const wrongItem = await changed('catalogue/items/old-age-allowance.json', (text) => text.replace('"promise_day": 15', '"promise_day": -1'));
    expect(await loadCatalogue(fresh.owner, wrongItem)).toMatchObject({ ok: false, problems: [{ file: 'items/old-age-allowance.json', pointer: '/implementation_item/promise_day', code: 'catalogue.wrong_shape' }] });
    const noJson = await changed('catalogue/items/old-age-allowance.json', (text) => text.slice(1));
    expect(await loadCatalogue(fresh.owner, noJson)).toMatchObject({ ok: false, problems: [{ file: 'items/old-age-allowance.json', code: 'catalogue.unreadable' }] });
    const wrongProcess = await changed('processes/decide-approve.bpmn', (text) => text.replace('approve = "returned"', 'approve = = "x"'));
    expect(await loadCatalogue(fresh.owner, wrongProcess)).toMatchObject({ ok: false, problems: [{ file: 'processes/decide-approve.bpmn', pointer: '/agreed_to_decide', code: 'catalogue.condition_not_feel' }] });
    expect(await counts()).toEqual(before);
  });
});

describe('An item', () => {
  test('may be filed from the day it is in force, while it is not suspended or cancelled', async () => {
    const item = (await open()).item(allowance)?.item;
    if (!item) throw new Error('no item');
    const from = item.implementation_item.plan_effective_date;
    expect([isInForce(item, from), isInForce(item, '2018-01-01')]).toEqual([true, false]);
    for (const task_state of ['suspended', 'cancelled'] as const) expect(isInForce({ ...item, implementation_item: { ...item.implementation_item, task_state } }, today)).toBe(false);
  });

  test('has its form judged in the version of the matter', async () => {
    const catalogue = await open();
    const item = catalogue.item(allowance);
    const ports = { today, identify: () => ({ ok: true }), phone: () => true, communityInForce: () => true };
    const handling = item?.item.handling_items[0]?.task_handle_item ?? '';
    const form = { for_other: false, address_line: '莲花路100号1栋', pay_by: 'social_card', declaration: true };
    expect(catalogue.judgeForm(allowance, 1, handling, form, ports)).toEqual({ ok: true, faults: [] });
    expect(catalogue.judgeForm(allowance, 1, handling, { ...form, pay_by: 'bank' }, ports)).toMatchObject({ ok: true, faults: [{ pointer: '/form/account_name', code: 'input.required' }, { pointer: '/form/bank' }, { pointer: '/form/bank_account' }] });
    expect(catalogue.judgeForm(allowance, 1, 'nothing', form, ports)).toEqual({ ok: false, code: 'items.unknown_handling_item', params: { taskCode: allowance, handlingItem: 'nothing' } });
    expect(catalogue.judgeForm('nothing', 1, handling, form, ports)).toMatchObject({ ok: false, code: 'items.unknown' });
  });
});

describe('The list of items', () => {
  test('is narrowed by life event and by who is served', async () => {
    const catalogue = await open();
    const old = await catalogue.search({ lifeEvent: 'old_age' }, today);
    expect(old.items.length).toBeGreaterThan(1);
    expect(old.items.every((item) => item.life_events.includes('old_age'))).toBe(true);
    expect((await catalogue.search({}, today)).items).toHaveLength(catalogue.current().length);
    expect((await catalogue.search({}, '2018-01-01')).items).toEqual([]);
    expect((await catalogue.search({ text: '老人钱', lifeEvent: 'old_age', serverType: '1' }, today)).items[0]?.implementation_item.task_code).toBe(allowance);
  });

  test('suggests names where the words found nothing, or only what the filter hides', async () => {
    const catalogue = await open();
    expect(await catalogue.search({ text: '公祖' }, today)).toMatchObject({ items: [], suggestions: expect.arrayContaining([expect.objectContaining({ 'zh-CN': '公共租赁住房轮候申请' })]) as unknown });
    expect(await catalogue.search({ text: '狗证', lifeEvent: 'old_age' }, today)).toMatchObject({ items: [], suggestions: [{ 'zh-CN': '养犬登记' }] });
    expect(await catalogue.search({ text: '飞机票' }, today)).toEqual({ items: [], suggestions: [] });
  });
});
