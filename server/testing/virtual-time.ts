import type pg from 'pg';
import { instantOfMs, msOf, type Instant } from '../kernel/instant.ts';
import type { DatabaseClock } from '../platform/db/clock.ts';

/** A clock that stands where it was set. */
export interface VirtualTime {
  readonly clock: DatabaseClock;
  /** Time goes on to this moment, or makes a leap to it; never back. */
  goTo(at: Instant): void;
}

/** Time as a test tells it, beginning at a moment. */
export function virtualTime(from: Instant): VirtualTime {
  let ms = msOf(from);
  return {
    clock: { nowMs: () => ms, now: () => instantOfMs(ms), observe: () => undefined, sample: () => Promise.resolve() },
    goTo(at) {
      if (msOf(at) < ms) throw new Error(`${at} lies before ${instantOfMs(ms)}`);
      ms = msOf(at);
    },
  };
}

/** Lets the test's own database take facts at any time: as the owner, the append of the application loses the question whether its times are the server's own. */
export async function allowAnyTime(fresh: { readonly owner: Pick<pg.Client, 'query'> }): Promise<void> {
  await fresh.owner.query(`
    create or replace function platform.append(batch jsonb) returns void language plpgsql as $$
    begin
      perform platform.append_rows(batch);
    end
    $$`);
}
