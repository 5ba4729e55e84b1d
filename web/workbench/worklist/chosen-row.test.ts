import { describe, expect, it } from 'vitest';
import { anchorOf, chosenIndex, rowKey } from './chosen-row.ts';

const row = (matterId: string, linkId: string | null = null) => ({ matterId, linkId });

describe('a list that changes by itself', () => {
  it('keeps the chosen row chosen when a more urgent matter comes before it', () => {
    const chosen = { key: rowKey(row('m2', 'l1')), at: 1 };
    expect(chosenIndex([row('m1'), row('m2', 'l1')], chosen)).toBe(1);
    expect(chosenIndex([row('new'), row('m1'), row('m2', 'l1')], chosen)).toBe(2);
  });

  it('follows the matter into its next step, and keeps the place of one that has gone', () => {
    expect(chosenIndex([row('m1'), row('m3'), row('m2', 'l2')], { key: rowKey(row('m2', 'l1')), at: 1 })).toBe(2);
    expect(chosenIndex([row('m1'), row('m3')], { key: rowKey(row('m2', 'l1')), at: 1 })).toBe(1);
    expect(chosenIndex([row('m1')], { key: rowKey(row('m2')), at: 7 })).toBe(0);
    expect(chosenIndex([], { key: null, at: 3 })).toBe(0);
  });

  it('holds still what is under the cursor, else what has focus, else the first row in sight', () => {
    const places = [{ key: 'a', top: 64, bottom: 100 }, { key: 'b', top: 100, bottom: 136 }, { key: 'c', top: 136, bottom: 172 }];
    expect(anchorOf(places, { top: 100, cursorY: 140, focused: 'b' })?.key).toBe('c');
    expect(anchorOf(places, { top: 100, cursorY: null, focused: 'b' })?.key).toBe('b');
    expect(anchorOf(places, { top: 100, cursorY: null, focused: null })?.key).toBe('b');
    expect(anchorOf([], { top: 0, cursorY: 10, focused: 'a' })).toBeUndefined();
  });
});
