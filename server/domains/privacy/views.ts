/** What is asked of erasures, holds and rounds of retention, and of what is kept of a person. */
import { sql } from 'kysely';
import type { Id } from '../../kernel/ids.ts';
import { localDayOf, type Instant, type LocalDay } from '../../kernel/instant.ts';
import type { Handle } from '../../platform/db/database.ts';
import type { Erasure } from './erasure.ts';
import type { Hold } from './hold.ts';
import type { OwnMatter } from './plan.ts';

/** A folded state with its id and the number of its newest fact. */
export interface Stored<State> {
  readonly id: Id;
  readonly seq: number;
  readonly state: State;
}

/** Longest list ever answered. */
export const listBound = 200;
/** Most matters of one person that are looked at; a person with more waits for a second round. */
const mattersBound = 5_000;

/** Requests, open ones first. */
export async function listErasures(handle: Handle): Promise<{ erasures: readonly Stored<Erasure>[]; total: number }> {
  const { rows } = await sql<Stored<Erasure> & { total: number }>`
    select e.erasure_id as id, e.seq, e.state, count(*) over () as total from privacy.erasures e
    order by e.status in ('asked', 'proposed') desc, e.asked_at desc, e.erasure_id limit ${listBound}`.execute(handle);
  return { erasures: rows, total: rows[0]?.total ?? 0 };
}

/** One request. */
export async function findErasure(handle: Handle, erasureId: Id): Promise<Stored<Erasure> | undefined> {
  const { rows } = await sql<Stored<Erasure>>`select e.erasure_id as id, e.seq, e.state from privacy.erasures e where e.erasure_id = ${erasureId}`.execute(handle);
  return rows[0];
}

/** A person's newest request. */
export async function erasureOf(handle: Handle, partyId: Id): Promise<Stored<Erasure> | undefined> {
  const { rows } = await sql<Stored<Erasure>>`select e.erasure_id as id, e.seq, e.state from privacy.erasures e where e.party_id = ${partyId} order by e.asked_at desc, e.erasure_id limit 1`.execute(handle);
  return rows[0];
}

/** Approved requests of which something stays, oldest first. */
export async function approvedErasures(handle: Handle): Promise<readonly Id[]> {
  const { rows } = await sql<{ id: Id }>`select e.erasure_id as id from privacy.erasures e where e.status = 'approved' order by e.asked_at, e.erasure_id limit ${listBound}`.execute(handle);
  return rows.map((row) => row.id);
}

/** One hold. */
export async function findHold(handle: Handle, holdId: Id): Promise<Stored<Hold> | undefined> {
  const { rows } = await sql<Stored<Hold>>`select h.hold_id as id, h.seq, h.state from privacy.holds h where h.hold_id = ${holdId}`.execute(handle);
  return rows[0];
}

/** Holds, standing ones first. */
export async function listHolds(handle: Handle): Promise<{ holds: readonly Stored<Hold>[]; total: number }> {
  const { rows } = await sql<Stored<Hold> & { total: number }>`
    select h.hold_id as id, h.seq, h.state, count(*) over () as total from privacy.holds h order by h.status <> 'released' desc, h.placed_at desc, h.hold_id limit ${listBound}`.execute(handle);
  return { holds: rows, total: rows[0]?.total ?? 0 };
}

/** The matter with this number. */
export async function matterByNumber(handle: Handle, number: string): Promise<Id | undefined> {
  const { rows } = await sql<{ matter_id: Id }>`select m.matter_id from matters.matters m where m.number = ${number} order by m.matter_id limit 1`.execute(handle);
  return rows[0]?.matter_id;
}

/** Every matter of a person as erasing asks of it, and whether the person is held. */
export async function mattersOf(handle: Handle, partyId: Id, today: LocalDay): Promise<{ matters: readonly OwnMatter[]; personHeld: boolean }> {
  const held = sql`(select h.subject_id from privacy.holds h where h.status <> 'released' and (h.until_on is null or h.until_on >= ${today}::date))`;
  const { rows } = await sql<{ matter_id: Id; number: string; ended_at: Instant | null; held: boolean; gone: boolean }>`
    select m.matter_id, m.number, case when m.status in ('completed', 'not_accepted', 'withdrawn', 'terminated') and not a.is_open then greatest(f.at, m.completed_at, a.last_at) end as ended_at,
      m.matter_id in ${held} or (m.organisation_id is not null and m.organisation_id in ${held}) as held,
      not exists (select 1 from platform.data_keys k where k.owner_id = m.matter_id) as gone
    from matters.by_party b join matters.matters m on m.matter_id = b.matter_id join platform.facts f on f.matter_id = m.matter_id and f.seq = m.seq cross join lateral privacy.aftermath(m.matter_id) a
    where b.party_id = ${partyId} order by m.received_at, m.matter_id limit ${mattersBound}`.execute(handle);
  const { rows: [person] } = await sql<{ held: boolean }>`select ${partyId}::uuid in ${held} as held`.execute(handle);
  const matters = rows.map((row) => ({ matterId: row.matter_id, number: row.number, endedOn: row.ended_at === null ? null : localDayOf(row.ended_at), held: row.held, gone: row.gone }));
  return { matters, personHeld: person?.held ?? false };
}

/** How many drafts and messages a person has. */
export async function countsOf(handle: Handle, partyId: Id): Promise<{ drafts: number; messages: number }> {
  const { rows } = await sql<{ drafts: number; messages: number }>`
    select (select count(*)::int from matters.drafts d where d.owner_party = ${partyId}) as drafts, (select count(*)::int from matters.messages m where m.party_id = ${partyId}) as messages`.execute(handle);
  return rows[0] ?? { drafts: 0, messages: 0 };
}

/** A round of the retention rules. */
export interface StoredRun {
  readonly runId: Id;
  readonly at: Instant;
  readonly counts: Readonly<Record<string, number>>;
  readonly held: number;
}

/** The last thirty rounds, newest first. */
export async function lastRuns(handle: Handle): Promise<readonly StoredRun[]> {
  const { rows } = await sql<{ run_id: Id; at: Instant; counts: Record<string, number>; held: number }>`select r.run_id, r.at, r.counts, r.held from privacy.retention_runs r order by r.at desc, r.run_id limit 30`.execute(handle);
  return rows.map((row) => ({ runId: row.run_id, at: row.at, counts: row.counts, held: row.held }));
}
