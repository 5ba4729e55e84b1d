import type { Limit } from '../calendar/index.ts';
import type { LocalDay } from '../instant.ts';

/** How near its end a running limit turns yellow: working days that remain, hours for a limit in hours. */
export interface WarningLine {
  readonly workingDays: number;
  readonly hours: number;
}

/** Names of the limits that a regulation, not an item, sets. */
export type PackLimit =
  | 'notice' | 'correction' | 'deferred' | 'service' | 'extension' | 'extension_joint'
  | 'order_reply' | 'order_review' | 'complaint' | 'evaluation_verify' | 'evaluation_mend' | 'evaluation_call_back' | 'evaluation_appeal';

/** Names of limits that packs hold since a later release; a matter received under an older pack goes without. `promise_exclusion` and `deferral_exclusion` are how long a broken word counts (L-016). */
export type LaterPackLimit = 'promise_check' | 'promise_exclusion' | 'deferral_exclusion' | 'opinion';

/** A length with the law it comes from; `verified` false where nobody has read the source itself, and administrators are shown so. */
export interface LawfulLimit extends Limit {
  /** `L-012` … of docs/law */
  readonly id: string;
  readonly source: string;
  readonly verified: boolean;
}

/**
 * What a regulation may change, as dated data: chosen by the day a matter is received, its version kept with the facts.
 * Code holds mechanisms, packs hold law.
 */
export interface RulePack {
  readonly version: string;
  /** First day in force. */
  readonly from: LocalDay;
  readonly limits: Readonly<Record<PackLimit, LawfulLimit> & Partial<Record<LaterPackLimit, LawfulLimit>>>;
  readonly warning: WarningLine;
}
