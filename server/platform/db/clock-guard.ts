import { performance } from 'node:perf_hooks';
import type pg from 'pg';
import type { MessageParams } from '../../../contract/language.ts';
import type { AlarmCode } from '../../../contract/messages/alarms.ts';
import { everySeconds } from '../jobs/every.ts';
import { stepMs, type DatabaseClock } from './clock.ts';
import { isOutage } from './outage.ts';

/** Watches the clocks that time comes from (C-CK-2). */
export interface ClockGuard {
  /** One look: the database's clock and this process's wall clock, each against monotonic time. A timer does it every two seconds. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

/** What the guard watches, and whom it tells. `wallMs` and `monotonicMs` are this process's clocks. */
export interface ClockGuardOptions {
  readonly pool: pg.Pool;
  readonly clock: DatabaseClock;
  readonly onAlarm: (code: Extract<AlarmCode, `clock.${string}`>, params: MessageParams) => void;
  readonly onFault: (error: unknown) => void;
  readonly wallMs?: () => number;
  readonly monotonicMs?: () => number;
}

/** How often the guard looks, and how often it writes down the moment that a later start is compared with, in seconds. */
const lookEverySeconds = 2;
const rememberEveryMs = 60_000;

const inSeconds = (ms: number): string => (ms / 1_000).toFixed(1);

/**
 * Starts watching. A clock that was set since the last run shows at once: it is behind the last moment written down then. A step is told once; the
 * database's makes the clock doubted and asked anew, this process's own decides nothing and is only told.
 */
export async function clockGuard(options: ClockGuardOptions): Promise<ClockGuard> {
  const { pool, clock, onAlarm } = options;
  const [wallMs, monotonicMs] = [options.wallMs ?? Date.now, options.monotonicMs ?? (() => performance.now())];
  const ask = async (): Promise<{ apart: number; slack: number; ms: number }> => {
    const asked = monotonicMs();
    const { rows } = await pool.query<{ ms: string }>('select extract(epoch from clock_timestamp()) * 1000 as ms');
    const answered = monotonicMs();
    const ms = Number(rows[0]?.ms);
    return { ms, apart: ms - (asked + answered) / 2, slack: (answered - asked) / 2 };
  };
  const first = await ask();
  let database: { readonly apart: number; readonly slack: number } = first;
  let own = wallMs() - monotonicMs();
  let rememberedAt = Number.NEGATIVE_INFINITY;
  const remember = async (): Promise<void> => {
    if (monotonicMs() - rememberedAt < rememberEveryMs) return;
    rememberedAt = monotonicMs();
    await pool.query(`insert into platform.settings (name, value) values ('clock.last', to_jsonb(extract(epoch from clock_timestamp()) * 1000)) on conflict (name) do update set value = excluded.value, set_at = clock_timestamp()`);
  };
  const { rows } = await pool.query<{ ms: string }>(`select value #>> '{}' as ms from platform.settings where name = 'clock.last'`);
  const behind = Number(rows[0]?.ms ?? 0) - first.ms;
  if (behind > stepMs) {
    clock.doubt?.();
    onAlarm('clock.behind', { seconds: inSeconds(behind) });
  }
  await remember();
  const look = async (): Promise<void> => {
    const ownNow = wallMs() - monotonicMs();
    if (Math.abs(ownNow - own) > stepMs) onAlarm('clock.own_stepped', { seconds: inSeconds(ownNow - own) });
    own = ownNow;
    const found = await ask();
    const step = found.apart - database.apart;
    // Either answer may have been long under way.
    const slack = found.slack + database.slack;
    database = found;
    if (Math.abs(step) > stepMs + slack) {
      await clock.sample();
      clock.doubt?.();
      onAlarm('clock.stepped', { seconds: inSeconds(step) });
      rememberedAt = Number.NEGATIVE_INFINITY;
    }
    await remember();
  };
  // That the database is away is told where somebody needs it; a clock that nobody can ask is not wrong.
  const lookIfThere = (): Promise<void> => look().catch((error: unknown) => {
    if (!isOutage(error)) throw error;
  });
  const looking = everySeconds(lookEverySeconds, lookIfThere, options.onFault);
  return { look, stop: () => looking.stop() };
}
