import { sql } from 'kysely';
import type { By } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant, LocalDay } from '../../kernel/instant.ts';
import type { Handle } from '../../platform/db/database.ts';
import { boundsOf } from './signals.ts';

/** An access record as read. */
export interface StoredRecord {
  readonly subjectId: Id;
  readonly recordId: Id;
  readonly at: Instant;
  readonly by: By;
  readonly act: string;
  readonly fields: string;
  readonly outcome: string;
}

interface RecordColumns {
  readonly matter_id: Id;
  readonly record_id: Id;
  readonly at: Instant;
  readonly actor: By;
  readonly act: string;
  readonly fields: string;
  readonly outcome: string;
}

const stored = (row: RecordColumns): StoredRecord => ({ subjectId: row.matter_id, recordId: row.record_id, at: row.at, by: row.actor, act: row.act, fields: row.fields, outcome: row.outcome });
const recordColumns = sql`r.matter_id, r.record_id, r.at, r.actor, r.act, r.fields, r.outcome`;

/** A place in a list that runs from new to old. */
export interface Before {
  readonly at: Instant;
  readonly recordId: Id;
}

/** A delay in force, as far as it says what is shown later. */
export interface DelayInForce {
  readonly institution: string;
  readonly fromAt: Instant;
  readonly untilAt: Instant;
  /** who held a post there while it ran */
  readonly staffIds: readonly Id[];
}

/** What is shown later: readings made while the delay runs, in the institution's name or, where none was written down, by its people. */
const delayed = (delays: readonly DelayInForce[]) => sql`exists (
  select 1 from jsonb_to_recordset(${JSON.stringify(delays.map((one) => ({ institution: one.institution, from_at: one.fromAt, until_at: one.untilAt, staff: one.staffIds })))}::jsonb)
    as x(institution text, from_at timestamptz, until_at timestamptz, staff jsonb)
  where r.at >= x.from_at and r.at < x.until_at and (r.actor ->> 'institution' = x.institution or (r.actor ->> 'institution' is null and x.staff ? (r.actor ->> 'id'))))`;

/** What others did with these records but by commands, which the file's own history tells: everything that was let through, whatever this release calls it. */
const byOthers = (subjects: readonly Id[], partyId: Id) => sql`r.matter_id = any(${subjects}::uuid[]) and not r.of_command and r.outcome in ('done', 'found', 'verified', 'made') and not (r.actor ->> 'kind' = 'resident' and r.actor ->> 'id' = ${partyId})`;

/** The readings of somebody's records by others, the newest first, at most so many; what is delayed is left out until its day. */
export async function readingsOf(handle: Handle, asked: { readonly subjects: readonly Id[]; readonly partyId: Id; readonly delays: readonly DelayInForce[]; readonly before: Before | undefined; readonly most: number }): Promise<readonly StoredRecord[]> {
  const at = asked.before?.at ?? null;
  const { rows } = await sql<RecordColumns>`
    select ${recordColumns} from platform.access_records r
    where ${byOthers(asked.subjects, asked.partyId)} and not ${delayed(asked.delays)} and (${at}::timestamptz is null or (r.at, r.record_id) < (${at}::timestamptz, ${asked.before?.recordId ?? null}::uuid))
    order by r.at desc, r.record_id desc limit ${asked.most}`.execute(handle);
  return rows.map(stored);
}

/** How many readings of somebody's records are shown later now. */
export async function countDelayedReadings(handle: Handle, subjects: readonly Id[], partyId: Id, delays: readonly DelayInForce[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from platform.access_records r where ${byOthers(subjects, partyId)} and ${delayed(delays)}`.execute(handle);
  return rows[0]?.n ?? 0;
}

/** A delay as kept. */
export interface StoredDelay {
  readonly delayId: Id;
  readonly partyId: Id;
  readonly institution: string;
  readonly ground: 'criminal' | 'discipline' | 'security';
  readonly reference: string;
  readonly fromAt: Instant;
  readonly untilAt: Instant;
  readonly proposedBy: Id;
  readonly proposedRole: string;
  readonly proposedAt: Instant;
  readonly state: 'proposed' | 'approved' | 'refused';
  readonly decidedBy: Id | null;
  readonly decidedAt: Instant | null;
}

const delayColumns = sql`delay_id as "delayId", party_id as "partyId", institution, ground, reference, from_at as "fromAt", until_at as "untilAt", proposed_by as "proposedBy", proposed_role as "proposedRole", proposed_at as "proposedAt", state, decided_by as "decidedBy", decided_at as "decidedAt"`;

/** Delays, the newest first, at most 200. */
export async function listDelays(handle: Handle): Promise<readonly StoredDelay[]> {
  return (await sql<StoredDelay>`select ${delayColumns} from access_log.delays order by proposed_at desc, delay_id limit 200`.execute(handle)).rows;
}

/** One delay. */
export async function findDelay(handle: Handle, delayId: Id): Promise<StoredDelay | undefined> {
  return (await sql<StoredDelay>`select ${delayColumns} from access_log.delays where delay_id = ${delayId}`.execute(handle)).rows[0];
}

/** Agreed delays that still run, of one person or of all, at most 500. */
export async function delaysInForce(handle: Handle, partyId: Id | null, at: Instant): Promise<readonly StoredDelay[]> {
  return (await sql<StoredDelay>`select ${delayColumns} from access_log.delays where state = 'approved' and until_at > ${at} and (${partyId}::uuid is null or party_id = ${partyId}::uuid) order by from_at, delay_id limit 500`.execute(handle)).rows;
}

/** A signal as kept. */
export interface StoredSignal {
  readonly signalId: Id;
  readonly kind: 'no_case' | 'same_surname' | 'colleague' | 'himself' | 'at_night' | 'over_usual' | 'sample';
  readonly staffId: Id;
  readonly onDay: LocalDay;
  readonly matterId: Id | null;
  readonly recordId: Id | null;
  readonly counted: number;
  readonly usual: number | null;
  readonly foundAt: Instant;
  readonly state: 'open' | 'explained' | 'handed_on';
  readonly decidedBy: Id | null;
  readonly decidedAt: Instant | null;
  readonly note: string;
}

const signalColumns = sql`signal_id as "signalId", kind, staff_id as "staffId", to_char(on_day, 'YYYY-MM-DD') as "onDay", matter_id as "matterId", record_id as "recordId", counted, usual, found_at as "foundAt", state, decided_by as "decidedBy", decided_at as "decidedAt", note`;

/** Signals in a state or all, the newest first, at most 200; `total` counts those asked for, `open` the open ones. */
export async function listSignals(handle: Handle, state: StoredSignal['state'] | null): Promise<{ readonly signals: readonly StoredSignal[]; readonly total: number; readonly open: number }> {
  const { rows } = await sql<StoredSignal>`select ${signalColumns} from access_log.signals where ${state}::text is null or state = ${state} order by found_at desc, on_day desc, signal_id limit 200`.execute(handle);
  const counts = await sql<{ total: number; open: number }>`select count(*) filter (where ${state}::text is null or state = ${state})::int as total, count(*) filter (where state = 'open')::int as open from access_log.signals`.execute(handle);
  return { signals: rows, total: counts.rows[0]?.total ?? 0, open: counts.rows[0]?.open ?? 0 };
}

/** One signal. */
export async function findSignal(handle: Handle, signalId: Id): Promise<StoredSignal | undefined> {
  return (await sql<StoredSignal>`select ${signalColumns} from access_log.signals where signal_id = ${signalId}`.execute(handle)).rows[0];
}

/** What auditors ask the access records for: by whom or about whom, from the first day to the last. */
export interface RecordsAsked {
  readonly staffId: Id | null;
  readonly subjects: readonly Id[] | null;
  readonly recordId: Id | null;
  readonly fromOn: LocalDay;
  readonly toOn: LocalDay;
  readonly kind: 'readings' | 'acts' | 'all';
}

const asked = (of: RecordsAsked) => sql`r.at >= ${boundsOf(of.fromOn).from} and r.at < ${boundsOf(of.toOn).to}
  and (${of.staffId}::text is null or (r.actor ->> 'kind' = 'staff' and r.actor ->> 'id' = ${of.staffId})) and (${of.subjects}::uuid[] is null or r.matter_id = any(${of.subjects}::uuid[]))
  and (${of.recordId}::uuid is null or r.record_id = ${of.recordId}::uuid) and (${of.kind} = 'all' or r.of_command = (${of.kind} = 'acts'))`;

/** Access records as auditors see them, the newest first, at most so many. */
export async function auditRecords(handle: Handle, of: RecordsAsked, most: number): Promise<readonly StoredRecord[]> {
  const { rows } = await sql<RecordColumns>`select ${recordColumns} from platform.access_records r where ${asked(of)} order by r.at desc, r.record_id desc limit ${most}`.execute(handle);
  return rows.map(stored);
}

/** How many there are. */
export async function countAuditRecords(handle: Handle, of: RecordsAsked): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from platform.access_records r where ${asked(of)}`.execute(handle);
  return rows[0]?.n ?? 0;
}

/** An export as kept. */
export interface StoredExport {
  readonly exportId: Id;
  readonly kind: 'readings' | 'acts';
  readonly fromOn: LocalDay;
  readonly toOn: LocalDay;
  readonly staffId: Id | null;
  readonly reason: string;
  readonly counted: number;
  readonly proposedBy: Id;
  readonly proposedAt: Instant;
  readonly state: 'proposed' | 'approved' | 'refused';
  readonly decidedBy: Id | null;
  readonly decidedAt: Instant | null;
}

const exportColumns = sql`export_id as "exportId", kind, to_char(from_on, 'YYYY-MM-DD') as "fromOn", to_char(to_on, 'YYYY-MM-DD') as "toOn", staff_id as "staffId", reason, counted, proposed_by as "proposedBy", proposed_at as "proposedAt", state, decided_by as "decidedBy", decided_at as "decidedAt"`;

/** Exports asked for, the newest first, at most 100. */
export async function listExports(handle: Handle): Promise<readonly StoredExport[]> {
  return (await sql<StoredExport>`select ${exportColumns} from access_log.exports order by proposed_at desc, export_id limit 100`.execute(handle)).rows;
}

/** One export. */
export async function findExport(handle: Handle, exportId: Id): Promise<StoredExport | undefined> {
  return (await sql<StoredExport>`select ${exportColumns} from access_log.exports where export_id = ${exportId}`.execute(handle)).rows[0];
}
