import { describe, expect, it } from 'vitest';
import { beginCondition, changeTable, emptyTable, isWord, renamed, valuesAt, type ElementFacts } from './element-facts.ts';

const names = { 'zh-CN': '', 'zh-HK': '', en: '' };
const one = (id: string, kind: ElementFacts['kind'], more: Partial<ElementFacts> = {}): ElementFacts => ({ id, kind, type: '', names, ...more });
const link = (kind: string) => ({ link: { kind, handler: 'department', post: 'officer' } });

describe('values conditions may look at', () => {
  const all = [
    one('process', 'process', { given: [{ name: 'departments', kind: 'list' }, { name: 'fast', kind: 'yes_no' }] }),
    one('decide', 'user', link('decide')),
    one('opinion', 'user', { ...link('review'), each: { list: 'departments', as: 'department' } }),
    one('round', 'part', { each: { list: 'departments', as: 'unit' } }),
    one('inside', 'user', { ...link('inspect'), within: 'round' }),
    one('grade', 'rule', { table: { ...emptyTable, outputs: [{ name: 'level', otherwise: '"city"' }], rules: [{ when: ['< 300'], then: ['"street"'] }] } }),
    one('licence', 'call'),
    one('start', 'start'),
  ];
  const at = (element: ElementFacts | undefined) => Object.fromEntries(valuesAt(element, all).map((value) => [value.name, value]));

  it('are what the matter gives, outcomes of tasks, called processes and answers of tables', () => {
    const values = at(undefined);
    expect(Object.keys(values)).toEqual(['departments', 'fast', 'decide', 'opinion', 'inside', 'level', 'licence']);
    expect(values['decide']).toEqual({ name: 'decide', from: 'task', list: false, texts: ['granted', 'refused'] });
    expect(values['level']?.texts).toEqual(['street', 'city']);
  });

  it('are lists for what is done once for each entry, but inside it one', () => {
    expect(at(undefined)['opinion']?.list).toBe(true);
    expect(at(undefined)['inside']?.list).toBe(true);
    expect(at(one('w', 'way', { from: 'inside' }))['inside']?.list).toBe(false);
    expect(at(one('w', 'way', { from: 'inside' }))['unit']).toMatchObject({ from: 'entry' });
    expect(at(one('w', 'way', { from: 'decide' }))['unit']).toBeUndefined();
  });

  it('begin a condition as FEEL asks for them', () => {
    const values = at(undefined);
    const ask = (name: string, text: string) => beginCondition(values[name] ?? { name, from: 'given', list: false, texts: [] }, text);
    expect(ask('decide', 'granted')).toBe('decide = "granted"');
    expect(ask('opinion', 'failed')).toBe('count(opinion[item = "failed"]) > 0');
    expect(ask('fast', 'true')).toBe('fast');
    expect(ask('fast', 'false')).toBe('not(fast)');
  });
});

describe('an element called otherwise', () => {
  it('is called so in conditions, not in texts nor in longer names', () => {
    expect(renamed('approve = "approve" and approved and pre.approve', 'approve', 'sign')).toBe('sign = "approve" and approved and pre.approve');
    expect(renamed('count(opinion[item = "failed"]) > 0', 'opinion', 'heard')).toBe('count(heard[item = "failed"]) > 0');
    expect(renamed('审批意见 = 审批', '审批', 'sign')).toBe('审批意见 = sign');
  });

  it('needs a word', () => {
    expect(isWord('review_1')).toBe(true);
    for (const id of ['', '1st', 'Review', 'a b', 'a-b', '审批']) expect(isWord(id), id).toBe(false);
  });
});

describe('a decision table', () => {
  it('stays even whatever is added or taken away', () => {
    const even = (table: typeof emptyTable): boolean => table.rules.every((rule) => rule.when.length === table.inputs.length && rule.then.length === table.outputs.length);
    let table = emptyTable;
    for (const change of ['add_input', 'add_rule', 'add_output', 'add_rule'] as const) table = changeTable(table, { kind: change });
    expect(even(table)).toBe(true);
    expect([table.inputs.length, table.outputs.length, table.rules.length]).toEqual([2, 2, 3]);
    table = changeTable(changeTable(changeTable(table, { kind: 'remove_input', at: 0 }), { kind: 'remove_output', at: 1 }), { kind: 'remove_rule', at: 0 });
    expect(even(table)).toBe(true);
    expect([table.inputs.length, table.outputs.length, table.rules.length]).toEqual([1, 1, 2]);
  });

  it('keeps its last question, answer and line', () => {
    expect(changeTable(emptyTable, { kind: 'remove_input', at: 0 })).toBe(emptyTable);
    expect(changeTable(emptyTable, { kind: 'remove_output', at: 0 })).toBe(emptyTable);
    expect(changeTable(emptyTable, { kind: 'remove_rule', at: 0 })).toBe(emptyTable);
  });

  it('lets lines change places, for the first that fits counts', () => {
    const two = changeTable(changeTable(emptyTable, { kind: 'add_rule' }), { kind: 'when', row: 1, at: 0, text: '> 3' });
    expect(changeTable(two, { kind: 'move_rule', at: 1, by: -1 }).rules.map((rule) => rule.when[0])).toEqual(['> 3', '-']);
    expect(changeTable(two, { kind: 'move_rule', at: 0, by: -1 })).toBe(two);
  });
});
