import type { By } from '../../kernel/actor.ts';
import type { FlowScalar, FlowState, LinkRule } from '../../kernel/flow/index.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant, LocalDay } from '../../kernel/instant.ts';
import type { HandlingFacts, Stance } from './matter-handling.ts';
import type { PromiseFacts, Repair, Revocation, RevocationGround } from './matter-promises.ts';
import type { FlowFacts, FlowTimer, MatterPart, MovedTimer, ParentMatter } from './matter-flow.ts';
import type { LimitAct, LimitProposal, MatterLimit, MatterLimitKind, MovedClock, SetClock } from './matter-limit.ts';

/** Where a matter is in its life (办件状态). */
export type Status = 'received' | 'correction_requested' | 'accepted' | 'not_accepted' | 'completed' | 'withdrawn' | 'terminated';

/** By which door it came in. */
export type Channel = 'online' | 'window';

/** How a material was given, and with which grade of trust (国办函〔2016〕108号). */
export type MaterialForm = 'uploaded' | 'seen_at_window' | 'from_city' | 'deferred' | 'promised' | 'filled_in_form';
export type Grade = 'A' | 'B' | 'C' | 'D';

/** A file of a matter: the SHA-256 of its bytes, its type and size. Its name may tell about a person and lies sealed. */
export interface FileRef {
  readonly fileId: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
}

/** A material given. */
export interface Given {
  readonly code: string;
  readonly form: MaterialForm;
  readonly grade: Grade;
  readonly files: readonly FileRef[];
}

/** The item and process versions a matter keeps for life. */
export interface ItemRef {
  readonly taskCode: string;
  readonly handlingItem: string;
  readonly version: number;
  readonly process: string;
  readonly processVersion: number;
  /** number of the district's own values it was filed under; left out where there were none */
  readonly override?: number;
}

/** What a correction notice finds wrong: in codes; the clerk's words lie sealed. */
export interface DefectRef {
  readonly about: 'material' | 'field' | 'other';
  readonly code: string;
  readonly fault: 'missing' | 'unreadable' | 'expired' | 'inconsistent' | 'wrong_document' | 'other';
}

/** One link (环节): opened by the process, claimed by a person, ended with an action. */
export interface Link {
  readonly linkId: string;
  readonly element: string;
  readonly kind: LinkRule['kind'] | 'consult';
  readonly post: LinkRule['post'];
  readonly institution: string;
  readonly openedAt: Instant;
  readonly claimedBy: Id | null;
  /** When who has it now took it. */
  readonly claimedAt: Instant | null;
  readonly doneAt: Instant | null;
  readonly doneBy: Id | null;
  readonly action: LinkAction | null;
  /** of a link done for each of a list: the entry it is for */
  readonly item?: FlowScalar;
  /** of an opinion asked for (征求意见): the link it is asked for */
  readonly asks?: string;
}

export type LinkAction = 'passed' | 'failed' | 'granted' | 'refused' | 'agreed' | 'returned' | 'cancelled' | 'recalled' | 'unanswered' | Stance;
export type Outcome = 'granted' | 'refused';
/** How a result reaches the applicant: in the program, or handed over at a counter or by courier. */
export type Delivery = 'electronic' | 'in_person';
export type Handover = 'counter' | 'courier';
export type RefusalGround = 'not_this_authority' | 'condition_not_met' | 'already_open' | 'not_required';

/**
 * What happened to a matter. `sealed` parts are personal and lie encrypted beside the fact. Members with `?` were added after the first
 * release: older facts are without them for ever, and `evolve` says what that means.
 */
export type MatterFact =
  | Fact<'matter_filed', {
      readonly number: string; readonly channel: Channel; readonly item: ItemRef; readonly areaUnit: string; readonly acceptingInstitution: string; readonly handlingInstitution: string;
      readonly partyId: Id; readonly organisationId: Id | null; readonly materials: readonly Given[]; readonly calendar: string; readonly notice: SetClock; readonly pack?: string;
      /** the bundle it is a part of; the parts a bundle has in this case, by their elements */
      readonly parent?: ParentMatter; readonly parts?: readonly string[];
      /** the mandate under which somebody filed it for another; an organisation's matter without one was filed before mandates were kept */
      readonly mandateId?: Id;
    }, FiledParticulars>
  | Fact<'correction_requested', { readonly defects: readonly DefectRef[]; readonly correction?: SetClock }, { readonly words: readonly string[] }>
  | Fact<'supplemented', { readonly materials: readonly Given[]; readonly notice: SetClock; readonly changedFields?: readonly string[] }, SupplementParticulars>
  | Fact<'corrected_on_spot', { readonly materials: readonly Given[]; readonly changedFields: readonly string[] }, SupplementParticulars>
  | Fact<'matter_accepted', Accepted>
  | Fact<'deemed_accepted', Accepted & { readonly acceptedFrom: Instant }>
  | Fact<'acceptance_refused', { readonly ground: RefusalGround }, { readonly words: string }>
  | Fact<'matter_withdrawn', Record<never, never>>
  | Fact<'terminated', { readonly ground: 'not_corrected' }, { readonly words: string }>
  | Fact<'deferred_handed_in', { readonly materials: readonly Given[] }, { readonly fileNames: Readonly<Record<string, string>> }>
  | Fact<'link_opened', { readonly linkId: string; readonly element: string; readonly link: LinkRule['kind']; readonly post: LinkRule['post']; readonly institution: string; readonly clock: SetClock | null; readonly item?: FlowScalar }>
  | Fact<'link_claimed', { readonly linkId: string; readonly staffId: Id }>
  | Fact<'link_released', { readonly linkId: string; readonly standIn?: Id }>
  | Fact<'link_completed', { readonly linkId: string; readonly staffId: Id; readonly action: LinkAction; readonly flow: FlowState; /** whom the person stood in for */ readonly standIn?: Id }, { readonly opinion: string }>
  | Fact<'limit_act_proposed', { readonly proposalId: string; readonly act: LimitAct }, { readonly words: string }>
  | Fact<'limit_act_approved', { readonly proposalId: string; readonly act: LimitAct; readonly announcedUntil: Instant | null; readonly announced: SetClock | null; readonly moved: readonly MovedClock[] }, { readonly words: string }>
  | Fact<'limit_act_rejected', { readonly proposalId: string }, { readonly words: string }>
  | Fact<'limits_recomputed', { readonly calendar: string; readonly changeId: string; readonly firstDay: LocalDay; readonly moved: readonly MovedClock[]; /** timers of the process counted anew; left out where none was reached */ readonly timers?: readonly MovedTimer[] }>
  | Fact<'limit_passed', { readonly limitId: string; readonly limit: MatterLimitKind; readonly dueOn: LocalDay; readonly dueAt: Instant; readonly institution: string; readonly post: LinkRule['post']; readonly staffId: Id | null }>
  | Fact<'decision_made', {
      readonly outcome: Outcome; readonly resultNumber: string; readonly service: SetClock | null;
      /** vouched-for material code → until when the office looks whether it is true */
      readonly checks?: Readonly<Record<string, SetClock>>;
      /** of a refusal that follows by itself */
      readonly ground?: 'deferred_not_handed_in';
    }>
  | Fact<'matter_completed', { readonly delivery?: Delivery }>
  | Fact<'result_paper_made', { readonly fileId: string; readonly sizeBytes: number }>
  | Fact<'result_delivered', { readonly how: Handover }, { readonly words: string }>
  | { readonly [Kind in keyof FlowFacts]: Fact<Kind, FlowFacts[Kind]> }[keyof FlowFacts]
  | { readonly [Kind in keyof HandlingFacts]: Fact<Kind, HandlingFacts[Kind], { readonly words: string }> }[keyof HandlingFacts]
  | { readonly [Kind in keyof PromiseFacts]: Fact<Kind, PromiseFacts[Kind], { readonly words: string }> }[keyof PromiseFacts];

/** What acceptance sets going: the limits of handling, those of materials to come, and the process. */
export interface Accepted {
  readonly statutory: SetClock | null;
  readonly promised: SetClock;
  readonly flow: FlowState;
  readonly deferred?: Readonly<Record<string, SetClock>>;
}

interface Fact<Kind extends string, Content extends object, Sealed extends object = never> {
  readonly kind: Kind;
  readonly at: Instant;
  readonly by: By;
  readonly content: Content;
  readonly sealed?: Sealed;
  readonly files?: readonly string[];
}

/** The personal part of a filing. */
export interface FiledParticulars {
  readonly answers: Readonly<Record<string, string>>;
  readonly form: Readonly<Record<string, unknown>>;
  /** file id → the name it was given under */
  readonly fileNames: Readonly<Record<string, string>>;
  /** material code → the name under which it was vouched for */
  readonly affirmed?: Readonly<Record<string, string>>;
}

/** The personal part of an answer to a correction, or of a correction at the window. */
export interface SupplementParticulars {
  readonly form: Readonly<Record<string, unknown>>;
  readonly fileNames: Readonly<Record<string, string>>;
  readonly affirmed?: Readonly<Record<string, string>>;
}

/** A matter as its facts say it stands. Plain data: it is stored with the facts and can always be folded again from them. */
export interface Matter {
  readonly number: string;
  readonly status: Status;
  readonly channel: Channel;
  readonly item: ItemRef;
  readonly areaUnit: string;
  readonly acceptingInstitution: string;
  readonly handlingInstitution: string;
  readonly partyId: Id;
  readonly organisationId: Id | null;
  readonly filedBy: By;
  readonly receivedAt: Instant;
  readonly calendar: string;
  /** Version of the rule pack in force on the day of receipt; null in matters of the first release, whose days were those of the first pack. */
  readonly pack: string | null;
  readonly materials: readonly Given[];
  readonly limits: readonly MatterLimit[];
  readonly proposals: readonly LimitProposal[];
  readonly corrections: number;
  readonly defects: readonly DefectRef[];
  /** What the applicant has changed since the last correction notice: only this may be found wrong anew. Null before the first notice. */
  readonly changedSinceNotice: ChangedSince | null;
  readonly acceptedAt: Instant | null;
  readonly acceptedBy: By | null;
  /** Accepted by the authority's silence (视为受理, L-013). */
  readonly deemed: boolean;
  readonly refusalGround: RefusalGround | null;
  readonly flow: FlowState | null;
  readonly links: readonly Link[];
  readonly outcome: Outcome | null;
  readonly decidedAt: Instant | null;
  readonly resultNumber: string | null;
  readonly delivery: Delivery | null;
  readonly deliveredAt: Instant | null;
  readonly resultFile: string | null;
  readonly completedAt: Instant | null;
  readonly endedAt: Instant | null;
  // What follows is left out while there is none, so that a state folded before it existed is the same state.
  /** the bundle this matter is a part of */
  readonly parent?: ParentMatter;
  /** of a bundle: which of its items this case has, by their elements in the process */
  readonly chosenParts?: readonly string[];
  readonly parts?: readonly MatterPart[];
  readonly timers?: readonly FlowTimer[];
  /** ids of messages that came, each counted once */
  readonly messagesReceived?: readonly string[];
  /** elements at which the process did not know its way: somebody must look */
  readonly unclear?: readonly string[];
  /** codes of deferred materials that did not come in time */
  readonly lapsed?: readonly string[];
  /** vouched-for materials that were looked into: whether the promise was kept */
  readonly promises?: Readonly<Record<string, boolean>>;
  /** the newest proposal to take the result back, and what became of it */
  readonly revocation?: Revocation;
  /** proposals that a broken or missed word count no longer (信用修复) */
  readonly repairs?: readonly Repair[];
  readonly revokedAt?: Instant;
  /** filed for the organisation or person under this mandate (代理授权) */
  readonly mandateId?: Id;
  readonly revocationGround?: RevocationGround;
}

/** Materials and form fields, by their codes. */
export interface ChangedSince {
  readonly materials: readonly string[];
  readonly fields: readonly string[];
}
