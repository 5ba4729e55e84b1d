import { performance } from 'node:perf_hooks';
import type pg from 'pg';
import type { Instant } from '../../kernel/instant.ts';

/**
 * The database's time (C-CK-1), carried on by this process's monotonic clock between two samples, so that a command knows its moment
 * before its only round trip. The database checks each fact's time against its own clock again (platform.append).
 */
export interface DatabaseClock {
  /** Now, never earlier than what was answered before. */
  now(): Instant;
  nowMs(): number;
  /** Takes in what the database said its time was, asked and answered at these readings of `performance.now()`. */
  observe(databaseMs: number, askedAt: number, answeredAt: number): void;
  /** Asks the database anew and believes it, however good an older sample was: for a process that slept while time went on. */
  sample(): Promise<void>;
}

/** How long a good sample is trusted before a slower one may replace it, in milliseconds. */
const sampleLife = 30_000;

/** A clock set by asking the database a few times and kept right by `observe`. */
export async function databaseClock(pool: pg.Pool): Promise<DatabaseClock> {
  let offset = 0;
  let uncertainty = Number.POSITIVE_INFINITY;
  let sampledAt = 0;
  let last = 0;
  const take = (databaseMs: number, askedAt: number, answeredAt: number): void => {
    offset = databaseMs - (askedAt + answeredAt) / 2;
    uncertainty = (answeredAt - askedAt) / 2;
    sampledAt = answeredAt;
  };
  const ask = async (believe: typeof take): Promise<void> => {
    const asked = performance.now();
    const { rows } = await pool.query<{ ms: number }>('select extract(epoch from clock_timestamp()) * 1000 as ms');
    believe(Number(rows[0]?.ms), asked, performance.now());
  };
  const clock: DatabaseClock = {
    nowMs() {
      last = Math.max(last, Math.floor(performance.now() + offset));
      return last;
    },
    now: () => new Date(clock.nowMs()).toISOString(),
    observe(databaseMs, askedAt, answeredAt) {
      const isWorse = (answeredAt - askedAt) / 2 > uncertainty;
      if (!isWorse || answeredAt - sampledAt >= sampleLife) take(databaseMs, askedAt, answeredAt);
    },
    sample: () => ask(take),
  };
  for (let i = 0; i < 3; i += 1) await ask(clock.observe);
  return clock;
}
