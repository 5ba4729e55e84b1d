import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordsDiff } from './words-diff.ts';

describe('Words changed in a text', () => {
  test('are marked character by character in Chinese and word by word in English', () => {
    expect(wordsDiff('满80周岁', '满 75 周岁')).toEqual([{ is: 'same', text: '满' }, { is: 'gone', text: '80' }, { is: 'new', text: ' 75 ' }, { is: 'same', text: '周岁' }]);
    expect(wordsDiff('Bring your paper', 'Bring your card')).toEqual([{ is: 'same', text: 'Bring your ' }, { is: 'gone', text: 'paper' }, { is: 'new', text: 'card' }]);
    expect(wordsDiff('', '新')).toEqual([{ is: 'new', text: '新' }]);
  });

  test('leave both texts readable, whatever they are', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 40 }), (before, after) => {
      const found = wordsDiff(before, after);
      expect(found.filter((run) => run.is !== 'new').map((run) => run.text).join('')).toBe(before);
      expect(found.filter((run) => run.is !== 'gone').map((run) => run.text).join('')).toBe(after);
      expect(found.every((run, i) => run.text !== '' && found[i - 1]?.is !== run.is)).toBe(true);
    }), { numRuns: 500 });
  });

  test('of very long texts are told whole', () => {
    const long = 'a '.repeat(800);
    expect(wordsDiff(long, `${long}b`).map((run) => run.is)).toEqual(['gone', 'new']);
  });
});
