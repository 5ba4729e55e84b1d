import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { createReadStream } from 'node:fs';
import { askRunning, startEmbedded } from '../platform/db/embedded/index.ts';
import { backupRefusal, checkRecipients, keptUntil, listBackups, listedRecipients, listInstallations, makeBackup, readManifest, sayChanges, sealed, storeOf, type ObjectStore, type Recipients } from '../platform/backup/index.ts';
import { megabytes, type Surroundings } from './surroundings.ts';

type Options = ReadonlyMap<string, string>;

/** The store that the command line or the environment names. Refuses `backup.target_missing`. */
export function namedStore(around: Surroundings, options: Options): ObjectStore {
  const target = options.get('target') ?? around.env.BACKUP_TARGET ?? '';
  if (target === '') throw backupRefusal('backup.target_missing');
  return storeOf(around.env, target, around.dataFolder);
}

/**
 * `yimen backup`: of the running database through its private socket, or, where no server runs, of one started for the time being.
 * The keys are left out, unless `--keys-to FILE` asks for an encrypted copy of them in a place of its own.
 */
export async function backupCommand(around: Surroundings, options: Options): Promise<number> {
  if (around.env.DATABASE_URL) throw backupRefusal('backup.external_database');
  const recipients = await checkRecipients(await listedRecipients(options.get('recipients') ?? around.env.BACKUP_RECIPIENTS ?? ''));
  const store = namedStore(around, options);
  const keysTo = options.get('keys-to');
  const startedAt = performance.now();
  const database = await reachDatabase(around);
  try {
    const source = { connection: database.connection, vault: join(around.dataFolder, 'vault'), ledger: join(around.dataFolder, 'ledger'), program: around.program };
    const progress = (what: 'database' | 'log' | 'vault', done: number, total: number): void =>
      around.progress(what === 'log' ? around.tell('cli.progress_log', { done }) : what === 'vault' ? around.tell('cli.progress_vault', { done: megabytes(done) }) : around.tell('cli.progress_database', { done: megabytes(done), total: megabytes(total) }));
    const earlier = await newestOf(store);
    const { manifest, bytes, newVaultFiles } = await makeBackup(source, store, recipients, progress, around.signal);
    sayChanges(earlier, manifest, (code, params) => around.note(around.tell(code, params)));
    const files = manifest.parts.reduce((sum, part) => sum + part.files.length, 0);
    around.note('');
    around.print(around.tell('backup.made', { id: manifest.id, files, megabytes: megabytes(bytes), vault: newVaultFiles, seconds: ((performance.now() - startedAt) / 1000).toFixed(1) }));
  } finally {
    await database.release();
  }
  if (keysTo !== undefined) await keepKeys(around, recipients, keysTo);
  return 0;
}

async function newestOf(store: ObjectStore) {
  const [installation] = await listInstallations(store);
  const newest = installation === undefined ? undefined : (await listBackups(store, installation)).at(-1);
  return newest ? readManifest(store, newest).catch(() => null) : null;
}

/** The running embedded database through its private socket, or one started for the time being. Refuses `backup.no_installation`. */
export async function reachDatabase(around: Surroundings) {
  const dataFolder = join(around.dataFolder, 'database');
  const found = askRunning(dataFolder);
  if (found === null) throw backupRefusal('backup.no_installation', { folder: around.dataFolder });
  if (found.connection !== null) return { connection: found.connection, release: async () => undefined };
  const started = await startEmbedded({ dataFolder });
  return { connection: started.connection, release: () => started.stop() };
}

/** Encrypted to the same recipients, into a file that was not there before. */
async function keepKeys(around: Surroundings, recipients: Recipients, file: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new Error(around.tell('cli.file_exists', { file })) : error;
  });
  try {
    for await (const piece of sealed(createReadStream(join(around.dataFolder, 'keys', 'keys.json')) as AsyncIterable<Uint8Array>, recipients)) await handle.writeFile(piece);
    await handle.sync();
  } finally {
    await handle.close();
  }
  around.print(around.tell('backup.keys_kept', { file }));
}

/** `yimen list`: every whole backup, and how far the log reaches. */
export async function listCommand(around: Surroundings, options: Options): Promise<number> {
  const store = namedStore(around, options);
  const installations = await listInstallations(store);
  for (const installation of installations) {
    around.print(`${store.place} ${installation}`);
    for (const entry of await listBackups(store, installation)) {
      const { id, endedAt, postgres, program, vaultList } = await readManifest(store, entry);
      around.print(`  ${around.tell('cli.backup_line', { id, ended: endedAt, postgres, program, vault: vaultList.files })}`);
    }
    const until = await keptUntil(store, installation);
    if (until !== null) around.print(`  ${around.tell('cli.reach', { until })}`);
  }
  if (installations.length === 0) throw backupRefusal('backup.none_there', { target: store.place });
  return 0;
}
