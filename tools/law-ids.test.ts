import { describe, expect, test } from 'vitest';
import { idsWithFourMoments, lawIds, testedIds, untestedIds } from './law-ids.ts';

const block = (id: string, ...keys: string[]): string => `describe('${id}: something', () => fourMoments({\n  amount: 5,\n${keys.map((key) => `  ${key}: 'x',\n`).join('')}}));\n`;

describe('The limits of docs/law', () => {
  test('are all tested at their four moments and named by a test, and no test names another', () => {
    expect(untestedIds()).toEqual([]);
    expect([...testedIds().keys()].sort()).toEqual(lawIds());
  });

  test('lacking one moment, or none of them stated, are found', () => {
    const source = block('L-901', 'lastInTime', 'firstLate', 'holiday', 'suspension') + block('L-902', 'lastInTime', 'firstLate', 'holiday') + block('L-903');
    expect(idsWithFourMoments(source)).toEqual(['L-901']);
  });
});
