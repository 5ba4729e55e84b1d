import type { MandateView } from '../../../contract/agency.ts';
import type { PartyView } from '../../../contract/people.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';
import { instantOfMs, localDayOf, msOf } from '../../kernel/instant.ts';
import { stands, type Mandate } from './mandate.ts';
import { allowedActs, type StandingRole } from './policy.ts';
import type { StoredMandate } from './store.ts';
import type { Surroundings } from './routes-context.ts';

/** The end of a mandate that has none of its own. */
export const withoutEnd = '2999-12-31T16:00:00.000Z';

/** Mandates as the caller sees them: parties masked, items by name, and whether he may end them. */
export async function mandateViews(around: Surroundings, actor: Actor, found: readonly StoredMandate[], held: readonly StandingRole[]): Promise<readonly MandateView[]> {
  const parties = await around.people.parties(found.flatMap(({ state }) => [state.principal, state.agent]));
  return found.flatMap((one) => {
    const [principal, agent] = [parties.get(one.state.principal), parties.get(one.state.agent)];
    return principal && agent ? [mandateView(around, actor, one, held, { principal, agent })] : [];
  });
}

function mandateView(around: Surroundings, actor: Actor, { mandateId, seq, state }: StoredMandate, held: readonly StandingRole[], parties: { principal: PartyView; agent: PartyView }): MandateView {
  const now = around.pipeline.clock.now();
  const plain = (code: string) => ({ 'zh-CN': code, 'zh-HK': code, en: code });
  return {
    mandateId, seq, ...parties, role: state.role, acts: [...state.acts],
    items: state.taskCodes?.map((taskCode) => ({ taskCode, name: around.itemName(taskCode) ?? plain(taskCode) })) ?? null,
    fromAt: state.fromAt, untilOn: state.untilAt === withoutEnd ? null : localDayOf(instantOfMs(msOf(state.untilAt) - 1)), how: state.how, evidence: state.evidence,
    registeredAt: (state.how === 'window' && state.givenBy.institution !== undefined && around.institutionName(state.givenBy.institution)) || null,
    state: state.endedAt !== null ? 'ended' : stands(state, now) ? 'standing' : 'over', endedAt: state.endedAt, endedHow: endedHow(state),
    allowed: [...allowedActs(actor, state, held, now)],
  };
}

function endedHow({ endedBy, agent }: Mandate): MandateView['endedHow'] {
  switch (endedBy?.kind) {
    case undefined:
      return null;
    case 'system':
      return 'by_system';
    case 'staff':
      return 'at_window';
    case 'resident':
      return endedBy.id === agent ? 'by_agent' : 'by_principal';
  }
}

/** The parties with these ids, in their order; those erased are left out. */
export async function partiesInOrder(around: Surroundings, ids: readonly Id[]): Promise<readonly PartyView[]> {
  const parties = await around.people.parties(ids);
  return ids.flatMap((id) => parties.get(id) ?? []);
}
