import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { bundleFolder, bundleProduct, bundleWorker } from './bundle.ts';
import type { Ground } from './city.ts';
import { readGround } from './ground.ts';
import type { WeakDatabase } from './tables.ts';
import type { Mutant } from './mutants.ts';
import type { Report, Task } from './worker.ts';

/** What is played against: the product, or the product with a planted defect. */
export interface Subject {
  readonly bundle: string;
  readonly weak: WeakDatabase;
}

/** Workers that play seeds, each on a core of its own. */
export interface Crew {
  readonly ground: Ground;
  readonly hands: number;
  /** Bundles the product, changed as a mutant says. */
  prepare(mutant?: Mutant): Promise<Subject>;
  /** Plays seeds of a subject on one worker, until `most` ended with a fault. */
  play(subject: Subject, from: number, end: number, most: number): Promise<Report>;
  close(): Promise<void>;
}

interface Hand {
  readonly worker: Worker;
  answer: ((report: Report) => void) | undefined;
}

/** Two workers, for a gate has two cores; in a folder of their own, which goes with them. */
export async function openCrew(hands = Math.min(2, availableParallelism())): Promise<Crew> {
  const folder = await bundleFolder(`${String(process.pid)}-${String(Date.now())}`);
  const program = join(folder, 'worker.mjs');
  await bundleWorker(program);
  const ground = await readGround();
  const free: Hand[] = [];
  const waiting: (() => void)[] = [];
  const all = Array.from({ length: hands }, (): Hand => {
    const hand: Hand = { worker: new Worker(program, { workerData: { ground }, resourceLimits: { maxYoungGenerationSizeMb: 64 } }), answer: undefined };
    hand.worker.on('message', (report: Report) => hand.answer?.(report));
    free.push(hand);
    return hand;
  });
  let last = 0;
  let bundles = 0;

  async function borrowed(): Promise<Hand> {
    while (free.length === 0) await new Promise<void>((resume) => waiting.push(resume));
    return free.pop() as Hand;
  }

  return {
    ground, hands,
    async prepare(mutant) {
      bundles += 1;
      const bundle = join(folder, `product-${String(bundles)}.mjs`);
      await bundleProduct(bundle, mutant);
      return { bundle, weak: mutant?.database ?? {} };
    },
    async play({ bundle, weak }, from, end, most) {
      const hand = await borrowed();
      last += 1;
      const task: Task = { id: last, bundle, weak, from, end, most };
      const report = await new Promise<Report>((done, failed) => {
        hand.answer = done;
        hand.worker.once('error', failed);
        hand.worker.postMessage(task);
      });
      hand.worker.removeAllListeners('error');
      free.push(hand);
      waiting.shift()?.();
      return report;
    },
    async close() {
      await Promise.all(all.map(({ worker }) => worker.terminate()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
