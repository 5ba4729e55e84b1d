import { describe, expect, it } from 'vitest';
import { opinionsIn, type Keep } from './opinion-drafts.ts';

function storage(): Keep & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return { kept, getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value), removeItem: (key) => void kept.delete(key) };
}

describe('what an officer was about to say', () => {
  it('is kept for each link of each matter until the act is done', () => {
    const keep = storage();
    const drafts = opinionsIn(() => keep);
    drafts.write('m1', 'l1', { choice: 'refused', words: '收入超过标准' });
    drafts.write('m1', 'l2', { choice: '', words: '同意' });
    expect(drafts.read('m1', 'l1')).toEqual({ choice: 'refused', words: '收入超过标准' });
    expect(drafts.read('m1', 'l2')).toEqual({ choice: '', words: '同意' });
    expect(drafts.read('m2', 'l1')).toEqual({ choice: '', words: '' });
    drafts.drop('m1', 'l1');
    expect(drafts.read('m1', 'l1')).toEqual({ choice: '', words: '' });
    expect(drafts.read('m1', 'l2').words).toBe('同意');
  });

  it('leaves nothing behind when it is taken back', () => {
    const keep = storage();
    const drafts = opinionsIn(() => keep);
    drafts.write('m1', 'l1', { choice: '', words: '改' });
    drafts.write('m1', 'l1', { choice: '', words: '  ' });
    expect(keep.kept.size).toBe(0);
  });

  it('never stops the work: damaged, full or closed storage reads as empty', () => {
    const keep = storage();
    keep.kept.set('yimen.opinion m1 l1', '{not json');
    expect(opinionsIn(() => keep).read('m1', 'l1')).toEqual({ choice: '', words: '' });
    const full: Keep = { ...keep, setItem: () => { throw new DOMException('full', 'QuotaExceededError'); } };
    expect(() => opinionsIn(() => full).write('m1', 'l1', { choice: 'granted', words: 'x' })).not.toThrow();
    expect(opinionsIn(() => undefined).read('m1', 'l1')).toEqual({ choice: '', words: '' });
  });
});
