import { hiddenCells, smallestShown, type Sum } from './suppress.ts';
import { monthAfter, monthsBetween, quarterOf, type Period } from './periods.ts';
import type { Month } from './tally.ts';

/** What is counted in the finest public cell: a district, an institution that handles its matters, an item, a month. */
export interface BaseCell {
  readonly district: string;
  readonly institution: string;
  readonly taskCode: string;
  readonly month: Month;
  readonly filed: number;
  readonly judged: number;
  readonly inTime: number;
  readonly completed: number;
}

/** A public cell: `filed` null where it is kept back, and then nothing else of it is shown; shares and medians only from ten matters on. */
export interface PublicCell {
  readonly filed: number | null;
  /** whole percent of the judged, cut; null below ten judged */
  readonly inTimePercent: number | null;
  /** whether ten or more were completed, so that a median may be shown */
  readonly showsMedian: boolean;
}

/** Which cell: a district or all, an institution of it or all, an item or all, a period. Without a district, `institution` is not asked. */
export interface CellQuestion {
  readonly district: string | null;
  readonly institution: string | null;
  readonly taskCode: string | null;
  readonly period: Period;
}

/** A year of public cells, every page of it kept back as one: what one page hides no other page gives away. */
export interface SunshineYear {
  /** a cell; one that has nothing in the whole year is kept back like a small one */
  cell(question: CellQuestion): PublicCell;
  readonly districts: readonly string[];
  /** institutions that handled matters of a district in the year */
  institutions(district: string): readonly string[];
  /** items filed in the year, in the city or at a place */
  items(district: string | null, institution: string | null): readonly string[];
}

const all = '*';
const keyOf = (place: string, item: string, period: Period): string => `${place} ${item} ${period}`;
const placeOf = ({ district, institution }: Pick<CellQuestion, 'district' | 'institution'>): string => (district === null ? all : institution === null ? district : `${district}/${institution}`);

interface Sums {
  filed: number;
  judged: number;
  inTime: number;
  completed: number;
}

/** Builds a year from its finest cells. `last` is the month that is running: later ones do not exist yet, nor do months before the first filing. */
export function sunshineYear(cells: readonly BaseCell[], last: Month): SunshineYear {
  const lattice = latticeOf(cells, last);
  const hidden = hiddenCells(lattice.list.map((sums) => sums.filed), lattice.sums);
  const nothing: PublicCell = { filed: null, inTimePercent: null, showsMedian: false };
  return {
    cell(question) {
      const index = lattice.at.get(keyOf(placeOf(question), question.taskCode ?? all, question.period));
      const sums = index === undefined ? undefined : lattice.list[index];
      if (index === undefined || sums === undefined || hidden[index]) return nothing;
      return { filed: sums.filed, inTimePercent: sums.judged < smallestShown ? null : Math.floor((sums.inTime * 100) / sums.judged), showsMedian: sums.completed >= smallestShown };
    },
    districts: [...lattice.institutions.keys()],
    institutions: (district) => [...(lattice.institutions.get(district) ?? [])],
    items: (district, institution) => [...(lattice.items.get(placeOf({ district, institution })) ?? [])],
  };
}

interface Lattice {
  readonly list: readonly Sums[];
  readonly at: ReadonlyMap<string, number>;
  readonly sums: readonly Sum[];
  readonly institutions: ReadonlyMap<string, ReadonlySet<string>>;
  /** place → its items */
  readonly items: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Every cell of the year's pages and every sum that ties them: over institutions and districts, over items, over months and quarters. */
function latticeOf(cells: readonly BaseCell[], last: Month): Lattice {
  const list: Sums[] = [];
  const at = new Map<string, number>();
  const institutions = new Map<string, Set<string>>();
  const items = new Map<string, Set<string>>([[all, new Set()]]);
  const add = (place: string, item: string, period: Period, cell: BaseCell): void => {
    const key = keyOf(place, item, period);
    const index = at.get(key) ?? list.push({ filed: 0, judged: 0, inTime: 0, completed: 0 }) - 1;
    at.set(key, index);
    const sums = list[index] as Sums;
    sums.filed += cell.filed;
    sums.judged += cell.judged;
    sums.inTime += cell.inTime;
    sums.completed += cell.completed;
  };
  for (const cell of cells) {
    const pair = `${cell.district}/${cell.institution}`;
    setOf(institutions, cell.district).add(cell.institution);
    for (const place of [all, cell.district, pair]) {
      setOf(items, place).add(cell.taskCode);
      for (const item of [all, cell.taskCode]) for (const period of [cell.month, quarterOf(cell.month), cell.month.slice(0, 4)]) add(place, item, period, cell);
    }
  }
  const months = monthsWith(cells, last);
  /** A cell of the pages; one without a matter is a nought, kept back like any small number. */
  const index = (place: string, item: string, period: Period): number => {
    const key = keyOf(place, item, period);
    const found = at.get(key) ?? list.push({ filed: 0, judged: 0, inTime: 0, completed: 0 }) - 1;
    at.set(key, found);
    return found;
  };
  return { list, at, institutions, items, sums: months.length === 0 ? [] : sumsOf(institutions, items, months, index) };
}

function sumsOf(institutions: Lattice['institutions'], items: Lattice['items'], months: readonly Month[], index: (place: string, item: string, period: Period) => number): readonly Sum[] {
  const sums: Sum[] = [];
  const quarters = [...new Set(months.map(quarterOf))];
  const year = (months[0] as Month).slice(0, 4);
  for (const [place, ofPlace] of items) {
    for (const item of [all, ...ofPlace]) {
      for (const quarter of quarters) sums.push({ parent: index(place, item, quarter), children: months.filter((month) => quarterOf(month) === quarter).map((month) => index(place, item, month)) });
      sums.push({ parent: index(place, item, year), children: quarters.map((quarter) => index(place, item, quarter)) });
    }
  }
  const districts = [...institutions.keys()];
  for (const period of [...months, ...quarters, year]) {
    for (const [place, ofPlace] of items) sums.push({ parent: index(place, all, period), children: [...ofPlace].map((item) => index(place, item, period)) });
    const places: readonly [string, readonly string[]][] = [[all, districts], ...districts.map((district): [string, readonly string[]] => [district, [...(institutions.get(district) ?? [])].map((one) => `${district}/${one}`)])];
    for (const [parent, children] of places) {
      for (const item of [all, ...(items.get(parent) ?? [])]) {
        const having = item === all ? children : children.filter((child) => items.get(child)?.has(item));
        sums.push({ parent: index(parent, item, period), children: having.map((child) => index(child, item, period)) });
      }
    }
  }
  return sums;
}

/** The months from the first with a filing to the running one, or to the end of a year that is over. */
function monthsWith(cells: readonly BaseCell[], last: Month): readonly Month[] {
  const first = cells.reduce<Month | undefined>((least, cell) => (least === undefined || cell.month < least ? cell.month : least), undefined);
  if (first === undefined) return [];
  const december = `${first.slice(0, 4)}-12`;
  const end = last < december ? last : december;
  return Array.from({ length: Math.max(1, monthsBetween(first, end)) }, (_, n) => monthAfter(first, n));
}

function setOf(map: Map<string, Set<string>>, key: string): Set<string> {
  const found = map.get(key) ?? new Set<string>();
  map.set(key, found);
  return found;
}
