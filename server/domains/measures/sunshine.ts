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
const slotName = (place: string, item: string): string => `${place} ${item}`;
const placeOf = ({ district, institution }: Pick<CellQuestion, 'district' | 'institution'>): string => (district === null ? all : institution === null ? district : `${district}/${institution}`);

/** Builds a year from its finest cells. `last` is the month that is running: later ones do not exist yet, nor do months before the first filing. */
export function sunshineYear(cells: readonly BaseCell[], last: Month): SunshineYear {
  const lattice = latticeOf(cells, last);
  const hidden = hiddenCells(lattice.filed, lattice.sums);
  const nothing: PublicCell = { filed: null, inTimePercent: null, showsMedian: false };
  return {
    cell(question) {
      const slot = lattice.slots.get(slotName(placeOf(question), question.taskCode ?? all));
      const period = lattice.periods.indexOf(question.period);
      if (slot === undefined || period < 0) return nothing;
      const index = slot * lattice.periods.length + period;
      const judged = lattice.judged[index] ?? 0;
      if (hidden[index]) return nothing;
      return {
        filed: lattice.filed[index] ?? 0, inTimePercent: judged < smallestShown ? null : Math.floor(((lattice.inTime[index] ?? 0) * 100) / judged), showsMedian: (lattice.completed[index] ?? 0) >= smallestShown,
      };
    },
    districts: [...lattice.institutions.keys()],
    institutions: (district) => [...(lattice.institutions.get(district) ?? [])],
    items: (district, institution) => [...(lattice.items.get(placeOf({ district, institution })) ?? [])],
  };
}

/**
 * Every cell of the year's pages in long lists: a slot is a place and an item, and has one cell for each period, in the order of `periods`
 * (months, quarters, the year).
 */
interface Lattice {
  readonly periods: readonly Period[];
  readonly slots: ReadonlyMap<string, number>;
  readonly filed: readonly number[];
  readonly judged: readonly number[];
  readonly inTime: readonly number[];
  readonly completed: readonly number[];
  readonly sums: readonly Sum[];
  readonly institutions: ReadonlyMap<string, ReadonlySet<string>>;
  /** place → its items */
  readonly items: ReadonlyMap<string, ReadonlySet<string>>;
}

function latticeOf(cells: readonly BaseCell[], last: Month): Lattice {
  const months = monthsWith(cells, last);
  const quarters = [...new Set(months.map(quarterOf))];
  const periods = months.length === 0 ? [] : [...months, ...quarters, (months[0] as Month).slice(0, 4)];
  const at = new Map(periods.map((period, index) => [period, index]));
  const slots = new Map<string, number>();
  const institutions = new Map<string, Set<string>>();
  const items = new Map<string, Set<string>>([[all, new Set()]]);
  const counted: { filed: number[]; judged: number[]; inTime: number[]; completed: number[] } = { filed: [], judged: [], inTime: [], completed: [] };
  const slotOf = (place: string, item: string): number => {
    const name = slotName(place, item);
    const known = slots.get(name);
    if (known !== undefined) return known;
    slots.set(name, slots.size);
    for (const list of Object.values(counted)) for (let n = 0; n < periods.length; n += 1) list.push(0);
    return slots.size - 1;
  };
  for (const cell of cells) {
    setOf(institutions, cell.district).add(cell.institution);
    const when = [cell.month, quarterOf(cell.month), cell.month.slice(0, 4)].flatMap((period) => at.get(period) ?? []);
    for (const place of [all, cell.district, `${cell.district}/${cell.institution}`]) {
      setOf(items, place).add(cell.taskCode);
      for (const item of [all, cell.taskCode]) {
        const first = slotOf(place, item) * periods.length;
        for (const period of when) for (const name of ['filed', 'judged', 'inTime', 'completed'] as const) counted[name][first + period] = (counted[name][first + period] ?? 0) + cell[name];
      }
    }
  }
  const sums = [...sumsOverTime(slots.size, months, quarters), ...sumsOverPlacesAndItems(institutions, items, slotOf).flatMap(({ parent, children }) =>
    periods.map((_, period) => ({ parent: parent * periods.length + period, children: children.map((child) => child * periods.length + period) })))];
  return { periods, slots, ...counted, sums, institutions, items };
}

/** In every slot: a quarter is its months, the year its quarters. */
function sumsOverTime(slots: number, months: readonly Month[], quarters: readonly Period[]): readonly Sum[] {
  if (months.length === 0) return [];
  const size = months.length + quarters.length + 1;
  const ofSlot: readonly Sum[] = [
    ...quarters.map((quarter, q) => ({ parent: months.length + q, children: months.flatMap((month, m) => (quarterOf(month) === quarter ? [m] : [])) })),
    { parent: size - 1, children: quarters.map((_, q) => months.length + q) },
  ];
  return Array.from({ length: slots }, (_, slot) => ofSlot.map(({ parent, children }) => ({ parent: slot * size + parent, children: children.map((child) => slot * size + child) }))).flat();
}

/** Sums of slots: a place is its items, the city its districts, a district the institutions that handle its matters, each also for every item. */
function sumsOverPlacesAndItems(institutions: Lattice['institutions'], items: Lattice['items'], slotOf: (place: string, item: string) => number): readonly Sum[] {
  const districts = [...institutions.keys()];
  const below: readonly (readonly [string, readonly string[]])[] = [
    [all, districts], ...districts.map((district): readonly [string, readonly string[]] => [district, [...(institutions.get(district) ?? [])].map((one) => `${district}/${one}`)]),
  ];
  return [
    ...[...items].map(([place, ofPlace]) => ({ parent: slotOf(place, all), children: [...ofPlace].map((item) => slotOf(place, item)) })),
    ...below.flatMap(([parent, children]) => [all, ...(items.get(parent) ?? [])].map((item) => ({
      parent: slotOf(parent, item), children: children.filter((child) => item === all || items.get(child)?.has(item)).map((child) => slotOf(child, item)),
    }))),
  ];
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
