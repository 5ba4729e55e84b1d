import { instantOfMs, type Instant, type LocalDay } from '../../kernel/instant.ts';
import { derivedId } from '../../platform/ids.ts';
import type { Job, JobHandler } from '../../platform/jobs/worker.ts';
import { deemAccepted, recomputeLimits, recordPassed } from './decide-limits.ts';
import { actForJob } from './jobs-act.ts';
import type { Context } from './routes-context.ts';
import { queueJob } from './store.ts';
import { reachedClocks } from './clock-views.ts';
import { reachedTimers } from './flow-store.ts';

/** What follows from clocks: the breach recorded once, silence taken as acceptance, and every running limit counted anew when the calendar changes. */
export function limitJobs(context: Context): Readonly<Record<string, JobHandler>> {
  return {
    'matters.when_limit_passed_record': (job) => passed(context, job),
    'matters.when_calendar_changed_recompute': (job) => recomputeAll(context, job),
  };
}

/** Refusals that say: nothing left to do. */
const nothingToDo: readonly string[] = ['matter.limit_not_passed', 'matter.limits_unchanged', 'matter.unknown'];

/** A limit passed: the breach becomes a fact; a notice limit that passed in silence is an acceptance from the day of receipt (L-013). */
async function passed(context: Context, job: Job): Promise<void> {
  const { limitId, dueMs } = job.payload as { limitId: string; dueMs: number };
  const dueAt = instantOfMs(dueMs);
  await reachMoment(context, dueAt);
  await actForJob(context, job, { name: 'record_passed', matterId: job.matterId, commandId: job.jobId, body: { limitId, dueAt }, nothingToDo, decide: (matter, meta) => recordPassed(matter, limitId, dueAt, meta) });
  if (limitId.startsWith('notice#')) {
    await actForJob(context, job, { name: 'deem_accepted', matterId: job.matterId, commandId: derivedId(`deem ${job.jobId}`), body: { limitId }, nothingToDo, decide: (matter, meta, law) => deemAccepted(matter, law, meta) });
  }
}

/**
 * Whoever queued this has seen the moment pass. Where our own clock has not reached it (this machine was suspended, and its clock with it) the time is asked anew;
 * and where it still has not, the job comes again: a job that finds nothing to do yet is taken away, and nobody would ever do it.
 */
async function reachMoment(context: Context, moment: Instant): Promise<void> {
  if (context.now() > moment) return;
  await context.pipeline.clock.sample();
  if (context.now() <= moment) throw new Error(`our clock has not reached ${moment}`);
}

/** Matters of one job: far less than its lease lasts. */
const perJob = 100;

/** After so long nobody works by a calendar that he read before the change: longer than a command takes, and than the message to the other processes. */
const settledAfterSeconds = 60;

/**
 * Every matter with a running limit that reaches the changed days, a hundred to a job, which then queues the next; run again it finds nothing left to do. All of it is
 * done once more a minute later: what another process that had not heard of the change began to count meanwhile, it counted by the old days.
 */
async function recomputeAll(context: Context, job: Job): Promise<void> {
  const { changeId, firstDay, after, again = false } = job.payload as { changeId: string; firstDay: LocalDay; after?: string; again?: boolean };
  const round = again ? `${changeId} again` : changeId;
  await context.calendar.refresh();
  // The other processes count by the new calendar too from here on.
  if (after === undefined) context.publish(['calendar']);
  const reached = await Promise.all([reachedClocks, reachedTimers].map((ask) => ask(context.database.handle, firstDay, after, perJob)));
  const matterIds = [...new Set(reached.flat())].sort().slice(0, perJob);
  for (const matterId of matterIds) {
    await actForJob(context, job, {
      name: 'recompute_limits', matterId, commandId: derivedId(`recompute ${round} ${matterId}`), body: { changeId, firstDay }, nothingToDo, decide: (matter, meta, law) => recomputeLimits(matter, { changeId, firstDay }, law, meta),
    });
  }
  const last = matterIds.at(-1);
  if (matterIds.length < perJob || last === undefined) {
    if (!again) await queueJob(context.database.handle, { jobId: derivedId(`recompute ${changeId} again`), matterId: job.matterId, kind: job.kind, payload: { changeId, firstDay, again: true }, afterSeconds: settledAfterSeconds });
    return;
  }
  await queueJob(context.database.handle, { jobId: derivedId(`recompute ${round} after ${last}`), matterId: job.matterId, kind: job.kind, payload: { ...job.payload, after: last } });
  context.wakeJobs();
}
