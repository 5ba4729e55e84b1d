import { holdsPost, type Actor } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import { fresh, residents, residentsAnd, staff } from '../../platform/access/permission.ts';
import { stands, type Mandate, type MandateRole } from './mandate.ts';

/** What the routes of this domain ask for. Naming somebody to act for one is among the acts that want a fresh second factor (C-ID-1); ending it must always be quick. */
export const agencyPermissions = {
  readOwn: residents('agency.read_own'),
  give: fresh(residents('agency.give')),
  end: residentsAnd('agency.end', 'window_clerk'),
  register: staff('agency.register', 'window_clerk'),
  readAtWindow: staff('agency.read_at_window', 'window_clerk'),
} as const;

/** A role that this person holds now for the principal. */
export interface StandingRole {
  readonly principal: Id;
  readonly role: MandateRole;
}

/** Whether a resident may give such a mandate: for himself; the legal representative for his organisation; a manager may name agents there, not managers. */
export function mayGive(actor: Actor, principal: Id, role: MandateRole, held: readonly StandingRole[]): boolean {
  if (actor.kind !== 'resident' || role === 'legal_representative') return false;
  if (actor.partyId === principal) return true;
  return held.some((one) => one.principal === principal && (one.role === 'legal_representative' || (one.role === 'manager' && role === 'agent')));
}

/** Whether the actor may end it: the principal; who stands for the organisation; a manager those of agents; the agent his own; a window whoever stands there with papers. Who stands for an organisation by law is changed at a window or by the city. */
export function mayEnd(actor: Actor, mandate: Mandate, held: readonly StandingRole[]): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'staff') return actor.posts.some((post) => post.role === 'window_clerk');
  if (actor.kind !== 'resident') return false;
  if (actor.partyId === mandate.agent || actor.partyId === mandate.principal) return true;
  if (mandate.role === 'legal_representative') return false;
  return held.some((one) => one.principal === mandate.principal && (one.role === 'legal_representative' || (one.role === 'manager' && mandate.role === 'agent')));
}

/** Whether a clerk works at this hall's windows. */
export const worksAt = (actor: Actor, hall: string): boolean => holdsPost(actor, hall, ['window_clerk']);

/** The acts open to the actor on a mandate now: what the buttons come from. */
export function allowedActs(actor: Actor, mandate: Mandate, held: readonly StandingRole[], at: Instant): readonly 'end'[] {
  return stands(mandate, at) && mayEnd(actor, mandate, held) ? ['end'] : [];
}
