/**
 * A server process for D-07: brings up the database of the folder in its second argument, prints one JSON line, and stays until SIGTERM. Its first
 * argument says which supervisor: `real`, ours; or one of two planted defects, `pid-only`, which believes the number in the lock file, and
 * `blind-lock`, which takes lock files away without looking.
 */
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { prepareBinaries } from '../../server/platform/db/embedded/binaries.ts';
import { programEnvironment } from '../../server/platform/db/embedded/cluster.ts';
import { isStartRefusal, startEmbedded } from '../../server/platform/db/embedded/index.ts';
import { launchArguments } from '../../server/platform/db/embedded/launch-settings.ts';
import { attempt } from '../../server/platform/db/embedded/postmaster.ts';
import { isAlive } from '../../server/platform/db/embedded/process-facts.ts';

/** What the process prints. */
export interface SupervisorAnswer {
  readonly pid?: number;
  readonly adopted?: boolean;
  readonly host?: string;
  readonly notices?: readonly string[];
  readonly refused?: string;
}

const say = (answer: SupervisorAnswer): void => void process.stdout.write(`${JSON.stringify(answer)}\n`);

async function real(folder: string): Promise<void> {
  const notices: string[] = [];
  const database = await startEmbedded({ dataFolder: folder, forTests: true, onNotice: (code) => notices.push(code) });
  process.once('SIGTERM', () => void database.stop().then(() => process.exit(0)));
  say({ pid: database.pid, adopted: database.adopted, host: database.connection.host, notices });
}

/** The defect of `pg_ctl`-like scripts: whoever carries the number of the lock file is taken for the database, and ended. */
async function pidOnly(folder: string): Promise<void> {
  const lock = join(folder, 'cluster', 'postmaster.pid');
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  if (isAlive(pid)) process.kill(pid, 'SIGTERM');
  for (let tries = 0; isAlive(pid) && tries < 200; tries += 1) await sleep(10);
  rmSync(lock, { force: true });
  await real(folder);
}

/** The defect of a start script that begins with `rm -f *.pid`. */
async function blindLock(folder: string): Promise<void> {
  const cluster = join(folder, 'cluster');
  for (const file of [join(folder, 'server.lock'), join(cluster, 'postmaster.pid')]) rmSync(file, { force: true });
  const runAs = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : null;
  const binaries = prepareBinaries(runAs, folder);
  const host = join(folder, 'other-socket');
  mkdirSync(host, { recursive: true, mode: 0o700 });
  if (runAs !== null) chownSync(host, runAs.uid, runAs.gid);
  // As from another container, where the first database's shared memory is not seen; without the right to that PostgreSQL's own last fence still holds.
  const apart = spawnSync('unshare', ['--ipc', 'true']).status === 0 ? ['unshare', '--ipc', ...(runAs === null ? [] : [`--setuid=${runAs.uid}`, `--setgid=${runAs.gid}`])] : [];
  const [program = '', ...args] = [...apart, binaries.postgres, ...launchArguments(cluster, host, {}, true)];
  const child = spawn(program, args, { ...(apart.length > 0 ? {} : runAs), cwd: '/', stdio: 'ignore', env: programEnvironment });
  let ended = false;
  child.once('exit', () => (ended = true));
  process.once('SIGTERM', () => {
    child.kill('SIGQUIT');
    process.exit(0);
  });
  for (let tries = 0; tries < 1_000 && !ended; tries += 1) {
    const tried = await attempt({ host, port: 5432, user: 'yimen_owner', database: 'yimen' }).catch(() => 'not yet' as const);
    if (typeof tried !== 'string') {
      await tried.client.end();
      return say({ pid: child.pid ?? 0, adopted: false, host, notices: [] });
    }
    await sleep(20);
  }
  child.kill('SIGQUIT');
  say({ refused: 'the database ended' });
  process.exit(1);
}

const supervisors: Readonly<Record<string, (folder: string) => Promise<void>>> = { real, 'pid-only': pidOnly, 'blind-lock': blindLock };

// It stays, as a server does, until it is told to go.
setInterval(() => undefined, 60_000);
supervisors[process.argv[2] ?? '']?.(process.argv[3] ?? '').catch((error: unknown) => {
  say({ refused: isStartRefusal(error) ? error.code : String(error) });
  process.exit(1);
});
