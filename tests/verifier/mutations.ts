type Chance = () => number;
type Mutation = (lines: readonly string[], chance: Chance, other: string) => string;

const pick = <T>(items: readonly T[], chance: Chance): T => items[Math.floor(chance() * items.length)] as T;
const replaced = (lines: readonly string[], at: number, ...by: readonly string[]): string => [...lines.slice(0, at), ...by, ...lines.slice(at + 1)].join('\n');
const somewhere = (lines: readonly string[], chance: Chance): number => Math.floor(chance() * lines.length);

function inText(lines: readonly string[], chance: Chance, change: (text: string, at: number) => string): string {
  const text = lines.join('\n');
  return change(text, Math.floor(chance() * text.length));
}

/** A change to one base64 field that keeps its bytes or nearly so: padding, alphabet, spare bits, white space. */
const writtenOtherwise: readonly ((field: string) => string)[] = [
  (field) => field.replace(/=+$/, ''),
  (field) => `${field}=`,
  (field) => field.replaceAll('+', '-').replaceAll('/', '_'),
  (field) => field.replace(/(.)(=+)$/, (_all, last: string, padding: string) => String.fromCharCode(last.charCodeAt(0) + 1) + padding),
  (field) => `${field.slice(0, 4)} ${field.slice(4)}`,
  (field) => `${field}\t`,
  (field) => `${field}====`,
  (field) => field.slice(0, -4),
  (field) => `AAAA${field}`,
];

const numbersOtherwise: readonly ((field: string) => string)[] = [
  (field) => `0${field}`,
  (field) => `+${field}`,
  (field) => `${field}.0`,
  (field) => `${field}e0`,
  (field) => `-${field}`,
  (field) => ` ${field}`,
  (field) => String(Number(field) + 1),
  (field) => String(Number(field) - 1),
  (field) => String(Number(field) * 2),
  () => '0',
  () => '18446744073709551615',
  () => '9007199254740993',
  () => '9'.repeat(400),
  (field) => field.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit))),
];

/** Ways to spoil a receipt, by name; `other` is a second genuine receipt to take pieces from. */
export const mutations: Readonly<Record<string, Mutation>> = {
  'one bit turned': (lines, chance) => inText(lines, chance, (text) => {
    const bytes = Buffer.from(text);
    const at = Math.floor(chance() * bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(chance() * 8));
    return bytes.toString('latin1');
  }),
  'one letter left out': (lines, chance) => inText(lines, chance, (text, at) => text.slice(0, at) + text.slice(at + 1)),
  'one letter put in': (lines, chance) => inText(lines, chance, (text, at) => text.slice(0, at) + pick([' ', '\n', '\r', '\0', 'A', '=', '+', '\u00a0', '\u200b', '\ufeff', '\u2028'], chance) + text.slice(at)),
  'cut short': (lines, chance) => inText(lines, chance, (text, at) => text.slice(0, at)),
  'something behind it': (lines, chance) => lines.join('\n') + pick(['\n', ' ', '\0', 'x', '\n\n', '\u2014 ', '\u2014 a b\n'], chance),
  'a line left out': (lines, chance) => replaced(lines, somewhere(lines, chance)),
  'a line doubled': (lines, chance) => {
    const at = somewhere(lines, chance);
    return replaced(lines, at, lines[at] ?? '', lines[at] ?? '');
  },
  'two lines exchanged': (lines, chance) => {
    const [a, b] = [somewhere(lines, chance), somewhere(lines, chance)];
    const turned = [...lines];
    [turned[a], turned[b]] = [lines[b] ?? '', lines[a] ?? ''];
    return turned.join('\n');
  },
  'a line of another receipt': (lines, chance, other) => {
    const at = somewhere(lines, chance);
    return replaced(lines, at, other.split('\n')[at] ?? '');
  },
  'the end of another receipt': (lines, chance, other) => {
    const at = somewhere(lines, chance);
    return [...lines.slice(0, at), ...other.split('\n').slice(at)].join('\n');
  },
  'a field written otherwise': (lines, chance) => {
    const at = somewhere(lines, chance);
    const words = (lines[at] ?? '').split(' ');
    return replaced(lines, at, [...words.slice(0, -1), pick(writtenOtherwise, chance)(words.at(-1) ?? '')].join(' '));
  },
  'a number written otherwise': (lines, chance) => {
    const numbers = lines.map((line, at) => ({ line, at })).filter(({ line }) => /^(index )?\d+$/.test(line));
    const { line, at } = pick(numbers, chance);
    return replaced(lines, at, line.replace(/\d+$/, pick(numbersOtherwise, chance)));
  },
  'another key id': (lines, chance) => {
    const signed = lines.map((line, at) => ({ line, at })).filter(({ line }) => line.startsWith('\u2014 '));
    const { line, at } = pick(signed, chance);
    const [dash = '', name = '', encoded = ''] = line.split(' ');
    const bytes = Buffer.from(encoded, 'base64');
    bytes.writeUInt32BE(Math.floor(chance() * 4294967296));
    return replaced(lines, at, `${dash} ${name} ${bytes.toString('base64')}`);
  },
  'other line ends': (lines, chance) => lines.join(pick(['\r\n', '\r', '\n\n', '\u2028', ' \n', '\n '], chance)),
};

/** A spoiled receipt and how it was spoiled (in any way, if none is named); bytes, since not every change leaves text. */
export function spoiled(receipt: string, other: string, chance: Chance, how: string = pick(Object.keys(mutations), chance)): { readonly how: string; readonly bytes: Buffer } {
  const text = (mutations[how] as Mutation)(receipt.split('\n'), chance, other);
  return { how, bytes: how === 'one bit turned' ? Buffer.from(text, 'latin1') : Buffer.from(text) };
}
