import { describe, expect, it } from 'vitest';
import { feel } from '../../domains/catalogue/surroundings.ts';
import type { DecisionTable, Element } from './graph.ts';
import { answer, tableFaults } from './table.ts';

const table = (more: Partial<DecisionTable> = {}): DecisionTable => ({
  hit: 'UNIQUE', inputs: ['area', 'use'], outputs: [{ name: 'level', otherwise: '"city"' }],
  rules: [{ when: ['< 300', '-'], then: ['"street"'] }, { when: ['[300..3000)', '"shop", "office"'], then: ['"district"'] }],
  ...more,
});
const level = (given: DecisionTable, values: Readonly<Record<string, string | number>>) => answer(given, feel, values);

describe('A decision table', () => {
  it('answers with the line that fits, to the last square metre', () => {
    expect([299, 300, 2999, 3000].map((area) => level(table(), { area, use: 'shop' }).values['level'])).toEqual(['street', 'district', 'district', 'city']);
    expect(level(table(), { area: 500, use: 'home' })).toEqual({ values: { level: 'city' }, clear: true });
  });

  const twice = [{ when: ['< 300', '-'], then: ['"street"'] }, { when: ['< 500', '-'], then: ['"district"'] }];

  it('UNIQUE: two lines that fit contradict each other, and otherwise holds', () => {
    expect(level(table({ rules: twice }), { area: 100, use: '' })).toEqual({ values: { level: 'city' }, clear: false });
  });

  it('FIRST: the upper line counts', () => {
    expect(level(table({ hit: 'FIRST', rules: twice }), { area: 100, use: '' })).toEqual({ values: { level: 'street' }, clear: true });
  });

  it('ANY: several may fit as long as they say the same', () => {
    const same = twice.map((rule) => ({ ...rule, then: ['"street"'] }));
    expect(level(table({ hit: 'ANY', rules: same }), { area: 100, use: '' })).toEqual({ values: { level: 'street' }, clear: true });
    expect(level(table({ hit: 'ANY', rules: twice }), { area: 100, use: '' })).toEqual({ values: { level: 'city' }, clear: false });
  });

  it('where nothing fits and nothing holds otherwise, says that it has no answer', () => {
    expect(level(table({ outputs: [{ name: 'level' }] }), { area: 9_000, use: '' })).toEqual({ values: {}, clear: false });
  });

  it('a value nobody gave fits no line but «-»', () => {
    expect(level(table(), { use: 'shop' })).toEqual({ values: { level: 'city' }, clear: true });
    expect(level(table({ rules: [{ when: ['-', '"shop"'], then: ['"street"'] }] }), { use: 'shop' }).values).toEqual({ level: 'street' });
  });

  it('answers several things at once, and may count with what it is asked', () => {
    const two = table({ outputs: [{ name: 'level' }, { name: 'fee' }], rules: [{ when: ['-', '-'], then: ['"street"', 'area * 2'] }] });
    expect(level(two, { area: 7, use: '' }).values).toEqual({ level: 'street', fee: 14 });
  });
});

describe('A table is not published', () => {
  const faults = (given: DecisionTable | undefined): readonly string[] => {
    const found: string[] = [];
    const element: Element = { id: 't', type: 'bpmn:BusinessRuleTask', name: 'T', ...(given ? { table: given } : {}) };
    tableFaults(element, (_element, code, params) => void found.push(`${code} ${params?.['line'] ?? params?.['output'] ?? ''}`.trim()));
    return found;
  };

  it('without lines, with a line too short, or where a case is left open', () => {
    expect(faults(undefined)).toEqual(['flow.rule_without_table']);
    expect(faults(table({ rules: [] }))).toEqual(['flow.rule_without_table']);
    expect(faults(table({ rules: [{ when: ['-'], then: ['1'] }, { when: ['-', '-'], then: ['1'] }] }))).toEqual(['flow.table_uneven 1']);
    expect(faults(table({ outputs: [{ name: 'level' }] }))).toEqual(['flow.table_may_not_answer level']);
    expect(faults(table())).toEqual([]);
  });
});
