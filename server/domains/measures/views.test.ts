import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { QueryResult } from 'pg';
import { freshDatabase, type FreshDatabase } from '../../testing/fresh-database.ts';
import { cellsOfYear, countsOf, mattersBehind, mediansOf, todayOf, trendOf, worstLinksOf } from './views.ts';

let fresh: FreshDatabase;
/** A year of a hundred thousand matters in ten districts, 1 % of them late, and the counts that go with them. */
beforeAll(async () => {
  fresh = await freshDatabase();
  await fresh.owner.query(`
    insert into measures.matters (matter_id, seq, rules, number, status, channel, task_code, item_version, area_unit, city, district, street, accepting_institution, handling_institution, received_on,
      visits, one_number, general_window, judged, in_time, visits_judged, visits_kept)
    select gen_random_uuid(), 5, 1, 'n' || n, 'completed', case when n % 2 = 0 then 'online' else 'window' end, 'T' || n % 40, 1, '4403' || lpad((n % 10)::text, 2, '0'), '440300', '4403' || lpad((n % 10)::text, 2, '0'),
      '4403' || lpad((n % 10)::text, 2, '0') || lpad((n % 7)::text, 3, '0'), 'H' || n % 300, 'D' || n % 200, date '2026-01-01' + n % 320, 1, n % 50 > 0, true, true, n % 100 > 0, true, n % 60 > 0
    from generate_series(1, 100000) n`);
  await fresh.owner.query(`
    insert into measures.counts (scope, month, task_code, channel, filed, judged, in_time, completed)
    select s.scope, make_date(2026, m, 1), 'T' || i, c, 20, 20, 19, 18
    from (select '4403' || lpad(d::text, 2, '0') as scope from generate_series(1, 10) d union all select '440300' union all select 'H' || h from generate_series(1, 300) h
      union all select '4403' || lpad(d::text, 2, '0') || '/D' || h from generate_series(1, 10) d, generate_series(1, 20) h) s, generate_series(1, 12) m, generate_series(1, 20) i, unnest(array['online', 'window']) c`);
  await fresh.owner.query(`
    insert into measures.day_values (scope, month, task_code, channel, measure, value, n)
    select '4403' || lpad(d::text, 2, '0'), make_date(2026, m, 1), 'T' || i, 'online', k, v, 1 + v from generate_series(0, 99) d, generate_series(1, 12) m, generate_series(1, 10) i, unnest(array['net', 'promised']) k, generate_series(0, 9) v`);
  await fresh.owner.query(`insert into measures.daily (scope, day, filed, finished) select 'H' || h, date '2026-01-01' + d, 3, 2 from generate_series(1, 300) h, generate_series(0, 320) d`);
  await fresh.owner.query(`
    insert into measures.link_counts (scope, month, process, element, institution, version, judged, late, timed, days)
    select '4403' || lpad(d::text, 2, '0'), make_date(2026, m, 1), 'p', 'e' || e, 'D' || i, 1, 10, 1, 10, 20 from generate_series(0, 9) d, generate_series(1, 12) m, generate_series(1, 5) e, generate_series(1, 100) i`);
  await fresh.owner.query('analyze measures.matters, measures.counts, measures.day_values, measures.daily, measures.link_counts');
});
afterAll(() => fresh.drop());

const year = { from: '2026-01', to: '2026-12' } as const;
const h = () => fresh.database.handle;

/** Runs a question and the plan of the statement it sent last, as the application's role would run it. */
async function planned(question: () => Promise<unknown>): Promise<{ ms: number; plan: string }> {
  const { pool } = fresh.database;
  const sent: { text: string; values: unknown[] }[] = [];
  const connect = pool.connect.bind(pool);
  pool.connect = (async () => {
    const client = await connect();
    const query = client.query.bind(client) as (asked: { text: string; values: unknown[] }) => Promise<QueryResult>;
    client.query = ((asked: { text: string; values: unknown[] }) => {
      sent.push(asked);
      return query(asked);
    }) as typeof client.query;
    const release = client.release.bind(client);
    client.release = (...rest) => {
      client.query = query as typeof client.query;
      client.release = release;
      return release(...rest);
    };
    return client;
  }) as typeof pool.connect;
  try {
    await question();
    const before = performance.now();
    await question();
    const ms = performance.now() - before;
    const last = sent.at(-1);
    if (!last) throw new Error('nothing was asked of the database');
    pool.connect = connect as typeof pool.connect;
    const { rows } = await pool.query<{ 'QUERY PLAN': string }>(`explain (costs off) ${last.text}`, last.values);
    return { ms, plan: rows.map((row) => row['QUERY PLAN']).join('\n') };
  } finally {
    pool.connect = connect as typeof pool.connect;
  }
}

const district = { column: 'district', code: '440303' } as const;
const questions: readonly (readonly [what: string, ask: () => Promise<unknown>])[] = [
  ['matters behind a figure, a district', () => mattersBehind(h(), 'one_net.counted', { ...year, place: district }, null, 51)],
  ['matters behind a figure, the whole city', () => mattersBehind(h(), 'sunshine.counted', { ...year, place: null }, null, 51)],
  ['late matters of the whole city', () => mattersBehind(h(), 'sunshine.gap', { ...year, place: null }, null, 51)],
  ['late matters of a district', () => mattersBehind(h(), 'sunshine.gap', { ...year, place: district }, null, 51)],
  ['matters of a hall', () => mattersBehind(h(), 'one_visit.gap', { ...year, place: { column: 'accepting_institution', code: 'H17' } }, null, 51)],
  ['matters of a department, a later page', () => mattersBehind(h(), 'one_number.counted', { ...year, place: { column: 'handling_institution', code: 'D17' } }, { day: '2026-06-01', matterId: '80000000-0000-4000-8000-000000000000' }, 51)],
  ['matters of a rare item', () => mattersBehind(h(), 'one_net.gap', { ...year, place: null, taskCode: 'T3' }, null, 51)],
  ['matters at a window that is no general one: none in the city', () => mattersBehind(h(), 'one_window.gap', { ...year, place: null }, null, 51)],
  ['counts of eleven places over a year', () => countsOf(h(), ['440300', '440301', '440302', '440303', '440304', '440305', '440306', '440307', '440308', '440309'], year)],
  ['medians of ten places over a year', () => mediansOf(h(), 'scope', ['440301', '440302', '440303'], year)],
  ['today of ten places', () => todayOf(h(), ['H1', 'H2', 'H3'], '2026-11-01')],
  ['thirty days of a place', () => trendOf(h(), 'H1', '2026-10-01', '2026-10-30')],
  ['worst links of a district', () => worstLinksOf(h(), '440303', year, 10)],
  ['public cells of a year', () => cellsOfYear(h(), 2026)],
];

describe('With a hundred thousand matters no list reads them all', () => {
  test.each(questions)('%s', async (what, ask) => {
    const { ms, plan } = await planned(ask);
    console.log(`${what}: ${ms.toFixed(1)} ms`);
    expect(plan, plan).not.toMatch(/Seq Scan on (matters|day_values|daily|link_counts)/);
    if (!what.startsWith('public')) expect(plan, plan).not.toMatch(/Seq Scan/);
    expect(plan).toMatch(/Index|Bitmap/);
    expect(ms).toBeLessThan(2_000);
  });
});
