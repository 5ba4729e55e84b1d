import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hiddenCells, smallestShown, type Sum } from './suppress.ts';

/** Rows, columns, periods: every cell of places × items × months with all their totals, as the public pages show them one after the other. */
interface Cube {
  readonly values: readonly number[];
  readonly sums: readonly Sum[];
}

function cubeOf(places: number, items: number, quarters: number, inner: readonly number[]): Cube {
  const values: number[] = [];
  const sums: Sum[] = [];
  const at = new Map<string, number>();
  const put = (key: string, value: number): number => {
    at.set(key, values.push(value) - 1);
    return values.length - 1;
  };
  const get = (key: string): number => at.get(key) as number;
  const months = quarters * 3;
  let n = 0;
  for (let p = 0; p < places; p += 1) for (let i = 0; i < items; i += 1) for (let m = 0; m < months; m += 1) put(`${p} ${i} m${m}`, inner[n++ % inner.length] as number);
  const total = (key: string, children: readonly string[]): void => {
    const cells = children.map(get);
    sums.push({ parent: put(key, cells.reduce((sum, cell) => sum + (values[cell] as number), 0)), children: cells });
  };
  const add = (key: string, children: readonly string[]): void => void sums.push({ parent: get(key), children: children.map(get) });
  const range = (size: number): readonly number[] => Array.from({ length: size }, (_, index) => index);
  const times = [...range(months).map((m) => `m${m}`), ...range(quarters).map((q) => `q${q}`), 'year'];
  for (const p of range(places)) {
    for (const i of range(items)) {
      for (const q of range(quarters)) total(`${p} ${i} q${q}`, range(3).map((m) => `${p} ${i} m${q * 3 + m}`));
      total(`${p} ${i} year`, range(quarters).map((q) => `${p} ${i} q${q}`));
    }
  }
  for (const time of times) {
    for (const p of range(places)) total(`${p} * ${time}`, range(items).map((i) => `${p} ${i} ${time}`));
    for (const i of range(items)) total(`* ${i} ${time}`, range(places).map((p) => `${p} ${i} ${time}`));
    total(`* * ${time}`, range(places).map((p) => `${p} * ${time}`));
    add(`* * ${time}`, range(items).map((i) => `* ${i} ${time}`));
  }
  for (const head of [...range(places).map((p) => `${p} *`), ...range(items).map((i) => `* ${i}`), '* *']) {
    for (const q of range(quarters)) add(`${head} q${q}`, range(3).map((m) => `${head} m${q * 3 + m}`));
    add(`${head} year`, range(quarters).map((q) => `${head} q${q}`));
  }
  return { values, sums };
}

/** Somebody with a pencil: wherever one number of a sum is missing he works it out, and goes on with what he has found. */
function subtracts(cube: Cube, hidden: readonly boolean[]): ReadonlyMap<number, number> {
  const known = new Map<number, number>();
  cube.values.forEach((value, cell) => {
    // He knows where nothing happened, too: a nought protects nobody.
    if (!hidden[cell] || value === 0) known.set(cell, value);
  });
  const found = new Map<number, number>();
  for (let more = true; more; ) {
    more = false;
    for (const { parent, children } of cube.sums) {
      const missing = [parent, ...children].filter((cell) => !known.has(cell));
      if (missing.length !== 1) continue;
      const [cell] = missing as [number];
      const value = cell === parent
        ? children.reduce((sum, child) => sum + (known.get(child) as number), 0)
        : (known.get(parent) as number) - children.filter((child) => child !== cell).reduce((sum, child) => sum + (known.get(child) as number), 0);
      known.set(cell, value);
      found.set(cell, value);
      more = true;
    }
  }
  return found;
}

/** Somebody with a computer: solves all sums together in fractions (floating point, small tables), and finds every number that has only one value. */
function solves(cube: Cube, hidden: readonly boolean[]): readonly number[] {
  const unknowns = cube.values.flatMap((value, cell) => (hidden[cell] && value > 0 ? [cell] : []));
  const column = new Map(unknowns.map((cell, index) => [cell, index]));
  const rows = cube.sums.map(({ parent, children }) => {
    const row = new Array<number>(unknowns.length).fill(0);
    for (const child of children) if (column.has(child)) row[column.get(child) as number] = 1;
    if (column.has(parent)) row[column.get(parent) as number] = -1;
    return row;
  });
  let top = 0;
  for (let c = 0; c < unknowns.length && top < rows.length; c += 1) {
    let best = top;
    for (let r = top; r < rows.length; r += 1) if (Math.abs(rows[r]?.[c] ?? 0) > Math.abs(rows[best]?.[c] ?? 0)) best = r;
    const pivot = rows[best] as number[];
    if (Math.abs(pivot[c] as number) < 1e-9) continue;
    [rows[best], rows[top]] = [rows[top] as number[], pivot];
    const scale = pivot[c] as number;
    for (let k = c; k < unknowns.length; k += 1) pivot[k] = (pivot[k] as number) / scale;
    rows.forEach((row, r) => {
      const factor = row[c] as number;
      if (r === top || Math.abs(factor) < 1e-12) return;
      for (let k = c; k < unknowns.length; k += 1) row[k] = (row[k] as number) - factor * (pivot[k] as number);
    });
    top += 1;
  }
  return rows.flatMap((row) => {
    const left = row.flatMap((value, index) => (Math.abs(value) > 1e-7 ? [index] : []));
    return left.length === 1 ? [unknowns[left[0] as number] as number] : [];
  });
}

const cubes = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 2 }))
  .chain(([places, items, quarters]) => fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 400 })), { minLength: places * items * quarters * 3, maxLength: places * items * quarters * 3 })
    .map((inner) => cubeOf(places, items, quarters, inner)));

describe('Public cells below ten', () => {
  test('one small district is kept back together with the next smallest, so that the city less the others does not give it away', () => {
    const values = [3, 40, 25, 900, 968];
    expect(hiddenCells(values, [{ parent: 4, children: [0, 1, 2, 3] }])).toEqual([true, false, true, false, false]);
  });

  test('two small ones that come to less than ten together take a third with them: their sum would be a small cell', () => {
    const values = [3, 4, 25, 900, 932];
    expect(hiddenCells(values, [{ parent: 4, children: [0, 1, 2, 3] }])).toEqual([true, true, true, false, false]);
  });

  test('a total is kept back where its only part is', () => {
    expect(hiddenCells([30, 30, 2, 32], [{ parent: 1, children: [0] }, { parent: 3, children: [1, 2] }])).toEqual([true, true, true, false]);
  });

  test('a nought is kept back, and takes nothing with it', () => {
    expect(hiddenCells([0, 40, 25, 65], [{ parent: 3, children: [0, 1, 2] }])).toEqual([true, false, false, false]);
  });

  test('nothing is kept back where nothing is small', () => {
    expect(hiddenCells([10, 11, 21], [{ parent: 2, children: [0, 1] }])).toEqual([false, false, false]);
  });

  test('a small cell is never shown, and whoever subtracts never works one out', () => {
    fc.assert(fc.property(cubes, (cube) => {
      const hidden = hiddenCells(cube.values, cube.sums);
      cube.values.forEach((value, cell) => expect(value < smallestShown && !hidden[cell]).toBe(false));
      expect([...subtracts(cube, hidden)]).toEqual([]);
    }), { numRuns: 400 });
  });

  test('whoever solves all pages together as equations works none out either', () => {
    fc.assert(fc.property(cubes, (cube) => {
      expect(solves(cube, hiddenCells(cube.values, cube.sums))).toEqual([]);
    }), { numRuns: 120 });
  });

  test('the attackers find what is not covered: with the small cells alone kept back they work numbers out', () => {
    const cube = cubeOf(2, 3, 1, [3, 40, 25, 90, 60, 70]);
    const onlySmall = cube.values.map((value) => value < smallestShown);
    expect(subtracts(cube, onlySmall).size).toBeGreaterThan(0);
    expect(solves(cube, onlySmall).length).toBeGreaterThan(0);
  });
});
