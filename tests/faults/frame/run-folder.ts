import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processFacts } from '../../../server/platform/db/embedded/process-facts.ts';
import { killForGood, processesNaming } from './processes.ts';

const prefix = 'yimen-faults-';
const place = realpathSync(tmpdir());

/** Everything a run writes lies below one folder whose name holds the run's process number: so the next run knows what a killed one left. */
export const runFolder = join(place, `${prefix}${process.pid}`);

/** A new folder of this run; open to the database's account. */
export function newFolder(name: string): string {
  if (!existsSync(runFolder)) {
    mkdirSync(runFolder);
    chmodSync(runFolder, 0o755);
  }
  for (let n = 1; ; n += 1) {
    const folder = join(runFolder, `${name}-${n}`);
    if (existsSync(folder)) continue;
    mkdirSync(folder);
    chmodSync(folder, 0o755);
    return folder;
  }
}

/** Mounts at or below a folder, the deepest first. */
function mountsBelow(folder: string): string[] {
  const points = readFileSync('/proc/self/mounts', 'utf8').split('\n').map((line) => (line.split(' ')[1] ?? '').replaceAll('\\040', ' '));
  return points.filter((point) => point === folder || point.startsWith(`${folder}/`)).sort((a, b) => b.length - a.length);
}

/** Ends what still runs on a folder, takes its mounts and loop devices away, and removes it. Twice does no harm. */
export async function clearFolder(folder: string): Promise<void> {
  await killForGood(processesNaming(`${folder}/`));
  for (const point of mountsBelow(folder)) {
    if (spawnSync('umount', [point], { stdio: 'ignore' }).status !== 0) spawnSync('umount', ['-l', point], { stdio: 'ignore' });
  }
  freeLoopsOf(folder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

function freeLoopsOf(folder: string): void {
  const listed = spawnSync('losetup', ['-l', '-n', '-O', 'NAME,BACK-FILE'], { encoding: 'utf8' });
  for (const line of (listed.stdout ?? '').split('\n')) {
    const [device = '', file = ''] = line.trim().split(/\s+/);
    if (file.startsWith(`${folder}/`)) execFileSync('losetup', ['-d', device], { stdio: 'ignore' });
  }
}

/** Clears away what runs that were killed left behind; answers how many there were. */
export async function sweepLeftovers(): Promise<number> {
  const left = readdirSync(place).filter((name) => name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length)), join(place, name)));
  for (const name of left) await clearFolder(join(place, name));
  return left.length;
}

/** A number may have gone to somebody else since: a run is a process that was there before its folder. */
function isRunning(pid: number, folder: string): boolean {
  const facts = processFacts(pid);
  return facts !== null && !facts.zombie && facts.startedAtSeconds <= statSync(folder).birthtimeMs / 1000 + 2;
}
