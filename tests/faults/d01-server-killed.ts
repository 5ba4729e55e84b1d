import { setTimeout as sleep } from 'node:timers/promises';
import type { City } from './frame/city.ts';
import type { Fault, FaultTools } from './frame/fault.ts';
import { hastyFront } from './frame/hasty-front.ts';
import { examiner } from './frame/invariants.ts';
import { killRow, quantile } from './frame/kill-row.ts';
import { until } from './frame/processes.ts';
import { startWorkload } from './frame/workload.ts';

const kills = { quick: 3, gate: 8, full: 130 };

/** SIGKILL to the server at random moments of its work; the database lives on as an orphan and is taken over. */
export const fault: Fault = {
  id: 'D-01', title: 'The server is killed under load', needs: [], seconds: { quick: 10, gate: 48, full: 330 },
  async run(size, tools) {
    const row = await killRow(tools, {
      n: kills[size], writers: 50, residents: 2,
      async kill(city) {
        await city.killServer();
        return city.start();
      },
    });
    const caught = await catchesHaste(tools, row.city);
    return {
      faults: row.done, lost: row.lost, broken: row.broken, kills: row.done, mutantsPlanted: 1, mutantsCaught: caught ? 1 : 0, seed: tools.seed, skipped: row.skipped,
      figures: { acknowledged: row.acknowledged, matters: row.matters, readyP50Ms: Math.round(quantile(row.backMs, 0.5)), readyP95Ms: Math.round(quantile(row.backMs, 0.95)) },
    };
  },
};

/** The planted defect: a server that answers before it has committed. At most three kills, or the checks do not see what they are for. */
async function catchesHaste(tools: FaultTools, city: City): Promise<boolean> {
  for (let tries = 0; tries < 3; tries += 1) {
    await city.start();
    const front = await hastyFront(city);
    const load = startWorkload(city, { clerks: 10, journalFolder: tools.folder('hasty'), port: front.port, breathMs: 20, handledPercent: 0 });
    await until(() => load.acknowledged() > 30, 15_000);
    await sleep(tools.random() * 50);
    front.die();
    await city.killServer();
    await load.stop(0);
    await city.start();
    const look = await examiner(city, load.journal, { files: false }).look();
    await city.stop();
    if (look.lost.length > 0) {
      tools.say(`planted: a server that answers before it commits: ${look.lost.length} of ${load.acknowledged()} found lost`);
      return true;
    }
  }
  return false;
}
