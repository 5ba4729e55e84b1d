import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../testing/fresh-database.ts';
import { openLive, type Live, type LiveOptions } from './live.ts';

let fresh: FreshDatabase;
const opened: Live[] = [];

beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(async () => {
  await Promise.all(opened.map((live) => live.close()));
  await fresh.drop();
});

/** One process of the installation: its own listening connection as the application's role, its own batches. */
async function aProcess(options: Partial<LiveOptions> = {}): Promise<Live> {
  const live = await openLive({ pool: fresh.database.pool, ...options, times: { everyMs: 30, backOffMs: 20, ...options.times } });
  opened.push(live);
  return live;
}

/** Everything a subscriber was told, call by call. */
function listener(live: Live, ...topics: string[]): string[][] {
  const told: string[][] = [];
  live.subscribe(topics, (changed) => void told.push([...changed]));
  return told;
}

const soon = <T>(look: () => T): Promise<T> => vi.waitFor(look, { timeout: 120_000, interval: 5 });
const backends = async (): Promise<number[]> => (await fresh.owner.query<{ pid: number }>(`select pid from pg_stat_activity where datname = $1 and application_name = 'yimen live'`, [fresh.name])).rows.map((row) => row.pid);

/** The same once nobody is on the way back after a lost connection. */
async function settledBackends(): Promise<number[]> {
  for (let last = await backends(); ; ) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    const now = await backends();
    if (JSON.stringify([...now].sort()) === JSON.stringify([...last].sort())) return now;
    last = now;
  }
}

/** Everything that goes over the channel, as PostgreSQL delivers it to a stranger. */
async function overheard(): Promise<{ payloads: string[]; end: () => Promise<void> }> {
  const payloads: string[] = [];
  const client = new pg.Client(fresh.connection);
  client.on('notification', ({ payload = '' }) => void payloads.push(payload));
  await client.connect();
  await client.query('listen yimen_live');
  return { payloads, end: () => client.end() };
}

describe('A change', () => {
  it('is heard in the process that made it and in every other, by those who listen to it alone, once', async () => {
    const [one, two] = [await aProcess(), await aProcess()];
    const heard = { here: listener(one, 'institution:A', 'calendar'), there: listener(two, 'institution:A'), other: listener(two, 'institution:B') };
    one.publish(['institution:A', 'institution:C']);
    await soon(() => expect(heard.there).toEqual([['institution:A']]));
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(heard).toEqual({ here: [['institution:A']], there: [['institution:A']], other: [] });
  });

  it('is told once for several of one’s topics, and no more after the subscription ended', async () => {
    const one = await aProcess();
    const told: string[][] = [];
    const end = one.subscribe(['calendar', 'orders', 'orders'], (topics) => void told.push([...topics].sort()));
    one.publish(['orders']);
    one.publish(['calendar', 'orders']);
    await soon(() => expect(told).toEqual([['calendar', 'orders']]));
    end();
    one.publish(['orders']);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(told).toHaveLength(1);
    expect(one.subscriberCount).toBe(0);
  });

  it('is the application’s own to tell: its role may listen and notify', async () => {
    const { rows } = await fresh.owner.query<{ usename: string }>(`select distinct usename from pg_stat_activity where application_name = 'yimen live' and datname = $1`, [fresh.name]);
    expect(rows).toEqual([{ usename: 'yimen_app' }]);
  });
});

describe('Ten thousand changes at once', () => {
  it('of ten topics go over the line and to each subscriber in a handful of batches', async () => {
    const [one, two] = [await aProcess({ times: { everyMs: 300 } }), await aProcess()];
    const topics = Array.from({ length: 10 }, (_, i) => `institution:${i}`);
    const [here, there] = [listener(one, ...topics), listener(two, ...topics)];
    const line = await overheard();
    const from = performance.now();
    for (let i = 0; i < 10_000; i += 1) {
      one.publish([`institution:${i % 10}`]);
      if (i % 1_000 === 999) await new Promise(setImmediate);
    }
    await soon(() => expect(new Set(there.flat())).toEqual(new Set(topics)));
    await new Promise((resolve) => setTimeout(resolve, 400));
    await soon(() => expect(line.payloads.length).toBeGreaterThan(0));
    // One in each of its times that went by, and one at each end.
    const most = 2 + Math.floor((performance.now() - from) / 300);
    for (const batches of [here, there, line.payloads]) expect(batches.length).toBeLessThanOrEqual(most);
    await line.end();
  });

  it('of ten thousand different topics are told as everything, so that neither memory nor the queue grows', async () => {
    const [one, two] = [await aProcess(), await aProcess()];
    const there = listener(two, 'institution:9999');
    for (let i = 0; i < 10_000; i += 1) one.publish([`institution:${i}`]);
    await soon(() => expect(there).toEqual([['*']]));
  });

  it('of two thousand topics, more than one payload holds, all arrive', async () => {
    const [one, two] = [await aProcess(), await aProcess()];
    const topics = Array.from({ length: 2_000 }, (_, i) => `institution:YM-440304001002-${'x'.repeat(30)}-${i}`);
    const there = listener(two, ...topics);
    one.publish(topics);
    await soon(() => expect(there.flat()).toEqual(topics));
    expect(there.length).toBeGreaterThan(10);
  });
});

describe('A lost connection', () => {
  it('is opened again, and every subscriber is told to look at everything', async () => {
    const [one, two] = [await aProcess(), await aProcess()];
    const [here, there] = [listener(one, 'calendar'), listener(two, 'institution:A')];
    await fresh.owner.query(`select pg_terminate_backend(pid) from unnest($1::int[]) as pid`, [await backends()]);
    await soon(() => expect([here, there]).toEqual([[['*']], [['*']]]));
    one.publish(['institution:A']);
    await soon(() => expect(there).toEqual([['*'], ['institution:A']]));
    expect(one.isListening && two.isListening).toBe(true);
  });

  it('that hangs without ending is found out by the missing sign of life', async () => {
    const before = await settledBackends();
    const one = await aProcess({ times: { probeMs: 50, answerMs: 3_000 } });
    const here = listener(one, 'calendar');
    const pid = (await backends()).find((known) => !before.includes(known)) ?? 0;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(here).toEqual([]);
    process.kill(pid, 'SIGSTOP');
    try {
      // On a machine that is busy the new line may be thought dead too: told once more, never less.
      await soon(() => expect(here[0]).toEqual(['*']));
      await soon(async () => expect((await backends()).filter((known) => known !== pid && !before.includes(known)).length).toBeGreaterThan(0));
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    await soon(async () => expect(await backends()).not.toContain(pid));
  });

  it('does not stop own subscribers from hearing, and what could not be sent is sent later', async () => {
    const faults: unknown[] = [];
    const [one, two] = [await aProcess({ onFault: (error) => void faults.push(error) }), await aProcess()];
    const [here, there] = [listener(one, 'orders'), listener(two, 'orders')];
    await fresh.owner.query(`revoke execute on function pg_notify(text, text) from public`);
    try {
      one.publish(['orders']);
      await soon(() => expect(faults.length).toBeGreaterThan(1));
      expect([here, there]).toEqual([[['orders']], []]);
    } finally {
      await fresh.owner.query(`grant execute on function pg_notify(text, text) to public`);
    }
    await soon(() => expect(there).toEqual([['orders']]));
    expect(here).toEqual([['orders']]);
  });
});

describe('A subscriber', () => {
  it('who throws is dropped; the others hear on', async () => {
    const faults: unknown[] = [];
    const one = await aProcess({ onFault: (error) => void faults.push(error) });
    one.subscribe(['orders'], () => {
      throw new Error('a fault of the subscriber');
    });
    const sound = listener(one, 'orders');
    one.publish(['orders']);
    await soon(() => expect(sound).toHaveLength(1));
    one.publish(['orders']);
    await soon(() => expect(sound).toHaveLength(2));
    expect(faults).toHaveLength(1);
  });
});

describe('Closing', () => {
  it('sends what waits and gives the connection back', async () => {
    const [one, two] = [await aProcess({ times: { everyMs: 60_000 } }), await aProcess()];
    const there = listener(two, 'orders', 'calendar');
    one.publish(['orders']);
    await soon(() => expect(there).toEqual([['orders']]));
    one.publish(['calendar']);
    const before = (await settledBackends()).length;
    await one.close();
    await soon(() => expect(there).toEqual([['orders'], ['calendar']]));
    await soon(async () => expect(await backends()).toHaveLength(before - 1));
    one.publish(['orders']);
    expect(one.isListening).toBe(false);
  });
});
