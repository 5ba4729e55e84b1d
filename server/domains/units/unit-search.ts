/** Units found by what people type: a name in any language, pinyin, initials, or the beginning of a code. */
import { inForceOn, type Unit } from './unit.ts';
import { isWithin, type UnitTree } from './tree.ts';
import type { LocalDay } from '../../kernel/instant.ts';

/** What a list of units may be narrowed by. */
export interface UnitQuestion {
  readonly parent?: string | undefined;
  readonly text?: string | undefined;
  readonly kind?: Unit['kind'] | undefined;
}

/** Characters → pinyin syllables without tones; given from outside, because its table takes a moment to load. */
export type Reader = (text: string) => readonly string[];

/** At most this many units are listed. */
export const listLimit = 100;

/** What one unit can be found under. */
interface Keys {
  readonly code: string;
  readonly names: readonly string[];
  readonly spelt: readonly string[];
  readonly initials: readonly string[];
}

/** Every unit's keys, in order of code; built once. */
export type UnitIndex = readonly Keys[];

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s'’·()（）-]/g, '');
const kindWords = /(市|新区|新區|区|區|街道|社区|社區)$/;

/** Builds the keys of all units: names in three languages, pinyin whole and from each syllable, initials. */
export function unitIndexOf(tree: UnitTree, read: Reader): UnitIndex {
  return [...tree.units.values()]
    .map((unit): Keys => {
      const syllables = read(unit.shortName['zh-CN'].replace(/[（）]/g, ''));
      const names = [unit.shortName, unit.name].flatMap((name) => [name['zh-CN'], name['zh-HK'], name.en].map(plain));
      return {
        code: unit.code,
        names: [...new Set(names)],
        spelt: syllables.map((_, i) => syllables.slice(i).join('')),
        initials: syllables.map((_, i) => syllables.slice(i).map((syllable) => syllable.charAt(0)).join('')),
      };
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/**
 * The units in force on `day` that answer the question, at most 100: with a text the best matches first (the whole name, its beginning, its inside),
 * otherwise, and among equals, in order of code. A parent alone lists its children; with a text or a kind, everything within it.
 */
export function findUnits(tree: UnitTree, index: UnitIndex, question: UnitQuestion, day: LocalDay): readonly Unit[] {
  const { parent, kind } = question;
  const fits = (unit: Unit | undefined): unit is Unit => unit !== undefined && (kind === undefined || unit.kind === kind) && inForceOn(unit, day);
  const text = plain(question.text ?? '');
  if (text === '') {
    if (parent !== undefined && kind === undefined) return (tree.children.get(parent) ?? []).map((code) => tree.units.get(code)).filter(fits).slice(0, listLimit);
    return [...tree.units.values()].filter((unit) => fits(unit) && within(tree, unit, parent)).sort(byCode).slice(0, listLimit);
  }
  return index
    .flatMap((keys) => {
      const unit = tree.units.get(keys.code);
      const rank = rankOf(keys, text);
      return rank > 0 && fits(unit) && within(tree, unit, parent) ? [{ unit, rank }] : [];
    })
    .sort((a, b) => b.rank - a.rank || byCode(a.unit, b.unit))
    .slice(0, listLimit)
    .map((found) => found.unit);
}

const byCode = (a: Unit, b: Unit): number => (a.code < b.code ? -1 : 1);

function within(tree: UnitTree, unit: Unit, parent: string | undefined): boolean {
  return parent === undefined || (unit.code !== parent && isWithin(tree, unit.code, parent));
}

/** How well a text names a unit; 0 where it does not. */
function rankOf(keys: Keys, text: string): number {
  if (/^\d+$/.test(text)) return keys.code === text ? 9 : keys.code.startsWith(text) ? 5 : 0;
  if (keys.names.some((name) => name === text || name.replace(kindWords, '') === text)) return 8;
  if (keys.names.some((name) => name.startsWith(text))) return 7;
  if (keys.spelt[0]?.startsWith(text)) return 6;
  if (keys.names.some((name) => name.includes(text))) return 5;
  if (keys.spelt.some((spelt) => spelt.startsWith(text))) return 4;
  if (text.length < 2) return 0;
  if (keys.initials[0]?.startsWith(text)) return 3;
  return keys.initials.some((initials) => initials.startsWith(text)) ? 2 : 0;
}
