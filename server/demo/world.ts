import type { App } from '../app.ts';
import type { PublishedItem } from '../domains/catalogue/index.ts';
import type { Context } from '../domains/matters/routes-context.ts';
import { msOf, type Instant, type LocalDay } from '../kernel/instant.ts';
import { chanceFrom, type Chance } from './chance.ts';
import { homeCommunity, isStaffed, type CitySeed } from './city.ts';
import { agesOf, usualAges, weights } from './item-weights.ts';
import { lastWorkingDays } from './office-hours.ts';
import { ageOf, type Firm, type Resident } from './residents.ts';
import type { StaffAt } from './staff.ts';

/** Everything that matters are drawn from. */
export interface World {
  readonly city: CitySeed;
  /** Nothing happens after this moment. */
  readonly now: Instant;
  readonly app: Pick<App, 'people' | 'units' | 'calendar' | 'catalogue' | 'law'>;
  readonly staff: StaffAt;
  readonly firms: readonly [Firm, ...Firm[]];
  readonly residents: readonly Resident[];
  /** Every item, as often in the list as it is asked for. */
  readonly items: readonly [PublishedItem, ...PublishedItem[]];
  /** The sixty working days up to today, the newest ones oftener, so that desks have work before them. */
  readonly days: readonly [LocalDay, ...LocalDay[]];
  /** Who may ask for an item; `near` only those of the demonstration clerk's community. */
  candidates(item: Pick<PublishedItem, 'item'>, near: boolean): readonly [Resident, ...Resident[]];
  readonly children: readonly [Resident, ...Resident[]];
  chance(name: string): Chance;
}

/** Days of history, and how much oftener each of the newest six days is drawn: a quarter of all matters is from them. */
const historyDays = 60;
const newest = { days: 6, times: 4 };

/** Prepares a city for its matters. */
export function worldOf(given: Pick<World, 'city' | 'now' | 'app' | 'staff'> & { readonly residents: readonly Resident[]; readonly firms: readonly Firm[] }): World {
  const { city, app, residents } = given;
  const days = lastWorkingDays(app.calendar.calendar, city.day, historyDays);
  const weighted = days.flatMap((day, index) => Array<LocalDay>(index >= days.length - newest.days ? newest.times : 1).fill(day));
  const items = app.catalogue.current().filter((one) => one.item.implementation_item.task_state === 'in_force' && one.item.bundle === undefined);
  const asked = items.flatMap((one) => Array<PublishedItem>(weights[one.item.implementation_item.task_code] ?? 3).fill(one));
  const ages = new Map(residents.map((resident) => [resident, ageOf(resident, city)]));
  const here = residents.filter((resident) => isStaffed(resident.home));
  const kept = new Map<string, readonly Resident[]>();
  return {
    ...given, firms: filled(given.firms, 'firm'), items: filled(asked, 'item'), days: filled(weighted, 'day'),
    children: filled(residents.filter((resident) => (ages.get(resident) ?? 99) < 16), 'child'),
    candidates(item, near) {
      const code = item.item.implementation_item.task_code;
      const key = `${code} ${near}`;
      const [from, to] = agesOf[code] ?? usualAges;
      const ofAge = kept.get(key) ?? here.filter((resident) => fits(ages.get(resident) ?? 0, from, to) && (!near || resident.home === homeCommunity));
      kept.set(key, ofAge);
      // A village may have nobody of that age: then whoever is grown up.
      return filled(ofAge.length > 0 ? ofAge : here.filter((resident) => fits(ages.get(resident) ?? 0, ...usualAges)), 'applicant');
    },
    chance: (name) => chanceFrom(`${city.seed}/${name}`),
  };
}

const fits = (age: number, from: number, to: number): boolean => age >= from && age <= to;

function filled<T>(list: readonly T[], what: string): readonly [T, ...T[]] {
  const [first, ...rest] = list;
  if (first === undefined) throw new Error(`invented city: no ${what} at all`);
  return [first, ...rest];
}

/** The matters domain's view of the world at a moment of the past: what its rules read before they decide. They read nothing else of a context. */
export function contextAt(world: World, at: Instant): Context {
  const { people, units, calendar, catalogue, law } = world.app;
  const seen: Pick<Context, 'people' | 'units' | 'calendar' | 'catalogue' | 'law' | 'reactions' | 'now'> = { people, units, calendar, catalogue, law, reactions: [], now: () => at };
  return seen as Context;
}

/** The later of two moments. */
export const later = (a: Instant, b: Instant): Instant => (msOf(a) < msOf(b) ? b : a);
