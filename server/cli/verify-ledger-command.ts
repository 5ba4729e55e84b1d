import { join } from 'node:path';
import { loadKeys } from '../platform/crypto/index.ts';
import { connectOwner, type Owner, type OwnerConnection } from '../platform/db/owner.ts';
import { checkLogs } from '../platform/ledger/log/fsck.ts';
import { reachDatabase } from './backup-command.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * `yimen verify --ledger`: every fact, every chain, every entry and the whole tree of this installation, also while the server runs. Exit code 1 where anything is not as it was written,
 * each fault on a line of its own.
 */
export async function verifyLedgerCommand(around: Surroundings): Promise<number> {
  const database = around.env.DATABASE_URL ? { connection: { connectionString: around.env.DATABASE_URL }, release: async () => undefined } : await reachDatabase(around);
  const opened: Owner[] = [];
  const startedAt = performance.now();
  try {
    const connect = await oneMoment(database.connection, opened);
    const chain = await opened[0]?.query<{ origin: string }>(`select value #>> '{}' as origin from platform.settings where name = 'ledger.origin'`);
    const keys = await loadKeys(join(around.dataFolder, 'keys'), { databaseExists: true });
    const check = await checkLogs({
      connect, chain: chain?.rows[0]?.origin ?? '', ...(keys.ok ? { keys: keys.keys } : {}),
      onProgress: ({ what, count }) => around.progress(around.tell('cli.progress_ledger', { what, count })),
    });
    around.note('');
    for (const { fault, ...where } of check.faults) around.print(around.tell('cli.ledger_fault', { fault, where: Object.entries(where).map(([name, value]) => `${name} ${value}`).join(', ') }));
    const { cases, access } = check.entries;
    around.print(around.tell(check.faultCount > 0 ? 'cli.ledger_faults' : 'cli.ledger_sound', { facts: check.facts, matters: check.matters, cases, access, checkpoints: check.checkpoints, count: check.faultCount, seconds: ((performance.now() - startedAt) / 1000).toFixed(1) }));
    return check.faultCount > 0 ? 1 : 0;
  } finally {
    for (const owner of opened) await owner.end();
    await database.release();
  }
}

/** Connections that all see the database as it is now, whatever is written meanwhile (PostgreSQL manual, 9.28.5 "Snapshot Synchronization"). */
async function oneMoment(connection: OwnerConnection, opened: Owner[]): Promise<() => Promise<Owner>> {
  const begin = async (): Promise<Owner> => {
    const owner = await connectOwner(connection);
    opened.push(owner);
    await owner.query('begin isolation level repeatable read read only');
    return owner;
  };
  const first = await begin();
  const { rows } = await first.query<{ id: string }>('select pg_export_snapshot() as id');
  const id = rows[0]?.id ?? '';
  if (!/^[0-9A-F-]+$/i.test(id)) throw new Error(`a snapshot without a name: ${id}`);
  return async () => {
    const owner = await begin();
    await owner.query(`set transaction snapshot '${id}'`); // a name cannot be bound here
    return owner;
  };
}
