import { performance } from 'node:perf_hooks';
import type pg from 'pg';
import { code } from '../log/index.ts';
import { inSpan } from '../tracing/index.ts';
import type { DatabaseClock } from './clock.ts';
import { isOutage } from './outage.ts';

/** What one command writes: rows by section, as the append function of its domain reads them. */
export type Entry = Readonly<Record<string, readonly object[]>>;

/** Writes entries; many waiting ones share a transaction. Rejects with the database's error of this entry alone. */
export interface BatchWriter {
  write(entry: Entry): Promise<void>;
  /** Entries waiting or under way. */
  readonly load: number;
}

interface Waiting {
  readonly entry: Entry;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** At most this many entries in one transaction, and this many transactions at once (facts measured: 32 and 2). */
const perFlush = 32;
const flushesAtOnce = 2;

/**
 * The micro-batching writer: entries queue; two flushes may be under way; each takes up to 32; the first leaves on the next tick, so an
 * idle system adds no delay. A failed batch is repeated one by one, so that one bad command never rejects its neighbours. A batch whose line was cut
 * is written once more: whether it was written before the cut is unknown, and its keys keep it from being written twice. Where the database stays
 * away, everybody in the batch is told at once.
 */
export function batchWriter(pool: pg.Pool, appendFunction: string, clock: DatabaseClock): BatchWriter {
  const queue: Waiting[] = [];
  let flying = 0;
  let scheduled = false;
  const fields = { statement: code(appendFunction) };
  const statement = {
    name: `write ${appendFunction}`,
    text: `select ${appendFunction}($1::jsonb), extract(epoch from clock_timestamp()) * 1000 as ms`,
  };

  async function append(entries: readonly Entry[]): Promise<void> {
    const asked = performance.now();
    const result = await pool.query<{ ms: string }>({ ...statement, values: [merge(entries)] });
    clock.observe(Number(result.rows[0]?.ms), asked, performance.now());
  }

  async function flush(batch: readonly Waiting[]): Promise<void> {
    const together = () => append(batch.map((waiting) => waiting.entry));
    try {
      await together().catch((error: unknown) => (isOutage(error) ? together() : Promise.reject(error)));
      for (const waiting of batch) waiting.done();
    } catch (error) {
      if (batch.length === 1) batch[0]?.failed(error);
      else await oneByOne(batch, error, (waiting) => append([waiting.entry]));
    }
  }

  function leave(): void {
    scheduled = false;
    while (flying < flushesAtOnce && queue.length > 0) {
      flying += 1;
      void flush(queue.splice(0, perFlush)).finally(() => {
        flying -= 1;
        if (queue.length > 0) schedule();
      });
    }
  }

  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    setImmediate(leave);
  }

  return {
    write: (entry) =>
      inSpan('write', fields, () => new Promise<void>((done, failed) => {
        queue.push({ entry, done, failed });
        schedule();
      })),
    get load() {
      return queue.length + flying;
    },
  };
}

/** Each by itself, until the database is away: then nobody waits for its time-out once more. */
async function oneByOne(batch: readonly Waiting[], reason: unknown, append: (waiting: Waiting) => Promise<void>): Promise<void> {
  let last = reason;
  for (const waiting of batch) {
    if (isOutage(last)) {
      waiting.failed(last);
      continue;
    }
    await append(waiting).then(waiting.done, (error: unknown) => {
      last = error;
      waiting.failed(error);
    });
  }
}

function merge(entries: readonly Entry[]): string {
  const first = entries[0];
  if (entries.length === 1 && first) return JSON.stringify(first);
  const sections: Record<string, object[]> = {};
  for (const entry of entries) {
    for (const [name, rows] of Object.entries(entry)) (sections[name] ??= []).push(...rows);
  }
  return JSON.stringify(sections);
}
