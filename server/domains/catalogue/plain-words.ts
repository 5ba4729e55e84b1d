/** How people's words are brought to the words of the catalogue: one script, synonyms, and the usual confusions of pinyin. Pure. */

/** data/catalogue/synonyms.json. */
export interface Synonyms {
  readonly phrases: Readonly<Record<string, string>>;
  readonly groups: readonly (readonly string[])[];
  readonly english: readonly (readonly string[])[];
  readonly filler: readonly string[];
  readonly englishFiller: readonly string[];
}

/** data/catalogue/characters.json: the n-th Traditional character is written as the n-th Simplified one. */
export function simplifiedFrom(table: { readonly traditional: string; readonly simplified: string }): ReadonlyMap<string, string> {
  return new Map([...table.traditional].map((traditional, i) => [traditional, table.simplified.charAt(i)]));
}

/** A text in one form: NFKC, small letters, Simplified characters, single blanks. For searching only. */
export function plainText(text: string, simplifiedOf: ReadonlyMap<string, string>): string {
  const even = text.normalize('NFKC').toLowerCase().replace(/[\p{P}\p{S}\s]+/gu, ' ').trim();
  return [...even].map((character) => simplifiedOf.get(character) ?? character).join('');
}

/** Whether a text is written in letters alone: pinyin or English. */
export const isLatin = (text: string): boolean => /^[a-z0-9 ]+$/.test(text) && /[a-z]/.test(text);

/** Without the words that say nothing about which item is meant; a text of nothing else is left as it is. */
export function withoutFiller(text: string, synonyms: Synonyms): string {
  if (isLatin(text)) return text.split(' ').filter((word) => !synonyms.englishFiller.includes(word)).join(' ') || text;
  // A single character is filler only where it begins: 办狗证, 领低保; in 高领 or 经办 it belongs to its word.
  // eslint-disable-next-line security/detect-non-literal-regexp -- the filler words are data of ours without signs of an expression
  const rest = synonyms.filler.reduce((left, filler) => (filler.length > 1 ? left.replaceAll(filler, ' ') : left.trim().replace(new RegExp(`^${filler}(?=..)`), '')), text);
  return rest.replace(/ +/g, ' ').trim() || text;
}

/** One way of saying a query, and how far it is from what was typed (1 = as typed). */
export interface Wording {
  readonly text: string;
  readonly weight: number;
}

/** At most this many wordings are searched for. */
const wordingLimit = 12;

/** The query as typed, with whole phrases put into the catalogue's words, and with each synonym in place of its fellow. */
export function wordingsOf(query: string, synonyms: Synonyms): readonly Wording[] {
  if (isLatin(query)) return [{ text: query, weight: 1 }, ...englishWordings(query, synonyms)].slice(0, wordingLimit);
  const phrases = Object.entries(synonyms.phrases).filter(([said]) => query.includes(said)).map(([said, meant]): Wording => ({ text: query.replace(said, meant), weight: query === said ? 1.5 : 1.1 }));
  const fellows = synonyms.groups.flatMap((group) =>
    group.filter((word) => query.includes(word)).flatMap((word) => group.filter((other) => other !== word && !query.includes(other)).map((other): Wording => ({ text: query.replace(word, other), weight: 0.7 }))),
  );
  const seen = new Set<string>();
  return [{ text: query, weight: 1 }, ...phrases, ...fellows].filter((one) => !seen.has(one.text) && seen.add(one.text)).slice(0, wordingLimit);
}

function englishWordings(query: string, synonyms: Synonyms): readonly Wording[] {
  const words = query.split(' ');
  return words.flatMap((word, i) => {
    const group = synonyms.english.find((one) => one.includes(word) || one.includes(word.replace(/s$/, '')));
    return (group ?? []).filter((other) => other !== word).map((other): Wording => ({ text: words.with(i, other).join(' '), weight: 0.6 }));
  });
}

/** Pinyin as southern ears hear it: n for ng, z c s for zh ch sh, n for l, f for h. Folded text is only ever compared with folded text. */
export function folded(spelt: string): string {
  return spelt.replace(/ng/g, 'n').replace(/([zcs])h/g, '$1').replace(/l/g, 'n').replace(/h/g, 'f').replace(/v/g, 'u');
}
