import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import { endLimits } from './matter-limit.ts';
import type { Matter } from './matter.ts';

/** Why a result was taken back. */
export type RevocationGround = 'promise_broken' | 'deferred_not_handed_in';

/** What became of what was promised: materials that were to come later (容缺) and facts vouched for (告知承诺). */
export interface PromiseFacts {
  /** a deferred material did not come by its day; `consequence` is what the item says of it */
  readonly deferred_lapsed: { readonly material: string; readonly consequence: DeferredConsequence };
  /** an office looked whether a vouched-for fact is true */
  readonly promise_checked: { readonly material: string; readonly kept: boolean; readonly staffId: Id };
  readonly result_revoked: { readonly ground: RevocationGround };
}

/** What follows by itself when a deferred material does not come in time, as the item says. */
export type DeferredConsequence = 'remind' | 'refuse' | 'revoke';

type PromiseKind = keyof PromiseFacts;
/** A fact about a promise, as `MatterFact` has it. */
export type PromiseFact = { readonly [Kind in PromiseKind]: { readonly kind: Kind; readonly at: Instant; readonly content: PromiseFacts[Kind] } }[PromiseKind];

/** The matter after something promised was kept, broken or missed. */
export function evolvePromises(matter: Matter, fact: PromiseFact): Matter {
  switch (fact.kind) {
    case 'deferred_lapsed':
      return { ...matter, lapsed: [...(matter.lapsed ?? []), fact.content.material], limits: endLimits(matter.limits, (one) => one.limitId === `deferred:${fact.content.material}`, fact.at, 'void') };
    case 'promise_checked':
      return { ...matter, promises: { ...matter.promises, [fact.content.material]: fact.content.kept } };
    case 'result_revoked':
      return { ...matter, revokedAt: fact.at, revocationGround: fact.content.ground };
  }
}
