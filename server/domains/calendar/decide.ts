import type { By } from '../../kernel/actor.ts';
import { accept, refuse, type Decision } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import { twoPersons } from '../../kernel/two-persons.ts';
import type { Change, ChangeFact, ChangeTerms } from './change.ts';
import { judge, trimmed, type Law } from './checks.ts';
import type { CalendarRefusalCode } from './refusals.ts';

/** Facts of a change, or why there are none. */
export type ChangeDecision = Decision<ChangeFact, CalendarRefusalCode>;

/** When and by whom. */
interface Meta {
  readonly at: Instant;
  readonly by: By;
}

/** An act that moves limits takes two persons, always two different ones. */
const second = twoPersons<CalendarRefusalCode>({ not_waiting: 'calendar.not_proposed', same_person: 'calendar.same_person', not_own_proposal: 'calendar.not_own_proposal', words_needed: 'calendar.reason_needed' });

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
  const wrong = second.wrong(state, 'approve', meta);
  if (wrong) return wrong;
  const judged = judge(state, changeId, law);
  if (!judged.ok) return judged;
  return accept<ChangeFact>({ kind: 'change_approved', ...meta, content: { number: judged.number, version: judged.calendar.version, firstDay: judged.effect.firstDay } });
}

/** The second person says no, and why. */
export function rejectChange(state: Change, words: string, meta: Meta): ChangeDecision {
  const said = second.rejected(state, words, meta);
  return said.ok ? accept<ChangeFact>({ kind: 'change_rejected', ...meta, content: {}, sealed: { words: said.words } }) : said;
}

/** The proposer takes it back. */
export function withdrawChange(state: Change, meta: Meta): ChangeDecision {
  return second.wrong(state, 'withdraw', meta) ?? accept<ChangeFact>({ kind: 'change_withdrawn', ...meta, content: {} });
}
