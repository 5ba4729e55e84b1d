import { readBase64, readDecimal, readUtf8, writeBase64 } from './canonical-text.ts';
import { readSignedCheckpoint, verifyCheckpoint, type Checkpoint, type CheckpointPolicy, type OpenedCheckpoint } from './checkpoint.ts';
import { refusedBy, type LedgerRefusal } from './ledger-refusal.ts';
import { isIncluded } from './merkle-verify.ts';
import { isCount, isHash } from './merkle.ts';
import type { Note } from './note.ts';

/**
 * A receipt that an entry is in the log (C2SP tlog-proof@v1): its place from 0, the hashes from its sibling up, and the signed checkpoint.
 * `extra` is the holder's own and not authenticated: good only for making the entry again, whose hash is then proven.
 */
export interface LogProof {
  readonly extra?: Uint8Array;
  readonly index: number;
  readonly hashes: readonly Uint8Array[];
  readonly signedCheckpoint: string;
}

/** A receipt as it was read, with its checkpoint read too. Nothing of it is verified yet. */
export interface ReadProof extends LogProof {
  readonly note: Note;
  readonly checkpoint: Checkpoint;
}

const firstLine = 'c2sp.org/tlog-proof@v1';
// A tree of 2^53 leaves needs 53; the format itself ends at 63.
const mostHashes = 63;
const mostCharacters = 2 * 1024 * 1024;

/** The receipt as a text; kept in a file it is named *.tlog-proof. A place or hash that cannot be one is a bug. */
export function writeProof({ extra, index, hashes, signedCheckpoint }: LogProof): string {
  if (!isCount(index) || !hashes.every(isHash)) throw new RangeError('writeProof: an index is a count, a hash has 32 bytes');
  const head = [firstLine, ...(extra === undefined || extra.length === 0 ? [] : [`extra ${writeBase64(extra)}`]), `index ${index}`, ...hashes.map(writeBase64)];
  return `${head.join('\n')}\n\n${signedCheckpoint}`;
}

/** Reads a receipt, text or UTF-8 bytes. Refused: any other spelling of it. Says nothing yet of whether it is true. */
export function readProof(receipt: string | Uint8Array): { readonly ok: true; readonly proof: ReadProof } | LedgerRefusal {
  const malformed = refusedBy('ledger.proof_malformed');
  const text = receipt.length > mostCharacters ? undefined : typeof receipt === 'string' ? receipt : readUtf8(receipt);
  const blank = text?.indexOf('\n\n') ?? -1;
  if (text === undefined || blank < 0) return malformed;
  const [first, ...lines] = text.slice(0, blank).split('\n');
  const extraText = lines[0]?.startsWith('extra ') === true ? lines.shift()?.slice('extra '.length) : undefined;
  const extra = extraText === undefined ? undefined : readBase64(extraText);
  const indexLine = lines.shift();
  const index = indexLine?.startsWith('index ') === true ? readDecimal(indexLine.slice('index '.length)) : undefined;
  const hashes = lines.map(readBase64);
  if (first !== firstLine || index === undefined || (extraText !== undefined && (extra === undefined || extra.length === 0))) return malformed;
  if (hashes.length > mostHashes || !hashes.every((hash): hash is Buffer => hash !== undefined && isHash(hash))) return malformed;
  const signedCheckpoint = text.slice(blank + 2);
  const read = readSignedCheckpoint(signedCheckpoint);
  if (!read.ok) return read;
  return { ok: true, proof: { ...(extra === undefined ? {} : { extra }), index, hashes, signedCheckpoint, note: read.note, checkpoint: read.checkpoint } };
}

/**
 * Verifies a receipt offline for the entry with this leaf hash (hashOfEntry, 32 bytes), known apart from the receipt, under the keys of a policy.
 * Refused: any other spelling; an `extra`, since nobody proves it and the reader of a proven receipt would believe it; an entry that is not at that
 * place under the checkpoint's root; a checkpoint that openCheckpoint refuses.
 */
export function verifyProof(policy: CheckpointPolicy, leafHash: Uint8Array, receipt: string | Uint8Array): (OpenedCheckpoint & { readonly index: number }) | LedgerRefusal {
  const read = readProof(receipt);
  if (!read.ok) return read;
  return read.proof.extra === undefined ? verifyReadProof(policy, leafHash, read.proof) : refusedBy('ledger.extra_unproven');
}

/** Verifies a receipt that was read, as verifyProof does; for receipts whose whole `extra` went into the leaf hash, which proves it. */
export function verifyReadProof(policy: CheckpointPolicy, leafHash: Uint8Array, { index, hashes, note, checkpoint }: ReadProof): (OpenedCheckpoint & { readonly index: number }) | LedgerRefusal {
  const { size, root } = checkpoint;
  if (!isIncluded({ leafHash, index, size, proof: hashes, root })) return refusedBy('ledger.not_included', { index, size });
  const opened = verifyCheckpoint(policy, note, checkpoint);
  return opened.ok ? { ...opened, index } : opened;
}
