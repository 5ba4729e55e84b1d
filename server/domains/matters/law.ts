import type { Limit, WorkingCalendar } from '../../kernel/calendar/index.ts';
import type { InputFault, Refusal } from '../../kernel/decider.ts';
import type { Feel, Graph } from '../../kernel/flow/index.ts';
import type { Id } from '../../kernel/ids.ts';
import type { LocalDay } from '../../kernel/instant.ts';
import type { RulePack } from '../../kernel/limits/index.ts';
import type { DeferredConsequence } from './matter-promises.ts';
import type { ItemRef } from './matter.ts';

/** A material the item asks for in this situation. */
export interface AskedMaterial {
  readonly code: string;
  readonly need: 'required' | 'optional' | 'deferrable';
  /** who brings it; the city asks for what its departments hold */
  readonly source: 'applicant' | 'government' | 'other';
  /** a form filled by the applicant: his own promise (grade D) */
  readonly ownPromise: boolean;
  /** the applicant may vouch for the fact instead (告知承诺) */
  readonly promisable?: boolean;
  /** the item's own form is this paper: filled in, it is given */
  readonly filledByForm: boolean;
  /** why the applicant is not offered to vouch, or to bring it later (L-016) */
  readonly withheld?: { readonly promise: Withheld | null; readonly deferral: Withheld | null };
}

/** Until when somebody is not offered a way of giving a material, and the matter in which he did not keep his word. */
export interface Withheld {
  readonly until: LocalDay;
  readonly number: string;
}

/** What the item says of a deferrable material: how long it may take, where the item says it, and what follows when it does not come. */
export interface DeferralRule {
  readonly workingDays?: number;
  readonly consequence: DeferredConsequence;
}

/** What the catalogue says of the item, as far as deciding needs it; the version is the matter's own. */
export interface ItemLaw {
  readonly ref: ItemRef;
  readonly inForce: boolean;
  /** 即办件 */
  readonly onTheSpot: boolean;
  /** 联办: other departments take part, so the longer terms of 行政许可法 42, second paragraph, hold. */
  readonly joint: boolean;
  readonly statutory: Limit | null;
  readonly promised: Limit;
  /** element id → its own limit in working days */
  readonly linkDays: Readonly<Record<string, number>>;
  /** kinds of the departments that take part (联办机构), as the item names them: what a process may do something for each of */
  readonly departments?: readonly string[];
  /** there where the item is a bundle (一件事): the items its process calls, by their elements */
  readonly parts?: Readonly<Record<string, PartLaw>>;
  /** by material code; a deferrable material that is not here is only reminded of */
  readonly deferrals?: Readonly<Record<string, DeferralRule>>;
  /** vouched-for material code → within how many working days after the decision it is looked into, where the item says it */
  readonly promiseChecks?: Readonly<Record<string, number>>;
}

/** What a bundle says of one of its items. */
export interface PartLaw {
  readonly taskCode: string;
  readonly handlingItem: string;
  /** not granted, the bundle is refused */
  readonly required: boolean;
}

/** Everything outside the matter that a command is decided by: data and pure functions, read before. */
export interface Law {
  readonly calendar: WorkingCalendar;
  /** The days a regulation sets, of the day the matter was received. */
  readonly pack: RulePack;
  readonly item: ItemLaw;
  readonly graph: Graph;
  readonly feel: Feel;
  /** The institution a handler rule names over the matter's area, on the day. */
  readonly institutionFor: (handler: string) => { readonly ok: true; readonly institution: string } | Refusal;
  /** The id of the matter that a called item becomes: made from this matter's and the call's, so that it is filed once however often it is tried. */
  readonly partId: (callId: string) => Id;
}

/** How a filing was judged at the edge against the item's form and situations. */
export interface FilingJudgement {
  readonly formFaults: readonly InputFault[];
  readonly openQuestions: readonly string[];
  /** id of the question whose answer rules the item out */
  readonly notEligible: string | null;
  readonly asked: readonly AskedMaterial[];
}
