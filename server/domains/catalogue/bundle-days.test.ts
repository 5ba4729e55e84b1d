import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedDays, criticalPath, ordered, type Timed } from './bundle-days.ts';

/** A graph without circles: each part may wait for parts named before it. */
const acyclic: fc.Arbitrary<readonly Timed[]> = fc
  .array(fc.record({ days: fc.integer({ min: 0, max: 20 }), after: fc.array(fc.nat(), { maxLength: 3 }) }), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.map((part, i) => ({ element: `p${i}`, days: part.days, after: i === 0 ? [] : [...new Set(part.after.map((n) => `p${n % i}`))] })));

/** Every line from a part back to one that waits for nothing, tried one by one. */
function everyLine(parts: readonly Timed[], element: string): readonly number[] {
  const part = parts.find((one) => one.element === element);
  if (!part) return [];
  return part.after.length === 0 ? [part.days] : part.after.flatMap((before) => everyLine(parts, before).map((days) => days + part.days));
}

describe('The longest line through the items of a bundle', () => {
  it('is as long as the longest of all lines, and its parts add up to it', () => {
    fc.assert(
      fc.property(acyclic, (parts) => {
        const { days, elements } = criticalPath(parts);
        const longest = Math.max(...parts.flatMap((part) => everyLine(parts, part.element)));
        expect(days).toBe(Math.max(1, longest));
        expect(elements.reduce((sum, element) => sum + (parts.find((part) => part.element === element)?.days ?? 0), 0)).toBe(longest);
        elements.forEach((element, i) => {
          const before = elements[i - 1];
          if (before !== undefined) expect(parts.find((part) => part.element === element)?.after).toContain(before);
        });
      }),
    );
  });

  it('does not depend on the order in which the parts are written', () => {
    fc.assert(fc.property(acyclic, (parts) => void expect(criticalPath([...parts].reverse()).days).toBe(criticalPath(parts).days)));
  });

  it('is a working day at least, and begins with what waits for nothing', () => {
    expect(criticalPath([{ element: 'a', after: [], days: 0 }])).toEqual({ days: 1, elements: ['a'] });
    expect(criticalPath([{ element: 'a', after: [], days: 0 }, { element: 'b', after: ['a'], days: 4 }])).toEqual({ days: 4, elements: ['a', 'b'] });
  });
});

describe('Parts that wait for each other', () => {
  it('are put in an order in which each comes after those it waits for', () => {
    fc.assert(
      fc.property(acyclic, (parts) => {
        const sorted = ordered([...parts].reverse());
        expect(sorted.ok).toBe(true);
        const names = sorted.ok ? sorted.parts.map((part) => part.element) : [];
        for (const part of parts) for (const before of part.after) expect(names.indexOf(before)).toBeLessThan(names.indexOf(part.element));
      }),
    );
  });

  it('in a circle are named', () => {
    expect(ordered([{ element: 'a', after: [] }, { element: 'b', after: ['c'] }, { element: 'c', after: ['b'] }])).toEqual({ ok: false, circle: ['b', 'c'] });
  });
});

describe('A promise counted in working days', () => {
  it.each([
    [{ promise_day: 5, promise_type: 'working_day' }, 5],
    [{ promise_day: 7, promise_type: 'calendar_day' }, 6],
    [{ promise_day: 30, promise_type: 'calendar_day' }, 23],
    [{ promise_day: 5, promise_type: 'calendar_day' }, 5],
    [{ promise_day: 25, promise_type: 'hour' }, 2],
    [{ promise_day: 1, promise_type: 'month' }, 23],
  ] as const)('%j is %i', (promise, days) => {
    expect(countedDays(promise, false)).toBe(days);
    expect(countedDays(promise, true)).toBe(days);
  });

  it('on the spot is the same day where it begins with the acceptance, and a day of its own where it waits for another', () => {
    expect(countedDays({ promise_day: 0, promise_type: 'on_the_spot' }, false)).toBe(0);
    expect(countedDays({ promise_day: 0, promise_type: 'on_the_spot' }, true)).toBe(1);
  });

  it('is never shorter than the calendar days it stands for, whatever weekday it begins on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 6 }), (amount, weekday) => {
        let calendar = 0;
        for (let left = countedDays({ promise_day: amount, promise_type: 'calendar_day' }, false); left > 0; ) {
          calendar += 1;
          if ((weekday + calendar) % 7 < 5) left -= 1;
        }
        expect(calendar).toBeGreaterThanOrEqual(amount);
      }),
    );
  });
});
