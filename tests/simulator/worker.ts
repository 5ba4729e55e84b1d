import { parentPort, workerData } from 'node:worker_threads';
import { loadProduct } from './bundle-load.ts';
import type { Ground } from './city.ts';
import type { WeakDatabase } from './tables.ts';
import { play, type Run } from './play.ts';

/** What a worker is asked: seeds from `from` up to, not including, `end`, against one bundle; until so many were found that end with a fault. */
export interface Task {
  readonly id: number;
  readonly bundle: string;
  readonly weak: WeakDatabase;
  readonly from: number;
  readonly end: number;
  readonly most: number;
}

/** What it answers. */
export interface Report {
  readonly id: number;
  /** seeds played */
  readonly played: number;
  readonly events: number;
  readonly faulty: readonly { readonly seed: number; readonly fault: string }[];
  readonly counts: Readonly<Record<string, number>>;
}

/** A run that throws is a fault like others: the product failed where nobody caught it. */
async function playSafely(task: Task, product: Awaited<ReturnType<typeof loadProduct>>, ground: Ground, seed: number): Promise<Run> {
  try {
    return await play(product, ground, seed, task.weak);
  } catch (error) {
    return { seed, faults: [`the run failed: ${String((error as Error).stack ?? error)}`], trace: '', events: 0, counts: {} };
  }
}

/** Plays the seeds of a task. */
export async function carryOutTask(task: Task, ground: Ground): Promise<Report> {
  const product = await loadProduct(task.bundle);
  const faulty: { seed: number; fault: string }[] = [];
  const counts: Record<string, number> = {};
  let events = 0;
  let played = 0;
  for (let seed = task.from; seed < task.end && faulty.length < task.most; seed += 1) {
    const run = await playSafely(task, product, ground, seed);
    played += 1;
    events += run.events;
    for (const [what, times] of Object.entries(run.counts)) counts[what] = (counts[what] ?? 0) + times;
    if (run.faults.length > 0) faulty.push({ seed, fault: run.faults[0] ?? '' });
  }
  return { id: task.id, played, events, faulty, counts };
}

if (parentPort) {
  const port = parentPort;
  const { ground } = workerData as { ground: Ground };
  port.on('message', (task: Task) => {
    carryOutTask(task, ground).then((report) => port.postMessage(report), (error: unknown) => {
      throw error;
    });
  });
}
