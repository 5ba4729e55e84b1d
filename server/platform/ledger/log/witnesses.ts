import type { SignerKey, VerifierKey } from '../note-keys.ts';
import type { NoteSignature } from '../note.ts';
import { askWitness, type WitnessFailure } from '../witness-client.ts';
import { findLog, type Asked, type LogName } from './log-store.ts';
import { consistencyIn } from './tree.ts';

/** A witness that is asked to sign: where, and by which key its signature is known. */
export interface LogWitness {
  readonly name: string;
  readonly url: string;
  readonly key: VerifierKey;
}

/** What a witness said of a checkpoint. `ahead`: it signed a larger tree of this origin than we have; `other`: another tree. */
export type Word = { readonly signature: NoteSignature } | { readonly ahead: number } | { readonly other: true } | { readonly failed: WitnessFailure };

/** The witnesses of an installation and what each signed last, as far as it told us. */
export interface Witnesses {
  readonly all: readonly LogWitness[];
  /** Asks every witness at once; a witness that is not there costs five seconds. */
  ask(log: LogName, checkpoint: { readonly size: number; readonly note: string }): Promise<ReadonlyMap<string, Word>>;
}

/** Which of a log's own keys sign, so that their lines are told from those of witnesses. */
export type LogSigner = (origin: string) => SignerKey;

// Its size told, asked again with it; told another meanwhile (another process of ours), once more.
const mostTries = 3;

/** The witnesses over a database. */
export function openWitnesses(db: Asked, all: readonly LogWitness[]): Witnesses {
  const known = new Map<string, number>();

  async function askOne(log: LogName, witness: LogWitness, { size, note }: { readonly size: number; readonly note: string }): Promise<Word> {
    const name = `${log} ${witness.key.name}`;
    for (let tries = 0; tries < mostTries; tries += 1) {
      const oldSize = Math.min(known.get(name) ?? 0, size);
      const proof = await consistencyIn(db, log, oldSize, size);
      if (proof === undefined) return { other: true };
      const answer = await askWitness({ url: witness.url, key: witness.key }, { oldSize, proof, note });
      if ('failed' in answer) return answer.failed === 'inconsistent' ? { other: true } : answer;
      if (!('conflict' in answer)) {
        known.set(name, size);
        return { signature: answer };
      }
      // More than we ask about may be what another process of ours had it sign since: only more than we have at all is ahead of us.
      if (answer.conflict > size) return (await findLog(db, log).then((row) => row?.size ?? 0)) < answer.conflict ? { ahead: answer.conflict } : { failed: 'busy' };
      if (answer.conflict === oldSize) return { other: true };
      known.set(name, answer.conflict);
    }
    return { failed: 'busy' };
  }

  return {
    all,
    ask: async (log, checkpoint) => new Map(await Promise.all(all.map(async (witness) => [witness.key.name, await askOne(log, witness, checkpoint)] as const))),
  };
}
