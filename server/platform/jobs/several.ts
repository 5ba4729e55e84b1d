import type { Id } from '../../kernel/ids.ts';
import { newId } from '../ids.ts';
import { currentTraceparent } from '../tracing/index.ts';

/** Work that follows from one command, as a domain names it. `run_at`: not before then (UTC); work with a moment of its own keeps a row of its own. */
export interface FollowingJob {
  readonly kind: string;
  readonly payload: object;
  readonly run_at?: string;
}

/** A row of platform.jobs. */
export interface JobRow extends FollowingJob {
  readonly job_id: Id;
  readonly matter_id: Id;
}

/** One of several jobs that share a row; its id is its own, because effects are counted once by it. */
export interface PackedJob {
  readonly jobId: Id;
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** The kind of a row that holds several jobs. */
export const severalKind = 'platform.several';

/**
 * The rows for what follows from one command: everything that may start at once in one row, because a row written, taken and taken away again costs
 * the database as much as a fact. A part that fails stays in the row and comes again without the others.
 */
export function jobRows(matterId: Id, jobs: readonly FollowingJob[]): readonly JobRow[] {
  const row = ({ payload, ...job }: FollowingJob): JobRow => ({ job_id: newId(), matter_id: matterId, ...job, payload: withTrace(payload) });
  const now = jobs.filter((job) => job.run_at === undefined);
  const later = jobs.filter((job) => job.run_at !== undefined).map(row);
  if (now.length < 2) return [...now.map(row), ...later];
  return [row({ kind: severalKind, payload: { jobs: now.map(({ kind, payload }) => ({ jobId: newId(), kind, payload })) } }), ...later];
}

/** Where a trace is followed, the row says which: the work goes on in it, in another process or an hour later. */
function withTrace(payload: object): object {
  const traceparent = currentTraceparent();
  return traceparent === undefined ? payload : { ...payload, traceparent };
}

/** The trace that a row goes on in, as `withTrace` wrote it. */
export const traceOf = (payload: Readonly<Record<string, unknown>>): string | undefined => (typeof payload.traceparent === 'string' ? payload.traceparent : undefined);
