import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { LocalDay } from '../../kernel/instant.ts';
import type { Institution } from './institution.ts';
import { inForceOn, levelOf, type Unit, type UnitLevel } from './unit.ts';

/** Units and institutions behind indexes built once; every question below costs O(1) or the depth of the tree. */
export interface UnitTree {
  readonly units: ReadonlyMap<string, Unit>;
  /** Codes of the units whose statutory parent is the key, in code order; a functional area's streets are listed under it too. */
  readonly children: ReadonlyMap<string, readonly string[]>;
  readonly institutions: ReadonlyMap<string, Institution>;
  /** Codes of the institutions of a unit, in the order given. */
  readonly institutionsOfUnit: ReadonlyMap<string, readonly string[]>;
  /** `<unit> <department kind>` → code of the institution that does that work at the unit's own level. */
  readonly serving: ReadonlyMap<string, string>;
}

/** Builds the indexes. A code that comes twice is taken once, the later one. */
export function unitTreeOf(units: readonly Unit[], institutions: readonly Institution[]): UnitTree {
  const children = new Map<string, string[]>();
  const add = (map: Map<string, string[]>, key: string, value: string): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [value]);
    else list.push(value);
  };
  for (const unit of units) {
    if (unit.parent !== null) add(children, unit.parent, unit.code);
    if (unit.functionalParent !== null) add(children, unit.functionalParent, unit.code);
  }
  const institutionsOfUnit = new Map<string, string[]>();
  const serving = new Map<string, string>();
  for (const institution of institutions) {
    add(institutionsOfUnit, institution.unit, institution.code);
    for (const kind of institution.serves) serving.set(`${institution.unit} ${kind}`, institution.code);
  }
  return {
    units: new Map(units.map((unit) => [unit.code, unit])),
    children,
    institutions: new Map(institutions.map((institution) => [institution.code, institution])),
    institutionsOfUnit,
    serving,
  };
}

/** The unit and its statutory ancestors, the unit first, the city last; empty for an unknown code. */
export function lineTo(tree: UnitTree, code: string): Unit[] {
  const line: Unit[] = [];
  for (let unit = tree.units.get(code); unit !== undefined; unit = unit.parent === null ? undefined : tree.units.get(unit.parent)) line.push(unit);
  return line;
}

/** The statutory ancestor (or the unit itself) at `level`; undefined above or below what the unit has. */
export function ancestorAtLevel(tree: UnitTree, code: string, level: UnitLevel): Unit | undefined {
  return lineTo(tree, code).find((unit) => levelOf(unit.kind) === level);
}

/**
 * Who administers a unit at `level` on `day`: as `ancestorAtLevel`, but a functional area in force stands in for the district.
 * Dapeng New District does for its three streets what a district does, its people's congress and courts apart (深圳史志, 2024-02-02).
 */
export function administeringUnit(tree: UnitTree, code: string, level: UnitLevel, day: LocalDay): Unit | undefined {
  const line = lineTo(tree, code);
  if (level === 'district') {
    const functional = line.map((unit) => tree.units.get(unit.functionalParent ?? '')).find((unit) => unit !== undefined);
    if (functional !== undefined && inForceOn(functional, day)) return functional;
  }
  return line.find((unit) => levelOf(unit.kind) === level);
}

/** True when `ancestor` is the unit itself, one of its statutory ancestors, or the functional area that administers it. */
export function isWithin(tree: UnitTree, code: string, ancestor: string): boolean {
  return lineTo(tree, code).some((unit) => unit.code === ancestor || unit.functionalParent === ancestor);
}

/**
 * The units that stand on `day` where `code` stood: itself while in force, else what its splits, merges and renames led to,
 * walked as far as needed, in code order, each once. Empty when it ended with no successor or the code is unknown.
 */
export function standingOn(tree: UnitTree, code: string, day: LocalDay): Unit[] {
  const found = new Map<string, Unit>();
  const seen = new Set<string>();
  const open = [code];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const unit = tree.units.get(next);
    if (unit === undefined || seen.has(next)) continue;
    seen.add(next);
    if (inForceOn(unit, day)) found.set(next, unit);
    else open.push(...successorCodes(unit, day));
  }
  return [...found.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Where the changes up to `day` led from this unit. */
function successorCodes(unit: Unit, day: LocalDay): string[] {
  return unit.lineage.filter((change) => change.from.includes(unit.code) && change.on <= day).flatMap((change) => change.to);
}

/** Where a matter belongs: a department kind at a level over a unit, on a day. */
export interface InstitutionQuestion {
  readonly departmentKind: string;
  readonly level: UnitLevel;
  readonly of: string;
  readonly on: LocalDay;
}

export type InstitutionRefusalCode = 'units.unknown' | 'units.not_yet_in_force' | 'units.no_longer_exists' | 'units.no_such_department';

/**
 * The institution that does the work of `departmentKind` at `level` over unit `of` on day `on`: a bureau of city or district,
 * the street office that serves the kind, or the community's work station.
 * Refuses with `units.unknown` (no such code), `units.not_yet_in_force`, `units.no_longer_exists` (`successors` are the codes standing
 * in its place, blank-separated, perhaps none) and `units.no_such_department` (nobody does that work there).
 */
export function resolveInstitution(
  tree: UnitTree,
  question: InstitutionQuestion,
): { readonly ok: true; readonly institution: Institution } | Refusal<InstitutionRefusalCode> {
  const unit = tree.units.get(question.of);
  if (unit === undefined) return refuse('units.unknown', { unit: question.of });
  if (unit.validFromKnown && question.on < unit.validFrom) return refuse('units.not_yet_in_force', { unit: unit.code, validFrom: unit.validFrom });
  if (!inForceOn(unit, question.on)) {
    const successors = standingOn(tree, unit.code, question.on).map((next) => next.code);
    return refuse('units.no_longer_exists', { unit: unit.code, endedOn: unit.validTo ?? '', successors: successors.join(' ') });
  }
  const at = administeringUnit(tree, unit.code, question.level, question.on);
  const code = at === undefined ? undefined : tree.serving.get(`${at.code} ${question.departmentKind}`);
  const institution = code === undefined ? undefined : tree.institutions.get(code);
  if (institution === undefined) return refuse('units.no_such_department', { unit: unit.code, departmentKind: question.departmentKind, level: question.level });
  return { ok: true, institution };
}

/** The hall of a unit, where it has one. */
export function hallOf(tree: UnitTree, unit: string): Institution | undefined {
  return tree.institutions.get(`YM-${unit}-hall`);
}

/** The institutions of a unit, in order. */
export function institutionsAt(tree: UnitTree, unit: string): Institution[] {
  return (tree.institutionsOfUnit.get(unit) ?? []).flatMap((code) => tree.institutions.get(code) ?? []);
}
