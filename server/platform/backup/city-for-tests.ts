import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startEmbedded, type EmbeddedDatabase } from '../db/embedded/index.ts';
import { migrate } from '../db/migrate.ts';
import { connectOwner, type Owner } from '../db/owner.ts';
import type { BackupSource } from './base-backup.ts';
import { checkRecipients, newIdentity, type Recipients } from './age-file.ts';
import { askFacts } from './database-facts.ts';
import { startShipping, type Shipper } from './shipper.ts';
import type { ObjectStore } from './object-store.ts';
import type { BackupSettings } from './backup-settings.ts';

/** Somebody who can open backups. */
export type Keeper = { readonly identity: string; readonly recipient: string };

/** A new keeper of an identity. */
export const newKeeper = (): Promise<Keeper> => newIdentity();

/** The recipients of these keepers. */
export const recipientsOf = (keepers: readonly Keeper[]): Promise<Recipients> => checkRecipients(keepers.map(({ recipient }) => recipient));

/** A small city on an embedded database of its own, as a data folder with everything a backup takes. */
export type SmallCity = {
  readonly data: string;
  readonly source: BackupSource;
  readonly owner: Owner;
  readonly database: EmbeddedDatabase;
  readonly installation: string;
  /** Adds facts, each as large as a real one, in transactions of a hundred; answers the database's time after the last. */
  addFacts(count: number): Promise<string>;
  /** A file in the vault, as the vault lays it down; answers its name. */
  addFile(bytes?: number): string;
  ship(store: ObjectStore, recipients: Recipients, more?: Partial<BackupSettings>): Shipper;
  stop(): Promise<void>;
};

const migrations = fileURLToPath(new URL('../../migrations', import.meta.url));

/** A folder for a test, open to the database's account. */
export function testFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'yimen-backup-')));
  chmodSync(folder, 0o755);
  return folder;
}

/** Starts the city in `<folder>/data`; durability is given up for speed unless `durable`. */
export async function smallCity(folder: string, options: { readonly durable?: boolean } = {}): Promise<SmallCity> {
  const data = join(folder, 'data');
  mkdirSync(join(data, 'vault'), { recursive: true, mode: 0o755 });
  mkdirSync(join(data, 'ledger'), { recursive: true, mode: 0o755 });
  writeFileSync(join(data, 'ledger', 'cases-v1.checkpoint'), 'yimen.test/cases/v1\n0\n\n');
  const database = await startEmbedded({ dataFolder: join(data, 'database'), forTests: options.durable !== true, archive: true });
  const owner = await connectOwner(database.connection);
  const migrated = await migrate(owner, migrations);
  if (!migrated.ok) throw new Error(migrated.code);
  const source: BackupSource = { connection: database.connection, vault: join(data, 'vault'), ledger: join(data, 'ledger'), program: '0.1.0' };
  const { installation } = await askFacts(database.connection);
  return {
    data, source, owner, database, installation,
    addFacts: (count) => addFacts(owner, count),
    addFile: (bytes = 3_000) => {
      const name = randomBytes(32).toString('hex');
      mkdirSync(join(source.vault, name.slice(0, 2)), { recursive: true });
      writeFileSync(join(source.vault, name.slice(0, 2), name), randomBytes(bytes));
      return name;
    },
    ship: (store, recipients, more = {}) =>
      startShipping({ settings: { store, recipients, keeping: { days: 35, count: 2 }, everyHours: 0, ...more }, source, installation, archive: database.archiveFolder ?? '', onNotice: () => undefined, everyMs: 50 }),
    async stop() {
      await owner.end();
      await database.stop();
    },
  };
}

async function addFacts(owner: Owner, count: number): Promise<string> {
  for (let left = count; left > 0; left -= 100) {
    await owner.query(
      `insert into platform.facts (matter_id, seq, kind, at, by, content, salt, files, rule, prev, hash)
       select gen_random_uuid(), 1, 'matter_filed', clock_timestamp(), '{"kind":"staff"}', jsonb_build_object('n', n, 'words', repeat('事', 200)),
              decode(repeat('00', 32), 'hex'), '[]', '{}', null, sha256(gen_random_uuid()::text::bytea)
         from generate_series(1, $1::int) n`,
      [Math.min(left, 100)],
    );
  }
  const { rows } = await owner.query<{ now: string }>(`select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as now`);
  return rows[0]?.now ?? '';
}

/** Ids of all facts up to a moment, in order, of the database that runs on that data folder. */
export async function factsUntil(owner: Owner, moment: string): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>('select matter_id::text as id from platform.facts where at <= $1::timestamptz order by 1', [moment]);
  return rows.map(({ id }) => id);
}

/** Finishes the file of the log that is being written, and waits until everything is in the store. */
export async function shipEverything(city: SmallCity, shipper: Shipper): Promise<void> {
  await city.owner.query('create table if not exists public.shipped (at timestamptz)');
  await city.owner.query('insert into public.shipped values (now())');
  const { rows } = await city.owner.query<{ file: string }>('select pg_walfile_name(pg_switch_wal()) as file');
  const file = rows[0]?.file ?? '';
  for (let left = 600; left > 0; left -= 1) {
    const archived = await city.owner.query<{ last: string | null }>('select last_archived_wal as last from pg_stat_archiver');
    if ((archived.rows[0]?.last ?? '') >= file) return shipper.shipNow();
    await sleep(50);
  }
  throw new Error(`the database did not archive ${file}`);
}

/** Starts a restored data folder, asks it, and stops it. */
export async function askRestored<T>(data: string, ask: (owner: Owner) => Promise<T>): Promise<T> {
  const database = await startEmbedded({ dataFolder: join(data, 'database'), forTests: true });
  const owner = await connectOwner(database.connection);
  try {
    return await ask(owner);
  } finally {
    await owner.end();
    await database.stop();
  }
}

/** Removes what a test made, also where the database moved elsewhere. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
