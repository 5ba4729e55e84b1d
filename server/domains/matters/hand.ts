import type { Actor } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';

/** Who acts on a link: the person, and the absent colleagues (代理) whose links the person may do as well. */
export interface Hand {
  readonly staffId: Id;
  readonly standsInFor: readonly Id[];
}

/** The hand of a member of staff, as the session of today says. */
export const handOf = (actor: Extract<Actor, { kind: 'staff' }>): Hand => ({ staffId: actor.staffId, standsInFor: actor.standsInFor ?? [] });
