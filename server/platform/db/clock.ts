import { performance } from 'node:perf_hooks';
import type pg from 'pg';
import type { Instant } from '../../kernel/instant.ts';

/**
 * The database's time (C-CK-1), carried on by this process's monotonic clock between two samples, so that a command knows its moment
 * before its only round trip. The database checks each fact's time against its own clock again (platform.append).
 */
export interface DatabaseClock {
  /** Now, never earlier than what was answered before; unless the database's clock was really set back and `sample` has found it so. */
  now(): Instant;
  nowMs(): number;
  /** Takes in what the database said its time was, asked and answered at these readings of `performance.now()`. */
  observe(databaseMs: number, askedAt: number, answeredAt: number): void;
  /** Asks the database anew and believes it, however good an older sample was: for a process that slept while time went on, and for a clock that was set. */
  sample(): Promise<void>;
  /** Whether the clock made a step lately (C-CK-2): facts of such a time are marked, and what comes with time alone waits. */
  readonly suspect?: boolean;
  /** Somebody else has seen the clock to be wrong. */
  doubt?(): void;
}

/** How long a good sample is trusted before a slower one may replace it, in milliseconds. */
const sampleLife = 30_000;

/** A difference to the monotonic clock that no drift and no slow answer explains, in milliseconds (C-CK-2). */
export const stepMs = 2_000;

/** For how long after a step the clock is doubted, in milliseconds: time for an operator, or for a second correction that takes the first back. */
export const doubtMs = 600_000;

/** What the database accepts of a fact that is ahead of it, less a little (platform.append: one second). */
const acceptedAheadMs = 900;

/** How far a slow answer may put us ahead of the database's time, in milliseconds: well within the second that platform.append allows. */
const mostAheadMs = 250;

/** A clock set by asking the database a few times and kept right by `observe`. */
export async function databaseClock(pool: pg.Pool): Promise<DatabaseClock> {
  let offset = 0;
  let uncertainty = Number.POSITIVE_INFINITY;
  let sampledAt = 0;
  let last = 0;
  let doubtedUntil = Number.NEGATIVE_INFINITY;
  const doubt = (): void => void (doubtedUntil = performance.now() + doubtMs);
  const take = (databaseMs: number, askedAt: number, answeredAt: number): void => {
    const apart = databaseMs - (askedAt + answeredAt) / 2 - offset;
    // Half of either question's time may be the question's own: on a busy machine seconds of it.
    if (sampledAt > 0 && Math.abs(apart) > stepMs + (answeredAt - askedAt) / 2 + uncertainty) doubt();
    // A slow answer tells the time of some moment on its way. Taken as late, our time is behind the database's, which it forgives for half a minute; ahead of it only for a second.
    offset = databaseMs - Math.max((askedAt + answeredAt) / 2, answeredAt - mostAheadMs);
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
    async sample() {
      await ask(take);
      // Set back further than the database takes: no fact could be written until time has caught up. Each matter still keeps its own order (run-command.ts).
      const here = Math.floor(performance.now() + offset);
      if (last > here + acceptedAheadMs) last = here;
    },
    get suspect() {
      return performance.now() < doubtedUntil;
    },
    doubt,
  };
  for (let i = 0; i < 3; i += 1) await ask(clock.observe);
  return clock;
}
