/** Changes of keys in the database: loaded for a command, written with their facts. */
import type pg from 'pg';
import type { Id } from '../../kernel/ids.ts';
import type { Keys } from '../../platform/crypto/index.ts';
import type { Entry } from '../../platform/db/batch-writer.ts';
import { loadState } from '../../platform/db/load-state.ts';
import type { Loaded } from '../../platform/db/run-command.ts';
import type { ChainHead } from '../../platform/ledger/chain.ts';
import { statusOf, type KeyChange } from './change.ts';

/** Name of the function that writes them. */
export const appendFunction = 'platform.append_key_change';

/** The folded state of a change, its chain head and data key, and the digest of this command if it was done before: one call. */
export function loadKeyChange(pool: pg.Pool, keys: Keys, changeId: Id, commandId: Id): Promise<Loaded<KeyChange> | undefined> {
  return loadState(pool, keys, { table: 'platform.key_changes', key: 'change_id' }, changeId, commandId);
}

/** The row of a change that a command writes beside its facts; `alone`: decided by one, which the database allows in the founding only. */
export function rowsOf(changeId: Id, state: KeyChange, head: ChainHead, alone: boolean): Entry {
  return {
    key_changes: [{ change_id: changeId, seq: head.seq, head: head.hash, kind: state.task.kind, status: statusOf(state), proposed_at: state.proposedAt, state }],
    ...(alone ? { alone: [{ change_id: changeId }] } : {}),
  };
}

/** Whether the database refused because there is a second security administrator meanwhile (0032). */
export const isFoundingOver = (error: unknown): boolean => (error as { code?: string }).code === 'YM011';
