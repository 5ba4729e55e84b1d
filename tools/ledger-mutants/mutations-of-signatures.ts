import { hash } from 'node:crypto';
import type { Chance } from './chance.ts';
import type { Sample } from './samples.ts';

interface Line {
  readonly name: string;
  readonly id: Buffer;
  readonly made: Buffer;
}

const written = ({ name, id, made }: Line): string => `— ${name} ${Buffer.concat([id, made]).toString('base64')}`;

/** The receipt with one of its signature lines changed; `others` are the remaining ones. */
function line(change: (line: Line, chance: Chance, others: readonly Line[], sample: Sample) => Line | undefined): (sample: Sample, chance: Chance) => string | undefined {
  return (sample, chance) => {
    const texts = sample.receipt.split('\n').filter((text) => text.startsWith('— '));
    const all = texts.map((text): Line => {
      const [, name = '', base64 = ''] = text.split(' ');
      const bytes = Buffer.from(base64, 'base64');
      return { name, id: bytes.subarray(0, 4), made: bytes.subarray(4) };
    });
    const at = chance.below(all.length);
    const chosen = all[at];
    const changed = chosen === undefined ? undefined : change(chosen, chance, all.toSpliced(at, 1), sample);
    return changed === undefined ? undefined : sample.receipt.replace(texts[at] ?? '', () => written(changed));
  };
}

// The order of the group of Ed25519 (RFC 8032 §5.1): S and S + L satisfy the same equation, so a verifier that does not bound S takes two signatures.
const groupOrder = (1n << 252n) + 27742317777372353535851937790883648493n;

function withOrderAdded(made: Buffer, times: bigint): Buffer {
  const head = made.subarray(0, made.length - 32);
  const s = BigInt(`0x${Buffer.from(made.subarray(-32)).reverse().toString('hex')}`) + groupOrder * times;
  return Buffer.concat([head, Buffer.from(s.toString(16).padStart(64, '0').slice(-64), 'hex').reverse()]);
}

const withBit = (bytes: Buffer, chance: Chance): Buffer => {
  const changed = Buffer.from(bytes);
  const at = chance.below(bytes.length);
  changed.writeUInt8(changed.readUInt8(at) ^ (1 << chance.below(8)), at);
  return changed;
};

/** Ids of the same key as another type of key would have them. */
function idOfType(name: string, type: number, bytes: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(type), bytes]), 'buffer').subarray(0, 4);
}

/** Changes that keep every line well written and touch only who signed, when, or what the signature is. */
export const signatureMutations = {
  'signature: another key id': line((one, chance) => ({ ...one, id: withBit(one.id, chance) })),
  'signature: the key id of another line': line((one, chance, others) => (others.length === 0 ? undefined : { ...one, id: chance.pick(others).id })),
  'signature: the key id of another type': line((one, chance, _others, { log: { policy } }) => {
    const key = [...policy.logKeys, ...policy.witnesses].find(({ name }) => name === one.name);
    const types = [2, 5, 6, 255, ...(key?.use === 'note' ? [4] : [1])];
    return key === undefined ? undefined : { ...one, id: idOfType(one.name, chance.pick(types), key.bytes) };
  }),
  'signature: key id backwards or nothing': line((one, chance) => ({ ...one, id: chance.pick([Buffer.from(one.id).reverse(), Buffer.alloc(4), Buffer.alloc(4, 255)]) })),
  'signature: another name': line((one, chance, others) => ({ ...one, name: chance.pick([`${one.name}/`, one.name.toUpperCase(), one.name.slice(0, -1), `${one.name}.`, `www.${one.name}`, ...others.map(({ name }) => name)]) })),
  'signature: one bit': line((one, chance) => ({ ...one, made: withBit(one.made, chance) })),
  'signature: of another line': line((one, chance, others) => (others.length === 0 ? undefined : { ...one, made: chance.pick(others).made })),
  'signature: S with the order of the group added': line((one, chance) => ({ ...one, made: withOrderAdded(one.made, BigInt(1 + chance.below(14))) })),
  'signature: nothing or everything': line((one, chance) => ({ ...one, made: chance.pick([Buffer.alloc(one.made.length), Buffer.alloc(one.made.length, 255), Buffer.concat([Buffer.of(1), Buffer.alloc(one.made.length - 1)]), Buffer.concat([one.made.subarray(0, -32), Buffer.alloc(32)])]) })),
  'signature: halves swapped': line((one) => ({ ...one, made: Buffer.concat([one.made.subarray(0, -64), one.made.subarray(-32), one.made.subarray(-64, -32)]) })),
  'signature: another time': line((one, chance) => {
    if (one.made.length !== 72) return undefined;
    const made = Buffer.from(one.made);
    made.writeBigUInt64BE((made.readBigUInt64BE(0) + chance.pick([1n, -1n, 60n, 86_400n, 1n << 32n, 1n << 53n, 1n << 63n])) & 0xffff_ffff_ffff_ffffn);
    return { ...one, made };
  }),
  'signature: time left out': line((one) => (one.made.length === 72 ? { ...one, made: one.made.subarray(8) } : undefined)),
  'signature: a time before the log’s': line((one, chance) => (one.made.length === 64 ? { ...one, made: Buffer.concat([Buffer.alloc(8, chance.below(2)), one.made]) } : undefined)),
  'signature: of another checkpoint': (sample: Sample, chance: Chance): string | undefined => {
    const [text = ''] = chance.pick(sample.log.checkpoints).split('\n\n').slice(-1);
    return sample.receipt.slice(0, sample.receipt.lastIndexOf('\n\n') + 2) + text;
  },
};
