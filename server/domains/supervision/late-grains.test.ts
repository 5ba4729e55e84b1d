import { expect, test } from 'vitest';
import type { Grain } from './grain.ts';
import { lateGrains } from './late-grains.ts';

const grains = (...links: readonly (readonly [linkId: string, kept: number, overrun: number])[]): readonly Grain[] =>
  links.flatMap(([linkId, kept, overrun]) => Array.from({ length: kept + overrun }, (_none, index): Grain => ({ end: `${linkId}${index}`, state: 'worked', linkId, institution: 'x', staffId: null, overrun: index >= kept })));
const lateOf = (all: readonly Grain[], late: number) => {
  const found = lateGrains(all, late);
  const byLink = new Map<string | null, number>();
  for (const grain of found) byLink.set(grain.linkId, (byLink.get(grain.linkId) ?? 0) + 1);
  return Object.fromEntries(byLink);
};

test('A delay smaller than the overruns is split in proportion, remainders to the largest and then to the first', () => {
  // 5 of 7: 2.14, 2.14, 0.71 → 2, 2, 1. 4 of 7: 1.71, 1.71, 0.57 → 2, 2, 0. 2 of 4: 1, 0.5, 0.5 → 1, 1, 0.
  expect(lateOf(grains(['a', 1, 3], ['b', 1, 3], ['c', 1, 1]), 5)).toEqual({ a: 2, b: 2, c: 1 });
  expect(lateOf(grains(['a', 1, 3], ['b', 1, 3], ['c', 1, 1]), 4)).toEqual({ a: 2, b: 2 });
  expect(lateOf(grains(['a', 1, 2], ['b', 1, 1], ['c', 1, 1]), 2)).toEqual({ a: 1, b: 1 });
});

test('A delay larger than the overruns takes them all, and the rest from the end', () => {
  expect(lateOf(grains(['a', 1, 2], ['b', 5, 0]), 4)).toEqual({ a: 2, b: 2 });
  expect([...lateGrains(grains(['a', 5, 0]), 2)].map((grain) => grain.end)).toEqual(['a3', 'a4']);
});

test('Of a link its last overrun days are late, and of no delay there are none', () => {
  expect([...lateGrains(grains(['a', 1, 3], ['b', 2, 0]), 2)].map((grain) => grain.end)).toEqual(['a2', 'a3']);
  expect(lateGrains(grains(['a', 1, 3]), 0).size).toBe(0);
});
