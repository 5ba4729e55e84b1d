import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';

/** What the operating system says about a living process. `executable` and `workingFolder` are null where the system or our rights do not tell. */
export type ProcessFacts = {
  readonly pid: number;
  /** A zombie has ended and only waits to be collected by its parent: it holds no file and no memory, so it is not alive. */
  readonly zombie: boolean;
  readonly command: readonly string[];
  readonly executable: string | null;
  readonly workingFolder: string | null;
  /** Seconds since 1970, whole; the clock may have been set since, so compare with care. */
  readonly startedAtSeconds: number;
  /** The same text for as long as this very process lives, and for no other process, also after a reboot. */
  readonly identity: string;
};

/** Facts about the process `pid`; null when there is none that we may see. Linux reads /proc, other systems ask `ps`. */
export function processFacts(pid: number): ProcessFacts | null {
  if (!Number.isSafeInteger(pid) || pid <= 0) return null;
  return process.platform === 'linux' ? linuxFacts(pid) : psFacts(pid);
}

/** Whether the process is there and not a zombie. A process hidden from us counts as alive: being wrong that way costs a message, the other way data. */
export function isAlive(pid: number): boolean {
  const facts = processFacts(pid);
  if (facts !== null) return !facts.zombie;
  return signalMeets(pid);
}

/** Whether a signal would find a process with this number, ours or not. */
export function signalMeets(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Process numbers of living PostgreSQL processes that work in `folder`. Empty where the system does not tell working folders. */
export function postgresWorkingIn(folder: string): number[] {
  if (process.platform !== 'linux') return [];
  const found: number[] = [];
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name) || linkOf(`/proc/${name}/cwd`) !== folder) continue;
    const facts = linuxFacts(Number(name));
    if (facts !== null && !facts.zombie && isPostgres(facts)) found.push(facts.pid);
  }
  return found;
}

/** Whether the program itself is PostgreSQL's server; a name put on by the process (argv[0]) counts only where the real file is not told. */
export function isPostgres(facts: ProcessFacts): boolean {
  if (facts.executable !== null) return basename(facts.executable).replace(/ \(deleted\)$/, '') === 'postgres';
  return basename(facts.command[0] ?? '') === 'postgres';
}

// proc(5): clock ticks are 1/100 s on every Linux that Node supports (USER_HZ).
const ticksPerSecond = 100;

function linuxFacts(pid: number): ProcessFacts | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The command name stands in brackets and may itself hold brackets and blanks: the fields begin after the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = Number(fields[19]);
    return {
      pid,
      zombie: fields[0] === 'Z' || fields[0] === 'X',
      command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1),
      executable: linkOf(`/proc/${pid}/exe`),
      workingFolder: linkOf(`/proc/${pid}/cwd`),
      startedAtSeconds: Math.floor(bootedAtSeconds() + ticks / ticksPerSecond),
      identity: `${bootId()}:${ticks}`,
    };
  } catch {
    return null;
  }
}

function linkOf(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}

function bootedAtSeconds(): number {
  return Number(/^btime (\d+)$/m.exec(readFileSync('/proc/stat', 'latin1'))?.[1]);
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
  } catch {
    return 'boot';
  }
}

/** `ps` prints: state, five words of start time, command line. */
export function parsePsLine(pid: number, line: string): ProcessFacts | null {
  const match = /^\s*(\S+)\s+(\S+\s+\S+\s+\S+\s+\S+\s+\S+)\s+(.*)$/.exec(line.trimEnd());
  if (match === null) return null;
  const [, state = '', started = '', command = ''] = match;
  const startedAt = Date.parse(started.replace(/\s+/g, ' '));
  return {
    pid,
    zombie: state.startsWith('Z'),
    command: command.split(' '),
    executable: null,
    workingFolder: null,
    startedAtSeconds: Math.floor(startedAt / 1000),
    identity: started.replace(/\s+/g, ' '),
  };
}

function psFacts(pid: number): ProcessFacts | null {
  try {
    const line = execFileSync('ps', ['-o', 'state=,lstart=,command=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return parsePsLine(pid, line);
  } catch {
    return null;
  }
}
