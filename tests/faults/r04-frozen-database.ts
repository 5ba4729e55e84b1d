import { setTimeout as sleep } from 'node:timers/promises';
import type { City } from './frame/city.ts';
import type { Fault, Size } from './frame/fault.ts';
import { call, newAgent } from './frame/http.ts';
import { examiner } from './frame/invariants.ts';
import { filingBody, newCommandId, startWorkload } from './frame/workload.ts';

/** How often, for how long, and how many more people come meanwhile than one process works on at once. */
const sizes: Readonly<Record<Size, { readonly freezes: number; readonly ms: number; readonly crowd: number }>> = {
  quick: { freezes: 1, ms: 1_000, crowd: 300 }, gate: { freezes: 2, ms: 3_000, crowd: 340 }, full: { freezes: 20, ms: 30_000, crowd: 1_000 },
};

/** Stops every process of the database where it stands, as a machine does that is out of memory or of disk; and lets them go on. */
function freeze(city: City): () => void {
  const main = city.postmaster();
  const pids = [...(main === undefined ? [] : [main]), ...city.backends()];
  const all = (signal: 'SIGSTOP' | 'SIGCONT') => pids.forEach((pid) => {
    try {
      process.kill(pid, signal);
    } catch {
      // Ended by itself meanwhile: an idle connection may.
    }
  });
  all('SIGSTOP');
  return () => all('SIGCONT');
}

interface Told {
  readonly status: number;
  readonly ms: number;
  readonly whileFrozen: boolean;
}

/** */
export const fault: Fault = {
  id: 'R-04', title: 'the database stands still and goes on', needs: [], seconds: { quick: 5, gate: 0, full: 900 },
  async run(size, tools) {
    const { freezes, ms, crowd } = sizes[size];
    const city = await tools.city({ env: { DATABASE_POOL: '8' } });
    await city.start();
    const workload = startWorkload(city, { clerks: 8, journalFolder: tools.folder('journal'), breathMs: 5 });
    const agent = newAgent(crowd);
    tools.atEnd(() => agent.destroy());
    const broken: string[] = [];
    const told: Told[] = [];
    const back: number[] = [];
    // A filing to be done again afterwards under its own id: what was unknown must turn out to have been done once or not at all.
    const [clerk] = city.template.clerks;
    if (!clerk) throw new Error('no clerk');
    let unsure = 0;
    for (let n = 0; n < freezes; n += 1) {
      for (const before = workload.acknowledged(); workload.acknowledged() === before; ) await sleep(10);
      const thaw = freeze(city);
      let isFrozen = true;
      const started = performance.now();
      const waiting = Array.from({ length: crowd }, async (_unused, each) => {
        const answer = await call(agent, city, clerk, 'POST', '/api/v1/matters', filingBody(clerk, city.template.parties[each % city.template.parties.length] ?? '', newCommandId()), 60_000);
        told.push({ status: answer.status, ms: performance.now() - started, whileFrozen: isFrozen });
        if ('body' in answer && (answer.body as { code?: string }).code === 'server.unsure') unsure += 1;
      });
      const refused = told.length;
      // On a slow machine the crowd takes its time to come; at most 20 s more.
      while (performance.now() - started < ms || (told.length === refused && performance.now() - started < ms + 20_000)) await sleep(10);
      isFrozen = false;
      thaw();
      const thawed = performance.now();
      const before = workload.acknowledged();
      while (workload.acknowledged() === before && performance.now() - thawed < 60_000) await sleep(10);
      if (workload.acknowledged() === before) broken.push('nobody was served within 60 s after the database went on');
      back.push(performance.now() - thawed);
      await Promise.all(waiting);
    }
    await workload.stop(20_000);
    const statuses = [...new Set(told.map((one) => one.status))];
    for (const status of statuses) if (![201, 503].includes(status)) broken.push(`a filing was answered ${status}, neither done nor "come again"`);
    const early = told.filter((one) => one.status === 503 && one.whileFrozen);
    if (early.length === 0) broken.push(`more came than are let in, and nobody was told so while the database stood still`);
    // The crowd filed too, so only the clerks' acts are compared by journal; chains, folds and clocks are compared for all.
    const look = await examiner(city, workload.journal, { files: false }).look();
    const others = look.broken.filter((one) => !one.endsWith('nobody filed it'));
    return {
      faults: freezes, lost: look.lost.length, broken: [...broken, ...others, ...look.lost].slice(0, 10), mutantsPlanted: 0, mutantsCaught: 0, seed: tools.seed,
      figures: {
        freezes, frozenMs: ms, asked: told.length, filed: told.filter((one) => one.status === 201).length, turnedAway: told.filter((one) => one.status === 503).length, turnedAwayWhileFrozen: early.length, unsure,
        longestAnswerMs: Math.round(Math.max(...told.map((one) => one.ms))), servedAgainMostMs: Math.round(Math.max(...back)),
      },
    };
  },
};
