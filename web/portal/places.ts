import type { Language, Localized } from '../../contract/language.ts';
import type { Api } from '../client/client.ts';
import type { CommunityChoice, CommunityState } from '../ui/community-field/community-field.tsx';
import type { Reply } from '../ui/wire.ts';

type Unit = Reply<'listUnits'>['units'][number];

/** Names of the city and everything in it down to the streets; communities are asked for when needed. */
export interface Places {
  readonly city: Localized;
  readonly districts: readonly Unit[];
  readonly streets: readonly Unit[];
}

const keepMs = 10 * 60_000;
const noPlaces: Places = { city: { 'zh-CN': '', 'zh-HK': '', en: '' }, districts: [], streets: [] };

/** A reader of the places that asks the API again every ten minutes: units change on announced days, not by the second. */
export function placesReader(now: () => number = Date.now): (api: Api) => Promise<Places> {
  let kept: { readonly at: number; readonly places: Places } | undefined;
  return async (api) => {
    if (kept && now() - kept.at < keepMs) return kept.places;
    const places = await readPlaces(api);
    if (places.districts.length > 0) kept = { at: now(), places };
    return places;
  };
}

async function readPlaces(api: Api): Promise<Places> {
  const ofKind = async (kind: Unit['kind']) => (await api.GET('/api/v1/units', { params: { query: { kind } } })).data?.units ?? [];
  const [cities, districts, areas, streets] = await Promise.all([ofKind('city'), ofKind('district'), ofKind('functional_area'), ofKind('street')]);
  return { city: cities[0]?.name ?? noPlaces.city, districts: [...districts, ...areas], streets };
}

/** "Lianhua, Futian": the street and district of a community, to tell repeated names apart. */
export function withinWords(places: Places, community: { readonly parent: string | null }, language: Language): string {
  const street = places.streets.find((one) => one.code === community.parent);
  const district = places.districts.find((one) => one.code === (street?.parent ?? community.parent));
  const names = [district, street].flatMap((unit) => (unit ? [unit.name[language]] : []));
  return language === 'en' ? names.reverse().join(', ') : names.join('');
}

const asChoice = (places: Places, language: Language) => (unit: Unit): CommunityChoice => ({ code: unit.code, name: unit.name[language], within: withinWords(places, unit, language) });

/** Communities whose name, pinyin or code fits a text. */
export async function findCommunities(api: Api, places: Places, language: Language, text: string): Promise<readonly CommunityChoice[]> {
  const found = await api.GET('/api/v1/units', { params: { query: { text: text.slice(0, 40), kind: 'community' } } });
  return (found.data?.units ?? []).slice(0, 30).map(asChoice(places, language));
}

/** One community by code; undefined where there is none. */
export async function communityOf(api: Api, places: Places, language: Language, code: string): Promise<CommunityChoice | undefined> {
  if (!/^\d{12}$/.test(code)) return undefined;
  const found = await api.GET('/api/v1/units/{code}', { params: { path: { code } } });
  return found.data ? asChoice(places, language)(found.data.unit) : undefined;
}

/** What of a picker was posted. */
export interface PickerInput {
  readonly chosen: string;
  readonly search: string;
  readonly district: string;
  readonly street: string;
  /** the person asked for a list: by the search box, or by district and street */
  readonly find: 'search' | 'browse' | null;
}

/** The picker as it is to be shown: what was looked for is found; the present choice stays. */
export async function pickerState(api: Api, places: Places, language: Language, input: PickerInput): Promise<CommunityState> {
  const name = (unit: Unit) => ({ code: unit.code, name: unit.name[language] });
  const chosen = input.chosen ? await communityOf(api, places, language, input.chosen) : undefined;
  const base = { districts: places.districts.map(name), ...(chosen ? { chosen } : {}), ...(input.search ? { search: input.search } : {}) };
  if (input.find === 'browse' && input.district) {
    const streets = places.streets.filter((street) => street.parent === input.district);
    const street = streets.find((one) => one.code === input.street);
    const listed = street ? await api.GET('/api/v1/units', { params: { query: { parent: street.code } } }) : undefined;
    return { ...base, district: input.district, streets: streets.map(name), ...(street ? { street: street.code, found: (listed?.data?.units ?? []).map(asChoice(places, language)) } : {}) };
  }
  if (input.search && (input.find === 'search' || !chosen)) return { ...base, found: await findCommunities(api, places, language, input.search) };
  return base;
}
