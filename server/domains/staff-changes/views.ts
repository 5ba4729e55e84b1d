/** Questions asked of changes of staff. */
import { sql } from 'kysely';
import type { Id } from '../../kernel/ids.ts';
import type { Handle } from '../../platform/db/database.ts';
import type { StaffChange } from './change.ts';

/** A change as read for people. */
export interface StoredChange {
  readonly changeId: Id;
  readonly seq: number;
  readonly state: StaffChange;
}

interface Row {
  readonly change_id: Id;
  readonly seq: number;
  readonly state: StaffChange;
}

const stored = (row: Row): StoredChange => ({ changeId: row.change_id, seq: row.seq, state: row.state });

/** Longest list of changes ever answered. */
export const changeListBound = 200;

/** Changes, those that wait first, then the newest, at most 200. */
export async function listChanges(handle: Handle): Promise<{ changes: readonly StoredChange[]; total: number; waiting: number }> {
  const { rows } = await sql<Row & { total: number; waiting: number }>`
    select change_id, seq, state, count(*) over () as total, count(*) filter (where status = 'proposed') over () as waiting
    from people.staff_changes order by (status = 'proposed') desc, proposed_at desc, change_id limit ${changeListBound}`.execute(handle);
  return { changes: rows.map(stored), total: Number(rows[0]?.total ?? 0), waiting: Number(rows[0]?.waiting ?? 0) };
}

/** One change. */
export async function findChange(handle: Handle, changeId: Id): Promise<StoredChange | undefined> {
  const { rows } = await sql<Row>`select change_id, seq, state from people.staff_changes where change_id = ${changeId}`.execute(handle);
  return rows[0] && stored(rows[0]);
}

/** Every change about somebody, the newest first, at most 200. */
export async function changesAbout(handle: Handle, staffId: Id): Promise<readonly StoredChange[]> {
  const { rows } = await sql<Row>`
    select change_id, seq, state from people.staff_changes where state -> 'staff' @> ${JSON.stringify([{ staffId }])}::jsonb
    order by proposed_at desc, change_id limit ${changeListBound}`.execute(handle);
  return rows.map(stored);
}

/** Whether a single security administrator decides alone now. */
export async function isFounding(handle: Handle): Promise<boolean> {
  const { rows } = await sql<{ open: boolean }>`select people.founding_is_open() as open`.execute(handle);
  return rows[0]?.open === true;
}
