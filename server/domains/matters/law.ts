import type { Limit, WorkingCalendar } from '../../kernel/calendar/index.ts';
import type { InputFault, Refusal } from '../../kernel/decider.ts';
import type { Graph, Judge } from '../../kernel/flow/index.ts';
import type { RulePack } from '../../kernel/limits/index.ts';
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
}

/** Everything outside the matter that a command is decided by: data and pure functions, read before. */
export interface Law {
  readonly calendar: WorkingCalendar;
  /** The days a regulation sets, of the day the matter was received. */
  readonly pack: RulePack;
  readonly item: ItemLaw;
  readonly graph: Graph;
  readonly judge: Judge;
  /** The institution a handler rule names over the matter's area, on the day. */
  readonly institutionFor: (handler: string) => { readonly ok: true; readonly institution: string } | Refusal;
}

/** How a filing was judged at the edge against the item's form and situations. */
export interface FilingJudgement {
  readonly formFaults: readonly InputFault[];
  readonly openQuestions: readonly string[];
  /** id of the question whose answer rules the item out */
  readonly notEligible: string | null;
  readonly asked: readonly AskedMaterial[];
}
