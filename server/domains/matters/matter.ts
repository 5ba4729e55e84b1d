import type { By } from '../../kernel/actor.ts';
import type { FlowState, LinkRule } from '../../kernel/flow/index.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant, LocalDay } from '../../kernel/instant.ts';
import type { Limit } from '../../kernel/calendar/index.ts';

/** Where a matter is in its life (办件状态). */
export type Status = 'received' | 'correction_requested' | 'accepted' | 'not_accepted' | 'completed' | 'withdrawn';

/** By which door it came in. */
export type Channel = 'online' | 'window';

/** How a material was given, and with which grade of trust (国办函〔2016〕108号). */
export type MaterialForm = 'uploaded' | 'seen_at_window' | 'from_city' | 'deferred' | 'filled_in_form';
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

/** A clock as it was set: by facts alone, never typed. */
export interface SetClock {
  readonly limit: Limit;
  readonly startedAt: Instant;
  readonly dueOn: LocalDay;
  readonly provisional: boolean;
}

/** The item and process versions a matter keeps for life. */
export interface ItemRef {
  readonly taskCode: string;
  readonly handlingItem: string;
  readonly version: number;
  readonly process: string;
  readonly processVersion: number;
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
  readonly kind: LinkRule['kind'];
  readonly post: LinkRule['post'];
  readonly institution: string;
  readonly openedAt: Instant;
  readonly clock: SetClock | null;
  readonly claimedBy: Id | null;
  readonly doneAt: Instant | null;
  readonly doneBy: Id | null;
  readonly action: LinkAction | null;
}

export type LinkAction = 'passed' | 'failed' | 'granted' | 'refused' | 'agreed' | 'returned';
export type Outcome = 'granted' | 'refused';
export type RefusalGround = 'not_this_authority' | 'condition_not_met' | 'already_open' | 'not_required';

/** What happened to a matter. `sealed` parts are personal and lie encrypted beside the fact. */
export type MatterFact =
  | Fact<'matter_filed', {
      readonly number: string; readonly channel: Channel; readonly item: ItemRef; readonly areaUnit: string; readonly acceptingInstitution: string; readonly handlingInstitution: string;
      readonly partyId: Id; readonly organisationId: Id | null; readonly materials: readonly Given[]; readonly calendar: string; readonly notice: SetClock;
    }, FiledParticulars>
  | Fact<'correction_requested', { readonly defects: readonly DefectRef[] }, { readonly words: readonly string[] }>
  | Fact<'supplemented', { readonly materials: readonly Given[]; readonly notice: SetClock }, { readonly form: Readonly<Record<string, unknown>>; readonly fileNames: Readonly<Record<string, string>> }>
  | Fact<'matter_accepted', { readonly statutory: SetClock | null; readonly promised: SetClock; readonly flow: FlowState }>
  | Fact<'acceptance_refused', { readonly ground: RefusalGround }, { readonly words: string }>
  | Fact<'matter_withdrawn', Record<never, never>>
  | Fact<'link_opened', { readonly linkId: string; readonly element: string; readonly link: LinkRule['kind']; readonly post: LinkRule['post']; readonly institution: string; readonly clock: SetClock | null }>
  | Fact<'link_claimed', { readonly linkId: string; readonly staffId: Id }>
  | Fact<'link_released', { readonly linkId: string }>
  | Fact<'link_completed', { readonly linkId: string; readonly staffId: Id; readonly action: LinkAction; readonly flow: FlowState }, { readonly opinion: string }>
  | Fact<'decision_made', { readonly outcome: Outcome; readonly resultNumber: string; readonly service: SetClock | null }>
  | Fact<'matter_completed', Record<never, never>>
  | Fact<'result_paper_made', { readonly fileId: string; readonly sizeBytes: number }>;

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
  readonly materials: readonly Given[];
  readonly notice: SetClock;
  readonly noticeMetAt: Instant | null;
  readonly corrections: number;
  readonly defects: readonly DefectRef[];
  readonly acceptedAt: Instant | null;
  readonly acceptedBy: By | null;
  readonly refusalGround: RefusalGround | null;
  readonly statutory: SetClock | null;
  readonly promised: SetClock | null;
  readonly flow: FlowState | null;
  readonly links: readonly Link[];
  readonly outcome: Outcome | null;
  readonly decidedAt: Instant | null;
  readonly resultNumber: string | null;
  readonly service: SetClock | null;
  readonly resultFile: string | null;
  readonly completedAt: Instant | null;
  readonly endedAt: Instant | null;
}
