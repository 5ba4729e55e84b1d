import { byOf, type Actor } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { Handle } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import { loggedId, processLog, words } from '../../platform/log/index.ts';
import type { Matter } from './matter.ts';
import { readsFor } from './policy.ts';
import { coversIn, readable } from './routes-commands.ts';
import { acting, type Context } from './routes-context.ts';
import { readFenced } from './routes-reach.ts';
import { isErased, readFacts, readMatterFile, UnopenedPart, type MatterFile } from './store.ts';
import { faultsOfFile } from './wholeness-store.ts';

/** The file of a matter for an actor who may read it, its reading recorded; unknown and forbidden look alike, and what does not agree with itself is shown to nobody. */
export async function readFor(context: Context, actor: Actor, matterId: string, act: string): Promise<{ ok: true; file: MatterFile } | Refusal> {
  const read = (await readFile(context, actor, matterId)) ?? (await beyondFence(context, actor, matterId));
  if (!read) return refuse('matter.unknown');
  const refusal = !readable(context, actor, read.state) ? refuse('matter.unknown') : read.file === undefined ? refuse('matter.record_broken') : undefined;
  const recordId = newId();
  await context.pipeline.recorder.write({ facts: [], access: [{ matter_id: matterId, record_id: recordId, actor: byOf(acting(actor), readsFor(actor, read.state, coversIn(context))), act: `matters.${act}`, outcome: refusal?.code ?? 'done' }] });
  if (!refusal && actor.kind === 'staff') await context.noticeReading({ matterId, recordId, staffId: actor.staffId, partyId: read.state.partyId });
  return read.file === undefined || refusal ? (refusal ?? refuse('matter.record_broken')) : { ok: true, file: read.file };
}

interface Read {
  readonly state: Matter;
  readonly file?: MatterFile;
}

/** The file as the second fence lets this actor see it. */
const readFile = (context: Context, actor: Actor, matterId: string): Promise<Read | undefined> => readFenced(context, actor, (handle) => readWhole(context, matterId, handle), matterId);

/**
 * Why the fence gave nothing: there is no such matter; or there is one and its file is not this actor's, which is written down as a try. Where our rule says that it
 * is his, it became so a moment ago and is there now; or what the fence goes by was altered and no longer agrees with the facts.
 */
async function beyondFence(context: Context, actor: Actor, matterId: string): Promise<Read | undefined> {
  const there = await readFacts(context.database.handle, matterId);
  if (!there || !readable(context, actor, there.state)) return there && { state: there.state };
  const again = await readFile(context, actor, matterId);
  // Erased (C-PR-4): without its key there is no file any more, and nothing was altered.
  if (!again && (await isErased(context.database.handle, matterId))) return undefined;
  if (!again) alarm(matterId, 'what its rows say of whose it is does not agree with its facts');
  return again ?? { state: there.state };
}

/**
 * The file of a matter as it was written: chain, head, state and sealed parts agree. Where they do not, somebody changed the database behind the
 * program: that is said to the operator in one line, there is no file, and nothing is shown or decided on it; `state` only tells who may be told.
 */
export async function readWhole(context: Context, matterId: string, handle: Handle = context.database.handle): Promise<Read | undefined> {
  try {
    const file = await readMatterFile(handle, context.pipeline.keys, matterId);
    const faults = file ? faultsOfFile(context.pipeline.log, file) : [];
    if (faults.length === 0) return file && { state: file.state, file };
    alarm(matterId, faults.map(({ at, fault }) => `${fault} at ${at}`).join(', '));
    return file && { state: file.state };
  } catch (error) {
    if (!(error instanceof UnopenedPart)) throw error;
    alarm(matterId, error.message);
    return { state: error.state };
  }
}

const alarm = (matterId: string, what: string): void => processLog.tell('alarm', 'ledger.altered', { matterId: loggedId(matterId), words: words(`ALARM: the record was altered (${what})`) });
