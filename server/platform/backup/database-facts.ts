import { connectOwner, type Owner, type OwnerConnection } from '../db/owner.ts';

/** What a backup must know of a database. `installation` is the number PostgreSQL gave it when it was made. */
export type DatabaseFacts = { readonly installation: string; readonly postgres: string; readonly timeline: number; readonly folder: string; readonly segmentBytes: number };

/** Asks a running database. */
export async function factsOf(owner: Owner): Promise<DatabaseFacts> {
  const { rows } = await owner.query<{ installation: string; postgres: string; timeline: number; folder: string; bytes: string }>(
    `select s.system_identifier::text as installation, current_setting('server_version') as postgres, c.timeline_id as timeline, current_setting('data_directory') as folder,
            (select setting from pg_settings where name = 'wal_segment_size') as bytes
       from pg_control_system() s, pg_control_checkpoint() c`,
  );
  const row = rows[0];
  if (!row) throw new Error('a database without a control file');
  const { bytes, ...facts } = row;
  return { ...facts, segmentBytes: Number(bytes) };
}

/** As `factsOf`, on a connection of its own. */
export async function askFacts(connection: OwnerConnection): Promise<DatabaseFacts> {
  return withOwner(connection, factsOf);
}

/** Where the database's own log is: its timeline, what is written to the disk, and the finished files that the archiver has still to take. */
export type LogState = { readonly timeline: number; readonly flushedLsn: string; readonly toArchive: readonly string[] };

/** A finished file is in `toArchive` before `flushedLsn` passes it. */
export async function askLogState(connection: OwnerConnection): Promise<LogState> {
  return withOwner(connection, async (owner) => {
    const position = await owner.query<{ timeline: number; lsn: string }>(
      `select ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::int as timeline, pg_current_wal_flush_lsn()::text as lsn`,
    );
    const { rows } = await owner.query<{ name: string }>(`select name from pg_ls_archive_statusdir() where name like '%.ready' order by name limit 100000`);
    return { timeline: position.rows[0]?.timeline ?? 0, flushedLsn: position.rows[0]?.lsn ?? '0/0', toArchive: rows.map(({ name }) => name.replace(/\.ready$/, '')) };
  });
}

async function withOwner<T>(connection: OwnerConnection, ask: (owner: Owner) => Promise<T>): Promise<T> {
  const owner = await connectOwner(connection);
  try {
    return await ask(owner);
  } finally {
    await owner.end();
  }
}
