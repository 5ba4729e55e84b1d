/** A change of the installation's keys: proposed by one security administrator, approved by another, then carried out once on the machine. Pure. */
import type { By } from '../../kernel/actor.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Proposal, ProposalStatus } from '../../kernel/two-persons.ts';

/** What a change does: a new key-encryption key, an old one taken away, or new recovery shares. */
export const keyChangeKinds = ['rotate', 'retire', 'split'] as const;
export type KeyChangeKind = (typeof keyChangeKinds)[number];

/** Where an approved change is on the machine: the program has begun, or is done; null before. That an approval was not used in time is told by the clock (isUsable). */
export type KeyWork = 'begun' | 'done';

/** Where a change is in its life, as it is listed. */
export type KeyChangeStatus = ProposalStatus | KeyWork;

/** What is to be done, exactly: the program `yimen` does this and nothing else under the approval. */
export type KeyTask =
  | { readonly kind: 'rotate' }
  | { readonly kind: 'retire'; readonly version: number }
  | { readonly kind: 'split'; readonly into: number; readonly need: number };

/** What came of it: the version that is current, or gone; which splitting; the fingerprint of the key file, and on which machine. No key is ever in it. */
export interface KeyResult {
  readonly version: number;
  readonly fingerprint: string;
  readonly set: string | null;
  /** name of the machine on which it was done */
  readonly host: string;
}

/** A change as its facts say it stands; stored with them, and always to be folded again from them. */
export interface KeyChange extends Proposal {
  readonly task: KeyTask;
  readonly reason: string;
  /** approved by the one who proposed it, when there was no second security administrator yet */
  readonly founding: boolean;
  /** until when the approval can be used */
  readonly until: Instant | null;
  readonly begunAt: Instant | null;
  /** the version the work was begun for, so that it is gone on with and never done twice; null for shares */
  readonly target: number | null;
  readonly doneAt: Instant | null;
  readonly result: KeyResult | null;
}

/** Where it is in its life: the machine's part goes on where the two persons' ends. */
export const statusOf = ({ status, begunAt, doneAt }: Pick<KeyChange, 'status' | 'begunAt' | 'doneAt'>): KeyChangeStatus => (doneAt !== null ? 'done' : begunAt !== null ? 'begun' : status);

interface Fact<Kind extends string, Content extends object, Sealed extends object = never> {
  readonly kind: Kind;
  readonly at: Instant;
  readonly by: By;
  readonly content: Content;
  readonly sealed?: Sealed;
}

/** What happened to a change of keys. Reasons lie sealed beside the fact. */
export type KeyChangeFact =
  | Fact<'key_change_proposed', { readonly task: KeyTask }, { readonly reason: string }>
  | Fact<'key_change_approved', { readonly founding: boolean; readonly until: Instant }>
  | Fact<'key_change_rejected', Record<never, never>, { readonly words: string }>
  | Fact<'key_change_withdrawn', Record<never, never>>
  | Fact<'key_change_begun', { readonly target: number | null }>
  | Fact<'key_change_done', KeyResult>;
