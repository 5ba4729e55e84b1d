/**
 * `npm run faults`: the fault programme. Real servers and real databases are killed, cut off from power, starved and lied to, and afterwards
 * everything acknowledged must be there. `--quick` (a small fixed selection, at most 45 s), `--full` (before a release), `--only D-01,D-03`,
 * `--seed 7` (printed by every run), `--no-build` (dist as it is). A table, then one JSON object on the last line; fails where something was
 * lost, an invariant broke or a planted defect was not caught. What this machine cannot do is skipped by name, with the reason.
 */
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { faults } from '../tests/faults/index.ts';
import { project } from '../tests/faults/frame/city.ts';
import type { Fault, FaultResult, Size } from '../tests/faults/frame/fault.ts';
import { lacking } from '../tests/faults/frame/needs.ts';
import { report, type Row } from '../tests/faults/frame/report.ts';
import { clearFolder, runFolder, sweepLeftovers } from '../tests/faults/frame/run-folder.ts';
import { openTools, templateOfRun } from '../tests/faults/frame/tools.ts';

const { values } = parseArgs({ options: { quick: { type: 'boolean' }, full: { type: 'boolean' }, only: { type: 'string' }, seed: { type: 'string' }, 'no-build': { type: 'boolean' } } });
const size: Size = values.quick ? 'quick' : values.full ? 'full' : 'gate';
const runSeed = values.seed === undefined ? Math.floor(Math.random() * 1_000_000) : Number(values.seed);
const wanted = values.only?.split(',').map((id) => id.trim().toUpperCase());

/** What `--quick` runs: one of each kind that shows something within seconds. */
const quickSelection = ['D-01', 'D-03', 'D-07', 'X-05', 'L-07'];
const quickLimitMs = 40_000;
/** Before anything else: the limit of a quick run counts from here. */
const begunAt = performance.now();

/** Somebody pressed Ctrl-C, or the run is over: everything goes, however far it was. */
let clearing: Promise<void> | undefined;
let closeTools: (() => Promise<void>) | undefined;
const clear = (): Promise<void> =>
  (clearing ??= (async () => {
    await closeTools?.().catch((error: unknown) => console.error(String(error)));
    await clearFolder(runFolder);
  })());

/** The fault that runs, and how it is told of what went wrong beside its own course: in a listener nobody wrote, in a promise nobody waits for yet. */
let running: { readonly id: string; breaks(error: unknown): void } | undefined;
/** Whether the last line has been printed. A run that ends without it, whatever ended it, says so in its place. */
let isReported = false;
const tellEnd = (problem: string): void => {
  if (isReported) return;
  isReported = true;
  console.log(JSON.stringify({ kills: 0, powerCuts: 0, lost: 0, mutantsPlanted: 0, mutantsCaught: 0, skipped: [], problem: `${running ? `${running.id}: ` : ''}${problem}` }));
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    tellEnd(`ended by ${signal}`);
    void clear().finally(() => process.exit(130));
  });
}
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => {
    console.error(`${event}${running ? ` while ${running.id} ran` : ''}:`, error);
    if (running) return running.breaks(error);
    tellEnd(error instanceof Error ? error.message : String(error));
    void clear().finally(() => process.exit(1));
  });
}
process.on('exit', (code) => tellEnd(`the run ended by itself with ${code}: it waited for something that could not come any more`));

/** The same run seed gives each fault its own, whichever others run. */
const seedOf = (id: string): number => [...id].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, runSeed);

/** A fault that hangs must not hold up everything: it is broken after five times its share and five minutes, which only a machine with ten others at work comes near. */
async function runOne(fault: Fault): Promise<Row> {
  const started = performance.now();
  const lack = fault.needs.map(lacking).find((reason) => reason !== undefined);
  if (lack !== undefined) return { fault, seconds: 0, skipped: lack };
  const { tools, close } = openTools(fault, size, seedOf(fault.id), (text) => console.log(`  ${fault.id} ${text}`));
  closeTools = close;
  const limitMs = fault.seconds[size] * 5000 + 300_000;
  let timer: NodeJS.Timeout | undefined;
  const cutShort = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`did not end within ${Math.round(limitMs / 1000)} s`)), limitMs);
    running = { id: fault.id, breaks: reject };
  });
  cutShort.catch(() => undefined);
  const broke = (error: unknown): FaultResult => ({
    faults: 0, lost: 0, broken: [error instanceof Error ? (error.stack ?? error.message) : String(error)], mutantsPlanted: 0, mutantsCaught: 0, figures: {}, seed: tools.seed,
  });
  const result = await Promise.race([fault.run(size, tools), cutShort]).catch(broke);
  clearTimeout(timer);
  await close();
  running = undefined;
  return { fault, result, seconds: (performance.now() - started) / 1000 };
}

async function main(): Promise<boolean> {
  const left = await sweepLeftovers();
  if (left > 0) console.log(`Cleared away what ${left} earlier run(s) left behind.`);
  const { isBuilt } = (await import(new URL('build-stamp.mjs', import.meta.url).href)) as { isBuilt(): boolean };
  if (!values['no-build'] && !isBuilt()) {
    if (spawnSync(process.execPath, ['tools/build.mjs'], { cwd: project, stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0) throw new Error('the build failed');
  }
  const chosen: Fault[] = [];
  for (const load of faults) {
    const { fault } = await load();
    if (wanted ? wanted.includes(fault.id) : fault.seconds[size] > 0 && (size !== 'quick' || quickSelection.includes(fault.id))) chosen.push(fault);
  }
  const unknown = wanted?.filter((id) => !chosen.some((fault) => fault.id === id)) ?? [];
  if (unknown.length > 0) throw new Error(`no such fault: ${unknown.join(', ')}`);
  console.log(`Fault programme, size ${size}, seed ${runSeed}: ${chosen.map((fault) => `${fault.id} ${fault.seconds[size]} s`).join(', ')}; planned ${chosen.reduce((sum, fault) => sum + fault.seconds[size], 0)} s on two quiet cores`);
  const started = performance.now();
  await templateOfRun();
  console.log(`  the city that every fault gets a copy of: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  const rows: Row[] = [];
  for (const fault of chosen) {
    console.log(`${fault.id} ${fault.title}`);
    const leftMs = quickLimitMs - (performance.now() - begunAt);
    if (size === 'quick' && !wanted && rows.length > 0 && leftMs < fault.seconds.quick * 1000) rows.push({ fault, seconds: 0, skipped: `its ${fault.seconds.quick} s did not fit into what was left of 40 s` });
    else rows.push(await runOne(fault));
  }
  const held = report(rows, size, runSeed, (performance.now() - started) / 1000);
  isReported = true;
  return held;
}

const passed = await main().catch((error: unknown) => {
  console.error(error);
  tellEnd(error instanceof Error ? error.message : String(error));
  return false;
});
await clear();
process.exit(passed ? 0 : 1);
