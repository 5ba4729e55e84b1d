import { describe, expect, test } from 'vitest';
import { longestOf, partsOf, sumOf, type LinkTime } from './trace-parts.ts';

const review: LinkTime = { used: 6, waitedUnclaimed: 4, worked: 1, pausedUnlawful: 1, pausedLawful: 2, late: 3 };
const decide: LinkTime = { used: 2, waitedUnclaimed: 0, worked: 2, pausedUnlawful: 0, pausedLawful: 0, late: 0 };

describe('The bar of a back-trace', () => {
  test('shows waiting, work, unlawful and lawful standstill apart, on the scale of the longest link', () => {
    expect(longestOf([review, decide])).toBe(8);
    expect(partsOf(review, 8)).toEqual([{ part: 'waited', n: 4, width: 50 }, { part: 'worked', n: 1, width: 12.5 }, { part: 'paused_unlawful', n: 1, width: 12.5 }, { part: 'paused_lawful', n: 2, width: 25 }]);
    expect(partsOf(decide, 8)).toEqual([{ part: 'worked', n: 2, width: 25 }]);
  });

  test('adds up to what the table says', () => {
    expect(sumOf([review, decide])).toEqual({ used: 8, waitedUnclaimed: 4, worked: 3, pausedUnlawful: 1, pausedLawful: 2, late: 3 });
    expect(sumOf([])).toMatchObject({ used: 0, late: 0 });
  });

  test('of a matter that used no day has no width', () => {
    expect(partsOf({ ...decide, used: 0, worked: 0 }, 0)).toEqual([]);
  });
});
