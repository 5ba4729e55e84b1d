import * as wire from '../../../contract/agency.ts';
import type { MandateView, OwnPrincipal } from '../../../contract/agency.ts';
import type { Actor } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { wholeHours, type TryLimit } from '../../kernel/tries.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { endOf } from './decide.ts';
import { agencyPermissions, mayGive, worksAt, type StandingRole } from './policy.ts';
import { acting, end, give } from './routes-commands.ts';
import { mandateViews, partiesInOrder, withoutEnd } from './routes-present.ts';
import { actsForOf, findMandate, listMandates, rolesOf } from './store.ts';
import type { Surroundings } from './routes-context.ts';

/** Number and name of another person: more would be asking who is registered. */
const looksOfPerson: TryLimit = { name: 'agency-looks', most: 20, seconds: 86_400, restartsAtMost: false };

/** Every route of this domain. */
export function agencyRoutes(around: Surroundings): readonly Route[] {
  return [...ownRoutes(around), ...windowRoutes(around)];
}

function ownRoutes(around: Surroundings): readonly Route[] {
  return [
    route(wire.myMandates, agencyPermissions.readOwn, async ({ actor }) => {
      const me = residentOf(actor);
      const held = await heldBy(around, me);
      const represented = held.filter((one) => one.role !== 'agent').map((one) => one.principal);
      const found = await listMandates(around.database.handle, { principals: [me, ...represented], agent: me }, around.pipeline.clock.now());
      return reply({ mandates: [...(await mandateViews(around, actor, found, held))], principals: [...(await principalsOf(around, actor, held))] });
    }),
    route(wire.giveMandate, agencyPermissions.give, async ({ actor, body }) => {
      const me = residentOf(actor);
      const held = await heldBy(around, me);
      if (!mayGive(actor, body.principalId, body.role, held)) return refuse('agency.may_not_give');
      const unknown = unknownItem(around, body.taskCodes);
      if (unknown) return unknown;
      const wait = await around.tries.tooOften(looksOfPerson, me);
      if (wait > 0) return refuse('agency.too_many_looks', { hours: wholeHours(wait) });
      const agent = await around.people.findPerson(body.agentNumber, body.agentName);
      if (agent === undefined) return refuse('agency.agent_unknown', {}, [{ pointer: '/agentNumber', code: 'agency.agent_unknown', params: {} }]);
      const { principalId: principal, role, acts, taskCodes } = body;
      const given = await give(around, acting(actor), {
        commandId: body.commandId, body, terms: { principal, agent, role, acts, taskCodes, untilAt: endOf(body.untilOn), how: principal === me ? 'principal' : 'representative', evidence: null },
      });
      return given.ok ? shown(around, actor, given.mandateId) : given;
    }),
    route(wire.endMandate, agencyPermissions.end, async ({ actor, params, body }) => {
      if (actor.kind === 'staff' && (body.hall === undefined || !worksAt(actor, body.hall))) return refuse('agency.unknown');
      const held = actor.kind === 'resident' ? await heldBy(around, actor.partyId) : [];
      const done = await end(around, acting(actor), { mandateId: params.mandateId, commandId: body.commandId, body, held, ...(body.hall === undefined ? {} : { hall: body.hall }) });
      return done.ok ? shown(around, actor, params.mandateId) : done;
    }),
  ];
}

function windowRoutes(around: Surroundings): readonly Route[] {
  return [
    route(wire.registerMandate, agencyPermissions.register, async ({ actor, body }) => {
      if (!worksAt(actor, body.hall)) return refuse('agency.unknown');
      const unknown = unknownItem(around, body.taskCodes);
      if (unknown) return unknown;
      if (body.role !== 'legal_representative' && body.untilOn === undefined) return refuse('agency.until_past', {}, [{ pointer: '/untilOn', code: 'agency.until_past', params: {} }]);
      const { principalId: principal, agentId: agent, role, acts, taskCodes, evidence } = body;
      const given = await give(around, acting(actor), {
        commandId: body.commandId, body, hall: body.hall, terms: { principal, agent, role, acts, taskCodes, untilAt: body.untilOn === undefined ? withoutEnd : endOf(body.untilOn), how: 'window', evidence },
      });
      return given.ok ? shown(around, actor, given.mandateId) : given;
    }),
    route(wire.windowMandates, agencyPermissions.readAtWindow, async ({ actor, query }) => {
      const found = await listMandates(around.database.handle, { principals: [query.principalId], agent: null }, around.pipeline.clock.now());
      const wanted = query.agentId === undefined ? found : found.filter((one) => one.state.agent === query.agentId);
      return reply({ mandates: [...(await mandateViews(around, actor, wanted, []))] });
    }),
  ];
}

const heldBy = (around: Surroundings, partyId: Id): Promise<readonly StandingRole[]> => rolesOf(around.database.handle, partyId, around.pipeline.clock.now());

function residentOf(actor: Actor): Id {
  if (actor.kind !== 'resident') throw new Error('a resident’s route was reached by somebody else');
  return actor.partyId;
}

function unknownItem(around: Surroundings, taskCodes: readonly string[] | null): Refusal | undefined {
  const unknown = taskCodes?.find((code) => around.itemName(code) === undefined);
  return unknown === undefined ? undefined : refuse('agency.item_unknown', { taskCode: unknown }, [{ pointer: '/taskCodes', code: 'agency.item_unknown', params: { taskCode: unknown } }]);
}

async function principalsOf(around: Surroundings, actor: Actor, held: readonly StandingRole[]): Promise<readonly OwnPrincipal[]> {
  const me = residentOf(actor);
  const actsFor = await actsForOf(around.database.handle, me, around.pipeline.clock.now());
  const parties = await partiesInOrder(around, [me, ...new Set(actsFor.map((one) => one.partyId))]);
  return parties.map((party) => ({
    party, self: party.partyId === me,
    mayName: (['manager', 'agent'] as const).filter((role) => mayGive(actor, party.partyId, role, held) && (role === 'agent' || party.subject === 'organisation')),
    mayFile: party.partyId === me || actsFor.some((one) => one.partyId === party.partyId && one.acts.includes('file')),
  }));
}

async function shown(around: Surroundings, actor: Actor, mandateId: Id): Promise<{ ok: true; reply: MandateView } | Refusal> {
  const found = await findMandate(around.database.handle, mandateId);
  const held = actor.kind === 'resident' ? await heldBy(around, actor.partyId) : [];
  const [view] = found ? await mandateViews(around, actor, [found], held) : [];
  return view ? reply(view) : refuse('agency.unknown');
}
