/** A change of the catalogue: drafted and proposed by one administrator, approved or rejected by another. Pure. */
import type { By } from '../../kernel/actor.ts';
import type { Instant, LocalDay } from '../../kernel/instant.ts';
import type { Proposal } from '../../kernel/two-persons.ts';

/** A whole item, a process, or a district's own values of an item. */
export type ChangeWhat = 'item' | 'process' | 'override';

/** The law behind a change, and to which matters it applies: those filed from then on (实体从旧). The other choice is there to be refused with its reason. */
export interface LawBehind {
  readonly document: string;
  readonly from: string;
  readonly applies: 'new_matters' | 'undecided_matters_in_favour';
}

/** What is said of a change beside its content. */
export interface ChangeTerms {
  readonly title: string;
  readonly reason: string;
  /** first day on which matters are filed under it; null: the day it is approved */
  readonly effectiveOn: string | null;
  readonly lawChange: LawBehind | null;
}

/** What a change is about. */
export interface ChangeSubject {
  readonly what: ChangeWhat;
  /** task code or process id */
  readonly subject: string;
  /** the district of an override */
  readonly unit: string | null;
  /** version it builds on: of the item, the process, or the number of the district's values; null: nothing stood yet */
  readonly baseVersion: number | null;
  readonly origin: 'screen' | 'release';
  /** SHA-256 of the canonical JSON of the content, hex: the chain holds it, so that what was approved is what was proposed */
  readonly digest: string;
}

/** What an approval made. */
export interface PublishedVersion {
  readonly what: ChangeWhat;
  readonly subject: string;
  readonly version: number;
}

/** A proposed change as its facts say it stands; before it is proposed it is a draft, which has no facts. */
export interface Change extends ChangeSubject, ChangeTerms, Proposal {
  readonly published: readonly PublishedVersion[];
  /** the day it came to stand; null before the approval */
  readonly standsFrom: LocalDay | null;
}

interface Fact<Kind extends string, Content extends object, Sealed extends object = never> {
  readonly kind: Kind;
  readonly at: Instant;
  readonly by: By;
  readonly content: Content;
  readonly sealed?: Sealed;
}

/** What happened to a change. Codes, days and the digest of the content are content; words people wrote lie sealed beside the fact. */
export type ChangeFact =
  | Fact<'catalogue_change_proposed', ChangeSubject & Pick<ChangeTerms, 'effectiveOn' | 'lawChange'>, Pick<ChangeTerms, 'title' | 'reason'>>
  | Fact<'catalogue_change_approved', { readonly published: readonly PublishedVersion[]; readonly standsFrom: LocalDay }>
  | Fact<'catalogue_change_rejected', Record<never, never>, { readonly words: string }>
  | Fact<'catalogue_change_withdrawn', Record<never, never>>;
