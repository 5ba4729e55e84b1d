import { holdsRole, type Actor } from '../../kernel/actor.ts';
import { actsOfPerson, type ProposalAct } from '../../kernel/two-persons.ts';
import { anyone, staff } from '../../platform/access/permission.ts';
import type { Change } from './change.ts';
import { draftActs, type DraftAct } from './transitions.ts';

/** What the city does for people, on which ground and in which time, is for everybody to read. */
export const readItems = anyone('items.read');

/** Versions, drafts and changes are for administrators: they read all of them, whoever wrote them. */
export const administerCatalogue = staff('catalogue.administer', 'administrator');

/** Whether the actor may write drafts and decide about others' proposals at all. */
export function mayChange(actor: Actor): boolean {
  return holdsRole(actor, ['administrator']);
}

/** The acts this actor may do on a proposed change now: two persons, always two different ones; the proposer alone takes it back. */
export function allowedActs(actor: Actor, change: Change): readonly ProposalAct[] {
  return mayChange(actor) && actor.kind === 'staff' ? actsOfPerson(change, actor.staffId) : [];
}

/** The acts this actor may do on a draft: everything for its author, nothing for others. */
export function allowedDraftActs(actor: Actor, draft: { readonly author: string | null }): readonly DraftAct[] {
  return mayChange(actor) && actor.kind === 'staff' && actor.staffId === draft.author ? draftActs : [];
}
