import { describe, expect, it } from 'vitest';
import golden from '../../../tests/ledger-vectors/tlog/tessera-golden-log.json' with { type: 'json' };
import derived from '../../../tests/ledger-vectors/tlog/derived-tlog-proofs.json' with { type: 'json' };
import { openCheckpoint, readPolicy } from './checkpoint.ts';
import { hashOfEntry, inclusionProof, readerOfLeaves } from './merkle.ts';
import { privateKeyOfSeed, signerKey } from './note-keys.ts';
import { readProof, verifyProof, verifyReadProof, writeProof } from './proof.ts';

const entries = golden.entriesUtf8.map((entry) => Buffer.from(entry));
const leaves = entries.map(hashOfEntry);
const leaf = (index: number): Buffer => leaves[index] ?? Buffer.alloc(0);
const checkpoints: Readonly<Record<string, string>> = golden.checkpointsBySize;

function goldenPolicy() {
  const read = readPolicy({ log: [golden.vkey], witnesses: [], quorum: 0 });
  if (!read.ok) throw new Error(read.code);
  return read.policy;
}
const policy = goldenPolicy();

const receiptOf = (index: number, size: number, extra?: Uint8Array): string =>
  writeProof({ ...(extra === undefined ? {} : { extra }), index, hashes: inclusionProof(readerOfLeaves(leaves), index, size), signedCheckpoint: checkpoints[size] ?? '' });
const codeOf = (index: number, receipt: string | Uint8Array): string => {
  const verified = verifyProof(policy, leaf(index), receipt);
  return verified.ok ? 'verified' : verified.code;
};

describe('a receipt that an entry is in the log', () => {
  it('of another program is verified, and is byte for byte the one we write: 36 of 36', () => {
    expect(derived.proofs.map(({ index, proofText }) => codeOf(index, proofText)).filter((code) => code === 'verified')).toHaveLength(36);
    for (const { index, size, proofText } of derived.proofs) expect(receiptOf(index, size)).toBe(proofText);
  });

  it('is verified for every entry at every size of the golden log, and for no other entry', () => {
    for (let size = 1; size <= 15; size += 1) {
      for (let index = 0; index < size; index += 1) {
        const receipt = receiptOf(index, size);
        expect(verifyProof(policy, leaf(index), receipt)).toMatchObject({ ok: true, index, checkpoint: { size }, witnesses: [] });
        expect(codeOf((index + 1) % 15, receipt)).toBe('ledger.not_included');
      }
    }
  });

  it('is refused under a checkpoint of the log at another size, above all at size 0', () => {
    const [head] = receiptOf(3, 7).split('\n\n');
    for (const [size, checkpoint] of Object.entries(checkpoints)) {
      expect(openCheckpoint(policy, checkpoint).ok).toBe(true);
      expect(codeOf(3, `${head ?? ''}\n\n${checkpoint}`)).toBe(size === '7' ? 'verified' : 'ledger.not_included');
    }
  });

  it('is refused where the log did not sign, or where witnesses are needed that did not', () => {
    const good = receiptOf(4, 7);
    const otherKey = signerKey(policy.origin, 'note', privateKeyOfSeed(Buffer.alloc(32, 1))).verifier;
    expect(verifyProof({ ...policy, logKeys: [otherKey] }, leaf(4), good)).toMatchObject({ ok: false, code: 'ledger.log_signature_missing' });
    expect(verifyProof({ ...policy, logKeys: [{ ...otherKey, id: policy.logKeys[0]?.id ?? '' }] }, leaf(4), good)).toMatchObject({ ok: false, code: 'ledger.signature_wrong' });
    expect(verifyProof({ ...policy, quorum: 1 }, leaf(4), good)).toMatchObject({ ok: false, code: 'ledger.witnesses_too_few' });
    expect(verifyProof({ ...policy, origin: 'example.com/other' }, leaf(4), good)).toMatchObject({ ok: false, code: 'ledger.origin_other' });
  });

  it('is refused in every other spelling', () => {
    const good = receiptOf(4, 7);
    for (const bad of [
      '', '\n\n', 'c2sp.org/tlog-proof@v1', good.replace('@v1', '@v2'), good.replace('index 4', 'index 04'), good.replace('index 4', 'index  4'), good.replace('index 4', 'index 4 '), good.replace('index 4', 'index +4'), good.replace('index 4\n', ''),
      good.replace('index 4', 'Index 4'), good.replace('index 4', 'extra \nindex 4'), good.replace('index 4', 'extra AB==\nindex 4'), good.replace('index 4', 'extra AA==\nextra AA==\nindex 4'), good.replace('index 4', 'index 4\nextra AA=='),
      `\uFEFF${good}`, `\n${good}`, good.replace('\n\n', '\nAAAA\n\n'), good.replace('\n\n', `\n${'A'.repeat(44)}\n\n`), good.replace('\n\n', ' \n\n'),
    ]) expect(codeOf(4, bad), JSON.stringify(bad)).toBe('ledger.proof_malformed');
    expect(codeOf(4, good.replaceAll('\n', '\r\n'))).toBe('ledger.proof_malformed');
    for (const bad of [good.replace('\n\n', '\n\n\n'), good.replace('index 4', 'index 4\n')]) expect(codeOf(4, bad)).toBe('ledger.checkpoint_malformed');
    expect(codeOf(4, good.slice(0, -1))).toBe('ledger.note_malformed');
    expect(codeOf(4, good.replace('\n\n', `\n${`${'A'.repeat(43)}=\n`.repeat(64)}\n`))).toBe('ledger.proof_malformed');
  });

  it('is read from bytes as from text, and bytes that are no UTF-8 are refused', () => {
    const bytes = Buffer.from(receiptOf(4, 7));
    expect(codeOf(4, bytes)).toBe('verified');
    expect(codeOf(4, new Uint8Array(bytes))).toBe('verified');
    expect(codeOf(4, Buffer.concat([bytes, Buffer.of(0xff)]))).toBe('ledger.proof_malformed');
    // A byte order mark is a character like any other and not skipped; so is half of a pair in a text.
    expect(codeOf(4, Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), bytes]))).toBe('ledger.proof_malformed');
    expect(codeOf(4, receiptOf(4, 7).replace('example', '\ud800'))).toBe('ledger.note_malformed');
  });

  it('brings its entry in extra, which the tree then proves; an extra that nothing proves is refused', () => {
    const receipt = receiptOf(2, 5, entries[2]);
    const read = readProof(receipt);
    expect(read.ok && read.proof.extra !== undefined && verifyReadProof(policy, hashOfEntry(read.proof.extra), read.proof)).toMatchObject({ ok: true, index: 2 });
    expect(codeOf(2, receipt)).toBe('ledger.extra_unproven');
    const other = readProof(receiptOf(2, 5, entries[3]));
    expect(other.ok && other.proof.extra !== undefined && verifyReadProof(policy, hashOfEntry(other.proof.extra), other.proof)).toMatchObject({ ok: false, code: 'ledger.not_included' });
  });

  it('fits one QR code at a hundred million entries, with the log’s and two witnesses’ signatures', () => {
    const signature = Buffer.byteLength('— archives.nanshan.example/witness/2026 ') + 104;
    const longest = Buffer.byteLength(receiptOf(3, 7)) + (27 - 3) * 45 + 2 * (signature + 1);
    expect(longest).toBeLessThan(2_953);
  });

  it('is written only with a place and hashes that can be', () => {
    expect(() => writeProof({ index: -1, hashes: [], signedCheckpoint: '' })).toThrow(RangeError);
    expect(writeProof({ extra: Buffer.alloc(0), index: 0, hashes: [], signedCheckpoint: '' })).toBe('c2sp.org/tlog-proof@v1\nindex 0\n\n');
    expect(() => writeProof({ index: 0, hashes: [Buffer.alloc(31)], signedCheckpoint: '' })).toThrow(RangeError);
  });
});
