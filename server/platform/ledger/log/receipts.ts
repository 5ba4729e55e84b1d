import { canonicalJson } from '../../crypto/index.ts';
import { instantOfMs, msOf, type Instant } from '../../../kernel/instant.ts';
import { writeBase64 } from '../canonical-text.ts';
import { noteSignature, openCheckpoint, type CheckpointPolicy } from '../checkpoint.ts';
import { leafOf, type FactRow } from '../chain.ts';
import { writeNote } from '../note.ts';
import type { SignerKey } from '../note-keys.ts';
import { writeProof } from '../proof.ts';
import { findPlaces, listCheckpoints, type Asked, type CheckpointRow } from './log-store.ts';
import { inclusionIn } from './tree.ts';

/** How long after a fact it stands in the log at the latest: what the acceptance receipt promises, in milliseconds. */
export const mergeDelayMs = 60_000;

/** A fact that was written and for which its log answers: the leaf hash in hex. */
export interface WrittenFact {
  readonly origin: string;
  readonly matterId: string;
  readonly seq: number;
  readonly hash: string;
  readonly at: Instant;
}

/**
 * The acceptance receipt of a fact: a signed note (C2SP signed-note) of six lines saying what was taken and until when it stands in the log. To be made after
 * the commit and never before: it is a promise that nobody can take back.
 */
export function acceptanceReceipt(signer: SignerKey, { origin, matterId, seq, hash, at }: WrittenFact): string {
  const text = ['yimen acceptance receipt v1', origin, matterId, String(seq), writeBase64(Buffer.from(hash, 'hex')), at, `included by ${instantOfMs(msOf(at) + mergeDelayMs)}`, ''].join('\n');
  return writeNote({ text, signatures: [noteSignature(signer, text)] });
}

/** Where a fact stands, with the signed checkpoint over it. */
export interface Inclusion {
  readonly index: number;
  readonly hash: Buffer;
  readonly checkpoint: CheckpointRow;
  /** Whether as many witnesses signed it as the policy of the installation asks. */
  readonly isWitnessed: boolean;
  readonly hashes: readonly Uint8Array[];
}

/** Where a fact stands under the first checkpoint over it that enough witnesses signed, or else the first at all: once witnessed, a receipt is the same for ever. Undefined while it has no place or no checkpoint over it. */
export async function findInclusion(db: Asked, policy: CheckpointPolicy, matterId: string, seq: number): Promise<Inclusion | undefined> {
  const place = (await findPlaces(db, matterId, [seq])).get(seq);
  if (place === undefined) return undefined;
  const over = await listCheckpoints(db, 'cases', place.index + 1);
  const opens = (one: CheckpointRow): boolean => openCheckpoint(policy, one.note).ok;
  const checkpoint = over.find(opens) ?? over[0];
  const hashes = checkpoint && (await inclusionIn(db, 'cases', place.index, checkpoint.size));
  return checkpoint && hashes && { ...place, checkpoint, isWitnessed: opens(checkpoint), hashes };
}

/** The inclusion receipt, C2SP tlog-proof@v1. */
export function inclusionReceipt({ index, hashes, checkpoint }: Inclusion, extra?: Uint8Array): string {
  return writeProof({ index, hashes, signedCheckpoint: checkpoint.note, ...(extra === undefined ? {} : { extra }) });
}

/** What the holder's own copy carries beside the proof: leaf, content and salt in canonical JSON, out of which anybody makes the leaf hash again (verifier/README.md). */
export function ownCopy(log: string, row: FactRow): Buffer {
  return Buffer.from(canonicalJson({ leaf: leafOf(log, row), content: row.content, salt: writeBase64(Buffer.from(row.salt, 'hex')) }), 'utf8');
}
