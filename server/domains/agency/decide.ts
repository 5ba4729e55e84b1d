import { agencyActs } from '../../kernel/actor.ts';
import { addMonths } from '../../kernel/calendar/index.ts';
import { accept, refuse, type Decision } from '../../kernel/decider.ts';
import { localDayOf, startOfLocalDay, type Instant } from '../../kernel/instant.ts';
import type { By } from '../../kernel/actor.ts';
import { stands, type Mandate, type MandateFact, type MandateTerms } from './mandate.ts';
import type { AgencyRefusalCode } from './refusals.ts';

/** Facts of a mandate, or why there are none. */
export type MandateDecision = Decision<MandateFact, AgencyRefusalCode>;

/** Whoever the principal is, a mandate lasts at most so long; then it is given anew, by somebody who still wants it. */
export const longestMonths = 24;

/** When and by whom. */
interface Meta {
  readonly at: Instant;
  readonly by: By;
}

/** Who the two are, as the people domain knows them. */
export interface Parties {
  readonly principal: 'person' | 'organisation';
  readonly agent: 'person' | 'organisation';
}

/** Gives a mandate. Whether the giver may is judged before: policy.ts. */
export function giveMandate(state: Mandate | null, terms: MandateTerms, parties: Parties, meta: Meta): MandateDecision {
  if (state) return refuse('agency.given_already');
  if (terms.principal === terms.agent) return refuse('agency.same_party', {}, at('/agent', 'agency.same_party'));
  if (parties.agent !== 'person') return refuse('agency.agent_must_be_person', {}, at('/agent', 'agency.agent_must_be_person'));
  if (terms.role !== 'agent' && parties.principal !== 'organisation') return refuse('agency.role_of_organisations', {}, at('/role', 'agency.role_of_organisations'));
  if (terms.how === 'window' && terms.evidence === null) return refuse('agency.evidence_needed', {}, at('/evidence', 'agency.evidence_needed'));
  if (terms.acts.length === 0) return refuse('agency.acts_needed', {}, at('/acts', 'agency.acts_needed'));
  if (terms.taskCodes?.length === 0) return refuse('agency.items_needed', {}, at('/taskCodes', 'agency.items_needed'));
  if (terms.untilAt <= meta.at) return refuse('agency.until_past', {}, at('/untilOn', 'agency.until_past'));
  if (terms.role !== 'legal_representative' && terms.untilAt > latestEnd(meta.at)) return refuse('agency.until_too_late', { months: longestMonths }, at('/untilOn', 'agency.until_too_late', { months: longestMonths }));
  // Who may read nothing of what he filed could not do it well, and who stands for an organisation or manages it does all for it.
  const acts = terms.role === 'agent' ? agencyActs.filter((act) => act === 'read' || terms.acts.includes(act)) : [...agencyActs];
  return accept<MandateFact>({ kind: 'mandate_given', ...meta, content: { ...terms, acts, taskCodes: terms.role === 'agent' ? terms.taskCodes : null, fromAt: meta.at } });
}

/** Ends a mandate at once. */
export function endMandate(state: Mandate, meta: Meta): MandateDecision {
  return stands(state, meta.at) ? accept<MandateFact>({ kind: 'mandate_ended', ...meta, content: {} }) : refuse('agency.over');
}

/** The moment no mandate given now outlasts: the end of the same day two years on. */
export function latestEnd(now: Instant): Instant {
  return endOf(addMonths(localDayOf(now), longestMonths));
}

/** The moment at which a mandate ends that is to stand through this day. */
export function endOf(untilOn: string): Instant {
  return new Date(Date.parse(startOfLocalDay(untilOn)) + 86_400_000).toISOString();
}

const at = (pointer: string, code: AgencyRefusalCode, params: Readonly<Record<string, number>> = {}) => [{ pointer, code, params }];
