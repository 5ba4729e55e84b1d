import { byOf, type Actor } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import { newId } from '../../platform/ids.ts';
import { readable } from './routes-commands.ts';
import { acting, type Context } from './routes-context.ts';
import { readMatterFile, type MatterFile } from './store.ts';

/** The file of a matter for an actor who may read it, its reading recorded; unknown and forbidden look alike. */
export async function readFor(context: Context, actor: Actor, matterId: string, act: string): Promise<{ ok: true; file: MatterFile } | Refusal> {
  const file = await readMatterFile(context.database.handle, context.pipeline.keys, matterId);
  const may = file !== undefined && readable(context, actor, file.state);
  if (file) {
    await context.pipeline.recorder.write({ facts: [], access: [{ matter_id: matterId, record_id: newId(), actor: byOf(acting(actor)), act: `matters.${act}`, outcome: may ? 'done' : 'matter.unknown' }] });
  }
  return file && may ? { ok: true, file } : refuse('matter.unknown');
}
