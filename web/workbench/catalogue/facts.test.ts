import { describe, expect, it } from 'vitest';
import { provenanceOf } from './facts.ts';

const item = {
  sources: { law: { title: '深圳经济特区居住证条例', url: 'https://www.sz.gov.cn/', read_on: '2026-11-23' } },
  evidence: {
    '/implementation_item/promise_day': { source: 'law', verified: true },
    '/handling_items/0/materials': { verified: false, note: '只读到邻市的材料清单' },
    '/implementation_item/fees': { source: 'missing', verified: true },
  },
};

describe('where a fact was read', () => {
  it('is its own entry with the source, or that of the part it lies in', () => {
    expect(provenanceOf(item, '/implementation_item/promise_day')).toEqual({ verified: true, note: undefined, title: '深圳经济特区居住证条例', url: 'https://www.sz.gov.cn/' });
    expect(provenanceOf(item, '/handling_items/0/materials/3/accept_stand')).toMatchObject({ verified: false, note: '只读到邻市的材料清单' });
  });

  it('counts as unverified without an entry, and names no source that the file does not have', () => {
    expect(provenanceOf(item, '/implementation_item/dept')).toEqual({ verified: false });
    expect(provenanceOf(item, '/implementation_item/fees').title).toBeUndefined();
  });
});
