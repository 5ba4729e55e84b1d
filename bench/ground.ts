/** What the benches of acts have in common: a server on a database of its own, people, generators of load in processes of their own, and what each costs. */
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { inventPerson } from '../server/demo/people.ts';
import { peopleDomain, type WantedPost } from '../server/domains/people/index.ts';
import { loadKeys } from '../server/platform/crypto/index.ts';
import { databaseClock } from '../server/platform/db/clock.ts';
import { applicationRole, openDatabase } from '../server/platform/db/database.ts';
import { startEmbedded, type EmbeddedDatabase } from '../server/platform/db/embedded/index.ts';

const project = fileURLToPath(new URL('..', import.meta.url));

/** Connections of the server's pool, and of the bare side. */
export const connections = 8;

/** What a generator of load did. */
export interface Rate {
  readonly done: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Runs a generator in a process of its own. */
export async function load(program: string, orders: object): Promise<Rate> {
  const child = fork(join(project, 'bench', program), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const answer = once(child, 'message') as Promise<[Rate]>;
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`${program} ended with ${String(code)}`)));
  child.send(orders);
  const [rate] = await Promise.race([answer, ended]);
  ended.catch(() => undefined);
  return rate;
}

/** Processor milliseconds a process has used, and its children if asked. */
export function cpuMs(pids: readonly number[]): number {
  const ticks = pids.map((pid) => {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
      return Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14]);
    } catch {
      return 0; // ended just now: its parent's account has it
    }
  });
  return ticks.reduce((sum, one) => sum + one, 0) * 10;
}

/** The database's processes: the postmaster and what it started. */
export function databaseProcesses(postmaster: number): number[] {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ')[1] === String(postmaster);
    } catch {
      return false;
    }
  });
  return [postmaster, ...children];
}

/** The middle one. */
export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Starts the program and waits until it is ready. */
async function startServer(env: Record<string, string>): Promise<ChildProcess> {
  const server = spawn(process.execPath, ['tools/start.mjs'], { cwd: project, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  if (!server.stdout) throw new Error('no output');
  const lines = createInterface({ input: server.stdout });
  await new Promise<void>((ready, failed) => {
    server.once('exit', (code) => failed(new Error(`the server ended with ${String(code)}`)));
    lines.on('line', (text) => /\bready\b/.test(text) && ready());
  });
  return server;
}

/** To two places. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Staff member `n` of a bench: which posts. */
export type PostsOf = (n: number) => readonly WantedPost[];

/** Signed in staff as the generators need them. */
export interface Session {
  readonly token: string;
  readonly csrfToken: string;
}

/** Everything a bench stands on. */
export interface Ground {
  readonly port: number;
  /** connection of the database's owner */
  readonly owner: pg.Client;
  /** what the bare side connects by */
  readonly bareConnection: object;
  readonly parties: readonly string[];
  readonly sessions: readonly Session[];
  /** processor milliseconds of the server and of the database so far */
  spent(): { readonly server: number; readonly database: number };
}

/** Starts server and database, makes 400 invented people and 64 members of staff, hands them over, and takes everything away in the end. */
export async function onGround(postsOf: PostsOf, run: (ground: Ground) => Promise<void>): Promise<void> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'yimen-bench-')));
  chmodSync(folder, 0o755);
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const embedded = await startEmbedded({ dataFolder: join(folder, 'database'), settings: { max_wal_size: '8GB', shared_buffers: '512MB' } });
  const { host, port: databasePort = 5432, user, database: name } = embedded.connection;
  const url = `postgresql:///${name}?host=${encodeURIComponent(host)}&port=${databasePort}&user=${user}`;
  let server: ChildProcess | undefined;
  try {
    const running = await startServer({ YIMEN_DATA: folder, PORT: String(port), DATABASE_URL: url, DATABASE_POOL: String(connections), SMS_STAND_IN: 'no' });
    server = running;
    const owner = new pg.Client(embedded.connection);
    // A failed run stops the database under it; the failure itself is what is told.
    owner.on('error', () => undefined);
    await owner.connect();
    await run({
      port, owner, bareConnection: { ...embedded.connection, user: applicationRole }, ...(await arrange(embedded, folder, postsOf)),
      spent: () => ({ server: cpuMs([running.pid ?? 0]), database: cpuMs(databaseProcesses(embedded.pid)) }),
    });
    await owner.end();
  } finally {
    if (server && server.exitCode === null) {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** People to stand at windows and staff behind them. */
async function arrange(embedded: EmbeddedDatabase, dataFolder: string, postsOf: PostsOf): Promise<{ parties: readonly string[]; sessions: readonly Session[] }> {
  const database = openDatabase({ ...embedded.connection, user: applicationRole }, { size: 4, viaRole: false });
  const keys = await loadKeys(join(dataFolder, 'keys'), { databaseExists: true });
  if (!keys.ok) throw new Error(keys.code);
  const clock = await databaseClock(database.pool);
  const people = await peopleDomain({ database, keys: keys.keys, clock, passwordCost: 'test', sendCode: async () => 'refused', institution: (code) => ({ name: { 'zh-CN': code, 'zh-HK': code, en: code }, unit: code.split('-')[1] ?? '' }) });
  const today = clock.now().slice(0, 10);
  const parties = await people.makeParties(Array.from({ length: 400 }, (_unused, index) => {
    const person = inventPerson(7, { index, today });
    return { number: person.number, name: person.name['zh-CN'], phone: null, assurance: 'verified_at_window' as const };
  }));
  const staff = await people.makeStaff(Array.from({ length: 64 }, (_unused, n) => ({ login: `bench${n}`, name: `窗口${n}`, password: 'bench-password-1', posts: postsOf(n) })), { quickPasswords: true });
  const sessions: Session[] = [];
  for (const staffId of staff) sessions.push(await people.openSessionFor({ kind: 'staff', staffId }));
  await database.close();
  return { parties, sessions };
}
