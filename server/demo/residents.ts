import type { PartyToMake } from '../domains/people/index.ts';
import type { UnitTree } from '../domains/units/index.ts';
import type { Id } from '../kernel/ids.ts';
import { chanceFrom, type Chance } from './chance.ts';
import { cityId, communitiesOf, homeCommunity, isStaffed, type CitySeed } from './city.ts';
import { inventFirm, inventPeople, inventPerson, type FirmForm, type InventedFirm, type InventedPerson, type Origin } from './people.ts';

/** An invented person at home in a real community. */
export interface Resident {
  readonly partyId: Id;
  readonly person: InventedPerson;
  readonly home: string;
}

/** An invented firm, the resident who represents it in law (法定代表人), and the community of its premises. */
export interface Firm {
  readonly partyId: Id;
  readonly firm: InventedFirm;
  readonly representative: Resident;
  readonly place: string;
}

/** Subdistricts at the Luohu port and its neighbours (Guiyuan, Huangbei, Nanhu), where those who cross daily like to live. */
const atThePort = ['440303001', '440303002', '440303005'];

/** Shares of Hong Kong, Macau, Taiwan and foreign residents by place. Chosen so that every paper is met on screen; drawn from no census. */
function originAt(home: string, chance: Chance): Origin {
  const port = atThePort.some((street) => home.startsWith(street));
  const [hongKong, macau] = port ? [0.3, 0.04] : home.startsWith('440303') ? [0.12, 0.02] : home.startsWith('440304') ? [0.03, 0.005] : [0.006, 0.002];
  const drawn = chance.next();
  if (drawn < hongKong) return 'hong_kong';
  if (drawn < hongKong + macau) return 'macau';
  if (drawn < hongKong + macau + 0.008) return 'taiwan';
  return drawn < hongKong + macau + 0.014 ? 'abroad' : 'mainland';
}

/**
 * Residents over all real communities. How many people live in a community is not known to us, so all weigh alike, but those of the three
 * staffed districts three times, since the city is looked at from there, and the demonstration clerk's own twenty times. The first two are
 * the demonstration accounts: one with a mainland identity card, one with a Hong Kong resident's permit.
 */
export function inventResidents(city: CitySeed, tree: UnitTree, count: number): readonly Resident[] {
  const communities = communitiesOf(tree);
  const weighted = communities.flatMap((code) => Array<string>(code === homeCommunity ? 20 : isStaffed(code) ? 3 : 1).fill(code));
  const homeOf = (index: number): string => (index < 2 ? homeCommunity : chanceFrom(`${city.seed}/home/${index}`).oneOf(weighted as [string, ...string[]]));
  const people = inventPeople(city.seed, count, city.day, (index, chance) => originAt(homeOf(index), chance));
  return people.map((drawn, index): Resident => {
    const person = index === 0 ? accountHolder(city, 0, 'mainland') : index === 1 ? accountHolder(city, 1, 'hong_kong') : drawn;
    return { partyId: cityId(city, 'party', index), person, home: homeOf(index) };
  });
}

const accountHolder = (city: CitySeed, index: number, origin: Origin): InventedPerson => inventPerson(`${city.seed}/account/${index}`, { index, today: city.day, origin, ageFrom: 32, ageTo: 58 });

/** Full years by the city's day. */
export function ageOf(resident: Resident, city: CitySeed): number {
  const [born, today] = [resident.person.birthOn, city.day];
  return Number(today.slice(0, 4)) - Number(born.slice(0, 4)) - (today.slice(5) < born.slice(5) ? 1 : 0);
}

const firmForms: readonly [FirmForm, ...FirmForm[]] = ['company', 'company', 'company', 'individual_business', 'individual_business', 'non_enterprise', 'cooperative'];

/** Firms with premises in the staffed districts, each represented by a grown-up resident of one of them. */
export function inventFirms(city: CitySeed, residents: readonly Resident[], count: number): readonly Firm[] {
  const grown = residents.filter((resident) => isStaffed(resident.home) && ageOf(resident, city) >= 22 && ageOf(resident, city) < 68);
  return Array.from({ length: count }, (_, index): Firm => {
    const chance = chanceFrom(`${city.seed}/firm/${index}`);
    const representative = chance.oneOf(grown as [Resident, ...Resident[]]);
    return { partyId: cityId(city, 'firm', index), firm: inventFirm(chance, { index, form: chance.oneOf(firmForms) }), representative, place: chance.oneOf(grown as [Resident, ...Resident[]]).home };
  });
}

/** Residents and firms as parties. Children under twelve have no telephone; most grown-ups have once shown their paper at a window. */
export function partiesOf(city: CitySeed, residents: readonly Resident[], firms: readonly Firm[]): readonly PartyToMake[] {
  return [
    ...residents.map((resident): PartyToMake => ({
      partyId: resident.partyId, name: nameOf(resident.person), number: resident.person.number, kind: resident.person.kind,
      phone: ageOf(resident, city) < 12 ? null : resident.person.mobile,
      assurance: resident.person.index < 2 || chanceFrom(`${city.seed}/seen/${resident.person.index}`).happens(0.7) ? 'verified_at_window' : 'self_declared',
    })),
    ...firms.map((firm): PartyToMake => ({ partyId: firm.partyId, name: firm.firm.name['zh-CN'], number: firm.firm.creditCode, phone: null, assurance: 'verified_at_window' })),
  ];
}

/** The name on the paper this person carries: residence permits of Hong Kong, Macau and Taiwan residents write traditional characters as issued, foreign cards the Latin name. */
export function nameOf(person: InventedPerson): string {
  if (person.origin === 'abroad') return person.name.en.toUpperCase();
  return person.origin === 'mainland' ? person.name['zh-CN'] : person.name['zh-HK'];
}
