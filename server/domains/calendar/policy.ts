import { holdsRole, type Actor } from '../../kernel/actor.ts';
import { actsOfPerson, type ProposalAct } from '../../kernel/two-persons.ts';
import { staff } from '../../platform/access/permission.ts';
import type { Change } from './change.ts';

/** What the routes of this domain ask for: every member of staff may see which days count, administrators change them. */
export const calendarPermissions = {
  read: staff('calendar.read', 'window_clerk', 'officer', 'approver', 'hall_manager', 'supervisor', 'administrator', 'security_administrator', 'audit_administrator'),
  propose: staff('calendar.propose', 'administrator'),
  decide: staff('calendar.decide', 'administrator'),
} as const;

/** Whether the actor may propose changes and decide about others' at all. */
export function mayChange(actor: Actor): boolean {
  return holdsRole(actor, ['administrator']);
}

/** The acts this actor may do on the change now: two persons, always two different ones; the proposer alone takes it back. */
export function allowedActs(actor: Actor, change: Change): readonly ProposalAct[] {
  return mayChange(actor) && actor.kind === 'staff' ? actsOfPerson(change, actor.staffId) : [];
}
