import type { Place } from '../../../contract/measures.ts';
import type { Actor } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { LocalDay } from '../../kernel/instant.ts';
import { administeringUnit, ancestorAtLevel, inForceOn, institutionsAt, isWithin, levelOf, type Unit, type Units } from '../units/index.ts';
import { listableIn, maySeeFigures, ownPlace, type PlaceAsked } from './policy.ts';
import type { Context } from './routes-context.ts';
import type { CountedIn } from './tally.ts';
import type { PlaceColumn } from './views.ts';

/** A unit or an institution, as figures, lists and rights need it. Its code is its scope in the counts. */
export interface KnownPlace {
  readonly view: Place;
  readonly asked: PlaceAsked;
  /** where its matters are found; null for the city: everywhere */
  readonly column: PlaceColumn | null;
}

/** The city: the unit at the top of the tree. */
export function cityOf(units: Units): string {
  for (const unit of units.tree.units.values()) if (unit.kind === 'city') return unit.code;
  return '';
}

const columns = { city: null, district: 'district', functional_area: 'district', street: 'street', community: 'community' } as const;

/** A place by its code; undefined where there is none. */
export function placeByCode(units: Units, code: string): KnownPlace | undefined {
  const unit = units.tree.units.get(code);
  if (unit) return { view: { code, kind: unit.kind, name: unit.shortName }, asked: { unit: code, institution: null }, column: columns[unit.kind] };
  const institution = units.tree.institutions.get(code);
  if (!institution) return undefined;
  return {
    view: { code, kind: 'institution', name: institution.name }, asked: { unit: institution.unit, institution: code },
    column: institution.category === 'hall' ? 'accepting_institution' : 'handling_institution',
  };
}

/** A place for a list, under its code where it is not known any more. */
export function placeView(units: Units, code: string): Place {
  return placeByCode(units, code)?.view ?? { code, kind: 'institution', name: { 'zh-CN': code, 'zh-HK': code, en: code } };
}

/** Whether one unit is another or lies above it. */
export const coversIn = (units: Units) => (ancestor: string, unit: string): boolean => isWithin(units.tree, unit, ancestor);

/** The place an actor asks for, or his own. Unknown and not his look the same. */
export function openedPlace(context: Context, actor: Actor, code: string | undefined): { ok: true; place: KnownPlace } | Refusal {
  const own = ownPlace(actor);
  const wanted = code ?? (own === null ? cityOf(context.units) : 'unit' in own ? own.unit : own.institution);
  const place = placeByCode(context.units, wanted);
  if (!place || !maySeeFigures(actor, place.asked, coversIn(context.units))) return refuse('measures.unknown_place');
  return { ok: true, place };
}

/** The areas whose matters an actor may list at a place: undefined for all of them. Refused like an unknown place where he may list none. */
export function listableAreas(context: Context, actor: Actor, place: KnownPlace): { ok: true; areas: readonly string[] | undefined } | Refusal {
  const may = listableIn(actor, place.asked, coversIn(context.units));
  if (!may) return refuse('measures.unknown_place');
  return { ok: true, areas: may.areas === 'all' ? undefined : may.areas.flatMap((unit) => areasUnder(context.units, unit)) };
}

/** Where a matter of an area is counted, by the units of a day: the district is the one that administers it (a functional area for its own streets). */
export function countedIn(units: Units, areaUnit: string, day: LocalDay): CountedIn {
  const { tree } = units;
  const at = (level: 'street' | 'community'): string | null => ancestorAtLevel(tree, areaUnit, level)?.code ?? null;
  return {
    city: ancestorAtLevel(tree, areaUnit, 'city')?.code ?? cityOf(units), district: administeringUnit(tree, areaUnit, 'district', day)?.code ?? null, street: at('street'), community: at('community'),
  };
}

/** Whether an area is counted in a unit. */
export function isCountedIn(place: CountedIn, unit: string): boolean {
  return place.city === unit || place.district === unit || place.street === unit || place.community === unit;
}

/** Every unit whose matters a supervisor of `unit` may see: itself and what lies within it, also what a functional area in it administers. */
export function areasUnder(units: Units, unit: string): readonly string[] {
  return [...units.tree.units.keys()].filter((code) => isWithin(units.tree, code, unit));
}

/** Every unit that is counted in a unit on a day; undefined for the city, which has all. */
export function areasCountedIn(units: Units, unit: string, day: LocalDay): readonly string[] | undefined {
  if (units.tree.units.get(unit)?.kind === 'city') return undefined;
  return [...units.tree.units.keys()].filter((code) => isCountedIn(countedIn(units, code, day), unit));
}

/** What lies directly below a unit on a day: units in force that are counted in it, then its own institutions. */
export function childrenOf(units: Units, code: string, day: LocalDay): readonly Place[] {
  const unit = units.tree.units.get(code);
  if (!unit) return [];
  const below = (units.tree.children.get(code) ?? []).flatMap((child) => units.tree.units.get(child) ?? []).filter((child) => inForceOn(child, day) && belongsTo(units, unit, child, day));
  return [...below.map((child) => placeView(units, child.code)), ...institutionsAt(units.tree, code).map((one) => placeView(units, one.code))];
}

/** A street that a functional area administers is shown there and not in the district on the map. */
function belongsTo(units: Units, parent: Unit, child: Unit, day: LocalDay): boolean {
  return levelOf(parent.kind) !== 'district' || countedIn(units, child.code, day).district === parent.code;
}

/** The places above a place that the actor may open, the highest first. */
export function openedAbove(context: Context, actor: Actor, place: KnownPlace): readonly Place[] {
  const { units } = context;
  const { unit, institution } = place.asked;
  const day = context.today();
  const line = countedIn(units, unit, day);
  const above = [line.city, line.district, line.street, line.community].filter((code): code is string => code !== null && (institution !== null || code !== unit));
  return above.flatMap((code) => {
    const known = placeByCode(units, code);
    return known && maySeeFigures(actor, known.asked, coversIn(units)) ? [known.view] : [];
  });
}
