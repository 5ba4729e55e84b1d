/** Expressions that read what strangers send take time in proportion to its length, however it is chosen (S-13; what eslint-plugin-security's count of stars cannot tell). */
import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { isLocalDay, parseInstant } from '../../server/kernel/instant.ts';
import { readPath } from '../../server/platform/ledger/tiles.ts';
import { withoutParticulars } from '../../server/platform/log/withheld.ts';

const readers: Readonly<Record<string, (text: string) => unknown>> = { withoutParticulars, parseInstant, isLocalDay, readPath };
/** What a slow expression could trip over, repeated to any length. */
const repeated = ['a', 'a.', 'a-', 'a+', '1', ' ', '@a', 'a@a.a', ')=(', 'http:', 'http://', 'http://a?', '+86 1', '13', '2026-01-05T', 'tile/', 'x000/', '-', '一'];
const [short, long] = [4_096, 65_536];

/** The quickest of several readings: what else the machine does falls out. */
function quickest(read: (text: string) => unknown, text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round += 1) {
    const from = performance.now();
    read(text);
    best = Math.min(best, performance.now() - from);
  }
  return best;
}

/** Whether sixteen times the text takes about sixteen times as long; the square of it would be 256 times. A hundredth of a millisecond is the smallest time compared. */
const isInProportion = (read: (text: string) => unknown, part: string): boolean => {
  const of = (length: number): number => quickest(read, part.repeat(Math.floor(length / part.length)));
  return of(long) < 100 * Math.max(of(short), 0.01);
};

describe('A text chosen by a stranger', () => {
  it.each(Object.entries(readers))('is read by %s in proportion to its length', (_name, read) => {
    expect(repeated.filter((part) => !isInProportion(read, part))).toEqual([]);
  });

  it('is told from one that takes the square of it', () => {
    expect(isInProportion((text) => /[\w.+-]+@\w/.exec(text), 'a')).toBe(false);
  });
});
