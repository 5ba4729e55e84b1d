import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accept, refuse, replay } from './decider.ts';

describe('a decision', () => {
  it('is facts in their order', () => {
    expect(accept('a', 'b')).toEqual({ ok: true, facts: ['a', 'b'] });
    expect(accept()).toEqual({ ok: true, facts: [] });
  });

  it('or a code with what its sentence needs, and the inputs at fault only where there are some', () => {
    expect(refuse('lamp.dark')).toEqual({ ok: false, code: 'lamp.dark', params: {} });
    expect(refuse('lamp.dark', { watts: 3 }, [{ pointer: '/watts', code: 'input.too_small', params: {} }])).toEqual({
      ok: false, code: 'lamp.dark', params: { watts: 3 }, errors: [{ pointer: '/watts', code: 'input.too_small', params: {} }],
    });
  });
});

describe('replay', () => {
  it('folds from the left, and in two parts as in one', () => {
    const evolve = (state: string, fact: string) => `${state}(${fact})`;
    fc.assert(
      fc.property(fc.array(fc.string()), fc.nat(20), (facts, cut) => {
        expect(replay(evolve, facts, '·')).toBe(replay(evolve, facts.slice(cut), replay(evolve, facts.slice(0, cut), '·')));
        expect(replay(evolve, facts, '·')).toBe(`·${facts.map((fact) => `(${fact})`).join('')}`);
      }),
    );
  });
});
