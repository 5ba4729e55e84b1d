/** A change of staff: proposed by one security administrator, approved or rejected by another. Pure. */
import type { By, HeldPost, Role } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Proposal } from '../../kernel/two-persons.ts';

/** What a change does. */
export const changeKinds = ['appoint', 'give_post', 'end_post', 'deactivate', 'reactivate', 'reset_password', 'reset_factors'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** A post as asked for. */
export interface WantedPost {
  readonly institution: string;
  readonly role: Role;
}

/** What is asked for, as it comes from outside. */
export type ChangeTerms =
  | { readonly kind: 'appoint'; readonly people: readonly { readonly name: string; readonly login: string; readonly posts: readonly WantedPost[] }[]; readonly reason: string }
  | { readonly kind: 'give_post' | 'end_post'; readonly staffId: Id; readonly posts: readonly WantedPost[]; readonly reason: string }
  | { readonly kind: 'deactivate' | 'reactivate' | 'reset_password' | 'reset_factors'; readonly staffId: Id; readonly reason: string };

/** Somebody a change is about. `posts` are those it gives or ends; for an appointment, those the person begins with. */
export interface Concerned {
  readonly staffId: Id;
  readonly login: string;
  readonly name: string;
  readonly posts: readonly HeldPost[];
}

/** A change as its facts say it stands; stored with them, and always to be folded again from them. */
export interface StaffChange extends Proposal {
  readonly kind: ChangeKind;
  readonly staff: readonly Concerned[];
  readonly reason: string;
  /** approved by the one who proposed it, when there was no second security administrator yet */
  readonly founding: boolean;
}

interface Fact<Kind extends string, Content extends object, Sealed extends object = never> {
  readonly kind: Kind;
  readonly at: Instant;
  readonly by: By;
  readonly content: Content;
  readonly sealed?: Sealed;
}

/** What happened to a change. Ids, posts and the mark of the founding are content; names, logins and reasons lie sealed beside the fact. */
export type StaffChangeFact =
  | Fact<'staff_change_proposed', { readonly kind: ChangeKind; readonly staff: readonly { readonly staffId: Id; readonly posts: readonly HeldPost[] }[] }, { readonly people: readonly { readonly name: string; readonly login: string }[]; readonly reason: string }>
  | Fact<'staff_change_approved', { readonly founding: boolean }>
  | Fact<'staff_change_rejected', Record<never, never>, { readonly words: string }>
  | Fact<'staff_change_withdrawn', Record<never, never>>;
