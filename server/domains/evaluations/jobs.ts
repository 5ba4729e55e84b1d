import { say, type Language } from '../../../contract/language.ts';
import { smsMessages } from '../../../contract/messages/sms.ts';
import type { Id } from '../../kernel/ids.ts';
import { instantOfMs, localDayOf, msOf, type Instant, type LocalDay } from '../../kernel/instant.ts';
import { runCommand } from '../../platform/db/run-command.ts';
import type { Job, JobHandler } from '../../platform/jobs/worker.ts';
import { derivedId } from '../../platform/ids.ts';
import { refuse } from '../../kernel/decider.ts';
import { openCase, recompute, recordPassed, type FeedbackDecision } from './decide.ts';
import { eventOf, eventStateAt, maybeServed, openUntilOf, tabletAskMs, type EventId } from './event.ts';
import type { CaseLimitId, Feedback, FeedbackFact } from './feedback.ts';
import type { CaseLaw } from './limits.ts';
import { caseLawOf, commandDomain, topicsOf, type Context, type ServedMatterState } from './routes-context.ts';
import { insertInvitation, queueJob } from './store.ts';
import { askOnTablets } from './tablet-store.ts';
import { casesDueFrom, findEvent } from './views.ts';

const inviteKind = 'evaluations.when_served_invite';
const askBySmsKind = 'evaluations.when_invited_ask_by_sms';
const recomputeKind = 'evaluations.when_calendar_changed_recompute';

/** Job kinds to queue when a change of the calendar is approved. */
export const evaluationCalendarReactions: readonly string[] = [recomputeKind];

/** What a fact of a matter sets going here: the job kinds written with it. */
export const evaluationReactions = (fact: { readonly kind: string }): readonly string[] => (maybeServed(fact) ? [inviteKind] : []);

/** Reactions of this domain. Each may run twice and counts once: invitations by their key, commands by the job's id. */
export function evaluationJobs(context: Context): Readonly<Record<string, JobHandler>> {
  return {
    [inviteKind]: (job) => invite(context, job.matterId, String(job.payload.fact), String(job.payload.at)),
    [askBySmsKind]: (job) => askBySms(context, job.matterId, job.payload.event as EventId, job.jobId),
    'evaluations.when_fixed_open_case': (job) => act(context, job, 'open_case', (state, law, meta) => openCase(state, law, meta)),
    'evaluations.when_limit_passed_record': (job) => act(context, job, 'record_passed', (state, _law, meta) => recordPassed(state, String(job.payload.limitId) as CaseLimitId, meta)),
    [recomputeKind]: (job) => recomputeAll(context, job),
  };
}

/** The institution of an event: the hall for what is done at its windows, the handling office for the result. */
const servedBy = (matter: ServedMatterState, event: EventId): string => (event === 'result' ? matter.handlingInstitution : matter.acceptingInstitution);

/** Makes the event's invitation, and shows it on the tablet of the clerk who served while the person still stands there. */
async function invite(context: Context, matterId: Id, kind: string, at: Instant): Promise<void> {
  const matter = await context.matters.facts(matterId);
  const seq = (matter?.facts.findIndex((one) => one.kind === kind && one.at === at) ?? -1) + 1;
  const fact = matter?.facts[seq - 1];
  const event = matter && eventOf(matter.state, matter.facts, seq);
  if (!matter || !fact || !event) return;
  const { state } = matter;
  const on = localDayOf(fact.at);
  await insertInvitation(context.database.handle, context.pipeline.keys, {
    matterId, event, on, openUntil: openUntilOf(on), number: state.number, partyId: state.partyId, organisationId: state.organisationId, taskCode: state.item.taskCode, itemVersion: state.item.version,
    institution: servedBy(state, event), acceptingInstitution: state.acceptingInstitution, areaUnit: state.areaUnit,
  }, event === 'result' ? { jobId: derivedId(`evaluation sms ${matterId}`), kind: askBySmsKind } : undefined);
  if (event === 'result') context.wakeJobs();
  const until = instantOfMs(msOf(fact.at) + tabletAskMs);
  if (fact.by.kind !== 'staff' || until < context.now()) return;
  await askOnTablets(context.database.handle, fact.by.id, { askId: derivedId(`tablet ask ${matterId} ${seq}`), matterId, event, until }, context.now());
}

/** As texts about matters: the language of the city's mainland residents. */
const smsLanguage: Language = 'zh-CN';

/**
 * Asks by SMS how it went: once for a matter, when it is done, and only while the person agrees to it at this very moment (PIPL art. 15);
 * a consent taken back since the invitation, or while the gateway asked for patience, means that nothing is sent. Who has answered is not asked.
 */
async function askBySms(context: Context, matterId: Id, event: EventId, jobId: Id): Promise<void> {
  const asked = await findEvent(context.database.handle, matterId, event);
  if (!asked || asked.answer !== null || eventStateAt(asked.openUntil, null, context.now()) !== 'open') return;
  const phone = (await context.people.particulars(asked.partyId))?.phone;
  if (!phone || !(await context.consentsOf(asked.partyId)).has('evaluation_sms')) return;
  const params = { number: asked.number };
  const sent = await context.sendSms({ to: phone, templateCode: 'sms.evaluation_asked', params, language: smsLanguage, reference: jobId });
  if (sent.outcome === 'retry') throw new Error(`sms ${sent.code}: ${say(smsMessages['sms.evaluation_asked'], 'en', params)}`);
}

type Decide = (state: Feedback, law: CaseLaw, meta: Parameters<typeof openCase>[2]) => FeedbackDecision;

/** Refusals that say there is nothing to do any more. */
const nothingToDo = ['evaluations.nothing_to_open', 'evaluations.limit_not_passed', 'evaluations.limits_unchanged'];

async function act(context: Context, job: Pick<Job, 'kind' | 'matterId' | 'jobId'>, name: string, decide: Decide): Promise<void> {
  const done = await runCommand<Feedback, FeedbackFact, string>(context.pipeline, commandDomain(context, job.matterId), {
    commandId: job.jobId, matterId: job.matterId, name, actor: { kind: 'system', job: job.kind }, body: {}, may: () => true,
    decide: (state, meta) => (state ? decide(state, caseLawOf(context, state), meta) : refuse('evaluations.case_unknown')),
  });
  if (!done.ok && !nothingToDo.includes(done.code)) throw new Error(`${name} of ${job.matterId}: ${done.code}`);
  if (done.ok) context.publish(topicsOf(done.state));
}

/** Cases of one job: far less than its lease lasts. */
const perJob = 100;

/** Every case with a running clock that reaches the changed days is counted anew, as a recorded fact; a hundred to a job, which then queues the next. */
async function recomputeAll(context: Context, job: Job): Promise<void> {
  const { changeId, firstDay, after } = job.payload as { changeId: string; firstDay: LocalDay; after?: Id };
  await context.calendar.refresh();
  const ids = await casesDueFrom(context.database.handle, firstDay, after ?? null, perJob);
  for (const matterId of ids) {
    await act(context, { kind: job.kind, matterId, jobId: derivedId(`recompute ${changeId} ${matterId}`) }, 'recompute_limits', (state, law, meta) => recompute(state, changeId, law, meta));
  }
  const last = ids.at(-1);
  if (ids.length < perJob || last === undefined) return;
  await queueJob(context.database.handle, { jobId: derivedId(`recompute ${changeId} after ${last}`), matterId: job.matterId, kind: job.kind, payload: { ...job.payload, after: last } });
  context.wakeJobs();
}
