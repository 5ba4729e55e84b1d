/** Every version of every item, and which of them stands on a day over a district. Pure. */
import type { Item } from '../../../contract/catalogue.ts';
import type { Instant, LocalDay } from '../../kernel/instant.ts';
import { effectiveItem } from './override.ts';
import type { PublishedItem } from './published.ts';

/** A stored version of an item; its content as JSON text, because old versions are seldom looked at. */
export interface ItemRow {
  readonly taskCode: string;
  readonly version: number;
  readonly process: string;
  readonly processVersion: number;
  readonly content: string;
  /** first day matters are filed under it; null: at once, before every version that names a day */
  readonly effectiveOn: LocalDay | null;
  /** the change it came from; null: a file of a release */
  readonly changeId: string | null;
  readonly loadedAt: Instant;
}

/** A version of a district's own values of an item; numbers count for each item over all districts. */
export interface OverrideRow {
  readonly taskCode: string;
  readonly number: number;
  readonly unit: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly effectiveOn: LocalDay;
  readonly changeId: string;
}

/** The versions as the catalogue asks for them. */
export interface Versions {
  /** That very version; undefined where there is none. */
  get(taskCode: string, version: number): PublishedItem | undefined;
  /** The one that stands on the day. */
  at(taskCode: string, day: LocalDay): PublishedItem | undefined;
  /** The one that stands once every day has come: what a new draft builds on. */
  latest(taskCode: string): PublishedItem | undefined;
  /** Every item as it stands on the day, in order of code; the same list for the same day. */
  current(day: LocalDay): readonly PublishedItem[];
  /** Newest version first. */
  rowsOf(taskCode: string): readonly ItemRow[];
  /** Over all districts, newest number first. */
  overridesOf(taskCode: string): readonly OverrideRow[];
  /** The district's own values on the day; undefined where it has none. */
  overrideAt(taskCode: string, unit: string, day: LocalDay): OverrideRow | undefined;
  /** A version as it is with the district's own values of that number. */
  over(found: PublishedItem, number: number): PublishedItem;
}

/** Puts the versions in order. */
export function versionsOf(rows: readonly ItemRow[], overrides: readonly OverrideRow[]): Versions {
  const byCode = grouped(rows, (row) => row.taskCode);
  const own = grouped(overrides, (row) => row.taskCode);
  const parsed = new Map<string, PublishedItem>();
  const laid = new Map<string, PublishedItem>();
  const days = new Map<LocalDay, readonly PublishedItem[]>();
  const standing = new Map<LocalDay, ReadonlyMap<string, PublishedItem>>();
  const published = (row: ItemRow): PublishedItem => {
    const key = `${row.taskCode} ${row.version}`;
    const known = parsed.get(key) ?? { item: JSON.parse(row.content) as Item, version: row.version, process: row.process, processVersion: row.processVersion };
    parsed.set(key, known);
    return known;
  };
  const current = (day: LocalDay): readonly PublishedItem[] => {
    const known = days.get(day) ?? [...byCode.values()].flatMap((list) => last(list, day) ?? []).map(published);
    if (days.size > 8) days.clear();
    days.set(day, known);
    return known;
  };
  const mapOn = (day: LocalDay): ReadonlyMap<string, PublishedItem> => {
    const known = standing.get(day) ?? new Map(current(day).map((one) => [one.item.implementation_item.task_code, one]));
    if (standing.size > 8) standing.clear();
    standing.set(day, known);
    return known;
  };
  const some = (row: ItemRow | undefined): PublishedItem | undefined => row && published(row);
  return {
    get: (taskCode, version) => some(byCode.get(taskCode)?.find((row) => row.version === version)),
    at: (taskCode, day) => mapOn(day).get(taskCode),
    latest: (taskCode) => some(last(byCode.get(taskCode) ?? [], '9999-12-31')),
    current,
    rowsOf: (taskCode) => [...(byCode.get(taskCode) ?? [])].sort((a, b) => b.version - a.version),
    overridesOf: (taskCode) => [...(own.get(taskCode) ?? [])].sort((a, b) => b.number - a.number),
    overrideAt(taskCode, unit, day) {
      const found = inOrder((own.get(taskCode) ?? []).filter((row) => row.unit === unit && row.effectiveOn <= day), (row) => row.number).at(-1);
      return found && Object.keys(found.fields).length > 0 ? found : undefined;
    },
    over(found, number) {
      const taskCode = found.item.implementation_item.task_code;
      const key = `${taskCode} ${found.version} ${number}`;
      const row = own.get(taskCode)?.find((one) => one.number === number);
      if (!row) return found;
      const known = laid.get(key) ?? { ...found, item: effectiveItem(found.item, row.fields).item, override: number };
      laid.set(key, known);
      return known;
    },
  };
}

function grouped<Row>(rows: readonly Row[], key: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** In the order in which they come to stand. */
function inOrder<Row extends { readonly effectiveOn: LocalDay | null }>(rows: readonly Row[], number: (row: Row) => number): readonly Row[] {
  return [...rows].sort((a, b) => (a.effectiveOn ?? '').localeCompare(b.effectiveOn ?? '') || number(a) - number(b));
}

/** The version that stands on the day. */
function last(rows: readonly ItemRow[], day: LocalDay): ItemRow | undefined {
  return inOrder(rows.filter((row) => (row.effectiveOn ?? '') <= day), (row) => row.version).at(-1);
}
