/** Comparisons of both sides, one for a system and a day. */
import { sql } from 'kysely';
import type { By } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant, LocalDay } from '../../kernel/instant.ts';
import type { Handle } from '../../platform/db/database.ts';
import type { Comparison } from './compare.ts';

/** What is kept of a comparison; at most so many differences are kept with it. */
export interface Report extends Comparison {
  readonly theirs: 'read' | 'unreachable' | 'not_understood';
  readonly theirsDetail: string;
  /** there were more lines or differences than are kept */
  readonly more: boolean;
}

export interface StoredReconciliation {
  readonly day: LocalDay;
  readonly madeAt: Instant;
  readonly madeBy: By;
  readonly report: Report;
}

/** Keeps a comparison in the place of an earlier one of the day. */
export async function keepReconciliation(handle: Handle, backofficeId: Id, made: StoredReconciliation): Promise<void> {
  await sql`
    insert into backoffices.reconciliations (backoffice_id, day, made_at, made_by, report)
    values (${backofficeId}, ${made.day}, ${made.madeAt}, ${JSON.stringify(made.madeBy)}::jsonb, ${JSON.stringify(made.report)}::jsonb)
    on conflict (backoffice_id, day) do update set made_at = excluded.made_at, made_by = excluded.made_by, report = excluded.report`.execute(handle);
}

const columns = sql`to_char(day, 'YYYY-MM-DD') as day, to_char(made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "madeAt", made_by as "madeBy", report`;

/** Comparisons of a system, the newest first, at most 60. */
export async function listReconciliations(handle: Handle, backofficeId: Id): Promise<readonly StoredReconciliation[]> {
  const { rows } = await sql<StoredReconciliation>`select ${columns} from backoffices.reconciliations where backoffice_id = ${backofficeId} order by backoffices.reconciliations.day desc limit 60`.execute(handle);
  return rows;
}

/** The comparison of a day. */
export async function findReconciliation(handle: Handle, backofficeId: Id, day: LocalDay): Promise<StoredReconciliation | undefined> {
  const { rows } = await sql<StoredReconciliation>`select ${columns} from backoffices.reconciliations where backoffice_id = ${backofficeId} and day = ${day}`.execute(handle);
  return rows[0];
}

/** The newest comparison of each of these systems: its day and how many differences it found. */
export async function newestReconciliations(handle: Handle, ids: readonly Id[]): Promise<ReadonlyMap<Id, { readonly day: LocalDay; readonly differences: number }>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ backoffice_id: Id; day: LocalDay; differences: number }>`
    select distinct on (r.backoffice_id) r.backoffice_id, to_char(r.day, 'YYYY-MM-DD') as day, jsonb_array_length(r.report -> 'differences') as differences
    from backoffices.reconciliations r where r.backoffice_id = any(${ids}::uuid[]) order by r.backoffice_id, r.day desc limit ${ids.length}`.execute(handle);
  return new Map(rows.map((row) => [row.backoffice_id, { day: row.day, differences: row.differences }]));
}

/** Of these systems those that have a comparison of a day. */
export async function reconciledOn(handle: Handle, ids: readonly Id[], day: LocalDay): Promise<ReadonlySet<Id>> {
  const { rows } = await sql<{ backoffice_id: Id }>`
    select backoffice_id from backoffices.reconciliations where backoffice_id = any(${ids}::uuid[]) and day = ${day} order by backoffice_id limit ${Math.max(1, ids.length)}`.execute(handle);
  return new Set(rows.map((row) => row.backoffice_id));
}
