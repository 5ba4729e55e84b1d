/** Changes of keys as they travel: both persons by name, and what the caller may do. */
import type * as wire from '../../../contract/key-changes.ts';
import type { Actor, By } from '../../kernel/actor.ts';
import { isUnused, isUsable } from './approval.ts';
import { statusOf } from './change.ts';
import { allowedActs } from './policy.ts';
import type { Surroundings } from './surroundings.ts';
import type { StoredKeyChange } from './views.ts';

/** Changes for somebody who looks at them. An approval that was not used in time is shown as such. */
export async function changesShown(around: Surroundings, actor: Actor, changes: readonly StoredKeyChange[], founding: boolean): Promise<wire.KeyChange[]> {
  const now = around.pipeline.clock.now();
  const staffIds = changes.flatMap(({ state }) => [state.proposedBy, state.decidedBy]).flatMap((by) => (by?.kind === 'staff' ? [by.id] : []));
  const names = await around.staffNames([...new Set(staffIds)]);
  const person = (by: By | null) => (by?.kind === 'staff' ? { staffId: by.id, name: names.get(by.id) ?? '' } : null);
  return changes.map(({ changeId, seq, state }) => {
    const isLate = isUnused(state) && !isUsable(state, now);
    return {
      changeId, seq, task: state.task, status: isLate ? 'expired' : statusOf(state), reason: state.reason, words: state.words, founding: state.founding,
      proposedBy: person(state.proposedBy), proposedAt: state.proposedAt, decidedBy: person(state.decidedBy), decidedAt: state.decidedAt, usableUntil: state.until,
      begunAt: state.begunAt, doneAt: state.doneAt, result: state.result, allowed: isLate ? [] : [...allowedActs(actor, state, founding)],
    };
  });
}
