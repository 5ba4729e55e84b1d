/**
 * `npm run check:scanners`: Debian's wapiti and sqlmap against the whole application on a real database, as every standing of docs/access/who-may-do-what.md (S-11). wapiti crawls portal,
 * workbench and the pages of the API, and attacks what it met and a form of every operation; sqlmap (`--risk 2 --level 3`) tries every field of every operation that takes any. In the same
 * run they must find two faults planted in an application of its own, or the run is void. `--quick` ends within 45 s: the planted ones and one standing; `--minutes N` bounds the rest of a
 * full run (45), told where anything was cut; `--as officer` is one standing. Last line: one JSON object; exit 1 where anything was found, unended, or void. docs/security/scanners.md.
 */
import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../server/project-folder.ts';
import type { Opened, Ready, Report } from './scanners/installation.ts';
import { openOutside } from './scanners/outside.ts';
import { endAllPrograms, isInstalled } from './scanners/programs.ts';
import { withoutReviewed } from './scanners/reviewed.ts';
import { sqlmap, type SqlTarget } from './scanners/sqlmap.ts';
import { wapiti, wapitiModules, type Finding, type WapitiBounds } from './scanners/wapiti.ts';

const args = process.argv.slice(2);
const after = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const quick = args.includes('--quick');
const only = after('--as');
const started = performance.now();
const stopAtMs = quick ? 34_000 : Number(after('--minutes') ?? 45) * 60_000;
const elapsed = (): number => performance.now() - started;
const atOnce = 2;

type Task = () => Promise<void>;

/** What the run came to know. */
interface Run {
  readonly folder: string;
  readonly outsideUrl: string;
  readonly findings: Finding[];
  readonly unended: string[];
  /** not begun for want of time */
  left: number;
  fields: number;
  /** modules of wapiti whose time was up */
  cut: number;
  number: number;
}

const say = (words: string): void => console.log(`${(elapsed() / 1_000).toFixed(0).padStart(5)} s  ${words}`);

const folderFor = (run: Run): string => join(run.folder, String((run.number += 1)));

const quickBounds: WapitiBounds = { modules: ['cookieflags', 'csp', 'http_headers', 'xss', 'redirect', 'crlf'], crawlSeconds: 4, moduleSeconds: 3, depth: 1, linksPerPage: 10 };
const plantedBounds: WapitiBounds = { modules: ['xss'], crawlSeconds: 5, moduleSeconds: 10, depth: 1, linksPerPage: 10 };
/** Half of the time is wapiti's, as much for each standing (there are eleven) and each module; its crawl takes that of two. */
const seconds = Math.max(3, Math.round(((stopAtMs / 1_000) * atOnce * 0.5) / (only === undefined ? 11 : 1) / (wapitiModules.length + 2)));
const fullBounds: WapitiBounds = { modules: wapitiModules, crawlSeconds: 2 * seconds, moduleSeconds: seconds, depth: 3, linksPerPage: 40 };

/** Tasks one after the other, some at once, begun as long as there is time. */
async function work(run: Run, tasks: readonly Task[]): Promise<void> {
  const waiting = [...tasks];
  const hand = async (): Promise<void> => {
    for (let task = waiting.shift(); task; task = waiting.shift()) {
      if (elapsed() > stopAtMs) run.left += 1;
      else await task();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
}

async function crawl(run: Run, gate: Opened['gates'][number], bounds: WapitiBounds): Promise<void> {
  try {
    const { found, cut } = await wapiti({ who: gate.who, url: gate.url, starts: ['/try/', '/workbench/', '/api/docs/'] }, run.outsideUrl, folderFor(run), bounds);
    run.findings.push(...found);
    say(`wapiti as ${gate.who}: ${found.length === 0 ? 'nothing' : `${found.length} to look at`}${cut.length > 0 ? `; cut short: ${cut.join(', ')}` : ''}`);
    run.cut += cut.length;
  } catch (error) {
    run.unended.push(String(error));
    say(String(error));
  }
}

async function tryFields(run: Run, target: SqlTarget, mostMs: number): Promise<void> {
  const outcome = await sqlmap(target, folderFor(run), mostMs);
  run.fields += target.fields.length;
  run.findings.push(...outcome.findings);
  if (outcome.unended !== undefined) run.unended.push(`sqlmap as ${target.who} at ${target.url} (${target.fields.join(', ')}): ${outcome.unended}`);
  if (outcome.findings.length > 0 || outcome.unended !== undefined) say(`sqlmap as ${target.who} at ${target.url}: ${outcome.unended ?? 'FOUND'}`);
}

/** For one operation: the fields where any text passes to the end, the others where they answer oddly. */
function sqlTasks(run: Run, gate: Opened['gates'][number], mostMs: number): readonly Task[] {
  return gate.operations.flatMap(({ id, fields }) => {
    const form = fields.map(({ name, value }) => [name, value] as const);
    const of = (open: boolean) => fields.filter((field) => field.open === open).map(({ name }) => name);
    const target = { who: gate.who, url: `${gate.url}/try/${id}`, form };
    return [{ ...target, fields: of(true) }, { ...target, fields: of(false), whereOdd: true }].filter((one) => one.fields.length > 0).map((one) => () => tryFields(run, one, mostMs));
  });
}

/** The two faults that are there: found or not. */
async function plantedFound(run: Run, url: string): Promise<number> {
  const [crossSite, injected] = await Promise.all([
    wapiti({ who: 'planted', url, starts: [] }, run.outsideUrl, folderFor(run), plantedBounds),
    sqlmap({ who: 'planted', url: `${url}/books?id=1`, fields: ['id'] }, folderFor(run), 60_000),
  ]);
  const found = [crossSite.found.some((one) => one.what === 'Cross Site Scripting' && one.where.includes('/greeting') && one.parameter === 'name'), injected.findings.some((one) => one.parameter === 'id')];
  say(`planted: cross-site scripting ${found[0] ? 'found' : 'NOT FOUND'}, SQL injection ${found[1] ? 'found' : 'NOT FOUND'}`);
  return found.filter(Boolean).length;
}

/** One of our programs as a child; what it tells first. */
async function child<T>(file: string, tsconfig: string, own: readonly string[]): Promise<{ readonly process: ChildProcess; readonly told: T }> {
  const env = { ...process.env, TSX_TSCONFIG_PATH: join(projectFolder(), tsconfig) };
  const one = fork(join(projectFolder(), file), own, { cwd: projectFolder(), execArgv: ['--import', 'tsx'], env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return { process: one, told: await next<T>(one) };
}

/** What a child tells next. */
function next<T>(one: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const left = (code: number | null): void => reject(new Error(`a part of the run ended by itself (${code ?? 'signal'})`));
    one.once('exit', left);
    one.once('message', (told) => {
      one.off('exit', left);
      resolve(told as T);
    });
  });
}

const ended = (one: ChildProcess): Promise<void> =>
  new Promise((done) => {
    if (one.exitCode !== null) return done();
    one.once('exit', () => done());
    if (one.connected) one.disconnect();
  });

async function main(): Promise<void> {
  const missing = ['wapiti', 'sqlmap'].filter((name) => !isInstalled(name));
  if (missing.length > 0) {
    console.log(JSON.stringify({ skipped: `not installed: ${missing.join(', ')} (Debian and Ubuntu have them as packages)` }));
    return;
  }
  const { isBuilt } = (await import('./build-stamp.mjs' as string)) as { isBuilt(): boolean };
  if (!isBuilt() && spawnSync(process.execPath, ['tools/build.mjs'], { cwd: projectFolder(), stdio: 'inherit' }).status !== 0) throw new Error('the build failed');
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'yimen-scanners-')));
  const outside = await openOutside();
  const run: Run = { folder, outsideUrl: outside.url, findings: [], unended: [], left: 0, fields: 0, cut: 0, number: 0 };
  const children: ChildProcess[] = [];
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  process.once('exit', endAllPrograms);
  try {
    const ready = await child<Ready>('tools/scanners/installation.ts', 'tools/scanners/portal.tsconfig.json', quick ? ['--quick'] : []);
    children.push(ready.process);
    const opening = next<Opened>(ready.process);
    const planted = await child<{ port: number }>('tests/scanners/planted-application.ts', 'tsconfig.json', [JSON.stringify(ready.told.planted)]);
    children.unshift(planted.process);
    const [found, opened] = await Promise.all([plantedFound(run, `http://127.0.0.1:${planted.told.port}`), opening.then((told) => (say('all doors are open'), told))]);
    await scanned(run, opened);
    const reporting = next<Report>(ready.process);
    ready.process.send('report');
    const report = await reporting;
    tell(run, found, report);
  } finally {
    endAllPrograms();
    for (const one of children) await ended(one);
    await outside.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function scanned(run: Run, { gates }: Opened): Promise<void> {
  const chosen = gates.filter(({ who }) => (only === undefined ? !quick || who === 'resident' : who === only));
  if (!quick) return work(run, [...chosen.map((gate) => () => crawl(run, gate, fullBounds)), ...chosen.flatMap((gate) => sqlTasks(run, gate, 600_000))]);
  const openOf = ({ fields }: (typeof chosen)[number]['operations'][number]): number => fields.filter(({ open }) => open).length;
  // Those with the fewest fields first: what is begun is to end.
  const [gate] = chosen.map((one) => ({ ...one, operations: one.operations.filter((operation) => openOf(operation) > 0).toSorted((operation, other) => openOf(operation) - openOf(other)).slice(0, 3) }));
  if (!gate) return;
  // However slow the machine: nothing is said of an application that nobody knocked at, so one operation is tried beside the crawl whatever the time.
  const [first, ...others] = sqlTasks(run, gate, 9_000);
  await Promise.all([crawl(run, gate, quickBounds), first?.()]);
  await work(run, others);
}

function tell(run: Run, found: number, report: Report): void {
  const atGate = report.faults.map((one): Finding => ({ scanner: 'gate', who: one.who, what: `answered ${one.status}`, where: one.where, parameter: '', told: '' }));
  const { left, unused } = withoutReviewed([...run.findings, ...atGate]);
  const shown = new Set<string>();
  for (const one of left) {
    const line = `${one.scanner} as ${one.who}: ${one.what} at ${one.where}${one.parameter === '' ? '' : ` in ${one.parameter}`} ${one.told}`;
    if (!shown.has(line)) console.log(line);
    shown.add(line);
  }
  const stale = quick || only !== undefined ? [] : unused;
  for (const one of stale) console.log(`reviewed, and found no more: ${one.what} ${String(one.told)}`);
  for (const one of run.unended) console.log(`not ended: ${one}`);
  console.log(`${report.requests} requests, ${report.reached} operations reached, ${report.good} of them with a good answer, ${run.fields} fields tried by sqlmap, ${run.findings.length + atGate.length - left.length} findings reviewed${run.cut > 0 ? `, ${run.cut} modules of wapiti cut short` : ''}${run.left > 0 ? `, ${run.left} tasks not begun for want of time` : ''}`);
  console.log(JSON.stringify({ findings: shown.size, plantedFound: found }));
  process.exitCode = shown.size + stale.length + (quick ? 0 : run.unended.length + run.left) === 0 && found === 2 ? 0 : 1;
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
