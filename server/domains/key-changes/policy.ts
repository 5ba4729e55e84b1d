import { holdsRole, type Actor } from '../../kernel/actor.ts';
import { actsOfPerson, wrongPerson, type ProposalAct } from '../../kernel/two-persons.ts';
import { fresh, staff } from '../../platform/access/permission.ts';
import { isUnused } from './approval.ts';
import type { KeyChange } from './change.ts';

/** What the routes of this domain ask for: security administrators change the keys, two of them each time; audit administrators read what was changed. */
export const keyChangePermissions = {
  read: staff('keys.read_changes', 'security_administrator', 'audit_administrator'),
  propose: fresh(staff('keys.propose', 'security_administrator')),
  decide: fresh(staff('keys.decide', 'security_administrator')),
} as const;

/** Whether the actor may propose changes of the keys and decide about others' at all. */
export const mayChangeKeys = (actor: Actor): boolean => holdsRole(actor, ['security_administrator']);

/** The acts this actor may do on the change now: two persons, always two different ones, but in the founding; the proposer takes it back, also an approval that nobody has used. */
export function allowedActs(actor: Actor, change: Pick<KeyChange, 'status' | 'proposedBy' | 'begunAt'>, founding: boolean): readonly ProposalAct[] {
  if (!mayChangeKeys(actor) || actor.kind !== 'staff') return [];
  if (isUnused(change)) return wrongPerson('withdraw', change.proposedBy.id, actor.staffId) ? [] : ['withdraw'];
  return actsOfPerson(change, actor.staffId, founding);
}
