import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as wire from '../../../contract/catalogue-admin.ts';
import type { Item } from '../../../contract/catalogue.ts';
import { getItem, searchItems } from '../../../contract/items.ts';
import { newId } from '../../platform/ids.ts';
import { testApp, type Client, type TestApp } from '../../testing/app.ts';
import { catalogueDomain } from './index.ts';
import { localDayOf } from '../../kernel/instant.ts';

const office = 'YM-440300-government_services';
const allowance = 'YM-05-0001-01';
const bao = '440306';
let app: TestApp;
let [first, second, officer, resident] = [] as unknown as [Client, Client, Client, Client];
let today = '';

beforeAll(async () => {
  app = await testApp();
  first = (await app.staff('catalogue.first', [{ institution: office, role: 'administrator' }])).client;
  second = (await app.staff('catalogue.second', [{ institution: office, role: 'administrator' }])).client;
  officer = (await app.staff('catalogue.officer', [{ institution: office, role: 'officer' }])).client;
  resident = (await app.resident({ index: 1 })).client;
  today = localDayOf(app.app.clock.now());
  // The shape of an item is compiled when the first draft is judged.
  await open({ from: 'blank' });
});
afterAll(() => app.drop());

const words = { title: '缩短承诺时限', reason: '深府〔2026〕9号', effectiveOn: null, lawChange: null } as wire.CatalogueTerms;
const open = async (start: wire.CatalogueStart, client = first) => (await client.good(wire.openCatalogueChange, { body: { commandId: newId(), start } })).change;
const seen = (change: { changeId: string; revision: number }) => ({ params: { changeId: change.changeId }, body: { commandId: newId(), seenRevision: change.revision } });
const save = (change: wire.CatalogueChange, content: wire.CatalogueContent, terms: wire.CatalogueTerms = words) => ({ params: { changeId: change.changeId }, body: { seenRevision: change.revision, content, terms } });
const itemOf = (change: wire.CatalogueChange): Item => structuredClone((change.content as { item: Item }).item);
const withItem = (edit: (item: Item) => void) => (change: wire.CatalogueChange): wire.CatalogueContent => {
  const item = itemOf(change);
  edit(item);
  return { kind: 'item', item, process: null };
};
const saved = async (start: wire.CatalogueStart, edit: (change: wire.CatalogueChange) => wire.CatalogueContent, terms = words) => {
  const draft = await open(start);
  return (await first.good(wire.saveCatalogueChange, save(draft, edit(draft), terms))).change;
};
const publish = async (start: wire.CatalogueStart, edit: (change: wire.CatalogueChange) => wire.CatalogueContent, terms = words) => {
  const proposed = (await first.good(wire.proposeCatalogueChange, seen(await saved(start, edit, terms)))).change;
  return (await second.good(wire.approveCatalogueChange, seen(proposed))).change;
};
const promise = (days: number) => withItem((item) => void (item.implementation_item.promise_day = days));
const promiseOf = (areaUnit?: string) => app.app.catalogue.item(allowance, undefined, areaUnit === undefined ? undefined : { areaUnit })?.item.implementation_item.promise_day;

describe('An item changed on the screen', () => {
  test('goes from a draft through two persons to its next version, which stands at once', async () => {
    const before = app.app.catalogue.item(allowance)?.version ?? 0;
    const draft = await open({ from: 'item', taskCode: allowance });
    expect(draft).toMatchObject({ status: 'draft', revision: 1, baseVersion: before, newestVersion: before, problems: [], differences: [], allowed: ['save', 'propose', 'discard'], author: { name: 'catalogue.first' } });
    const edited = (await first.good(wire.saveCatalogueChange, save(draft, promise(14)(draft)))).change;
    expect(edited).toMatchObject({ revision: 2, problems: [], differences: [{ pointer: '/item/implementation_item/promise_day', what: 'changed', before: 15, after: 14 }] });
    const proposed = (await first.good(wire.proposeCatalogueChange, seen(edited))).change;
    expect(proposed).toMatchObject({ status: 'proposed', allowed: ['withdraw'], revision: 1 });
    expect(promiseOf()).toBe(15);
    const approved = (await second.good(wire.approveCatalogueChange, seen(proposed))).change;
    expect(approved).toMatchObject({ status: 'approved', version: before + 1, effectiveOn: today, author: { name: 'catalogue.first' }, decidedBy: { name: 'catalogue.second' }, differences: [{ before: 15, after: 14 }], allowed: [] });
    expect([promiseOf(), app.app.catalogue.item(allowance, before)?.item.implementation_item.promise_day]).toEqual([14, 15]);
    const { versions } = await first.good(wire.listCatalogueVersions, { params: { taskCode: allowance } });
    expect(versions.map((one) => [one.version, one.origin, one.current, one.author?.name ?? null, one.decidedBy?.name ?? null])).toEqual([[before + 1, 'screen', true, 'catalogue.first', 'catalogue.second'], [before, 'release', false, null, null]]);
  });

  test('is refused to whoever wrote it, and to everybody who is no administrator', async () => {
    const proposed = (await first.good(wire.proposeCatalogueChange, seen(await saved({ from: 'item', taskCode: allowance }, promise(11))))).change;
    expect(await first.refused(wire.approveCatalogueChange, seen(proposed))).toMatchObject({ code: 'catalogue.same_person', status: 409 });
    for (const client of [officer, resident]) {
      expect(await client.refused(wire.getCatalogueChange, { params: { changeId: proposed.changeId } })).toMatchObject({ code: 'route.unknown', status: 404 });
      expect(await client.refused(wire.approveCatalogueChange, seen(proposed))).toMatchObject({ code: 'route.unknown', status: 404 });
    }
    const withdrawn = (await first.good(wire.withdrawCatalogueChange, seen(proposed))).change;
    expect(withdrawn.status).toBe('withdrawn');
    expect(await second.refused(wire.approveCatalogueChange, seen(withdrawn))).toMatchObject({ code: 'catalogue.not_proposed' });
  });

  test('rejected with words stays readable, and its words may be built on again', async () => {
    const proposed = (await first.good(wire.proposeCatalogueChange, seen(await saved({ from: 'item', taskCode: allowance }, promise(11))))).change;
    const rejected = (await second.good(wire.rejectCatalogueChange, { params: { changeId: proposed.changeId }, body: { ...seen(proposed).body, words: '依据不足' } })).change;
    expect(rejected).toMatchObject({ status: 'rejected', words: '依据不足', differences: [{ after: 11 }] });
    expect(await open({ from: 'change', changeId: rejected.changeId }, second)).toMatchObject({ status: 'draft', author: { name: 'catalogue.second' }, differences: [{ after: 11 }] });
  });

  test('saved from two windows keeps the first, and is not another’s to save', async () => {
    const draft = await open({ from: 'item', taskCode: allowance });
    await first.good(wire.saveCatalogueChange, save(draft, promise(9)(draft)));
    expect(await first.refused(wire.saveCatalogueChange, save(draft, promise(8)(draft)))).toMatchObject({ code: 'catalogue.changed_meanwhile', status: 409 });
    expect(await first.refused(wire.proposeCatalogueChange, seen(draft))).toMatchObject({ code: 'catalogue.changed_meanwhile' });
    const now = await second.good(wire.getCatalogueChange, { params: { changeId: draft.changeId } });
    expect(now).toMatchObject({ revision: 2, allowed: [], differences: [{ after: 9 }] });
    expect(await second.refused(wire.saveCatalogueChange, save(now, promise(8)(now)))).toMatchObject({ code: 'catalogue.not_own_draft' });
    expect(await first.good(wire.discardCatalogueChange, { params: { changeId: draft.changeId }, body: { seenRevision: 2 } })).toEqual({ discarded: true });
    expect(await first.refused(wire.getCatalogueChange, { params: { changeId: draft.changeId } })).toMatchObject({ code: 'catalogue.change_unknown', status: 404 });
  });

  test('built on a version that was replaced meanwhile is not published until its author looked again', async () => {
    const late = await saved({ from: 'item', taskCode: allowance }, promise(7));
    const now = await publish({ from: 'item', taskCode: allowance }, withItem((item) => item.plain_words.push('长者津贴')));
    expect(await first.refused(wire.proposeCatalogueChange, seen(late))).toMatchObject({ code: 'catalogue.base_moved', params: { version: now.version } });
    const rebased = (await first.good(wire.saveCatalogueChange, { ...save(late, promise(7)(now)), body: { ...save(late, promise(7)(now)).body, rebase: true } })).change;
    expect(rebased).toMatchObject({ baseVersion: now.version, differences: [{ pointer: '/item/implementation_item/promise_day', after: 7 }] });
    expect((await first.good(wire.proposeCatalogueChange, seen(rebased))).change.status).toBe('proposed');
  });

  test('with faults is saved but not proposed: each fault has its place and its sentence', async () => {
    const faulty = await saved({ from: 'item', taskCode: allowance }, withItem((item) => {
      Object.assign(item.implementation_item, { promise_type: 'fortnight' });
      Object.assign(item, { surprise: true, summary: undefined });
    }));
    expect(faulty.problems).toMatchObject([{ pointer: '/item/summary', code: 'input.required', grade: 'error' }, { pointer: '/item/surprise', code: 'input.unknown_field' }, { pointer: '/item/implementation_item/promise_type', code: 'input.not_a_choice' }]);
    expect(faulty.problems.every((one) => one.text['zh-CN'] !== one.code && !one.text.en.includes('{'))).toBe(true);
    expect(await first.refused(wire.proposeCatalogueChange, seen(faulty))).toMatchObject({ code: 'catalogue.has_problems', status: 422 });
    const longer = await saved({ from: 'item', taskCode: allowance }, withItem((item) => void Object.assign(item.implementation_item, { anticipate_day: 14, anticipate_type: 'working_day', promise_day: 15 })));
    expect(longer.problems).toMatchObject([{ pointer: '/item/implementation_item/promise_day', code: 'catalogue.promise_longer_than_law', grade: 'error' }]);
  });

  test('whose links may take longer than its promise is warned, not refused, with the path', async () => {
    const short = await saved({ from: 'item', taskCode: allowance }, promise(1));
    expect(short.problems).toMatchObject([{ pointer: '/item/implementation_item/handle_flow', code: 'catalogue.path_longer_than_promise', grade: 'warning', params: { promise: 1 } }]);
    expect((await first.good(wire.proposeCatalogueChange, seen(short))).change.status).toBe('proposed');
  });

  test('from a later day waits for that day', async () => {
    const year = Number(today.slice(0, 4)) + 1;
    const before = promiseOf();
    const later = await publish({ from: 'item', taskCode: allowance }, promise(5), { ...words, effectiveOn: `${year}-01-01`, lawChange: { document: '某条例', from: `${year}-01-01`, applies: 'new_matters' } });
    expect(later).toMatchObject({ status: 'approved', effectiveOn: `${year}-01-01` });
    expect(promiseOf()).toBe(before);
    const then = await catalogueDomain(app.fresh.database.handle, { today: () => `${year}-01-01` });
    expect(then.item(allowance)?.item.implementation_item.promise_day).toBe(5);
  });

  test('sent twice is done once', async () => {
    const draft = await saved({ from: 'item', taskCode: allowance }, withItem((item) => item.plain_words.push('重阳金')));
    const body = seen(draft);
    const one = (await first.good(wire.proposeCatalogueChange, body)).change;
    expect((await first.good(wire.proposeCatalogueChange, body)).change).toEqual(one);
    const approval = seen(one);
    const done = (await second.good(wire.approveCatalogueChange, approval)).change;
    expect((await second.good(wire.approveCatalogueChange, approval)).change).toEqual(done);
    expect((await app.fresh.owner.query('select count(*)::integer as n from catalogue.items where change_id = $1', [one.changeId])).rows[0]).toEqual({ n: 1 });
  });
});

describe('A new item', () => {
  test('is copied under codes of its own, published, found by its words, and heard of by another process', async () => {
    const other = await catalogueDomain(app.fresh.database.handle);
    const made = await publish({ from: 'copy', taskCode: allowance, newTaskCode: 'YM-TEST-0001' }, withItem((item) => {
      item.catalog_item.task_name = { 'zh-CN': '长寿面补助', 'zh-HK': '長壽麵補助', en: 'Noodle allowance' };
    }));
    expect(made).toMatchObject({ version: 1, baseVersion: null, base: null });
    const { items } = await resident.good(searchItems, { query: { text: '长寿面' } });
    expect(items[0]?.taskCode).toBe('YM-TEST-0001');
    expect(other.item('YM-TEST-0001')).toBeUndefined();
    await other.refresh();
    expect(other.item('YM-TEST-0001')?.item).toEqual(app.app.catalogue.item('YM-TEST-0001')?.item);
  });

  test('whose codes another one has is refused', async () => {
    expect(await first.refused(wire.openCatalogueChange, { body: { commandId: newId(), start: { from: 'copy', taskCode: allowance, newTaskCode: allowance } } })).toMatchObject({ code: 'catalogue.code_taken' });
    const taken = await saved({ from: 'copy', taskCode: allowance, newTaskCode: 'YM-TEST-0002' }, withItem((item) => {
      const handling = item.handling_items[0];
      if (handling) handling.task_handle_item = app.app.catalogue.item(allowance)?.item.handling_items[0]?.task_handle_item ?? '';
    }));
    expect(taken.problems.filter((one) => one.grade === 'error')).toMatchObject([{ pointer: '/item/handling_items/0/task_handle_item', code: 'catalogue.code_taken', grade: 'error' }]);
  });

  test('begun with an empty sheet says everything that is missing', async () => {
    const blank = await open({ from: 'blank' });
    expect(blank).toMatchObject({ kind: 'item', baseVersion: null });
    expect(blank.problems.length).toBeGreaterThan(3);
    expect(blank.problems.every((one) => one.grade === 'error' && one.pointer.startsWith('/item/'))).toBe(true);
  });
});

describe('A process', () => {
  const drawn = async () => (await first.good(wire.getCatalogueProcess, { params: { processId: 'street-review-district-decide', version: 1 } })).bpmn;
  test('changed makes the next version of every item that follows it', async () => {
    const bpmn = (await drawn()).replace(/name="[^"]*审[^"]*"/, 'name="审查材料"');
    const users = app.app.catalogue.current().filter((one) => one.process === 'street-review-district-decide').length;
    const made = await publish({ from: 'process', processId: 'street-review-district-decide' }, () => ({ kind: 'process', processId: 'street-review-district-decide', bpmn }));
    expect(made).toMatchObject({ kind: 'process', version: 2 });
    const { processes } = await first.good(wire.listCatalogueProcesses, {});
    expect(processes.find((one) => one.processId === 'street-review-district-decide')).toMatchObject({ version: 2, origin: 'screen' });
    const following = app.app.catalogue.current().filter((one) => one.process === 'street-review-district-decide');
    expect([following.length, following.every((one) => one.processVersion === 2)]).toEqual([users, true]);
  });

  test('whose tasks no longer fit an item that follows it is refused, with the item’s name', async () => {
    const bpmn = (await drawn()).replace(/(id|sourceRef|targetRef|bpmnElement)="review"/g, '$1="look"');
    const draft = await saved({ from: 'process', processId: 'street-review-district-decide' }, () => ({ kind: 'process', processId: 'street-review-district-decide', bpmn }));
    expect(draft.problems.find((one) => one.pointer === `/items/${allowance}`)).toMatchObject({ code: 'catalogue.process_for_others', grade: 'error' });
  });

  test('with a handler that is nobody is refused at its element, with the places', async () => {
    const bpmn = (await drawn()).replace('handler="department@street"', 'handler="department:no_such_kind@street"');
    const draft = await saved({ from: 'bpmn', processId: 'new-way', bpmn }, () => ({ kind: 'process', processId: 'new-way', bpmn }));
    expect(draft.problems).toEqual([]);
    const item = await saved({ from: 'copy', taskCode: allowance, newTaskCode: 'YM-TEST-0003' }, (change) => {
      const copy = itemOf(change);
      copy.implementation_item.process = 'new-way';
      return { kind: 'item', item: copy, process: { processId: 'new-way', bpmn } };
    });
    expect(item.problems.filter((one) => one.grade === 'error')).toMatchObject([{ pointer: '/process/review', code: 'catalogue.handler_unresolved_in', grade: 'error', params: { handler: 'department:no_such_kind@street' } }]);
    expect(Number(item.problems[0]?.params['count'])).toBeGreaterThan(70);
  });

  test('outside the subset is judged before a draft is begun', async () => {
    const bpmn = (await drawn()).replace(/bpmn:serviceTask/g, 'bpmn:scriptTask');
    expect(await first.good(wire.checkCatalogueProcess, { body: { processId: 'elsewhere', bpmn } })).toMatchObject({ accepted: false, drawn: true, problems: [{ code: 'flow.element_outside_subset', grade: 'error' }] });
    expect(await first.good(wire.checkCatalogueProcess, { body: { processId: 'elsewhere', bpmn: 'no xml' } })).toMatchObject({ accepted: false, drawn: false, problems: [{ code: 'catalogue.not_bpmn' }] });
  });
});

describe('A district’s own values', () => {
  const field = '/implementation_item/promise_day';
  const override = (fields: Record<string, unknown>): [wire.CatalogueStart, () => wire.CatalogueContent] => [{ from: 'override', taskCode: allowance, unit: bao }, () => ({ kind: 'override', taskCode: allowance, unit: bao, fields })];
  test('hold for places in that district and nowhere else, and the guide shows them where the place is known', async () => {
    const city = promiseOf() ?? 0;
    const made = await publish(...override({ [field]: city - 2 }));
    expect(made).toMatchObject({ kind: 'override', version: 1, unit: bao, differences: [{ before: city, after: city - 2 }] });
    const street = [...app.app.units.tree.units.values()].find((unit) => unit.parent === bao)?.code ?? '';
    expect([promiseOf(street), promiseOf(bao), promiseOf('440305'), promiseOf()]).toEqual([city - 2, city - 2, city, city]);
    expect((await resident.good(getItem, { params: { taskCode: allowance }, query: { areaUnit: street } })).item.implementation_item.promise_day).toBe(city - 2);
    expect(await first.good(wire.diffCatalogueDistricts, { params: { taskCode: allowance }, query: { left: '440305', right: bao } })).toMatchObject({ differences: [{ pointer: field, before: city, after: city - 2 }] });
    const { overrides } = await first.good(wire.listCatalogueVersions, { params: { taskCode: allowance } });
    expect(overrides).toMatchObject([{ unit: bao, number: 1, current: true, asleep: [] }]);
  });

  test('against the applicant, or outside the list, are refused', async () => {
    const draft = await saved(...override({ [field]: 400, '/implementation_item/anticipate_day': 1 }));
    expect(draft.problems.filter((one) => one.grade === 'error').map((one) => one.code)).toEqual(['catalogue.override_not_shorter', 'catalogue.override_not_allowed']);
    expect(await first.refused(wire.openCatalogueChange, { body: { commandId: newId(), start: { from: 'override', taskCode: allowance, unit: '440300' } } })).toMatchObject({ code: 'catalogue.not_a_district' });
    const { fields } = await first.good(wire.listOverridableFields, { params: { taskCode: allowance } });
    expect(fields[0]).toMatchObject({ pointer: field, rule: 'shorter', shape: 'integer' });
  });

  test('end with an empty one', async () => {
    await publish(...override({}));
    expect(promiseOf(bao)).toBe(promiseOf());
  });
});

describe('A difference', () => {
  test('is taken along as CSV and as a workbook', async () => {
    const query = { from: 1, to: 2 };
    const csv = await first.call(wire.exportCatalogueDiffTable, { params: { taskCode: allowance }, query });
    expect([csv.status, csv.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(csv.text).toContain('implementation_item / promise_day');
    const book = await first.call(wire.exportCatalogueDiff, { params: { taskCode: allowance }, query });
    expect([book.status, book.bytes.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    expect(await first.refused(wire.exportCatalogueDiff, { params: { taskCode: allowance }, query: { from: 1 } })).toMatchObject({ code: 'catalogue.diff_of_nothing' });
    expect(await first.refused(wire.diffCatalogueVersions, { params: { taskCode: allowance }, query: { from: 1, to: 99 } })).toMatchObject({ code: 'catalogue.version_unknown', status: 404 });
  });
});
