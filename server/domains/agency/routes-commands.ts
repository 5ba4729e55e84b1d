import type { Actor } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { actorId, runCommand, type ActingActor, type CommandDomain, type Done, type Meta } from '../../platform/db/run-command.ts';
import { derivedId, filedMatterId } from '../../platform/ids.ts';
import { endMandate, giveMandate, type MandateDecision } from './decide.ts';
import { evolve, stands, type Mandate, type MandateFact, type MandateTerms } from './mandate.ts';
import { mayEnd, type StandingRole } from './policy.ts';
import { withoutEnd } from './routes-present.ts';
import { countStanding, listMandates, loadMandate, mostStanding, rowsOf } from './store.ts';
import type { Surroundings } from './routes-context.ts';

/** This domain as the pipeline wants it, for one mandate. */
function commandDomain(around: Surroundings, mandateId: Id): CommandDomain<Mandate, MandateFact> {
  return {
    writer: around.writer, evolve,
    load: (id, commandId) => loadMandate(around.database.pool, around.pipeline.keys, id, commandId),
    rule: () => ({ agency: 1 }),
    rows: (state, _before, head) => rowsOf(mandateId, state, head),
    jobs: () => [],
  };
}

interface Act {
  readonly mandateId: Id;
  readonly commandId: Id;
  readonly name: string;
  readonly body: unknown;
  readonly hall: string | undefined;
  readonly creates: boolean;
  readonly may: (state: Mandate) => boolean;
  readonly decide: (state: Mandate | null, meta: Meta) => MandateDecision;
}

async function act(around: Surroundings, actor: ActingActor, { hall, creates, ...command }: Act): Promise<Done<Mandate> | Refusal> {
  const done = await runCommand<Mandate, MandateFact, string>(around.pipeline, commandDomain(around, command.mandateId), { ...command, matterId: command.mandateId, actor, institutionOf: () => hall, ...(creates ? { creates: {} } : {}) });
  if (done.ok) return done;
  // The pipeline speaks of matters; here it is a mandate that is unknown or was changed meanwhile.
  if (done.code === 'matter.unknown') return refuse('agency.unknown');
  return done.code === 'matter.changed_meanwhile' ? refuse('agency.changed_meanwhile') : done;
}

/** What is wanted of a new mandate; the terms as they came, but the beginning, which is now. */
export interface Wanted {
  readonly commandId: Id;
  readonly body: unknown;
  readonly hall?: string;
  readonly terms: Omit<MandateTerms, 'fromAt'>;
}

/** Gives a mandate; whether the giver may was judged before. A new legal representative takes the place of the one before: an organisation has one (公司法 art. 10). */
export async function give(around: Surroundings, actor: ActingActor, { commandId, body, hall, terms }: Wanted): Promise<{ ok: true; mandateId: Id } | Refusal> {
  const parties = await around.people.parties([terms.principal, terms.agent]);
  const [principal, agent] = [parties.get(terms.principal), parties.get(terms.agent)];
  if (!principal || !agent) return refuse('agency.agent_unknown');
  const now = around.pipeline.clock.now();
  if ((await countStanding(around.database.handle, terms.principal, now)) >= mostStanding) return refuse('agency.too_many', { most: mostStanding });
  const mandateId = filedMatterId(actorId(actor), commandId, around.pipeline.clock.nowMs());
  const done = await act(around, actor, {
    mandateId, commandId, name: 'agency.give', body, hall, creates: true, may: () => true,
    decide: (state, meta) => giveMandate(state, { ...terms, untilAt: terms.role === 'legal_representative' ? withoutEnd : terms.untilAt, fromAt: meta.at }, { principal: principal.subject, agent: agent.subject }, meta),
  });
  if (!done.ok) return done;
  if (terms.role === 'legal_representative') await endFormer(around, mandateId, done.state);
  return { ok: true, mandateId };
}

/** Ends the mandates of whoever represented the organisation before. Ids follow from the new mandate, so that doing it twice does it once. */
async function endFormer(around: Surroundings, mandateId: Id, { principal }: Mandate): Promise<void> {
  const former = (await listMandates(around.database.handle, { principals: [principal], agent: null }, around.pipeline.clock.now())).filter((one) => one.mandateId !== mandateId && one.state.role === 'legal_representative' && one.state.endedAt === null);
  for (const one of former) await end(around, { kind: 'system', job: 'agency.one_legal_representative' }, { mandateId: one.mandateId, commandId: derivedId(`agency ${mandateId} ends ${one.mandateId}`), body: { after: mandateId }, held: [] });
}

/** Ends what somebody gave or holds, however much; ids follow from mandate and person, so that doing it twice does it once. */
export async function endAll(around: Surroundings, partyId: Id): Promise<number> {
  for (let ended = 0; ; ) {
    const now = around.pipeline.clock.now();
    const found = (await listMandates(around.database.handle, { principals: [partyId], agent: partyId }, now)).filter((one) => stands(one.state, now));
    if (found.length === 0) return ended;
    for (const { mandateId } of found) {
      const done = await end(around, { kind: 'system', job: 'agency.person_forgotten' }, { mandateId, commandId: derivedId(`agency forgotten ${partyId} ends ${mandateId}`), body: { forgotten: partyId }, held: [] });
      if (!done.ok && done.code !== 'agency.over') throw new Error(`mandate ${mandateId} of a person forgotten: ${done.code}`);
      ended += 1;
    }
  }
}

/** Ends a mandate at once. */
export function end(around: Surroundings, actor: ActingActor, given: { readonly mandateId: Id; readonly commandId: Id; readonly body: unknown; readonly hall?: string; readonly held: readonly StandingRole[] }): Promise<Done<Mandate> | Refusal> {
  const { held, hall, ...command } = given;
  return act(around, actor, {
    ...command, hall, name: 'agency.end', creates: false, may: (state) => mayEnd(actor, state, held), decide: (state, meta) => (state ? endMandate(state, meta) : refuse('agency.unknown')),
  });
}

/** Residents, staff and the system make facts; others never pass the routes' permissions. */
export function acting(actor: Actor): ActingActor {
  if (actor.kind === 'resident' || actor.kind === 'staff' || actor.kind === 'system') return actor;
  throw new Error(`${actor.kind} reached a command`);
}
