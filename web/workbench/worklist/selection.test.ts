import { describe, expect, it } from 'vitest';
import type { MatterRow } from '../../../contract/matters.ts';
import { actsOn, allOf, extended, mostSelected, selectedRows, toggled } from './selection.ts';

const row = (n: number, bulk: MatterRow['bulk'] = ['claim_link'], linkId: string | null = 'l') => ({ matterId: `m${n}`, linkId, bulk });
const many = Array.from({ length: 60 }, (_, i) => row(i));

describe('rows chosen to be done together', () => {
  it('are chosen and unchosen one by one; a row that nothing may be done to is not chosen', () => {
    expect(toggled([], row(1))).toEqual(['m1 l']);
    expect(toggled(['m1 l'], row(1))).toEqual([]);
    expect(toggled([], row(1, []))).toEqual([]);
    expect(toggled([], row(1, ['claim_link'], null))).toEqual([]);
  });

  it('are chosen from here to there with Shift, in both directions, what was chosen before stays', () => {
    const rows = [row(0), row(1, []), row(2), row(3)];
    expect(extended([], rows, 0, 2)).toEqual(['m0 l', 'm2 l']);
    expect(extended(['m3 l'], rows, 2, 0)).toEqual(['m3 l', 'm0 l', 'm2 l']);
  });

  it('are never more than the server takes at once', () => {
    expect(allOf(many)).toHaveLength(mostSelected);
    expect(toggled(allOf(many), row(55))).toHaveLength(mostSelected);
    expect(toggled(allOf(many), row(0))).toHaveLength(mostSelected - 1);
  });

  it('those that have gone from the list are no longer chosen', () => {
    expect(selectedRows(['m1 l', 'gone l'], many).map((one) => one.matterId)).toEqual(['m1']);
  });

  it('each act says to how many of them it may be done', () => {
    const chosen = [row(0, ['claim_link']), row(1, ['release_link', 'record_finding']), row(2, ['record_finding'])];
    expect(actsOn(chosen).map((one) => [one.act, one.rows.length])).toEqual([['claim_link', 1], ['release_link', 1], ['record_finding', 2]]);
    expect(actsOn([])).toEqual([]);
  });
});
