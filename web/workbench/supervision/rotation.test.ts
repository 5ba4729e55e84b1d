import { describe, expect, test } from 'vitest';
import { everyMs, rotatedAt, stoodOrGone, turned, type Rotation } from './rotation.ts';

const first: Rotation = { at: 0, turnedAt: 1_000, stands: false };

describe('A wall screen', () => {
  test('stays on a page until its time is over and then goes to the next, around the end', () => {
    expect(rotatedAt(first, 3, 1_000 + everyMs - 1)).toBe(first);
    expect(rotatedAt(first, 3, 1_000 + everyMs)).toEqual({ at: 1, turnedAt: 1_000 + everyMs, stands: false });
    expect(rotatedAt({ ...first, at: 2 }, 3, 1_000 + everyMs).at).toBe(0);
  });

  test('that stands does not turn by itself, only by hand', () => {
    const standing = stoodOrGone(first, 5_000);
    expect(rotatedAt(standing, 3, 5_000 + 10 * everyMs)).toBe(standing);
    expect(turned(standing, -1, 3, 6_000)).toEqual({ at: 2, turnedAt: 6_000, stands: true });
    expect(rotatedAt(stoodOrGone(standing, 9_000), 3, 9_000 + everyMs).at).toBe(1);
  });

  test('turns once after its computer slept for an hour', () => {
    expect(rotatedAt(first, 5, 3_600_000).at).toBe(1);
  });

  test('shows the first page when the one it showed is gone', () => {
    expect(rotatedAt({ ...first, at: 4 }, 2, 1_001)).toEqual({ at: 0, turnedAt: 1_001, stands: false });
    expect(turned(first, 1, 0, 2_000).at).toBe(0);
  });
});
