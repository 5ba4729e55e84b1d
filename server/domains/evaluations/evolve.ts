import { localDayOf, type Instant } from '../../kernel/instant.ts';
import type { Case, CaseLimit, CaseLimitId, Complaint, Evaluation, Feedback, FeedbackFact, SetLimit } from './feedback.ts';

type FactOf<Kind extends FeedbackFact['kind']> = Extract<FeedbackFact, { kind: Kind }>;

/** What was said, after one more fact. Never refuses: what is a fact has happened. */
export function evolve(before: Feedback | null, fact: FeedbackFact): Feedback {
  switch (fact.kind) {
    case 'evaluation_given':
      return given(fact);
    case 'complaint_made':
      return { kind: 'complaint', about: fact.content.about, ground: fact.content.ground, givenAt: fact.at, case: null } satisfies Complaint;
    case 'evaluation_changed':
      return { ...(before as Evaluation), grade: fact.content.grade, tags: fact.content.tags };
    case 'case_opened':
      return { ...(before as Feedback), case: opened(fact) };
    default:
      return inCase(before as Feedback, fact);
  }
}

function given(fact: FactOf<'evaluation_given'>): Evaluation {
  const { about, event, grade, tags, channel, changeableUntil } = fact.content;
  return { kind: 'evaluation', about, event, grade, tags, channel, givenAt: fact.at, changeableUntil, case: null };
}

/** A case opens when its clocks start, however late somebody came round to writing it down. */
function opened(fact: FactOf<'case_opened'>): Case {
  return {
    status: 'verifying', outcome: null, openedAt: fact.content.clocks[0]?.startedAt ?? fact.at, pack: fact.content.pack, limits: fact.content.clocks.map(running), finding: null, mendedAt: null, calls: [], appeal: null, closedAt: null,
  };
}

type CaseFact = Exclude<FeedbackFact, { kind: 'evaluation_given' | 'evaluation_changed' | 'complaint_made' | 'case_opened' }>;

function inCase(before: Feedback, fact: CaseFact): Feedback {
  const open = before.case as Case;
  return { ...before, case: caseAfter(open, fact) };
}

function caseAfter(open: Case, fact: CaseFact): Case {
  switch (fact.kind) {
    case 'evaluation_verified':
      return {
        ...open, status: fact.content.real ? 'mending' : 'calling_back', finding: { real: fact.content.real, by: fact.by.id, at: fact.at },
        limits: verified(open.limits, fact),
      };
    case 'complaint_decided':
      return {
        ...open, status: 'mending', finding: { real: fact.content.founded, by: fact.by.id, at: fact.at },
        limits: [...end(open.limits, 'complaint', fact.at), ...(fact.content.clock ? [running(fact.content.clock)] : [])],
      };
    case 'mended':
      return { ...open, status: 'calling_back', mendedAt: fact.at, limits: [...end(open.limits, 'mend', fact.at), running(fact.content.clock)] };
    case 'called_back':
      return calledBack(open, fact);
    case 'appeal_raised':
      return { ...open, appeal: { ground: fact.content.ground, by: fact.by.id, at: fact.at, decision: null, decidedBy: null }, limits: [...open.limits, running(fact.content.clock)] };
    case 'appeal_decided':
      return {
        ...open, appeal: open.appeal && { ...open.appeal, decision: fact.content.strikeOut ? 'struck_out' : 'upheld', decidedBy: fact.by.id }, limits: end(open.limits, 'appeal', fact.at),
      };
    case 'case_closed':
      return { ...open, status: 'closed', outcome: fact.content.outcome, closedAt: fact.at, limits: open.limits.map((one) => (one.endedAt === null ? { ...one, endedAt: fact.at, ending: 'void' } : one)) };
    case 'limit_passed':
      return { ...open, limits: open.limits.map((one) => (one.limitId === fact.content.limitId ? { ...one, passedAt: fact.at } : one)) };
    case 'limits_recomputed':
      return { ...open, limits: open.limits.map((one) => movedLimit(one, fact)) };
  }
}

/** What is so is mended by the clock that runs since the grade; what is not so needs no mending, and is explained by a call. */
function verified(limits: readonly CaseLimit[], fact: FactOf<'evaluation_verified'>): readonly CaseLimit[] {
  const checked = end(limits, 'verify', fact.at);
  if (fact.content.real) return checked;
  return [...checked.map((one): CaseLimit => (one.limitId === 'mend' ? { ...one, endedAt: fact.at, ending: 'void' } : one)), ...(fact.content.clock ? [running(fact.content.clock)] : [])];
}

/** The clock of the call-back ends when somebody was reached, or when the tries that are owed were made. */
function calledBack(open: Case, fact: FactOf<'called_back'>): Case {
  const calls = [...open.calls, { on: localDayOf(fact.at), reached: fact.content.reached, satisfied: fact.content.satisfied }];
  return { ...open, calls, limits: isCalledBack(calls) ? end(open.limits, 'call_back', fact.at) : open.limits };
}

/** Calls on so many different days are owed before nobody is to be reached (100 % call-back, 国办发〔2019〕51号; the number is a rule of this product). */
export const owedTries = 3;

/** Whether the person was reached, or called on enough days. */
export function isCalledBack(calls: Case['calls']): boolean {
  return calls.some((call) => call.reached) || new Set(calls.map((call) => call.on)).size >= owedTries;
}

/** A limit whose breach was recorded and that now ends later may pass again. */
function movedLimit(one: CaseLimit, fact: FactOf<'limits_recomputed'>): CaseLimit {
  const moved = fact.content.moved.find((each) => each.limitId === one.limitId);
  if (!moved || one.endedAt !== null) return one;
  return { ...one, ...moved, passedAt: one.passedAt !== null && moved.dueAt > one.dueAt ? null : one.passedAt };
}

const running = (set: SetLimit): CaseLimit => ({ ...set, endedAt: null, ending: null, passedAt: null });

function end(limits: readonly CaseLimit[], limitId: CaseLimitId, at: Instant): readonly CaseLimit[] {
  return limits.map((one) => (one.limitId === limitId && one.endedAt === null ? { ...one, endedAt: at, ending: 'met' } : one));
}
