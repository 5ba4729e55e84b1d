import { join } from 'node:path';
import { acknowledgesFirst, bareTemplate, bareWriters, missingRows, startBare } from './frame/bare-database.ts';
import { copyFolder, type City } from './frame/city.ts';
import type { Fault, FaultTools } from './frame/fault.ts';
import { killRow, quantile } from './frame/kill-row.ts';
import { signal, until } from './frame/processes.ts';
import type { Workload } from './frame/workload.ts';

const kills = { quick: 2, gate: 22, full: 170 };

/** SIGKILL to one of PostgreSQL's processes, after which it starts itself anew under the living server; and each fourth time to its main process, which ends the server too. */
export const fault: Fault = {
  id: 'D-02', title: 'The database is killed under load', needs: [], seconds: { quick: 0, gate: 50, full: 270 },
  async run(size, tools) {
    const recoveries: number[] = [];
    const row = await killRow(tools, {
      n: kills[size], writers: 50, residents: 0,
      async kill(city, load, k) {
        if (k % 4 === 3) return killPostmaster(city);
        const took = await killBackend(tools, city, load);
        recoveries.push(took);
        return took;
      },
    });
    const caught = await catchesForgetfulness(tools);
    recoveries.sort((a, b) => a - b);
    return {
      faults: row.done, lost: row.lost, broken: row.broken, kills: row.done, mutantsPlanted: 1, mutantsCaught: caught ? 1 : 0, seed: tools.seed, skipped: row.skipped,
      figures: {
        acknowledged: row.acknowledged, matters: row.matters, backP50Ms: Math.round(quantile(row.backMs, 0.5)), backP95Ms: Math.round(quantile(row.backMs, 0.95)),
        servedAgainAfterBackendP95Ms: Math.round(quantile(recoveries, 0.95)),
      },
    };
  },
};

/** The server notices by itself and leaves, so that whoever runs it starts it again; nobody may be served by half an installation. */
async function killPostmaster(city: City): Promise<number> {
  const main = city.postmaster();
  if (main === undefined) throw new Error('no database runs');
  const started = performance.now();
  signal(main, 'SIGKILL');
  if (!(await until(() => city.pid() === undefined))) throw new Error('the server did not leave within 30 s after its database was gone');
  await city.start();
  return performance.now() - started;
}

/** Any of them: one that serves a client, the checkpointer, the WAL writer. */
async function killBackend(tools: FaultTools, city: City, load: Workload): Promise<number> {
  const backends = city.backends();
  const chosen = backends[tools.whole(0, backends.length - 1)];
  if (chosen === undefined) throw new Error('the database has no processes');
  const started = performance.now();
  signal(chosen, 'SIGKILL');
  // The others are ended before PostgreSQL starts anew: an act acknowledged by one of them is none that was served again.
  await until(() => !city.backends().some((pid) => backends.includes(pid)));
  await (await city.owner()).end();
  const before = load.acknowledged();
  if (!(await until(() => load.acknowledged() > before || city.pid() === undefined, 60_000))) throw new Error('nobody was served within a minute after a process of the database was killed');
  if (city.pid() === undefined) throw new Error(`the server left after a process of its database was killed\n${city.output().slice(-800)}`);
  return performance.now() - started;
}

/** The planted defect: a database that acknowledges before the commit is written (synchronous_commit=off). At most eight kills. */
async function catchesForgetfulness(tools: FaultTools): Promise<boolean> {
  const folder = tools.folder('forgetful');
  copyFolder(join(bareTemplate().folder, 'cluster'), join(folder, 'cluster'));
  for (let tries = 0; tries < 8; tries += 1) {
    const database = await startBare(folder, acknowledgesFirst);
    if (!database) return true;
    const writers = await bareWriters(database, 4, (tries + 1) * 100_000_000);
    const enough = tools.whole(300, 900);
    await until(() => writers.acknowledged.length > enough, 15_000, 1);
    await database.killAll();
    await writers.end();
    const again = await startBare(folder, {});
    const missing = again ? await missingRows(again, writers.acknowledged) : writers.acknowledged.length;
    await again?.killAll();
    if (missing > 0) {
      tools.say(`planted: synchronous_commit=off: ${missing} of ${writers.acknowledged.length} found lost after ${tries + 1} kill(s)`);
      return true;
    }
  }
  return false;
}
