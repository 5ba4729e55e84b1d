/**
 * How the names of units are carried into Hong Kong Traditional Chinese and English when data/units/shenzhen.json is made.
 * Names are records: the overrides below keep a converter from "translating" a character that belongs to the name.
 */
import { Converter } from 'opencc-js/cn2t';
import { pinyin } from 'pinyin-pro';

const convert = Converter({ from: 'cn', to: 'hk' });

/** Characters that stay as recorded (or take the form used in Hong Kong) whatever the converter says: place-name 吓 is not 嚇, 涌 is not 湧, 岩 not 巖, 峰 not 峯, 群 not 羣, 里 not 裏. */
const hongKongForms: Readonly<Record<string, string>> = { 吓: '吓', 涌: '涌', 岩: '岩', 峰: '峰', 群: '群', 里: '里', 恒: '恒', 启: '啟', 范: '范', 谷: '谷', 云: '雲', 坛: '壇' };

/** Whole names with an established Traditional form: Deep Bay is 后海灣 in Hong Kong's own usage. */
const hongKongNames: Readonly<Record<string, string>> = { 后海: '后海' };

/** `name` in Hong Kong Traditional Chinese. */
export function toHongKong(name: string): string {
  const converted = [...convert(name)];
  const text = [...name].map((char, i) => hongKongForms[char] ?? converted[i] ?? char).join('');
  return Object.entries(hongKongNames).reduce((done, [from, to]) => (name.includes(from) ? done.replace(convert(from), to) : done), text);
}

/** Local readings a general dictionary gets wrong: 厦 in village names is xia (Gangxia, Shixia), 涌 is chong (Kuichong), 都 du, 茜坑 Xikeng. */
const localReadings: Readonly<Record<string, string>> = { 厦: 'xia', 涌: 'chong', 都: 'du', 茜: 'xi' };

/** Pinyin of a place name as one capitalised word, with the apostrophe before a vowel: 福安 → Fu'an (GB/T 28039, 汉语拼音正词法). */
export function toPinyin(name: string): string {
  const read = pinyin(name, { toneType: 'none', type: 'array' });
  const syllables = [...name].map((char, i) => localReadings[char] ?? read[i] ?? char);
  const joined = syllables.map((syllable, i) => (i > 0 && /^[aoeāōē]/.test(syllable) ? `'${syllable}` : syllable)).join('');
  return joined.charAt(0).toUpperCase() + joined.slice(1);
}

/** Official English names of the city and its districts (as the districts' own sites write them). */
export const officialEnglish: Readonly<Record<string, string>> = {
  深圳市: 'Shenzhen',
  罗湖区: 'Luohu District',
  福田区: 'Futian District',
  南山区: 'Nanshan District',
  宝安区: "Bao'an District",
  龙岗区: 'Longgang District',
  盐田区: 'Yantian District',
  龙华区: 'Longhua District',
  坪山区: 'Pingshan District',
  光明区: 'Guangming District',
  大鹏新区: 'Dapeng New District',
};

/** The five street-level codes that are no streets, with the English name and the reason. */
export const notStreets: Readonly<Record<string, { readonly en: string; readonly reason: string }>> = {
  '440304400': { en: 'Futian Free Trade Zone', reason: 'bonded zone with a code of its own for statistics; no street office' },
  '440305400': { en: 'Qianhai Cooperation Zone', reason: 'cooperation zone under the Qianhai Authority; no street office' },
  '440306400': { en: "Shenzhen Bao'an International Airport", reason: 'airport with a code of its own for statistics; no street office' },
  '440308403': { en: 'Shenzhen Yantian Comprehensive Bonded Zone', reason: 'comprehensive bonded zone with a code of its own for statistics; no street office' },
  '440310401': { en: 'Shenzhen Pingshan Comprehensive Bonded Zone', reason: 'comprehensive bonded zone with a code of its own for statistics; no street office' },
};

/** What a published community name says: the place, and within it the committee where several share one community. */
export interface CommunityName {
  readonly place: string;
  readonly committee: string | null;
  readonly virtual: boolean;
}

/**
 * Takes a published name apart. Forms found: X社区居民委员会, X社区居委会, X社区居委 (cut short in the source), X居委会 (Yantian), X社区,
 * X社区Y居委会 (several committees in one community), X虚拟社区.
 */
export function readCommunityName(published: string): CommunityName {
  const virtual = /^(.+)虚拟社区$/.exec(published);
  if (virtual?.[1] !== undefined) return { place: virtual[1], committee: null, virtual: true };
  const inside = /^(.+?)社区(.*?)(居民委员会|居委会|居委)?$/.exec(published);
  if (inside?.[1] !== undefined) return { place: inside[1], committee: inside[2] === '' ? null : (inside[2] ?? null), virtual: false };
  return { place: published.replace(/(居民委员会|居委会)$/, ''), committee: null, virtual: false };
}
