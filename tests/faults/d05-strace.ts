import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { until } from './frame/processes.ts';

/** What strace wrote: how often each call was made by the thread that made it most, and which calls were spoiled. */
export interface Traced {
  readonly calls: Readonly<Record<string, number>>;
  readonly spoiled: readonly string[];
}

/** A strace that is attached. */
export interface Tracing {
  /** Lets go and says what was seen. */
  end(): Promise<Traced>;
}

function traced(text: string): boolean {
  return !/^TracerPid:\t0$/m.test(text);
}

/** Whether every thread of these processes is watched; a process that has ended needs no watching. */
function allWatched(pids: readonly number[]): boolean {
  return pids.every((pid) => {
    try {
      return readdirSync(`/proc/${pid}/task`).every((thread) => traced(readFileSync(`/proc/${pid}/task/${thread}/status`, 'utf8')));
    } catch {
      return true;
    }
  });
}

/** Attaches to running processes, all their threads and what they start. `spoil`: as after `-e inject=`, spoils one call of each thread. */
export async function attach(pids: readonly number[], calls: readonly string[], file: string, spoil?: string): Promise<Tracing> {
  const child = spawn('strace', ['-f', '-o', file, '-e', `trace=${calls.join(',')}`, ...(spoil === undefined ? [] : ['-e', `inject=${spoil}`]), ...pids.flatMap((pid) => ['-p', String(pid)])], { stdio: ['ignore', 'ignore', 'ignore'] });
  const ended = once(child, 'exit');
  if (!(await until(() => child.exitCode !== null || allWatched(pids), 10_000))) throw new Error('strace could not attach');
  return {
    async end() {
      child.kill('SIGINT');
      await ended;
      const read = readTrace(readFileSync(file, 'utf8'));
      rmSync(file, { force: true });
      return read;
    },
  };
}

/** Reads what strace wrote with -f -o: a thread's number, the call, and `(INJECTED)` where it was spoiled. */
export function readTrace(text: string): Traced {
  const each = new Map<string, number>();
  const spoiled: string[] = [];
  for (const line of text.split('\n')) {
    const [, thread = '', call = ''] = /^(\d+) +(\w+)\(/.exec(line) ?? [];
    if (call !== '') each.set(`${thread} ${call}`, (each.get(`${thread} ${call}`) ?? 0) + 1);
    if (line.includes('(INJECTED)')) spoiled.push(/(\w+)(?:\(| resumed>)/.exec(line)?.[1] ?? line);
  }
  const calls: Record<string, number> = {};
  for (const [key, count] of each) {
    const call = key.split(' ')[1] ?? '';
    calls[call] = Math.max(calls[call] ?? 0, count);
  }
  return { calls, spoiled };
}
