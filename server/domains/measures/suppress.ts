/**
 * Keeping back small cells of tables that add up, so that what is kept back cannot be worked out from what is shown
 * (product.md: no public cell below 10; the complementary suppression of official statistics).
 */

/** The smallest number that is shown. */
export const smallestShown = 10;

/** A sum that everybody can do: the parent is the sum of its children. All are places in the list of values. */
export interface Sum {
  readonly parent: number;
  readonly children: readonly number[];
}

/** Largest set of linked unknowns whose equations are solved as one system; a larger one is guarded by the rule on single sums alone. */
const mostSolved = 400;

/**
 * Which cells are kept back: every one below ten, and as few others as the rules need, the smallest first:
 *
 * - a shown sum has either no hidden part, or at least two hidden parts that come to ten or more together;
 * - a hidden sum has at least one hidden part.
 *
 * A nought is kept back like any number below ten, but nobody stands behind it: it protects nothing, and whoever reads may well know it. So
 * it counts as known in the rules, and "hidden" there means one or more.
 *
 * So no sum has a single unknown, and whoever subtracts, however often, never gets a first result. Where unknowns are linked through several
 * sums, their equations are solved besides, and a cell that comes out is covered by a further one.
 */
export function hiddenCells(values: readonly number[], sums: readonly Sum[]): readonly boolean[] {
  const hidden = values.map((value) => value > 0 && value < smallestShown);
  const around: number[][] = values.map(() => []);
  sums.forEach((sum, index) => {
    for (const cell of [sum.parent, ...sum.children]) around[cell]?.push(index);
  });
  const table: Table = { values, sums, around, hidden };
  settle(table, sums.map((_, index) => index));
  for (let solved = solvedCells(table); solved.length > 0; solved = solvedCells(table)) {
    const covers = solved.flatMap((cell) => coverOf(table, cell) ?? []);
    if (covers.length === 0) break;
    settle(table, covers.flatMap((cell) => hide(table, cell)));
  }
  return hidden.map((one, cell) => one || values[cell] === 0);
}

interface Table {
  readonly values: readonly number[];
  readonly sums: readonly Sum[];
  /** cell → the sums it is in */
  readonly around: readonly (readonly number[])[];
  /** what a reader must not learn; noughts are not among it */
  readonly hidden: boolean[];
}

function hide(table: Table, cell: number): readonly number[] {
  table.hidden[cell] = true;
  return table.around[cell] ?? [];
}

/** Mends sums until all keep the rules; cells are only ever hidden, so it ends. */
function settle(table: Table, from: readonly number[]): void {
  const open = [...from];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const sum = table.sums[index];
    if (!sum) continue;
    for (let cell = toHide(table, sum); cell !== undefined; cell = toHide(table, sum)) open.push(...hide(table, cell));
  }
}

/** The next cell a sum must have hidden, undefined where it keeps the rules. */
function toHide({ values, hidden }: Table, { parent, children }: Sum): number | undefined {
  let unknown = 0;
  let together = 0;
  let smallest: number | undefined;
  for (const child of children) {
    const value = values[child] ?? 0;
    if (hidden[child]) {
      unknown += 1;
      together += value;
    } else if (value > 0 && (smallest === undefined || value < (values[smallest] ?? 0))) smallest = child;
  }
  if (hidden[parent]) return unknown > 0 ? undefined : smallest;
  if (unknown === 0 || (unknown >= 2 && together >= smallestShown)) return undefined;
  return smallest ?? parent;
}

/**
 * A shown cell that makes a solved one unknown again: the smallest part of a sum it is in, else such a sum's total, else one of the sums that
 * are linked to it through other unknowns, the nearest first.
 */
function coverOf(table: Table, cell: number): number | undefined {
  const { sums, around, hidden } = table;
  const seen = new Set<number>();
  for (let ring: readonly number[] = around[cell] ?? []; ring.length > 0; ) {
    for (const index of ring) seen.add(index);
    const near = ring.flatMap((index) => sums[index] ?? []);
    const found = smallestOf(table, near.flatMap((sum) => sum.children)) ?? smallestOf(table, near.map((sum) => sum.parent));
    if (found !== undefined) return found;
    const unknowns = near.flatMap((sum) => [sum.parent, ...sum.children]).filter((one) => hidden[one]);
    ring = [...new Set(unknowns.flatMap((one) => around[one] ?? []))].filter((index) => !seen.has(index));
  }
  return undefined;
}

/** The smallest shown cell that is no nought; undefined where there is none. */
function smallestOf({ values, hidden }: Table, cells: readonly number[]): number | undefined {
  let smallest: number | undefined;
  for (const cell of cells) {
    const value = values[cell] ?? 0;
    if (!hidden[cell] && value > 0 && (smallest === undefined || value < (values[smallest] ?? 0))) smallest = cell;
  }
  return smallest;
}

/** Hidden cells that the equations determine, found in each linked set of unknowns that is not too large. */
function solvedCells(table: Table): readonly number[] {
  const seenSums = new Uint8Array(table.sums.length);
  const seenCells = new Uint8Array(table.values.length);
  const solved: number[] = [];
  table.sums.forEach((_, start) => {
    if (seenSums[start] === 1) return;
    const { indexes, unknowns } = linkedTo(table, start, seenSums, seenCells);
    if (unknowns > 0 && unknowns <= mostSolved) solved.push(...determined(indexes.map((index) => rowOf(table, index))));
  });
  return solved;
}

/** The sums that share unknowns with this one, directly or through others, and how many unknowns they have; marks what it has seen. */
function linkedTo({ sums, around, hidden }: Table, start: number, seenSums: Uint8Array, seenCells: Uint8Array): { indexes: readonly number[]; unknowns: number } {
  const indexes: number[] = [];
  let unknowns = 0;
  const open = [start];
  seenSums[start] = 1;
  const visit = (cell: number): void => {
    if (!hidden[cell] || seenCells[cell] === 1) return;
    seenCells[cell] = 1;
    unknowns += 1;
    for (const next of around[cell] ?? []) {
      if (seenSums[next] === 1) continue;
      seenSums[next] = 1;
      open.push(next);
    }
  };
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const sum = sums[index];
    if (!sum) continue;
    indexes.push(index);
    visit(sum.parent);
    for (const child of sum.children) visit(child);
  }
  return { indexes, unknowns };
}

type Row = Map<number, number>;

/** Unknowns of a sum with their signs; what is shown is a known number and does not matter here. */
function rowOf({ sums, hidden }: Table, index: number): Row {
  const row: Row = new Map();
  const sum = sums[index];
  for (const child of sum?.children ?? []) if (hidden[child]) row.set(child, 1);
  if (sum && hidden[sum.parent]) row.set(sum.parent, (row.get(sum.parent) ?? 0) + prime - 1);
  return row;
}

/** Coefficients are whole numbers modulo a prime: exact, and as good as fractions for telling what is determined. */
const prime = 998_244_353;
const times = (a: number, b: number): number => Number((BigInt(a) * BigInt(b)) % BigInt(prime));

function inverse(a: number): number {
  let result = 1;
  let base = a;
  for (let power = prime - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = times(result, base);
    base = times(base, base);
  }
  return result;
}

/** The unknowns with an equation of their own once the system is solved (reduced row echelon form): these, and only these, are determined. */
function determined(rows: readonly Row[]): readonly number[] {
  const pivots = new Map<number, Row>();
  for (const start of rows) {
    const row: Row = new Map(start);
    for (const [cell, pivot] of pivots) {
      const factor = row.get(cell);
      if (factor !== undefined) subtract(row, pivot, factor);
    }
    const [first] = row;
    if (first === undefined) continue;
    const [cell, factor] = first;
    const scale = inverse(factor);
    for (const [one, value] of row) row.set(one, times(value, scale));
    for (const pivot of pivots.values()) {
      const other = pivot.get(cell);
      if (other !== undefined) subtract(pivot, row, other);
    }
    pivots.set(cell, row);
  }
  return [...pivots].flatMap(([cell, row]) => (row.size === 1 ? [cell] : []));
}

function subtract(row: Row, from: Row, factor: number): void {
  for (const [cell, value] of from) {
    const rest = ((row.get(cell) ?? 0) + prime - times(factor, value)) % prime;
    if (rest === 0) row.delete(cell);
    else row.set(cell, rest);
  }
}
