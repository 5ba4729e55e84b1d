import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Localized } from '../../../contract/language.ts';
import { lawMessages } from '../../../contract/messages/law.ts';
import type { Evidence } from './evidence.ts';
import { folderProblems, packOf } from './pack-file.ts';
import { lastDayOf, packLimits, rulePackOf, timelineOf, type LimitsPack, type SupervisionPack } from './pack.ts';
import type { LawProblemCode } from './refusals.ts';
import { ruleParams } from './supervision-rule.ts';

const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'data/law');
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8');

type Loose = Record<string, unknown> & { limits: Record<string, Record<string, unknown>>; warning: Record<string, Record<string, unknown>>; rules: Record<string, unknown>[] };

/** The problems of a real file after a change, as code and place. */
function afterChange(name: string, change: (file: Loose) => void): readonly (string | number | undefined)[][] {
  const file = JSON.parse(textOf(name)) as Loose;
  change(file);
  const read = packOf(name, JSON.stringify(file));
  return read.ok ? [] : read.problems.map((one) => [one.code, one.params.at]);
}

const limits = 'limits-2026-1.json';
const rules = 'supervision-rules-2026-1.json';

describe('The rule packs of this installation', () => {
  test.each(names)('%s has no fault', (name) => {
    expect(packOf(name, textOf(name))).toMatchObject({ ok: true });
  });

  test('name only limits that docs/law describes', () => {
    const written = new Set(readdirSync(join(root, 'docs/law')).flatMap((name) => /^(L-\d{3})-.+\.md$/.exec(name)?.[1] ?? []));
    const named = names.flatMap((name) => [...textOf(name).matchAll(/"id": "(L-\d{3})"/g)].map((match) => match[1] ?? ''));
    expect(named.length).toBeGreaterThan(13);
    expect(named.filter((id) => !written.has(id))).toEqual([]);
  });

  test('mark as checked only what was read: what this product sets itself never is', () => {
    const marks = names.flatMap((name): readonly Evidence[] => {
      const file = JSON.parse(textOf(name)) as LimitsPack | SupervisionPack;
      return file.kind === 'limits' ? [...Object.values(file.limits), ...Object.values(file.warning)] : [...file.rules];
    });
    const ours = marks.filter((one) => one.source.en === 'Set by this product');
    expect(ours.length).toBeGreaterThan(0);
    expect(ours.filter((one) => one.verified)).toEqual([]);
    expect(marks.filter((one) => one.verified && !one.address)).toEqual([]);
  });

  test('give the kernel each limit with its id, its length and whether it was read in its source', () => {
    const read = packOf(limits, textOf(limits));
    const pack = read.ok && read.pack.kind === 'limits' ? rulePackOf(read.pack) : undefined;
    expect(pack?.warning).toEqual({ workingDays: 1, hours: 1 });
    expect(pack?.limits.notice).toEqual({ amount: 5, unit: 'working_day', id: 'L-012', source: '行政许可法第三十二条第一款第四项', verified: true });
    expect(Object.fromEntries(Object.entries(pack?.limits ?? {}).map(([name, one]) => [name, `${one.id} ${one.amount} ${one.verified}`]))).toEqual({
      notice: 'L-012 5 true', correction: 'L-014 15 false', deferred: 'L-015 10 false', service: 'L-020 10 true', extension: 'L-004 10 true', extension_joint: 'L-005 15 true',
      order_reply: 'L-050 3 false', order_review: 'L-050 2 false', complaint: 'L-051 5 false',
      evaluation_verify: 'L-060 3 false', evaluation_mend: 'L-060 15 true', evaluation_call_back: 'L-060 3 false', evaluation_appeal: 'L-060 5 false',
    });
  });

  test('hold every supervision rule the program knows', () => {
    const file = JSON.parse(textOf(rules)) as SupervisionPack;
    expect(file.rules.map((rule) => rule.id)).toEqual(Object.keys(ruleParams));
  });
});

describe('A fault of a pack is named with its place', () => {
  test('every fault has its sentence in every language', () => {
    const everyCode: Record<LawProblemCode, Localized> = lawMessages;
    expect(Object.values(everyCode).flatMap(Object.values).filter((text) => text.trim() === '')).toEqual([]);
  });

  test.each(Object.keys(packLimits))('the limit %s may not be missing', (limit) => {
    expect(afterChange(limits, (file) => delete file.limits[limit])).toEqual([['law.limit_missing', '/limits']]);
  });

  const faults: readonly (readonly [string, string, (file: Loose) => void, readonly (readonly [LawProblemCode, string])[]])[] = [
    ['a limit nobody asks for', limits, (f) => { f.limits.holiday = { ...f.limits.notice }; }, [['law.limit_unknown', '/limits/holiday']]],
    ['a limit of no days', limits, (f) => { f.limits.notice = { ...f.limits.notice, amount: 0 }; }, [['law.amount_not_whole', '/limits/notice/amount']]],
    ['a limit of two and a half days', limits, (f) => { f.limits.notice = { ...f.limits.notice, amount: 2.5 }; }, [['law.amount_not_whole', '/limits/notice/amount']]],
    ['a number written as text', limits, (f) => { f.limits.notice = { ...f.limits.notice, amount: '5' }; }, [['law.amount_not_whole', '/limits/notice/amount']]],
    ['a unit that is none', limits, (f) => { f.limits.service = { ...f.limits.service, unit: 'week' }; }, [['law.unit_unknown', '/limits/service/unit']]],
    ['on the spot, which is a promise of an item', limits, (f) => { f.limits.service = { ...f.limits.service, unit: 'on_the_spot' }; }, [['law.unit_unknown', '/limits/service/unit']]],
    ['a name without Traditional Chinese', limits, (f) => { f.limits.notice = { ...f.limits.notice, name: { 'zh-CN': '一', en: 'x' } }; }, [['law.text_incomplete', '/limits/notice/name']]],
    ['an empty source', limits, (f) => { f.limits.notice = { ...f.limits.notice, source: { 'zh-CN': '一', 'zh-HK': ' ', en: 'x' } }; }, [['law.text_incomplete', '/limits/notice/source']]],
    ['a mark without an answer', limits, (f) => { delete f.limits.correction?.verified; }, [['law.shape', '/limits/correction/verified']]],
    ['checked, but nowhere', limits, (f) => { f.limits.correction = { ...f.limits.correction, verified: true }; }, [['law.verified_without_address', '/limits/correction']]],
    ['an address that is none', limits, (f) => { f.limits.notice = { ...f.limits.notice, address: 'flk' }; }, [['law.shape', '/limits/notice/address']]],
    ['an id that is no limit of docs/law', limits, (f) => { f.limits.notice = { ...f.limits.notice, id: 'X-1' }; }, [['law.shape', '/limits/notice/id']]],
    ['a misspelt property', limits, (f) => { f.limits.notice = { ...f.limits.notice, nots: 1 }; }, [['law.shape', '/limits/notice/nots']]],
    ['no warning line for hours', limits, (f) => { delete f.warning.hour; }, [['law.shape', '/warning/hour'], ['law.unit_unknown', '/warning/hour/unit']]],
    ['a warning line in another unit than its own', limits, (f) => { f.warning.hour = { ...f.warning.hour, unit: 'working_day' }; }, [['law.unit_unknown', '/warning/hour/unit']]],
    ['a negative warning line', limits, (f) => { f.warning.hour = { ...f.warning.hour, amount: -1 }; }, [['law.amount_not_whole', '/warning/hour/amount']]],
    ['a day that is no day', limits, (f) => { f.from = '2026-02-30'; }, [['law.shape', '/from']]],
    ['a version that is not the name of the file', limits, (f) => { f.version = 'limits-2026-2'; }, [['law.version_not_file_name', '/version']]],
    ['a kind nobody knows', limits, (f) => { f.kind = 'fees'; }, [['law.shape', '/kind']]],
    ['a kind that every object has', limits, (f) => { f.kind = 'toString'; }, [['law.shape', '/kind']]],
    ['a rule the program does not know', rules, (f) => { f.rules[0] = { ...f.rules[0], id: 'S-99' }; }, [['law.rule_unknown', '/rules/0/id']]],
    ['a rule twice', rules, (f) => { f.rules.push({ ...f.rules[0] }); }, [['law.rule_twice', '/rules/13']]],
    ['a threshold that is missing', rules, (f) => { f.rules[7] = { ...f.rules[7], params: {} }; }, [['law.params_not_as_rule', '/rules/7/params']]],
    ['a threshold under another name', rules, (f) => { f.rules[7] = { ...f.rules[7], params: { days: 1 } }; }, [['law.params_not_as_rule', '/rules/7/params']]],
    ['a threshold too many', rules, (f) => { f.rules[0] = { ...f.rules[0], params: { days: 1 } }; }, [['law.params_not_as_rule', '/rules/0/params']]],
    ['half a threshold', rules, (f) => { f.rules[7] = { ...f.rules[7], params: { remainingWorkingDays: 0.5 } }; }, [['law.params_not_as_rule', '/rules/7/params']]],
    ['returned no times or more, which is every link', rules, (f) => { f.rules[10] = { ...f.rules[10], params: { returns: 0, refiledWithinWorkingDays: 5 } }; }, [['law.params_not_as_rule', '/rules/10/params']]],
    ['untouched for no days', rules, (f) => { f.rules[9] = { ...f.rules[9], params: { workingDays: 0 } }; }, [['law.params_not_as_rule', '/rules/9/params']]],
    ['a colour that is none', rules, (f) => { f.rules[0] = { ...f.rules[0], severity: 'blue' }; }, [['law.shape', '/rules/0/severity']]],
    ['an order perhaps', rules, (f) => { f.rules[0] = { ...f.rules[0], opensOrder: 'yes' }; }, [['law.shape', '/rules/0/opensOrder']]],
    ['no rules', rules, (f) => { f.rules = []; }, [['law.shape', '/rules']]],
  ];
  test.each(faults)('%s', (_what, name, change, expected) => {
    expect(afterChange(name, change)).toEqual(expected);
  });

  test.each(['', '{', '[]', 'null', '5'])('text that is no object: %j', (text) => {
    const read = packOf(limits, text);
    expect(read.ok ? [] : read.problems.map((one) => one.code)).toEqual(['law.unreadable']);
  });

  test('a warning line of 0 means the last day alone and is no fault; a rule left out is off and no fault', () => {
    expect(afterChange(limits, (f) => { f.warning.working_day = { ...f.warning.working_day, amount: 0 }; })).toEqual([]);
    expect(afterChange(rules, (f) => { f.rules.splice(8, 1); })).toEqual([]);
  });
});

describe('Which pack holds', () => {
  const pack = (version: string, from: string): LimitsPack => ({ ...(JSON.parse(textOf(limits)) as LimitsPack), version, from });
  const packs = [pack('b', '2027-01-01'), pack('a', '2004-01-01'), pack('c', '2028-03-01'), pack('a0', '2026-06-01')];
  const current = ['a', 'b', 'c'];

  test.each([
    ['2003-12-31', 'a'], ['2004-01-01', 'a'], ['2026-06-01', 'a'], ['2026-12-31', 'a'],
    ['2027-01-01', 'b'], ['2028-02-29', 'b'], ['2028-03-01', 'c'], ['2099-01-01', 'c'],
  ])('on %s it is %s: the last one that began, and none that was replaced', (day, version) => {
    expect(timelineOf(packs, current)?.(day).version).toBe(version);
  });

  test('none where none stands', () => {
    expect(timelineOf(packs, [])).toBeUndefined();
  });

  test('a pack holds to the day before the next one begins', () => {
    expect(packs.map((one) => lastDayOf(one, packs))).toEqual(['2028-02-29', '2026-05-31', null, '2026-12-31']);
  });

  test('two packs of a kind from the same day, or a kind without a pack, are faults', () => {
    const supervision = JSON.parse(textOf(rules)) as SupervisionPack;
    expect(folderProblems([pack('a', '2004-01-01'), supervision])).toEqual([]);
    expect(folderProblems([pack('a', '2004-01-01'), supervision, pack('b', '2004-01-01')])).toEqual([
      { file: 'b.json', code: 'law.same_day_twice', params: { at: '/from', from: '2004-01-01', other: 'a' } },
    ]);
    expect(folderProblems([supervision])).toEqual([{ file: '', code: 'law.pack_missing', params: { kind: 'limits' } }]);
  });
});
