import { hostname } from 'node:os';
import { say } from '../../contract/language.ts';
import { keyChangeMessages } from '../../contract/messages/key-changes.ts';
import { keyApprovals, type KeyResult, type KeyTask } from '../domains/key-changes/index.ts';
import type { Refusal } from '../kernel/decider.ts';
import type { Keys } from '../platform/crypto/index.ts';
import { batchWriter } from '../platform/db/batch-writer.ts';
import { databaseClock } from '../platform/db/clock.ts';
import { openDatabase } from '../platform/db/database.ts';
import { readLogOrigin } from '../platform/db/log-origin.ts';
import type { Owner, OwnerConnection } from '../platform/db/owner.ts';
import type { Surroundings } from './surroundings.ts';

/** What was done, but for the machine's name; or that it was refused and said so. */
export type Worked<Done> = (Omit<KeyResult, 'host'> & { readonly done: Done }) | undefined;

/** A change of the keys on this machine, as two security administrators approved it. */
export interface ApprovedWork<Done> {
  readonly task: KeyTask;
  /** the version it is done for, by the key file as it is now; null for shares */
  readonly target: number | null;
  /** why it cannot be begun now; what was begun before is finished nevertheless */
  readonly wrong?: { readonly code: Parameters<Surroundings['tell']>[0]; readonly params: Readonly<Record<string, string | number>> } | undefined;
  /** Does it; `resumed`: a run before was cut, and this one goes on for the version it had begun. */
  readonly work: (begun: { readonly target: number | null; readonly resumed: boolean }) => Promise<Worked<Done>>;
  /** the keys once it is done: a new version is needed to write what came of it */
  readonly keysAfter?: (done: Done) => Keys;
}

/**
 * Does what two persons approved, once (C-AC-5): begins under the approval, does the work, and writes what came of it, each as a fact of the chain of that change.
 * Without an approval nothing is done and the operator is told what to do. The caller is alone with the keys (aloneWithKeys). Undefined: refused, and said.
 */
export async function workApproved<Done>(around: Surroundings, owner: Owner, connection: OwnerConnection, keys: Keys, approved: ApprovedWork<Done>): Promise<Done | undefined> {
  const database = openDatabase(connection, { size: 2, viaRole: true });
  try {
    const clock = await databaseClock(database.pool);
    const log = await readLogOrigin(owner);
    if (log === undefined) return refused(around, around.tell('keys.start_first'));
    const approvals = (now: Keys) => keyApprovals(database, { clock, keys: now, log, recorder: batchWriter(database.pool, 'platform.append', clock) });
    const { wrong } = approved;
    const begun = wrong ? await approvals(keys).resume(approved.task) : await approvals(keys).begin(approved.task, approved.target);
    if (!begun) return refused(around, wrong ? around.tell(wrong.code, wrong.params) : '');
    if (!begun.ok) return refused(around, sentenceOf(around, begun));
    const worked = await approved.work(begun);
    if (!worked) return undefined;
    const { done, ...result } = worked;
    const finished = await approvals(approved.keysAfter?.(done) ?? keys).finish(begun.changeId, { ...result, host: hostname() });
    if (!finished.ok) return refused(around, sentenceOf(around, finished));
    return done;
  } finally {
    await database.close();
  }
}

function refused(around: Surroundings, text: string): undefined {
  around.note(text);
  return undefined;
}

function sentenceOf(around: Surroundings, { code, params }: Refusal): string {
  if (code === 'keys.no_approval' || code === 'keys.approval_waits' || code === 'keys.approval_expired') return around.tell(code, params);
  const known = (keyChangeMessages as Readonly<Record<string, (typeof keyChangeMessages)[keyof typeof keyChangeMessages]>>)[code];
  return known ? say(known, around.language, params) : code;
}
