import { describe, expect, it, test } from 'vitest';
import { lightOf, maskedTail, type HallMatter } from './hall-screen.ts';

const matter: HallMatter = {
  numberTail: '0042', taskCode: 'YM-05-0001-01', status: 'accepted', dueOn: '2026-11-30', warnAt: '2026-11-26T16:00:00.000Z', dueAt: '2026-11-30T15:59:59.999Z',
};

describe('the light of a matter in a hall', () => {
  test.each([
    ['green', 'before the warning line', '2026-11-26T15:59:59.999Z'],
    ['yellow', 'from the warning line on', '2026-11-26T16:00:00.000Z'],
    ['yellow', 'in the last moment of the last day', '2026-11-30T15:59:59.999Z'],
    ['red', 'in the first moment after', '2026-11-30T16:00:00.000Z'],
  ] as const)('L-040: is %s %s', (light, _when, now) => {
    expect(lightOf(matter, now)).toBe(light);
  });

  test.each([
    ['green', 'until the pause begins', '2026-11-23T01:59:59.999Z'],
    ['paused', 'from its first moment', '2026-11-23T02:00:00.000Z'],
    ['paused', 'to its last', '2026-12-02T01:59:59.999Z'],
    ['red', 'when it ended and the date is past', '2026-12-02T02:00:00.000Z'],
  ] as const)('L-040: is %s %s', (light, _when, now) => {
    expect(lightOf({ ...matter, stoppedFrom: '2026-11-23T02:00:00.000Z', stoppedUntil: '2026-12-02T02:00:00.000Z' }, now)).toBe(light);
  });

  test.each(['completed', 'withdrawn', 'not_accepted', 'terminated'])('is none of a matter that is %s: it was in time or late when it ended, not today', (status) => {
    expect(lightOf({ ...matter, status }, '2027-01-01T00:00:00.000Z')).toBeNull();
  });

  it('is none where no limit runs', () => {
    expect(lightOf({ ...matter, dueOn: null, dueAt: null, warnAt: null }, '2027-01-01T00:00:00.000Z')).toBeNull();
  });
});

it('of a number only the last four characters are shown, also where the whole number came', () => {
  expect([maskedTail('SZ20261123000042'), maskedTail('0042'), maskedTail('7')]).toEqual(['0042', '0042', '7']);
});
