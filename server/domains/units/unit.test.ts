import { describe, expect, test } from 'vitest';
import departments from '../../../data/units/departments.json' with { type: 'json' };
import shenzhen from '../../../data/units/shenzhen.json' with { type: 'json' };
import { institutionsOf } from './institution.ts';
import { inForceOn, unitsOf } from './unit.ts';

const units = unitsOf(shenzhen);
const byCode = new Map(units.map((unit) => [unit.code, unit]));
const ofKind = (kind: string): typeof units => units.filter((unit) => unit.kind === kind);

describe('The units of Shenzhen', () => {
  test('are one city, 9 districts, one functional area, 79 street-level and 788 community codes', () => {
    expect(['city', 'district', 'functional_area', 'street', 'community'].map((kind) => ofKind(kind).length)).toEqual([1, 9, 1, 79, 788]);
    expect(byCode.size).toBe(units.length);
  });

  test('carry codes whose beginning is the code of the parent, as published', () => {
    for (const unit of units.filter((u) => u.kind === 'street' || u.kind === 'community')) expect(unit.code.startsWith(unit.parent ?? 'none'), unit.code).toBe(true);
    for (const unit of units) expect(unit.code).toMatch(/^(\d{6}|\d{9}|\d{12})$/);
    for (const unit of units.filter((u) => u.parent !== null)) expect(byCode.has(unit.parent ?? '')).toBe(true);
  });

  test('share 34 published names and 45 everyday names among communities, so that the code is the key', () => {
    const repeated = (names: string[]): number => [...new Set(names)].filter((name) => names.indexOf(name) !== names.lastIndexOf(name)).length;
    expect(repeated(ofKind('community').map((unit) => unit.name['zh-CN']))).toBe(34);
    expect(788 - new Set(ofKind('community').map((unit) => unit.name['zh-CN'])).size).toBe(38);
    expect(repeated(ofKind('community').map((unit) => unit.shortName['zh-CN']))).toBe(45);
    expect(ofKind('community').filter((unit) => unit.shortName['zh-CN'] === '凤凰社区')).toHaveLength(5);
  });

  test('mark the five virtual communities and the five street codes that are no streets, one under the other', () => {
    const virtual = units.filter((unit) => unit.virtual);
    expect(virtual.map((unit) => unit.parent)).toEqual(units.filter((unit) => unit.notAStreet).map((unit) => unit.code));
    expect(virtual.map((unit) => unit.shortName['zh-CN'])).toEqual(['福田保税区', '前海合作区', '深圳市宝安国际机场', '深圳盐田综合保税区', '深圳坪山综合保税区']);
  });

  test('keep the published name and give the name people use', () => {
    const names = (code: string): string[] => [byCode.get(code)?.name['zh-CN'] ?? '', byCode.get(code)?.shortName['zh-CN'] ?? ''];
    expect(names('440303001001')).toEqual(['大塘龙社区居民委员会', '大塘龙社区']);
    expect(names('440306019001')).toEqual(['黄麻布社区居委', '黄麻布社区']);
    expect(names('440308001002')).toEqual(['小梅沙居委会', '小梅沙社区']);
    expect(names('440307013016')).toEqual(['杨美社区嘉丽园居委会', '杨美社区（嘉丽园）']);
    expect(names('440307013022')).toEqual(['象角塘社区', '象角塘社区']);
  });

  test('are written in Hong Kong characters without changing what belongs to a name', () => {
    const hk = units.map((unit) => unit.name['zh-HK']).join(' ');
    expect(hk.match(/[範嚇湧巖峯羣裏恆]/g)).toBeNull();
    expect(['440307009', '440306026', '440309002001', '440305007011'].map((code) => byCode.get(code)?.shortName['zh-HK'])).toEqual(['葵涌街道', '石岩街道', '沙吓社區', '后海社區']);
    expect(hk.match(/[区龙岗园湾关门华宝乡]/g)).toBeNull();
  });

  test('are spelt in English as the city spells them', () => {
    const en = (code: string): string | undefined => byCode.get(code)?.shortName.en;
    expect(ofKind('district').map((unit) => unit.name.en)).toEqual(['Luohu', 'Futian', 'Nanshan', "Bao'an", 'Longgang', 'Yantian', 'Longhua', 'Pingshan', 'Guangming'].map((name) => `${name} District`));
    expect(['440306017', '440307011', '440307009', '440304011'].map(en)).toEqual(["Xin'an Subdistrict", "Nan'ao Subdistrict", 'Kuichong Subdistrict', 'Huaqiangbei Subdistrict']);
    expect(units.find((unit) => unit.shortName['zh-CN'] === '岗厦社区')?.shortName.en).toBe('Gangxia Community');
    for (const unit of units) expect(unit.name.en, unit.code).toMatch(/^[A-Z][A-Za-zü'’ ()]+$/);
  });

  test('are in force before the day of the source, whose day is not their first', () => {
    const street = byCode.get('440303001');
    expect(street?.validFromKnown).toBe(false);
    expect(street !== undefined && inForceOn(street, '2004-01-01')).toBe(true);
  });
});

describe('The institutions of Shenzhen', () => {
  const institutions = institutionsOf(units, departments);

  test('are a hall for the city, each district and functional area, each of 74 streets and each of 783 communities', () => {
    const halls = institutions.filter((institution) => institution.category === 'hall');
    expect(['city', 'district', 'street', 'community'].map((level) => halls.filter((hall) => hall.level === level).length)).toEqual([1, 10, 74, 783]);
    expect(halls.every((hall) => hall.generalWindows > 0)).toBe(true);
  });

  test('have codes of ours that never repeat and names without an unfilled mark', () => {
    expect(new Set(institutions.map((institution) => institution.code)).size).toBe(institutions.length);
    for (const institution of institutions) {
      expect(institution.code).toMatch(/^YM-\d{6,12}-[a-z_]+$/);
      expect(Object.values(institution.name).join('')).not.toMatch(/[{}]/);
    }
  });

  test('are named after their unit: a bureau, a branch of the city’s bureau, a street office, a service centre', () => {
    const name = (code: string): unknown => institutions.find((institution) => institution.code === code)?.name;
    expect(name('YM-440300-civil_affairs')).toEqual({ 'zh-CN': '深圳市民政局', 'zh-HK': '深圳市民政局', en: 'Civil Affairs Bureau of Shenzhen Municipality' });
    expect(name('YM-440303-police')).toEqual({ 'zh-CN': '深圳市公安局罗湖分局', 'zh-HK': '深圳市公安局羅湖分局', en: 'Luohu District Branch, Public Security Bureau of Shenzhen Municipality' });
    expect(name('YM-440399-police')).toMatchObject({ 'zh-CN': '深圳市公安局大鹏分局' });
    expect(name('YM-440307013-public_service')).toEqual({ 'zh-CN': '坂田街道公共服务办公室', 'zh-HK': '坂田街道公共服務辦公室', en: 'Public Services Office, Bantian Subdistrict' });
    expect(name('YM-440303001001-hall')).toEqual({ 'zh-CN': '大塘龙社区党群服务中心', 'zh-HK': '大塘龍社區黨群服務中心', en: 'Datanglong Community Service Centre' });
  });

  test('leave no department kind pointing at a street office that is not there', () => {
    const offices = departments.streetOffices.map((office) => office.kind);
    for (const kind of departments.kinds) if (kind.street !== null) expect(offices, kind.kind).toContain(kind.street);
  });
});
