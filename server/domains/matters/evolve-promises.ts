import type { By } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import { endLimits, limitOf, type MatterLimit, type SetClock } from './matter-limit.ts';
import type { Matter } from './matter.ts';

/** Why a result was taken back. */
export type RevocationGround = 'promise_broken' | 'deferred_not_handed_in';

/** What became of what was promised: materials that were to come later (容缺) and facts vouched for (告知承诺). */
export interface PromiseFacts {
  /** a deferred material did not come by its day; `consequence` is what the item says of it; `check`: until when the office says what becomes of a grant that went ahead of it */
  readonly deferred_lapsed: { readonly material: string; readonly consequence: DeferredConsequence; readonly check?: SetClock };
  /** an office looked whether a vouched-for fact is true */
  readonly promise_checked: { readonly material: string; readonly kept: boolean; readonly staffId: Id };
  readonly revocation_proposed: { readonly proposalId: Id; readonly ground: RevocationGround; readonly materials: readonly string[] };
  /** the second person does not agree: the result stands */
  readonly revocation_rejected: { readonly proposalId: Id };
  readonly result_revoked: { readonly ground: RevocationGround; readonly proposalId?: Id };
  /** 信用修复 (L-016): a broken or missed word is to count no longer; the words lie sealed */
  readonly repair_proposed: { readonly proposalId: Id; readonly material: string; readonly reason: RepairReason; readonly document: string };
  readonly repair_approved: { readonly proposalId: Id; readonly material: string };
  readonly repair_rejected: { readonly proposalId: Id };
}

/** What follows by itself when a deferred material does not come in time, as the item says. */
export type DeferredConsequence = 'remind' | 'refuse' | 'revoke';

/** Why a broken or missed word is to count no longer: it was made good, it could not be helped, or it was never broken. */
export type RepairReason = 'made_good' | 'beyond_control' | 'recorded_wrongly';

interface TwoPersons {
  readonly proposalId: Id;
  readonly proposedBy: Id;
  readonly institution: string;
  readonly proposedAt: Instant;
  readonly outcome: 'open' | 'approved' | 'rejected';
  readonly decidedBy: Id | null;
  readonly decidedAt: Instant | null;
}

/** A proposal that a word count no longer. */
export interface Repair extends TwoPersons {
  readonly material: string;
  readonly reason: RepairReason;
  readonly document: string;
}

/** A proposal to take a result back, and what became of it; both persons stay named. */
export interface Revocation extends TwoPersons {
  readonly ground: RevocationGround;
  readonly materials: readonly string[];
}

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
    case 'repair_proposed':
      return { ...matter, repairs: [...(matter.repairs ?? []), { ...proposedBy(fact), ...fact.content }] };
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
