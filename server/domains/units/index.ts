/** The units of the city and the institutions in them: read once, asked everywhere. */
import type { Localized } from '../../../contract/language.ts';
import type { LocalDay } from '../../kernel/instant.ts';
import type { Refusal } from '../../kernel/decider.ts';
import type { Handle } from '../../platform/db/database.ts';
import type { Route } from '../../platform/http/route.ts';
import { acceptingHall, handlerOf, standing, type HandlerQuestion, type Placed, type PlacingRefusalCode } from './placing.ts';
import { unitRoutes } from './routes.ts';
import { readUnitRows } from './store.ts';
import { unitTreeOf, type UnitTree } from './tree.ts';
import type { UnitLevel } from './unit.ts';

export { loadUnits } from './store.ts';
export { unitRefusals, type UnitRefusalCode } from './refusals.ts';
export { isHandlerRule, type HandlerQuestion, type Placed, type PlacingRefusalCode } from './placing.ts';
export { administeringUnit, ancestorAtLevel, hallOf, institutionsAt, isWithin, lineTo, standingOn, type UnitTree } from './tree.ts';
export { inForceOn, levelOf, type Unit, type UnitKind, type UnitLevel } from './unit.ts';
export type { Institution, InstitutionCategory } from './institution.ts';

/** What other domains ask the units. Everything is in memory and pure but the routes. */
export interface Units {
  readonly tree: UnitTree;
  readonly routes: readonly Route[];
  /** The name people use (杨美社区); the code itself for an unknown one, so that a paper never stays blank. */
  unitName(code: string): Localized;
  institution(code: string): { readonly name: Localized; readonly unit: string; readonly kind: string } | undefined;
  /** The department of a kind at a level where no single unit is meant (区民政局); undefined where nobody does that work. */
  departmentName(kind: string, level: UnitLevel): Localized | undefined;
  /** See placing.ts: the hall of the lowest of the item's levels over the area, climbing where a unit has none. */
  acceptingHall(areaUnit: string, levels: readonly UnitLevel[], day: LocalDay): Placed | Refusal<PlacingRefusalCode>;
  /** See placing.ts: who handles a link, by its rule (data/processes/README.md). */
  handlerOf(rule: string, question: HandlerQuestion): Placed | Refusal<PlacingRefusalCode>;
  /** The refusal of a unit that does not stand on the day (unknown, not yet, no longer); undefined where it does. */
  standing(code: string, day: LocalDay): Refusal | undefined;
}

/** Reads the units into memory. `today`, the day in Shenzhen by the database's clock, decides which units lists show. */
export async function unitsDomain(handle: Handle, today: () => LocalDay): Promise<Units> {
  const rows = await readUnitRows(handle);
  const tree = unitTreeOf(rows.units, rows.institutions);
  const departmentNames = new Map(rows.departmentNames.map((one) => [`${one.kind} ${one.level}`, one.name]));
  return {
    tree,
    routes: unitRoutes(tree, today),
    unitName: (code) => tree.units.get(code)?.shortName ?? { 'zh-CN': code, 'zh-HK': code, en: code },
    institution: (code) => tree.institutions.get(code),
    departmentName: (kind, level) => departmentNames.get(`${kind} ${level}`),
    acceptingHall: (areaUnit, levels, day) => acceptingHall(tree, areaUnit, levels, day),
    handlerOf: (rule, question) => handlerOf(tree, rule, question),
    standing: (code, day) => standing(tree, code, day),
  };
}
