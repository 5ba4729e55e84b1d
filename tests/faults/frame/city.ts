import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { childrenOf, familyOf, killForGood, lives, postmasterOf, until } from './processes.ts';
import { programFolder } from './program.ts';

export { project } from './program.ts';

/** Signed in staff of the template. */
export interface Clerk {
  readonly login: string;
  /** cookie yimen_session and header x-csrf-token */
  readonly token: string;
  readonly csrfToken: string;
  /** institution at whose window the clerk files: code of the hall */
  readonly hall: string;
}

/** An installation's data folder, stopped cleanly, with its people. */
export interface Template {
  /** as YIMEN_DATA: keys/, database/, vault/ …; never started itself, only copied */
  readonly folder: string;
  /** ids of invented parties for whom matters can be filed */
  readonly parties: readonly string[];
  readonly clerks: readonly Clerk[];
  /** signed in residents, who can upload to drafts of their own */
  readonly residents: readonly { readonly token: string; readonly csrfToken: string; readonly partyId: string }[];
}

/** How a city differs from a plain one. */
export interface CityOptions {
  /** an empty folder on the medium wanted (a mounted image, a small tmpfs); a new folder otherwise */
  readonly folder?: string;
  /** variables of the server's environment over ours: { DATABASE_URL: …, LD_PRELOAD: … } */
  readonly env?: Readonly<Record<string, string>>;
  /** put before the server's command line: ['strace', '-f', '-e', …] */
  readonly wrap?: readonly string[];
  /** arguments of node itself: ['--max-old-space-size=200'] */
  readonly nodeArguments?: readonly string[];
}

/** How one start differs; over the city's own options. `readyWithinMs`: 240 s unless told, for a machine with much else to do. */
export type StartOptions = Pick<CityOptions, 'env' | 'wrap' | 'nodeArguments'> & { readonly readyWithinMs?: number };

/** A running or stopped installation in processes of its own. The port stays the same over restarts. */
export interface City {
  readonly folder: string;
  readonly port: number;
  readonly baseUrl: string;
  readonly template: Template;
  /** PostgreSQL's data directory */
  readonly cluster: string;
  /** everything the server printed so far, both outputs */
  output(): string;
  /** starts the server and waits until /health/ready answers 200; milliseconds it took. Throws with the output when it ends before. */
  start(more?: StartOptions): Promise<number>;
  /** process number of the server (not of what wraps it), or undefined when it does not run */
  pid(): number | undefined;
  /** process number of PostgreSQL's main process, whoever started it */
  postmaster(): number | undefined;
  /** PostgreSQL's other processes */
  backends(): readonly number[];
  /** SIGKILL to the server alone: the database lives on as an orphan */
  killServer(): Promise<void>;
  /** SIGKILL to the server, the database's main process and all its children */
  killAll(): Promise<void>;
  /** SIGTERM and wait; false when it did not leave with 0 */
  stop(): Promise<boolean>;
  /** a connection of the database's owner (superuser of the embedded one); closed by the caller */
  owner(): Promise<pg.Client>;
}

/** Whose origin stands in every ledger of the programme, whatever the port: a copy of the template is the same city. */
const publicUrl = 'http://city.invalid';

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** A copy of a data folder that is not in use. */
export function copyFolder(from: string, to: string): void {
  execFileSync('mkdir', ['-p', to]);
  execFileSync('cp', ['-a', '--sparse=always', '--reflink=auto', `${from}/.`, to]);
}

/** A city on a data folder that is there already (a copy of the template). Not started yet. */
export async function cityOn(folder: string, template: Template, options: CityOptions = {}): Promise<City> {
  const port = await freePort();
  const cluster = join(folder, 'database', 'cluster');
  const printed: string[] = [];
  let child: ChildProcess | undefined;
  let wrapped = false;
  const pid = (): number | undefined => {
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return undefined;
    return wrapped ? familyOf(child.pid).find((one) => commandOf(one)[0] === process.execPath) : child.pid;
  };
  const postmaster = (): number | undefined => postmasterOf(cluster);
  const backends = (): readonly number[] => {
    const main = postmaster();
    return main === undefined ? [] : childrenOf(main);
  };
  /** The kernel knows at once that a child has ended; this program is told a moment later. */
  const toldOfEnd = async (): Promise<void> => {
    if (child && !(await until(() => child?.exitCode !== null || child?.signalCode !== null))) throw new Error('the end of the server was not told');
  };
  const ownFamily = (): number[] => (child?.pid !== undefined && lives(child.pid) ? (wrapped ? [child.pid, pid() ?? child.pid] : [child.pid]) : []);
  return {
    folder, port, baseUrl: `http://127.0.0.1:${port}`, template, cluster, pid, postmaster, backends,
    output: () => printed.join(''),
    async start(more = {}) {
      if (pid() !== undefined) throw new Error('the city runs already');
      const started = performance.now();
      wrapped = (more.wrap ?? options.wrap ?? []).length > 0;
      child = launch({ folder, port, ...options, ...more, env: { ...options.env, ...more.env } }, printed);
      await untilReady(child, port, printed, more.readyWithinMs ?? 240_000);
      return performance.now() - started;
    },
    async killServer() {
      await killForGood(ownFamily());
      await toldOfEnd();
    },
    async killAll() {
      const main = postmaster();
      await killForGood([...ownFamily(), ...(main === undefined ? [] : familyOf(main))]);
      await toldOfEnd();
    },
    async stop() {
      const running = pid();
      if (running === undefined || !child) return false;
      const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : Promise.resolve();
      process.kill(running, 'SIGTERM');
      await ended;
      return child.exitCode === 0;
    },
    owner: () => ownerOf(cluster),
  };
}

const commandOf = (pid: number): string[] => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
};

type Launch = CityOptions & { readonly folder: string; readonly port: number };

function launch({ folder, port, env, wrap = [], nodeArguments = [] }: Launch, printed: string[]): ChildProcess {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(SMS_|YIMEN_|DATABASE_|PUBLIC_URL|PORT|HOST|LEDGER_|BACKUP_|NODE_OPTIONS)/.test(name)));
  const [program = '', ...args] = [...wrap, process.execPath, ...nodeArguments, join(programFolder(), 'dist', 'server', 'main.js')];
  const child = spawn(program, args, { cwd: programFolder(), stdio: ['ignore', 'pipe', 'pipe'], env: { ...inherited, YIMEN_DATA: folder, PORT: String(port), PUBLIC_URL: publicUrl, ...env } });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed.push(text);
      if (printed.length > 2000) printed.splice(0, 1000);
    });
  }
  return child;
}

async function untilReady(child: ChildProcess, port: number, printed: readonly string[], mostMs: number): Promise<void> {
  const isReady = async (): Promise<boolean> => {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the server ended before it was ready (${child.exitCode ?? child.signalCode})\n${printed.slice(-40).join('')}`);
    return fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(2_000) }).then((answer) => answer.ok, () => false);
  };
  if (!(await until(isReady, mostMs, 20))) throw new Error(`the server was not ready after ${mostMs} ms\n${printed.slice(-40).join('')}`);
}

/** A connection of the owner to the database that serves a data directory. One that is just recovering is waited for. */
export async function ownerOf(cluster: string): Promise<pg.Client> {
  for (const end = performance.now() + 60_000; ; await sleep(20)) {
    const [, , , port = '5432', host = ''] = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const client = new pg.Client({ host, port: Number(port), user: 'yimen_owner', database: 'yimen', ssl: false });
    // A database killed under it is what the programme is for; the next statement says so.
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      // 57P03 cannot_connect_now: starting, recovering, or not yet told that it should.
      if (!['57P03', 'ECONNREFUSED', 'ENOENT', 'ECONNRESET', 'EPIPE'].includes((error as { code?: string }).code ?? '') || performance.now() > end) throw error;
    }
  }
}
