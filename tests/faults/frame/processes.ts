import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

interface Stat {
  /** R, S, D, T (stopped), Z (zombie) … */
  readonly state: string;
  readonly parent: number;
}

function statAt(path: string): Stat | undefined {
  try {
    const [state = '', parent = ''] = readFileSync(path, 'latin1').replace(/^.*\) /s, '').split(' ');
    return { state, parent: Number(parent) };
  } catch {
    return undefined;
  }
}

const all = (): number[] => readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number);

/** Whether the process lives; a zombie does not. */
export function lives(pid: number): boolean {
  const stat = statAt(`/proc/${pid}/stat`);
  return stat !== undefined && stat.state !== 'Z' && stat.state !== 'X';
}

/** Children of a process that live. */
export const childrenOf = (pid: number): number[] => all().filter((one) => statAt(`/proc/${one}/stat`)?.parent === pid && lives(one));

/** The process and everything below it. */
export const familyOf = (pid: number): number[] => [pid, ...childrenOf(pid).flatMap(familyOf)];

/** Whether every thread of the process is stopped, so that no system call of its is under way. */
export function allThreadsStopped(pid: number): boolean {
  try {
    return readdirSync(`/proc/${pid}/task`).every((thread) => /[TtZX]/.test(statAt(`/proc/${pid}/task/${thread}/stat`)?.state ?? 'Z'));
  } catch {
    return true; // it has ended
  }
}

/** Sends a signal; a process that has ended is no fault. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Waits until it is so, at most `mostMs`; false when it never was. */
export async function until(isSo: () => boolean | Promise<boolean>, mostMs = 30_000, everyMs = 5): Promise<boolean> {
  for (const end = performance.now() + mostMs; performance.now() < end; await sleep(everyMs)) if (await isSo()) return true;
  return isSo();
}

/** Kills processes for good and waits until they are gone. */
export async function killForGood(pids: readonly number[]): Promise<void> {
  for (const pid of pids) signal(pid, 'SIGKILL');
  if (!(await until(() => !pids.some(lives)))) throw new Error(`processes ${pids.filter(lives).join(', ')} outlived SIGKILL`);
}

/** Process number of PostgreSQL's main process that serves a data directory, from its lock file; undefined when it does not live. */
export function postmasterOf(cluster: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return lives(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster) ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Processes whose command line names something below a folder, this one and its parents left out. */
export function processesNaming(folder: string): number[] {
  const own = new Set<number>();
  for (let pid = process.pid; pid > 1; pid = statAt(`/proc/${pid}/stat`)?.parent ?? 0) own.add(pid);
  return all().filter((pid) => {
    if (own.has(pid)) return false;
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder) || readFileSync(`/proc/${pid}/environ`, 'latin1').includes(`YIMEN_DATA=${folder}`);
    } catch {
      return false;
    }
  });
}
