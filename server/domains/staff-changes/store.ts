/** Changes of staff in the database: loaded for a command, written with their facts. */
import type pg from 'pg';
import type { Id } from '../../kernel/ids.ts';
import type { Keys } from '../../platform/crypto/index.ts';
import type { Entry } from '../../platform/db/batch-writer.ts';
import { loadState } from '../../platform/db/load-state.ts';
import type { Loaded } from '../../platform/db/run-command.ts';
import type { ChainHead } from '../../platform/ledger/chain.ts';
import type { StaffChange } from './change.ts';

/** Name of the function that writes them, and what an approval does, in one round trip. */
export const appendFunction = 'people.append_staff_change';

/** The folded state of a change, its chain head and data key, and the digest of this command if it was done before: one call. */
export function loadChange(pool: pg.Pool, keys: Keys, changeId: Id, commandId: Id): Promise<Loaded<StaffChange> | undefined> {
  return loadState(pool, keys, { table: 'people.staff_changes', key: 'change_id' }, changeId, commandId);
}

/** The row of a change that a command writes beside its facts. */
export function rowsOf(changeId: Id, state: StaffChange, head: ChainHead): Entry {
  return { staff_changes: [{ change_id: changeId, seq: head.seq, head: head.hash, kind: state.kind, status: state.status, proposed_at: state.proposedAt, state }] };
}

/** What the database refused by itself, by the code its function raises (0023). */
export function refusedByDatabase(error: unknown): 'staff.posts_apart' | 'staff.founding_over' | 'staff.security_administrators_stay' | 'staff.login_taken' | undefined {
  const fault = error as { code?: string; constraint?: string };
  if (fault.code === '23505' && fault.constraint === 'staff_login') return 'staff.login_taken';
  return fault.code === 'YM010' ? 'staff.posts_apart' : fault.code === 'YM011' ? 'staff.founding_over' : fault.code === 'YM012' ? 'staff.security_administrators_stay' : undefined;
}
