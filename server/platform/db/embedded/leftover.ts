import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isPostgres, processFacts, signalMeets, type ProcessFacts } from './process-facts.ts';

/** The lines of PostgreSQL's own lock file that matter here (PostgreSQL source, src/include/utils/pidfile.h). */
export type PostmasterFile = {
  readonly pid: number;
  readonly dataFolder: string;
  readonly startedAtSeconds: number;
  readonly port: number;
  readonly socketFolder: string;
};

/**
 * What an earlier run left behind, judged by process number, program, command line, data directory and start time together (C-DU-4):
 * - `none`: no lock file
 * - `ours`: the database of this folder lives
 * - `unclear`: everything fits except the start time (a clock set since would do that); ask it over its socket before deciding
 * - `gone`: no such process; PostgreSQL itself clears this one, after looking whether its shared memory is still in use
 * - `blocking`: a zombie, somebody else's process, or an unreadable file; PostgreSQL would refuse to start, so the file must go
 */
export type Leftover =
  | { readonly kind: 'none' }
  | { readonly kind: 'ours' | 'unclear'; readonly file: PostmasterFile; readonly process: ProcessFacts }
  | { readonly kind: 'gone'; readonly file: PostmasterFile }
  | { readonly kind: 'blocking'; readonly reason: 'zombie' | 'stranger' | 'unreadable'; readonly file: PostmasterFile | null };

/** Seconds by which the recorded start and the operating system's may differ for one and the same process. */
const startTolerance = 5;

/** Reads and judges `<clusterFolder>/postmaster.pid`. Changes nothing. */
export function judgeLeftover(clusterFolder: string): Leftover {
  const text = readIfThere(join(clusterFolder, 'postmaster.pid'));
  if (text === null) return { kind: 'none' };
  const file = parsePostmasterFile(text);
  if (file === null) return { kind: 'blocking', reason: 'unreadable', file };
  const facts = processFacts(file.pid);
  if (facts === null) return signalMeets(file.pid) ? { kind: 'blocking', reason: 'stranger', file } : { kind: 'gone', file };
  if (facts.zombie) return { kind: 'blocking', reason: 'zombie', file };
  if (!servesFolder(facts, clusterFolder)) return { kind: 'blocking', reason: 'stranger', file };
  const sameStart = Math.abs(facts.startedAtSeconds - file.startedAtSeconds) <= startTolerance;
  return { kind: sameStart ? 'ours' : 'unclear', file, process: facts };
}

/** The file's content; null where it is empty or torn. */
export function parsePostmasterFile(text: string): PostmasterFile | null {
  const [pid = '', dataFolder = '', startedAt = '', port = '', socketFolder = ''] = text.split('\n');
  if (!/^\d+$/.test(pid) || !/^\d+$/.test(startedAt) || dataFolder === '') return null;
  return { pid: Number(pid), dataFolder, startedAtSeconds: Number(startedAt), port: Number(port), socketFolder };
}

/** Whether the process is PostgreSQL's server, started for exactly this data directory. */
export function servesFolder(facts: ProcessFacts, clusterFolder: string): boolean {
  if (!isPostgres(facts)) return false;
  const folder = realpathSync(clusterFolder);
  if (facts.workingFolder !== null && facts.workingFolder !== folder) return false;
  const named = facts.command[facts.command.indexOf('-D') + 1];
  return named === folder || (facts.executable === null && facts.command.join(' ').includes(`-D ${folder} `));
}

/** Whether the lock beside the socket belongs to a living PostgreSQL; one of a zombie, a stranger or nobody only blocks the start. */
export function socketIsTaken(socketFolder: string): boolean {
  const text = readIfThere(join(socketFolder, '.s.PGSQL.5432.lock'));
  if (text === null) return false;
  const facts = processFacts(Number(text.split('\n')[0]));
  return facts !== null && !facts.zombie && isPostgres(facts);
}

/** Removes the socket and its lock from a folder of which `socketIsTaken` said no. */
export function clearSocket(socketFolder: string): void {
  rmSync(join(socketFolder, '.s.PGSQL.5432.lock'), { force: true });
  rmSync(join(socketFolder, '.s.PGSQL.5432'), { force: true });
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
