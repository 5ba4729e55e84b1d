import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthsOf, quarterOf } from './periods.ts';
import { sunshineYear, type BaseCell, type SunshineYear } from './sunshine.ts';

const cell = (district: string, institution: string, taskCode: string, month: string, filed: number, more: Partial<BaseCell> = {}): BaseCell =>
  ({ district, institution, taskCode, month, filed, judged: filed, inTime: filed, completed: filed, ...more });
const ask = (year: SunshineYear, district: string | null, institution: string | null, taskCode: string | null, period: string) => year.cell({ district, institution, taskCode, period }).filed;

describe('The public page of a year', () => {
  test('shows what is ten or more and keeps back what is less', () => {
    const year = sunshineYear([cell('A', 'x', 'i', '2026-10', 50), cell('A', 'x', 'i', '2026-11', 9), cell('B', 'y', 'i', '2026-10', 60), cell('B', 'y', 'i', '2026-11', 70)], '2026-11');
    expect(ask(year, null, null, null, '2026-10')).toBe(110);
    expect(ask(year, 'A', null, null, '2026-11')).toBeNull();
    // The city less the other district, the quarter less the other month: both would give the nine away.
    expect(ask(year, 'B', null, null, '2026-11')).toBeNull();
    expect([ask(year, 'A', null, null, '2026-10'), ask(year, 'A', null, null, '2026-Q4')]).toContain(null);
  });

  test('a share needs ten judged matters, a median ten completed ones', () => {
    const year = sunshineYear([cell('A', 'x', 'i', '2026-11', 40, { judged: 9, inTime: 9, completed: 9 }), cell('A', 'x', 'j', '2026-11', 40, { judged: 30, inTime: 29, completed: 10 })], '2026-11');
    expect(year.cell({ district: null, institution: null, taskCode: 'i', period: '2026-11' })).toEqual({ filed: 40, inTimePercent: null, showsMedian: false });
    expect(year.cell({ district: null, institution: null, taskCode: 'j', period: '2026-11' })).toEqual({ filed: 40, inTimePercent: 96, showsMedian: true });
  });

  test('a place, an item or a month without a matter looks like one with few', () => {
    const year = sunshineYear([cell('A', 'x', 'i', '2026-10', 50)], '2026-11');
    expect([ask(year, 'Z', null, null, '2026-10'), ask(year, 'A', null, 'none', '2026-10'), ask(year, 'A', null, null, '2026-11'), ask(year, null, null, null, '2027')]).toEqual([null, null, null, null]);
  });

  test('a year without any matter has nothing to show', () => {
    expect(ask(sunshineYear([], '2026-11'), null, null, null, '2026')).toBeNull();
  });

  test('sums that are shown agree with the cells they come from', () => {
    fc.assert(fc.property(fc.array(fc.record({
      district: fc.constantFrom('A', 'B', 'C'), institution: fc.constantFrom('x', 'y'), taskCode: fc.constantFrom('i', 'j', 'k'), month: fc.constantFrom('2026-08', '2026-09', '2026-10', '2026-11'), filed: fc.integer({ min: 1, max: 60 }),
    }), { maxLength: 40 }), (list) => {
      const unique = new Map(list.map((one) => [`${one.district} ${one.institution} ${one.taskCode} ${one.month}`, cell(one.district, one.institution, one.taskCode, one.month, one.filed)]));
      const cells = [...unique.values()];
      const year = sunshineYear(cells, '2026-11');
      for (const district of [null, 'A', 'B', 'C']) for (const institution of district ? [null, 'x', 'y'] : [null]) for (const taskCode of [null, 'i', 'j', 'k']) for (const period of ['2026-08', '2026-11', '2026-Q3', '2026-Q4', '2026']) {
        const shown = ask(year, district, institution, taskCode, period);
        const real = realOf(cells, [district, institution], taskCode, period);
        if (shown !== null) expect(shown).toBe(real);
        if (real < 10) expect(shown).toBeNull();
      }
    }), { numRuns: 100 });
  });

  test('what one page hides no other page gives away: whoever reads all pages of a year and subtracts finds nothing', () => {
    fc.assert(fc.property(fc.array(fc.record({
      district: fc.constantFrom('A', 'B', 'C'), institution: fc.constantFrom('x', 'y', 'z'), taskCode: fc.constantFrom('i', 'j', 'k'), month: fc.constantFrom('2026-07', '2026-08', '2026-09', '2026-10', '2026-11'), filed: fc.integer({ min: 1, max: 80 }),
    }), { minLength: 1, maxLength: 60 }), (list) => {
      const cells = [...new Map(list.map((one) => [`${one.district} ${one.institution} ${one.taskCode} ${one.month}`, cell(one.district, one.institution, one.taskCode, one.month, one.filed)])).values()];
      const year = sunshineYear(cells, '2026-11');
      expect(worksOut(year, cells.map((one) => one.month).sort()[0] as string, cells)).toEqual([]);
    }), { numRuns: 60 });
  });

  test('a whole city of a year is kept back in well under a second', () => {
    const cells: BaseCell[] = [];
    let n = 1;
    for (let d = 0; d < 11; d += 1) for (let i = 0; i < 43; i += 1) for (let m = 1; m <= 12; m += 1) for (let h = 0; h < (i < 8 ? 8 : i < 12 ? 60 : 1); h += 1) {
      n = (n * 48_271) % 2_147_483_647;
      if (n % 3 > 0) cells.push(cell(`D${d}`, `H${d}-${i < 12 ? h : i % 9}`, `T${i}`, `2026-${String(m).padStart(2, '0')}`, 1 + (n % 90)));
    }
    const before = process.cpuUsage();
    const year = sunshineYear(cells, '2026-12');
    const ms = process.cpuUsage(before).user / 1_000;
    console.log(`sunshine: ${cells.length} cells of a year kept back in ${ms.toFixed(0)} ms`);
    expect(ask(year, null, null, null, '2026')).not.toBeNull();
    expect(ms).toBeLessThan(5_000);
  });
});

/** What was really filed. */
function realOf(cells: readonly BaseCell[], [district, institution]: readonly [string | null, string | null], taskCode: string | null, period: string): number {
  const { from, to } = monthsOf(period);
  return cells.filter((one) => (district === null || one.district === district) && (institution === null || one.institution === institution) && (taskCode === null || one.taskCode === taskCode) && one.month >= from && one.month <= to)
    .reduce((sum, one) => sum + one.filed, 0);
}

/** Reads every public page of the year and works out single unknowns of the sums the pages speak of, as long as there are any. */
function worksOut(year: SunshineYear, first: string, cells: readonly BaseCell[]): readonly string[] {
  // Before the first filing there was nothing, and everybody knows it.
  const months = ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11'].filter((month) => month >= first);
  const quarters = [...new Set(months.map(quarterOf))];
  const periods = [...months, ...quarters, '2026'];
  const items = [null, ...year.items(null, null)];
  const places: readonly (readonly [string | null, string | null])[] = [[null, null], ...year.districts.flatMap((district): [string, string | null][] => [[district, null], ...year.institutions(district).map((one): [string, string] => [district, one])])];
  const known = new Map<string, number>();
  const name = (place: readonly [string | null, string | null], item: string | null, period: string) => `${place.join('/')} ${item} ${period}`;
  for (const place of places) for (const item of items) for (const period of periods) {
    const shown = ask(year, place[0], place[1], item, period);
    if (shown !== null) known.set(name(place, item, period), shown);
    // Where nothing happened he knows it: a nought protects nobody.
    else if (realOf(cells, place, item, period) === 0) known.set(name(place, item, period), 0);
  }
  const sums: (readonly [string, readonly string[]])[] = [];
  for (const period of periods) {
    for (const place of places) sums.push([name(place, null, period), items.filter((item) => item !== null).map((item) => name(place, item, period))]);
    for (const item of items) {
      sums.push([name([null, null], item, period), year.districts.map((district) => name([district, null], item, period))]);
      for (const district of year.districts) sums.push([name([district, null], item, period), year.institutions(district).map((one) => name([district, one], item, period))]);
    }
  }
  for (const place of places) for (const item of items) {
    sums.push([name(place, item, '2026'), quarters.map((quarter) => name(place, item, quarter))]);
    for (const quarter of quarters) sums.push([name(place, item, quarter), months.filter((month) => quarterOf(month) === quarter).map((month) => name(place, item, month))]);
  }
  const found: string[] = [];
  for (let more = true; more; ) {
    more = false;
    for (const [parent, children] of sums) {
      const missing = [parent, ...children].filter((one) => !known.has(one));
      if (missing.length !== 1) continue;
      const [one] = missing as [string];
      found.push(one);
      known.set(one, 0);
      more = true;
    }
  }
  return found;
}
