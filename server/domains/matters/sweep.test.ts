import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applicationRole } from '../../platform/db/database.ts';
import { freshDatabase, type FreshDatabase } from '../../testing/fresh-database.ts';
import { shenzhen } from '../../testing/given-matter.ts';
import { countReached, lightsNow, reachedClocks, runningLimits } from './clock-views.ts';
import { sweepClocks } from './store.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());
beforeEach(async () => {
  await fresh.owner.query('delete from matters.clocks');
  await fresh.owner.query('delete from platform.jobs');
});

const now = shenzhen('2026-12-01', '00:00:00.000');
const minutes = (n: number, from = now): string => new Date(Date.parse(from) + n * 60_000).toISOString();

interface Clock {
  readonly matter_id: string;
  readonly limit_id: string;
  readonly kind: string;
  readonly owner: string;
  readonly institution: string;
  readonly staff_id: string | null;
  readonly claimed_at: string | null;
  readonly area_unit: string;
  readonly task_code: string;
  readonly warn_at: string;
  readonly due_at: string;
  readonly stopped_from: string | null;
  readonly stopped_until: string | null;
}

/** A running clock that is due so many minutes from now. */
async function clock(dueIn: number, more: Partial<Clock> = {}): Promise<string> {
  const row: Clock = {
    matter_id: randomUUID(), limit_id: 'promised', kind: 'promised', owner: 'office', institution: 'H', staff_id: null, claimed_at: null, area_unit: '440304001', task_code: 'T', warn_at: minutes(dueIn - 60), due_at: minutes(dueIn), stopped_from: null, stopped_until: null, ...more,
  };
  await fresh.owner.query(
    `insert into matters.clocks (matter_id, limit_id, kind, owner, institution, post, staff_id, claimed_at, number, area_unit, task_code, started_at, warn_at, due_at, due_on, stopped_from, stopped_until)
     values ($1, $2, $3, $4, $5, 'officer', $6, $7, 'N', $8, $9, $10::timestamptz - interval '30 days', $10, $11, ($11::timestamptz at time zone 'Asia/Shanghai')::date, $12, $13)`,
    [row.matter_id, row.limit_id, row.kind, row.owner, row.institution, row.staff_id, row.claimed_at, row.area_unit, row.task_code, row.warn_at, row.due_at, row.stopped_from, row.stopped_until]);
  return row.matter_id;
}

interface Marked { matter_id: string; limit_id: string; warned: boolean; passed: boolean }
const marks = async (): Promise<Marked[]> => (await fresh.owner.query<Marked>('select matter_id, limit_id, warned, passed from matters.clocks order by due_at')).rows;
interface Queued { job_id: string; matter_id: string; kind: string; payload: { limitId: string; dueMs: number } }
const queued = async (): Promise<Queued[]> => (await fresh.owner.query<Queued>('select job_id, matter_id, kind, payload from platform.jobs order by run_at, job_id')).rows;
const sweep = (at = now, most = 100) => sweepClocks(fresh.database.handle, at, most);

describe('the sweep', () => {
  it('marks what turned yellow or red by its moment, and queues the recording of each breach; the last moment is in time', async () => {
    const late = await clock(-1 / 60_000);
    const justInTime = await clock(0);
    const yellow = await clock(60);
    const green = await clock(61);
    const turned = await sweep();
    expect(turned.map((one) => one.turned).sort()).toEqual(['red', 'yellow', 'yellow']);
    expect(await marks()).toEqual([
      { matter_id: late, limit_id: 'promised', warned: true, passed: true }, { matter_id: justInTime, limit_id: 'promised', warned: true, passed: false },
      { matter_id: yellow, limit_id: 'promised', warned: true, passed: false }, { matter_id: green, limit_id: 'promised', warned: false, passed: false },
    ]);
    expect(await queued()).toEqual([{ job_id: expect.any(String), matter_id: late, kind: 'matters.when_limit_passed_record', payload: { limitId: 'promised', dueMs: Date.parse(now) - 1 } }]);
  });

  it('says where lights changed', async () => {
    await clock(-10, { institution: 'A', area_unit: '440303' });
    await clock(30, { institution: 'B', area_unit: '440304' });
    expect(await sweep()).toEqual([{ turned: 'red', institution: 'A', areaUnit: '440303' }, { turned: 'yellow', institution: 'B', areaUnit: '440304' }]);
  });

  it('sees each once: swept again it finds nothing, and queues nothing twice even where the mark was lost', async () => {
    await clock(-10);
    await clock(30);
    expect(await sweep()).toHaveLength(2);
    expect(await sweep()).toEqual([]);
    await fresh.owner.query('update matters.clocks set passed = false, warned = false');
    expect(await sweep()).toHaveLength(2);
    expect(await queued()).toHaveLength(1);
  });

  it('a limit that moved and passes again is queued again: another moment, another breach', async () => {
    const matterId = await clock(-10);
    await sweep();
    await fresh.owner.query('update matters.clocks set due_at = $2, passed = false where matter_id = $1', [matterId, minutes(-5)]);
    await sweep();
    expect((await queued()).map((job) => job.payload.dueMs).sort()).toEqual([Date.parse(minutes(-10)), Date.parse(minutes(-5))].sort());
  });

  it('takes at most as many of each as it is told, those due first first', async () => {
    const due = [-50, -40, -30, -20, -10];
    const ids: string[] = [];
    for (const minute of due) ids.push(await clock(minute));
    for (const minute of [20, 30, 40]) await clock(minute);
    // The two oldest turn red; of the six that turn yellow beside them the two whose turn came first: still the red-to-be.
    expect((await sweep(now, 2)).map((one) => one.turned)).toEqual(['red', 'red', 'yellow', 'yellow']);
    expect((await marks()).filter((one) => one.passed).map((one) => one.matter_id)).toEqual(ids.slice(0, 2));
    let rounds = 1;
    while ((await sweep(now, 2)).length > 0) rounds += 1;
    expect(rounds).toBeLessThan(6);
    expect((await marks()).every((one) => one.warned)).toBe(true);
    expect((await queued()).map((job) => job.matter_id).sort()).toEqual([...ids].sort());
  });

  it('two servers that sweep at once share the work: each clock is turned by one of them, each breach queued once', async () => {
    for (let n = 0; n < 60; n += 1) await clock(n < 40 ? -n - 1 : n - 30);
    const others = Array.from({ length: 4 }, () => new pg.Client({ ...fresh.connection, user: applicationRole }));
    await Promise.all(others.map((one) => one.connect()));
    try {
      const found: string[] = [];
      const one = async (server: pg.Client): Promise<void> => {
        for (;;) {
          const { rows } = await server.query<{ turned: string; matter_id: string; limit_id: string }>('select turned, matter_id, limit_id from matters.sweep($1, $2)', [now, 7]);
          if (rows.length === 0) return;
          found.push(...rows.map((row) => `${row.turned} ${row.matter_id}`));
        }
      };
      await Promise.all(others.map(one));
      const reds = found.filter((key) => key.startsWith('red'));
      expect(new Set(reds).size, 'nobody turned one red twice').toBe(reds.length);
      expect(reds).toHaveLength(40);
      expect(new Set(found.filter((key) => key.startsWith('yellow'))).size).toBe(found.length - 40);
      expect((await marks()).every((row) => row.warned)).toBe(true);
      expect(await queued()).toHaveLength(40);
    } finally {
      await Promise.all(others.map((other) => other.end()));
    }
  });

  it('does not wait for a clock that somebody else is writing, and takes it the next time', async () => {
    const held = await clock(-10);
    const free = await clock(-5);
    const writer = new pg.Client(fresh.connection);
    await writer.connect();
    try {
      await writer.query('begin');
      await writer.query('update matters.clocks set staff_id = null where matter_id = $1', [held]);
      expect(await sweep()).toHaveLength(1);
      expect((await queued()).map((job) => job.matter_id)).toEqual([free]);
      await writer.query('commit');
    } finally {
      await writer.end();
    }
    expect(await sweep()).toHaveLength(1);
    expect((await queued()).map((job) => job.matter_id).sort()).toEqual([held, free].sort());
  });
});

describe('what is asked of running clocks', () => {
  const lights = async (at = now) => (await lightsNow(fresh.database.handle, at)).map(({ green, yellow, red, paused }) => [green, yellow, red, paused]);

  it('the light of each at a moment, the residents’ own left out', async () => {
    await clock(-1);
    await clock(30);
    await clock(200);
    await clock(500, { stopped_from: minutes(-100), stopped_until: minutes(100) });
    await clock(-1, { owner: 'resident', kind: 'correction' });
    expect(await lights()).toEqual([[1, 1, 1, 1]]);
    expect(await lights(minutes(100)), 'the moment it goes on it stands still no more').toEqual([[2, 0, 2, 0]]);
    expect(await lights(minutes(-200)), 'before it stopped it ran').toEqual([[4, 0, 0, 0]]);
  });

  it('red covers a stop that began too late', async () => {
    await clock(-10, { stopped_from: minutes(-5), stopped_until: minutes(50) });
    expect(await lights()).toEqual([[0, 0, 1, 0]]);
  });

  it('by place, item and kind, and only where one may look', async () => {
    await clock(-1, { institution: 'A', area_unit: '440303' });
    await clock(-1, { institution: 'B', area_unit: '440304' });
    await clock(-1, { institution: 'B', area_unit: '440304', kind: 'notice', limit_id: 'notice#1' });
    const places = (rows: readonly { institution: string; kind: string }[]) => rows.map((row) => `${row.institution} ${row.kind}`);
    expect(places(await lightsNow(fresh.database.handle, now))).toEqual(['A promised', 'B notice', 'B promised']);
    expect(places(await lightsNow(fresh.database.handle, now, { areaUnits: ['440303'] }))).toEqual(['A promised']);
    expect(places(await lightsNow(fresh.database.handle, now, { institutions: ['B'] }))).toEqual(['B notice', 'B promised']);
    expect(places(await lightsNow(fresh.database.handle, now, { institutions: [] }))).toEqual([]);
  });

  it('a list most urgent first, bounded, and filtered by whose, which light, which kind, and since when it was claimed', async () => {
    const mine = randomUUID();
    await clock(30, { staff_id: mine, claimed_at: minutes(-600) });
    await clock(-10, { task_code: 'U' });
    await clock(200, { kind: 'link', limit_id: 'link:a-1', claimed_at: minutes(-60) });
    const list = async (filter: Parameters<typeof runningLimits>[1], most = 10) => (await runningLimits(fresh.database.handle, filter, now, most)).map((one) => (Date.parse(one.dueAt) - Date.parse(now)) / 60_000);
    expect(await list({})).toEqual([-10, 30, 200]);
    expect(await list({}, 2)).toEqual([-10, 30]);
    expect(await list({ staffId: mine })).toEqual([30]);
    expect(await list({ lights: ['red', 'green'] })).toEqual([-10, 200]);
    expect(await list({ kinds: ['link'] })).toEqual([200]);
    expect(await list({ taskCode: 'U' })).toEqual([-10]);
    expect(await list({ claimedBefore: minutes(-120) })).toEqual([30]);
    expect(await list({ lights: [] })).toEqual([]);
  });

  it('which matters a change of the calendar reaches: each once, in pieces, from the day itself on', async () => {
    const ids = [await clock(60), await clock(60 * 24), await clock(-60)];
    await clock(70, { matter_id: ids[0] ?? '', limit_id: 'statutory', kind: 'statutory' });
    const reached = [ids[0], ids[1]].sort();
    expect(await reachedClocks(fresh.database.handle, '2026-12-01', undefined, 10)).toEqual(reached);
    expect(await reachedClocks(fresh.database.handle, '2026-12-01', reached[0], 10)).toEqual(reached.slice(1));
    expect(await reachedClocks(fresh.database.handle, '2026-12-01', undefined, 1)).toEqual(reached.slice(0, 1));
    expect(await countReached(fresh.database.handle, '2026-12-01')).toBe(3);
  });
});
