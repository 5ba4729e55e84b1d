import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openCheckpoint } from '../../server/platform/ledger/checkpoint.ts';
import { isIncluded } from '../../server/platform/ledger/merkle-verify.ts';
import { hashOfEntry } from '../../server/platform/ledger/merkle.ts';
import { readProof } from '../../server/platform/ledger/proof.ts';
import { mutateMany } from './run.ts';
import { goldenSamples, harmlessChanges, isTaken, witnessedSamples, type Sample } from './samples.ts';

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../tests/ledger-vectors/tlog/${name}`, import.meta.url), 'utf8'));
const samples = [...goldenSamples(read('tessera-golden-log.json'), read('derived-tlog-proofs.json')), ...witnessedSamples()];
type Verifier = (sample: Sample, receipt: string | Uint8Array) => boolean;

/** A verifier that first makes the receipt the way it should be, as lenient readers do without saying so. */
const lenient = (mend: (receipt: string, sample: Sample) => string): Verifier => (sample, receipt) => isTaken(sample, mend(Buffer.from(receipt).toString('utf8'), sample));
const eachWord = (receipt: string, mend: (word: string) => string): string => receipt.replace(/[A-Za-z0-9+/_-]{20,}=*(?=\n)/gu, mend);
const eachSignature = (receipt: string, mend: (name: string, made: Buffer) => string): string =>
  receipt.replace(/^— (\S+) (\S+)$/gmu, (_line, name: string, base64: string) => mend(name, Buffer.from(base64, 'base64')));

/** The entry's hash and the receipt's parts, for verifiers that leave a step out. */
function partsOf({ entry }: Sample, receipt: string | Uint8Array) {
  const result = readProof(receipt);
  const leaf = entry ?? (result.ok ? result.proof.extra : undefined);
  return result.ok && leaf !== undefined ? { proof: result.proof, leafHash: hashOfEntry(leaf) } : undefined;
}

// The order of the group of Ed25519 (RFC 8032 §5.1).
const groupOrder = (1n << 252n) + 27742317777372353535851937790883648493n;

const planted: readonly (readonly [string, Verifier])[] = [
  ['reads base64 as Node does', lenient((receipt) => eachWord(receipt, (word) => Buffer.from(word, 'base64').toString('base64')))],
  ['does not compare key ids', lenient((receipt, { log: { policy } }) => eachSignature(receipt, (name, made) => {
    const id = [...policy.logKeys, ...policy.witnesses].find((key) => key.name === name)?.id ?? made.toString('hex', 0, 4);
    return `— ${name} ${Buffer.concat([Buffer.from(id, 'hex'), made.subarray(4)]).toString('base64')}`;
  }))],
  ['does not compare key names', lenient((receipt, { log: { policy } }) => eachSignature(receipt, (name, made) => {
    const known = [...policy.logKeys, ...policy.witnesses].find((key) => key.id === made.toString('hex', 0, 4))?.name ?? name;
    return `— ${known} ${made.toString('base64')}`;
  }))],
  ['reads numbers with leading zeros', lenient((receipt) => receipt.replace(/^(index )?0+(\d+)$/gmu, '$1$2'))],
  ['takes Windows line ends', lenient((receipt) => receipt.replaceAll('\r\n', '\n'))],
  ['trims its lines', lenient((receipt) => receipt.replace(/[ \t]+$/gmu, ''))],
  ['trims the file', lenient((receipt) => `${receipt.trim()}\n`)],
  ['passes over lines it cannot read', lenient((receipt) => receipt.replace(/\nx(?=\n)/gu, ''))],
  ['takes a signature twice', lenient((receipt) => receipt.split('\n').filter((line, at, all) => !line.startsWith('— ') || all.indexOf(line) === at).join('\n'))],
  ['passes over a byte order mark', lenient((receipt) => receipt.replace(/^\uFEFF/u, ''))],
  ['does not bound S', lenient((receipt) => eachSignature(receipt, (name, made) => {
    const s = BigInt(`0x${Buffer.from(made.subarray(-32)).reverse().toString('hex')}`) % groupOrder;
    return `— ${name} ${Buffer.concat([made.subarray(0, -32), Buffer.from(s.toString(16).padStart(64, '0'), 'hex').reverse()]).toString('base64')}`;
  }))],
  ['does not verify the checkpoint’s signatures', (sample, receipt) => {
    const parts = partsOf(sample, receipt);
    return parts !== undefined && isIncluded({ leafHash: parts.leafHash, index: parts.proof.index, size: parts.proof.checkpoint.size, proof: parts.proof.hashes, root: parts.proof.checkpoint.root });
  }],
  ['does not verify the inclusion', (sample, receipt) => {
    const parts = partsOf(sample, receipt);
    return parts !== undefined && openCheckpoint(sample.log.policy, parts.proof.signedCheckpoint).ok;
  }],
  ['passes over hashes that are too many', lenient((receipt, sample) => {
    const right = partsOf(sample, sample.receipt)?.proof.hashes.length ?? 0;
    const lines = receipt.split('\n');
    const index = lines.findIndex((line) => line.startsWith('index '));
    const blank = lines.indexOf('');
    return lines.toSpliced(index + 1 + right, Math.max(blank - index - 1 - right, 0)).join('\n');
  })],
  ['needs no witness', (sample, receipt) => isTaken({ ...sample, log: { ...sample.log, policy: { ...sample.log.policy, quorum: 0 } } }, receipt)],
  ['needs one witness less', (sample, receipt) => isTaken({ ...sample, log: { ...sample.log, policy: { ...sample.log.policy, quorum: Math.max(sample.log.policy.quorum - 1, 0) } } }, receipt)],
  ['does not look at the origin', lenient((receipt, { log: { policy } }) => receipt.replace(/\n\n[^\n]+\n/u, `\n\n${policy.origin}\n`))],
];

describe('receipts changed in every way', () => {
  it('are all refused by our verifier, and every way is tried', () => {
    const run = mutateMany(samples, { seed: 1, wanted: 20_000 });
    expect(run.taken).toEqual([]);
    expect(run.mutated).toBe(20_000);
    expect(Math.min(...run.perMutation.values())).toBeGreaterThan(20);
  });

  it('come out the same from the same seed, and otherwise from another', () => {
    const seen = (seed: number): string => {
      const texts: string[] = [];
      mutateMany(samples, { seed, wanted: 200, takes: (_sample, receipt) => (texts.push(Buffer.from(receipt).toString('hex')), false) });
      return texts.join();
    };
    expect(seen(7)).toBe(seen(7));
    expect(seen(7)).not.toBe(seen(8));
  });

  it.each(planted)('find a verifier that %s', (_what, takes) => {
    // It still takes what is genuine, so nobody would notice by using it.
    expect(samples.every((sample) => takes(sample, sample.receipt))).toBe(true);
    expect(mutateMany(samples, { seed: 1, wanted: 30_000, takes }).taken.length).toBeGreaterThan(0);
  });

  it('leave genuine receipts genuine, and after a change that means nothing', () => {
    for (const sample of samples) for (const receipt of [sample.receipt, ...harmlessChanges(sample)]) expect(isTaken(sample, receipt)).toBe(true);
  });
});
