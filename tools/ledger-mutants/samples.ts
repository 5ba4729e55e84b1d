import { hash } from 'node:crypto';
import { cosignature, noteSignature, readPolicy, type CheckpointPolicy, checkpointText } from '../../server/platform/ledger/checkpoint.ts';
import { hashOfEntry, inclusionProof, readerOfLeaves, rootOfLeaves } from '../../server/platform/ledger/merkle.ts';
import { privateKeyOfSeed, signerKey, writeVerifierKey, type KeyUse, type SignerKey } from '../../server/platform/ledger/note-keys.ts';
import { writeNote } from '../../server/platform/ledger/note.ts';
import { readProof, verifyProof, verifyReadProof, writeProof } from '../../server/platform/ledger/proof.ts';

/** A log as its receipts are changed: what a verifier trusts, and genuine pieces of it that a forger could put elsewhere. */
export interface SampleLog {
  readonly policy: CheckpointPolicy;
  /** Signed checkpoints of this log at other sizes. */
  readonly checkpoints: readonly string[];
  readonly receipts: readonly string[];
}

/** One genuine receipt, to be changed. */
export interface Sample {
  readonly log: SampleLog;
  readonly receipt: string;
  /** The entry whose receipt it is; without it, the receipt brings its entry in `extra`. */
  readonly entry?: Uint8Array;
}

/** Whether our verifier takes this text for a receipt of the sample's entry. */
export function isTaken({ log: { policy }, entry }: Sample, receipt: string | Uint8Array): boolean {
  if (entry !== undefined) return verifyProof(policy, hashOfEntry(entry), receipt).ok;
  const read = readProof(receipt);
  return read.ok && read.proof.extra !== undefined && verifyReadProof(policy, hashOfEntry(read.proof.extra), read.proof).ok;
}

/**
 * Changes that mean nothing and must not be refused: a signature of a key that the verifier does not know (C2SP signed-note: ignored, so that logs can
 * change keys and gather witnesses), and another order of the signatures.
 */
export function harmlessChanges({ receipt }: Sample): readonly string[] {
  const place = receipt.lastIndexOf('\n\n') + 2;
  const signatures = receipt.slice(place, -1).split('\n');
  return [`${receipt}— stranger.example/key AAAAAAECAwQ=\n`, `${receipt.slice(0, place)}${signatures.toReversed().join('\n')}\n`];
}

interface GoldenLog {
  readonly vkey: string;
  readonly checkpointsBySize: Readonly<Record<string, string>>;
}
interface GoldenProofs {
  readonly proofs: readonly { readonly entryUtf8: string; readonly proofText: string }[];
}

/** The 36 receipts of the golden log (tests/ledger-vectors/tlog): one signature, the log's, and the entry known apart from the receipt. */
export function goldenSamples(golden: GoldenLog, { proofs }: GoldenProofs): readonly Sample[] {
  const read = readPolicy({ log: [golden.vkey], witnesses: [], quorum: 0 });
  if (!read.ok) throw new Error(`the golden log's key cannot be read: ${read.code}`);
  const log = { policy: read.policy, checkpoints: Object.values(golden.checkpointsBySize), receipts: proofs.map((proof) => proof.proofText) };
  return proofs.map(({ entryUtf8, proofText }) => ({ log, receipt: proofText, entry: Buffer.from(entryUtf8) }));
}

// Keys of invented signers, from seeds that everybody can read: for these samples only.
function signer(name: string, use: KeyUse): SignerKey {
  return signerKey(name, use, privateKeyOfSeed(hash('sha256', `sample ${name}`, 'buffer')));
}

/** Receipts as ours are: the entry in `extra`, two of three witnesses where two are needed, so that every line of theirs is needed. */
export function witnessedSamples(): readonly Sample[] {
  const logSigner = signer('yimen.example/cases/v1', 'note');
  const witnesses = ['archives.example/witness', 'audit.example/witness', 'university.example/witness'].map((name) => signer(name, 'cosignature'));
  const policy = readPolicy({ log: [writeVerifierKey(logSigner.verifier)], witnesses: witnesses.map(({ verifier }) => writeVerifierKey(verifier)), quorum: 2 });
  if (!policy.ok) throw new Error(`the sample log's policy cannot be read: ${policy.code}`);
  const entries = Array.from({ length: 1_000 }, (_, index) => Buffer.from(`{"at":"2026-11-23T01:00:00.000Z","case":"sample","seq":${index + 1},"v":1}`));
  const leafHashes = entries.map(hashOfEntry);
  const signedAt = (size: number): string => {
    const text = checkpointText({ origin: logSigner.verifier.name, size, root: rootOfLeaves(leafHashes.slice(0, size)), extensions: [] });
    const two = witnesses.filter((_, place) => place !== size % 3);
    return writeNote({ text, signatures: [noteSignature(logSigner, text), ...two.map((witness) => cosignature(witness, text, 1_795_400_000 + size))] });
  };
  const places = [[1, 0], [2, 1], [5, 4], [6, 2], [7, 6], [64, 63], [255, 128], [256, 0], [257, 256], [700, 511], [999, 998], [1_000, 333]] as const;
  const receipts = places.map(([size, index]) => writeProof({ extra: entries[index] ?? Buffer.alloc(0), index, hashes: inclusionProof(readerOfLeaves(leafHashes), index, size), signedCheckpoint: signedAt(size) }));
  const log = { policy: policy.policy, checkpoints: [0, ...places.map(([size]) => size), 3, 512].map(signedAt), receipts };
  return receipts.map((receipt) => ({ log, receipt }));
}
