/**
 * `npm run bench:limits`: database time of the sweep that finds what turned yellow or red in the last minute (server/migrations/0005-limits.sql),
 * with 10 thousand, 100 thousand and 1 million open matters of three running limits each, spread minute by minute over twenty working days.
 * Then with as many matters closed again as were open, to show that what is closed costs nothing, and at the midnight when a day's limits end
 * together. The real tables, the real function, safe settings. `--quick` goes to 100 thousand. Last line: one JSON object, milliseconds are medians.
 */
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startEmbedded } from '../server/platform/db/embedded/index.ts';
import { migrate } from '../server/platform/db/migrate.ts';

const quick = process.argv.includes('--quick');
const sizes = quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000];
const minutes = 20;
/** as mattersDomain sweeps */
const perSweep = 1_000;
const nameOf = (size: number): string => (size >= 1_000_000 ? `${size / 1_000_000}M` : `${size / 1_000}k`);
const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
const rounded = (ms: number): number => Math.round(ms * 100) / 100;
const firstMinute = Date.parse('2026-11-24T02:00:00Z');

/** Open matters with a promised, a statutory and a link limit each; every minute of 20 × 24 hours some turn yellow and some red. */
async function fill(client: pg.Client, from: number, to: number): Promise<void> {
  await client.query(
    `insert into matters.clocks (matter_id, limit_id, kind, owner, institution, post, number, area_unit, task_code, started_at, warn_at, due_at, due_on)
     select md5(n || '')::uuid, k.limit_id, k.kind, 'office', 'YM-4403' || lpad((3 + n % 9)::text, 2, '0') || '-hall', 'officer', '4403-' || n, '4403' || lpad((n % 788)::text, 8, '0'), 'YM-07-0003-01',
       timestamptz '2026-11-23 01:00:00Z', d.due - interval '1 day', d.due, (d.due at time zone 'Asia/Shanghai')::date
     from generate_series($1::bigint, $2::bigint) n
     cross join (values ('promised', 'promised', 0), ('statutory', 'statutory', 1), ('link:a-1', 'link', 2)) k(limit_id, kind, turn)
     cross join lateral (select timestamptz '2026-11-25 02:00:00Z' + ((n * 7919 + k.turn * 104729) % 28800) * interval '1 minute' + (n % 60) * interval '1 second' as due) d`,
    [from, to - 1],
  );
}

/** One look of the sweep at a moment, in milliseconds, and how many lights it found turned. */
async function sweep(client: pg.Client, at: number): Promise<{ ms: number; turned: number }> {
  const began = performance.now();
  const { rows } = await client.query<{ turned: string }>('select turned from matters.sweep($1, $2)', [new Date(at).toISOString(), perSweep]);
  return { ms: performance.now() - began, turned: rows.length };
}

/** The sweep of each of so many minutes, after everything before them has been seen. */
async function sweepMinutes(client: pg.Client, from: number): Promise<{ ms: number; turned: number }> {
  while ((await sweep(client, from)).turned > 0);
  const found: { ms: number; turned: number }[] = [];
  for (let minute = 1; minute <= minutes; minute += 1) found.push(await sweep(client, from + minute * 60_000));
  return { ms: rounded(median(found.map((one) => one.ms))), turned: median(found.map((one) => one.turned)) };
}

async function main(): Promise<void> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'yimen-bench-limits-')));
  chmodSync(folder, 0o755);
  const embedded = await startEmbedded({ dataFolder: join(folder, 'database'), settings: { max_wal_size: '8GB', shared_buffers: '512MB' } });
  const client = new pg.Client(embedded.connection);
  try {
    await client.connect();
    const migrated = await migrate(client, fileURLToPath(new URL('../server/migrations', import.meta.url)));
    if (!migrated.ok) throw new Error(migrated.code);
    const sweepMs: Record<string, number> = {};
    const turnedPerMinute: Record<string, number> = {};
    let open = 0;
    let at = firstMinute;
    for (const size of sizes) {
      await fill(client, open, size);
      open = size;
      await client.query('vacuum (analyze) matters.clocks');
      const found = await sweepMinutes(client, at);
      at += (minutes + 1) * 60_000;
      [sweepMs[nameOf(size)], turnedPerMinute[nameOf(size)]] = [found.ms, found.turned];
      console.log(`${nameOf(size)} open matters, ${open * 3} running limits: ${found.ms} ms a sweep, ${found.turned} lights turned in its minute`);
    }
    // As many again are opened and closed: their rows leave.
    await fill(client, open, open * 2);
    await client.query(`delete from matters.clocks where number in (select '4403-' || n from generate_series($1::bigint, $2::bigint) n)`, [open, open * 2 - 1]);
    await client.query('vacuum (analyze) matters.clocks');
    const closed = await sweepMinutes(client, at);
    console.log(`with ${open} closed matters beside them: ${closed.ms} ms`);
    // Day limits end together at 24:00: a twentieth of the promised ones, all at once and all unmet, is the worst there can be.
    await client.query(`update matters.clocks set due_at = $1, warn_at = $2, warned = false, passed = false where kind = 'promised' and get_byte(uuid_send(matter_id), 0) < 13`, [new Date(at + 7_200_000).toISOString(), new Date(at + 3_600_000).toISOString()]);
    await client.query('vacuum (analyze) matters.clocks');
    while ((await sweep(client, at + 7_000_000)).turned > 0);
    const midnight: number[] = [];
    let burst = 0;
    for (let found = await sweep(client, at + 7_201_000); found.turned > 0; found = await sweep(client, at + 7_201_000)) {
      midnight.push(found.ms);
      burst += found.turned;
    }
    console.log(`midnight: ${burst} breaches in ${midnight.length} sweeps of ${perSweep}, ${rounded(median(midnight))} ms each`);
    console.log(JSON.stringify({ sweepMs, turnedPerMinute, closedBesideMs: closed.ms, midnight: { breaches: burst, perSweepMs: rounded(median(midnight)), wholeMs: Math.round(midnight.reduce((sum, ms) => sum + ms, 0)) } }));
  } finally {
    await client.end();
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

await main();
