import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { Actor } from '../../kernel/actor.ts';
import { newestProposal } from './outcome.ts';
import { allowedLinkActs } from './policy.ts';
import type { Link, Matter } from './matter.ts';
import type { LinkAct } from './transitions.ts';

/** Acts that may be done on several links at once. */
export const bulkActs = ['claim_link', 'release_link', 'hand_over_link', 'record_finding', 'approve_decision'] as const satisfies readonly LinkAct[];
export type BulkAct = (typeof bulkActs)[number];

/**
 * Why an act may not be done to this link together with others; undefined where it may (rule of this product). Who has a link changes hands in bulk with every
 * item. What decides about somebody does only where the item says so, as with plain entries in a register, and never to somebody's disadvantage.
 */
export function bulkObstacle(matter: Matter, act: BulkAct, itemAllows: boolean): Refusal | undefined {
  if (act !== 'record_finding' && act !== 'approve_decision') return undefined;
  if (!itemAllows) return refuse('matter.bulk_not_allowed');
  return act === 'approve_decision' && newestProposal(matter) !== 'granted' ? refuse('matter.bulk_not_granted') : undefined;
}

/** The acts that this actor may do to a link together with others now. */
export function bulkActsFor(actor: Actor, matter: Matter, link: Link, itemAllows: boolean): readonly BulkAct[] {
  const allowed = allowedLinkActs(actor, matter, link);
  return bulkActs.filter((act) => allowed.includes(act) && bulkObstacle(matter, act, itemAllows) === undefined);
}
