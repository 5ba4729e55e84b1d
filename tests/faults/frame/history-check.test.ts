import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingsOf, type Step, type Transaction } from './history-check.ts';

const read = (key: string, ...saw: number[]): Step => ({ read: key, saw });
const append = (key: string, value: number): Step => ({ append: key, value });
/** All at once, unless told otherwise: real time then says nothing about the order. */
const done = (...steps: Step[]): Transaction => ({ outcome: 'ok', steps, from: 0, to: 9 });
const failed = (...steps: Step[]): Transaction => ({ ...done(...steps), outcome: 'failed' });
const unknown = (...steps: Step[]): Transaction => ({ ...done(...steps), outcome: 'unknown' });
const last = (...steps: Step[]): Transaction => ({ ...done(...steps), from: 8 });
const anomalies = (...history: Transaction[]) => [...new Set(findingsOf(history).map((finding) => finding.anomaly))];

describe('each planted history is found by its name', () => {
  it('G0: two wrote over each other, in one list in this order and in the other in that', () => {
    expect(anomalies(done(append('x', 1), append('y', 2)), done(append('x', 3), append('y', 4)), last(read('x', 1, 3), read('y', 4, 2)))).toEqual(['G0']);
  });
  it('G1a: what was read was refused', () => {
    expect(anomalies(failed(append('x', 1)), done(read('x', 1)))).toEqual(['G1a']);
    expect(anomalies(done(read('x', 77)))).toEqual(['G1a']);
  });
  it('G1b: what was read was only half of an act', () => {
    expect(anomalies(done(append('x', 1), append('x', 2)), done(read('x', 1)), last(read('x', 1, 2)))).toContain('G1b');
  });
  it('G1c: each knew of the other', () => {
    expect(anomalies(done(append('x', 1), read('y', 2)), done(append('y', 2), read('x', 1)))).toEqual(['G1c']);
  });
  it('lost update: both went on from the same', () => {
    expect(anomalies(done(read('x'), append('x', 1)), done(read('x'), append('x', 2)), last(read('x', 1, 2)))).toContain('lost update');
    expect(anomalies(done(read('x'), append('x', 1)), unknown(read('x'), append('x', 2)), last(read('x', 1, 2)))).toContain('lost update');
  });
  it('G-single: one act seen in one list, and not in the other', () => {
    expect(anomalies(done(append('x', 1), append('y', 2)), done(read('x', 1), read('y')), last(read('x', 1), read('y', 2)))).toEqual(['G-single']);
  });
  it('G2: each decided on what the other changed', () => {
    expect(anomalies(done(read('x'), append('y', 1)), done(read('y'), append('x', 2)), last(read('x', 2), read('y', 1)))).toEqual(['G2']);
  });
  it('what no order explains: reads that disagree, a value twice, one that is gone, a read of the past', () => {
    expect(anomalies(done(append('x', 1)), done(append('x', 2)), done(read('x', 1, 2)), done(read('x', 2)))).toContain('disagreeing order');
    expect(anomalies(done(append('x', 1)), done(read('x', 1, 1)))).toContain('value twice');
    expect(anomalies(done(append('x', 1)), done(read('x')))).toEqual(['value gone']);
    expect(anomalies({ ...done(append('x', 1)), to: 1 }, { ...done(read('x')), from: 2 }, last(read('x', 1)))).toEqual(['stale read']);
  });
});

it('what nobody was told of may be there or not', () => {
  expect(anomalies(unknown(append('x', 1)), unknown(append('x', 2)), done(read('x')), last(read('x', 2)))).toEqual([]);
});

type Wish = { readonly kind: 'read' | 'append'; readonly key: string };
const wishes = fc.array(fc.array(fc.record({ kind: fc.constantFrom('read' as const, 'append' as const), key: fc.constantFrom('x', 'y', 'z') }), { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 40 });

/** One after the other, as they stand. */
function serial(list: readonly (readonly Wish[])[]): Transaction[] {
  const lists = new Map<string, number[]>([['x', []], ['y', []], ['z', []]]);
  let value = 0;
  const history = list.map((steps, n): Transaction => ({
    outcome: 'ok', from: n, to: n + 0.5,
    // An own append is not read back: nobody in the product does.
    steps: [...steps].sort((a, b) => (a.kind === b.kind ? 0 : a.kind === 'read' ? -1 : 1)).map((wish): Step => {
      const now = lists.get(wish.key) ?? [];
      if (wish.kind === 'read') return read(wish.key, ...now);
      lists.set(wish.key, [...now, (value += 1)]);
      return append(wish.key, value);
    }),
  }));
  return [...history, { ...done(...[...lists].map(([key, now]) => read(key, ...now))), from: list.length, to: list.length }];
}

it('what was done one after the other has no anomaly, whatever order it is told in', () => {
  fc.assert(fc.property(wishes, fc.infiniteStream(fc.nat()), (list, order) => {
    const shuffled = serial(list).map((transaction) => [order.next().value as number, transaction] as const).sort(([a], [b]) => a - b).map(([, transaction]) => transaction);
    expect(findingsOf(shuffled)).toEqual([]);
  }), { numRuns: 300 });
});

it('one value taken out of what was read last is always found', () => {
  fc.assert(fc.property(wishes, fc.nat(), (list, which) => {
    const history = serial(list);
    const end = history.pop() as Transaction;
    const values = end.steps.flatMap((step) => ('read' in step ? step.saw : []));
    fc.pre(values.length > 0);
    const victim = values[which % values.length];
    const bent = end.steps.map((step): Step => ('read' in step ? { ...step, saw: step.saw.filter((value) => value !== victim) } : step));
    expect(findingsOf([...history, { ...end, steps: bent }])).not.toEqual([]);
  }), { numRuns: 200 });
});

it('a history of twenty thousand is judged in one go', () => {
  const list = Array.from({ length: 20_000 }, (_unused, n): Wish[] => [{ kind: 'read', key: 'xyz'[n % 3] ?? 'x' }]);
  expect(findingsOf(serial(list))).toEqual([]);
});
