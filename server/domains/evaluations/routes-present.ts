import type { CaseDue, CaseRow, CaseStep, CaseView, EvaluationTag, OwnComplaint, OwnEvent, ServiceEvent } from '../../../contract/evaluations.ts';
import { sayClockInAll } from '../../../contract/messages/limits.ts';
import type { Actor } from '../../kernel/actor.ts';
import { isCalendarRefusal, remainingWorkingDays } from '../../kernel/calendar/index.ts';
import type { Id } from '../../kernel/ids.ts';
import { localDayOf } from '../../kernel/instant.ts';
import { dueOfClock, explainClock, lightAt, type Clock } from '../../kernel/limits/index.ts';
import { changeabilityOf } from './decide.ts';
import { eventStateAt, kindOfEvent, type EventState } from './event.ts';
import type { Case, CaseLimit, Feedback } from './feedback.ts';
import { packLimitOf } from './limits.ts';
import { allowedActs } from './policy.ts';
import { caseLawOf, institutionName, itemName, type Context } from './routes-context.ts';
import type { FeedbackFile } from './store.ts';
import type { InvitedEvent, StoredFeedback } from './views.ts';

/** A clock as everybody sees it: its date, what is left, its light, and the one sentence that explains it. */
export function caseDue(context: Context, feedback: Feedback, limit: CaseLimit): CaseDue {
  const now = context.now();
  const clock: Clock = { limit: limit.limit, startedAt: limit.startedAt, pauses: [], extensions: [] };
  const calendar = context.calendar.byVersion(limit.calendar) ?? context.calendar.calendar;
  const due = dueOfClock(calendar, clock, caseLawOf(context, feedback).pack.warning);
  const left = limit.endedAt === null ? remainingWorkingDays(calendar, now, limit.dueOn) : null;
  const { dueOn } = limit;
  return {
    limitId: limit.limitId, limit: limit.limitId, amount: limit.limit.amount, unit: limit.limit.unit, startedAt: limit.startedAt, dueOn, dueAt: limit.dueAt, remaining: typeof left === 'number' ? left : null,
    light: lightAt(clock, limit, now, limit.endedAt), endedAt: limit.endedAt, provisional: limit.provisional,
    explanation: isCalendarRefusal(due) ? { 'zh-CN': dueOn, 'zh-HK': dueOn, en: dueOn } : sayClockInAll(explainClock(due, clock, limit.limitId === 'complaint' ? 'received' : 'started')),
  };
}

/** The running clock that ends first. */
function nextDue(context: Context, feedback: Feedback): CaseDue | null {
  const running = (feedback.case?.limits ?? []).filter((one) => one.endedAt === null).sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  return running[0] ? caseDue(context, feedback, running[0]) : null;
}

/** An event as anybody with its link sees it. */
export function serviceEvent(context: Context, event: InvitedEvent): ServiceEvent {
  return { event: event.event, kind: kindOfEvent(event.event), itemName: itemName(context, event.taskCode, event.itemVersion), unitName: institutionName(context, event.institution), on: event.on };
}

/** What can still be done about an event. */
export function stateOf(context: Context, event: InvitedEvent): EventState {
  return eventStateAt(event.openUntil, event.answer?.kind === 'evaluation' ? changeabilityOf(event.answer) : null, context.now());
}

type OwnCaseView = OwnComplaint['case'];

/** A case as its author sees it: where it stands, the answer, what was done. Nobody inside is named. */
function ownCase(context: Context, feedback: Feedback, open: Case, file: FeedbackFile | undefined): OwnCaseView {
  const finding = file?.facts.find((fact) => fact.kind === 'evaluation_verified' || fact.kind === 'complaint_decided');
  const mended = file?.facts.find((fact) => fact.kind === 'mended');
  const running = open.limits.filter((one) => one.endedAt === null && one.limitId !== 'appeal')[0];
  return {
    status: open.status, outcome: open.outcome, due: running ? caseDue(context, feedback, running) : null,
    finding: finding && open.finding ? { real: open.finding.real, words: file?.words.get(finding.seq) ?? '', at: finding.at } : null,
    mending: mended ? { words: file?.words.get(mended.seq) ?? '', at: mended.at } : null, closedAt: open.closedAt,
  };
}

/** The newest words of the author. */
function ownWords(file: FeedbackFile | undefined): string {
  const said = file?.facts.findLast((fact) => fact.kind === 'evaluation_given' || fact.kind === 'evaluation_changed' || fact.kind === 'complaint_made');
  return (said && file?.words.get(said.seq)) ?? '';
}

/** An event of one's own matter, with one's own answer. */
export function ownEvent(context: Context, event: InvitedEvent, file: FeedbackFile | undefined): OwnEvent {
  const answer = event.answer?.kind === 'evaluation' ? event.answer : null;
  return {
    ...serviceEvent(context, event), matterId: event.matterId, number: event.number, state: stateOf(context, event), openUntil: localDayOf(event.openUntil),
    answer: answer && { grade: answer.grade, tags: tagsOf(answer.tags), words: ownWords(file), channel: answer.channel, givenAt: answer.givenAt, changeableUntil: answer.changeableUntil },
    case: answer?.case ? ownCase(context, answer, answer.case, file) : null,
  };
}

const tagsOf = (tags: readonly string[]): EvaluationTag[] => [...tags] as EvaluationTag[];

/** A complaint of one's own. */
export function ownComplaint(context: Context, { feedbackId, state }: StoredFeedback, file: FeedbackFile | undefined): OwnComplaint[] {
  if (state.kind !== 'complaint' || !state.case) return [];
  const { about } = state;
  return [{
    caseId: feedbackId, matterId: about.matterId, number: about.number, itemName: itemName(context, about.taskCode, about.itemVersion), unitName: institutionName(context, about.institution), ground: state.ground, words: ownWords(file),
    madeAt: state.givenAt, case: ownCase(context, state, state.case, file),
  }];
}

/** A case in a list. */
export function caseRow(context: Context, feedbackId: Id, feedback: Feedback): CaseRow {
  const { about, case: open } = feedback;
  return {
    caseId: feedbackId, about: feedback.kind, number: about.number, itemName: itemName(context, about.taskCode, about.itemVersion), unitName: institutionName(context, about.institution),
    event: feedback.kind === 'evaluation' ? feedback.event : null, grade: feedback.kind === 'evaluation' ? feedback.grade : null, ground: feedback.kind === 'complaint' ? feedback.ground : null,
    status: open?.status ?? 'closed', outcome: open?.outcome ?? null, appeal: open?.appeal ? (open.appeal.decision ?? 'open') : null, openedAt: open?.openedAt ?? feedback.givenAt, due: nextDue(context, feedback),
  };
}

/** The file of a case, for who handles it. */
export async function caseView(context: Context, actor: Actor, file: FeedbackFile, involved: readonly Id[]): Promise<CaseView> {
  const { state } = file;
  const staff = file.facts.flatMap((fact) => (fact.by.kind === 'staff' ? [fact.by.id] : []));
  const [names, parties] = await Promise.all([context.people.staffNames(staff), context.people.parties([state.about.partyId])]);
  return {
    ...caseRow(context, file.feedbackId, state), seq: file.head.seq, matterId: state.about.matterId, channel: state.kind === 'evaluation' ? state.channel : null, tags: state.kind === 'evaluation' ? tagsOf(state.tags) : [],
    words: ownWords(file), personMasked: parties.get(state.about.partyId)?.nameMasked ?? '', dues: (state.case?.limits ?? []).map((limit) => caseDue(context, state, limit)),
    steps: file.facts.map((fact) => stepOf(context, file, fact, names)), callTries: state.case?.calls.length ?? 0, allowed: [...allowedActs(actor, state, involved, context.covers)],
  };
}

const shownDetails: readonly string[] = ['real', 'founded', 'reached', 'satisfied', 'ground', 'strikeOut', 'outcome', 'limitId', 'grade', 'channel'];

function stepOf(context: Context, file: FeedbackFile, fact: FeedbackFile['facts'][number], names: ReadonlyMap<Id, string>): CaseStep {
  const details = Object.entries(fact.content).filter((entry): entry is [string, string | number | boolean] => shownDetails.includes(entry[0]) && ['string', 'number', 'boolean'].includes(typeof entry[1]));
  return {
    seq: fact.seq, kind: fact.kind, at: fact.at, byName: fact.by.kind === 'staff' ? (names.get(fact.by.id) ?? '') : '', byUnit: fact.by.institution === undefined ? null : institutionName(context, fact.by.institution),
    words: file.words.get(fact.seq) ?? '', details: Object.fromEntries(details),
  };
}

/** A length of the rule pack in force today. */
export function spanOf(context: Context, limitId: CaseLimit['limitId']): { amount: number; unit: CaseDue['unit'] } {
  const { amount, unit } = caseLawOf(context, null).pack.limits[packLimitOf[limitId]];
  return { amount, unit };
}
