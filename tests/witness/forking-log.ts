import { consistencyProof, hashOfEntry, readerOfLeaves, rootOfLeaves } from '../../server/platform/ledger/merkle.ts';
import { signCheckpoint } from '../../server/platform/ledger/checkpoint.ts';
import { privateKeyOfSeed, signerKey, type SignerKey } from '../../server/platform/ledger/note-keys.ts';
import { addCheckpointBody } from '../../server/platform/ledger/witness-client.ts';

/** A log in memory whose key tells whatever story it is asked to: branches of one name that agree up to a point. */
export interface ForkingLog {
  readonly key: SignerKey;
  /** The signed checkpoint of a branch at a size. */
  note(branch: string, size: number): string;
  /** A whole request of add-checkpoint for it. */
  request(branch: string, oldSize: number, size: number): string;
}

/** Builds one; `forkAt` gives from which entry on a branch differs from the first. */
export function forkingLog(origin: string, seed: number, forkAt: (branch: string) => number): ForkingLog {
  const key = signerKey(origin, 'note', privateKeyOfSeed(Buffer.alloc(32, seed)));
  const leaves = (branch: string, size: number) => Array.from({ length: size }, (_, at) => hashOfEntry(Buffer.from(`${at < forkAt(branch) ? '' : branch}${at}`)));
  const note = (branch: string, size: number) => signCheckpoint([key], { origin, size, root: rootOfLeaves(leaves(branch, size)), extensions: [] });
  return {
    key, note,
    request: (branch, oldSize, size) => addCheckpointBody({ oldSize, note: note(branch, size), proof: oldSize === 0 ? [] : consistencyProof(readerOfLeaves(leaves(branch, size)), oldSize, size) }),
  };
}
