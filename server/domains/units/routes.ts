import * as wire from '../../../contract/units.ts';
import { refuse } from '../../kernel/decider.ts';
import type { LocalDay } from '../../kernel/instant.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import type { Institution } from './institution.ts';
import { ancestorsOf } from './placing.ts';
import { readUnits } from './policy.ts';
import { institutionsAt, type UnitTree } from './tree.ts';
import type { Unit } from './unit.ts';
import { findUnits, unitIndexOf, type UnitIndex } from './unit-search.ts';

/** A unit as it travels, under the name people use. */
export function unitOnWire(unit: Unit): wire.Unit {
  const { code, kind, shortName, parent, virtual, notAStreet, validTo } = unit;
  return { code, kind, name: shortName, parent, virtual, notAStreet, validTo };
}

const institutionOnWire = ({ code, kind, unit, name, codeIsOurs, verified }: Institution): wire.Institution => ({ code, kind, unit, name, codeIsOurs, verified });

/** Local readings a general dictionary gets wrong, as in data/units: 厦 in village names is xia, 涌 chong, 都 du, 茜 xi. */
const localReadings: Readonly<Record<string, string>> = { 厦: 'xia', 涌: 'chong', 都: 'du', 茜: 'xi' };

/** The keys of all units. The table of readings is fetched only now: it costs start-up time and memory that a server nobody searches need not spend. */
async function makeIndex(tree: UnitTree): Promise<UnitIndex> {
  const { pinyin } = await import('pinyin-pro');
  return unitIndexOf(tree, (text) => {
    const read = pinyin(text, { toneType: 'none', type: 'array' });
    return [...text].map((character, i) => localReadings[character] ?? read[i] ?? character);
  });
}

/** Routes over the units; `today` is the day in Shenzhen. The search keys (some 130 ms) are made when first asked for. */
export function unitRoutes(tree: UnitTree, today: () => LocalDay): readonly Route[] {
  let index: Promise<UnitIndex> | undefined;
  return [
    route(wire.listUnits, readUnits, async (call) => {
      const keys = call.query.text === undefined ? [] : await (index ??= makeIndex(tree));
      return reply({ units: findUnits(tree, keys, call.query, today()).map(unitOnWire) });
    }),
    route(wire.getUnit, readUnits, async (call) => {
      const unit = tree.units.get(call.params.code);
      if (!unit) return refuse('units.not_found', { unit: call.params.code });
      return reply({
        unit: unitOnWire(unit),
        ancestors: ancestorsOf(tree, unit.code).flatMap((code) => tree.units.get(code) ?? []).map(unitOnWire),
        institutions: institutionsAt(tree, unit.code).map(institutionOnWire),
      });
    }),
  ];
}
