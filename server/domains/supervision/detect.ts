/** The supervision rules over the history of one matter (data/law/supervision-rules-*.json says which are on, and their thresholds). Pure. */
import { dueDate, isCalendarRefusal, remainingWorkingDays, type Limit, type WorkingCalendar } from '../../kernel/calendar/index.ts';
import { dayNumber, localDayOf, type Instant } from '../../kernel/instant.ts';
import { dueOfClock, pauseAt, type Clock } from '../../kernel/limits/index.ts';
import { moments, type End, type Moment } from './ends.ts';
import { found, ruleOf, threshold, type Finding, type Rule } from './rule.ts';
import type { History, SeenFact, SeenLimit, SeenLink, SeenMatter } from './seen.ts';

type FactOf<Kind extends SeenFact['kind']> = Extract<SeenFact, { kind: Kind }>;
type MomentOf<Kind extends SeenFact['kind']> = Moment<FactOf<Kind>>;

/**
 * Everything the rules find in a matter's history as it is known at `now`, in no particular order, each once. Breaches come from recorded facts; only
 * S-05 (near its end) depends on `now`. The calendar is the one in force: it counts how near its end a limit was.
 */
export function detect(rules: readonly Rule[], history: History, calendar: WorkingCalendar, now: Instant): readonly Finding[] {
  const told = moments(history.facts);
  return [...breaches(rules, history, told), ...unrecorded(rules, history.state, told), ...nearPromise(rules, history.state, now), ...acts(rules, history.state, told, calendar), ...returned(rules, told)];
}

const of = <Kind extends SeenFact['kind']>(told: readonly Moment[], kind: Kind): readonly MomentOf<Kind>[] => told.filter((moment): moment is MomentOf<Kind> => moment.fact.kind === kind);

/** Rules whose ground is that an office limit was let pass. The resident's own limits (correction, deferred material) are no breach of the office. */
const ruleOfLimit: Readonly<Record<string, string>> = { notice: 'S-01', promised: 'S-02', statutory: 'S-03', link: 'S-04', service: 'S-06', special: 'S-07' };

function breaches(rules: readonly Rule[], { state }: History, told: readonly Moment[]): readonly Finding[] {
  return of(told, 'limit_passed').flatMap((moment) => {
    const { content } = moment.fact;
    const rule = ruleOf(rules, ruleOfLimit[content.limit] ?? '');
    if (!rule || isUndone(told, moment)) return [];
    if (content.limit === 'link' && isMatterLate(moment)) return [];
    if (content.limit === 'special' && isEndedAsAnnounced(state, moment.fact)) return [];
    const { limitId, dueAt, institution, post, staffId } = content;
    return [found(rule, { about: limitId, limitId, moment: dueAt, institution, post, staffId, secondStaffId: null })];
  });
}

/**
 * Limits that ended late before the sweep had come to record their breach (a server that slept, a person who was faster): late is late. Answerable is who ended it, or the
 * institution it stood with. A link late within a matter in time is S-04 as ever.
 */
function unrecorded(rules: readonly Rule[], state: SeenMatter, told: readonly Moment[]): readonly Finding[] {
  const recorded = new Set(of(told, 'limit_passed').map(({ fact }) => `${fact.content.limitId} ${fact.content.dueAt}`));
  const promised = state.limits.find((one) => one.limitId === 'promised');
  return state.limits.flatMap((limit) => {
    const rule = ruleOf(rules, ruleOfLimit[limit.kind] ?? '');
    if (!rule || limit.endedAt === null || limit.endedAt <= limit.dueAt || recorded.has(`${limit.limitId} ${limit.dueAt}`)) return [];
    if (limit.kind === 'link' && promised && promised.dueAt <= limit.dueAt) return [];
    return [found(rule, { about: limit.limitId, limitId: limit.limitId, moment: limit.dueAt, ...answerable(state, limit), secondStaffId: null })];
  });
}

function answerable(state: SeenMatter, limit: SeenLimit): Pick<Finding, 'institution' | 'post' | 'staffId'> {
  if (limit.kind === 'notice' || limit.kind === 'service') return { institution: state.acceptingInstitution, post: 'window_clerk', staffId: null };
  const proposal = state.proposals.find((one) => limit.limitId === `special:${one.act.pauseId ?? ''}`);
  if (proposal) return { institution: proposal.institution, post: 'officer', staffId: proposal.proposedBy };
  const link = state.links.find((one) => limit.limitId === `link:${one.linkId}`) ?? state.links.findLast((one) => one.openedAt <= limit.dueAt) ?? state.links.at(-1);
  return link ? { institution: link.institution, post: link.post, staffId: link.doneBy ?? link.claimedBy } : { institution: state.handlingInstitution, post: 'officer', staffId: null };
}

/** A change of the calendar moved the limit's end past the moment that was recorded as let pass: by the calendar that now holds there was no breach then. An extension granted afterwards undoes nothing. */
export function isUndone(told: readonly Moment[], { fact }: MomentOf<'limit_passed'>): boolean {
  const index = told.findIndex((moment) => moment.fact === fact);
  return told.slice(index + 1).some(({ fact: later }) => later.kind === 'limits_recomputed' && later.content.moved.some((move) => move.limitId === fact.content.limitId && move.dueAt > fact.content.dueAt));
}

/** S-04 is for matters still in time: where the promise had ended too, S-02 says it. */
function isMatterLate({ fact, ends }: MomentOf<'limit_passed'>): boolean {
  const promised = ends.get('promised');
  return promised !== undefined && promised.dueAt <= fact.content.dueAt;
}

/** The end of a procedure counts from its proposal: proposed in time and agreed to later, it was no longer than announced. While the second person has not spoken yet, nothing is said either. */
function isEndedAsAnnounced(state: SeenMatter, fact: FactOf<'limit_passed'>): boolean {
  const { limitId, dueAt } = fact.content;
  const limit = state.limits.find((one) => one.limitId === limitId);
  if (limit?.endedAt && limit.endedAt <= dueAt) return true;
  return state.proposals.some((one) => one.outcome === 'open' && one.act.type === 'end' && `special:${one.act.pauseId ?? ''}` === limitId && one.proposedAt <= dueAt);
}

/** S-05. A clock that stands still is not near its end. */
function nearPromise(rules: readonly Rule[], state: SeenMatter, now: Instant): readonly Finding[] {
  const promised = state.limits.find((one) => one.limitId === 'promised');
  if (!promised || promised.endedAt !== null || now < promised.warnAt || now > promised.dueAt || pauseAt(promised.clock, now)) return [];
  const link = openLinkOf(state);
  return nearFound(rules, { dueAt: promised.dueAt, institution: link?.institution ?? state.handlingInstitution, post: link?.post ?? 'officer', staffId: link?.claimedBy ?? null });
}

/** S-05 on a promise that is yellow now, wherever it was read: the same finding from a matter's history and from the list of running limits. */
export function nearFound(rules: readonly Rule[], limit: { readonly dueAt: Instant; readonly institution: string; readonly post: string; readonly staffId: string | null }): readonly Finding[] {
  const rule = ruleOf(rules, 'S-05');
  const { dueAt, institution, post, staffId } = limit;
  return rule ? [found(rule, { about: 'promised', limitId: 'promised', moment: dueAt, institution, post, staffId, secondStaffId: null })] : [];
}

const openLinkOf = (state: SeenMatter): SeenLink | undefined => state.links.findLast((link) => link.doneAt === null);

/** S-08, S-09, S-13: acts that move limits. */
function acts(rules: readonly Rule[], state: SeenMatter, told: readonly Moment[], calendar: WorkingCalendar): readonly Finding[] {
  const approved = of(told, 'limit_act_approved');
  const specials = approved.filter(({ fact }) => fact.content.act.type === 'special');
  const extensions = approved.filter(({ fact }) => fact.content.act.type === 'extend');
  return [
    ...lastDayActs(ruleOf(rules, 'S-08'), state, specials, calendar),
    ...repeated(ruleOf(rules, 'S-09'), state, specials),
    ...lastDayActs(ruleOf(rules, 'S-13'), state, extensions, calendar),
  ];
}

function lastDayActs(rule: Rule | undefined, state: SeenMatter, approved: readonly MomentOf<'limit_act_approved'>[], calendar: WorkingCalendar): readonly Finding[] {
  if (!rule) return [];
  const most = threshold(rule, 'remainingWorkingDays');
  return approved.flatMap((moment) => {
    const moved = new Set(moment.fact.content.moved.map((one) => one.limitId));
    const near = [...moment.ends].find(([limitId, end]) => moved.has(limitId) && isNearEnd(end, moment.fact.at, most, calendar));
    return near ? [actFound(rule, state, moment.fact, near[0])] : [];
  });
}

/** At most so many working days before the end of a limit that was longer than that to begin with: of a limit of a day or two every day is near the end, and on the spot there is none before. */
function isNearEnd(end: End, at: Instant, most: number, calendar: WorkingCalendar): boolean {
  if (at > end.dueAt || end.limit.unit === 'hour' || end.limit.unit === 'on_the_spot') return false;
  if (end.limit.unit !== 'month' && end.limit.amount <= most + 1) return false;
  const left = remainingWorkingDays(calendar, at, end.dueOn);
  return !isCalendarRefusal(left) && left <= most;
}

/** Each procedure from the n-th on. A prolongation, and one that was proposed and rejected, is not another procedure. */
function repeated(rule: Rule | undefined, state: SeenMatter, specials: readonly MomentOf<'limit_act_approved'>[]): readonly Finding[] {
  return rule ? specials.slice(Math.max(threshold(rule, 'times'), 1) - 1).map(({ fact }) => actFound(rule, state, fact, null)) : [];
}

/** Both persons are named: who proposed, and who approved. */
function actFound(rule: Rule, state: SeenMatter, fact: FactOf<'limit_act_approved'>, limitId: string | null): Finding {
  const proposal = state.proposals.find((one) => one.proposalId === fact.content.proposalId);
  return found(rule, {
    about: fact.content.act.pauseId ?? fact.content.proposalId, limitId, moment: fact.at, institution: proposal?.institution || fact.by.institution || state.handlingInstitution, post: 'officer',
    staffId: proposal?.proposedBy ?? null, secondStaffId: fact.by.id,
  });
}

/** S-11, first part: the same step sent back again and again, each time with a new clock for whoever does it over. */
function returned(rules: readonly Rule[], told: readonly Moment[]): readonly Finding[] {
  const rule = ruleOf(rules, 'S-11');
  if (!rule) return [];
  const opened = new Map(of(told, 'link_opened').map(({ fact }) => [fact.content.linkId, fact.content]));
  const times = new Map<string, number>();
  return of(told, 'link_completed').flatMap(({ fact }) => {
    const link = opened.get(fact.content.linkId);
    if (fact.content.action !== 'returned' || !link) return [];
    const n = (times.get(link.element) ?? 0) + 1;
    times.set(link.element, n);
    if (n < threshold(rule, 'returns')) return [];
    return [found(rule, { about: `link:${link.linkId}`, limitId: null, moment: fact.at, institution: link.institution, post: link.post, staffId: fact.content.staffId, secondStaffId: null })];
  });
}

/**
 * S-10: links claimed and not touched for the rule's working days, lawful pauses taken off. Any fact of the claimant on the matter is a touch. A claim
 * that parks is found once; touched and parked again, it is found again.
 */
export function detectParked(rules: readonly Rule[], { facts, state }: History, touches: readonly { readonly by: string; readonly at: Instant }[], calendar: WorkingCalendar, now: Instant): readonly Finding[] {
  const rule = ruleOf(rules, 'S-10');
  if (!rule || state.endedAt !== null) return [];
  return state.links.flatMap((link) => {
    if (link.doneAt !== null || link.claimedBy === null) return [];
    const staffId = link.claimedBy;
    // It waits for the second person, who is another.
    if (state.proposals.some((one) => one.outcome === 'open' && one.proposedBy === staffId)) return [];
    const claimed = facts.findLast((fact) => fact.kind === 'link_claimed' && fact.content.linkId === link.linkId);
    if (!claimed) return [];
    const since = touches.reduce((latest, touch) => (touch.by === staffId && touch.at > latest ? touch.at : latest), claimed.at);
    const pauses = pausesOver(state, link.linkId);
    const limit: Limit = { amount: threshold(rule, 'workingDays'), unit: 'working_day' };
    const clock: Clock = { limit, startedAt: since, pauses, extensions: [] };
    if (pauseAt(clock, now) || !Number.isFinite(limit.amount)) return [];
    const due = dueOfClock(calendar, clock, { workingDays: 0, hours: 0 });
    if (isCalendarRefusal(due) || now <= due.dueAt) return [];
    return [found(rule, { about: `claim:${link.linkId}`, limitId: null, moment: due.dueAt, institution: link.institution, post: link.post, staffId, secondStaffId: null })];
  });
}

/** The pauses that held the link's own clock, or the promise where the link has none. */
function pausesOver(state: SeenMatter, linkId: string): Clock['pauses'] {
  const own = state.limits.find((one) => one.limitId === `link:${linkId}`) ?? state.limits.find((one) => one.limitId === 'promised');
  return own?.clock.pauses ?? [];
}

/** A matter of the same person and item that ended before. */
export interface Previous {
  readonly matterId: string;
  readonly endedAt: Instant | null;
  readonly status: string;
  readonly institution: string;
}

/** Ends without a decision, at the office's hand or under its eyes. */
const endedWithoutDecision: ReadonlySet<string> = new Set(['withdrawn', 'terminated', 'not_accepted']);

/**
 * S-11, second part: a matter that ended without a decision is filed again by staff of the same institution within the rule's working days. What a
 * resident files anew online is his own right and found by no rule; `filedBy` is who filed the new one.
 */
export function detectRefiling(rules: readonly Rule[], state: SeenMatter, previous: readonly Previous[], calendar: WorkingCalendar): readonly Finding[] {
  const rule = ruleOf(rules, 'S-11');
  if (!rule || state.filedBy.kind !== 'staff') return [];
  const before = previous.find((one) => endedWithoutDecision.has(one.status) && one.institution === state.acceptingInstitution && one.endedAt !== null && one.endedAt <= state.receivedAt
    && isWithin(one.endedAt, state.receivedAt, threshold(rule, 'refiledWithinWorkingDays'), calendar));
  if (!before) return [];
  return [found(rule, { about: `again:${before.matterId}`, limitId: null, moment: state.receivedAt, institution: state.acceptingInstitution, post: 'window_clerk', staffId: state.filedBy.id, secondStaffId: null })];
}

function isWithin(from: Instant, at: Instant, workingDays: number, calendar: WorkingCalendar): boolean {
  if (dayNumber(localDayOf(at)) === dayNumber(localDayOf(from))) return true;
  const due = dueDate(calendar, { amount: workingDays, unit: 'working_day' }, from);
  return !isCalendarRefusal(due) && at <= due.dueAt;
}
