import type { Actor, HeldPost } from '../../kernel/actor.ts';
import { anyone, staff } from '../../platform/access/permission.ts';

/** What the routes of this domain ask for. */
export const measurePermissions = {
  /** figures of one's own unit or institution; an administrator's of every one */
  figures: staff('measures.read_figures', 'supervisor', 'hall_manager', 'approver', 'administrator'),
  /** the matters behind them: not for an administrator */
  matters: staff('measures.read_matters', 'supervisor', 'hall_manager', 'approver'),
  sunshine: anyone('measures.read_sunshine'),
} as const;

/** A unit, or an institution of a unit. */
export interface PlaceAsked {
  readonly unit: string;
  readonly institution: string | null;
}

/** Whether `ancestor` is the unit itself or above it: asked of the unit tree. */
export type Covers = (ancestor: string, unit: string) => boolean;

/** The posts that open the figures of a place: a supervisor's of a unit above it, an administrator's anywhere, a hall manager's or approver's in that institution. */
export function postsFor(actor: Actor, place: PlaceAsked, covers: Covers): readonly HeldPost[] {
  if (actor.kind !== 'staff') return [];
  return actor.posts.filter((post) => {
    switch (post.role) {
      case 'administrator':
        return true;
      case 'supervisor':
        return covers(post.unit, place.unit);
      case 'hall_manager':
      case 'approver':
        return place.institution === post.institution;
      case 'window_clerk':
      case 'officer':
      case 'security_administrator':
      case 'audit_administrator':
        return false;
    }
  });
}

/** Whether the actor may see the figures of a place. */
export const maySeeFigures = (actor: Actor, place: PlaceAsked, covers: Covers): boolean => postsFor(actor, place, covers).length > 0;

/**
 * The matters of a place an actor may list: all of them, or those over the areas of the units he supervises (an institution may also handle
 * what belongs elsewhere). Undefined where he may list none.
 */
export function listableIn(actor: Actor, place: PlaceAsked, covers: Covers): { readonly areas: 'all' | readonly string[] } | undefined {
  const posts = postsFor(actor, place, covers).filter((post) => post.role !== 'administrator');
  if (posts.length === 0) return undefined;
  // A place that is a unit lies within the supervised one, and so do the areas of its matters.
  const everywhere = place.institution === null || posts.some((post) => post.role !== 'supervisor');
  return { areas: everywhere ? 'all' : posts.map((post) => post.unit) };
}

/** Where an actor's figures begin when he names no place: a supervisor's unit, else an institution of his; null for an administrator, who begins with the city. */
export function ownPlace(actor: Actor): { readonly unit: string } | { readonly institution: string } | null {
  if (actor.kind !== 'staff') return null;
  const supervised = actor.posts.find((post) => post.role === 'supervisor');
  if (supervised) return { unit: supervised.unit };
  if (actor.posts.some((post) => post.role === 'administrator')) return null;
  const own = actor.posts.find((post) => post.role === 'hall_manager' || post.role === 'approver');
  return own ? { institution: own.institution } : null;
}
