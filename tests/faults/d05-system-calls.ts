import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { migrate } from '../../server/platform/db/migrate.ts';
import { builtProgram } from './d07-built.ts';
import { fileMatter, filingsAgainst, openDraft, uploadFile, uploadsLost, type Act } from './d05-acts.ts';
import { attach, readTrace } from './d05-strace.ts';
import type { City } from './frame/city.ts';
import type { Fault, FaultTools } from './frame/fault.ts';
import { until } from './frame/processes.ts';

const calls = ['write', 'pwrite64', 'fsync', 'fdatasync', 'rename', 'openat', 'ftruncate'] as const;

/** Whose calls are spoiled, on what path, which call, how, and which of each thread's. */
interface Case {
  readonly who: 'server' | 'database';
  readonly path: 'filing' | 'upload' | 'checkpoint';
  readonly call: string;
  readonly how: 'error=EIO' | 'error=ENOSPC' | 'signal=SIGKILL';
  readonly n: number;
}

interface Work {
  readonly city: City;
  readonly tools: FaultTools;
  readonly acts: Act[];
  readonly broken: string[];
  /** names of traces, so that no two are one file */
  traces: number;
  spoiled: number;
  restarts: number;
}

const ready = (city: City): Promise<boolean> => fetch(`${city.baseUrl}/health/ready`, { signal: AbortSignal.timeout(2_000) }).then((answer) => answer.ok, () => false);

/** The city serves again: by itself where the database recovers, else started anew, as a service manager would. */
async function servesAgain(work: Work): Promise<void> {
  const { city } = work;
  const isUp = async (): Promise<boolean> => {
    if (city.pid() === undefined) {
      work.restarts += 1;
      await city.start({ readyWithinMs: 180_000 });
    }
    return (await ready(city)) && (await openDraft(city, 0)) !== undefined;
  };
  if (!(await until(isUp, 60_000, 50))) throw new Error(`the city does not serve again\n${city.output().slice(-2_000)}`);
}

/** All that a case may spoil: the server with its threads, or every process of the database but its main one, which has nothing of this to do. */
const pidsOf = (city: City, who: Case['who']): readonly number[] => (who === 'server' ? [city.pid() ?? 0] : city.backends());

/** What a case does while calls are spoiled; the checkpoint is what the server writes by itself after a filing. */
async function act(work: Work, path: Case['path'], draftId: string): Promise<Act> {
  if (path === 'upload') return uploadFile(work.city, 0, draftId);
  const filed = await fileMatter(work.city, work.acts.length);
  if (path === 'checkpoint') await until(() => published(work.city), 3_000, 100);
  return filed;
}

/** Whether everything that is in the log is under a checkpoint. */
async function published(city: City): Promise<boolean> {
  const owner = await city.owner().catch(() => undefined);
  if (!owner) return false;
  try {
    const { rows } = await owner.query<{ behind: boolean }>(`select coalesce((select max(size) from ledger.checkpoints c where c.log = l.log), 0) < l.size or exists (select 1 from ledger.waiting w where w.log = l.log) as behind from ledger.logs l where l.log = 'cases'`);
    return rows[0]?.behind === false;
  } catch {
    return false;
  } finally {
    await owner.end().catch(() => undefined);
  }
}

/** One call spoiled once; then the city serves again and the journal says what is owed. */
async function spoil(work: Work, one: Case): Promise<void> {
  const { city, tools } = work;
  const draftId = (await openDraft(city, 0)) ?? '';
  const tracing = await attach(pidsOf(city, one.who), [one.call], join(tools.folder('trace'), String((work.traces += 1))), `${one.call}:${one.how}:when=${one.n}`);
  const done = await act(work, one.path, draftId);
  const { spoiled } = await tracing.end();
  work.acts.push(done);
  if (spoiled.length > 0) work.spoiled += 1;
  const syncFailed = one.how !== 'signal=SIGKILL' && spoiled.some((call) => call === 'fsync');
  if (one.who === 'server' && one.path === 'upload' && syncFailed && done.outcome === 'ok') work.broken.push(`an upload was acknowledged after its ${one.call} number ${one.n} failed`);
  await servesAgain(work);
}

/** Each path once with nothing spoiled: how often each call is made. */
async function count(work: Work): Promise<Record<string, number>> {
  const counted: Record<string, number> = {};
  for (const [who, path] of [['database', 'filing'], ['server', 'upload'], ['server', 'checkpoint']] as const) {
    const draftId = (await openDraft(work.city, 0)) ?? '';
    const tracing = await attach(pidsOf(work.city, who), calls, join(work.tools.folder('trace'), String((work.traces += 1))));
    work.acts.push(await act(work, path, draftId));
    for (const [call, n] of Object.entries((await tracing.end()).calls)) counted[`${who} ${path} ${call}`] = n;
  }
  return counted;
}

/** Every call counted, spoiled in every way; at most eight of one kind by one thread, which only repeat themselves after that. */
function casesOf(counted: Readonly<Record<string, number>>): readonly Case[] {
  return Object.entries(counted).flatMap(([key, times]) => {
    const [who, path, call = ''] = key.split(' ') as [Case['who'], Case['path'], string];
    return Array.from({ length: Math.min(times, 8) }, (_unused, n) => (['error=EIO', 'error=ENOSPC', 'signal=SIGKILL'] as const).map((how) => ({ who, path, call, how, n: n + 1 }))).flat();
  });
}

/** The few of a short run: the syncs that an acknowledgement stands on, a write without room, and a process ended in the middle. */
const few: readonly Case[] = [
  { who: 'server', path: 'upload', call: 'fsync', how: 'error=EIO', n: 1 },
  { who: 'database', path: 'filing', call: 'fdatasync', how: 'error=EIO', n: 1 },
  { who: 'server', path: 'upload', call: 'rename', how: 'error=ENOSPC', n: 1 },
  { who: 'server', path: 'upload', call: 'pwrite64', how: 'error=ENOSPC', n: 1 },
  { who: 'database', path: 'filing', call: 'pwrite64', how: 'signal=SIGKILL', n: 1 },
  { who: 'server', path: 'checkpoint', call: 'fsync', how: 'error=EIO', n: 1 },
];

const migrations = fileURLToPath(new URL('../../server/migrations', import.meta.url));

async function schemaOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ digest: string }>(`
    select md5(string_agg(line, '|' order by line)) as digest from (
      select table_schema || '.' || table_name || '.' || column_name || ' ' || data_type as line from information_schema.columns where table_schema not in ('pg_catalog', 'information_schema')
      union all select n.nspname || '.' || p.proname || ' ' || md5(p.prosrc) from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname not in ('pg_catalog', 'information_schema')
      union all select schemaname || '.' || indexname from pg_indexes where schemaname not in ('pg_catalog', 'information_schema')) x`);
  return rows[0]?.digest ?? '';
}

/** A new database brought up to date while one call of its own backend is spoiled, then once more in peace: it must come out as one that was never disturbed. */
async function migrateSpoiled(work: Work, name: string, spoilWith: string | undefined): Promise<string> {
  const reach = async (database: string): Promise<pg.Client> => {
    const main = await work.city.owner();
    const { host, port } = main;
    await main.end();
    const client = new pg.Client({ host, port, user: 'yimen_owner', database });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  const admin = await reach('postgres');
  await admin.query(`create database ${name} template template0`);
  await admin.end();
  const client = await reach(name);
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  if (spoilWith !== undefined) {
    const call = spoilWith.split(':')[0] ?? '';
    const tracing = await attach([rows[0]?.pid ?? 0], [call], join(work.tools.folder('trace'), String((work.traces += 1))), spoilWith);
    await migrate(client, migrations).catch(() => undefined);
    if ((await tracing.end()).spoiled.length > 0 || spoilWith.includes('SIGKILL')) work.spoiled += 1;
    await client.end().catch(() => undefined);
    await servesAgain(work);
  } else await client.end();
  const after = await reach(name);
  const done = await migrate(after, migrations);
  if (!done.ok) work.broken.push(`a migration disturbed by ${spoilWith ?? 'nothing'} cannot be ended: ${done.code}`);
  const schema = await schemaOf(after);
  await after.end();
  return schema;
}

const spoiledMigrations = { quick: [], gate: ['fdatasync:error=EIO:when=3'], full: ['fdatasync', 'pwrite64', 'openat', 'write', 'ftruncate'].flatMap((call) => [1, 2, 5, 20, 60].flatMap((n) => ['error=EIO', 'error=ENOSPC', 'signal=SIGKILL'].map((how) => `${call}:${how}:when=${n}`))) } as const;

/** The real vault and the planted one, each under strace with every fsync failing: which of them said `ok`. */
async function forgetfulStore(tools: FaultTools): Promise<{ real: string; planted: string }> {
  const program = await builtProgram(fileURLToPath(new URL('d05-store-once.ts', import.meta.url)), 'd05-store-once');
  tools.atEnd(program.remove);
  const run = (...args: string[]): string => {
    const trace = join(tools.folder('trace'), 'vault');
    const { stdout } = spawnSync('strace', ['-f', '-o', trace, '-e', 'trace=fsync', '-e', 'inject=fsync:error=EIO', process.execPath, program.file, tools.folder('vault'), ...args], { encoding: 'utf8' });
    return readTrace(readFileSync(trace, 'utf8')).spoiled.length > 0 ? stdout : 'nothing was spoiled';
  };
  const outcome = { real: run(), planted: run('forgetful') };
  program.remove();
  return outcome;
}

/** D-05: single system calls of the server and of the database fail, or end the process. */
export const fault: Fault = {
  id: 'D-05',
  title: 'each system call fails once',
  needs: ['strace'],
  seconds: { quick: 5, gate: 16, full: 420 },
  async run(size, tools) {
    const city = await tools.city({ env: { UV_THREADPOOL_SIZE: '1' } });
    await city.start({ readyWithinMs: 180_000 });
    const work: Work = { city, tools, acts: [], broken: [], traces: 0, spoiled: 0, restarts: 0 };
    const counted = size === 'full' ? await count(work) : {};
    const cases = size === 'full' ? casesOf(counted) : few.slice(0, size === 'quick' ? 2 : few.length);
    for (const one of cases) await spoil(work, one);
    const clean = spoiledMigrations[size].length > 0 ? await migrateSpoiled(work, 'undisturbed', undefined) : '';
    for (const [n, one] of spoiledMigrations[size].entries()) if ((await migrateSpoiled(work, `disturbed_${n}`, one)) !== clean) work.broken.push(`a migration disturbed by ${one} came out differently`);
    if (!(await until(() => published(city), 60_000, 100))) work.broken.push('INV-7: not everything acknowledged came under a checkpoint within a minute');
    const owner = await city.owner();
    const filings = await filingsAgainst(owner, work.acts);
    await owner.end();
    const uploads = await uploadsLost(city, 0, work.acts);
    if (uploads > 0) work.broken.push(`INV-10: ${uploads} acknowledged files cannot be read back`);
    await city.stop();
    const store = await forgetfulStore(tools);
    if (store.real !== 'failed') work.broken.push(`the vault said ${store.real} after its fsync failed`);
    return {
      faults: cases.length + spoiledMigrations[size].length, lost: filings.lost + uploads, broken: [...work.broken, ...filings.broken], mutantsPlanted: 1, mutantsCaught: store.planted === 'ok' ? 1 : 0,
      figures: {
        spoiled: work.spoiled, acknowledged: work.acts.filter((one) => one.outcome === 'ok').length, refused: work.acts.filter((one) => one.outcome === 'fail').length, unknown: work.acts.filter((one) => one.outcome === 'unknown').length,
        restarts: work.restarts, ...(size === 'full' ? { callsCounted: Object.values(counted).reduce((sum, n) => sum + n, 0) } : {}),
      },
      seed: tools.seed,
    };
  },
};
