/** Changes of the calendar in the database: loaded for a command, written with its facts, read for the calendars they make and for people. */
import { sql } from 'kysely';
import type pg from 'pg';
import type { Id } from '../../kernel/ids.ts';
import { type Keys } from '../../platform/crypto/index.ts';
import type { Entry } from '../../platform/db/batch-writer.ts';
import type { Handle } from '../../platform/db/database.ts';
import { loadState } from '../../platform/db/load-state.ts';
import type { Loaded } from '../../platform/db/run-command.ts';
import type { ChainHead } from '../../platform/ledger/chain.ts';
import type { ApprovedChange, Change } from './change.ts';

/** The folded state of a change, its chain head and data key, and the digest of this command if it was done before: one call. */
export function loadChange(pool: pg.Pool, keys: Keys, changeId: Id, commandId: Id): Promise<Loaded<Change> | undefined> {
  return loadState(pool, keys, { table: 'calendar.changes', key: 'change_id' }, changeId, commandId);
}

/** The row of a change that a command writes beside its facts. */
export function rowsOf(changeId: Id, state: Change, head: ChainHead): Entry {
  return { changes: [{ change_id: changeId, seq: head.seq, head: head.hash, number: state.number, kind: state.kind, status: state.status, proposed_at: state.proposedAt, state }] };
}

/** Most changes ever put together into a calendar. Ten closures a year would take a century; past it the start fails rather than forget one. */
const mostApproved = 1_000;

/** Every approved change in the order of approval. */
export async function readApproved(handle: Handle): Promise<readonly ApprovedChange[]> {
  const { rows } = await sql<{ change_id: Id; number: number; state: Change }>`
    select change_id, number, state from calendar.changes where number is not null order by number limit ${mostApproved + 1}`.execute(handle);
  if (rows.length > mostApproved) throw new Error(`more than ${mostApproved} changes of the calendar`);
  return rows.map(({ change_id, number, state }) => ({ ...state, changeId: change_id, number }));
}

/** A change as read for people. */
export interface StoredChange {
  readonly changeId: Id;
  readonly seq: number;
  readonly state: Change;
}

interface ChangeRow {
  readonly change_id: Id;
  readonly seq: number;
  readonly state: Change;
}

const storedChange = (row: ChangeRow): StoredChange => ({ changeId: row.change_id, seq: row.seq, state: row.state });

/** Longest list of changes ever answered. */
export const changeListBound = 200;

/** Changes, newest first, at most 200. */
export async function listChanges(handle: Handle): Promise<{ changes: readonly StoredChange[]; total: number }> {
  const { rows } = await sql<ChangeRow & { total: number }>`
    select change_id, seq, state, count(*) over () as total from calendar.changes order by proposed_at desc, change_id limit ${changeListBound}`.execute(handle);
  return { changes: rows.map(storedChange), total: rows[0]?.total ?? 0 };
}

/** One change. */
export async function findChange(handle: Handle, changeId: Id): Promise<StoredChange | undefined> {
  const { rows } = await sql<ChangeRow>`select change_id, seq, state from calendar.changes where change_id = ${changeId}`.execute(handle);
  return rows[0] && storedChange(rows[0]);
}
