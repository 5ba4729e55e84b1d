/** Items found by the words people have for them: plain words, dialect, either script, pinyin, initials, English, with the usual slips. */
import { Jieba } from '@node-rs/jieba';
import MiniSearch from 'minisearch';
import { pinyin } from 'pinyin-pro';
import type { Item } from '../../../contract/catalogue.ts';
import characters from '../../../data/catalogue/characters.json' with { type: 'json' };
import synonyms from '../../../data/catalogue/synonyms.json' with { type: 'json' };
import { folded, isLatin, plainText, simplifiedFrom, withoutFiller, wordingsOf, type Wording } from './plain-words.ts';

/** What a search comes to: codes of the items found, best first, and, when asked, of those that may have been meant. */
export interface Found {
  readonly found: readonly string[];
  readonly near: () => readonly string[];
}

export type Search = (text: string) => Found;

/** At most this many items are found, and this many names suggested. */
const foundLimit = 30;
const nearLimit = 4;
/** Items far below the best one are noise. */
const noise = 0.18;

type Cut = (text: string) => readonly string[];
interface Scored {
  readonly id: string;
  readonly score: number;
}

/** One item as it is indexed; each field is a text whose terms are divided by blanks already. */
interface Entry {
  readonly id: string;
  readonly name: string;
  readonly words: string;
  readonly summary: string;
  readonly spelt: string;
  readonly folded: string;
  readonly initials: string;
  /** names and plain words whole, for exactness */
  readonly phrases: readonly Phrase[];
}

interface Phrase {
  readonly text: string;
  readonly latin: boolean;
  /** its pinyin; empty for one without Chinese characters */
  readonly spelt: string;
}

interface Index {
  readonly index: MiniSearch<Entry>;
  readonly entries: readonly Entry[];
  readonly cut: Cut;
  /** Whether a word, or one that begins so, stands in the catalogue. */
  readonly isKnown: (word: string) => boolean;
}

const simplified = simplifiedFrom(characters);
const plain = (text: string): string => plainText(text, simplified);

/** The syllables of the Chinese characters of a text, without tones, ü as v; other characters are left out. */
function syllablesOf(text: string): readonly string[] {
  const chinese = [...text].filter((character) => /\p{Script=Han}/u.test(character)).join('');
  return chinese === '' ? [] : pinyin(chinese, { toneType: 'none', type: 'array', v: true });
}

const written = ['name', 'words', 'summary'];
const boost = { name: 3, words: 4, summary: 0.6, spelt: 3, folded: 1.2, initials: 2.5 };

/**
 * Builds the index over these items and answers searches from it. Words are cut by jieba with a dictionary of our own titles and plain words alone: with bigrams beside them its
 * general dictionary found nothing more, and costs 45 MB of memory and 0.2 s (measured with @node-rs/jieba 2.0.3).
 */
export function searchOf(items: readonly Item[]): Search {
  const phrases = new Map(items.map((item) => [item.implementation_item.task_code, phrasesOf(item)]));
  const cut = cutter([...phrases.values()].flat());
  const entries = items.map((item) => entryOf(item, phrases.get(item.implementation_item.task_code) ?? [], cut));
  const index = new MiniSearch<Entry>({ fields: Object.keys(boost), idField: 'id', tokenize: (text) => text.split(' ').filter(Boolean), processTerm: (term) => term });
  index.addAll(entries);
  const words = [...new Set(entries.flatMap((entry) => [entry.name, entry.words, entry.summary].join(' ').match(/[a-z]{3,}/g) ?? []))];
  const whole: Index = { index, entries, cut, isKnown: (word) => words.some((known) => known.startsWith(word)) };
  return (text) => {
    const query = withoutFiller(plain(text), synonyms);
    const found = query === '' ? [] : best(wordingsOf(query, synonyms).map((wording) => scored(whole, wording)));
    return { found: found.slice(0, foundLimit), near: () => (query === '' ? [] : best([near(index, query)]).slice(0, nearLimit)) };
  };
}

function phrasesOf(item: Item): readonly string[] {
  const names = [item.catalog_item.task_name, ...item.handling_items.map((handling) => handling.name)];
  const own = [item.catalog_item.task_name['zh-CN'], item.catalog_item.task_name['zh-HK'], item.catalog_item.task_name.en];
  const parts = own.flatMap((name) => name.split(/[（）()、，,和]/));
  return [...new Set([...own, ...parts, ...item.plain_words, ...names.slice(1).map((name) => name.en)].map(plain).filter((phrase) => phrase.length > 1))];
}

function cutter(phrases: readonly string[]): Cut {
  const words = new Set(phrases.flatMap((phrase) => phrase.split(/[^\p{Script=Han}]+/u)).filter((word) => word.length > 1 && word.length < 9));
  const jieba = Jieba.withDict(Buffer.from([...words].map((word) => `${word} 1000 n`).join('\n')));
  return (text) => jieba.cutForSearch(text, false);
}

/** Words, bigrams and letters of a text: 「养狗证 dog」 → 养狗证 养狗 狗证 dog. A single character alone is itself. */
function terms(text: string, cut: Cut): readonly string[] {
  const runs = text.match(/\p{Script=Han}+|[a-z0-9]+/gu) ?? [];
  return runs.flatMap((run) => {
    if (/^[a-z0-9]/.test(run)) return [stem(run)];
    const bigrams = [...run].slice(1).map((character, i) => `${run[i] ?? ''}${character}`);
    return run.length === 1 ? [run] : [...new Set([...cut(run).filter((word) => word.length > 1), ...bigrams])];
  });
}

/** English words lose their plural. */
const stem = (word: string): string => (word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word);

function entryOf(item: Item, phrases: readonly string[], cut: Cut): Entry {
  const joined = (texts: readonly string[]): string => texts.flatMap((text) => terms(plain(text), cut)).join(' ');
  const names = Object.values(item.catalog_item.task_name);
  const spoken = phrases.map(syllablesOf).filter((syllables) => syllables.length > 1);
  const tails = (term: (syllables: readonly string[]) => string): string => [...new Set(spoken.flatMap((syllables) => syllables.slice(0, -1).map((_, i) => term(syllables.slice(i)))))].join(' ');
  return {
    id: item.implementation_item.task_code,
    name: joined(names),
    words: joined(item.plain_words),
    summary: joined([...Object.values(item.summary), ...item.handling_items.flatMap((handling) => Object.values(handling.name))]),
    spelt: tails((syllables) => syllables.join('')),
    folded: tails((syllables) => folded(syllables.join(''))),
    initials: tails((syllables) => syllables.map((syllable) => syllable.charAt(0)).join('')),
    phrases: phrases.map((text) => ({ text, latin: isLatin(text), spelt: syllablesOf(text).join('') })),
  };
}

/** The items one wording finds, and how well. */
function scored({ index, entries, cut, isKnown }: Index, wording: Wording): readonly Scored[] {
  const scores = new Map<string, number>();
  const add = (id: string, score: number): void => void scores.set(id, (scores.get(id) ?? 0) + score * wording.weight);
  // A word misspelt is looked for among its likes; one that is there stands for itself.
  const fuzzy = (term: string): number | false => (wording.weight === 1 && /^[a-z]{5,12}$/.test(term) && !isKnown(term) ? 0.2 : false);
  const prefix = (term: string): boolean => (/^[a-z]/.test(term) ? term.length > 2 : term.length === 1);
  for (const hit of index.search(terms(wording.text, cut).join(' '), { boost, fields: written, prefix, fuzzy })) add(hit.id as string, hit.score);
  for (const entry of entries) {
    const exact = exactness(entry.phrases, wording.text);
    if (exact > 0) add(entry.id, exact);
  }
  if (wording.weight === 1) for (const { id, score } of bySound({ index, entries }, wording.text, scores.size > 0)) add(id, score);
  return [...scores].map(([id, score]) => ({ id, score }));
}

/** How nearly one of the phrases is the text itself. */
function exactness(phrases: readonly Phrase[], text: string): number {
  let most = 0;
  for (const { text: phrase, latin } of phrases) {
    if (phrase === text) return 250;
    if (text.length > 1 && phrase.includes(text)) most = Math.max(most, 60 * (text.length / phrase.length));
    else if (!latin && text.includes(phrase)) most = Math.max(most, 60 * (phrase.length / text.length));
  }
  return most;
}

/** Pinyin from any syllable on, whole or begun, and initials; where those say nothing, as southern ears hear it, and then with a slip. */
function byPinyin(index: MiniSearch<Entry>, spelt: string, foundAlready: boolean): readonly Scored[] {
  if (spelt.length < 2) return [];
  const hits = [
    ...index.search(spelt, { fields: ['spelt'], boost, prefix: spelt.length > 2 }),
    ...(spelt.length < 9 ? index.search(spelt, { fields: ['initials'], boost, prefix: true }) : []),
  ];
  if (hits.length === 0 && spelt.length > 3) hits.push(...index.search(folded(spelt), { fields: ['folded'], boost, prefix: true }));
  if (hits.length === 0 && !foundAlready && spelt.length > 7) hits.push(...index.search(folded(spelt), { fields: ['folded'], boost, fuzzy: 0.15 }));
  return hits.map((hit) => ({ id: hit.id as string, score: hit.score }));
}

/** What sounds as the text reads: pinyin typed, or characters typed wrong that sound like a name or plain word (搞领津贴, 居主证). */
function bySound({ index, entries }: Pick<Index, 'index' | 'entries'>, text: string, foundAlready: boolean): readonly Scored[] {
  const typed = isLatin(text);
  if (!typed && text.length < 3) return [];
  const spelt = typed ? text.replace(/ /g, '') : syllablesOf(text).join('');
  if (spelt === '') return [];
  const hits = typed ? byPinyin(index, spelt, foundAlready) : index.search(spelt, { fields: ['spelt'], boost }).map((hit) => ({ id: hit.id as string, score: hit.score }));
  const whole = entries.filter((entry) => entry.phrases.some((phrase) => phrase.spelt === spelt)).map((entry) => ({ id: entry.id, score: 250 }));
  return [...hits, ...whole];
}

/** What may have been meant: characters that sound alike, single characters, looser spelling. */
function near(index: MiniSearch<Entry>, query: string): readonly Scored[] {
  const spelt = isLatin(query) ? query.replace(/ /g, '') : syllablesOf(query).join('');
  const loose = spelt.length > 3 ? index.search(folded(spelt), { fields: ['folded'], boost, prefix: true, fuzzy: 0.3 }) : [];
  const letters = isLatin(query) ? index.search(query, { fields: written, boost, prefix: true, fuzzy: 0.34 }) : [];
  const single = [...query].filter((character) => /\p{Script=Han}/u.test(character)).join(' ');
  const half = single.replace(/ /g, '').length / 2;
  const characters = single === '' ? [] : index.search(single, { fields: ['name', 'words'], boost, prefix: true, filter: (hit) => hit.queryTerms.length > half });
  return [...loose.map((hit) => [hit, 3] as const), ...letters.map((hit) => [hit, 1] as const), ...characters.map((hit) => [hit, 1] as const)].map(([hit, weight]) => ({ id: hit.id as string, score: hit.score * weight }));
}

/** Codes in order of their best score; equal scores in order of code, so that the same search always looks the same. */
function best(lists: readonly (readonly Scored[])[]): readonly string[] {
  const scores = new Map<string, number>();
  for (const list of lists) for (const { id, score } of list) scores.set(id, Math.max(scores.get(id) ?? 0, score));
  const top = Math.max(0, ...scores.values());
  return [...scores].filter(([, score]) => score > top * noise).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id);
}
