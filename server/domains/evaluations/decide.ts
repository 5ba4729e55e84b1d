import type { By } from '../../kernel/actor.ts';
import { accept, refuse, type Decision } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { instantOfMs, localDayOf, msOf, type Instant } from '../../kernel/instant.ts';
import { changeMinutes, type EventId } from './event.ts';
import { evolve, isCalledBack } from './evolve.ts';
import { isBad, type About, type AppealGround, type Case, type CaseLimitId, type CaseOutcome, type ComplaintGround, type Evaluation, type Feedback, type FeedbackChannel, type FeedbackFact, type Grade } from './feedback.ts';
import { movedBy, startLimit, type CaseLaw } from './limits.ts';
import { transitions, type CaseAct } from './transitions.ts';

/** Facts, or a refusal of this domain or of the calendar. */
export type FeedbackDecision = Decision<FeedbackFact>;

/** When and by whom. */
interface Meta {
  readonly at: Instant;
  readonly by: By;
}

/** What somebody says: the grade, the reasons ticked, the words. */
export interface Answer {
  readonly grade: Grade;
  readonly tags: readonly string[];
  readonly words: string;
}

/** Reasons for a good grade and for a bad one: one kind does not fit the other (contract/evaluations.ts has the same lists for the wire). */
export const goodTags: readonly string[] = ['quick', 'clear', 'friendly', 'few_visits', 'online_easy'];
export const badTags: readonly string[] = ['slow', 'unclear', 'unfriendly', 'many_visits', 'extra_papers', 'long_queue', 'online_hard'];

const fits = (answer: Answer): boolean => answer.tags.every((tag) => (isBad(answer.grade) ? badTags : goodTags).includes(tag));

/** 评价: takes an answer down, once for each event, in time. */
export function give(state: Feedback | null, event: { readonly about: About; readonly event: EventId; readonly openUntil: Instant }, answer: Answer, channel: FeedbackChannel, meta: Meta): FeedbackDecision {
  if (state) return refuse('evaluations.given_already');
  if (meta.at > event.openUntil) return refuse('evaluations.too_late');
  if (!fits(answer)) return refuse('evaluations.tags_do_not_fit');
  const changeableUntil = instantOfMs(msOf(meta.at) + changeMinutes * 60_000);
  return accept<FeedbackFact>({
    kind: 'evaluation_given', ...meta, content: { about: event.about, event: event.event, grade: answer.grade, tags: answer.tags, channel, changeableUntil }, sealed: { words: answer.words },
  });
}

/** The answer is altered by whoever gave it, by the same door, while it may be. */
export function change(state: Feedback, answer: Answer, channel: FeedbackChannel, meta: Meta): FeedbackDecision {
  if (state.kind !== 'evaluation' || state.channel !== channel || state.case !== null || meta.at > state.changeableUntil) return refuse('evaluations.not_changeable');
  if (!fits(answer)) return refuse('evaluations.tags_do_not_fit');
  return accept<FeedbackFact>({ kind: 'evaluation_changed', ...meta, content: { grade: answer.grade, tags: answer.tags }, sealed: { words: answer.words } });
}

/** Opens the case of a bad evaluation that stands. To check and to mend it are due from the grade on (L-060), however late this is done. */
export function openCase(state: Feedback, law: CaseLaw, meta: Meta): FeedbackDecision {
  if (state.kind !== 'evaluation' || state.case !== null || !isBad(state.grade) || meta.at <= state.changeableUntil) return refuse('evaluations.nothing_to_open');
  const check = startLimit(law, 'verify', state.givenAt);
  if (!check.ok) return check;
  const mending = startLimit(law, 'mend', state.givenAt);
  return mending.ok ? accept<FeedbackFact>({ kind: 'case_opened', ...meta, content: { pack: law.pack.version, clocks: [check.clock, mending.clock] } }) : mending;
}

/** 投诉: made and opened in one act (L-051). */
export function complain(state: Feedback | null, about: About, ground: ComplaintGround, words: string, law: CaseLaw, meta: Meta): FeedbackDecision {
  if (state) return refuse('complaints.open_already');
  const clock = startLimit(law, 'complaint', meta.at);
  if (!clock.ok) return clock;
  return accept<FeedbackFact>(
    { kind: 'complaint_made', ...meta, content: { about, ground }, sealed: { words } },
    { kind: 'case_opened', ...meta, content: { pack: law.pack.version, clocks: [clock.clock] } },
  );
}

/** 核实: whether what a bad evaluation tells is so. What is not so still ends with a call. */
export function verify(state: Feedback, real: boolean, words: string, involved: readonly Id[], law: CaseLaw, meta: Meta): FeedbackDecision {
  const wrong = notNow(state, 'verify', involved, meta);
  if (wrong) return wrong;
  if (real) return accept<FeedbackFact>({ kind: 'evaluation_verified', ...meta, content: { real, clock: null }, sealed: { words } });
  const clock = startLimit(law, 'call_back', meta.at);
  return clock.ok ? accept<FeedbackFact>({ kind: 'evaluation_verified', ...meta, content: { real, clock: clock.clock }, sealed: { words } }) : clock;
}

/** The decision on a complaint; the words are the answer. Without ground it ends here, with ground it is mended. */
export function decideComplaint(state: Feedback, founded: boolean, words: string, involved: readonly Id[], law: CaseLaw, meta: Meta): FeedbackDecision {
  const wrong = notNow(state, 'decide_complaint', involved, meta);
  if (wrong) return wrong;
  if (!founded) {
    return accept<FeedbackFact>({ kind: 'complaint_decided', ...meta, content: { founded, clock: null }, sealed: { words } }, { kind: 'case_closed', ...meta, content: { outcome: 'unfounded' } });
  }
  const clock = startLimit(law, 'mend', meta.at);
  return clock.ok ? accept<FeedbackFact>({ kind: 'complaint_decided', ...meta, content: { founded, clock: clock.clock }, sealed: { words } }) : clock;
}

/** 整改: what was done. */
export function mend(state: Feedback, words: string, involved: readonly Id[], law: CaseLaw, meta: Meta): FeedbackDecision {
  const wrong = notNow(state, 'mend', involved, meta);
  if (wrong) return wrong;
  const clock = startLimit(law, 'call_back', meta.at);
  return clock.ok ? accept<FeedbackFact>({ kind: 'mended', ...meta, content: { clock: clock.clock }, sealed: { words } }) : clock;
}

/** 回访: a call, or the try of one; of tries that reached nobody each day counts once. The case ends with it unless an appeal is open. */
export function callBack(state: Feedback, call: { readonly reached: boolean; readonly satisfied: boolean | null; readonly words: string }, involved: readonly Id[], meta: Meta): FeedbackDecision {
  const wrong = notNow(state, 'call_back', involved, meta);
  if (wrong) return wrong;
  if (call.reached !== (call.satisfied !== null)) return refuse('evaluations.satisfaction_missing');
  const calls = state.case?.calls ?? [];
  if (isCalledBack(calls)) return refuse('evaluations.called_back_already');
  if (!call.reached && calls.some((one) => one.on === localDayOf(meta.at))) return refuse('evaluations.called_today');
  return thatMayClose(state, { kind: 'called_back', ...meta, content: { reached: call.reached, satisfied: call.satisfied }, sealed: { words: call.words } }, meta);
}

/** 申诉: the institution asks once that an evaluation be struck out. No other clock stops for it. */
export function raiseAppeal(state: Feedback, ground: AppealGround, words: string, involved: readonly Id[], law: CaseLaw, meta: Meta): FeedbackDecision {
  const wrong = notNow(state, 'raise_appeal', involved, meta);
  if (wrong) return wrong;
  if (state.case?.appeal) return refuse('evaluations.appealed_already');
  const clock = startLimit(law, 'appeal', meta.at);
  return clock.ok ? accept<FeedbackFact>({ kind: 'appeal_raised', ...meta, content: { ground, clock: clock.clock }, sealed: { words } }) : clock;
}

/** 复核, by another than who raised it: the evaluation stands, or it is struck out and everything ends. */
export function decideAppeal(state: Feedback, strikeOut: boolean, words: string, involved: readonly Id[], meta: Meta): FeedbackDecision {
  const wrong = notNow(state, 'decide_appeal', involved, meta);
  if (wrong) return wrong;
  const appeal = state.case?.appeal;
  if (!appeal || appeal.decision !== null) return refuse('evaluations.no_appeal');
  if (appeal.by === meta.by.id) return refuse('evaluations.same_person');
  return thatMayClose(state, { kind: 'appeal_decided', ...meta, content: { strikeOut }, sealed: { words } }, meta);
}

/** The breach of a clock that ran out, recorded once. */
export function recordPassed(state: Feedback, limitId: CaseLimitId, meta: Meta): FeedbackDecision {
  const limit = state.case?.limits.find((one) => one.limitId === limitId);
  if (!limit || limit.passedAt !== null || meta.at <= limit.dueAt || (limit.endedAt !== null && (limit.ending === 'void' || limit.endedAt <= limit.dueAt))) return refuse('evaluations.limit_not_passed');
  return accept<FeedbackFact>({ kind: 'limit_passed', ...meta, content: { limitId, dueOn: limit.dueOn, dueAt: limit.dueAt, institution: state.about.institution } });
}

/** The running clocks by a calendar that changed, with the change that made it. */
export function recompute(state: Feedback, changeId: string, law: CaseLaw, meta: Meta): FeedbackDecision {
  const moved = movedBy(law, state.case?.limits ?? []);
  return moved.length > 0 ? accept<FeedbackFact>({ kind: 'limits_recomputed', ...meta, content: { changeId, moved } }) : refuse('evaluations.limits_unchanged');
}

/** A fact after which nothing may be left to do: then the case is closed with it. */
function thatMayClose(state: Feedback, fact: FeedbackFact, meta: Meta): FeedbackDecision {
  const after = evolve(state, fact).case;
  const outcome = after && endedBy(after);
  return outcome ? accept<FeedbackFact>(fact, { kind: 'case_closed', ...meta, content: { outcome } }) : accept<FeedbackFact>(fact);
}

function endedBy(after: Case): CaseOutcome | null {
  if (after.appeal?.decision === 'struck_out') return 'struck_out';
  if (after.appeal?.decision === null || after.status !== 'calling_back' || !isCalledBack(after.calls)) return null;
  return after.mendedAt === null ? 'not_so' : 'mended';
}

/** The act's place in the case, and that whoever acted on the matter decides nothing about what was said of it. */
function notNow(state: Feedback, act: CaseAct, involved: readonly Id[], meta: Meta): ReturnType<typeof refuse> | undefined {
  if (involved.includes(meta.by.id)) return refuse('evaluations.involved');
  if (!state.case) return refuse('evaluations.case_unknown');
  if (state.case.status === 'closed') return refuse('evaluations.case_closed');
  return transitions[state.kind][state.case.status].includes(act) ? undefined : refuse('evaluations.not_this_step');
}

/** What an answer leaves to be changed, as the state of an event needs it. */
export const changeabilityOf = (evaluation: Evaluation): { readonly changeableUntil: Instant; readonly closed: boolean } => ({ changeableUntil: evaluation.changeableUntil, closed: evaluation.case !== null });
