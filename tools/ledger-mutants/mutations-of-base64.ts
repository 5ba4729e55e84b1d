import type { Chance } from './chance.ts';
import type { Sample } from './samples.ts';

/** The receipt with one of its base64 words written otherwise. */
function word(change: (word: string, chance: Chance) => string): (sample: Sample, chance: Chance) => string | undefined {
  return ({ receipt }, chance) => {
    const words = receipt.match(/(?<=[ \n])[A-Za-z0-9+/]{20,}={0,2}(?=\n)/gu) ?? [];
    if (words.length === 0) return undefined;
    const chosen = chance.pick(words);
    const at = receipt.indexOf(chosen);
    return receipt.slice(0, at) + change(chosen, chance) + receipt.slice(at + chosen.length);
  };
}

const insert = (text: string, chance: Chance, what: string): string => {
  const at = chance.below(text.length + 1);
  return text.slice(0, at) + what + text.slice(at);
};

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The same bytes in other spellings, which lenient readers take, and other bytes of the same length. */
export const base64Mutations = {
  'base64: the alphabet for addresses': word((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
  'base64: padding left out': word((text, chance) => (chance.below(2) === 0 ? text.replaceAll('=', '') : text.replace('=', ''))),
  'base64: padding too much': word((text, chance) => text + chance.pick(['=', '==', '====', '=A', '=='.repeat(3)])),
  'base64: padding in the middle': word((text, chance) => insert(text, chance, '=')),
  'base64: spare bits': word((text, chance) => {
    const padding = text.length - text.replaceAll('=', '').length;
    if (padding === 0) return text;
    const last = text.charAt(text.length - padding - 1);
    const spare = 1 + chance.below(padding === 2 ? 15 : 3);
    return text.slice(0, text.length - padding - 1) + alphabet.charAt(alphabet.indexOf(last) ^ spare) + '='.repeat(padding);
  }),
  'base64: something to be skipped': word((text, chance) => insert(text, chance, chance.pick([' ', '\t', '\r', '\n', '-', '!', '\0', '.', '\u200b', '\u00a0', '%', '*']))),
  'base64: another letter': word((text, chance) => {
    const at = chance.below(text.length);
    return text.slice(0, at) + alphabet.charAt(chance.below(64)) + text.slice(at + 1);
  }),
  'base64: shorter': word((text, chance) => text.slice(0, chance.below(text.length))),
  'base64: longer': word((text, chance) => insert(text, chance, alphabet.charAt(chance.below(64)).repeat(1 + chance.below(4)))),
  'base64: twice': word((text) => text + text),
  'base64: as hexadecimal': word((text) => Buffer.from(text, 'base64').toString('hex')),
  'base64: fewer bytes': word((text, chance) => Buffer.from(text, 'base64').subarray(0, -1 - chance.below(4)).toString('base64')),
  'base64: more bytes': word((text, chance) => Buffer.concat([Buffer.from(text, 'base64'), Buffer.alloc(1 + chance.below(4), chance.below(256))]).toString('base64')),
};
