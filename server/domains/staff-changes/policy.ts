import { holdsRole, type Actor } from '../../kernel/actor.ts';
import { actsOfPerson, type ProposalAct } from '../../kernel/two-persons.ts';
import { fresh, staff } from '../../platform/access/permission.ts';
import type { StaffChange } from './change.ts';

/** What the routes of this domain ask for: security administrators change staff, two of them each time; audit administrators read who changed what. */
export const staffPermissions = {
  read: staff('staff.read_changes', 'security_administrator', 'audit_administrator'),
  propose: fresh(staff('staff.propose', 'security_administrator')),
  decide: fresh(staff('staff.decide', 'security_administrator')),
} as const;

/** Whether the actor may propose changes of staff and decide about others' at all. */
export const mayChange = (actor: Actor): boolean => holdsRole(actor, ['security_administrator']);

/** The acts this actor may do on the change now: two persons, always two different ones, but in the founding, when there is one alone; the proposer takes it back. */
export function allowedActs(actor: Actor, change: Pick<StaffChange, 'status' | 'proposedBy'>, founding: boolean): readonly ProposalAct[] {
  return mayChange(actor) && actor.kind === 'staff' ? actsOfPerson(change, actor.staffId, founding) : [];
}
