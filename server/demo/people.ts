import { citizenCheckDigit, creditCodeAlphabet, creditCodeCheckCharacter, organisationCheckCharacter } from '../domains/people/numbers/index.ts';
import type { NumberKind } from '../domains/people/numbers/index.ts';
import { chanceFrom } from './chance.ts';
import type { Chance } from './chance.ts';
import { inventBrand, inventName } from './invented-names.ts';
import type { InventedName } from './invented-names.ts';

/** Where an invented person comes from; it decides the paper they carry. */
export type Origin = 'mainland' | 'hong_kong' | 'macau' | 'taiwan' | 'abroad';

/**
 * Somebody who does not exist. `number` is canonical and well made, but lies where no authority assigns (`isInventedNumber`);
 * `mobile` is E.164 in +86 154…, assigned to no operator as listed in 2022 (`isInventedPhone`). Only the name may be somebody's.
 */
export type InventedPerson = Readonly<{
  index: number;
  origin: Origin;
  name: InventedName;
  sex: 'female' | 'male';
  birthOn: string;
  kind: Extract<NumberKind, 'citizen_id' | 'hk_macau_taiwan_residence_permit' | 'permanent_residence'>;
  number: string;
  mobile: string;
}>;

/**
 * - `index`: 0 to 49,999, a different one for each person: number and telephone follow from it and are never shared.
 * - `today`: YYYY-MM-DD; nobody is born after it.
 * - `ageFrom`, `ageTo`: full years, 0 to 99 unless told.
 */
export type InventOptions = Readonly<{ index: number; today: string; origin?: Origin; ageFrom?: number; ageTo?: number }>;

/** First four digits: areas never assigned; abroad: a card applied for in Guangdong (44) by a national of country 9xx, which ISO 3166-1 leaves to users. */
const areaPrefix: Readonly<Record<Origin, string>> = { mainland: '4499', hong_kong: '8199', macau: '8299', taiwan: '8399', abroad: '9449' };

const dayMilliseconds = 86_400_000;

/** A day on which somebody turned an age between the two, by `today`. */
function inventBirth(chance: Chance, options: InventOptions): string {
  const shifted = (years: number): number => {
    const [year = 0, month = 1, day = 1] = options.today.split('-').map(Number);
    return Date.UTC(year - years, month - 1, day);
  };
  const latest = shifted(options.ageFrom ?? 0);
  const earliest = shifted((options.ageTo ?? 99) + 1) + dayMilliseconds;
  return new Date(earliest + chance.whole(0, Math.round((latest - earliest) / dayMilliseconds)) * dayMilliseconds).toISOString().slice(0, 10);
}

function kindOf(origin: Origin): InventedPerson['kind'] {
  if (origin === 'mainland') return 'citizen_id';
  return origin === 'abroad' ? 'permanent_residence' : 'hk_macau_taiwan_residence_permit';
}

/** A hundred areas and five hundred order numbers of each sex come from the index alone, so two indices never share a number, whatever the birth dates. */
function inventNumber(index: number, origin: Origin, sex: 'female' | 'male', birthOn: string): string {
  const area = areaPrefix[origin] + String(index % 100).padStart(2, '0');
  const order = String((Math.floor(index / 100) % 500) * 2 + (sex === 'male' ? 1 : 0)).padStart(3, '0');
  const body = area + birthOn.replaceAll('-', '') + order;
  return body + citizenCheckDigit(body);
}

/** One person from a seed (or a running stream of chance): the same seed and options give the same person. */
export function inventPerson(seed: number | string | Chance, options: InventOptions): InventedPerson {
  const chance = typeof seed === 'object' ? seed : chanceFrom(seed);
  const origin = options.origin ?? 'mainland';
  const sex = chance.happens(0.5) ? 'female' : 'male';
  const birthOn = inventBirth(chance, options);
  return {
    index: options.index,
    origin,
    name: inventName(chance, origin === 'hong_kong' || origin === 'macau' ? 'hong_kong' : 'pinyin'),
    sex,
    birthOn,
    kind: kindOf(origin),
    number: inventNumber(options.index, origin, sex, birthOn),
    mobile: `+86154${String(options.index).padStart(8, '0')}`,
  };
}

type AgeBand = readonly [from: number, to: number];

/** Ages of an invented city: young, as a city of newcomers is, with children and grandparents. Drawn for believable screens, not from a census. */
const ageBands: readonly [AgeBand, ...AgeBand[]] = [
  [0, 5], [6, 17], [6, 17], [18, 29], [18, 29], [18, 29], [18, 29], [30, 39], [30, 39], [30, 39], [30, 39], [30, 39],
  [40, 49], [40, 49], [40, 49], [50, 59], [50, 59], [60, 69], [60, 69], [70, 79], [80, 99],
];

/** `count` people (at most 50,000), all numbers and telephones distinct. `originOf` decides who comes from where; all from the mainland unless told. */
export function inventPeople(seed: number | string, count: number, today: string, originOf: (index: number, chance: Chance) => Origin = () => 'mainland'): InventedPerson[] {
  const people: InventedPerson[] = [];
  for (let index = 0; index < Math.min(count, 50_000); index += 1) {
    const chance = chanceFrom(`${String(seed)}/person/${String(index)}`);
    const origin = originOf(index, chance);
    const [ageFrom, ageTo] = chance.oneOf(ageBands);
    people.push(inventPerson(chance, { index, today, origin, ageFrom, ageTo }));
  }
  return people;
}

/** An organisation that does not exist; its credit code is well made and registered in area 4499xx, which is no place. */
export type InventedFirm = Readonly<{ index: number; form: FirmForm; name: InventedName; creditCode: string }>;

/** Department and category of the credit code: 91 company, 92 individual business, 93 farmers' co-operative, 52 private non-enterprise unit. */
export type FirmForm = 'company' | 'individual_business' | 'cooperative' | 'non_enterprise';

const departmentAndCategory: Readonly<Record<FirmForm, string>> = { company: '91', individual_business: '92', cooperative: '93', non_enterprise: '52' };

const trades: readonly [InventedName, ...InventedName[]] = [
  { 'zh-CN': '餐饮', 'zh-HK': '餐飲', en: 'Catering' },
  { 'zh-CN': '科技', 'zh-HK': '科技', en: 'Technology' },
  { 'zh-CN': '商贸', 'zh-HK': '商貿', en: 'Trading' },
  { 'zh-CN': '家政服务', 'zh-HK': '家居服務', en: 'Home Services' },
  { 'zh-CN': '物业管理', 'zh-HK': '物業管理', en: 'Property Management' },
  { 'zh-CN': '文化传播', 'zh-HK': '文化傳播', en: 'Culture' },
  { 'zh-CN': '物流', 'zh-HK': '物流', en: 'Logistics' },
  { 'zh-CN': '医疗器械', 'zh-HK': '醫療器械', en: 'Medical Devices' },
];

const endings: Readonly<Record<FirmForm, InventedName>> = {
  company: { 'zh-CN': '有限公司', 'zh-HK': '有限公司', en: 'Co., Ltd.' },
  individual_business: { 'zh-CN': '店', 'zh-HK': '店', en: 'Shop' },
  cooperative: { 'zh-CN': '专业合作社', 'zh-HK': '專業合作社', en: 'Co-operative' },
  non_enterprise: { 'zh-CN': '服务中心', 'zh-HK': '服務中心', en: 'Service Centre' },
};

/** The organisation code of an index: `YM`, six characters counting in the alphabet of GB 32100, check character. Distinct for 31^6 firms. */
function organisationCode(index: number): string {
  let rest = index;
  let body = '';
  for (let place = 0; place < 6; place += 1) {
    body = creditCodeAlphabet.charAt(rest % creditCodeAlphabet.length) + body;
    rest = Math.floor(rest / creditCodeAlphabet.length);
  }
  return `YM${body}${organisationCheckCharacter(`YM${body}`)}`;
}

/** One organisation from a seed (or a running stream of chance); each `index` (0 or more) has a credit code of its own. It is registered in 一门市, a city that does not exist, so that no real firm bears its name. */
export function inventFirm(seed: number | string | Chance, options: Readonly<{ index: number; form?: FirmForm }>): InventedFirm {
  const chance = typeof seed === 'object' ? seed : chanceFrom(seed);
  const form = options.form ?? 'company';
  const [brand, trade, ending] = [inventBrand(chance), chance.oneOf(trades), endings[form]];
  const body = `${departmentAndCategory[form]}449900${organisationCode(options.index)}`;
  return {
    index: options.index,
    form,
    name: {
      'zh-CN': `一门市${brand['zh-CN']}${trade['zh-CN']}${ending['zh-CN']}`,
      'zh-HK': `一門市${brand['zh-HK']}${trade['zh-HK']}${ending['zh-HK']}`,
      en: `Yimen ${brand.en} ${trade.en} ${ending.en}`,
    },
    creditCode: body + creditCodeCheckCharacter(body),
  };
}
