import type { By } from '../../kernel/actor.ts';
import { accept, refuse, type Decision } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Change, ChangeFact, ChangeTerms } from './change.ts';
import { judge, trimmed, type Law } from './checks.ts';
import type { CalendarRefusalCode } from './refusals.ts';
import { transitions, type ChangeAct } from './transitions.ts';

/** Facts of a change, or why there are none. */
export type ChangeDecision = Decision<ChangeFact, CalendarRefusalCode>;

/** When and by whom. */
interface Meta {
  readonly at: Instant;
  readonly by: By;
}

/** Puts a change before a second person; what could not stand now is refused now. */
export function proposeChange(state: Change | null, given: ChangeTerms, changeId: Id, law: Law, meta: Meta): ChangeDecision {
  if (state) return refuse('calendar.proposed_already');
  const terms = trimmed(given);
  const judged = judge(terms, changeId, law);
  if (!judged.ok) return judged;
  const { kind, year, days, repeals, document, documentOn, name, link, reason } = terms;
  return accept<ChangeFact>({ kind: 'change_proposed', ...meta, content: { kind, year, days, repeals, document, documentOn }, sealed: { name, link, reason } });
}

/** The second person agrees: the change is judged again on the calendar of this moment, and stands from now on. */
export function approveChange(state: Change, changeId: Id, law: Law, meta: Meta): ChangeDecision {
  const wrong = notNow(state, 'approve') ?? samePerson(state, meta);
  if (wrong) return wrong;
  const judged = judge(state, changeId, law);
  if (!judged.ok) return judged;
  return accept<ChangeFact>({ kind: 'change_approved', ...meta, content: { number: judged.number, version: judged.calendar.version, firstDay: judged.effect.firstDay } });
}

/** The second person says no, and why. */
export function rejectChange(state: Change, words: string, meta: Meta): ChangeDecision {
  const wrong = notNow(state, 'reject') ?? samePerson(state, meta);
  if (wrong) return wrong;
  if (words.trim() === '') return refuse('calendar.reason_needed', {}, [{ pointer: '/words', code: 'calendar.reason_needed', params: {} }]);
  return accept<ChangeFact>({ kind: 'change_rejected', ...meta, content: {}, sealed: { words: words.trim() } });
}

/** The proposer takes it back. */
export function withdrawChange(state: Change, meta: Meta): ChangeDecision {
  const wrong = notNow(state, 'withdraw');
  if (wrong) return wrong;
  if (state.proposedBy.id !== meta.by.id) return refuse('calendar.not_own_proposal');
  return accept<ChangeFact>({ kind: 'change_withdrawn', ...meta, content: {} });
}

function notNow(state: Change, act: ChangeAct): ReturnType<typeof refuse<CalendarRefusalCode>> | undefined {
  return transitions[state.status].includes(act) ? undefined : refuse('calendar.not_proposed', { status: state.status });
}

/** An act that moves limits takes two persons, always two different ones. */
function samePerson(state: Change, meta: Meta): ReturnType<typeof refuse<CalendarRefusalCode>> | undefined {
  return state.proposedBy.id === meta.by.id ? refuse('calendar.same_person') : undefined;
}
