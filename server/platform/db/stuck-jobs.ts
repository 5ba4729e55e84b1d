import type pg from 'pg';
import { mostAttempts } from './installation-facts.ts';

/** A job out of tries, as it lies there. */
export interface StoredStuckJob {
  readonly jobId: string;
  readonly kind: string;
  /** kinds of its parts, where the row holds several */
  readonly parts: readonly string[];
  readonly attempts: number;
  readonly lastTryAt: string;
  readonly lastError: string;
}

/** Jobs out of tries, the longest waiting first, at most `most`; and how many there are. The last try is when its next would have been, less the longest pause. */
export async function readStuckJobs(pool: pg.Pool, most: number): Promise<{ readonly jobs: readonly StoredStuckJob[]; readonly total: number }> {
  const { rows } = await pool.query<{ job_id: string; kind: string; parts: readonly string[]; attempts: number; at: string; last_error: string | null; total: number }>(`
    select job_id, kind, coalesce((select array_agg(distinct part ->> 'kind' order by part ->> 'kind') from jsonb_array_elements(case when jsonb_typeof(payload -> 'jobs') = 'array' then payload -> 'jobs' else '[]' end) part), '{}') as parts,
      attempts, to_char((run_at - interval '1 hour') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, last_error, count(*) over () as total
    from platform.jobs where attempts >= $1 order by run_at, job_id limit $2`, [mostAttempts, most]);
  return {
    jobs: rows.map((row) => ({ jobId: row.job_id, kind: row.kind, parts: row.parts, attempts: row.attempts, lastTryAt: row.at, lastError: row.last_error ?? '' })),
    total: rows[0]?.total ?? 0,
  };
}

/** Gives a job out of tries all its tries anew, from now on, and writes down who had it so, in one statement; its kind, or undefined where there is none such. */
export async function renewStuckJob(pool: pg.Pool, jobId: string, by: { readonly staffId: string; readonly recordId: string }): Promise<string | undefined> {
  const { rows } = await pool.query<{ kind: string }>(`
    with renewed as (update platform.jobs set attempts = 0, run_at = clock_timestamp() where job_id = $1::uuid and attempts >= $2 returning kind, job_id),
    recorded as (
      insert into platform.access_records (matter_id, record_id, actor, act, fields, outcome)
      select $3::uuid, $4::uuid, jsonb_build_object('kind', 'staff', 'id', $3::text), 'operations.try_again', kind || ' ' || job_id, 'done' from renewed
    )
    select kind from renewed`, [jobId, mostAttempts, by.staffId, by.recordId]);
  return rows[0]?.kind;
}
