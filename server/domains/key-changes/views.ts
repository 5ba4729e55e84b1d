/** Questions asked of changes of keys. */
import { sql } from 'kysely';
import type { Id } from '../../kernel/ids.ts';
import type { Handle } from '../../platform/db/database.ts';
import type { KeyChange, KeyChangeKind } from './change.ts';

/** A change as read for people. */
export interface StoredKeyChange {
  readonly changeId: Id;
  readonly seq: number;
  readonly state: KeyChange;
}

interface Row {
  readonly change_id: Id;
  readonly seq: number;
  readonly state: KeyChange;
}

const stored = (row: Row): StoredKeyChange => ({ changeId: row.change_id, seq: row.seq, state: row.state });

/** Longest list of changes ever answered. */
export const keyChangeListBound = 200;

/** Changes, those that wait first, then the newest, at most 200. */
export async function listKeyChanges(handle: Handle): Promise<{ changes: readonly StoredKeyChange[]; total: number; waiting: number }> {
  const { rows } = await sql<Row & { total: number; waiting: number }>`
    select change_id, seq, state, count(*) over () as total, count(*) filter (where status = 'proposed') over () as waiting
    from platform.key_changes order by (status = 'proposed') desc, proposed_at desc, change_id limit ${keyChangeListBound}`.execute(handle);
  return { changes: rows.map(stored), total: Number(rows[0]?.total ?? 0), waiting: Number(rows[0]?.waiting ?? 0) };
}

/** One change. */
export async function findKeyChange(handle: Handle, changeId: Id): Promise<StoredKeyChange | undefined> {
  const { rows } = await sql<Row>`select change_id, seq, state from platform.key_changes where change_id = ${changeId}`.execute(handle);
  return rows[0] && stored(rows[0]);
}

/** What was proposed, approved or begun of one kind and is not at its end, the oldest first, at most 200. */
export async function openKeyChanges(handle: Handle, kind: KeyChangeKind): Promise<readonly StoredKeyChange[]> {
  const { rows } = await sql<Row>`
    select change_id, seq, state from platform.key_changes where kind = ${kind} and status in ('proposed', 'approved', 'begun') order by proposed_at desc, change_id limit ${keyChangeListBound}`.execute(handle);
  return rows.map(stored).reverse();
}

/** Whether a single security administrator decides alone now, and how many there are. */
export async function foundingNow(handle: Handle): Promise<{ readonly open: boolean; readonly administrators: number }> {
  const { rows } = await sql<{ open: boolean; administrators: number }>`select people.founding_is_open() as open, people.security_administrators() as administrators`.execute(handle);
  return { open: rows[0]?.open === true, administrators: Number(rows[0]?.administrators ?? 0) };
}
