import type { Actor } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { localDayOf, type LocalDay } from '../../kernel/instant.ts';
import { runCommand, type ActingActor, type CommandDomain, type Done, type Meta } from '../../platform/db/run-command.ts';
import { evolveErasure, type Erasure, type ErasureDecision, type ErasureFact } from './erasure.ts';
import { evolveHold, type Hold, type HoldDecision, type HoldFact } from './hold.ts';
import { erasureRow, holdRow, isSecondRequest, loadErasure, loadHold } from './store.ts';
import type { Surroundings } from './surroundings.ts';

/** The job that destroys what an approval allows. */
export const carryOutJob = 'privacy.when_approved_carry_out';

/** The job that looks again at every approved request, because a hold kept something of one. */
export const lookAgainJob = 'privacy.when_hold_released_carry_out';

/** Today in Shenzhen. */
export const todayOf = (around: Surroundings): LocalDay => localDayOf(around.pipeline.clock.now());

/** Who acts; the permission of the route let nobody else in. */
export function acting(actor: Actor): ActingActor {
  if (actor.kind === 'staff' || actor.kind === 'resident') return actor;
  throw new Error(`${actor.kind} reached a command`);
}

const institutionOf = (actor: ActingActor): string | undefined => (actor.kind === 'staff' ? actor.posts.find((post) => post.role === 'security_administrator')?.institution : undefined);

interface Act<State, Decision> {
  readonly id: Id;
  readonly commandId: Id;
  readonly seenSeq?: number;
  readonly name: string;
  readonly body: unknown;
  readonly actor: ActingActor;
  readonly creates?: true;
  readonly may: (state: State) => boolean;
  readonly decide: (state: State | null, meta: Meta) => Decision;
}

/** One command on a request. An approval queues the destroying in its own transaction. */
export async function actOnErasure(around: Surroundings, given: Act<Erasure, ErasureDecision>): Promise<Done<Erasure> | Refusal> {
  const domain: CommandDomain<Erasure, ErasureFact> = {
    writer: around.writer, evolve: evolveErasure, load: (id, commandId) => loadErasure(around.database.pool, around.pipeline.keys, id, commandId), rule: () => ({}),
    rows: (state, _before, head) => erasureRow(given.id, state, head),
    jobs: (_state, facts) => facts.flatMap((fact) => (fact.kind === 'erasure_approved' ? [{ kind: carryOutJob, payload: { erasureId: given.id } }] : [])),
  };
  const done = await runCommand<Erasure, ErasureFact, string>(around.pipeline, domain, { ...commandOf(given), refusalOf: (error) => (isSecondRequest(error) ? refuse('privacy.erasure_open') : undefined) });
  if (done.ok) around.wakeJobs();
  return ownWords(done, 'privacy.erasure_unknown');
}

/** One command on a hold. */
export async function actOnHold(around: Surroundings, given: Act<Hold, HoldDecision>): Promise<Done<Hold> | Refusal> {
  const domain: CommandDomain<Hold, HoldFact> = {
    writer: around.writer, evolve: evolveHold, load: (id, commandId) => loadHold(around.database.pool, around.pipeline.keys, id, commandId), rule: () => ({}),
    rows: (state, _before, head) => holdRow(given.id, state, head),
    jobs: (_state, facts) => facts.flatMap((fact) => (fact.kind === 'hold_released' ? [{ kind: lookAgainJob, payload: {} }] : [])),
  };
  const done = await runCommand<Hold, HoldFact, string>(around.pipeline, domain, commandOf(given));
  if (done.ok) around.wakeJobs();
  return ownWords(done, 'privacy.hold_unknown');
}

function commandOf<State, Decision>({ id, creates, actor, ...act }: Act<State, Decision>) {
  return { ...act, matterId: id, actor, institutionOf: () => institutionOf(actor), ...(creates ? { creates: {} } : {}) };
}

/** The pipeline speaks of matters; here it is a request or a hold. */
function ownWords<T>(done: Done<T> | Refusal, unknown: string): Done<T> | Refusal {
  if (done.ok) return done;
  if (done.code === 'matter.unknown') return refuse(unknown);
  return done.code === 'matter.changed_meanwhile' ? refuse('privacy.changed_meanwhile') : done;
}
