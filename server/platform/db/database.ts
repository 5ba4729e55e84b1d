import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import pg, { type ClientConfig } from 'pg';
import { isOutage } from './outage.ts';
import { readerRole, secondFence, type ReadAs } from './second-fence.ts';

/** What stores and views read through: a pool or a transaction. SQL is written as SQL with Kysely's `sql` template, parameters always bound. */
export type Handle = Kysely<unknown>;

/** The database as the application sees it: its own reading through `handle`, the write path through `pool` (run-command.ts), what answers a person through `readAs`. */
export interface Database {
  readonly pool: pg.Pool;
  readonly handle: Handle;
  /** Behind the second fence: as another role, which sees only what is within the reach. */
  readonly readAs: ReadAs;
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

/**
 * Connections for one process as the application's role, and as many as the reader's (opened when first needed). `viaRole` is for an external server
 * whose login is neither: the role is then taken at connect.
 */
export function openDatabase(connection: ClientConfig, options: { size: number; viaRole: boolean; connectMs?: number }): Database {
  const pool = openPool(connection, options, applicationRole);
  const handle = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: patientPool(pool) }) });
  const reading = openPool(options.viaRole ? connection : { ...connection, user: readerRole }, options, readerRole);
  const fence = secondFence(patientPool(reading));
  return { pool, handle, readAs: fence.readAs, close: async () => void (await Promise.all([handle.destroy(), fence.close()])) };
}

function openPool(connection: ClientConfig, { size, viaRole, connectMs }: { size: number; viaRole: boolean; connectMs?: number }, as: string): pg.Pool {
  const role = viaRole ? `-c role=${as} ` : '';
  const pool = new pg.Pool({
    ...connection,
    max: size,
    types: typeParsers,
    options: `${role}-c timezone=UTC -c statement_timeout=30000 -c idle_in_transaction_session_timeout=30000`,
    application_name: 'yimen',
    connectionTimeoutMillis: connectMs ?? 10_000,
    query_timeout: actPatienceMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  });
  // A connection lost while idle is replaced at the next query, which then says what is wrong.
  pool.on('error', () => undefined);
  // One lost while somebody has it borrowed tells its question; and without a listener here it would end the whole server.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** How long an act waits for the database's answer, in milliseconds. On a line that is dead at the other end only (half-open) no answer ever comes. */
const actPatienceMs = 10_000;

/** As long as a statement may take there (30 s) and the way back: for lists, exports and work behind the counter. */
const readPatienceMs = 35_000;

/** The pool as Kysely borrows from it: a connection on which no answer came is thrown away, or the next reader would wait behind that answer. */
function patientPool(pool: pg.Pool): PostgresPool {
  return {
    async connect() {
      const client = await pool.connect();
      let isLost = false;
      const query = async (text: string, values: readonly unknown[]) => {
        try {
          return await client.query({ text, values: [...values], query_timeout: readPatienceMs } as pg.QueryConfig);
        } catch (error) {
          isLost ||= isOutage(error);
          throw error;
        }
      };
      return { query: query as unknown as Awaited<ReturnType<PostgresPool['connect']>>['query'], release: () => client.release(isLost) };
    },
    end: () => pool.end(),
  };
}
