import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { reasonOf, startRefusal } from './refusal.ts';
import { giveTo, type RunAs } from './run-as.ts';

/** The role that owns everything in the embedded database. */
export const ownerRole = 'yimen_owner';

/** Environment for PostgreSQL's programs: nothing of the operator's PG* variables or language may change what they do. */
export const programEnvironment = { PATH: '/usr/bin:/bin', TZ: 'UTC', LC_MESSAGES: 'C' };

/**
 * The data directory `<home>/cluster`, created when there is none. Creation happens beside and is moved into place when it is whole, so
 * a start that is killed half-way leaves nothing that looks like a database. Refuses data of another major version
 * (`database.other_major`), and a folder of somebody else's (`database.folder_not_ours`).
 */
export function openCluster(home: string, binaries: Binaries, runAs: RunAs, forTests: boolean): string {
  const cluster = join(home, 'cluster');
  rmSync(`${cluster}.making`, { recursive: true, force: true });
  if (!existsSync(cluster)) {
    createCluster(`${cluster}.making`, home, binaries, runAs, forTests);
    renameSync(`${cluster}.making`, cluster);
    return cluster;
  }
  if (runAs !== null && statSync(cluster).uid !== runAs.uid) giveTo(cluster, runAs);
  const found = Number.parseInt(versionOf(cluster), 10);
  if (found !== binaries.major) throw startRefusal('database.other_major', { folder: cluster, found, ours: binaries.major });
  return cluster;
}

function versionOf(cluster: string): string {
  try {
    return readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    throw startRefusal('database.folder_not_ours', { folder: cluster, reason: reasonOf(error) }, error);
  }
}

function createCluster(folder: string, home: string, binaries: Binaries, runAs: RunAs, forTests: boolean): void {
  mkdirSync(folder, { mode: 0o700 });
  if (runAs !== null) chownSync(folder, runAs.uid, runAs.gid);
  // The builtin provider sorts the same on every machine and after every library update; pg_trgm reads lc_ctype of the C library, which must
  // therefore know Chinese letters too. macOS has no C.UTF-8 of its own.
  const systemLocale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  const initdb = spawnSync(
    binaries.initdb,
    [
      ...['-D', folder, '-U', ownerRole, '--auth=trust', '--data-checksums', '--encoding=UTF8'],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', `--locale=${systemLocale}`, '--lc-messages=C'],
      ...['--no-instructions', ...(forTests ? ['--no-sync'] : [])],
    ],
    { ...runAs, cwd: '/', encoding: 'utf8', env: programEnvironment },
  );
  if (initdb.status === 0) return;
  rmSync(folder, { recursive: true, force: true });
  const lastLine = initdb.stderr?.split('\n').find((line) => /error|fatal/i.test(line)) ?? `exit ${initdb.status ?? initdb.signal}`;
  const reason = initdb.error === undefined ? lastLine : reasonOf(initdb.error);
  throw startRefusal('database.not_created', { folder: home, reason }, initdb.error);
}
