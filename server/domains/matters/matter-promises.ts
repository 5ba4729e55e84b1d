import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { SetClock } from './matter-limit.ts';

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
