import type { By } from '../../kernel/actor.ts';
import type { Instant } from '../../kernel/instant.ts';
import { endLimits, limitOf, type MatterLimit } from './matter-limit.ts';
import type { Matter } from './matter.ts';
import type { PromiseFacts } from './matter-promises.ts';

type PromiseKind = keyof PromiseFacts;
/** A fact about a promise, as `MatterFact` has it. */
export type PromiseFact = { readonly [Kind in PromiseKind]: { readonly kind: Kind; readonly at: Instant; readonly by: By; readonly content: PromiseFacts[Kind] } }[PromiseKind];

/** The matter after something promised was kept, broken or missed. */
export function evolvePromises(matter: Matter, fact: PromiseFact): Matter {
  switch (fact.kind) {
    case 'deferred_lapsed': {
      const { material, check } = fact.content;
      const ended = endLimits(matter.limits, (one) => one.limitId === `deferred:${material}`, fact.at, 'void');
      return { ...matter, lapsed: [...(matter.lapsed ?? []), material], limits: check ? [...ended, limitOf('promise_check', `promise:${material}`, check, matter.calendar)] : ended };
    }
    case 'promise_checked':
      return { ...matter, promises: { ...matter.promises, [fact.content.material]: fact.content.kept }, limits: looked(matter, [fact.content.material], fact.at) };
    case 'revocation_proposed': {
      const { proposalId, ground, materials } = fact.content;
      return {
        ...matter, limits: looked(matter, materials, fact.at),
        revocation: { ...proposedBy(fact), proposalId, ground, materials },
      };
    }
    case 'revocation_rejected':
      return decided(matter, fact, 'rejected');
    case 'result_revoked':
      return { ...decided(matter, fact, 'approved'), revokedAt: fact.at, revocationGround: fact.content.ground, limits: endLimits(matter.limits, () => true, fact.at, 'void') };
    case 'repair_proposed': {
      // By name: what is read back of a fact with sealed words also holds their commitment, which is none of the state's.
      const { proposalId, material, reason, document } = fact.content;
      return { ...matter, repairs: [...(matter.repairs ?? []), { ...proposedBy(fact), proposalId, material, reason, document }] };
    }
    case 'repair_approved':
    case 'repair_rejected': {
      const outcome = fact.kind === 'repair_approved' ? ('approved' as const) : ('rejected' as const);
      return { ...matter, repairs: (matter.repairs ?? []).map((one) => (one.proposalId === fact.content.proposalId ? { ...one, outcome, decidedBy: fact.by.id, decidedAt: fact.at } : one)) };
    }
  }
}

const proposedBy = (fact: { readonly at: Instant; readonly by: By }) => ({ proposedBy: fact.by.id, institution: fact.by.institution ?? '', proposedAt: fact.at, outcome: 'open' as const, decidedBy: null, decidedAt: null });

const decided = (matter: Matter, fact: { readonly at: Instant; readonly by: By }, outcome: 'approved' | 'rejected'): Matter =>
  matter.revocation ? { ...matter, revocation: { ...matter.revocation, outcome, decidedBy: fact.by.id, decidedAt: fact.at } } : matter;

const looked = (matter: Matter, materials: readonly string[], at: Instant): readonly MatterLimit[] => endLimits(matter.limits, (one) => materials.some((code) => one.limitId === `promise:${code}`), at, 'met');
