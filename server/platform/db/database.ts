import { Kysely, PostgresDialect } from 'kysely';
import pg, { type ClientConfig } from 'pg';

/** What stores and views read through: a pool or a transaction. SQL is written as SQL with Kysely's `sql` template, parameters always bound. */
export type Handle = Kysely<unknown>;

/** The database as the application sees it: reads through `handle`, the write path through `pool` (run-command.ts). */
export interface Database {
  readonly pool: pg.Pool;
  readonly handle: Handle;
  close(): Promise<void>;
}

/** The role the server works as: INSERT and SELECT on facts and nothing more there. */
export const applicationRole = 'yimen_app';

const instantText = (text: string): string => new Date(text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00')).toISOString();
const dayText = (text: string): string => text;

/** timestamptz as UTC ISO text with milliseconds, date as YYYY-MM-DD, bigint as number: the shapes of the kernel. */
const typeParsers: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === pg.types.builtins.TIMESTAMPTZ) return instantText;
    if (oid === pg.types.builtins.DATE) return dayText;
    if (oid === pg.types.builtins.INT8) return Number;
    return pg.types.getTypeParser(oid, format as 'text') as (text: string) => unknown;
  },
};

/** Connections for one process as the application's role. `viaRole` is for an external server whose login is not that role: it is then taken at connect. */
export function openDatabase(connection: ClientConfig, options: { size: number; viaRole: boolean }): Database {
  const role = options.viaRole ? `-c role=${applicationRole} ` : '';
  const pool = new pg.Pool({
    ...connection,
    max: options.size,
    types: typeParsers,
    options: `${role}-c timezone=UTC -c statement_timeout=30000 -c idle_in_transaction_session_timeout=30000`,
    application_name: 'yimen',
    connectionTimeoutMillis: 10_000,
  });
  // A connection lost while idle is replaced at the next query, which then says what is wrong.
  pool.on('error', () => undefined);
  const handle = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  return { pool, handle, close: () => handle.destroy() };
}
