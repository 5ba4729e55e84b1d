import { useTestDatabaseServer } from '../../server/testing/database-server.ts';
import { drill, type Drilled } from '../../tools/tamper/drill.ts';
import type { Fault } from './frame/fault.ts';

/** L-03: eight alterations by somebody with all rights over the database, each found. The gate runs them as `npm run check:tamper`, the programme at full, on every matter. */
export const fault: Fault = {
  id: 'L-03',
  title: 'Drill of a database administrator',
  needs: [],
  seconds: { quick: 0, gate: 0, full: 150 },
  async run(size, tools) {
    const server = await useTestDatabaseServer();
    tools.atEnd(() => server.stop());
    const results: Drilled[] = [];
    for (let round = 0; round < (size === 'full' ? 5 : 1); round += 1) results.push(...(await drill(round)));
    const found = results.flatMap((one) => one.found);
    const slowest = Math.max(0, ...results.map((one) => one.found[0]?.seconds ?? 0));
    return {
      faults: results.length, lost: 0, broken: results.filter((one) => one.found.length === 0).map((one) => `not found: ${one.attack}`), mutantsPlanted: results.length, mutantsCaught: results.filter((one) => one.found.length > 0).length,
      figures: { byReading: found.filter((one) => one.by === 'reading the case').length, byMonitor: found.filter((one) => one.by === 'the monitor').length, byWitness: found.filter((one) => one.by.includes('witness')).length, slowestFirstFindingSeconds: Number(slowest.toFixed(2)) }, seed: tools.seed,
    };
  },
};
