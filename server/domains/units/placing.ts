/** Where a matter goes: the hall that takes it and the institution that handles each of its links. Pure. */
import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { LocalDay } from '../../kernel/instant.ts';
import { administeringUnit, hallOf, lineTo, resolveInstitution, standingOn, type InstitutionRefusalCode, type UnitTree } from './tree.ts';
import { inForceOn, type UnitLevel } from './unit.ts';

/** A place found, by the code of its institution. */
export interface Placed {
  readonly ok: true;
  readonly institution: string;
}

export type PlacingRefusalCode = InstitutionRefusalCode | 'units.no_hall' | 'units.unknown_institution' | 'units.unknown_handler_rule';

/** What a handler rule is resolved over: the matter's area, the item's own department, the hall that accepted, and the day. */
export interface HandlerQuestion {
  readonly areaUnit: string;
  readonly deptKind: string;
  readonly deptLevel: UnitLevel;
  readonly acceptingInstitution: string;
  readonly day: LocalDay;
}

/** Levels from the nearest to people to the farthest. */
const upwards: readonly UnitLevel[] = ['community', 'street', 'district', 'city'];

const handlerShape = /^(window|department(?::([a-z_]+))?(?:@(city|district|street|community))?)$/;

/** Whether a handler rule is one of data/processes/README.md: `window`, `department`, `department@level`, `department:kind`, `department:kind@level`. */
export function isHandlerRule(rule: string): boolean {
  return handlerShape.test(rule);
}

/**
 * The hall where a matter over `areaUnit` is accepted when nobody stands at a window: the hall of the lowest of the item's `levels` over the area.
 * Where that unit has no hall (a statistical community, a bonded zone) the next of the item's levels is asked, and then the levels above them.
 * Refuses `units.unknown`, `units.not_yet_in_force`, `units.no_longer_exists` and `units.no_hall`.
 */
export function acceptingHall(tree: UnitTree, areaUnit: string, levels: readonly UnitLevel[], day: LocalDay): Placed | Refusal<PlacingRefusalCode> {
  const stopped = standing(tree, areaUnit, day);
  if (stopped) return stopped;
  const own = upwards.filter((level) => levels.includes(level));
  const above = upwards.slice(upwards.indexOf(own.at(-1) ?? 'community') + 1);
  for (const level of [...own, ...above]) {
    const unit = administeringUnit(tree, areaUnit, level, day);
    const hall = unit && inForceOn(unit, day) ? hallOf(tree, unit.code) : undefined;
    if (hall) return { ok: true, institution: hall.code };
  }
  return refuse('units.no_hall', { unit: areaUnit });
}

/**
 * The institution that handles a link, by the rule its process names. A street-level code that is no street has no street office: what a street
 * does elsewhere is there done by the district. Refuses as `resolveInstitution`, and `units.unknown_handler_rule`, `units.unknown_institution`.
 */
export function handlerOf(tree: UnitTree, rule: string, question: HandlerQuestion): Placed | Refusal<PlacingRefusalCode> {
  const read = handlerShape.exec(rule);
  if (!read) return refuse('units.unknown_handler_rule', { rule });
  if (read[1] === 'window') return windowOf(tree, question);
  const { areaUnit, day } = question;
  const asked = (read[3] as UnitLevel | undefined) ?? question.deptLevel;
  const street = administeringUnit(tree, areaUnit, 'street', day);
  const level = asked === 'street' && street?.notAStreet ? 'district' : asked;
  const found = resolveInstitution(tree, { departmentKind: read[2] ?? question.deptKind, level, of: areaUnit, on: day });
  return found.ok ? { ok: true, institution: found.institution.code } : found;
}

/** The accepting hall itself, while its unit lives. */
function windowOf(tree: UnitTree, question: HandlerQuestion): Placed | Refusal<PlacingRefusalCode> {
  const hall = tree.institutions.get(question.acceptingInstitution);
  if (!hall) return refuse('units.unknown_institution', { institution: question.acceptingInstitution });
  return standing(tree, hall.unit, question.day) ?? { ok: true, institution: hall.code };
}

/** The refusal of a unit that does not stand on the day; undefined where it does. */
export function standing(tree: UnitTree, code: string, day: LocalDay): Refusal<InstitutionRefusalCode> | undefined {
  const unit = tree.units.get(code);
  if (!unit) return refuse('units.unknown', { unit: code });
  if (inForceOn(unit, day)) return undefined;
  if (day < unit.validFrom) return refuse('units.not_yet_in_force', { unit: code, validFrom: unit.validFrom });
  return refuse('units.no_longer_exists', { unit: code, endedOn: unit.validTo ?? '', successors: standingOn(tree, code, day).map((next) => next.code).join(' ') });
}

/** The communities, streets, districts and the city over a unit, the city first, the unit itself left out. */
export function ancestorsOf(tree: UnitTree, code: string): readonly string[] {
  return lineTo(tree, code).slice(1).map((unit) => unit.code).reverse();
}

