import type { Chance } from './chance.ts';
import { base64Mutations } from './mutations-of-base64.ts';
import { signatureMutations } from './mutations-of-signatures.ts';
import type { Sample } from './samples.ts';

/**
 * A way to change a receipt: the changed one, as text or bytes; undefined where this one has nothing to change so. Whatever comes out must be
 * refused, unless it is the receipt itself.
 */
export type Mutation = (sample: Sample, chance: Chance) => string | Uint8Array | undefined;

const linesOf = (text: string): string[] => text.slice(0, -1).split('\n');
const textOf = (lines: readonly string[]): string => `${lines.join('\n')}\n`;
const isSignature = (line: string): boolean => line.startsWith('— ');

/** The receipt with bytes changed by `change`. */
function bytesOf(change: (bytes: Buffer, at: number, chance: Chance) => Uint8Array): Mutation {
  return ({ receipt }, chance) => {
    const bytes = Buffer.from(receipt);
    return change(bytes, chance.below(bytes.length), chance);
  };
}

const ofBytes: Readonly<Record<string, Mutation>> = {
  'one bit': bytesOf((bytes, at, chance) => (bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << chance.below(8)), at), bytes)),
  'two bits': bytesOf((bytes, at, chance) => {
    for (const place of [at, chance.below(bytes.length)]) bytes.writeUInt8(bytes.readUInt8(place) ^ (1 << chance.below(8)), place);
    return bytes;
  }),
  'another byte': bytesOf((bytes, at, chance) => (bytes.writeUInt8(chance.below(256), at), bytes)),
  'a byte less': bytesOf((bytes, at) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)])),
  'a byte more': bytesOf((bytes, at, chance) => Buffer.concat([bytes.subarray(0, at), Buffer.of(chance.below(256)), bytes.subarray(at)])),
  'a byte twice': bytesOf((bytes, at) => Buffer.concat([bytes.subarray(0, at + 1), bytes.subarray(at)])),
  'two neighbours swapped': bytesOf((bytes, at) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at, at + 2).toReversed(), bytes.subarray(at + 2)])),
  'cut at the end': bytesOf((bytes, at) => bytes.subarray(0, at)),
  'cut at the beginning': bytesOf((bytes, at) => bytes.subarray(at)),
  'something at the end': ({ receipt }, chance) => receipt + chance.pick(['\n', ' ', '\0', 'x', '\n\n', '— \n', '— nobody \n', 'index 0\n', receipt]),
  'something at the beginning': ({ receipt }, chance) => chance.pick(['\n', ' ', '\uFEFF', 'x', '\t', `${linesOf(receipt)[0] ?? ''}\n`]) + receipt,
};

/** The receipt with its lines changed by `change`. */
function lines(change: (all: string[], chance: Chance, at: number) => readonly string[] | undefined): Mutation {
  return ({ receipt }, chance) => {
    const all = linesOf(receipt);
    const changed = change(all, chance, chance.below(all.length));
    return changed === undefined ? undefined : textOf(changed);
  };
}

const ofLines: Readonly<Record<string, Mutation>> = {
  'a line less': lines((all, _chance, at) => all.toSpliced(at, 1)),
  'a line twice': lines((all, _chance, at) => all.toSpliced(at, 0, all[at] ?? '')),
  'a line twice, apart': lines((all, chance, at) => all.toSpliced(chance.below(all.length + 1), 0, all[at] ?? '')),
  // The order of signatures says nothing, so two signatures are not swapped.
  'two lines swapped': lines((all, chance, at) => {
    const other = chance.below(all.length);
    const [one, two] = [all[at] ?? '', all[other] ?? ''];
    return isSignature(one) && isSignature(two) ? undefined : all.with(at, two).with(other, one);
  }),
  'another line more': lines((all, chance, at) => all.toSpliced(at, 0, chance.pick(['', ' ', 'x', 'index 0', 'extra AA==', `${'A'.repeat(43)}=`, '— nobody AAAA', '1', all.at(-1) ?? '']))),
  'two lines in one': lines((all, chance, at) => (at + 1 < all.length ? all.toSpliced(at, 2, (all[at] ?? '') + chance.pick(['', ' ', '\r', '\u2028', '\u0085', '\v']) + (all[at + 1] ?? '')) : undefined)),
  'another end of line': ({ receipt }, chance) => chance.pick([receipt.replaceAll('\n', '\r\n'), receipt.slice(0, -1), `${receipt.slice(0, -1)}\r\n`, receipt.replace('\n', '\r\n'), receipt.replaceAll('\n', '\r'), receipt.replaceAll('\n', '\u2028')]),
  'space around a line': lines((all, chance, at) => all.with(at, chance.pick([`${all[at] ?? ''} `, ` ${all[at] ?? ''}`, `${all[at] ?? ''}\t`, `${all[at] ?? ''}\u00a0`, (all[at] ?? '').replace(' ', '  ')]))),
  'a look-alike': ({ receipt }, chance) => {
    const [from, to] = chance.pick([['—', '–'], ['—', '-'], ['—', '―'], ['—', '— '], ['0', '０'], ['1', '１'], ['a', 'а'], ['e', 'е'], ['o', 'ο'], ['/', '／'], ['+', '＋'], ['=', '＝'], [' ', '\u00a0'], [' ', '\u3000'], ['.', '。'], ['e', 'é'], ['x', 'x\u200b'], ['K', '\u212a'], ['A', 'Ａ'], ['\n', '\u2029']] as const);
    return changedOnce(receipt, from, to, chance);
  },
  'another letter case': ({ receipt }, chance) => {
    const at = chance.below(receipt.length);
    const letter = receipt.charAt(at);
    const other = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
    return receipt.slice(0, at) + other + receipt.slice(at + 1);
  },
  'another kind of file': ({ receipt }, chance) => receipt.replace('c2sp.org/tlog-proof@v1', chance.pick(['c2sp.org/tlog-proof@v2', 'c2sp.org/tlog-proof', 'c2sp.org/tlog-proof@v1 ', 'C2SP.org/tlog-proof@v1', 'https://c2sp.org/tlog-proof@v1', 'c2sp.org/tlog-proof@v01', ''])),
};

/** One of the places where `from` stands, changed. */
function changedOnce(text: string, from: string, to: string, chance: Chance): string | undefined {
  const places = text.split(from).length - 1;
  if (places === 0) return undefined;
  let left = chance.below(places);
  return text.replaceAll(from, (found) => (left-- === 0 ? to : found));
}

const partsOf = (receipt: string) => {
  const blank = receipt.indexOf('\n\n');
  const [first = '', ...rest] = receipt.slice(0, blank).split('\n');
  const extra = rest[0]?.startsWith('extra ') === true ? rest.splice(0, 1) : [];
  const [index = '', ...hashes] = rest;
  return { first, extra, index, hashes, checkpoint: receipt.slice(blank + 2) };
};
type Parts = ReturnType<typeof partsOf>;
const whole = ({ first, extra, index, hashes, checkpoint }: Parts): string => `${[first, ...extra, index, ...hashes].join('\n')}\n\n${checkpoint}`;

/** Spellings of a number that is not the one, or is the one spelled otherwise. */
function otherNumber(digits: string, chance: Chance): string {
  const value = BigInt(digits);
  return chance.pick([
    `0${digits}`, `00${digits}`, `+${digits}`, `-${digits}`, `${digits}.0`, `${digits}e0`, `0x${value.toString(16)}`, `${digits} `, ` ${digits}`, `${digits}n`, '', `${digits}_`,
    `${value + 1n}`, `${value - 1n}`, `${value ^ (1n << BigInt(chance.below(20)))}`, `${value * 2n}`, `${value / 2n}`, `${value + (1n << 31n)}`, `${value + (1n << 32n)}`, `${value + (1n << 53n)}`, `${value + (1n << 64n)}`, '9007199254740993', 'NaN', 'Infinity', String(chance.below(2_000)),
  ]);
}

const ofParts: Readonly<Record<string, Mutation>> = {
  'another index': ({ receipt }, chance) => receipt.replace(/^index (\d+)$/mu, (_line, digits: string) => `index ${otherNumber(digits, chance)}`),
  'another size': ({ receipt }, chance) => receipt.replace(/\n\n([^\n]+)\n(\d+)\n/u, (_lines, origin: string, digits: string) => `\n\n${origin}\n${otherNumber(digits, chance)}\n`),
  'index and size swapped': ({ receipt }) => receipt.replace(/^index (\d+)$([^]*\n\n[^\n]+\n)(\d+)\n/mu, 'index $3$2$1\n'),
  'a genuine checkpoint of another size': ({ receipt, log }, chance) => whole({ ...partsOf(receipt), checkpoint: chance.pick(log.checkpoints) }),
  'a part of another receipt': ({ receipt, log }, chance) => {
    const other = partsOf(chance.pick(log.receipts));
    const part = chance.pick(['extra', 'index', 'hashes', 'checkpoint'] as const);
    return whole({ ...partsOf(receipt), [part]: other[part] });
  },
  'index and hashes of another receipt': ({ receipt, log }, chance) => {
    const { index, hashes } = partsOf(chance.pick(log.receipts));
    return whole({ ...partsOf(receipt), index, hashes });
  },
  'another order of hashes': ({ receipt }, chance) => {
    const parts = partsOf(receipt);
    const at = chance.below(Math.max(parts.hashes.length, 1));
    const moved = [...parts.hashes.slice(at), ...parts.hashes.slice(0, at)];
    return whole({ ...parts, hashes: chance.below(2) === 0 ? moved : parts.hashes.toReversed() });
  },
  'a hash too many': ({ receipt, log }, chance) => {
    const parts = partsOf(receipt);
    const strange = chance.pick([...parts.hashes, ...partsOf(chance.pick(log.receipts)).hashes, `${'A'.repeat(43)}=`, rootIn(parts.checkpoint)]);
    return whole({ ...parts, hashes: parts.hashes.toSpliced(chance.below(parts.hashes.length + 1), 0, strange) });
  },
  'very many hashes': ({ receipt }, chance) => {
    const parts = partsOf(receipt);
    return whole({ ...parts, hashes: [...parts.hashes, ...Array.from({ length: 1 + chance.below(80) }, () => rootIn(parts.checkpoint))] });
  },
  'root and hash swapped': ({ receipt }, chance) => {
    const parts = partsOf(receipt);
    if (parts.hashes.length === 0) return undefined;
    const at = chance.below(parts.hashes.length);
    const root = rootIn(parts.checkpoint);
    return whole({ ...parts, hashes: parts.hashes.with(at, root), checkpoint: parts.checkpoint.replace(root, () => parts.hashes[at] ?? '') });
  },
  'a line more in the checkpoint': ({ receipt }, chance) => receipt.replace(/\n\n— /u, () => `\n${chance.pick(['x', '0', '', ' ', 'time 1'])}\n\n— `),
};

const rootIn = (checkpoint: string): string => checkpoint.split('\n')[2] ?? '';

/** Every way in which receipts are changed, by name. */
export const mutations: Readonly<Record<string, Mutation>> = { ...ofBytes, ...ofLines, ...ofParts, ...base64Mutations, ...signatureMutations };
