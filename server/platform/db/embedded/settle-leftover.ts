import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client, ClientConfig } from 'pg';
import type { MessageParams } from '../../../../contract/language.ts';
import { judgeLeftover, type Leftover, type PostmasterFile } from './leftover.ts';
import type { DatabaseCode } from './messages.ts';
import { attempt, connectWhenReady, signalIfSame, stillRuns, stopPostmaster, type Postmaster } from './postmaster.ts';
import { postgresWorkingIn } from './process-facts.ts';
import { startRefusal } from './refusal.ts';

type Living = Extract<Leftover, { kind: 'ours' | 'unclear' }>;
type Notify = (code: DatabaseCode, params: MessageParams) => void;
type ToConnection = (socketFolder: string) => ClientConfig;

/** A database taken over from a dead server, with one open connection. */
export type Kept = { readonly postmaster: Postmaster; readonly client: Client; readonly socketFolder: string };

/**
 * Brings what an earlier run left in `cluster` into order, while we hold the folder's lock: a living database started with the same
 * command line is kept; one started otherwise, or that does not answer, is stopped; a lock file of a zombie or a stranger is removed, the
 * stranger left alone. `otherMinor` is the version that served last, where it is not ours: such a one is stopped too. Null means: nothing of ours runs, start afresh. Refuses where that cannot be known.
 */
export async function settleLeftover(cluster: string, toConnection: ToConnection, commandFor: (socketFolder: string) => string[], notify: Notify, otherMinor: string | null = null): Promise<Kept | null> {
  const leftover = judgeLeftover(cluster);
  switch (leftover.kind) {
    case 'none':
      return null;
    case 'gone':
      await refuseIfServed(leftover.file, cluster, toConnection);
      await waitForRemains(cluster);
      return null;
    case 'blocking':
      if (leftover.file !== null) await refuseIfServed(leftover.file, cluster, toConnection);
      await waitForRemains(cluster);
      // Only now: our lock is held, no process serves this folder, and its number belongs to nobody of ours.
      rmSync(join(cluster, 'postmaster.pid'));
      notify('database.stale_lock_removed', { file: join(cluster, 'postmaster.pid'), reason: describe(leftover) });
      return null;
    case 'unclear':
      if (!(await answersAsRecorded(leftover.file, cluster, toConnection))) {
        throw startRefusal('database.process_unclear', { folder: cluster, pid: leftover.file.pid });
      }
      return keepOrStop(leftover, toConnection, commandFor, notify, otherMinor);
    case 'ours':
      return keepOrStop(leftover, toConnection, commandFor, notify, otherMinor);
  }
}

function describe(leftover: Extract<Leftover, { kind: 'blocking' }>): string {
  if (leftover.file === null) return leftover.reason;
  return `process ${leftover.file.pid}: ${leftover.reason}`;
}

async function keepOrStop(living: Living, toConnection: ToConnection, commandFor: (socketFolder: string) => string[], notify: Notify, otherMinor: string | null): Promise<Kept | null> {
  const { socketFolder, pid } = living.file;
  const postmaster: Postmaster = { pid, identity: living.process.identity };
  const sameCommand = commandFor(socketFolder).join(' ') === living.process.command.join(' ');
  if (sameCommand && otherMinor === null) {
    signalIfSame(postmaster, 'SIGCONT'); // somebody may have paused it together with the server that is now dead
    const result = await connectWhenReady(toConnection(socketFolder), postmaster, 15_000);
    if (result !== null && result !== 'no such database') {
      notify('database.adopted', { pid });
      return { postmaster, client: result.client, socketFolder };
    }
  }
  const wasRunning = stillRuns(postmaster);
  await stopPostmaster(postmaster, { fastMs: 15_000, immediateMs: 5_000 });
  const why = otherMinor !== null ? `it is PostgreSQL ${otherMinor}` : sameCommand ? 'it did not answer' : 'it was started with other settings';
  if (wasRunning) notify('database.leftover_stopped', { pid, reason: why });
  return null;
}

/** Two containers that share one folder do not see each other's processes, but they do share the socket. */
async function refuseIfServed(file: PostmasterFile, cluster: string, toConnection: ToConnection): Promise<void> {
  if (await answersAsRecorded(file, cluster, toConnection)) throw startRefusal('database.served_elsewhere', { folder: cluster });
}

/** Whether the socket named in the lock file is served by the very server that wrote the file: the same start in whole seconds. */
async function answersAsRecorded(file: PostmasterFile, cluster: string, toConnection: ToConnection): Promise<boolean> {
  if (file.socketFolder === '' || !existsSync(join(file.socketFolder, `.s.PGSQL.${file.port}`))) return false;
  const result = await attempt({ ...toConnection(file.socketFolder), database: 'postgres' }).catch(() => 'not yet' as const);
  if (typeof result === 'string') return false;
  try {
    const { rows } = await result.client.query<{ started: number; folder: string }>(
      `select floor(extract(epoch from pg_postmaster_start_time()))::int as started, current_setting('data_directory') as folder`,
    );
    return rows[0]?.folder === cluster && Math.abs(rows[0].started - file.startedAtSeconds) <= 1;
  } finally {
    await result.client.end();
  }
}

/** A database's children end by themselves soon after it was killed; until then the folder must not be served anew. */
async function waitForRemains(cluster: string): Promise<void> {
  for (let triesLeft = 100; ; triesLeft -= 1) {
    const remains = postgresWorkingIn(cluster);
    if (remains.length === 0) return;
    if (triesLeft === 0) throw startRefusal('database.remains_running', { folder: cluster, pids: remains.join(', ') });
    await sleep(100);
  }
}
