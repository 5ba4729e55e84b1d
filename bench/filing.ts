/**
 * `npm run bench:filing`: filings a second through HTTP (session, permission, policy, form and situation judged, chain, jobs, access record: the real
 * thing) against the same rows written by the bare database, one function call each over the same number of connections, in turn in one run. Prints
 * the ratio, which is what counts: absolute figures are this machine's. `--quick` measures 32 clients only. Last line: one JSON object.
 */
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { inventPerson } from '../server/demo/people.ts';
import { peopleDomain } from '../server/domains/people/index.ts';
import { loadKeys } from '../server/platform/crypto/index.ts';
import { applicationRole, openDatabase } from '../server/platform/db/database.ts';
import { databaseClock } from '../server/platform/db/clock.ts';
import { startEmbedded } from '../server/platform/db/embedded/index.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const quick = process.argv.includes('--quick');
const levels = quick ? [32] : [1, 8, 32, 64];
const rounds = quick ? 3 : 5;
const seconds = quick ? 2.5 : 4;
const connections = 8;
const port = 20_000 + Math.floor(Math.random() * 20_000);

/** The halls whose windows file: one clerk for each client. */
const halls = ['YM-440303-hall', 'YM-440304-hall', 'YM-440305-hall', 'YM-440306-hall', 'YM-440307-hall', 'YM-440309-hall', 'YM-440310-hall', 'YM-440311-hall'];

/** 居住登记 for a mainland resident who rents: a form of nine answers, a situation, two materials. */
const application = JSON.stringify({
  commandId: '$command', partyId: '$party', hall: '$hall', taskCode: 'YM-07-0003-01', handlingItem: 'YM-07-0003-01-01', areaUnit: '440303001001', answers: { who: 'mainland' },
  form: { address_line: '黄贝街道黄贝岭村一坊12号301房', moved_in_on: '2026-10-08', home_kind: 'rented', landlord_name: '测试房东', landlord_phone: '13900000000', why_here: 'work', occupation: '厨师', children_with: 1, declaration: true },
  materials: [{ materialCode: 'identity_card', form: 'seen_at_window' }, { materialCode: 'lease_or_title', form: 'seen_at_window' }],
});

interface Rate {
  readonly done: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

async function load(program: string, orders: object): Promise<Rate> {
  const child = fork(join(project, 'bench', program), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const answer = once(child, 'message') as Promise<[Rate]>;
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`${program} ended with ${String(code)}`)));
  child.send(orders);
  const [rate] = await Promise.race([answer, ended]);
  ended.catch(() => undefined);
  return rate;
}

/** Processor milliseconds a process has used, and its children if asked. */
function cpuMs(pids: readonly number[]): number {
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
function databaseProcesses(postmaster: number): number[] {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ')[1] === String(postmaster);
    } catch {
      return false;
    }
  });
  return [postmaster, ...children];
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

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

/** Clerks at their windows and people to stand there. */
async function arrange(database: ReturnType<typeof openDatabase>, dataFolder: string): Promise<{ clerks: object[]; parties: readonly string[] }> {
  const keys = await loadKeys(join(dataFolder, 'keys'), { databaseExists: true });
  if (!keys.ok) throw new Error(keys.code);
  const clock = await databaseClock(database.pool);
  const people = await peopleDomain({ database, keys: keys.keys, clock, passwordCost: 'test', sendCode: async () => 'refused', institution: (code) => ({ name: { 'zh-CN': code, 'zh-HK': code, en: code }, unit: code.split('-')[1] ?? '' }) });
  const today = clock.now().slice(0, 10);
  const parties = await people.makeParties(Array.from({ length: 400 }, (_unused, index) => {
    const person = inventPerson(7, { index, today });
    return { number: person.number, name: person.name['zh-CN'], phone: null, assurance: 'verified_at_window' as const };
  }));
  const staff = await people.makeStaff(
    Array.from({ length: 64 }, (_unused, n) => ({ login: `bench${n}`, name: `窗口${n}`, password: 'bench-password-1', posts: [{ institution: halls[n % halls.length] ?? '', role: 'window_clerk' as const }] })),
    { quickPasswords: true },
  );
  const clerks: object[] = [];
  for (const [n, staffId] of staff.entries()) clerks.push({ ...(await people.openSessionFor({ kind: 'staff', staffId })), hall: halls[n % halls.length] });
  return { clerks, parties };
}

/** The rows of one real filing as the entry that wrote them, with marks where every filing differs; what follows from a filing at a window (the applicant told, measures, evaluation, supervision) is one row. */
async function templateOf(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query<{ entry: string }>(`
    with m as (select matter_id from matters.matters order by received_at limit 1)
    select jsonb_build_object(
      'keys', (select jsonb_agg(jsonb_build_object('owner_id', owner_id, 'wrapped', replace(encode(wrapped, 'base64'), E'\\n', ''))) from platform.data_keys where owner_id in (select matter_id from m)),
      'commands', (select jsonb_agg(jsonb_build_object('matter_id', matter_id, 'command_id', command_id, 'actor', actor, 'digest', encode(digest, 'hex'), 'answer', answer, 'at', '$now')) from platform.commands where matter_id in (select matter_id from m)),
      'facts', (select jsonb_agg(jsonb_build_object('matter_id', matter_id, 'seq', seq, 'kind', kind, 'at', '$now', 'by', by, 'content', content, 'salt', encode(salt, 'hex'), 'files', files, 'rule', rule, 'prev', encode(prev, 'hex'), 'hash', encode(hash, 'hex')) order by seq) from platform.facts where matter_id in (select matter_id from m)),
      'sealed', (select jsonb_agg(jsonb_build_object('matter_id', matter_id, 'seq', seq, 'sealed', replace(encode(sealed, 'base64'), E'\\n', ''))) from platform.particulars where matter_id in (select matter_id from m)),
      'access', (select jsonb_agg(jsonb_build_object('matter_id', matter_id, 'record_id', '$record', 'actor', actor, 'act', act, 'outcome', outcome)) from platform.access_records where matter_id in (select matter_id from m)),
      'jobs', (select jsonb_agg(jsonb_build_object('job_id', '$job1', 'matter_id', matter_id, 'kind', 'bench.nobody', 'payload', (select jsonb_build_object('jobs', jsonb_agg(jsonb_build_object('jobId', '$job' || (n + 1), 'kind', 'bench.nobody', 'payload', '{"fact":"matter_filed"}'::jsonb))) from generate_series(1, 4) n))) from m),
      'clocks', (select jsonb_agg(to_jsonb(c)) from matters.clocks c where matter_id in (select matter_id from m)),
      'states', (select jsonb_agg(to_jsonb(x) - 'head' || jsonb_build_object('head', encode(x.head, 'hex'))) from matters.matters x where matter_id in (select matter_id from m)),
      'parties', (select jsonb_agg(jsonb_build_object('party_id', party_id, 'matter_id', matter_id, 'received_at', '$now')) from matters.by_party where matter_id in (select matter_id from m)),
      'links', '[]'::jsonb, 'drafts_done', '[]'::jsonb)::text as entry`);
  const entry = rows[0]?.entry ?? '';
  const { rows: ids } = await owner.query<{ matter_id: string; command_id: string }>('select matter_id, command_id from platform.commands order by at limit 1');
  return entry.replaceAll(ids[0]?.matter_id ?? '', '$matter').replaceAll(ids[0]?.command_id ?? '', '$command');
}

async function main(): Promise<void> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'yimen-bench-')));
  chmodSync(folder, 0o755);
  const embedded = await startEmbedded({ dataFolder: join(folder, 'database'), settings: { max_wal_size: '8GB', shared_buffers: '512MB' } });
  const { host, port: databasePort = 5432, user, database: name } = embedded.connection;
  const url = `postgresql:///${name}?host=${encodeURIComponent(host)}&port=${databasePort}&user=${user}`;
  let server: ChildProcess | undefined;
  try {
    server = await startServer({ YIMEN_DATA: folder, PORT: String(port), DATABASE_URL: url, DATABASE_POOL: String(connections), SMS_STAND_IN: 'no' });
    const owner = new pg.Client(embedded.connection);
    // A failed run stops the database under it; the failure itself is what is told.
    owner.on('error', () => undefined);
    await owner.connect();
    const application8 = openDatabase({ ...embedded.connection, user: applicationRole }, { size: 4, viaRole: false });
    const { clerks, parties } = await arrange(application8, folder);
    await application8.close();
    const http = { port, clerks, parties, body: application };
    await load('load-http.mjs', { ...http, clients: 8, seconds: 2 });
    const bare = { connection: { ...embedded.connection, user: applicationRole }, connections, template: await templateOf(owner) };
    await load('load-bare.mjs', { ...bare, clients: 8, seconds: 1 });
    const results = [];
    for (const clients of levels) results.push(await measure(clients, http, bare, server.pid ?? 0, embedded.pid, owner));
    await owner.end();
    const main32 = results.find((one) => one.clients === 32) ?? results[0];
    console.log(JSON.stringify({ ...main32, levels: results }));
  } finally {
    if (server && server.exitCode === null) {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** One number of clients: bare and HTTP in turn, medians over the rounds. */
async function measure(clients: number, http: object, bare: object, serverPid: number, postmaster: number, owner: pg.Client) {
  const bares: number[] = [];
  const rates: Rate[] = [];
  const costs: { server: number; database: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bares.push((await load('load-bare.mjs', { ...bare, clients, seconds })).perSecond);
    // Jobs that nobody does would lie in the way of the server's own.
    await owner.query(`delete from platform.jobs where kind = 'bench.nobody'`);
    await owner.query('vacuum platform.jobs');
    const before = { server: cpuMs([serverPid]), database: cpuMs(databaseProcesses(postmaster)) };
    const rate = await load('load-http.mjs', { ...http, clients, seconds });
    rates.push(rate);
    costs.push({ server: ((cpuMs([serverPid]) - before.server) * 1000) / rate.done, database: ((cpuMs(databaseProcesses(postmaster)) - before.database) * 1000) / rate.done });
  }
  const perSecond = median(rates.map((rate) => rate.perSecond));
  const result = {
    clients, ratio: round2(perSecond / median(bares)), p50Ms: round2(median(rates.map((rate) => rate.p50Ms))), p99Ms: round2(median(rates.map((rate) => rate.p99Ms))),
    cpuUsPerFiling: Math.round(median(costs.map((cost) => cost.server + cost.database))), serverCpuUs: Math.round(median(costs.map((cost) => cost.server))), databaseCpuUs: Math.round(median(costs.map((cost) => cost.database))),
    perSecond: Math.round(perSecond), barePerSecond: Math.round(median(bares)),
  };
  console.log(`${String(clients).padStart(3)} clients: ${result.perSecond}/s over HTTP, ${result.barePerSecond}/s bare, ratio ${result.ratio}, p50 ${result.p50Ms} ms, p99 ${result.p99Ms} ms, ${result.cpuUsPerFiling} µs processor a filing`);
  return result;
}

const round2 = (value: number): number => Math.round(value * 100) / 100;

await main();
