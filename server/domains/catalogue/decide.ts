import type { By } from '../../kernel/actor.ts';
import { accept, refuse, type Decision, type InputFault, type Refusal } from '../../kernel/decider.ts';
import { isLocalDay, type LocalDay } from '../../kernel/instant.ts';
import { twoPersons } from '../../kernel/two-persons.ts';
import type { Change, ChangeFact, ChangeSubject, ChangeTerms, PublishedVersion } from './change.ts';
import type { Problem } from './problem.ts';
import type { ItemRefusalCode } from './refusals.ts';

/** Facts of a change, or why there are none. */
export type ChangeDecision = Decision<ChangeFact, ItemRefusalCode>;

/** When and by whom. */
interface Meta {
  readonly at: string;
  readonly by: By;
}

/** How the content was judged on the catalogue and the unit tree of this moment. */
export interface Judgement {
  readonly today: LocalDay;
  /** what may not be published so; warnings are left out */
  readonly errors: readonly Problem[];
  /** newest version of the subject now; null: none stands */
  readonly newestVersion: number | null;
  /** whether publishing would change anything */
  readonly differs: boolean;
  /** the versions an approval would make */
  readonly versions: readonly PublishedVersion[];
}

/** What a city offers and on which terms takes two persons, always two different ones. */
const second = twoPersons<ItemRefusalCode>({ not_waiting: 'catalogue.not_proposed', same_person: 'catalogue.same_person', not_own_proposal: 'catalogue.not_own_proposal', words_needed: 'catalogue.words_needed' });

/** Puts a draft before a second person; what could not be published now is refused now. */
export function proposeChange(state: Change | null, subject: ChangeSubject, given: ChangeTerms, judged: Judgement, meta: Meta): ChangeDecision {
  if (state) return refuse('catalogue.proposed_already');
  const terms = trimmed(given);
  const faults = subject.origin === 'release' ? [] : termFaults(terms, judged.today);
  const [first] = faults;
  // Everything that is wrong at once, named after the first of it.
  if (first) return refuse(first.code, first.params, faults);
  const wrong = notPublishable(subject, judged);
  // What a release brings waits for a person even where it cannot stand as it is: he sees why.
  if (wrong && subject.origin === 'screen') return wrong;
  const { effectiveOn, lawChange, title, reason } = terms;
  const { what, subject: code, unit, baseVersion, origin, digest } = subject;
  return accept<ChangeFact>({ kind: 'catalogue_change_proposed', ...meta, content: { what, subject: code, unit, baseVersion, origin, digest, effectiveOn, lawChange }, sealed: { title, reason } });
}

/** The second person agrees: judged again on the catalogue of this moment, and published. */
export function approveChange(state: Change, judged: Judgement, meta: Meta): ChangeDecision {
  const wrong = second.wrong(state, 'approve', meta) ?? notPublishable(state, judged);
  if (wrong) return wrong;
  // A day that passed while the proposal waited: it stands from today, never from before somebody approved it.
  const standsFrom = state.effectiveOn !== null && state.effectiveOn > judged.today ? state.effectiveOn : judged.today;
  return accept<ChangeFact>({ kind: 'catalogue_change_approved', ...meta, content: { published: judged.versions, standsFrom } });
}

/** The second person says no, and why. */
export function rejectChange(state: Change, words: string, meta: Meta): ChangeDecision {
  const said = second.rejected(state, words, meta);
  return said.ok ? accept<ChangeFact>({ kind: 'catalogue_change_rejected', ...meta, content: {}, sealed: { words: said.words } }) : said;
}

/** The proposer takes it back. */
export function withdrawChange(state: Change, meta: Meta): ChangeDecision {
  return second.wrong(state, 'withdraw', meta) ?? accept<ChangeFact>({ kind: 'catalogue_change_withdrawn', ...meta, content: {} });
}

/** Sound, built on what stands now (else somebody else's version would vanish unseen), and other than it. */
function notPublishable(subject: ChangeSubject, judged: Judgement): Refusal<ItemRefusalCode> | undefined {
  if (judged.newestVersion !== subject.baseVersion) return refuse('catalogue.base_moved', { version: judged.newestVersion ?? 0 });
  if (judged.errors.length > 0) return refuse('catalogue.has_problems', { count: judged.errors.length }, judged.errors.map(({ pointer, code, params }) => ({ pointer, code, params })));
  return judged.differs ? undefined : refuse('catalogue.changes_nothing');
}

function trimmed(terms: ChangeTerms): ChangeTerms {
  const { lawChange } = terms;
  return {
    title: terms.title.trim(), reason: terms.reason.trim(), effectiveOn: terms.effectiveOn?.trim() || null,
    lawChange: lawChange && { ...lawChange, document: lawChange.document.trim(), from: lawChange.from.trim() },
  };
}

type Fault = InputFault & { readonly code: ItemRefusalCode };

/** A change has a name and a reason; its day is not past; a law behind it is named, in force by then, and applies to new matters. */
function termFaults(terms: ChangeTerms, today: LocalDay): readonly Fault[] {
  const fault = (wrong: boolean, code: ItemRefusalCode, pointer: string, params: Readonly<Record<string, string>> = {}): readonly Fault[] => (wrong ? [{ pointer, code, params }] : []);
  const { effectiveOn, lawChange } = terms;
  const dayUnknown = effectiveOn !== null && !isLocalDay(effectiveOn);
  const lawDayUnknown = lawChange !== null && !isLocalDay(lawChange.from);
  return [
    ...fault(terms.title === '', 'catalogue.title_needed', '/terms/title'),
    ...fault(terms.reason === '', 'catalogue.words_needed', '/terms/reason'),
    ...fault(dayUnknown, 'catalogue.day_unknown', '/terms/effectiveOn'),
    ...fault(effectiveOn !== null && !dayUnknown && effectiveOn < today, 'catalogue.day_past', '/terms/effectiveOn', { today }),
    ...(lawChange === null ? [] : [
      ...fault(lawChange.document === '', 'catalogue.law_unnamed', '/terms/lawChange/document'),
      ...fault(lawDayUnknown, 'catalogue.day_unknown', '/terms/lawChange/from'),
      // 立法法 104: rules look forward; a version cannot stand on a law that is not in force yet.
      ...fault(!lawDayUnknown && lawChange.from > (effectiveOn ?? today), 'catalogue.law_not_yet', '/terms/lawChange/from', { from: lawChange.from }),
      ...fault(lawChange.applies !== 'new_matters', 'catalogue.undecided_not_offered', '/terms/lawChange/applies'),
    ]),
  ];
}
