import { describe, expect, it } from 'vitest';
import { compare, type OurLine } from './compare.ts';

const today = '2026-11-24';
const ours = (n: number, change: Partial<OurLine> = {}): OurLine => ({ messageId: `m${n}`, number: `N${n}`, matterId: `id${n}`, linkId: `l${n}`, state: 'delivered', link: { done: false, doneBySystem: false, dueOn: '2026-11-30' }, ...change });
const theirs = (n: number, answered = false) => ({ messageId: `m${n}`, number: `N${n}`, answered });
const kinds = (...args: Parameters<typeof compare>) => compare(...args).differences.map((one) => [one.messageId, one.kind]);

describe('both sides of a day', () => {
  it('agree where every link that was sent is known there, and answered or open on both', () => {
    const done = ours(2, { link: { done: true, doneBySystem: true, dueOn: '2026-11-20' } });
    expect(compare([ours(1), done], [theirs(1), theirs(2, true)], today)).toEqual({ sent: 2, acknowledged: 2, answered: 1, overdue: 0, known: 2, differences: [] });
  });

  it('a link they said they took and do not have is lost there; one they never took is ours to deliver', () => {
    expect(kinds([ours(1), ours(2, { state: 'pending' }), ours(3, { state: 'failed' })], [], today)).toEqual([['m1', 'unknown_there'], ['m2', 'not_delivered'], ['m3', 'not_delivered']]);
  });

  it('what they have and we never sent is told, after our own', () => {
    expect(kinds([ours(1)], [theirs(9), theirs(1)], today)).toEqual([['m9', 'unknown_here']]);
  });

  it('an answer that never arrived, and one that they do not know of', () => {
    const done = ours(2, { link: { done: true, doneBySystem: true, dueOn: null } });
    expect(kinds([ours(1), done], [theirs(1, true), theirs(2)], today)).toEqual([['m1', 'answered_only_there'], ['m2', 'answered_only_here']]);
  });

  it('a link that people ended at a desk is no answer of theirs', () => {
    const byHand = ours(1, { link: { done: true, doneBySystem: false, dueOn: null } });
    expect(compare([byHand], [theirs(1)], today)).toMatchObject({ answered: 0, differences: [] });
  });

  it('open on its last day is in time, the day after it is beyond', () => {
    const due = ours(1, { link: { done: false, doneBySystem: false, dueOn: today } });
    expect(kinds([due], [theirs(1)], today)).toEqual([]);
    expect(kinds([due], [theirs(1)], '2026-11-25')).toEqual([['m1', 'overdue']]);
  });

  it('where the other side cannot be read only our own side speaks', () => {
    expect(compare([ours(1), ours(2, { state: 'pending' })], null, today)).toMatchObject({ known: null, differences: [{ messageId: 'm2', kind: 'not_delivered' }] });
  });
});
