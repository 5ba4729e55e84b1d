import type { LocalDay } from '../../kernel/instant.ts';

/** A name in every shipped language: 简体, 繁體 (Hong Kong usage), English. */
export type UnitName = Readonly<Record<'zh-CN' | 'zh-HK' | 'en', string>>;

export type UnitKind = 'city' | 'district' | 'functional_area' | 'street' | 'community';

/** The level at which an institution acts; a functional area (功能区) acts at the level of a district. */
export type UnitLevel = 'city' | 'district' | 'street' | 'community';

/** One change in a unit's life, written on every unit it touches: on `on` the units `from` ended or changed and `to` took over. */
export interface Lineage {
  readonly kind: 'split' | 'merge' | 'rename';
  readonly on: LocalDay;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** An administrative unit. `code` is the key (34 published names of communities repeat, 45 everyday names): as published 6, 9 or 12 digits, or ours when `codeIsOurs`. */
export interface Unit {
  readonly code: string;
  readonly kind: UnitKind;
  /** The name as published. */
  readonly name: UnitName;
  /** What people call it: 杨美社区 rather than 杨美社区居委会. */
  readonly shortName: UnitName;
  /** The statutory parent; null for the city. */
  readonly parent: string | null;
  /** The functional area that administers a street whose statutory parent is a district. */
  readonly functionalParent: string | null;
  /** The district in whose territory a functional area lies. */
  readonly statutoryParent: string | null;
  /** First day in force; when `validFromKnown` is false only the day of the source's state, the unit being older. */
  readonly validFrom: LocalDay;
  readonly validFromKnown: boolean;
  /** First day no longer in force; null while the unit lives. */
  readonly validTo: LocalDay | null;
  readonly lineage: readonly Lineage[];
  /** A community that exists for statistics only. */
  readonly virtual: boolean;
  /** A street-level code that is no street (bonded zone, airport): it has no street office. */
  readonly notAStreet: boolean;
  readonly codeIsOurs: boolean;
  /** The English name is pinyin, not an official English name. */
  readonly transliterated: boolean;
}

/** A unit as written in data/units/shenzhen.json: fields at their usual value are left out. JSON import widens `kind` to string. */
export interface UnitLine {
  readonly code: string;
  readonly kind: string;
  readonly name: UnitName;
  readonly parent: string | null;
  readonly shortName?: UnitName;
  readonly functionalParent?: string;
  readonly statutoryParent?: string;
  readonly validFrom?: LocalDay;
  readonly validFromKnown?: boolean;
  readonly validTo?: LocalDay | null;
  readonly lineage?: readonly Lineage[];
  readonly virtual?: boolean;
  readonly notAStreet?: boolean;
  readonly codeIsOurs?: boolean;
  readonly transliterated?: boolean;
}

/** The shape of data/units/shenzhen.json, as far as it is read. */
export interface UnitFile {
  readonly version: string;
  readonly defaults: { readonly validFrom: LocalDay; readonly validFromKnown: boolean };
  readonly units: readonly UnitLine[];
}

const levels: Readonly<Record<UnitKind, UnitLevel>> = {
  city: 'city',
  district: 'district',
  functional_area: 'district',
  street: 'street',
  community: 'community',
};

/** The level at which units of `kind` act. */
export function levelOf(kind: UnitKind): UnitLevel {
  return levels[kind];
}

/** The units of a file, its defaults filled in, in the file's order. A line of unknown kind is left aside. */
export function unitsOf(file: UnitFile): Unit[] {
  return file.units.flatMap((line): Unit[] => {
    if (!(line.kind in levels)) return [];
    return [
      {
        code: line.code,
        kind: line.kind as UnitKind,
        name: line.name,
        shortName: line.shortName ?? line.name,
        parent: line.parent,
        functionalParent: line.functionalParent ?? null,
        statutoryParent: line.statutoryParent ?? null,
        validFrom: line.validFrom ?? file.defaults.validFrom,
        validFromKnown: line.validFromKnown ?? file.defaults.validFromKnown,
        validTo: line.validTo ?? null,
        lineage: line.lineage ?? [],
        virtual: line.virtual ?? false,
        notAStreet: line.notAStreet ?? false,
        codeIsOurs: line.codeIsOurs ?? false,
        transliterated: line.transliterated ?? false,
      },
    ];
  });
}

/** True on every day from `validFrom` (or before, where the first day is not known) until the day before `validTo`. */
export function inForceOn(unit: Pick<Unit, 'validFrom' | 'validFromKnown' | 'validTo'>, day: LocalDay): boolean {
  return (!unit.validFromKnown || day >= unit.validFrom) && (unit.validTo === null || day < unit.validTo);
}
