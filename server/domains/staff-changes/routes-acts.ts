/** Carries an act on a change of staff through the pipeline, on the staff of the moment. */
import type { Actor } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import { runCommand, type ActingActor, type CommandDomain, type Done, type Meta } from '../../platform/db/run-command.ts';
import { loginsTaken, staffById } from '../people/index.ts';
import type { StaffChange, StaffChangeFact } from './change.ts';
import type { Ground, StaffChangeDecision } from './decide.ts';
import type { Effects } from './effects.ts';
import { evolve } from './evolve.ts';
import { mayChange } from './policy.ts';
import { loadChange, refusedByDatabase, rowsOf } from './store.ts';
import type { Surroundings } from './surroundings.ts';
import { isFounding } from './views.ts';

export type { Meta } from '../../platform/db/run-command.ts';

/** Whom and which logins an act is about: what is read of the staff before it is decided. */
interface About {
  readonly ids: readonly Id[];
  readonly logins: readonly string[];
}

/** One act on a change of staff. */
export interface Act {
  readonly changeId: Id;
  readonly commandId: Id;
  readonly seenSeq?: number;
  readonly name: string;
  readonly actor: ActingActor;
  readonly body: unknown;
  readonly creates: boolean;
  readonly about: About;
  readonly decide: (state: StaffChange | null, ground: Ground, meta: Meta) => StaffChangeDecision;
  /** What an approval does beside its fact. */
  readonly effects?: (state: StaffChange, at: Instant) => Effects;
}

/** Carries it through; tried again, it is decided on the staff as it is then. */
export async function runAct(around: Surroundings, act: Act): Promise<Done<StaffChange> | Refusal> {
  const { about, decide, effects, creates, ...command } = act;
  let ground = await groundFor(around, about);
  const domain: CommandDomain<StaffChange, StaffChangeFact> = {
    writer: around.writer,
    evolve,
    load: async (id, commandId) => {
      const [loaded, now] = await Promise.all([loadChange(around.database.pool, around.pipeline.keys, id, commandId), groundFor(around, about)]);
      ground = now;
      return loaded;
    },
    rule: () => ({ persons: ground.founding ? 1 : 2 }),
    rows: (state, _before, head, facts) => {
      const approved = facts.find((fact) => fact.kind === 'staff_change_approved');
      return { ...rowsOf(act.changeId, state, head), ...(approved && effects ? effects(state, approved.at) : {}) };
    },
    jobs: () => [],
  };
  const done = await runCommand<StaffChange, StaffChangeFact, string>(around.pipeline, domain, {
    ...command, matterId: act.changeId, institutionOf: () => institutionOf(act.actor), may: () => mayChange(act.actor),
    ...(creates ? { creates: {} } : {}), decide: (state, meta) => decide(state, ground, meta),
    refusalOf: (error) => {
      const code = refusedByDatabase(error);
      return code && refuse(code, code === 'staff.login_taken' ? { login: about.logins.join(' ') } : {});
    },
  });
  return done.ok ? done : ownWords(done);
}

/** What decides beside the change itself, as it stands now. */
async function groundFor(around: Surroundings, about: About): Promise<Ground> {
  const { handle } = around.database;
  const [members, taken, founding] = await Promise.all([staffById(handle, about.ids), loginsTaken(handle, about.logins), isFounding(handle)]);
  return { unitOf: (code) => around.institution(code)?.unit, member: (staffId) => members.get(staffId), loginTaken: (login) => taken.has(login), founding };
}

/** The pipeline speaks of matters; here it is a change that is unknown or was changed meanwhile. */
function ownWords(refusal: Refusal): Refusal {
  if (refusal.code === 'matter.unknown') return refuse('staff.change_unknown');
  return refusal.code === 'matter.changed_meanwhile' ? refuse('staff.changed_meanwhile') : refusal;
}

/** The institution whose security administrator acts. */
const institutionOf = (actor: Actor): string | undefined => (actor.kind === 'staff' ? actor.posts.find((post) => post.role === 'security_administrator')?.institution : undefined);

/** Only staff reach these routes. */
export function acting(actor: Actor): Extract<ActingActor, { kind: 'staff' }> {
  if (actor.kind === 'staff') return actor;
  throw new Error(`${actor.kind} reached a change of staff`);
}
