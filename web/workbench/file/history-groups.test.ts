import { expect, test } from 'vitest';
import { historyMessages } from '../../../contract/messages/history.ts';
import { countGroups, groupOf, historyGroups } from './history-groups.ts';

const kinds = Object.keys(historyMessages).flatMap((code) => (/^fact\.([a-z_]+)(\.[a-z]+)?$/.exec(code)?.[1] ?? [])).filter((kind) => kind !== 'other');

test('Every kind of fact that has a sentence has a group to be found in', () => {
  expect(new Set(kinds).size).toBeGreaterThan(40);
  for (const kind of kinds) expect(groupOf(kind), kind).not.toBe('other');
});

test('Groups are counted in their order, those without any are left out, and none is counted twice', () => {
  const entries = ['matter_filed', 'matter_accepted', 'link_opened', 'something_new'].map((kind) => ({ kind }));
  expect(countGroups(entries)).toEqual([{ group: 'acceptance', count: 2 }, { group: 'handling', count: 1 }, { group: 'other', count: 1 }]);
  const all = countGroups([...new Set(kinds)].map((kind) => ({ kind })));
  expect(all.reduce((sum, one) => sum + one.count, 0)).toBe(new Set(kinds).size);
  expect(all.map((one) => one.group)).toEqual(historyGroups.filter((group) => group !== 'other'));
});
