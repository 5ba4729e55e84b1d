/** What the department of a kind is called at a level where no single unit is meant: 区民政局, 街道公共服务办公室. For guides, which hold for every area. */
import type { DepartmentFile } from './institution.ts';
import type { UnitLevel, UnitName } from './unit.ts';

/** One such name. */
export interface DepartmentName {
  readonly kind: string;
  readonly level: UnitLevel;
  readonly name: UnitName;
}

type Words = Readonly<Record<keyof UnitName, { readonly unit: string; readonly short: string }>>;

const wordsOf: Readonly<Record<'district' | 'street' | 'community', Words>> = {
  district: { 'zh-CN': { unit: '区', short: '辖区' }, 'zh-HK': { unit: '區', short: '轄區' }, en: { unit: 'District', short: 'District' } },
  street: { 'zh-CN': { unit: '街道', short: '街道' }, 'zh-HK': { unit: '街道', short: '街道' }, en: { unit: 'Subdistrict', short: 'Subdistrict' } },
  community: { 'zh-CN': { unit: '社区', short: '社区' }, 'zh-HK': { unit: '社區', short: '社區' }, en: { unit: 'Community', short: 'Community' } },
};

/** The names of every kind at every level where somebody does its work; `city` is the city's own name. */
export function departmentNamesOf(file: DepartmentFile, city: UnitName): DepartmentName[] {
  const ofCity: Words = { 'zh-CN': both(city['zh-CN']), 'zh-HK': both(city['zh-HK']), en: both(city.en) };
  return file.kinds.flatMap((kind): DepartmentName[] => {
    const office = file.streetOffices.find((one) => one.kind === kind.street);
    return [
      { kind: kind.kind, level: 'city', name: filled(kind.city, ofCity) },
      { kind: kind.kind, level: 'district', name: filled(kind.district, wordsOf.district) },
      ...(office ? [{ kind: kind.kind, level: 'street' as const, name: filled(office.name, wordsOf.street) }] : []),
      ...(kind.community ? [{ kind: kind.kind, level: 'community' as const, name: filled(file.communityStation.name, wordsOf.community) }] : []),
    ];
  });
}

const both = (name: string): { unit: string; short: string } => ({ unit: name, short: name });

function filled(pattern: UnitName, words: Words): UnitName {
  const fill = (language: keyof UnitName): string => pattern[language].replaceAll('{unit}', words[language].unit).replaceAll('{short}', words[language].short);
  return { 'zh-CN': fill('zh-CN'), 'zh-HK': fill('zh-HK'), en: fill('en').replace(/ of (District|Subdistrict|Community)\b/, ' of the $1') };
}
