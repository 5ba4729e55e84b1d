import type { HeldPost, Role } from '../../kernel/actor.ts';

/** The three administrators (三员). */
export const administratorRoles = ['administrator', 'security_administrator', 'audit_administrator'] as const satisfies readonly Role[];

/** What a role may meet in one person: an administrator's only itself, every other role all that handle cases. The database knows the same rule (people.standing_of). */
export const standingOf = (role: Role): Role | 'cases' => ((administratorRoles as readonly Role[]).includes(role) ? role : 'cases');

/** The first two posts that must not meet in one person: two of the three administrators, or one of them and a post that handles cases. Undefined where all go together. */
export function apart(posts: readonly Pick<HeldPost, 'role'>[]): readonly [Role, Role] | undefined {
  const [first] = posts;
  const other = first && posts.find((post) => standingOf(post.role) !== standingOf(first.role));
  return first && other && [first.role, other.role];
}
