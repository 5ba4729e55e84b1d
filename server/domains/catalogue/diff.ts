/** What is other between two versions: field by field, lists by the codes of their entries, a text in three languages as one. Pure. */
import type { Localized } from '../../../contract/language.ts';
import { isRecord, pointer, type Json } from './problem.ts';

/** One difference; see contract/catalogue-admin.ts `CatalogueDifference`. */
export interface Difference {
  readonly pointer: string;
  readonly keys: readonly string[];
  readonly label: Localized | null;
  readonly what: 'added' | 'removed' | 'changed' | 'moved';
  readonly before: unknown;
  readonly after: unknown;
}

interface Place {
  readonly path: readonly (string | number)[];
  readonly keys: readonly string[];
  readonly label: Localized | null;
}

const languages = ['zh-CN', 'zh-HK', 'en'] as const;

/** Whether a value is a text in three languages. */
export function isLocalized(value: unknown): value is Localized {
  return isRecord(value) && Object.keys(value).length === languages.length && languages.every((language) => typeof value[language] === 'string');
}

/** Every difference between two JSON values, in the order of the later one; nothing for equal ones whatever the order of their members. */
export function differencesOf(before: unknown, after: unknown): readonly Difference[] {
  return between(before, after, { path: [], keys: [], label: null });
}

function between(before: unknown, after: unknown, at: Place): readonly Difference[] {
  if (same(before, after)) return [];
  const said = (what: Difference['what']): readonly Difference[] => [{ pointer: pointer(...at.path), keys: at.keys, label: at.label, what, before: before ?? null, after: after ?? null }];
  if (before === undefined) return said('added');
  if (after === undefined) return said('removed');
  if (isLocalized(before) || isLocalized(after)) return said('changed');
  if (isRecord(before) && isRecord(after)) return betweenRecords(before, after, at);
  if (Array.isArray(before) && Array.isArray(after)) return betweenLists(before as readonly Json[], after as readonly Json[], at) ?? said('changed');
  return said('changed');
}

type Members = Readonly<Record<string, Json>>;

function betweenRecords(before: Members, after: Members, at: Place): readonly Difference[] {
  const names = [...Object.keys(after), ...Object.keys(before).filter((name) => !Object.hasOwn(after, name))];
  return names.flatMap((name) => between(before[name], after[name], { ...at, path: [...at.path, name], keys: [...at.keys, name] }));
}

/** What an entry of a list is known by: its code, id or name; of a legal ground its law and article. */
function keyOf(entry: Json): string | undefined {
  if (!isRecord(entry)) return undefined;
  const named = ['task_handle_item', 'material_code', 'element', 'id', 'name', 'language'].map((member) => entry[member]).find((value) => typeof value === 'string');
  if (typeof named === 'string') return named;
  const of = isLocalized(entry['fee_name']) ? entry['fee_name']['zh-CN'] : entry['law_name'];
  return typeof of === 'string' ? [of, entry['terms_number']].filter((part) => typeof part === 'string').join(' ') : undefined;
}

/** What people call an entry; null for one of a draft that is not named in every language yet. */
function labelOf(entry: Json | undefined): Localized | null {
  if (!isRecord(entry)) return null;
  const label = ['material_name', 'name', 'label', 'text', 'title', 'fee_name'].map((member) => entry[member]).find(isLocalized);
  return label && languages.every((language) => label[language] !== '') ? label : null;
}

/** Entries by their keys; undefined where the entries have none, or two share one: such a list is one value. */
function keyed(list: readonly Json[]): ReadonlyMap<string, number> | undefined {
  const keys = list.map(keyOf);
  const known = new Map(keys.map((key, i) => [key ?? '', i]));
  return keys.includes(undefined) || known.size < list.length ? undefined : known;
}

function betweenLists(before: readonly Json[], after: readonly Json[], at: Place): readonly Difference[] | undefined {
  const [was, is] = [keyed(before), keyed(after)];
  if (!was || !is) return undefined;
  const stayed = inPlace([...is.keys()].filter((key) => was.has(key)).map((key) => ({ key, was: was.get(key) ?? 0 })));
  const place = (key: string, i: number, entry: Json | undefined): Place => ({ path: [...at.path, i], keys: [...at.keys, key], label: labelOf(entry) ?? at.label });
  const later = [...is].flatMap(([key, i]) => {
    const [old, now] = [was.has(key) ? before[was.get(key) ?? 0] : undefined, after[i]];
    const here = place(key, i, now);
    const moved = old !== undefined && !stayed.has(key);
    return [
      ...(moved ? [{ pointer: pointer(...here.path), keys: here.keys, label: here.label, what: 'moved' as const, before: (was.get(key) ?? 0) + 1, after: i + 1 }] : []),
      ...between(old, now, here),
    ];
  });
  const gone = [...was].filter(([key]) => !is.has(key)).flatMap(([key, i]) => between(before[i], undefined, place(key, i, before[i])));
  return [...later, ...gone];
}

/** The keys that kept their order: a longest rising run of their former places. The fewest possible count as moved. */
function inPlace(entries: readonly { readonly key: string; readonly was: number }[]): ReadonlySet<string> {
  const best = entries.map((): { length: number; from: number } => ({ length: 1, from: -1 }));
  entries.forEach((entry, i) => {
    for (let j = 0; j < i; j += 1) {
      const [here, before] = [best[i], best[j]];
      if (here && before && (entries[j]?.was ?? 0) < entry.was && before.length + 1 > here.length) best[i] = { length: before.length + 1, from: j };
    }
  });
  let end = best.reduce((longest, one, i) => (one.length > (best[longest]?.length ?? 0) ? i : longest), 0);
  const kept = new Set<string>();
  while (end >= 0 && entries[end]) {
    kept.add(entries[end]?.key ?? '');
    end = best[end]?.from ?? -1;
  }
  return kept;
}

/** Equal in meaning: members in any order, entries in theirs. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, i) => same(one, b[i]));
  if (!isRecord(a) || !isRecord(b)) return false;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && same(a[name], b[name]));
}
