import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor, HeldPost, Role } from '../../kernel/actor.ts';
import { fiveOf, percentOf } from './five.ts';
import { monthAfter, monthOf, monthsBetween, monthsOf, quarterOf, yearOf } from './periods.ts';
import { listableIn, maySeeFigures, measurePermissions, ownPlace } from './policy.ts';
import { countNames, type Counts } from './tally.ts';

const counts = (more: Partial<Counts>): Counts => ({ ...(Object.fromEntries(countNames.map((name) => [name, 0])) as unknown as Counts), ...more });

describe('The five hundred-percents', () => {
  test('are shares of what was counted: numerator and denominator, never a typed number', () => {
    const all = counts({ filed: 100, one_number: 97, judged: 80, in_time: 79, visits_judged: 75, visits_kept: 70 });
    const window = counts({ filed: 40, general_window: 39 });
    const items = [{ atWindow: true, inHall: true, online: true, visits: 0 }, { atWindow: true, inHall: true, online: false, visits: 1 }, { atWindow: false, inHall: false, online: true, visits: 2 }];
    expect(fiveOf({ all, window, items, orders: { due: 4, inTime: 3 } })).toEqual({
      'one_number.matters': { numerator: 97, denominator: 100 }, 'one_window.matters': { numerator: 39, denominator: 40 }, 'one_window.items': { numerator: 2, denominator: 3 },
      'one_net.matters': { numerator: 60, denominator: 100 }, 'one_net.items': { numerator: 1, denominator: 2 }, 'one_visit.matters': { numerator: 70, denominator: 75 }, 'one_visit.items': { numerator: 2, denominator: 3 },
      'sunshine.matters': { numerator: 79, denominator: 80 }, 'sunshine.orders': { numerator: 3, denominator: 4 },
    });
  });

  test('100 is said only where nothing is missing, and nothing where there is nothing to count', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 0, max: 1_000_000 }), (denominator, raw) => {
      const numerator = raw % (denominator + 1);
      const percent = percentOf({ numerator, denominator }) ?? -1;
      expect(percent === 100).toBe(numerator === denominator);
      expect(percent).toBeLessThanOrEqual((numerator * 100) / denominator);
    }));
    expect(percentOf({ numerator: 9_999, denominator: 10_000 })).toBe(99.9);
    expect(percentOf({ numerator: 0, denominator: 0 })).toBeNull();
  });
});

describe('Months, quarters and years', () => {
  test('their first and last months', () => {
    expect([monthsOf('2026'), monthsOf('2026-Q4'), monthsOf('2026-02')]).toEqual([{ from: '2026-01', to: '2026-12' }, { from: '2026-10', to: '2026-12' }, { from: '2026-02', to: '2026-02' }]);
    expect([quarterOf('2026-01'), quarterOf('2026-03'), quarterOf('2026-04'), quarterOf('2026-12'), yearOf('2026-Q4'), monthOf('2026-11-23')]).toEqual(['2026-Q1', '2026-Q1', '2026-Q2', '2026-Q4', 2026, '2026-11']);
  });

  test('moving on and back over the turn of a year', () => {
    expect([monthAfter('2026-11', 2), monthAfter('2026-11', -11), monthAfter('2026-01', -1), monthsBetween('2025-12', '2026-11'), monthsBetween('2026-11', '2026-10')]).toEqual(['2027-01', '2025-12', '2025-12', 12, 0]);
  });
});

const covers = (ancestor: string, unit: string): boolean => unit.startsWith(ancestor);
const staff = (...posts: readonly HeldPost[]): Actor => ({ kind: 'staff', staffId: '0190b000-0000-7000-8000-0000000000d1', posts });
const post = (role: Role, unit: string, institution: string): HeldPost => ({ role, unit, institution });
const city = { unit: '4403', institution: null };
const district = { unit: '440303', institution: null };
const bureau = { unit: '440303', institution: 'MZ.440303' };
const hall = { unit: '440303005', institution: 'HALL.440303005' };

const y = true;
const n = false;
/** Who → sees the figures of the city, a district, a bureau of it, a hall in it; lists their matters. */
const matrix: readonly (readonly [string, Actor, figures: readonly boolean[], lists: readonly boolean[]])[] = [
  ['a supervisor of the city', staff(post('supervisor', '4403', 'JW.4403')), [y, y, y, y], [y, y, y, y]],
  ['a supervisor of the district', staff(post('supervisor', '440303', 'JW.440303')), [n, y, y, y], [n, y, y, y]],
  ['a supervisor of another district', staff(post('supervisor', '440304', 'JW.440304')), [n, n, n, n], [n, n, n, n]],
  ['the manager of the hall', staff(post('hall_manager', '440303005', 'HALL.440303005')), [n, n, n, y], [n, n, n, y]],
  ['an approver of the bureau', staff(post('approver', '440303', 'MZ.440303')), [n, n, y, n], [n, n, y, n]],
  ['an administrator', staff(post('administrator', '440303', 'SJ.440303')), [y, y, y, y], [n, n, n, n]],
  ['an administrator who is the hall’s manager too', staff(post('administrator', '440303', 'SJ.440303'), post('hall_manager', '440303005', 'HALL.440303005')), [y, y, y, y], [n, n, n, y]],
  ['an officer of the bureau', staff(post('officer', '440303', 'MZ.440303')), [n, n, n, n], [n, n, n, n]],
  ['a window clerk of the hall', staff(post('window_clerk', '440303005', 'HALL.440303005')), [n, n, n, n], [n, n, n, n]],
  ['a resident', { kind: 'resident', partyId: '0190b000-0000-7000-8000-000000000001' }, [n, n, n, n], [n, n, n, n]],
  ['nobody', { kind: 'anonymous' }, [n, n, n, n], [n, n, n, n]],
  ['the program itself', { kind: 'system', job: 'measures.rebuild' }, [n, n, n, n], [n, n, n, n]],
];

describe.each(matrix)('%s', (_who, actor, figures, lists) => {
  test('sees these figures and no others', () => {
    expect([city, district, bureau, hall].map((place) => maySeeFigures(actor, place, covers))).toEqual(figures);
  });

  test('lists these matters and no others', () => {
    expect([city, district, bureau, hall].map((place) => listableIn(actor, place, covers) !== undefined)).toEqual(lists);
  });

  test('may try exactly where something could be open', () => {
    expect(measurePermissions.figures.mayTry(actor)).toBe(figures.some(Boolean) || (actor.kind === 'staff' && actor.posts.some((one) => one.role === 'supervisor')));
    expect(measurePermissions.sunshine.mayTry(actor)).toBe(true);
  });
});

describe('Whose matters a supervisor lists at an institution', () => {
  test('only those over his own areas: a hall also takes what belongs elsewhere', () => {
    expect(listableIn(staff(post('supervisor', '440303', 'JW.440303')), hall, covers)).toEqual({ areas: ['440303'] });
    expect(listableIn(staff(post('supervisor', '440303', 'JW.440303')), district, covers)).toEqual({ areas: 'all' });
    expect(listableIn(staff(post('supervisor', '440303', 'JW.440303'), post('hall_manager', '440303005', 'HALL.440303005')), hall, covers)).toEqual({ areas: 'all' });
  });
});

describe('Where the figures begin', () => {
  test('with the unit supervised, the own institution, the city for an administrator', () => {
    expect([ownPlace(staff(post('approver', '440303', 'MZ.440303'), post('supervisor', '440304', 'JW.440304'))), ownPlace(staff(post('hall_manager', '440303005', 'HALL.440303005'))), ownPlace(staff(post('administrator', '440303', 'SJ.440303')))])
      .toEqual([{ unit: '440304' }, { institution: 'HALL.440303005' }, null]);
  });
});
