import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds } from './checklist.ts';
import { both, conditionOf, either, inBundle, whenOf, type Condition } from './bundle-when.ts';

const atom = fc.record({ question: fc.constantFrom('a', 'b', 'c'), any_of: fc.subarray(['x', 'y', 'z'], { minLength: 1 }) });
const condition: fc.Arbitrary<Condition> = fc.array(fc.array(atom, { minLength: 1, maxLength: 2 }), { maxLength: 3 });
const answers = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y', 'z')).map((one) => new Map(Object.entries(one)));
const says = (one: Condition, given: ReadonlyMap<string, string>): boolean => holds(whenOf(one), given);

describe('Conditions of several parts', () => {
  it('joined, hold when one of them holds', () => {
    fc.assert(fc.property(condition, condition, answers, (one, other, given) => void expect(says(either(one, other), given)).toBe(says(one, given) || says(other, given))));
  });

  it('both asked for, hold when each holds', () => {
    fc.assert(fc.property(condition, condition, answers, (one, other, given) => void expect(says(both(one, other), given)).toBe(says(one, given) && says(other, given))));
  });

  it('are written and read back as they were', () => {
    fc.assert(fc.property(condition, answers, (one, given) => void expect(says(conditionOf(whenOf(one)), given)).toBe(says(one, given))));
  });

  it('under settled answers hold as with those answers given', () => {
    fc.assert(
      fc.property(condition, fc.constantFrom('x', 'y', 'z'), answers, (one, option, given) => {
        const settled = inBundle(whenOf(one), { names: { b: 'other_b' }, settled: { a: option }, offered: new Map() });
        const named = new Map([...given].filter(([question]) => question !== 'a').map(([question, value]) => [question === 'b' ? 'other_b' : question, value]));
        expect(settled !== 'never' && says(settled, named)).toBe(says(one, new Map([...given, ['a', option]])));
      }),
    );
  });

  it('never hold where only options that the bundle does not offer would do', () => {
    expect(inBundle([{ question: 'who', any_of: ['guardian'] }], { names: {}, settled: {}, offered: new Map([['who', ['self', 'agent']]]) })).toBe('never');
  });
});
