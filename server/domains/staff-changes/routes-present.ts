/** Changes of staff as they travel: names of institutions and of both persons, and what the caller may do. */
import type * as wire from '../../../contract/staff-changes.ts';
import type { Post } from '../../../contract/people.ts';
import type { Actor, HeldPost } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';
import { allowedActs } from './policy.ts';
import type { Surroundings } from './surroundings.ts';
import type { StoredChange } from './views.ts';

/** Posts with the names of their institutions; the code stands where an institution is not known any more. */
export const postsShown = (around: Surroundings, posts: readonly HeldPost[]): Post[] =>
  posts.map(({ institution, unit, role }) => ({ institution, unit, role, institutionName: around.institution(institution)?.name ?? { 'zh-CN': institution, 'zh-HK': institution, en: institution } }));

/** Changes for somebody who looks at them. */
export async function changesShown(around: Surroundings, actor: Actor, changes: readonly StoredChange[], founding: boolean): Promise<wire.StaffChange[]> {
  const names = await around.staffNames([...new Set(changes.flatMap(({ state }) => [state.proposedBy.id, ...(state.decidedBy ? [state.decidedBy.id] : [])]))]);
  const person = (staffId: Id) => ({ staffId, name: names.get(staffId) ?? '' });
  return changes.map(({ changeId, seq, state }) => ({
    changeId, seq, kind: state.kind, status: state.status, reason: state.reason, words: state.words, founding: state.founding,
    staff: state.staff.map(({ staffId, name, login, posts }) => ({ staffId, name, login, posts: postsShown(around, posts) })),
    proposedBy: person(state.proposedBy.id), proposedAt: state.proposedAt, decidedBy: state.decidedBy && person(state.decidedBy.id), decidedAt: state.decidedAt,
    allowed: [...allowedActs(actor, state, founding)],
  }));
}
