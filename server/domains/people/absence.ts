import type { Actor, HeldPost } from '../../kernel/actor.ts';
import { holdsPost, holdsRole } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { dayNumber, type LocalDay } from '../../kernel/instant.ts';

/** Days from the first to the last, both included. */
export interface Days {
  readonly fromOn: LocalDay;
  readonly toOn: LocalDay;
}

/** What is known of an absence before it is entered. */
export interface AbsenceAsked extends Days {
  readonly staffId: Id;
  readonly standInId: Id;
  readonly posts: readonly HeldPost[];
  readonly standInPosts: readonly HeldPost[];
  /** absences of the person that are not ended */
  readonly absences: readonly Days[];
  readonly standInAbsences: readonly Days[];
  readonly today: LocalDay;
}

/** Nobody is entered as absent for longer at once. */
const mostDays = 366;

export type AbsenceRefusal = Refusal<'absence.days_wrong' | 'absence.stand_in_not_in_post' | 'absence.overlaps' | 'absence.stand_in_away'>;

/**
 * Why an absence cannot be entered; undefined where it can. It is not over yet and no longer than a year, does not lie across another of the same person, and
 * the stand-in is somebody else who holds one of the person's posts and is not away on the day it begins or on any day of it.
 */
export function wrongAbsence(asked: AbsenceAsked): AbsenceRefusal | undefined {
  const days = dayNumber(asked.toOn) - dayNumber(asked.fromOn) + 1;
  if (days < 1 || days > mostDays || asked.toOn < asked.today) return refuse('absence.days_wrong', { most: mostDays });
  if (asked.standInId === asked.staffId || coveredPosts(asked.posts, asked.standInPosts).length === 0) return refuse('absence.stand_in_not_in_post');
  const across = asked.absences.find((one) => touches(one, asked));
  if (across) return refuse('absence.overlaps', { from: across.fromOn, to: across.toOn });
  const away = asked.standInAbsences.find((one) => touches(one, asked));
  return away && refuse('absence.stand_in_away', { from: away.fromOn, to: away.toOn });
}

const touches = (a: Days, b: Days): boolean => a.fromOn <= b.toOn && b.fromOn <= a.toOn;

const samePost = (a: HeldPost, b: HeldPost): boolean => a.institution === b.institution && a.role === b.role;

/** The posts of a person that the stand-in holds as well. */
export const coveredPosts = (posts: readonly HeldPost[], standInPosts: readonly HeldPost[]): readonly HeldPost[] => posts.filter((post) => standInPosts.some((other) => samePost(other, post)));

/** Who may enter and end an absence: the person; the hall manager where the person holds a post; administrators. */
export function mayEnterAbsence(actor: Actor, staffId: Id, posts: readonly HeldPost[]): boolean {
  if (actor.kind !== 'staff') return false;
  return actor.staffId === staffId || holdsRole(actor, ['security_administrator']) || posts.some((post) => holdsPost(actor, post.institution, ['hall_manager']));
}
