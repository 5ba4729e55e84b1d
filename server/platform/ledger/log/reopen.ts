import type pg from 'pg';
import type { Instant } from '../../../kernel/instant.ts';
import { canonicalJson, leafHash } from '../../crypto/index.ts';
import { writeBase64 } from '../canonical-text.ts';
import { nextOrigin, versionOf } from './log-keys.ts';
import { findLog, findNewestCheckpoint, type LogName } from './log-store.ts';
import { openMirror } from './mirror.ts';

/** Why a log cannot be opened again: there is none; or it has not stopped, so that nothing is wrong with it. */
export type ReopenRefusal = { readonly ok: false; readonly code: 'ledger.log_unknown' | 'ledger.not_stopped'; readonly params: { readonly log: string } };

/** What was opened. `statement` is the first entry of the new log, canonical JSON, public. */
export interface Reopened {
  readonly ok: true;
  readonly origin: string;
  readonly statement: string;
}

/**
 * Opens a log that stopped under the next origin (`…/v2`). Its first entry is the public statement of the gap: what the log held here, with the newest checkpoint
 * that the database knows, and the checkpoint or the words of a witness that it did not agree with. Everything that has a place in the old log gets one in the
 * new one. The old log stays as it is under its own addresses, and nothing is ever signed under its origin again (C2SP tlog-checkpoint: a log must not sign
 * two inconsistent checkpoints). Runs as the owner, with the server stopped.
 */
export async function reopenLog(owner: pg.ClientBase, options: { readonly log: LogName; readonly dataFolder: string; readonly at: Instant }): Promise<Reopened | ReopenRefusal> {
  const { log, dataFolder, at } = options;
  const row = await findLog(owner, log);
  if (row === undefined) return { ok: false, code: 'ledger.log_unknown', params: { log } };
  if (row.stoppedWhy === null) return { ok: false, code: 'ledger.not_stopped', params: { log } };
  const held = await openMirror(dataFolder).newest(log);
  const known = await findNewestCheckpoint(owner, log);
  // A folder that knows a later origin is of an installation that was opened again already: the number goes on from there.
  const origin = nextOrigin(held !== undefined && 'origin' in held && versionOf(held.origin) > versionOf(row.origin) ? held.origin : row.origin);
  const statement = {
    v: 1, log: origin, kind: 'log_reopened', at, before: row.origin, why: row.stoppedWhy,
    here: { size: row.size, root: writeBase64(row.root), checkpoint: known?.note ?? null },
    elsewhere: row.stoppedNote === null || row.stoppedNote === '' ? null : row.stoppedNote,
  };
  const text = canonicalJson(statement);
  await owner.query('select ledger.reopen($1, $2, $3, $4, $5)', [log, origin, `${log}/v${versionOf(row.origin)}`, text, leafHash(statement)]);
  return { ok: true, origin, statement: text };
}
