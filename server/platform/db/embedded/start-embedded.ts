import { chownSync, existsSync, mkdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client, ClientConfig } from 'pg';
import type { MessageParams } from '../../../../contract/language.ts';
import { prepareBinaries, type Binaries } from './binaries.ts';
import { openCluster, ownerRole } from './cluster.ts';
import { launchArguments, type DatabaseSettings } from './launch-settings.ts';
import { takeLock, type FolderLock } from './lock-file.ts';
import type { DatabaseCode } from './messages.ts';
import { attempt, complaintIn, connectWhenReady, launch, signalIfSame, stillRuns, stopPostmaster, type Postmaster } from './postmaster.ts';
import { unreadableRecordIn } from './recovery-end.ts';
import { isStartRefusal, reasonOf, startRefusal } from './refusal.ts';
import { chooseHome, type RunAs } from './run-as.ts';
import { assertSafeSettings } from './safe-settings.ts';
import { settleLeftover } from './settle-leftover.ts';
import { makeSocketFolder } from './socket-folder.ts';

export type EmbeddedOptions = {
  /** A folder for the database alone; made when it is not there. */
  readonly dataFolder: string;
  /** Gives up durability for speed. Never for an installation. */
  readonly forTests?: boolean;
  /** Settings over ours, e.g. `{ shared_buffers: '1GB' }`. Durability and the way in cannot be changed. */
  readonly settings?: DatabaseSettings;
  /** Finished files of the log are put into `archiveFolder`, for backups; whoever sets this must take them out. */
  readonly archive?: boolean;
  /** Something the operator should know that does not stop the start: codes of `databaseMessages`. */
  readonly onNotice?: (code: DatabaseCode, params: MessageParams) => void;
  /** The database ended without our doing. Called once; the server should refuse writes and leave. */
  readonly onUnexpectedExit?: () => void;
};

export type EmbeddedDatabase = {
  /** For `new Client(…)` and `new Pool(…)`: superuser `yimen_owner`, database `yimen`. */
  readonly connection: ClientConfig & { readonly host: string; readonly user: string; readonly database: string };
  /** Ends sessions, writes everything out, stops, gives the folder free. Safe to call twice. */
  stop(): Promise<void>;
  /** Whether a database that an earlier, dead server left running was taken over. */
  readonly adopted: boolean;
  readonly pid: number;
  /** PostgreSQL's data directory. */
  readonly clusterFolder: string;
  /** The folder that holds the data directory, the log and the socket; other than `dataFolder` where root's checkout is closed to others. */
  readonly home: string;
  /** Where finished files of the log are put; null without `archive`. */
  readonly archiveFolder: string | null;
};

type Place = { readonly archive: string | undefined; readonly home: string; readonly cluster: string; readonly binaries: Binaries; readonly runAs: RunAs; readonly log: string };
type Served = { readonly postmaster: Postmaster; readonly client: Client; readonly connection: EmbeddedDatabase['connection']; readonly adopted: boolean; cleanUp(): void };

/**
 * Starts the embedded PostgreSQL of `dataFolder` and waits until it takes connections; takes over or stops one that a killed server left
 * behind; never touches a process that is not the database of this folder. Throws a `StartRefusal` where it must not or cannot go on.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const lock = lockFolder(options.dataFolder);
  try {
    const place = preparePlace(options);
    const before = lastServedBy(place);
    const served = (await adopt(place, options, before)) ?? (await startFresh(place, options));
    if (before !== null) options.onNotice?.('database.other_minor', { found: before, ours: place.binaries.version });
    noteVersion(place);
    try {
      await assertSafeSettings(served.client, options);
    } catch (error) {
      await stopPostmaster(served.postmaster, ordinaryPatience);
      served.cleanUp();
      throw error;
    } finally {
      await served.client.end().catch(() => undefined);
    }
    return supervise(place, served, lock, options);
  } catch (error) {
    lock.release();
    throw error;
  }
}

const ordinaryPatience = { fastMs: 60_000, immediateMs: 10_000 };
const testPatience = { fastMs: 5_000, immediateMs: 2_000 };

function lockFolder(dataFolder: string): FolderLock {
  try {
    mkdirSync(dataFolder, { recursive: true });
    const lock = takeLock(join(realpathSync(dataFolder), 'server.lock'));
    if ('heldBy' in lock) throw startRefusal('database.folder_in_use', { folder: dataFolder, pid: lock.heldBy });
    return lock;
  } catch (error) {
    if (isStartRefusal(error)) throw error;
    throw startRefusal('database.folder_not_ours', { folder: dataFolder, reason: reasonOf(error) }, error);
  }
}

function preparePlace(options: EmbeddedOptions): Place {
  const dataFolder = realpathSync(options.dataFolder);
  const { folder: home, runAs } = chooseHome(dataFolder, options.forTests === true ? [tmpdir(), '/tmp'] : ['/var/lib/yimen']);
  if (home !== dataFolder) options.onNotice?.('database.elsewhere', { uid: runAs?.uid ?? '', wanted: dataFolder, folder: home });
  const binaries = prepareBinaries(runAs, home);
  if (binaries.copied !== null) options.onNotice?.('database.binaries_copied', binaries.copied);
  const cluster = openCluster(home, binaries, runAs, options.forTests === true);
  const archive = options.archive === true ? makeArchive(home, runAs) : undefined;
  return { home, cluster, binaries, runAs, archive, log: join(home, 'postgres.log') };
}

/** Closed to everybody but the database's account; PostgreSQL refuses to archive into a folder that is not there. */
function makeArchive(home: string, runAs: RunAs): string {
  const folder = join(home, 'wal-archive');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (runAs !== null) chownSync(folder, runAs.uid, runAs.gid);
  return folder;
}

function connectionTo(socketFolder: string): EmbeddedDatabase['connection'] {
  return { host: socketFolder, port: 5432, user: ownerRole, database: 'yimen', ssl: false };
}

async function adopt(place: Place, options: EmbeddedOptions, otherMinor: string | null): Promise<Served | null> {
  const argumentsFor = (socketFolder: string) => [place.binaries.postgres, ...launchArguments(place.cluster, socketFolder, options.settings ?? {}, options.forTests === true, place.archive)];
  const kept = await settleLeftover(place.cluster, connectionTo, argumentsFor, options.onNotice ?? (() => undefined), otherMinor);
  if (kept === null) return null;
  const { socketFolder, ...rest } = kept;
  return { ...rest, connection: connectionTo(socketFolder), adopted: true, cleanUp: () => (socketFolder.startsWith(place.home) ? undefined : rmSync(socketFolder, { recursive: true, force: true })) };
}

const versionNote = 'served-by';

/** The version of the same major that served this folder last, where it was not ours: an update of the packages brought another. Null where it was ours, or nobody wrote it down. */
function lastServedBy(place: Place): string | null {
  const path = join(place.home, versionNote);
  const found = existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
  return found === '' || found === place.binaries.version ? null : found;
}

function noteVersion(place: Place): void {
  const path = join(place.home, versionNote);
  if (existsSync(path) && readFileSync(path, 'utf8').trim() === place.binaries.version) return;
  rmSync(path, { force: true }); // another account may have written it, root for instance
  writeFileSync(path, `${place.binaries.version}\n`);
}

/** How long a start may take: recovery after a power cut reads up to max_wal_size of log. */
const startPatienceMs = 600_000;

async function startFresh(place: Place, options: EmbeddedOptions): Promise<Served> {
  const socket = makeSocketFolder(place.home, place.runAs);
  const connection = connectionTo(socket.folder);
  const args = launchArguments(place.cluster, socket.folder, options.settings ?? {}, options.forTests === true, place.archive);
  // Children of a database that died outlive it by moments, and PostgreSQL rightly refuses while they hold the shared memory.
  for (let triesLeft = 20; ; triesLeft -= 1) {
    const logBefore = statSync(place.log, { throwIfNoEntry: false })?.size ?? 0;
    const postmaster = await launch(place.binaries.postgres, args, place.runAs, place.log);
    const result = await connectWhenReady(connection, postmaster, startPatienceMs);
    if (result !== null) {
      const record = unreadableRecordIn(place.log, logBefore);
      if (record !== null) options.onNotice?.('database.record_unreadable', { record, log: place.log });
      const client = result === 'no such database' ? await createDatabase(connection) : result.client;
      return { postmaster, client, connection, adopted: false, cleanUp: socket.remove };
    }
    const reason = complaintIn(place.log, logBefore) ?? 'it ended without a word';
    if (triesLeft === 0 || !/shared memory block .* still in use/.test(reason)) {
      await stopPostmaster(postmaster, testPatience);
      socket.remove();
      throw startRefusal('database.not_started', { reason, log: place.log });
    }
    await sleep(500);
  }
}

async function createDatabase(connection: EmbeddedDatabase['connection']): Promise<Client> {
  const maintenance = await attempt({ ...connection, database: 'postgres' });
  if (typeof maintenance === 'string') throw new Error(`the database "postgres" does not answer: ${maintenance}`);
  await maintenance.client.query(`create database ${connection.database}`);
  await maintenance.client.end();
  const made = await attempt(connection);
  if (typeof made === 'string') throw new Error(`the new database does not answer: ${made}`);
  return made.client;
}

function supervise(place: Place, served: Served, lock: FolderLock, options: EmbeddedOptions): EmbeddedDatabase {
  const { postmaster, connection, adopted } = served;
  // Also a server that leaves by process.exit takes its database along; one that is killed leaves it to its successor.
  const atExit = () => {
    signalIfSame(postmaster, 'SIGINT');
    lock.release();
  };
  process.once('exit', atExit);
  const watch = setInterval(() => {
    if (stillRuns(postmaster)) return;
    clearInterval(watch);
    options.onUnexpectedExit?.();
  }, 1_000).unref();
  const stopOnce = async () => {
    clearInterval(watch);
    await stopPostmaster(postmaster, options.forTests === true ? testPatience : ordinaryPatience);
    served.cleanUp();
    process.removeListener('exit', atExit);
    lock.release();
  };
  let stopping: Promise<void> | null = null;
  const stop = () => (stopping ??= stopOnce());
  return { connection, stop, adopted, pid: postmaster.pid, clusterFolder: place.cluster, home: place.home, archiveFolder: place.archive ?? null };
}
