import type pg from 'pg';

/** What is counted for who runs the installation: numbers, never who. */
export interface InstallationFacts {
  /** waiting for their moment or their turn; due by now; given up after the last try */
  readonly jobs: { readonly waiting: number; readonly due: number; readonly givenUp: number };
  /** messages to outside systems that were not delivered yet */
  readonly outbox: { readonly waiting: number; readonly due: number; readonly oldestAt: string | null };
  readonly sessions: { readonly resident: number; readonly staff: number };
  readonly databaseBytes: number;
  /** version of the database server */
  readonly server: string;
}

/** Tries after which a job waits for an operator (platform/jobs/worker.ts). */
export const mostAttempts = 12;

/** Counts what there is. The jobs are few or something is wrong; sessions are counted by their index of ends. */
export async function readInstallationFacts(pool: pg.Pool): Promise<InstallationFacts> {
  const { rows } = await pool.query<{ waiting: number; due: number; given_up: number; out_waiting: number; out_due: number; out_oldest: string | null; resident: number; staff: number; bytes: number; server: string }>(`
    select j.waiting, j.due, j.given_up, o.waiting as out_waiting, o.due as out_due, o.oldest as out_oldest, s.resident, s.staff, pg_database_size(current_database()) as bytes, current_setting('server_version') as server
    from (
      select count(*) filter (where attempts < $1 and run_at > clock_timestamp()) as waiting, count(*) filter (where attempts < $1 and run_at <= clock_timestamp()) as due, count(*) filter (where attempts >= $1) as given_up
      from platform.jobs
    ) j, (
      select count(*) as waiting, count(*) filter (where next_try_at <= clock_timestamp()) as due, to_char(min(made_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as oldest
      from platform.webhook_deliveries where state = 'pending'
    ) o, (
      select count(*) filter (where kind = 'resident') as resident, count(*) filter (where kind = 'staff') as staff from people.sessions where expires_at > clock_timestamp()
    ) s`, [mostAttempts]);
  const row = rows[0];
  return {
    jobs: { waiting: row?.waiting ?? 0, due: row?.due ?? 0, givenUp: row?.given_up ?? 0 },
    outbox: { waiting: row?.out_waiting ?? 0, due: row?.out_due ?? 0, oldestAt: row?.out_oldest ?? null },
    sessions: { resident: row?.resident ?? 0, staff: row?.staff ?? 0 },
    databaseBytes: row?.bytes ?? 0,
    server: row?.server ?? '',
  };
}

/** Whether an act could be committed now: a transaction gets its number, and writes nothing (a standby and a database set to read only refuse). */
export async function isWritable(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ writable: boolean }>(`select current_setting('transaction_read_only') = 'off' and pg_current_xact_id() is not null as writable`);
  return rows[0]?.writable ?? false;
}
