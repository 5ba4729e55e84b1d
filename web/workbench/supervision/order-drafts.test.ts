import { expect, test } from 'vitest';
import { orderDraftsIn } from './order-drafts.ts';

test('Words about an order are kept apart by act, and go when that act is done', () => {
  const kept = new Map<string, string>();
  const drafts = orderDraftsIn(() => ({ getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value), removeItem: (key) => void kept.delete(key) }));
  drafts.write('01', 'return', { choice: '', words: '请说明交接情况' });
  drafts.write('01', 'close', { choice: 'put_right', words: '同意办结' });
  drafts.write('02', 'close', { choice: 'excused', words: '理由成立' });
  drafts.drop('01', 'close');
  expect([drafts.read('01', 'return').words, drafts.read('01', 'close'), drafts.read('02', 'close').choice]).toEqual(['请说明交接情况', { choice: '', words: '' }, 'excused']);
});
