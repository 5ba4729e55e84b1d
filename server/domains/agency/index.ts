/** Agency (代理授权): who may act for whom, how far and until when; given with evidence, seen and ended by the principal. */
import type { ActsFor, Actor, AgencyAct } from '../../kernel/actor.ts';
import type { Refusal } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { batchWriter } from '../../platform/db/batch-writer.ts';
import type { Route } from '../../platform/http/route.ts';
import { derivedId } from '../../platform/ids.ts';
import { agencyActs } from '../../kernel/actor.ts';
import { longestMonths, latestEnd } from './decide.ts';
import type { MandateRole } from './mandate.ts';
import { withoutEnd } from './routes-present.ts';
import { endAll, give } from './routes-commands.ts';
import { agencyRoutes } from './routes.ts';
import { actsForOf, coveringMandate, rolesOf } from './store.ts';
import type { AgencyDeps } from './routes-context.ts';

export { agencyRefusals, type AgencyRefusalCode } from './refusals.ts';
export type { AgencyDeps } from './routes-context.ts';
export { longestMonths };

/** The door of the domain. */
export interface Agency {
  readonly routes: readonly Route[];
  /** The actor with those for whom he may act now. What the database said is believed for less than a second, so that a mandate that is ended is gone for the next request. */
  asActor(actor: Actor): Promise<Actor>;
  /** The standing mandate under which `agent` may do this for `principal`, asked of the database at this moment; undefined where there is none. */
  covering(wanted: { readonly agent: Id; readonly principal: Id; readonly act: AgencyAct; readonly taskCode: string }): Promise<Id | undefined>;
  /** What the city identity service says: this person is the legal representative of this organisation. Nothing where that is known already. */
  representedByCity(principal: Id, agent: Id): Promise<void>;
  /** Ends every standing mandate that a person gave or holds, because he was forgotten; answers how many ended. Safe to run again. */
  endAllOf(partyId: Id): Promise<number>;
  /** A mandate without a giver's screen: for the invented city and for tests; no route leads here. */
  grantFor(principal: Id, agent: Id, role?: MandateRole, how?: { readonly acts?: readonly AgencyAct[]; readonly taskCodes?: readonly string[] }): Promise<Id>;
}

/** How long an answer of the database is believed. */
const believedMs = 750;
const rememberedMost = 20_000;

/** Builds the domain. */
export function agencyDomain(deps: AgencyDeps): Agency {
  const around = { ...deps, writer: batchWriter(deps.database.pool, 'agency.append', deps.pipeline.clock) };
  const { handle } = deps.database;
  const now = () => deps.pipeline.clock.now();
  const remembered = new Map<Id, { readonly actsFor: readonly ActsFor[]; readonly readMs: number }>();
  const actsFor = async (partyId: Id): Promise<readonly ActsFor[]> => {
    const readMs = performance.now();
    const known = remembered.get(partyId);
    if (known && readMs - known.readMs < believedMs) return known.actsFor;
    const found = await actsForOf(handle, partyId, now());
    if (remembered.size >= rememberedMost) remembered.clear();
    remembered.set(partyId, { actsFor: found, readMs });
    return found;
  };
  const givenBy = async (job: string, principal: Id, agent: Id, role: MandateRole, more: { acts?: readonly AgencyAct[]; taskCodes?: readonly string[]; purpose: string; how: 'city_identity' | 'window' }): Promise<{ ok: true; mandateId: Id } | Refusal> =>
    give(around, { kind: 'system', job }, {
      commandId: derivedId(`${job} ${more.purpose}`), body: { principal, agent, role },
      terms: { principal, agent, role, acts: more.acts ?? agencyActs, taskCodes: more.taskCodes ?? null, untilAt: role === 'legal_representative' ? withoutEnd : latestEnd(now()), how: more.how, evidence: more.how === 'window' ? 'letter_of_authority' : null },
    });
  return {
    routes: agencyRoutes(around),
    async asActor(actor) {
      if (actor.kind !== 'resident') return actor;
      const found = await actsFor(actor.partyId);
      return found.length === 0 ? actor : { ...actor, actsFor: found };
    },
    covering: (wanted) => coveringMandate(handle, wanted, now()),
    async representedByCity(principal, agent) {
      const held = await rolesOf(handle, agent, now());
      if (held.some((one) => one.principal === principal && one.role === 'legal_representative')) return;
      const given = await givenBy('agency.city_identity', principal, agent, 'legal_representative', { purpose: `${principal} ${agent} ${now()}`, how: 'city_identity' });
      if (!given.ok) throw new Error(`legal representative said by the city: ${given.code}`);
      remembered.delete(agent);
    },
    async endAllOf(partyId) {
      const ended = await endAll(around, partyId);
      remembered.clear();
      return ended;
    },
    async grantFor(principal, agent, role = 'agent', how = {}) {
      const given = await givenBy('agency.invented', principal, agent, role, { ...how, purpose: `${principal} ${agent} ${role} ${now()}`, how: 'window' });
      if (!given.ok) throw new Error(`mandate for a test or the invented city: ${given.code}`);
      remembered.delete(agent);
      return given.mandateId;
    },
  };
}
