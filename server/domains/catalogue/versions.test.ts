import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item } from '../../../contract/catalogue.ts';
import { differencesOf } from './diff.ts';
import { readItemFolder, readProcessTasks } from './item-folder.ts';
import { effectiveItem, overridableFields, overrideProblems } from './override.ts';
import { pointer, valueAt } from './problem.ts';
import { versionsOf, type ItemRow, type OverrideRow } from './versions.ts';

const data = join(import.meta.dirname, '../../../data');
const tasks = await readProcessTasks(join(data, 'processes'));
const items = readItemFolder(join(data, 'catalogue'), tasks).items.map((one) => one.item);
const item = items.find((one) => one.implementation_item.task_code === 'YM-05-0001-01') as Item;
const code = 'YM-05-0001-01';
const bao = '440306';

const row = (version: number, effectiveOn: string | null, promise = 15): ItemRow => ({
  taskCode: code, version, process: 'p', processVersion: 1, effectiveOn, changeId: null, loadedAt: '2026-11-23T00:00:00.000Z',
  content: JSON.stringify({ ...item, implementation_item: { ...item.implementation_item, promise_day: promise } }),
});
const own = (number: number, unit: string, effectiveOn: string, fields: Record<string, unknown>): OverrideRow => ({ taskCode: code, number, unit, effectiveOn, changeId: 'c', fields });
const promiseOn = (rows: readonly ItemRow[], day: string) => versionsOf(rows, []).at(code, day)?.version;

describe('Which version stands', () => {
  test('is the newest of those whose day has come, and what a file brought counts from the beginning', () => {
    const rows = [row(1, null), row(2, '2027-01-01'), row(3, '2026-12-01')];
    expect(['2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01', '2030-01-01'].map((day) => promiseOn(rows, day))).toEqual([1, 3, 3, 2, 2]);
    expect(versionsOf(rows, []).latest(code)?.version).toBe(2);
    expect(versionsOf(rows, []).rowsOf(code).map((one) => one.version)).toEqual([3, 2, 1]);
  });

  test('of two for the same day is the later one', () => {
    expect(promiseOn([row(1, null), row(2, '2026-12-01'), row(3, '2026-12-01')], '2026-12-01')).toBe(3);
  });

  test('that is asked for by its number is that one, whatever the day', () => {
    const versions = versionsOf([row(1, null, 15), row(2, '2099-01-01', 9)], []);
    expect([versions.get(code, 2)?.item.implementation_item.promise_day, versions.get(code, 3)]).toEqual([9, undefined]);
    expect(versions.current('2026-11-23')).toBe(versions.current('2026-11-23'));
  });
});

describe('A district’s own values', () => {
  const promise = '/implementation_item/promise_day';
  test('hold in that district alone, from their day, until an empty one ends them', () => {
    const versions = versionsOf([row(1, null)], [own(1, bao, '2026-12-01', { [promise]: 10 }), own(2, bao, '2027-01-01', {})]);
    expect(['2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01'].map((day) => versions.overrideAt(code, bao, day)?.number)).toEqual([undefined, 1, 1, undefined]);
    expect(versions.overrideAt(code, '440305', '2026-12-05')).toBeUndefined();
  });

  test('are kept by a matter under their number, also when others have followed', () => {
    const versions = versionsOf([row(1, null)], [own(1, bao, '2026-12-01', { [promise]: 10 }), own(2, bao, '2026-12-02', { [promise]: 9 })]);
    const found = versions.get(code, 1);
    expect(found && [1, 2, 3].map((number) => versions.over(found, number).item.implementation_item.promise_day)).toEqual([10, 9, 15]);
    expect(found && versions.over(found, 1)).toMatchObject({ version: 1, override: 1 });
  });

  test('may only be to the applicant’s good', () => {
    const wrong = (fields: Record<string, unknown>) => overrideProblems(item, fields).map((one) => one.code);
    const material = item.handling_items[0]?.materials.find((one) => one.is_need === 'required');
    const need = pointer('handling_items', item.handling_items[0]?.task_handle_item ?? '', 'materials', material?.material_code ?? '', 'is_need');
    expect(wrong({ [promise]: 14, [need]: 'deferrable' })).toEqual([]);
    expect(wrong({ [promise]: 15 })).toEqual([]);
    expect(wrong({ [promise]: 16 })).toEqual(['catalogue.override_not_shorter']);
    expect(wrong({ [promise]: 0 })).toEqual(['catalogue.override_not_shorter']);
    expect(wrong({ [promise]: 1.5 })).toEqual(['catalogue.override_not_shorter']);
    expect(wrong({ [need]: 'nonsense' })).toEqual(['catalogue.override_not_in_favour']);
    expect(wrong({ '/implementation_item/anticipate_day': 5 })).toEqual(['catalogue.override_not_allowed']);
    expect(wrong({ '/catalog_item/task_name': { 'zh-CN': '甲', 'zh-HK': '甲', en: 'a' } })).toEqual(['catalogue.override_not_allowed']);
    expect(wrong({ '/implementation_item/link_way': { 'zh-CN': '电话', en: 'phone' } })).toEqual(['catalogue.override_text_incomplete']);
    expect(wrong({ '/implementation_item/accept_at': [] })).toEqual(['catalogue.override_takes_away']);
  });

  test('that no longer fit a later version sleep there: the item’s own stands', () => {
    const shorter = { ...item, implementation_item: { ...item.implementation_item, promise_day: 8 } };
    expect(effectiveItem(shorter, { [promise]: 10, '/implementation_item/no_such': true })).toEqual({ item: shorter, applied: [] });
    expect(effectiveItem(item, { [promise]: 10 }).applied).toEqual([promise]);
  });

  test('leave every other field of every real item as it is', () => {
    for (const one of items) {
      for (const field of overridableFields(one)) {
        const better = field.rule === 'in_favour' ? 'optional' : field.rule === 'offered' ? true : field.rule === 'more' ? ['city', 'district', 'street', 'community'] : field.rule === 'text' ? { 'zh-CN': '周六上午', 'zh-HK': '星期六上午', en: 'Saturday mornings' } : field.rule === 'shorter' ? 1 : 0;
        const laid = effectiveItem(one, { [field.pointer]: better });
        expect(laid.applied).toEqual([field.pointer]);
        expect(valueAt(laid.item, field.at)).toEqual(better);
        expect(differencesOf(one, laid.item).map((difference) => difference.pointer)).toEqual([field.at]);
      }
    }
  });
});

describe('A difference', () => {
  test('of an item with itself is nothing, whatever order its members have', () => {
    for (const one of items) expect(differencesOf(one, JSON.parse(JSON.stringify(reversed(one))))).toEqual([]);
  });

  test('names the material by its code and calls it by its name; a text in three languages is one', () => {
    const changed = structuredClone(item);
    const material = changed.handling_items[0]?.materials[1];
    if (!material) throw new Error('no material');
    material.accept_stand = { ...material.accept_stand, en: 'Another standard' };
    const [one, ...others] = differencesOf(item, changed);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ what: 'changed', pointer: '/handling_items/0/materials/1/accept_stand', keys: ['handling_items', changed.handling_items[0]?.task_handle_item, 'materials', material.material_code, 'accept_stand'], label: material.material_name });
  });

  test('of a list says what came, what went and the least that moved', () => {
    const before = { materials: ['a', 'b', 'c', 'd'].map((id) => ({ id, n: 1 })) };
    const after = { materials: ['b', 'c', 'a', 'e'].map((id) => ({ id, n: 1 })) };
    expect(differencesOf(before, after).map((one) => `${one.what} ${one.keys.join('.')}`)).toEqual(['moved materials.a', 'added materials.e', 'removed materials.d']);
  });

  test('put onto the earlier value gives the later one', () => {
    const leaf = fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null));
    const value = fc.letrec((tie) => ({ any: fc.oneof({ depthSize: 'small' }, leaf, fc.array(leaf, { maxLength: 4 }), fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('any'), { noNullPrototype: true })) })).any;
    fc.assert(fc.property(value, value, (before, after) => {
      const found = differencesOf({ v: before }, { v: after });
      let laid: unknown = structuredClone({ v: before });
      for (const one of found) laid = put(laid, one.pointer.slice(1).split('/'), one.what === 'removed' ? undefined : one.after);
      expect(differencesOf(laid, { v: after })).toEqual([]);
      expect(found.length === 0).toBe(JSON.stringify(sorted(before)) === JSON.stringify(sorted(after)));
    }), { numRuns: 300 });
  });
});

function put(into: unknown, [step = '', ...rest]: readonly string[], value: unknown): unknown {
  const record = { ...(into as Record<string, unknown>) };
  if (rest.length > 0) record[step] = put(record[step], rest, value);
  else if (value === undefined) delete record[step];
  else record[step] = value;
  return record;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? 0 : value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, sorted(one)]));
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([name, one]) => [name, reversed(one)]));
}

