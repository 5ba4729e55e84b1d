import { spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What a program printed, and how it left; `code` is null where it was stopped because its time was up. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

const running = new Set<ChildProcess>();

/** A program and all that it started, at once. */
function killed(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // it has ended already
  }
}

/** Ends whatever still runs: nothing of a scan outlives the scan. */
export function endAllPrograms(): void {
  for (const child of running) killed(child);
}

/** Whether a program of this name is to be found. */
export function isInstalled(name: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Longest output that is kept, in characters; the end of it. */
const keptOutput = 2_000_000;

/**
 * Runs a scanner in a folder of its own, which is also its home, and stops it after `mostMs`. Both scanners look at the proxy settings of the surroundings: whatever is not on
 * this machine is sent to a port that nobody serves, so that nothing reaches outside even where an option were missing.
 */
export function run(program: string, args: readonly string[], folder: string, mostMs: number): Promise<Ended> {
  mkdirSync(folder, { recursive: true });
  const nowhere = 'http://127.0.0.1:9';
  const env = { PATH: process.env.PATH, HOME: folder, TMPDIR: folder, XDG_DATA_HOME: folder, LANG: 'C.UTF-8', PYTHONWARNINGS: 'ignore', PYTHONDONTWRITEBYTECODE: '1', http_proxy: nowhere, https_proxy: nowhere, no_proxy: '127.0.0.1' };
  const child = spawn(program, args, { cwd: folder, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(-keptOutput)));
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => killed(child), mostMs);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ code, output });
    });
  });
}
