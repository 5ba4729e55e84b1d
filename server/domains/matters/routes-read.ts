import { byOf, type Actor } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import { newId } from '../../platform/ids.ts';
import type { Matter } from './matter.ts';
import { readable } from './routes-commands.ts';
import { acting, type Context } from './routes-context.ts';
import { readMatterFile, UnopenedPart, type MatterFile } from './store.ts';
import { faultsOfFile } from './wholeness-store.ts';

/** The file of a matter for an actor who may read it, its reading recorded; unknown and forbidden look alike, and what does not agree with itself is shown to nobody. */
export async function readFor(context: Context, actor: Actor, matterId: string, act: string): Promise<{ ok: true; file: MatterFile } | Refusal> {
  const read = await readWhole(context, matterId);
  if (!read) return refuse('matter.unknown');
  const refusal = !readable(context, actor, read.state) ? refuse('matter.unknown') : read.file === undefined ? refuse('matter.record_broken') : undefined;
  await context.pipeline.recorder.write({ facts: [], access: [{ matter_id: matterId, record_id: newId(), actor: byOf(acting(actor)), act: `matters.${act}`, outcome: refusal?.code ?? 'done' }] });
  return read.file === undefined || refusal ? (refusal ?? refuse('matter.record_broken')) : { ok: true, file: read.file };
}

/**
 * The file of a matter as it was written: chain, head, state and sealed parts agree. Where they do not, somebody changed the database behind the
 * program: that is said to the operator in one line, there is no file, and nothing is shown or decided on it; `state` only tells who may be told.
 */
export async function readWhole(context: Context, matterId: string): Promise<{ readonly state: Matter; readonly file?: MatterFile } | undefined> {
  try {
    const file = await readMatterFile(context.database.handle, context.pipeline.keys, matterId);
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

const alarm = (matterId: string, what: string): void => void process.stderr.write(`ALARM: the record of matter ${matterId} was altered (${what})\n`);
