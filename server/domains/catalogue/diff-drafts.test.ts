import { expect, it } from 'vitest';
import { differencesOf } from './diff.ts';

const named = (cn: string, en: string) => ({ 'zh-CN': cn, 'zh-HK': cn, en });

it('An entry of a draft is called by its name once it has one in every language, and by nothing before', () => {
  const before = { materials: [{ material_code: 'a', material_name: named('甲', 'A'), page_num: 1 }] };
  const label = (...texts: [string, string]) => differencesOf(before, { materials: [{ material_code: 'a', material_name: named('甲', 'A'), page_num: 2 }, { material_code: 'b', material_name: named(...texts) }] }).map((one) => one.label);
  expect(label('', '')).toEqual([named('甲', 'A'), null]);
  expect(label('乙', '')).toEqual([named('甲', 'A'), null]);
  expect(label('乙', 'B')).toEqual([named('甲', 'A'), named('乙', 'B')]);
});
