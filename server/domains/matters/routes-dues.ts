import type { Due, ExplainedDue, LimitProposalView } from '../../../contract/limits.ts';
import type { Localized } from '../../../contract/language.ts';
import { sayClockInAll } from '../../../contract/messages/limits.ts';
import { remainingWorkingDays, type StartEvent, type WorkingCalendar } from '../../kernel/calendar/index.ts';
import { localDayOf, type Instant } from '../../kernel/instant.ts';
import { dayStrip, dueOfClock, explainClock, lightAt, pauseAt, stopsCountingUntil, type ClockDue } from '../../kernel/limits/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { findLimit, limitOf, openLimits, type LimitProposal, type MatterLimit, type SetClock } from './matter-limit.ts';
import type { Matter } from './matter.ts';
import { mayApprove } from './policy.ts';
import { institutionName, type Context } from './routes-context.ts';
import type { MatterFile } from './store.ts';

/** What a view of a clock asks its surroundings for: the time, and the calendars. */
export interface DueContext {
  readonly now: Context['now'];
  readonly calendar: Pick<Context['calendar'], 'calendar' | 'byVersion'>;
  readonly law: Pick<Context['law'], 'packOn'>;
}

const startEvents: Readonly<Record<MatterLimit['kind'], StartEvent>> = {
  notice: 'received', correction: 'notified', statutory: 'accepted', promised: 'accepted', link: 'started', special: 'started', deferred: 'accepted', promise_check: 'decided', service: 'decided',
};

/** A limit as everybody sees it: its date, what is left, its light, and the one sentence that explains it. */
export function dueView(context: DueContext, limit: MatterLimit): Due {
  const now = context.now();
  const { clock } = limit;
  const light = lightAt(clock, limit, now, limit.endedAt);
  const runs = light === 'green' || light === 'yellow' || light === 'red';
  const left = runs ? remaining(context, limit, now) : null;
  const pause = light === 'paused' ? pauseAt(clock, now) : undefined;
  return {
    limitId: limit.limitId, limit: limit.kind, amount: clock.limit.amount, unit: clock.limit.unit, startedAt: clock.startedAt, dueOn: limit.dueOn, dueAt: limit.dueAt,
    remaining: left, light, pausedUntil: pause ? localDayOf(stopsCountingUntil(pause)) : null, endedAt: limit.endedAt,
    provisional: limit.provisional, explanation: explanationOf(context, limit),
  };
}

/** Working days left by the calendar of the limit; where that one ends before it (a matter of the first release), by the newest. */
function remaining(context: DueContext, limit: MatterLimit, now: Instant): number | null {
  for (const calendar of [calendarOf(context, limit), context.calendar.calendar]) {
    const left = remainingWorkingDays(calendar, now, limit.dueOn);
    if (typeof left === 'number') return left;
  }
  return null;
}

/** The same with its strip of days, for whoever looks at one matter. */
export function explainedDue(context: DueContext, limit: MatterLimit): ExplainedDue {
  const counted = countedAgain(context, limit);
  return { ...dueView(context, limit), strip: counted ? dayStrip(counted.calendar, limit.clock, counted.due).map((day) => ({ ...day, name: day.name ? { ...day.name } : null })) : [] };
}

/** A clock that nothing has set yet: what would be due if it started now. */
export function dueIfSet(context: DueContext, kind: MatterLimit['kind'], set: SetClock): Due {
  return dueView(context, limitOf(kind, kind, set, context.calendar.calendar.version));
}

/** The calendar a limit was last counted with; the newest one where that version was never loaded here. */
const calendarOf = (context: DueContext, limit: MatterLimit): WorkingCalendar => context.calendar.byVersion(limit.calendar) ?? context.calendar.calendar;

/**
 * The limit counted once more, for its reasons. A matter of the first release names the calendar of its filing even for clocks set by a
 * newer one; where the two disagree, the one that gives the date that stands is right.
 */
function countedAgain(context: DueContext, limit: MatterLimit): { calendar: WorkingCalendar; due: ClockDue } | undefined {
  for (const calendar of new Set([calendarOf(context, limit), context.calendar.calendar])) {
    const due = dueOfClock(calendar, limit.clock, context.law.packOn(localDayOf(limit.clock.startedAt)).warning);
    if (!('code' in due) && due.dueOn === limit.dueOn) return { calendar, due };
  }
  return undefined;
}

/** Explanations already put together: a day's matters of one limit share theirs. Thrown away whole when there are too many. */
const explanations = new Map<string, Localized>();
const mostExplanations = 2_000;

/** The one sentence of a clock, in all languages; for hours it depends on the moment, else only on the day. A clock that was moved has a sentence of its own. */
function explanationOf(context: DueContext, limit: MatterLimit): Localized {
  const { clock } = limit;
  const isPlain = clock.pauses.length === 0 && clock.extensions.length === 0;
  if (!isPlain) return sentenceOf(context, limit);
  const start = clock.limit.unit === 'hour' ? clock.startedAt : localDayOf(clock.startedAt);
  const key = `${limit.calendar} ${context.calendar.calendar.version} ${limit.kind} ${clock.limit.amount} ${clock.limit.unit} ${start} ${limit.dueOn}`;
  const known = explanations.get(key);
  if (known) return known;
  const sentence = sentenceOf(context, limit);
  if (explanations.size >= mostExplanations) explanations.clear();
  explanations.set(key, sentence);
  return sentence;
}

function sentenceOf(context: DueContext, limit: MatterLimit): Localized {
  const counted = countedAgain(context, limit);
  return counted ? sayClockInAll(explainClock(counted.due, limit.clock, startEvents[limit.kind])) : { 'zh-CN': limit.dueOn, 'zh-HK': limit.dueOn, en: limit.dueOn };
}

/** The limits of a matter that matter now, the most telling first: after acceptance those of handling, before it the notice or the resident's correction. */
export function tellingLimits(matter: Matter): readonly MatterLimit[] {
  const named = (['promised', 'statutory', 'service'] as const).flatMap((kind) => findLimit(matter.limits, kind) ?? []);
  const running = openLimits(matter.limits).filter((one) => one.kind === 'special' || one.kind === 'deferred' || one.kind === 'promise_check');
  if (named.length > 0) return [...named, ...running];
  const before = findLimit(matter.limits, matter.status === 'correction_requested' ? 'correction' : 'notice') ?? findLimit(matter.limits, 'notice');
  return before ? [before] : [];
}

/** The telling limits as everybody sees them. */
export function duesOf(context: DueContext, matter: Matter): Due[] {
  return tellingLimits(matter).map((limit) => dueView(context, limit));
}

/** The acts on limits with both persons: for staff by name, for the applicant by office. */
export function proposalViews(context: Context, actor: Actor, file: MatterFile, staff: ReadonlyMap<string, string>): LimitProposalView[] {
  const inside = actor.kind === 'staff' || actor.kind === 'system';
  const wordsOf = (proposalId: string, ...kinds: readonly string[]): string => {
    const fact = file.facts.find((one) => kinds.includes(one.kind) && (one.content as { proposalId?: string }).proposalId === proposalId);
    return (fact && (file.sealed.get(fact.seq)?.words as string | undefined)) ?? '';
  };
  const decidedUnit = (proposalId: string) => {
    const fact = file.facts.find((one) => (one.kind === 'limit_act_approved' || one.kind === 'limit_act_rejected') && (one.content as { proposalId: string }).proposalId === proposalId);
    return fact?.by.institution ? institutionName(context, fact.by.institution) : null;
  };
  // What was only proposed, or rejected, moved nothing: it is the inside of the office.
  return file.state.proposals.filter((one) => inside || one.outcome === 'approved').map((one: LimitProposal): LimitProposalView => ({
    proposalId: one.proposalId, type: one.act.type, ground: one.act.type === 'special' ? one.act.ground : null, document: one.act.document, workingDays: lengthOf(one), pauseId: 'pauseId' in one.act ? one.act.pauseId : null,
    words: wordsOf(one.proposalId, 'limit_act_proposed'), proposedAt: one.proposedAt, proposedByName: inside ? (staff.get(one.proposedBy) ?? '') : '', proposedByUnit: institutionName(context, one.institution),
    outcome: one.outcome, decidedAt: one.decidedAt, decidedByName: inside && one.decidedBy ? (staff.get(one.decidedBy) ?? '') : '', decidedByUnit: decidedUnit(one.proposalId),
    decisionWords: inside ? wordsOf(one.proposalId, 'limit_act_approved', 'limit_act_rejected') : '', mayDecide: one.outcome === 'open' && mayApprove(actor, file.state, one),
  }));
}

function lengthOf({ act }: LimitProposal): number | null {
  switch (act.type) {
    case 'special':
      return act.announced.amount;
    case 'prolong':
    case 'extend':
      return act.by;
    case 'end':
      return null;
  }
}

