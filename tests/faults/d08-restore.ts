import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keptUntil, listBackups, listInstallations, newIdentity, openStore, type ObjectStore } from '../../server/platform/backup/index.ts';
import { cityOn, type City } from './frame/city.ts';
import type { Fault, FaultTools, Size } from './frame/fault.ts';
import { examiner } from './frame/invariants.ts';
import { until } from './frame/processes.ts';
import { programFolder } from './frame/program.ts';
import { startWorkload, type Workload } from './frame/workload.ts';

/** Facts written before the moment that is restored. */
const wanted: Readonly<Record<Size, number>> = { quick: 200, gate: 500, full: 100_000 };

/** Facts as they are told apart: matter, number, hash. */
async function factsOf(city: City, until_ = 'infinity'): Promise<string[]> {
  const owner = await city.owner();
  try {
    const { rows } = await owner.query<{ fact: string }>(`select matter_id || '/' || seq || '/' || encode(hash, 'hex') as fact from platform.facts where at <= $1::timestamptz order by 1`, [until_]);
    return rows.map(({ fact }) => fact);
  } finally {
    await owner.end();
  }
}

async function ask<T extends object>(city: City, sql: string): Promise<T | undefined> {
  const owner = await city.owner();
  try {
    return (await owner.query<T>(sql)).rows[0];
  } finally {
    await owner.end();
  }
}

/** The database's own clock, as the log of the database has it at each commit. */
const clockOf = async (city: City): Promise<string> => (await ask<{ at: string }>(city, `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`))?.at ?? '';

/** Where the store is, who opens it, and the program that an operator uses. */
interface Safe {
  readonly target: string;
  readonly store: ObjectStore;
  readonly identities: readonly [string, string];
  readonly recipients: string;
}

async function openSafe(tools: FaultTools): Promise<Safe> {
  const folder = tools.folder('safe');
  const keepers = [await newIdentity(), await newIdentity()];
  const files = keepers.map(({ identity, recipient }, at) => {
    const file = join(folder, `keeper-${at + 1}.txt`);
    writeFileSync(file, `# public key: ${recipient}\n${identity}\n`, { mode: 0o600 });
    return file;
  });
  const target = join(folder, 'store');
  return { target, store: openStore({ target, spoolFolder: '', s3: null }), identities: [files[0] ?? '', files[1] ?? ''], recipients: keepers.map(({ recipient }) => recipient).join(',') };
}

/** Runs the built `yimen`, as an operator does; throws with its own words when it refuses. */
async function yimen(args: readonly string[]): Promise<number> {
  const started = performance.now();
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(YIMEN_|BACKUP_|DATABASE_|NODE_OPTIONS)/.test(name)));
  const child = spawn(process.execPath, [join(programFolder(), 'dist', 'server', 'cli.js'), ...args], { cwd: programFolder(), env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error(`yimen ${args[0] ?? ''} ended with ${code}: ${said.trim()}`);
  return (performance.now() - started) / 1000;
}

/** People write until there are so many facts, or the time is up. */
async function workUntil(tools: FaultTools, city: City, load: Workload, facts: number): Promise<void> {
  const countNow = async (): Promise<number> => Number((await ask<{ n: string }>(city, 'select count(*) as n from platform.facts'))?.n ?? 0);
  const most = Math.max(5_000, tools.timeLeftMs() * 0.6);
  await until(async () => (await countNow()) >= facts, most, 250);
  await load.stop();
}

interface Drill {
  readonly city: City;
  readonly safe: Safe;
  readonly load: Workload;
  /** shortly after people began, and when they had ended */
  readonly early: string;
  readonly moment: string;
  readonly facts: readonly string[];
  readonly lossSeconds: number;
}

/** A city backs itself up from its first minute; people write; the moment is noted; more is written, published, and then a table is dropped. */
async function writeAndDrop(size: Size, tools: FaultTools): Promise<Drill> {
  const safe = await openSafe(tools);
  const city = await tools.city({ env: { BACKUP_TARGET: safe.target, BACKUP_RECIPIENTS: safe.recipients } });
  await city.start();
  const installation = async (): Promise<string> => (await listInstallations(safe.store))[0] ?? '';
  if (!(await until(async () => (await listBackups(safe.store, await installation())).length > 0, 60_000, 100))) throw new Error(`no backup was made\n${city.output()}`);
  const before = startWorkload(city, { clerks: 20, residents: 3, journalFolder: tools.folder('early'), handledPercent: 30 });
  await until(() => before.acknowledged() > 20, 20_000);
  const early = await clockOf(city);
  await workUntil(tools, city, before, wanted[size]);
  const moment = await clockOf(city);
  const facts = await factsOf(city, moment);
  const after = startWorkload(city, { clerks: 5, journalFolder: tools.folder('late') });
  await until(() => after.acknowledged() > 10, 20_000);
  await after.stop();
  // The log of facts is published beyond the moment: that is what the restored server must see.
  const published = async (): Promise<boolean> => Number((await ask<{ size: string }>(city, `select coalesce(max(size), 0) as size from ledger.checkpoints where log = 'cases'`))?.size ?? 0) > facts.length;
  if (!(await until(published, 40_000, 200))) throw new Error('no checkpoint was published after the moment');
  await ask(city, 'drop table platform.facts cascade');
  const droppedAt = await clockOf(city);
  // Only the full run waits for the database's own time; the smaller ones ask it to finish its file.
  if (size !== 'full') await ask(city, 'select pg_switch_wal()');
  const there = async (): Promise<boolean> => ((await keptUntil(safe.store, await installation())) ?? '') > droppedAt;
  if (!(await until(there, 120_000, 100))) throw new Error(`the log of the drop did not reach the store\n${city.output()}`);
  const lossSeconds = (Date.now() - Date.parse(droppedAt)) / 1000;
  await city.killAll();
  return { city, safe, load: before, early, moment, facts, lossSeconds };
}

/** Restores into a new folder, lays the keys beside it, and starts the city that came of it. */
async function restored(tools: FaultTools, { city, safe }: Drill, to: string, identity: string): Promise<{ city: City; seconds: number; bytes: number }> {
  const into = join(tools.folder('restored'), 'city');
  const seconds = await yimen(['restore', '--target', safe.target, '--to', to, '--identity', identity, '--into', into]);
  cpSync(join(city.folder, 'keys'), join(into, 'keys'), { recursive: true });
  const again = await cityOn(into, city.template);
  tools.atEnd(() => again.killAll());
  const files = readdirSync(join(into, 'database', 'cluster'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  await again.start();
  return { city: again, seconds, bytes };
}

/** Nothing of what was acknowledged until the moment is missing, nothing later is there, every invariant holds, and the log that fell behind signs nothing. */
async function judge(drill: Drill, again: City): Promise<{ lost: number; broken: string[] }> {
  const there = new Set(await factsOf(again));
  const missing = drill.facts.filter((fact) => !there.has(fact));
  const look = await examiner(again, drill.load.journal).whole();
  const broken = [...look.lost, ...look.broken];
  if (there.size > drill.facts.length) broken.push(`${there.size - drill.facts.length} facts of after the moment are there`);
  const stopped = async (): Promise<boolean> => ((await ask<{ why: string | null }>(again, `select stopped_why as why from ledger.logs where log = 'cases'`))?.why ?? null) !== null;
  if (!(await until(stopped, 30_000, 200))) broken.push('the log fell behind what was published, and was not stopped');
  const later = await ask<{ n: string }>(again, `select count(*) as n from ledger.checkpoints where log = 'cases' and signed_at > now() - interval '1 second' * 3600 and size > (select size from ledger.logs where log = 'cases')`);
  if (later?.n !== '0') broken.push('a checkpoint beyond the restored log is there');
  return { lost: missing.length, broken };
}

/** A backup taken by the city itself, a table dropped, and the city restored to the moment before by the program that is shipped. */
export const fault: Fault = {
  id: 'D-08', title: 'Backup, and restore to the moment before a mistake', needs: [], seconds: { quick: 0, gate: 0, full: 900 },
  async run(size, tools) {
    const drill = await writeAndDrop(size, tools);
    const whole = await restored(tools, drill, drill.moment, drill.safe.identities[0]);
    const { lost, broken } = await judge(drill, whole.city);
    await whole.city.stop();
    // The planted defect: a restore that stops too early. The comparison must see that facts are missing.
    const short = await restored(tools, drill, drill.early, drill.safe.identities[1]);
    const planted = (await factsOf(short.city)).length < drill.facts.length && drill.facts.length > 0;
    await short.city.stop();
    if (drill.lossSeconds > 60) broken.push(`what was written last reached the store after ${Math.round(drill.lossSeconds)} s`);
    await yimen(['verify', '--target', drill.safe.target, '--identity', drill.safe.identities[1]]).catch((error: unknown) => broken.push(String(error)));
    return {
      faults: 1, lost, broken, mutantsPlanted: 1, mutantsCaught: planted ? 1 : 0, seed: tools.seed,
      figures: {
        facts: drill.facts.length, lastWriteInStoreSeconds: Math.round(drill.lossSeconds), restoreSeconds: Math.round(whole.seconds * 10) / 10, restoredMegabytes: Math.round(whole.bytes / 1e6),
        gigabytesIn15Minutes: Math.round(((whole.bytes / whole.seconds) * 900) / 1e9),
      },
    };
  },
};
