/** Carries an act on a change of keys through the pipeline, on the keys of the moment. */
import type { Actor } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { runCommand, type ActingActor, type CommandDomain, type Done, type Meta } from '../../platform/db/run-command.ts';
import type { KeyChange, KeyChangeFact } from './change.ts';
import type { Ground, KeyChangeDecision } from './decide.ts';
import { evolve } from './evolve.ts';
import { mayChangeKeys } from './policy.ts';
import { isFoundingOver, loadKeyChange, rowsOf } from './store.ts';
import type { Surroundings } from './surroundings.ts';
import { foundingNow } from './views.ts';

export type { Meta } from '../../platform/db/run-command.ts';

/** One act on a change of keys. */
export interface Act {
  readonly changeId: Id;
  readonly commandId: Id;
  readonly seenSeq?: number;
  readonly name: string;
  readonly actor: ActingActor;
  readonly body: unknown;
  readonly creates: boolean;
  readonly decide: (state: KeyChange | null, ground: Ground, meta: Meta) => KeyChangeDecision;
}

/** What an act needs: the write path, and the keys that are in use here. */
export type ActSurroundings = Pick<Surroundings, 'database' | 'pipeline' | 'writer'>;

/** Carries it through; tried again, it is decided on the keys and the staff as they are then. */
export async function runAct(around: ActSurroundings, act: Act): Promise<Done<KeyChange> | Refusal> {
  const { decide, creates, ...command } = act;
  let ground = await groundFor(around);
  const domain: CommandDomain<KeyChange, KeyChangeFact> = {
    writer: around.writer,
    evolve,
    load: async (id, commandId) => {
      const [loaded, now] = await Promise.all([loadKeyChange(around.database.pool, around.pipeline.keys, id, commandId), groundFor(around)]);
      ground = now;
      return loaded;
    },
    rule: () => ({ persons: ground.founding ? 1 : 2 }),
    rows: (state, _before, head, facts) => rowsOf(act.changeId, state, head, facts.some((fact) => fact.kind === 'key_change_approved' && fact.content.founding)),
    jobs: () => [],
  };
  const done = await runCommand<KeyChange, KeyChangeFact, string>(around.pipeline, domain, {
    ...command, matterId: act.changeId, institutionOf: () => institutionOf(act.actor), may: () => act.actor.kind === 'system' || mayChangeKeys(act.actor),
    ...(creates ? { creates: {} } : {}), decide: (state, meta) => decide(state, ground, meta),
    refusalOf: (error) => (isFoundingOver(error) ? refuse('key_change.founding_over') : undefined),
  });
  return done.ok ? done : ownWords(done);
}

/** What decides beside the change itself, as it stands now. */
async function groundFor({ database, pipeline }: ActSurroundings): Promise<Ground> {
  const { open } = await foundingNow(database.handle);
  return { current: pipeline.keys.kek.current, versions: pipeline.keys.kek.versions(), founding: open };
}

/** The pipeline speaks of matters; here it is a change that is unknown or was changed meanwhile. */
function ownWords(refusal: Refusal): Refusal {
  if (refusal.code === 'matter.unknown') return refuse('key_change.unknown');
  return refusal.code === 'matter.changed_meanwhile' ? refuse('key_change.changed_meanwhile') : refusal;
}

/** The institution whose security administrator acts. */
const institutionOf = (actor: Actor): string | undefined => (actor.kind === 'staff' ? actor.posts.find((post) => post.role === 'security_administrator')?.institution : undefined);

/** Only staff reach these routes. */
export function acting(actor: Actor): Extract<ActingActor, { kind: 'staff' }> {
  if (actor.kind === 'staff') return actor;
  throw new Error(`${actor.kind} reached a change of keys`);
}
