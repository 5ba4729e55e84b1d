import type { JobHandler } from '../../platform/jobs/worker.ts';
import { derivedId } from '../../platform/ids.ts';
import { lapseDeferred } from './decide-promises.ts';
import { actForJob } from './jobs-act.ts';
import type { Context } from './routes-context.ts';

/** Refusals that say: nothing left to do. The material came, or its day moved. */
const nothingToDo: readonly string[] = ['matter.limit_not_passed', 'matter.unknown'];

/** What follows by itself when the day of a deferred material has passed (L-015). */
export function promiseJobs(context: Context): Readonly<Record<string, JobHandler>> {
  return {
    'matters.when_deferred_passed_follow': async (job) => {
      const material = String(job.payload.limitId).slice('deferred:'.length);
      await actForJob(context, job, {
        name: 'lapse_deferred', matterId: job.matterId, commandId: derivedId(`lapse ${job.jobId}`), body: { material }, nothingToDo, decide: (matter, meta, law) => lapseDeferred(matter, material, law, meta),
      });
    },
  };
}
