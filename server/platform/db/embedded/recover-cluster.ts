import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareBinaries, type Binaries } from './binaries.ts';
import { ownerRole } from './cluster.ts';
import { launchArguments } from './launch-settings.ts';
import { attempt, complaintIn, connectWhenReady, launch, stillRuns, stopPostmaster, type Postmaster } from './postmaster.ts';
import { chooseHome, giveTo, type RunAs } from './run-as.ts';
import { makeSocketFolder } from './socket-folder.ts';

/** A place where a database can be put together from a backup: nothing of it is served from there. */
export type RecoveryPlace = { readonly home: string; readonly cluster: string; readonly binaries: Binaries; readonly runAs: RunAs; readonly log: string };

/** How far to recover (`until`: UTC as ISO text) and where the log comes from. `restoreCommand` is PostgreSQL's, with `%f` and `%p`; without `until` everything there is is replayed. */
export type RecoveryOptions = { readonly place: RecoveryPlace; readonly restoreCommand: string; readonly until: string | null; readonly forTests: boolean; readonly signal?: AbortSignal };

/** `lastTransactionAt` is by the database's clock at commit, as its log says it; null where the log of the backup held no transaction. */
export type Recovered = { readonly ok: true; readonly lastTransactionAt: string | null } | { readonly ok: false; readonly endedBefore: boolean; readonly reason: string };

/** Chooses the folder as a start does (`elsewhere.json` where root's folder is closed to the database's account), and makes the cluster's own, empty. */
export function makeRecoveryPlace(dataFolder: string, forTests: boolean): RecoveryPlace {
  mkdirSync(dataFolder, { recursive: true });
  const { folder: home, runAs } = chooseHome(dataFolder, forTests ? [tmpdir(), '/tmp'] : ['/var/lib/yimen']);
  const cluster = join(home, 'cluster');
  mkdirSync(cluster, { mode: 0o700 });
  return { home, cluster, binaries: prepareBinaries(runAs, home), runAs, log: join(home, 'postgres.log') };
}

/** Gives files written by us to the account of the database. */
export function giveToDatabase(place: RecoveryPlace, folder: string): void {
  chmodSync(folder, 0o700);
  giveTo(folder, place.runAs);
}

/** Hands one file to the account of the database. */
export function giveFileToDatabase(place: RecoveryPlace, file: string): void {
  if (place.runAs !== null) chownSync(file, place.runAs.uid, place.runAs.gid);
}

/**
 * Recovers the files in `place.cluster` to a moment or to the end of the log, makes it a database of its own (a new timeline), and stops it in order, so that the next
 * start is an ordinary one. A recovery that did not reach its moment answers `endedBefore`: nothing later is in the log.
 */
export async function recoverCluster(options: RecoveryOptions): Promise<Recovered> {
  const { place, signal } = options;
  writeFileSync(join(place.cluster, 'recovery.signal'), '');
  giveToDatabase(place, place.cluster);
  const socket = makeSocketFolder(place.home, place.runAs);
  const logBefore = existsSync(place.log) ? readFileSync(place.log).length : 0;
  const postmaster = await launch(place.binaries.postgres, recoveryArguments(options, socket.folder), place.runAs, place.log);
  const onAbort = (): void => void stopPostmaster(postmaster, { fastMs: 3_000, immediateMs: 3_000 });
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    const connection = { host: socket.folder, port: 5432, user: ownerRole, database: 'postgres', ssl: false };
    const ready = await connectWhenReady(connection, postmaster, 7 * 86_400_000);
    signal?.throwIfAborted();
    if (ready === null || ready === 'no such database') return failure(place, logBefore);
    await ready.client.end();
    await stopInOrder(postmaster, connection);
    const text = readFileSync(place.log).subarray(logBefore).toString('utf8');
    return { ok: true, lastTransactionAt: instantIn(/last completed transaction was at log time .+$/m.exec(text)?.[0] ?? '') };
  } finally {
    signal?.removeEventListener('abort', onAbort);
    if (stillRuns(postmaster)) await stopPostmaster(postmaster, { fastMs: 30_000, immediateMs: 5_000 });
    socket.remove();
    rmSync(join(place.home, 'socket'), { recursive: true, force: true });
  }
}

function recoveryArguments({ place, restoreCommand, until, forTests }: RecoveryOptions, socketFolder: string): string[] {
  const settings = {
    restore_command: restoreCommand, recovery_target_timeline: 'latest', recovery_target_action: 'promote',
    ...(until === null ? {} : { recovery_target_time: until.replace('T', ' ').replace(/Z$/, '+00') }), // names of zones are not known yet where this is read
    hot_standby: 'off', // nobody asks before it is whole
    archive_mode: 'off',
  };
  return launchArguments(place.cluster, socketFolder, settings, forTests);
}

async function stopInOrder(postmaster: Postmaster, connection: Parameters<typeof attempt>[0]): Promise<void> {
  const made = await attempt(connection);
  if (typeof made !== 'string') {
    await made.client.query('checkpoint');
    await made.client.end();
  }
  await stopPostmaster(postmaster, { fastMs: 600_000, immediateMs: 10_000 });
}

function failure(place: RecoveryPlace, logBefore: number): Recovered {
  const text = readFileSync(place.log).subarray(logBefore).toString('utf8');
  const endedBefore = /FATAL: +recovery ended before configured recovery target was reached/.test(text);
  return { ok: false, endedBefore, reason: complaintIn(place.log, logBefore) ?? 'it ended without a word' };
}

/** PostgreSQL writes instants of its log in UTC here, as `2026-11-23 09:30:00.123456+00`. */
function instantIn(text: string): string | null {
  const found = /(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?)\+00/.exec(text);
  return found ? `${found[1]}T${found[2]}Z` : null;
}
