import { instantOfMs, localDayOf, type Instant, type LocalDay } from '../../kernel/instant.ts';
import { derivedId } from '../../platform/ids.ts';
import type { Job, JobHandler } from '../../platform/jobs/worker.ts';
import type { MatterFact } from '../matters/index.ts';
import { escalate, lapse, recompute } from './decide.ts';
import { detect, detectRefiling, isUndone } from './detect.ts';
import { moments } from './ends.ts';
import { bySystem, doneAlready, foundOn, record, type MatterPlace } from './jobs-record.ts';
import { tellOfOrder } from './jobs-tell.ts';
import type { Order } from './order.ts';
import { historyOf, lawToday, runOrder, unitAbove, type Context } from './routes-context.ts';
import { ruleOf, type Finding } from './rule.ts';
import type { History } from './seen.ts';
import { ordersReaching, queueJob } from './store.ts';
import { ordersOfMatter } from './views.ts';

const look: readonly string[] = ['supervision.when_matter_changed_look'];
const nothing: readonly string[] = [];

/**
 * The job that follows from a fact of a matter: the rules look at its history. Breaches, acts on limits, returns, a changed calendar, and every end of a matter, at which
 * also what was done late before its breach was recorded is seen. Of filings only those by staff: what residents file anew is their right.
 */
export function supervisionReactions(fact: MatterFact): readonly string[] {
  switch (fact.kind) {
    case 'limit_passed':
    case 'deemed_accepted':
    case 'limit_act_approved':
    case 'limit_act_rejected':
    case 'limits_recomputed':
    case 'matter_completed':
    case 'matter_withdrawn':
    case 'acceptance_refused':
    case 'terminated':
    case 'result_delivered':
      return look;
    case 'link_completed':
      return fact.content.action === 'returned' ? look : nothing;
    case 'matter_filed':
      return fact.by.kind === 'staff' ? look : nothing;
    default:
      return nothing;
  }
}

/** Jobs of this domain. Each may run twice and counts once: ids of orders and findings follow from what was found. */
export function supervisionJobs(context: Context): Readonly<Record<string, JobHandler>> {
  return {
    'supervision.when_matter_changed_look': (job) => lookAt(context, job),
    'supervision.when_order_overdue_escalate': (job) => raise(context, job),
    'supervision.when_order_changed_tell': (job) => tellOfOrder(context, job),
    'supervision.when_calendar_changed_recompute': (job) => recomputeAll(context, job),
  };
}

/** The rules in force today, over a matter as it stands. */
async function lookAt(context: Context, job: Job): Promise<void> {
  const file = await context.matters.facts(job.matterId);
  if (!file) return;
  const now = context.now();
  const rules = context.law.supervisionRulesOn(localDayOf(now));
  const { calendar } = context.calendar;
  const history = historyOf(file);
  const { partyId, item, receivedAt, number: matterNumber, areaUnit } = file.state;
  const previous = job.payload.fact === 'matter_filed' ? await context.matters.previousOf(partyId, item.taskCode, receivedAt) : [];
  const place: MatterPlace = { matterId: job.matterId, matterNumber, areaUnit, taskCode: item.taskCode };
  const found = [...detect(rules, history, calendar, now), ...detectRefiling(rules, history.state, previous, calendar)];
  await record(context, found.map((finding) => foundOn(context, place, finding)));
  await lapseUndone(context, job.matterId, history, now);
}

/** Orders whose breach a later calendar took away lapse: by the calendar that holds there was none. */
async function lapseUndone(context: Context, matterId: string, history: History, now: Instant): Promise<void> {
  const told = moments(history.facts);
  const undone = new Set(told.flatMap((moment) => {
    const { fact } = moment;
    return fact.kind === 'limit_passed' && isUndone(told, { ...moment, fact }) ? [`${fact.content.limitId} ${fact.content.dueAt}`] : [];
  }));
  if (undone.size === 0) return;
  const { version } = context.calendar.calendar;
  for (const { orderId, state } of await ordersOfMatter(context.database.handle, matterId)) {
    if (state.endedAt !== null || !undone.has(`${state.occasion.limitId ?? ''} ${state.occasion.moment}`) || now < state.openedAt) continue;
    await bySystem(context, { orderId, commandId: derivedId(`lapse ${orderId}`), name: 'lapse', body: {}, decide: (order, meta) => lapse(order as Order, version, meta) });
  }
}

/** Nobody replied, or nobody judged, in time: raised by one unit; a reply that did not come is a finding of S-12 too. */
async function raise(context: Context, job: Job): Promise<void> {
  const dueAt = instantOfMs(Number(job.payload.dueMs));
  const done = await runOrder(context, {
    commandId: job.jobId, orderId: job.matterId, name: 'escalate', actor: { kind: 'system', job: job.kind }, body: job.payload, may: () => true,
    decide: (order, meta) => escalate(order as Order, unitAbove(context, (order as Order).supervisingUnit), lawToday(context), meta),
  });
  if (!done.ok && !doneAlready.includes(done.code)) throw new Error(`escalate of ${job.matterId}: ${done.code}`);
  if (!done.ok) return;
  const missed = done.state.clocks.some((clock) => clock.kind === 'reply' && clock.dueAt === dueAt && clock.escalated);
  const rule = ruleOf(context.law.supervisionRulesOn(localDayOf(context.now())), 'S-12');
  if (!missed || !rule) return;
  const { matterId, matterNumber, institution, areaUnit, taskCode } = done.state.occasion;
  const finding: Finding = {
    ruleId: rule.id, ruleVersion: rule.version, severity: rule.severity, opensOrder: false, about: `order:${job.matterId}`, limitId: null, moment: dueAt, institution, post: 'approver', staffId: null, secondStaffId: null,
  };
  await record(context, [foundOn(context, { matterId, matterNumber, areaUnit, taskCode }, finding, job.matterId)]);
}

/** Orders of one job: far less than its lease lasts. */
const perJob = 100;

/** Every order whose clock reaches the changed days, a hundred to a job, which then queues the next; run again it finds nothing left to do. */
async function recomputeAll(context: Context, job: Job): Promise<void> {
  const { changeId, firstDay, after } = job.payload as { changeId: string; firstDay: LocalDay; after?: string };
  await context.calendar.refresh();
  const orderIds = await ordersReaching(context.database.handle, firstDay, after, perJob);
  for (const orderId of orderIds) {
    await bySystem(context, { orderId, commandId: derivedId(`recompute ${changeId} ${orderId}`), name: 'recompute', body: { changeId }, decide: (order, meta) => recompute(order as Order, lawToday(context), meta) });
  }
  const last = orderIds.at(-1);
  if (orderIds.length < perJob || last === undefined) return;
  await queueJob(context.database.handle, { jobId: derivedId(`orders ${changeId} after ${last}`), matterId: job.matterId, kind: job.kind, payload: { ...job.payload, after: last } });
  context.wakeJobs();
}
