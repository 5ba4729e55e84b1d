import type { Connection } from './wrapped-keys.ts';

/** Origin of the log that every fact of this installation names; undefined where the installation was never started, or not yet by a program that knows changes of keys (0032). */
export async function readLogOrigin(connection: Connection): Promise<string | undefined> {
  const { rows } = await connection.query<{ origin: string }>(`select value #>> '{}' as origin from platform.settings where name = 'ledger.origin' and to_regclass('platform.key_changes') is not null`);
  return rows[0]?.origin;
}
