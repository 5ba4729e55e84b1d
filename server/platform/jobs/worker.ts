import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Handle } from '../db/database.ts';
import { code } from '../log/index.ts';
import { inSpan } from '../tracing/index.ts';
import { severalKind, traceOf, type PackedJob } from './several.ts';

/** A job as its handler sees it. It may run more than once; its effects must count once. */
export interface Job {
  readonly jobId: string;
  readonly matterId: string;
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly attempts: number;
}

/** Does one kind of job. A thrown error is a failed try: the job comes again later. */
export type JobHandler = (job: Job) => Promise<void>;

/** The running worker. */
export interface JobWorker {
  /** Looks for work now: called after a commit that wrote jobs. */
  wake(): void;
  /** Ends after the jobs under way. */
  stop(): Promise<void>;
  /** Runs everything that is due now and waits for it: for tests and for a clean stop. */
  drain(): Promise<number>;
}

const perRound = 20;
const atOnce = 4;
const pollMs = 2_000;
/** How long work that follows may wait for people who stand in line: then one round is done all the same. */
const patienceMs = 3_000;
/** How long a taken job is this process's own, in seconds: longer than a round of jobs that all wait for a slow gateway, or another process would do them a second time. */
const leaseSeconds = 60;
/** Tries before a job waits for an operator; the index of due jobs knows this number too (migration 0001). */
const mostAttempts = 12;

/**
 * Takes due jobs in batches with SKIP LOCKED and a lease: a taken job comes back by itself, a minute later, when its process dies. Back-off of a failed one doubles from
 * five seconds to about an hour; after twelve tries the row stays, with its last error, for an operator.
 */
export function jobWorker(
  handle: Handle, handlers: Readonly<Record<string, JobHandler>>, onFault: (job: Job, error: unknown) => void,
  /** whether people are waiting for the database right now: they go first */
  busy: () => boolean = () => false,
): JobWorker {
  let running: Promise<number> | undefined;
  let again = false;
  let stopped = false;

  // Taking a job costs it a try: after the stop nothing is taken that would not be done.
  const next = async (): Promise<readonly Job[]> => {
    for (let waited = 0; busy() && waited < patienceMs && !stopped; waited += 50) await sleep(50);
    return stopped ? [] : take(handle, [severalKind, ...Object.keys(handlers)]);
  };

  async function rounds(): Promise<number> {
    let done = 0;
    try {
      while (again && !stopped) {
        again = false;
        for (let jobs = await next(); jobs.length > 0; jobs = await next()) {
          const open = [...jobs];
          await Promise.all(Array.from({ length: atOnce }, async () => {
            for (let job = open.shift(); job !== undefined; job = open.shift()) await perform(handle, handlers, job, onFault);
          }));
          done += jobs.length;
        }
      }
      return done;
    } finally {
      // In the same step as the last look at `again`: a wake-up is never lost in between.
      running = undefined;
    }
  }

  function run(): Promise<number> {
    again = true;
    running ??= rounds();
    return running;
  }

  const timer = setInterval(() => void run().catch(() => undefined), pollMs);
  timer.unref();
  return {
    wake: () => void run().catch(() => undefined),
    drain: async () => {
      let total = 0;
      for (let n = await run(); n > 0; n = await run()) total += n;
      return total;
    },
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running?.catch(() => undefined);
    },
  };
}

/** Materialized, because a plan may run a limited sub-select once for each row it joins, and take more than it may. */
async function take(handle: Handle, kinds: readonly string[]): Promise<readonly Job[]> {
  const { rows } = await sql<{ job_id: string; matter_id: string; kind: string; payload: Record<string, unknown>; attempts: number }>`
    with due as materialized (
      select matter_id, job_id from platform.jobs
      where run_at <= clock_timestamp() and attempts < ${mostAttempts} and kind = any(${kinds})
      order by run_at limit ${perRound} for update skip locked
    )
    update platform.jobs j set attempts = j.attempts + 1, run_at = clock_timestamp() + ${leaseSeconds} * interval '1 second'
    from due where j.matter_id = due.matter_id and j.job_id = due.job_id
    returning j.job_id, j.matter_id, j.kind, j.payload, j.attempts`.execute(handle);
  return rows.map((row) => ({ jobId: row.job_id, matterId: row.matter_id, kind: row.kind, payload: row.payload, attempts: row.attempts }));
}

async function perform(handle: Handle, handlers: Readonly<Record<string, JobHandler>>, job: Job, onFault: (job: Job, error: unknown) => void): Promise<void> {
  try {
    await inSpan('job', { job: code(job.kind), attempts: job.attempts }, async () => (job.kind === severalKind ? performSeveral(handle, handlers, job, onFault) : handlers[job.kind]?.(job)), traceOf(job.payload));
    await sql`delete from platform.jobs where matter_id = ${job.matterId} and job_id = ${job.jobId}`.execute(handle);
  } catch (error) {
    onFault(job, error);
    await sql`
      update platform.jobs set last_error = ${String(error).slice(0, 500)}, run_at = clock_timestamp() + least(interval '1 hour', interval '5 seconds' * power(2, attempts - 1)) where matter_id = ${job.matterId} and job_id = ${job.jobId}`.execute(handle);
  }
}

/** Each part by its own id. What failed is left in the row, so that what is done is not done again; the last failure is the row's. */
async function performSeveral(handle: Handle, handlers: Readonly<Record<string, JobHandler>>, job: Job, onFault: (job: Job, error: unknown) => void): Promise<void> {
  const parts = job.payload.jobs as readonly PackedJob[];
  const failed: PackedJob[] = [];
  let last: unknown;
  for (const part of parts) {
    const one: Job = { ...part, matterId: job.matterId, attempts: job.attempts };
    try {
      const handler = handlers[part.kind];
      if (!handler) throw new Error(`nobody does ${part.kind}`);
      await inSpan('job', { job: code(part.kind), attempts: job.attempts }, () => handler(one));
    } catch (error) {
      onFault(one, error);
      failed.push(part);
      last = error;
    }
  }
  if (failed.length === 0) return;
  if (failed.length < parts.length) await sql`update platform.jobs set payload = ${JSON.stringify({ ...job.payload, jobs: failed })}::jsonb where matter_id = ${job.matterId} and job_id = ${job.jobId}`.execute(handle);
  throw last;
}
