import type { By } from '../../kernel/actor.ts';
import type { Limit } from '../../kernel/calendar/index.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant, LocalDay } from '../../kernel/instant.ts';
import type { EventId } from './event.ts';

/** GB/T 39046 A.8: 1 非常满意 … 5 非常不满意. */
export type Grade = 1 | 2 | 3 | 4 | 5;

/** 4 不满意 and 5 非常不满意 (差评): they are verified, mended and called back. */
export const isBad = (grade: Grade): boolean => grade >= 4;

/** By which door an evaluation came in (channels of GB/T 39046). */
export type FeedbackChannel = 'online' | 'link' | 'tablet' | 'telephone';

/** What a complaint is about. */
export type ComplaintGround = 'late' | 'manner' | 'extra_papers' | 'unlawful_charge' | 'not_told' | 'wrong_handling' | 'other';

/** The service that is spoken of: ids and codes only. */
export interface About {
  readonly matterId: Id;
  /** Number of the matter, as people write it. */
  readonly number: string;
  readonly taskCode: string;
  readonly itemVersion: number;
  /** Who served and is spoken of. */
  readonly institution: string;
  /** The hall that took the matter in: its manager answers for the front. */
  readonly acceptingInstitution: string;
  readonly areaUnit: string;
  /** Whose matter it is. */
  readonly partyId: Id;
}

/** The clocks of a case, each at most once. */
export type CaseLimitId = 'verify' | 'complaint' | 'mend' | 'call_back' | 'appeal';

/** A clock as a fact sets it. */
export interface SetLimit {
  readonly limitId: CaseLimitId;
  readonly limit: Limit;
  readonly startedAt: Instant;
  readonly dueOn: LocalDay;
  readonly dueAt: Instant;
  readonly warnAt: Instant;
  readonly provisional: boolean;
  readonly calendar: string;
}

/** A clock, running or ended. `ending` says whether what it asked for was done, or it fell away. */
export interface CaseLimit extends SetLimit {
  readonly endedAt: Instant | null;
  readonly ending: 'met' | 'void' | null;
  /** When its breach was recorded. */
  readonly passedAt: Instant | null;
}

/** Where a clock ends by a newer calendar. */
export type MovedLimit = Pick<SetLimit, 'limitId' | 'dueOn' | 'dueAt' | 'warnAt' | 'provisional' | 'calendar'>;

export type CaseStatus = 'verifying' | 'mending' | 'calling_back' | 'closed';
/** `not_so`: a bad evaluation that does not tell what was; it stands all the same. `struck_out` only on appeal. */
export type CaseOutcome = 'mended' | 'not_so' | 'struck_out' | 'unfounded';
export type AppealGround = 'mistaken' | 'malicious';

/** What happened. Words lie sealed beside the fact. */
export type FeedbackFact =
  | Fact<'evaluation_given', { readonly about: About; readonly event: EventId; readonly grade: Grade; readonly tags: readonly string[]; readonly channel: FeedbackChannel; readonly changeableUntil: Instant }, Words>
  | Fact<'evaluation_changed', { readonly grade: Grade; readonly tags: readonly string[] }, Words>
  | Fact<'complaint_made', { readonly about: About; readonly ground: ComplaintGround }, Words>
  | Fact<'case_opened', { readonly pack: string; readonly clocks: readonly SetLimit[] }>
  | Fact<'evaluation_verified', { readonly real: boolean; readonly clock: SetLimit | null }, Words>
  | Fact<'complaint_decided', { readonly founded: boolean; readonly clock: SetLimit | null }, Words>
  | Fact<'mended', { readonly clock: SetLimit }, Words>
  | Fact<'called_back', { readonly reached: boolean; readonly satisfied: boolean | null }, Words>
  | Fact<'appeal_raised', { readonly ground: AppealGround; readonly clock: SetLimit }, Words>
  | Fact<'appeal_decided', { readonly strikeOut: boolean }, Words>
  | Fact<'case_closed', { readonly outcome: CaseOutcome }>
  | Fact<'limit_passed', { readonly limitId: CaseLimitId; readonly dueOn: LocalDay; readonly dueAt: Instant; readonly institution: string }>
  | Fact<'limits_recomputed', { readonly changeId: string; readonly moved: readonly MovedLimit[] }>;

export type Words = { readonly words: string };

interface Fact<Kind extends string, Content extends object, Sealed extends object = never> {
  readonly kind: Kind;
  readonly at: Instant;
  readonly by: By;
  readonly content: Content;
  readonly sealed?: Sealed;
}

/** A call to the person, or the try of one. */
export interface Call {
  readonly on: LocalDay;
  readonly reached: boolean;
  readonly satisfied: boolean | null;
}

/** The case that a bad evaluation or a complaint opens. */
export interface Case {
  readonly status: CaseStatus;
  readonly outcome: CaseOutcome | null;
  readonly openedAt: Instant;
  /** Version of the rule pack in force when it opened; its later clocks are of the same pack. */
  readonly pack: string;
  readonly limits: readonly CaseLimit[];
  readonly finding: { readonly real: boolean; readonly by: Id; readonly at: Instant } | null;
  readonly mendedAt: Instant | null;
  readonly calls: readonly Call[];
  readonly appeal: { readonly ground: AppealGround; readonly by: Id; readonly at: Instant; readonly decision: 'upheld' | 'struck_out' | null; readonly decidedBy: Id | null } | null;
  readonly closedAt: Instant | null;
}

/** One evaluation, folded from its facts. */
export interface Evaluation {
  readonly kind: 'evaluation';
  readonly about: About;
  readonly event: EventId;
  readonly grade: Grade;
  readonly tags: readonly string[];
  readonly channel: FeedbackChannel;
  readonly givenAt: Instant;
  readonly changeableUntil: Instant;
  readonly case: Case | null;
}

/** One complaint; its case opens with it. */
export interface Complaint {
  readonly kind: 'complaint';
  readonly about: About;
  readonly ground: ComplaintGround;
  readonly givenAt: Instant;
  readonly case: Case | null;
}

/** What a person said of a service, with what followed from it. Plain data. */
export type Feedback = Evaluation | Complaint;

/** Found mistaken or malicious on appeal: left out of all figures. */
export const isStruckOut = (feedback: Feedback): boolean => feedback.case?.outcome === 'struck_out';
