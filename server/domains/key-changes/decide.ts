import type { By } from '../../kernel/actor.ts';
import { accept, refuse, type Decision, type Refusal } from '../../kernel/decider.ts';
import type { Instant } from '../../kernel/instant.ts';
import { twoPersons, wrongPerson } from '../../kernel/two-persons.ts';
import { isUnused, isUsable, usableUntil } from './approval.ts';
import { statusOf, type KeyChange, type KeyChangeFact, type KeyResult, type KeyTask } from './change.ts';
import type { KeyChangeRefusalCode } from './refusals.ts';

/** Facts of a change of keys, or why there are none. */
export type KeyChangeDecision = Decision<KeyChangeFact, KeyChangeRefusalCode>;
type Refused = Refusal<KeyChangeRefusalCode>;

/** What decides beside the change itself: the versions of the key-encryption key there are, and whether one decides alone. */
export interface Ground {
  readonly current: number;
  readonly versions: readonly number[];
  readonly founding: boolean;
}

/** When and by whom. */
interface Meta {
  readonly at: Instant;
  readonly by: By;
}

const second = twoPersons<KeyChangeRefusalCode>({ not_waiting: 'key_change.not_proposed', same_person: 'key_change.same_person', not_own_proposal: 'key_change.not_own_proposal', words_needed: 'key_change.reason_needed' });

const at = (pointer: string, code: KeyChangeRefusalCode, params: Refused['params'] = {}): Refused => refuse(code, params, [{ pointer, code, params }]);

/** Puts a change of the keys before a second person; what could not be done now is refused now. */
export function proposeKeyChange(state: KeyChange | null, task: KeyTask, reason: string, ground: Ground, meta: Meta): KeyChangeDecision {
  if (state) return refuse('key_change.proposed_already');
  if (reason.trim() === '') return at('/reason', 'key_change.reason_needed');
  const wrong = wrongNow(task, ground);
  if (wrong) return wrong;
  return accept<KeyChangeFact>({ kind: 'key_change_proposed', ...meta, content: { task }, sealed: { reason: reason.trim() } });
}

/** The second person agrees: from now on, for a day, it can be carried out once. Alone only in the founding. */
export function approveKeyChange(state: KeyChange, ground: Ground, meta: Meta): KeyChangeDecision {
  const wrong = second.wrong(state, 'approve', meta, ground.founding) ?? wrongNow(state.task, ground);
  return wrong ?? accept<KeyChangeFact>({ kind: 'key_change_approved', ...meta, content: { founding: state.proposedBy.id === meta.by.id, until: usableUntil(meta.at) } });
}

/** The second person says no, and why. */
export function rejectKeyChange(state: KeyChange, words: string, meta: Meta): KeyChangeDecision {
  const said = second.rejected(state, words, meta);
  return said.ok ? accept<KeyChangeFact>({ kind: 'key_change_rejected', ...meta, content: {}, sealed: { words: said.words } }) : said;
}

/** The proposer takes it back, also after the approval, as long as nobody has begun it. */
export function withdrawKeyChange(state: KeyChange, meta: Meta): KeyChangeDecision {
  const fault = isUnused(state) ? wrongPerson('withdraw', state.proposedBy.id, meta.by.id) : undefined;
  const wrong = isUnused(state) ? fault && refuse('key_change.not_own_proposal') : second.wrong(state, 'withdraw', meta);
  return wrong ?? accept<KeyChangeFact>({ kind: 'key_change_withdrawn', ...meta, content: {} });
}

/** The work is begun on the machine under the approval: from here on nothing else can be done under it. `target` is the version it is done for, where it is one. */
export function beginKeyChange(state: KeyChange, target: number | null, meta: Meta): KeyChangeDecision {
  if (!isUnused(state)) return refuse('key_change.not_approved', { status: statusOf(state) });
  if (!isUsable(state, meta.at)) return refuse('key_change.expired', { until: state.until ?? '' });
  return accept<KeyChangeFact>({ kind: 'key_change_begun', ...meta, content: { target } });
}

/** The work is done. */
export function finishKeyChange(state: KeyChange, result: KeyResult, meta: Meta): KeyChangeDecision {
  if (statusOf(state) !== 'begun') return refuse('key_change.not_approved', { status: statusOf(state) });
  return accept<KeyChangeFact>({ kind: 'key_change_done', ...meta, content: result });
}

/**
 * Before there is any security administrator (an installation that was never opened), the operator of the machine decides alone: proposed, approved and begun by the
 * program, marked as of the founding.
 */
export function beginUnfounded(state: KeyChange | null, task: KeyTask, target: number | null, meta: Meta): KeyChangeDecision {
  if (state) return refuse('key_change.proposed_already');
  return accept<KeyChangeFact>(
    { kind: 'key_change_proposed', ...meta, content: { task } },
    { kind: 'key_change_approved', ...meta, content: { founding: true, until: usableUntil(meta.at) } },
    { kind: 'key_change_begun', ...meta, content: { target } },
  );
}

/** Why it cannot be done on the keys of this moment. */
function wrongNow(task: KeyTask, { current, versions }: Ground): Refused | undefined {
  switch (task.kind) {
    case 'rotate':
      return undefined;
    case 'retire':
      if (task.version === current) return at('/task/version', 'key_change.version_is_current', { version: task.version });
      return versions.includes(task.version) ? undefined : at('/task/version', 'key_change.version_unknown', { version: task.version, versions: versions.join(', ') });
    case 'split':
      return task.into >= 2 && task.into <= 10 && task.need >= 2 && task.need <= task.into ? undefined : at('/task/need', 'key_change.share_numbers');
  }
}
