import { createHash } from 'node:crypto';
import { idFromDigest, type Id } from '../kernel/ids.ts';
import { msOf, startOfLocalDay, type LocalDay } from '../kernel/instant.ts';
import type { UnitTree } from '../domains/units/index.ts';

/** How large an invented city is. */
export interface CitySize {
  readonly residents: number;
  readonly firms: number;
  readonly matters: number;
}

/** The whole city: what `npm run demo` fills. */
export const wholeCity: CitySize = { residents: 5_000, firms: 300, matters: 2_000 };

/** A city of the same kind, only smaller: enough for every list, filled within seconds. What the browser tests start. */
export const smallCity: CitySize = { residents: 300, firms: 20, matters: 160 };

/** Districts with staff at every level, and so the only ones where matters are filed: Luohu, Futian, Nanshan. */
export const staffedDistricts = ['440303', '440304', '440305'] as const;

/** Where the demonstration's own clerk sits: 渔民村社区, Nanhu Subdistrict, Luohu, beside the Luohu port. */
export const homeCommunity = '440303005014';

/** The district of the demonstration's own officer, approver and manager. */
export const homeDistrict = '440303';

/** One password for every invented member of staff. It is printed at the start and in the manual: it protects nothing. */
export const demoPassword = 'yimen-demo-2026';

/** What everything of one city is drawn from: the same seed on the same day gives the same city, ids included. */
export interface CitySeed {
  readonly seed: number;
  readonly day: LocalDay;
}

/** An id that follows from the seed, the day, the kind of thing and its number (UUID version 8, the time part being that day). */
export function cityId(city: CitySeed, kind: string, number: number | string): Id {
  return idFromDigest(createHash('sha256').update(`invented city ${city.seed} ${city.day} ${kind} ${number}`).digest(), msOf(startOfLocalDay(city.day)));
}

/** Every community with people and a service centre, in code order. */
export function communitiesOf(tree: UnitTree): readonly string[] {
  return [...tree.units.values()].filter((unit) => unit.kind === 'community' && !unit.virtual && unit.validTo === null).map((unit) => unit.code).sort();
}

/** Whether a unit lies in a district with staff. */
export function isStaffed(unit: string): boolean {
  return staffedDistricts.some((district) => unit.startsWith(district));
}
