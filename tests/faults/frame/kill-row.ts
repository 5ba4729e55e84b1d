import { setTimeout as sleep } from 'node:timers/promises';
import type { City } from './city.ts';
import type { FaultTools } from './fault.ts';
import { examiner, type Look } from './invariants.ts';
import { until } from './processes.ts';
import { startWorkload, type Workload } from './workload.ts';

/** A row of faults on one city at work. */
export interface KillRow {
  readonly city: City;
  readonly done: number;
  readonly lost: number;
  readonly broken: readonly string[];
  /** milliseconds from each fault until people were served again, sorted */
  readonly backMs: readonly number[];
  readonly acknowledged: number;
  readonly matters: number;
  readonly files: number;
  readonly skipped: readonly string[];
}

/** What a row is made of. `kill` does the fault and brings the city back; it answers the milliseconds until it was. */
export interface KillOrders {
  readonly n: number;
  readonly writers: number;
  readonly residents: number;
  /** a city made already, not started; or the folder for a new one, and what makes sure that it lies there for good */
  readonly city?: City;
  readonly folder?: string;
  readonly settle?: () => void;
  kill(city: City, load: Workload, k: number): Promise<number>;
}

/** The value below which this share lies. */
export const quantile = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Starts a city, sets people to work on it, does the fault again and again at random moments of their work, and looks after each whether everything holds; in the end at everything anew. */
export async function killRow(tools: FaultTools, orders: KillOrders): Promise<KillRow> {
  const city = orders.city ?? (await tools.city(orders.folder === undefined ? {} : { folder: orders.folder }));
  orders.settle?.();
  await city.start();
  const load = startWorkload(city, { clerks: orders.writers, residents: orders.residents, journalFolder: tools.folder('journal'), breathMs: 40, handledPercent: 15 });
  tools.atEnd(() => load.stop(0));
  const judge = examiner(city, load.journal);
  const found = { lost: new Set<string>(), broken: new Set<string>() };
  const add = (look: Look): void => {
    for (const one of look.lost) found.lost.add(one);
    for (const one of look.broken) found.broken.add(one);
  };
  const backMs: number[] = [];
  for (let k = 0; k < orders.n && (k === 0 || !tools.overdue()) && found.broken.size < 20; k += 1) {
    const enough = load.acknowledged() + tools.whole(10, 80);
    if (!(await until(() => load.acknowledged() >= enough, 60_000))) found.broken.add(`before fault ${k + 1} nobody was served for a minute`);
    await sleep(tools.random() * 60);
    backMs.push(await orders.kill(city, load, k));
    const look = await judge.look();
    add(look);
    tools.say(`fault ${k + 1} of ${orders.n}: back after ${Math.round(backMs.at(-1) ?? 0)} ms; ${look.acknowledged} acknowledged, ${look.matters} matters, ${look.lost.length} lost; looked for ${Math.round(look.ms)} ms`);
  }
  await load.stop();
  const last = await judge.whole();
  add(last);
  if (!(await city.stop())) found.broken.add(`the city did not stop in order: ${city.output().slice(-500)}`);
  for (const one of found.lost) tools.say(`LOST ${one}`);
  return {
    city, done: backMs.length, lost: found.lost.size, broken: [...found.broken], backMs: [...backMs].sort((a, b) => a - b), acknowledged: last.acknowledged, matters: last.matters, files: last.files,
    skipped: backMs.length < orders.n ? [`${orders.n - backMs.length} of ${orders.n} faults: much more than the time planned was used up`] : [],
  };
}
