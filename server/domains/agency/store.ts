/** Mandates in the database: loaded for a command, written with its facts, read for whoever acts for another. */
import { sql } from 'kysely';
import type pg from 'pg';
import type { ActsFor, AgencyAct } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Keys } from '../../platform/crypto/index.ts';
import type { Entry } from '../../platform/db/batch-writer.ts';
import type { Handle } from '../../platform/db/database.ts';
import { loadState } from '../../platform/db/load-state.ts';
import type { Loaded } from '../../platform/db/run-command.ts';
import type { ChainHead } from '../../platform/ledger/chain.ts';
import type { Mandate, MandateRole } from './mandate.ts';
import type { StandingRole } from './policy.ts';

/** The folded state of a mandate, its chain head and data key, and the digest of this command if it was done before: one call. */
export function loadMandate(pool: pg.Pool, keys: Keys, mandateId: Id, commandId: Id): Promise<Loaded<Mandate> | undefined> {
  return loadState(pool, keys, { table: 'agency.mandates', key: 'mandate_id' }, mandateId, commandId);
}

/** The row of a mandate that a command writes beside its facts. */
export function rowsOf(mandateId: Id, state: Mandate, head: ChainHead): Entry {
  const { principal, agent, role, acts, taskCodes, fromAt, untilAt, endedAt } = state;
  return { mandates: [{ mandate_id: mandateId, seq: head.seq, head: head.hash, principal, agent, role, acts, task_codes: taskCodes, from_at: fromAt, until_at: untilAt, ended_at: endedAt, state }] };
}

/** Most mandates that one person holds, or one principal has standing: an accountant of a hundred shops is possible, a list without end is not. */
export const mostStanding = 200;

const standing = (at: Instant) => sql`m.ended_at is null and m.from_at <= ${at} and m.until_at > ${at}`;

/** For whom this person may act now, how far. */
export async function actsForOf(handle: Handle, agent: Id, at: Instant): Promise<readonly ActsFor[]> {
  const { rows } = await sql<{ principal: Id; acts: readonly AgencyAct[]; task_codes: readonly string[] | null }>`
    select m.principal, m.acts, m.task_codes from agency.mandates m where m.agent = ${agent} and ${standing(at)} order by m.principal, m.mandate_id limit ${mostStanding}`.execute(handle);
  return rows.map((row) => ({ partyId: row.principal, acts: row.acts, taskCodes: row.task_codes }));
}

/** The roles this person holds now. */
export async function rolesOf(handle: Handle, agent: Id, at: Instant): Promise<readonly StandingRole[]> {
  const { rows } = await sql<{ principal: Id; role: MandateRole }>`
    select distinct m.principal, m.role from agency.mandates m where m.agent = ${agent} and ${standing(at)} order by m.principal, m.role limit ${mostStanding}`.execute(handle);
  return rows;
}

/** The standing mandate that covers an act on an item for a principal; the widest role first. */
export async function coveringMandate(handle: Handle, wanted: { agent: Id; principal: Id; act: AgencyAct; taskCode: string }, at: Instant): Promise<Id | undefined> {
  const { rows } = await sql<{ mandate_id: Id }>`
    select m.mandate_id from agency.mandates m
    where m.agent = ${wanted.agent} and m.principal = ${wanted.principal} and ${wanted.act} = any(m.acts) and (m.task_codes is null or ${wanted.taskCode} = any(m.task_codes)) and ${standing(at)}
    order by m.role desc, m.from_at, m.mandate_id limit 1`.execute(handle);
  return rows[0]?.mandate_id;
}

/** How many mandates of a principal stand now. */
export async function countStanding(handle: Handle, principal: Id, at: Instant): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from agency.mandates m where m.principal = ${principal} and ${standing(at)}`.execute(handle);
  return rows[0]?.n ?? 0;
}

/** A mandate as read for people. */
export interface StoredMandate {
  readonly mandateId: Id;
  readonly seq: number;
  readonly state: Mandate;
}

interface Row {
  readonly mandate_id: Id;
  readonly seq: number;
  readonly state: Mandate;
}

const stored = (row: Row): StoredMandate => ({ mandateId: row.mandate_id, seq: row.seq, state: row.state });

/** Longest list of mandates ever answered. */
export const listBound = 200;

/** Mandates given by any of these principals or held by this agent; those that stand first, then the newest. */
export async function listMandates(handle: Handle, of: { readonly principals: readonly Id[]; readonly agent: Id | null }, at: Instant): Promise<readonly StoredMandate[]> {
  const { rows } = await sql<Row>`
    select m.mandate_id, m.seq, m.state from agency.mandates m
    where m.principal = any(${of.principals}::uuid[]) or m.agent = ${of.agent}::uuid
    order by (${standing(at)}) desc, m.from_at desc, m.mandate_id limit ${listBound}`.execute(handle);
  return rows.map(stored);
}

/** One mandate. */
export async function findMandate(handle: Handle, mandateId: Id): Promise<StoredMandate | undefined> {
  const { rows } = await sql<Row>`select m.mandate_id, m.seq, m.state from agency.mandates m where m.mandate_id = ${mandateId}`.execute(handle);
  return rows[0] && stored(rows[0]);
}
