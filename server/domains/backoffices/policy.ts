import { holdsRole, type Actor } from '../../kernel/actor.ts';
import { actsOfPerson } from '../../kernel/two-persons.ts';
import { anyone, staff } from '../../platform/access/permission.ts';
import type { Backoffice } from './backoffice.ts';
import { actsBesideNow, waitingOf, type BackofficeAct } from './transitions.ts';

/** What the routes of this domain ask for. Of outside systems the signature is the check: the handler makes it before anything else. */
export const backofficePermissions = {
  read: staff('backoffices.read', 'administrator', 'supervisor'),
  change: staff('backoffices.change', 'administrator'),
  replay: staff('backoffices.replay', 'administrator', 'supervisor'),
  signed: anyone('backoffices.signed'),
} as const;

/** Whether the actor changes registrations at all. */
export const mayChange = (actor: Actor): boolean => holdsRole(actor, ['administrator']);

/** The units whose systems this actor may see; null: all of them. Administrators see all, supervisors those of their units and below. */
export function unitsSeen(actor: Actor): readonly string[] | null {
  if (mayChange(actor)) return null;
  return actor.kind === 'staff' ? actor.posts.filter((post) => post.role === 'supervisor').map((post) => post.unit) : [];
}

/** The acts this actor may do now: two persons, always two different ones; the proposer alone takes a change back. */
export function allowedActs(actor: Actor, state: Backoffice): readonly BackofficeAct[] {
  return mayChange(actor) && actor.kind === 'staff' ? [...actsOfPerson(waitingOf(state), actor.staffId), ...actsBesideNow(state)] : [];
}
