import { readPhone } from './phone.ts';

/** Compound surnames met in practice, 简 and 繁; a name of two characters is never read as a compound surname alone (欧阳 may be 欧 · 阳). */
const compoundSurnames = new Set(
  (
    '欧阳 歐陽 司徒 司马 司馬 上官 诸葛 諸葛 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐 夏侯 端木 东方 東方 独孤 獨孤 南宫 南宮 ' +
    '长孙 長孫 宇文 轩辕 軒轅 钟离 鍾離 闾丘 閭丘 太史 申屠 淳于 单于 單于 呼延 完颜 完顏 百里 东郭 東郭 西门 西門 万俟 赫连 赫連 第五'
  ).split(' '),
);

function maskHan(name: string): string {
  const characters = [...name];
  const compound = characters.length > 2 && compoundSurnames.has(characters.slice(0, 2).join(''));
  const shown = characters.length < 2 ? 0 : compound ? 2 : 1;
  return characters.slice(0, shown).join('') + '*'.repeat(characters.length - shown);
}

/**
 * A person's name as shown in lists and in public: 张* · 欧阳** · 阿*** (names with a middle dot: the first character and three stars) · C*** T*** M*** (Latin: the first letter of
 * each word and three stars, because word order does not tell which is the surname). An empty name stays empty.
 */
export function maskName(name: string): string {
  const clean = name.normalize('NFC').trim().replace(/\s+/g, ' ');
  if (clean === '') return '';
  if (/[·•‧・]/.test(clean) && /\p{Script=Han}/u.test(clean)) return `${[...clean][0] ?? ''}***`;
  if (/\p{Script=Han}/u.test(clean)) return maskHan(clean.replace(/ /g, ''));
  return clean
    .split(/[ ,]+/)
    .filter((word) => word !== '')
    .map((word) => `${[...word][0] ?? ''}***`)
    .join(' ');
}

/** A telephone number as shown: 138****5678 · +852 91****78 · 0755-****5678. What is no telephone number is hidden but for its last two characters. */
export function maskPhone(input: string): string {
  const read = readPhone(input);
  if (read.ok) return read.masked;
  const characters = [...input.trim()];
  return '*'.repeat(Math.max(0, characters.length - 2)) + (characters.length > 4 ? characters.slice(-2).join('') : '*'.repeat(Math.min(2, characters.length)));
}
