import { sign, verify } from 'node:crypto';
import { readBase64, readDecimal, isNoteText, writeBase64 } from './canonical-text.ts';
import { refusedBy, type LedgerRefusal } from './ledger-refusal.ts';
import { emptyRoot, isCount, isHash } from './merkle.ts';
import { readVerifierKey, type SignerKey, type VerifierKey } from './note-keys.ts';
import { readNote, writeNote, type Note, type NoteSignature } from './note.ts';

/** The head of a log (C2SP tlog-checkpoint): its origin, how many entries it has, the root over them (32 bytes), and lines of no meaning to us. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly extensions: readonly string[];
}

/** Whom a verifier trusts: keys of one log (its name is the origin; several while a key is being changed), witnesses, and how many of these must have signed. */
export interface CheckpointPolicy {
  readonly origin: string;
  readonly logKeys: readonly VerifierKey[];
  readonly witnesses: readonly VerifierKey[];
  readonly quorum: number;
  /** Where it matters who signed and not only how many (groups of C2SP tlog-policy): whether these are enough. */
  readonly isReached?: (signers: readonly VerifierKey[]) => boolean;
}

/** A checkpoint whose signatures hold: the log's, and of witnesses each with its time (whole seconds since 1970-01-01 UTC). */
export interface OpenedCheckpoint {
  readonly ok: true;
  readonly checkpoint: Checkpoint;
  readonly witnesses: readonly { readonly name: string; readonly atSeconds: number }[];
}

const signatureBytes = 64;

/** The text that is signed. An origin with a newline, a size that is no count or a root of another length is a bug. */
export function checkpointText({ origin, size, root, extensions }: Checkpoint): string {
  if (origin === '' || !isCount(size) || !isHash(root)) throw new RangeError('checkpointText: a checkpoint has an origin, a size and a root of 32 bytes');
  const lines = [origin, String(size), writeBase64(root), ...extensions];
  if (lines.some((line) => line === '' || line.includes('\n') || !isNoteText(line))) throw new RangeError('checkpointText: each part of a checkpoint is one line');
  return `${lines.join('\n')}\n`;
}

/** Reads the text of a checkpoint. Refused: any other spelling; a root of no entries that is not the empty tree's. */
export function readCheckpointText(text: string): { readonly ok: true; readonly checkpoint: Checkpoint } | LedgerRefusal {
  const malformed = refusedBy('ledger.checkpoint_malformed');
  if (!text.endsWith('\n')) return malformed;
  const lines = text.slice(0, -1).split('\n');
  const [origin = '', sizeText = '', rootText = '', ...extensions] = lines;
  const size = readDecimal(sizeText);
  const root = readBase64(rootText);
  if (lines.includes('') || size === undefined || root === undefined || !isHash(root)) return malformed;
  if (size === 0 && !root.equals(emptyRoot)) return malformed;
  return { ok: true, checkpoint: { origin, size, root, extensions } };
}

/** The log's signature over a note's text: Ed25519 (RFC 8032). */
export function noteSignature({ verifier, privateKey }: SignerKey, text: string): NoteSignature {
  if (verifier.use !== 'note') throw new RangeError('noteSignature: this key signs as a witness');
  return { name: verifier.name, id: verifier.id, signature: sign(null, Buffer.from(text), privateKey) };
}

/** The checkpoint as a signed note, one signature for each key of the log. The caller has made sure that it is consistent with every one before. */
export function signCheckpoint(signers: readonly SignerKey[], checkpoint: Checkpoint): string {
  const text = checkpointText(checkpoint);
  return writeNote({ text, signatures: signers.map((signer) => noteSignature(signer, text)) });
}

/** What a witness signs (C2SP tlog-cosignature): that at this time it knew of no larger tree of this log than this one. */
function cosignedText(text: string, atSeconds: number): Buffer {
  return Buffer.from(`cosignature/v1\ntime ${atSeconds}\n${text}`);
}

/** A witness's signature over a checkpoint's text: 8 bytes of time, then Ed25519. The witness has verified consistency before. */
export function cosignature({ verifier, privateKey }: SignerKey, text: string, atSeconds: number): NoteSignature {
  if (verifier.use !== 'cosignature' || !isCount(atSeconds)) throw new RangeError('cosignature: a witness signs with its own kind of key, at a whole second');
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(BigInt(atSeconds));
  return { name: verifier.name, id: verifier.id, signature: Buffer.concat([time, sign(null, cosignedText(text, atSeconds), privateKey)]) };
}

/** Whether the log's key made this signature over this text. */
export function isNoteSignature(key: VerifierKey, text: string, signature: Uint8Array): boolean {
  return signature.length === signatureBytes && verify(null, Buffer.from(text), key.key, signature);
}

/** When the witness signed (whole seconds), where its key made this signature over this text; undefined where it did not. */
export function cosignedAt(key: VerifierKey, text: string, signature: Buffer): number | undefined {
  if (signature.length !== 8 + signatureBytes) return undefined;
  const atSeconds = Number(signature.readBigUInt64BE(0));
  if (!isCount(atSeconds)) return undefined;
  return verify(null, cosignedText(text, atSeconds), key.key, signature.subarray(8)) ? atSeconds : undefined;
}

/**
 * A policy from keys each in one line (readVerifierKey). Refused: no key of the log; keys of two logs; a key of the other kind; the same key twice
 * under any name, which would let one witness count as two (C2SP tlog-policy); a quorum that is not from 0 to the number of witnesses.
 */
export function readPolicy(lines: { readonly log: readonly string[]; readonly witnesses: readonly string[]; readonly quorum: number }): { readonly ok: true; readonly policy: CheckpointPolicy } | LedgerRefusal {
  const logKeys: VerifierKey[] = [];
  const witnesses: VerifierKey[] = [];
  for (const [keys, use, texts] of [[logKeys, 'note', lines.log], [witnesses, 'cosignature', lines.witnesses]] as const) {
    for (const line of texts) {
      const read = readVerifierKey(line);
      if (!read.ok) return read;
      if (read.key.use !== use) return refusedBy('ledger.policy_malformed', { name: read.key.name });
      keys.push(read.key);
    }
  }
  const origin = logKeys[0]?.name;
  const distinct = new Set([...logKeys, ...witnesses].map((key) => key.bytes.toString('hex')));
  const whole = logKeys.every((key) => key.name === origin) && distinct.size === logKeys.length + witnesses.length;
  if (origin === undefined || !whole || !isCount(lines.quorum) || lines.quorum > witnesses.length) return refusedBy('ledger.policy_malformed');
  return { ok: true, policy: { origin, logKeys, witnesses, quorum: lines.quorum } };
}

/**
 * Opens a checkpoint (a signed note) under a policy. Refused: any other spelling; another log's origin; no signature by the log; fewer witnesses
 * than the quorum; and the whole of it where one known key's signature is wrong. Signatures of unknown keys are passed over.
 */
export function openCheckpoint(policy: CheckpointPolicy, signed: string): OpenedCheckpoint | LedgerRefusal {
  const read = readSignedCheckpoint(signed);
  return read.ok ? verifyCheckpoint(policy, read.note, read.checkpoint) : read;
}

/** Reads a signed checkpoint without verifying any signature. Refused: any other spelling. */
export function readSignedCheckpoint(signed: string): { readonly ok: true; readonly note: Note; readonly checkpoint: Checkpoint } | LedgerRefusal {
  const read = readNote(signed);
  if (!read.ok) return read;
  const body = readCheckpointText(read.note.text);
  return body.ok ? { ok: true, note: read.note, checkpoint: body.checkpoint } : body;
}

/** Verifies the signatures of a checkpoint that was read; refuses as openCheckpoint does. */
export function verifyCheckpoint(policy: CheckpointPolicy, { text, signatures }: Note, checkpoint: Checkpoint): OpenedCheckpoint | LedgerRefusal {
  if (checkpoint.origin !== policy.origin) return refusedBy('ledger.origin_other', { origin: checkpoint.origin });
  const madeBy = (keys: readonly VerifierKey[]) => signatures.flatMap((made) => {
    const key = keys.find(({ name, id }) => name === made.name && id === made.id);
    return key === undefined ? [] : [{ key, signature: made.signature }];
  });
  const byLog = madeBy(policy.logKeys);
  const byWitnesses = madeBy(policy.witnesses);
  if (byLog.length === 0) return refusedBy('ledger.log_signature_missing', { origin: policy.origin });
  const enough = byWitnesses.length >= policy.quorum && (policy.isReached?.(byWitnesses.map(({ key }) => key)) ?? true);
  if (!enough) return refusedBy('ledger.witnesses_too_few', { quorum: policy.quorum, witnesses: byWitnesses.length });
  const wrong = byLog.find(({ key, signature }) => !isNoteSignature(key, text, signature));
  if (wrong !== undefined) return refusedBy('ledger.signature_wrong', { name: wrong.key.name });
  const witnesses: { name: string; atSeconds: number }[] = [];
  for (const { key, signature } of byWitnesses) {
    const atSeconds = cosignedAt(key, text, signature);
    if (atSeconds === undefined) return refusedBy('ledger.signature_wrong', { name: key.name });
    witnesses.push({ name: key.name, atSeconds });
  }
  return { ok: true, checkpoint, witnesses };
}
