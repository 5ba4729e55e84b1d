import { instantOfMs, type LocalDay } from '../../kernel/instant.ts';
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
  await actForJob(context, job, { name: 'record_passed', matterId: job.matterId, commandId: job.jobId, body: { limitId, dueAt }, nothingToDo, decide: (matter, meta) => recordPassed(matter, limitId, dueAt, meta) });
  if (limitId.startsWith('notice#')) {
    await actForJob(context, job, { name: 'deem_accepted', matterId: job.matterId, commandId: derivedId(`deem ${job.jobId}`), body: { limitId }, nothingToDo, decide: (matter, meta, law) => deemAccepted(matter, law, meta) });
  }
}

/** Matters of one job: far less than its lease lasts. */
const perJob = 100;

/** Every matter with a running limit that reaches the changed days, a hundred to a job, which then queues the next; run again it finds nothing left to do. */
async function recomputeAll(context: Context, job: Job): Promise<void> {
  const { changeId, firstDay, after } = job.payload as { changeId: string; firstDay: LocalDay; after?: string };
  await context.calendar.refresh();
  // The other processes count by the new calendar too from here on.
  if (after === undefined) context.publish(['calendar']);
  const reached = await Promise.all([reachedClocks, reachedTimers].map((ask) => ask(context.database.handle, firstDay, after, perJob)));
  const matterIds = [...new Set(reached.flat())].sort().slice(0, perJob);
  for (const matterId of matterIds) {
    await actForJob(context, job, {
      name: 'recompute_limits', matterId, commandId: derivedId(`recompute ${changeId} ${matterId}`), body: { changeId, firstDay }, nothingToDo, decide: (matter, meta, law) => recomputeLimits(matter, { changeId, firstDay }, law, meta),
    });
  }
  const last = matterIds.at(-1);
  if (matterIds.length < perJob || last === undefined) return;
  await queueJob(context.database.handle, { jobId: derivedId(`recompute ${changeId} after ${last}`), matterId: job.matterId, kind: job.kind, payload: { ...job.payload, after: last } });
  context.wakeJobs();
}
