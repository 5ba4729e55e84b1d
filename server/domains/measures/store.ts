import { sql } from 'kysely';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Handle } from '../../platform/db/database.ts';
import { measureRules, type Measure } from './measure.ts';
import type { CountedIn, Tally } from './tally.ts';

/** A measure ready to be kept: of this matter, from so many facts, counted in these places. */
export interface MeasuredRow {
  readonly matterId: Id;
  /** number of the newest fact it was measured with */
  readonly seq: number;
  readonly measure: Measure;
  readonly place: CountedIn;
  readonly tally: Tally;
}

/** Keeps measures and moves the counts by the difference, in one statement; answers how many were newer than what was there. The same again changes nothing. */
export async function putMeasures(handle: Handle, rows: readonly MeasuredRow[]): Promise<number> {
  // One row for each matter, the newest: the function moves the counts by what stood before, once.
  const newest = new Map<Id, MeasuredRow>();
  for (const row of rows) if (row.seq > (newest.get(row.matterId)?.seq ?? 0)) newest.set(row.matterId, row);
  if (newest.size === 0) return 0;
  const { rows: answers } = await sql<{ changed: number }>`select measures.put(${JSON.stringify([...newest.values()].map(rowOf))}::jsonb) as changed`.execute(handle);
  return answers[0]?.changed ?? 0;
}

function rowOf({ matterId, seq, measure, place, tally }: MeasuredRow): object {
  return {
    matter_id: matterId, seq, rules: measureRules, number: measure.number, status: measure.status, channel: measure.channel, task_code: measure.taskCode, item_version: measure.itemVersion,
    area_unit: measure.areaUnit, ...place, accepting_institution: measure.acceptingInstitution, handling_institution: measure.handlingInstitution,
    received_on: measure.receivedOn, accepted_on: measure.acceptedOn, ended_on: measure.endedOn, promised_days: measure.promisedDays, net_days: measure.netDays,
    visits: measure.visits, promised_visits: measure.promisedVisits, asked_again: measure.askedAgain, one_number: measure.oneNumber, general_window: measure.generalWindow,
    late: measure.late, judged: measure.judged, in_time: measure.inTime, visits_judged: measure.visitsJudged, visits_kept: measure.visitsKept, tally,
  };
}

/** How far the measuring of older matters has come. */
export interface RebuildState {
  readonly afterMatter: Id | null;
  readonly measured: number;
  readonly done: boolean;
}

/** The state of the rebuild for these definitions; begun where there is none. */
export async function beginRebuild(handle: Handle): Promise<RebuildState> {
  const { rows } = await sql<{ after_matter: Id | null; measured: number; done: boolean }>`
    with begun as (insert into measures.rebuild (rules) values (${measureRules}) on conflict (rules) do nothing returning after_matter, measured, false as done)
    select after_matter, measured, done from begun
    union all select after_matter, measured, done_at is not null from measures.rebuild where rules = ${measureRules} limit 1`.execute(handle);
  const row = rows[0];
  return { afterMatter: row?.after_matter ?? null, measured: row?.measured ?? 0, done: row?.done ?? false };
}

/** Moves the rebuild on: matters up to this one are measured; `done` where no more came. It never moves back. */
export async function advanceRebuild(handle: Handle, to: { readonly afterMatter: Id | null; readonly measured: number; readonly done: boolean }): Promise<void> {
  await sql`
    update measures.rebuild set after_matter = greatest(after_matter, ${to.afterMatter}::uuid), measured = measured + ${to.measured}, done_at = case when ${to.done} then clock_timestamp() else done_at end
    where rules = ${measureRules}`.execute(handle);
}

/** The matter id of jobs that belong to no matter. */
export const noMatter: Id = '00000000-0000-0000-0000-000000000000';

/** Queues a job of this domain that belongs to no matter; the same key again leaves the one that waits. */
export async function queueJob(handle: Handle, job: { readonly key: string; readonly kind: string; readonly payload: object }): Promise<void> {
  await sql`insert into platform.jobs (job_id, matter_id, kind, payload) values (md5(${job.key})::uuid, ${noMatter}::uuid, ${job.kind}, ${JSON.stringify(job.payload)}::jsonb) on conflict do nothing`.execute(handle);
}

/** Records that somebody took figures or a list out of the program. */
export async function recordExport(handle: Handle, access: { readonly recordId: Id; readonly staffId: Id; readonly by: object; readonly fields: string; readonly at: Instant }): Promise<void> {
  await sql`
    insert into platform.access_records (matter_id, record_id, at, actor, act, fields, outcome)
    values (${access.staffId}::uuid, ${access.recordId}::uuid, ${access.at}, ${JSON.stringify(access.by)}::jsonb, 'measures.export', ${access.fields}, 'done')`.execute(handle);
}

/** Begins a finished rebuild again where there are matters and none of them is measured (they were loaded past the pipeline); answers whether it did. */
export async function resetRebuild(handle: Handle, thereAreMatters: boolean): Promise<boolean> {
  if (!thereAreMatters) return false;
  const { numAffectedRows } = await sql`
    update measures.rebuild set after_matter = null, measured = 0, done_at = null where rules = ${measureRules} and not exists (select 1 from measures.matters where seq > 0)`.execute(handle);
  return (numAffectedRows ?? 0n) > 0n;
}
