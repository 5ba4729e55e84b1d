import { sql } from 'kysely';
import type { Id } from '../../kernel/ids.ts';
import type { Instant, LocalDay } from '../../kernel/instant.ts';
import type { Handle } from '../../platform/db/database.ts';
import type { MatterLimitKind } from './matter-limit.ts';
import { notAPart } from './views.ts';

/** Running limits of the office by light, for one place and item. */
export interface LightCount {
  readonly institution: string;
  readonly areaUnit: string;
  readonly taskCode: string;
  readonly kind: MatterLimitKind;
  readonly green: number;
  readonly yellow: number;
  readonly red: number;
  readonly paused: number;
}

/** A running limit as lists show it. */
export interface RunningLimit {
  readonly matterId: Id;
  readonly limitId: string;
  readonly kind: MatterLimitKind;
  readonly number: string;
  readonly institution: string;
  readonly post: string;
  readonly staffId: Id | null;
  readonly areaUnit: string;
  readonly taskCode: string;
  readonly startedAt: Instant;
  readonly warnAt: Instant;
  readonly dueAt: Instant;
  readonly dueOn: LocalDay;
  readonly pausedUntil: Instant | null;
  readonly claimedAt: Instant | null;
}

/** Which running limits are wanted; an empty list wants none. */
export interface RunningFilter {
  readonly institutions?: readonly string[] | undefined;
  readonly areaUnits?: readonly string[] | undefined;
  readonly staffId?: Id | undefined;
  readonly lights?: readonly ('green' | 'yellow' | 'red' | 'paused')[] | undefined;
  readonly kinds?: readonly MatterLimitKind[] | undefined;
  readonly taskCode?: string | undefined;
  /** only what was claimed before this moment and is not done */
  readonly claimedBefore?: Instant | undefined;
}

/** The light of a running row at a moment: the same order as kernel/limits `lightAt`. */
const lightOf = (at: Instant) => sql`case when c.due_at < ${at} then 'red' when c.stopped_from <= ${at} and c.stopped_until > ${at} then 'paused' when c.warn_at <= ${at} then 'yellow' else 'green' end`;

/** Running limits of the office by light at a moment, one row for each institution, area, item and kind; within the units or institutions named, everywhere without. */
export async function lightsNow(handle: Handle, at: Instant, within: Pick<RunningFilter, 'areaUnits' | 'institutions'> = {}): Promise<readonly LightCount[]> {
  const { rows } = await sql<{ institution: string; area_unit: string; task_code: string; kind: MatterLimitKind; green: number; yellow: number; red: number; paused: number }>`
    select institution, area_unit, task_code, kind,
      count(*) filter (where light = 'green')::int as green, count(*) filter (where light = 'yellow')::int as yellow,
      count(*) filter (where light = 'red')::int as red, count(*) filter (where light = 'paused')::int as paused
    from (select c.institution, c.area_unit, c.task_code, c.kind, ${lightOf(at)} as light from matters.clocks c where c.owner = 'office' and ${wanted(within, at)}) lit
    group by institution, area_unit, task_code, kind order by institution, area_unit, task_code, kind`.execute(handle);
  return rows.map((row) => ({ institution: row.institution, areaUnit: row.area_unit, taskCode: row.task_code, kind: row.kind, green: row.green, yellow: row.yellow, red: row.red, paused: row.paused }));
}

/** Running limits of the office, most urgent first, at most `most`. Filtered here, in SQL, by what the caller may see. */
export async function runningLimits(handle: Handle, filter: RunningFilter, at: Instant, most: number): Promise<readonly RunningLimit[]> {
  const { rows } = await sql<{
    matter_id: Id; limit_id: string; kind: MatterLimitKind; number: string; institution: string; post: string; staff_id: Id | null; area_unit: string; task_code: string;
    started_at: Instant; warn_at: Instant; due_at: Instant; due_on: LocalDay; stopped_until: Instant | null; claimed_at: Instant | null;
  }>`
    select c.matter_id, c.limit_id, c.kind, c.number, c.institution, c.post, c.staff_id, c.area_unit, c.task_code, c.started_at, c.warn_at, c.due_at, c.due_on,
      case when c.stopped_from <= ${at} and c.stopped_until > ${at} then c.stopped_until end as stopped_until, c.claimed_at
    from matters.clocks c where c.owner = 'office' and ${wanted(filter, at)} order by c.due_at, c.matter_id, c.limit_id limit ${most}`.execute(handle);
  return rows.map((row) => ({
    matterId: row.matter_id, limitId: row.limit_id, kind: row.kind, number: row.number, institution: row.institution, post: row.post, staffId: row.staff_id, areaUnit: row.area_unit, taskCode: row.task_code,
    startedAt: row.started_at, warnAt: row.warn_at, dueAt: row.due_at, dueOn: row.due_on, pausedUntil: row.stopped_until, claimedAt: row.claimed_at,
  }));
}

function wanted(filter: RunningFilter, at: Instant) {
  const conditions = [
    filter.institutions && sql`c.institution = any(${filter.institutions})`,
    filter.areaUnits && sql`c.area_unit = any(${filter.areaUnits})`,
    filter.staffId !== undefined && sql`c.staff_id = ${filter.staffId}`,
    filter.kinds && sql`c.kind = any(${filter.kinds})`,
    filter.taskCode !== undefined && sql`c.task_code = ${filter.taskCode}`,
    filter.claimedBefore !== undefined && sql`c.claimed_at < ${filter.claimedBefore}`,
    filter.lights && sql`${lightOf(at)} = any(${filter.lights})`,
  ].filter((one) => one !== false && one !== undefined);
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

/** Matters with a running limit that reaches a day or goes beyond it, by id after `after`. */
export async function reachedClocks(handle: Handle, firstDay: LocalDay, after: Id | undefined, most: number): Promise<readonly Id[]> {
  const { rows } = await sql<{ matter_id: Id }>`
    select distinct c.matter_id from matters.clocks c where c.due_on >= ${firstDay} and c.matter_id > ${after ?? '00000000-0000-0000-0000-000000000000'} order by c.matter_id limit ${most}`.execute(handle);
  return rows.map((row) => row.matter_id);
}

/** How many running limits a change of the calendar from a day on would reach. */
export async function countReached(handle: Handle, firstDay: LocalDay): Promise<number> {
  const { rows } = await sql<{ reached: number }>`select count(*)::int as reached from matters.clocks c where c.due_on >= ${firstDay}`.execute(handle);
  return rows[0]?.reached ?? 0;
}

/** What a hall's screen shows: counts of the day, and what is under way by the last digits of its number. */
export interface HallView {
  readonly received: number;
  readonly finished: number;
  readonly waiting: number;
  readonly rows: readonly { readonly numberTail: string; readonly taskCode: string; readonly status: string; readonly dueOn: LocalDay | null; readonly dueAt: Instant | null; readonly warnAt: Instant | null; readonly stoppedFrom: Instant | null; readonly stoppedUntil: Instant | null }[];
}

/** How many matters a hall's screen lists. */
const screenRows = 24;

/** Today's counts of a hall and the newest matters it took, without a word about anybody. */
export async function hallScreenOf(handle: Handle, institution: string, dayFrom: Instant): Promise<HallView> {
  const counts = await sql<{ received: number; finished: number; waiting: number }>`
    select count(*) filter (where m.received_at >= ${dayFrom})::int as received, count(*) filter (where m.completed_at >= ${dayFrom})::int as finished,
      count(*) filter (where m.status = 'received')::int as waiting
    from matters.matters m where m.accepting_institution = ${institution} and (m.received_at >= ${dayFrom} or m.completed_at >= ${dayFrom} or m.status = 'received') and ${notAPart}`.execute(handle);
  const { rows } = await sql<{ number: string; task_code: string; status: string; due_on: LocalDay | null; due_at: Instant | null; warn_at: Instant | null; stopped_from: Instant | null; stopped_until: Instant | null }>`
    select m.number, m.task_code, m.status, c.due_on, c.due_at, c.warn_at, c.stopped_from, c.stopped_until
    from matters.matters m left join matters.clocks c on c.matter_id = m.matter_id and c.limit_id = 'promised'
    where m.accepting_institution = ${institution} and ${notAPart} order by m.received_at desc, m.matter_id limit ${screenRows}`.execute(handle);
  const [of] = counts.rows;
  return {
    received: of?.received ?? 0, finished: of?.finished ?? 0, waiting: of?.waiting ?? 0,
    rows: rows.map((row) => ({ numberTail: row.number.slice(-4), taskCode: row.task_code, status: row.status, dueOn: row.due_on, dueAt: row.due_at, warnAt: row.warn_at, stoppedFrom: row.stopped_from, stoppedUntil: row.stopped_until })),
  };
}

/** Earlier matters of a person for an item, newest first, at most ten: what re-opening is recognised by. */
export async function previousOf(handle: Handle, partyId: Id, taskCode: string, before: Instant): Promise<readonly { matterId: Id; status: string; institution: string; endedAt: Instant | null; receivedAt: Instant }[]> {
  const { rows } = await sql<{ matter_id: Id; status: string; accepting_institution: string; ended_at: Instant | null; received_at: Instant }>`
    select m.matter_id, m.status, m.accepting_institution, (m.state ->> 'endedAt')::timestamptz as ended_at, m.received_at
    from matters.by_party p join matters.matters m on m.matter_id = p.matter_id
    where p.party_id = ${partyId} and m.task_code = ${taskCode} and p.received_at < ${before} order by p.received_at desc, m.matter_id limit 10`.execute(handle);
  return rows.map((row) => ({ matterId: row.matter_id, status: row.status, institution: row.accepting_institution, endedAt: row.ended_at, receivedAt: row.received_at }));
}

/** Ids of matters after one, in their order, at most so many. */
export async function idsAfter(handle: Handle, after: Id | null, most: number): Promise<readonly Id[]> {
  const { rows } = await sql<{ matter_id: Id }>`
    select m.matter_id from matters.matters m where m.matter_id > ${after ?? '00000000-0000-0000-0000-000000000000'} order by m.matter_id limit ${most}`.execute(handle);
  return rows.map((row) => row.matter_id);
}
