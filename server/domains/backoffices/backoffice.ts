/** The registration of an outside system: proposed by one administrator, approved by another, stopped by anyone of them. Pure. */
import type { By } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';

/** What a system may be told. */
export type EventType = 'link.opened' | 'link.closed' | 'link.overdue' | 'materials.handed_in' | 'limits.moved' | 'matter.ended';
/** Posts whose links a system may do. Windows and lead posts stay with people. */
export type ServedPost = 'officer' | 'approver';
/** Personal particulars a system may fetch. */
export type Particular = 'applicant' | 'form' | 'materials';

/** Whom a system serves and how it is reached. */
export interface Terms {
  readonly name: { readonly 'zh-CN': string; readonly 'zh-HK': string; readonly en: string };
  readonly institutions: readonly string[];
  readonly posts: readonly ServedPost[];
  readonly url: string;
  readonly network: 'public' | 'private';
  readonly events: readonly EventType[];
  readonly particulars: readonly Particular[];
}

/** What needs two persons. */
export type Change =
  | { readonly kind: 'terms'; readonly terms: Terms }
  | { readonly kind: 'secret'; readonly keepOldHours: number }
  | { readonly kind: 'resume' };

/** proposed: never approved yet; dropped: the first proposal was rejected or taken back. */
export type Status = 'proposed' | 'active' | 'suspended' | 'dropped';

/** A change that waits. */
export interface Proposal {
  readonly proposalId: Id;
  readonly change: Change;
  readonly reason: string;
  readonly proposedBy: By;
  readonly proposedAt: Instant;
}

/** A signing secret by its times; the secret itself lies sealed apart. */
export interface SecretTimes {
  readonly secretId: Id;
  readonly madeAt: Instant;
  /** null: until another takes its place */
  readonly endsAt: Instant | null;
}

/** Who stopped it: a person, or its own answer that it wants nothing more (410). */
export interface Suspension {
  readonly at: Instant;
  readonly by: 'person' | 'receiver_gone';
  readonly words: string;
}

/** A registration as its facts say it stands. */
export interface Backoffice {
  readonly status: Status;
  readonly proposedAt: Instant;
  readonly terms: Terms | null;
  readonly proposal: Proposal | null;
  readonly approvedBy: By | null;
  readonly approvedAt: Instant | null;
  readonly secrets: readonly SecretTimes[];
  readonly suspension: Suspension | null;
  /** why the last proposal was rejected */
  readonly words: string | null;
}

interface Fact<Kind extends string, Content extends object, Sealed extends object = never> {
  readonly kind: Kind;
  readonly at: Instant;
  readonly by: By;
  readonly content: Content;
  readonly sealed?: Sealed;
}

/** What happened to a registration. Terms are public acts and lie in clear; words people wrote lie sealed. */
export type BackofficeFact =
  | Fact<'backoffice_change_proposed', { readonly proposalId: Id; readonly change: Change }, { readonly reason: string }>
  /** `secretId`: the secret made by it; secrets before it end at `oldUntil` */
  | Fact<'backoffice_change_approved', { readonly proposalId: Id; readonly secretId: Id | null; readonly oldUntil: Instant | null }>
  | Fact<'backoffice_change_rejected', { readonly proposalId: Id }, { readonly words: string }>
  | Fact<'backoffice_change_withdrawn', { readonly proposalId: Id }>
  | Fact<'backoffice_suspended', { readonly ground: Suspension['by'] }, { readonly words: string }>;

/** The secrets that stand at a moment, the newest first. */
export const standingSecrets = (backoffice: Backoffice, at: Instant): readonly SecretTimes[] => backoffice.secrets.filter((one) => one.endsAt === null || one.endsAt > at);

/** Whether a link is this system's: its institution and its post. */
export const isServed = (terms: Terms, link: { readonly institution: string; readonly post: string }): boolean => terms.institutions.includes(link.institution) && (terms.posts as readonly string[]).includes(link.post);
