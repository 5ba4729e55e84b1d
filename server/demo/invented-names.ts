import type { Chance } from './chance.ts';

/** One character of a name: 简体, 繁體 (written here by hand: names are never converted by program), pinyin, Hong Kong government romanisation. */
type NameCharacter = readonly [simplified: string, traditional: string, pinyin: string, hongKong: string];

type NameCharacters = readonly [NameCharacter, ...NameCharacter[]];

function characters(rows: string): NameCharacters {
  const read = rows
    .trim()
    .split('\n')
    .flatMap((row) => row.trim().split(' · '))
    .map((cell) => cell.split(' ') as unknown as NameCharacter);
  return read as unknown as NameCharacters;
}

/** Common surnames of Guangdong and of those who moved to it. */
export const surnames: NameCharacters = characters(`
  陈 陳 Chen Chan · 黄 黃 Huang Wong · 李 李 Li Lee · 林 林 Lin Lam · 张 張 Zhang Cheung · 王 王 Wang Wong · 刘 劉 Liu Lau · 吴 吳 Wu Ng
  梁 梁 Liang Leung · 叶 葉 Ye Yip · 罗 羅 Luo Lo · 杨 楊 Yang Yeung · 周 周 Zhou Chow · 何 何 He Ho · 郑 鄭 Zheng Cheng · 谢 謝 Xie Tse
  曾 曾 Zeng Tsang · 邓 鄧 Deng Tang · 冯 馮 Feng Fung · 苏 蘇 Su So · 许 許 Xu Hui · 蔡 蔡 Cai Tsoi · 潘 潘 Pan Poon · 卢 盧 Lu Lo
  钟 鍾 Zhong Chung · 彭 彭 Peng Pang · 赖 賴 Lai Lai · 廖 廖 Liao Liu · 文 文 Wen Man · 朱 朱 Zhu Chu · 徐 徐 Xu Tsui · 马 馬 Ma Ma
  孙 孫 Sun Suen · 胡 胡 Hu Wu · 高 高 Gao Ko · 郭 郭 Guo Kwok · 韩 韓 Han Hon · 唐 唐 Tang Tong · 欧阳 歐陽 Ouyang Au-Yeung · 司徒 司徒 Situ Szeto
`);

/** Given-name characters that say nothing about sex. */
export const givenCharacters: NameCharacters = characters(`
  安 安 an On · 宁 寧 ning Ning · 平 平 ping Ping · 和 和 he Wo · 乐 樂 le Lok · 文 文 wen Man · 书 書 shu Shu · 思 思 si Sze
  言 言 yan Yin · 新 新 xin Sun · 晨 晨 chen Sun · 晓 曉 xiao Hiu · 明 明 ming Ming · 清 清 qing Ching · 远 遠 yuan Yuen · 知 知 zhi Chi
  学 學 xue Hok · 真 真 zhen Chun · 信 信 xin Shun · 诚 誠 cheng Shing · 景 景 jing King · 云 雲 yun Wan · 川 川 chuan Chuen · 林 林 lin Lam
  宇 宇 yu Yu · 星 星 xing Sing · 海 海 hai Hoi · 南 南 nan Nam · 一 一 yi Yat · 子 子 zi Tsz · 可 可 ke Ho · 以 以 yi Yee
  之 之 zhi Chi · 若 若 ruo Yeuk · 如 如 ru Yu · 佳 佳 jia Kai · 嘉 嘉 jia Ka · 家 家 jia Ka · 悦 悅 yue Yuet · 欣 欣 xin Yan
  亦 亦 yi Yik · 行 行 xing Hang · 同 同 tong Tung · 立 立 li Lap · 予 予 yu Yu · 希 希 xi Hei · 方 方 fang Fong · 正 正 zheng Ching
`);

/** A name in the three languages of the product; the English one in the romanisation of the place the person comes from. */
export type InventedName = Readonly<{ 'zh-CN': string; 'zh-HK': string; en: string }>;

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Draws a surname and one given character (one time in six) or two. `romanised` chooses pinyin (Chen Anning) or Hong Kong spelling (Chan On Ning). */
export function inventName(chance: Chance, romanised: 'pinyin' | 'hong_kong'): InventedName {
  const surname = chance.oneOf(surnames);
  const first = chance.oneOf(givenCharacters);
  const given = chance.happens(1 / 6) ? [first] : [first, chance.oneOf(givenCharacters)];
  const pinyin = `${surname[2]} ${capital(given.map((character) => character[2]).join(''))}`;
  const hongKong = `${surname[3]} ${given.map((character) => character[3]).join(' ')}`;
  return {
    'zh-CN': surname[0] + given.map((character) => character[0]).join(''),
    'zh-HK': surname[1] + given.map((character) => character[1]).join(''),
    en: romanised === 'pinyin' ? pinyin : hongKong,
  };
}

/** A firm's brand of two characters; English in pinyin. */
export function inventBrand(chance: Chance): InventedName {
  const brand = [chance.oneOf(givenCharacters), chance.oneOf(givenCharacters)];
  const joined = (at: 0 | 1 | 2): string => brand.map((character) => character[at]).join('');
  return { 'zh-CN': joined(0), 'zh-HK': joined(1), en: capital(joined(2)) };
}
