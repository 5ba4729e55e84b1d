import type { ClientBase } from 'pg';
import { startRefusal } from './refusal.ts';

/** The oldest PostgreSQL an installation may name with DATABASE_URL. */
export const oldestMajor = 16;

type Row = { fsync: string; full_page_writes: string; synchronous_commit: string; data_checksums: string; server_encoding: string; version: number };

/**
 * Refuses, by throwing a `StartRefusal`, a database that would lose or silently garble what was acknowledged (C-DU-1): PostgreSQL older
 * than 16 (`database.too_old`), or fsync, full_page_writes, synchronous_commit or data_checksums off, or an encoding other than UTF8
 * (`database.unsafe_setting`). For the embedded database and one named by DATABASE_URL alike; ask it on a connection of the role and
 * database that will be used, since synchronous_commit can be set for each. `forTests` lets only the three durability settings pass.
 */
export async function assertSafeSettings(client: Pick<ClientBase, 'query'>, options: { readonly forTests?: boolean } = {}): Promise<void> {
  const { rows } = await client.query<Row>(
    `select current_setting('fsync') as fsync, current_setting('full_page_writes') as full_page_writes,
            current_setting('synchronous_commit') as synchronous_commit, current_setting('data_checksums') as data_checksums,
            current_setting('server_encoding') as server_encoding, current_setting('server_version_num')::int as version`,
  );
  const row = rows[0];
  if (row === undefined) throw new Error('a select without a table gave no row');
  const major = Math.floor(row.version / 10_000);
  if (major < oldestMajor) throw startRefusal('database.too_old', { found: major, needed: oldestMajor });
  insist(row, 'data_checksums', ['on']);
  insist(row, 'server_encoding', ['UTF8']);
  if (options.forTests === true) return;
  insist(row, 'fsync', ['on']);
  insist(row, 'full_page_writes', ['on']);
  // remote_apply waits for everything `on` waits for, and longer.
  insist(row, 'synchronous_commit', ['on', 'remote_apply']);
}

function insist(row: Row, setting: Exclude<keyof Row, 'version'>, allowed: readonly string[]): void {
  const found = row[setting];
  if (!allowed.includes(found)) throw startRefusal('database.unsafe_setting', { setting, found, needed: allowed[0] ?? '' });
}
