import { randomUUID } from 'node:crypto';
import * as xlsx from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { QueryOf } from '../../../contract/endpoint.ts';
import { languages } from '../../../contract/language.ts';
import * as matterWire from '../../../contract/matters.ts';
import * as wire from '../../../contract/measures.ts';
import type { Instant } from '../../kernel/instant.ts';
import { act, allowanceOffice, bureau, community, hall, item, openLink, streetOffice, view, type AllowanceOffice } from '../../testing/allowance-office.ts';
import type { Client } from '../../testing/app.ts';
import { shenzhen } from '../../testing/given-matter.ts';
import { virtualTime } from '../../testing/virtual-time.ts';
import { measuresReactions } from './index.ts';

let office: AllowanceOffice;
let completed: string;
let late: string;
let fresh: string;
let city: Client;
let luohu: Client;
let futian: Client;
let manager: Client;
let administrator: Client;
const time = virtualTime(shenzhen('2026-11-23'));

/** Time makes a leap; then everything that follows from it. */
async function at(when: Instant): Promise<void> {
  time.goTo(when);
  // Twice nothing: the worker may have done on its own, before it is asked, what a look had brought about.
  for (let idle = 0; idle < 2; ) {
    await office.app.tick();
    idle = (await office.work()) > 0 ? 0 : idle + 1;
  }
}

/**
 * The old-age allowance of a community of Luohu (15 working days promised, 5 for the review of the street), in a time of its own. On 23 November one is
 * decided and handed over, one is accepted and then lies; on 15 December its promise is past, and a third one has just come.
 */
beforeAll(async () => {
  office = await allowanceOffice({ time });
  const holding = async (institution: string, role: 'supervisor' | 'hall_manager' | 'administrator'): Promise<Client> => (await office.staff(`m-${randomUUID().slice(0, 8)}`, [{ institution, role }])).client;
  [city, luohu, futian, manager, administrator] = [
    await holding('YM-440300-justice', 'supervisor'), await holding('YM-440303-justice', 'supervisor'), await holding('YM-440304-justice', 'supervisor'), await holding(hall, 'hall_manager'), await holding('YM-440303-government_services', 'administrator'),
  ];
  completed = await decidedMatter();
  late = await office.filedAtWindow((await office.somebody()).partyId);
  await office.accepted(late);
  await office.claimed(office.reviewer, late);
  await at(shenzhen('2026-12-15'));
  fresh = await office.filedAtWindow((await office.somebody()).partyId);
  await office.work();
});
afterAll(() => office.drop());

async function decidedMatter(): Promise<string> {
  const matterId = await office.beforeDecision();
  const mine = await office.claimed(office.colleague, matterId);
  await office.colleague.good(matterWire.proposeDecision, { params: openLink(mine), body: { ...act(mine), outcome: 'granted', opinion: '符合条件' } });
  const theirs = await office.claimed(office.approver, matterId);
  await office.approver.good(matterWire.approveDecision, { params: openLink(theirs), body: { ...act(theirs), opinion: '同意' } });
  const decided = await view(office.clerk, matterId);
  if (decided.allowed.includes('deliver_result')) await office.clerk.good(matterWire.deliverResult, { params: { matterId }, body: { ...act(decided), how: 'counter', words: '本人领取' } });
  return matterId;
}

const months = { from: '2026-11', to: '2026-12' } as const;
type Parts = Readonly<Record<wire.FigurePartId, wire.FigurePart>>;
async function partsOf(client: Client, query: QueryOf<typeof wire.getFive> = months): Promise<Parts> {
  const { figures } = await client.good(wire.getFive, { query });
  return Object.fromEntries(figures.flatMap((figure) => figure.parts).map((part) => [part.part, part])) as unknown as Parts;
}

describe('Measuring', () => {
  test('follows the facts: what happened is measured when it happened, a breach when it is recorded', async () => {
    const { rows } = await office.fresh.owner.query<{ matter_id: string; status: string; late: string[]; seq: number; facts: number }>(
      'select m.matter_id, m.status, m.late, m.seq, (select max(f.seq) from platform.facts f where f.matter_id = m.matter_id) as facts from measures.matters m');
    const of = new Map(rows.map((row) => [row.matter_id, row]));
    expect(of.size).toBe(3);
    expect([of.get(completed), of.get(late), of.get(fresh)]).toMatchObject([{ status: 'completed', late: [] }, { status: 'accepted', late: ['promised', 'link'] }, { status: 'received', late: [] }]);
    expect(of.get(completed)?.seq).toBe(of.get(completed)?.facts);
  });

  test('every fact that changes a measure asks for it', () => {
    const asks = (kind: string): boolean => measuresReactions({ kind }).length > 0;
    expect(['matter_filed', 'matter_accepted', 'deemed_accepted', 'matter_completed', 'limit_passed', 'result_delivered', 'limits_recomputed', 'link_completed', 'correction_requested'].map(asks)).not.toContain(false);
    expect(['link_claimed', 'link_released'].map(asks)).toEqual([false, false]);
  });

  test('measured again from nothing, as for an installation that had matters before it had measures, everything is the same', async () => {
    const everything = async (): Promise<unknown> => [
      (await office.fresh.owner.query('select matter_id, seq, tally from measures.matters order by matter_id')).rows, (await office.fresh.owner.query('select * from measures.counts where filed > 0 order by scope, month, task_code, channel')).rows,
      (await office.fresh.owner.query('select * from measures.daily where filed > 0 or finished > 0 order by scope, day')).rows, (await office.fresh.owner.query('select * from measures.link_counts where judged > 0 order by scope, month, process, element, institution')).rows,
    ];
    const before = await everything();
    await office.fresh.owner.query('truncate measures.matters, measures.counts, measures.day_values, measures.daily, measures.link_counts, measures.rebuild');
    await office.app.measures.rebuild();
    await office.work();
    expect(await everything()).toEqual(before);
    // Done once, it is not begun again; loaded past the pipeline, it is.
    await office.app.measures.rebuild();
    expect(await office.work()).toBe(0);
    await office.fresh.owner.query('truncate measures.matters, measures.counts, measures.day_values, measures.daily, measures.link_counts');
    await office.app.measures.rebuild();
    await office.work();
    expect(await everything()).toEqual(before);
  });
});

describe('The five hundred-percents', () => {
  test('of the city: each with numerator, denominator and definition, from the matters that really were', async () => {
    const parts = await partsOf(city);
    const shares = Object.fromEntries(Object.values(parts).map(({ part, numerator, denominator, percent }) => [part, [numerator, denominator, percent]]));
    const items = office.app.catalogue.current().length;
    expect(shares).toMatchObject({
      'one_number.matters': [3, 3, 100], 'one_window.matters': [3, 3, 100], 'one_net.matters': [0, 3, 0], 'one_visit.matters': [1, 1, 100], 'sunshine.matters': [1, 2, 50], 'one_window.items': [items, items, 100],
    });
    for (const part of Object.values(parts)) for (const language of languages) expect(part.definition[language].length).toBeGreaterThan(10);
  });

  test('of a unit, a month, an item, a channel', async () => {
    const filed = async (client: Client, query: QueryOf<typeof wire.getFive>): Promise<number> => (await partsOf(client, query))['one_number.matters'].denominator;
    expect([
      await filed(luohu, months), await filed(luohu, { from: '2026-12', to: '2026-12' }), await filed(luohu, { ...months, unit: hall }), await filed(luohu, { ...months, unit: bureau }), await filed(luohu, { ...months, unit: streetOffice }),
      await filed(luohu, { ...months, channel: 'online' }), await filed(luohu, { ...months, item: item.taskCode }), await filed(futian, months), await filed(manager, months),
    ]).toEqual([3, 1, 3, 3, 0, 0, 3, 0, 3]);
  });

  test('open the matters behind them, and the ones that are missing', async () => {
    const list = (side: 'counted' | 'gap') => luohu.good(wire.listFigureMatters, { params: { figure: 'sunshine' }, query: { ...months, side } });
    expect(await list('counted')).toMatchObject({ figure: 'sunshine', side: 'counted', next: null, matters: [{ matterId: completed, status: 'completed', visits: 1, netDays: 0, promisedDays: 15, late: [] }] });
    expect(await list('gap')).toMatchObject({ matters: [{ matterId: late, status: 'accepted', endedOn: null, late: ['promised', 'link'] }] });
    expect(JSON.stringify(await list('gap'))).not.toMatch(/party|applicant/i);
    expect((await luohu.good(wire.listFigureItems, { params: { figure: 'one_net' }, query: { side: 'counted' } })).items).toContainEqual(expect.objectContaining({ taskCode: item.taskCode, online: true }));
    expect(await luohu.refused(wire.listFigureItems, { params: { figure: 'sunshine' }, query: {} })).toMatchObject({ code: 'measures.no_items_behind', status: 404 });
  });

  test('refuse months the wrong way round, too many of them, an unknown item, what nobody means', async () => {
    const refusals = await Promise.all([{ from: '2026-11', to: '2026-10' }, { from: '2020-01', to: '2026-10' }, { item: 'none' }, { from: '2026-13' }, { surprise: '1' }].map(async (query) => (await city.refused(wire.getFive, { query })).code));
    expect(refusals).toEqual(['measures.months_reversed', 'measures.too_many_months', 'measures.unknown_item', 'input.malformed', 'input.malformed']);
    const written = { ...months, side: 'counted', after: `2026-02-30 ${completed}` } as const;
    expect(await luohu.refused(wire.listFigureMatters, { params: { figure: 'sunshine' }, query: written })).toMatchObject({ status: 400, code: 'input.malformed', errors: [{ pointer: '/after' }] });
  });
});

describe('Who sees what', () => {
  test('a place that is not one’s own looks like one that does not exist', async () => {
    const problems = await Promise.all(['440303', 'YM-440303-nothing', '449999', bureau].map((unit) => manager.refused(wire.getFive, { query: { unit } })));
    expect(new Set(problems.map((problem) => JSON.stringify(problem))).size).toBe(1);
    expect(problems[0]).toMatchObject({ status: 404, code: 'measures.unknown_place' });
    expect(await manager.good(wire.getOverview, { query: {} })).toMatchObject({ self: { place: { code: hall } }, children: [], above: [] });
  });

  test('an administrator sees every figure and no matter', async () => {
    expect(await administrator.good(wire.getFive, { query: {} })).toMatchObject({ place: { kind: 'city' }, mayOpenMatters: false });
    expect((await administrator.good(wire.getOverview, { query: { unit: '440304' } })).mayOpenMatters).toBe(false);
    expect((await administrator.refused(wire.listFigureMatters, { params: { figure: 'sunshine' }, query: {} })).status).toBe(404);
    expect((await administrator.refused(wire.listRunning, { query: {} })).status).toBe(404);
    expect((await administrator.refused(wire.exportMeasures, { query: { what: 'sunshine' } })).code).toBe('measures.unknown_place');
    expect((await administrator.refused(wire.exportMeasures, { query: { what: 'running' } })).code).toBe('measures.unknown_place');
    expect((await administrator.call(wire.exportMeasures, { query: { what: 'five' } })).status).toBe(200);
  });

  test('officers, clerks, residents and strangers see none of it, but everybody the public page', async () => {
    const callers = [office.officer, office.clerk, (await office.somebody()).client, await office.as('anonymous')];
    const statuses = async (ask: (client: Client) => Promise<{ status: number }>): Promise<readonly number[]> => (await Promise.all(callers.map(ask))).map(({ status }) => status);
    // The officer is an approver of the bureau too, and sees its figures; clerks, residents and strangers none.
    expect(await statuses((client) => client.call(wire.getFive, { query: {} }))).toEqual([200, 404, 404, 401]);
    expect(await statuses((client) => client.call(wire.getOverview, { query: {} }))).toEqual([200, 404, 404, 401]);
    expect(await statuses((client) => client.call(wire.listRunning, { query: {} }))).toEqual([200, 404, 404, 401]);
    expect(await statuses((client) => client.call(wire.exportMeasures, { query: { what: 'five' } }))).toEqual([200, 404, 404, 401]);
    expect((await office.colleague.call(wire.getFive, { query: {} })).status).toBe(404);
    expect(await statuses((client) => client.call(wire.getSunshine, { query: {} }))).toEqual([200, 200, 200, 200]);
  });
});

describe('The overview', () => {
  test('leads from the city to the matter in two clicks: a place with a red light, its list', async () => {
    const overview = await city.good(wire.getOverview, { query: {} });
    expect(overview).toMatchObject({ today: '2026-12-15', self: { place: { kind: 'city' }, ordersOpen: 1, filedToday: 1, filed: 3, judged: 2, inTime: 1, inTimePercent: 50, medianDays: 0, promisedDays: 15 }, mayOpenMatters: true });
    expect(overview.trend).toHaveLength(30);
    expect(overview.trend.find((day) => day.day === '2026-11-23')).toEqual({ day: '2026-11-23', working: true, filed: 2, finished: 1 });
    expect(overview.worstLinks).toMatchObject([{ institution: { code: streetOffice }, element: 'review', judged: 2, late: 1, latePercent: 50 }]);
    expect(overview.worstItems).toMatchObject([{ taskCode: item.taskCode, judged: 2, late: 1 }]);
    const district = overview.children.find((row) => row.place.code === '440303');
    expect(district).toMatchObject({ hasChildren: true, ordersOpen: 1, filedToday: 1 });
    expect(overview.children.filter((row) => row.place.code !== '440303').every((row) => row.filed === 0 && Object.values(row.lights).every((n) => n === 0))).toBe(true);
    const red = await city.good(wire.listRunning, { query: { unit: '440303', light: 'red' } });
    expect(red.rows.map((row) => [row.matterId, row.kind, row.light])).toEqual(expect.arrayContaining([[late, 'link', 'red'], [late, 'promised', 'red']]));
    expect(red.rows).toHaveLength(district?.lights.red ?? -1);
    expect(red.rows.find((row) => row.kind === 'link')).toMatchObject({ institution: { code: streetOffice }, staffName: 'reviewer', dueOn: '2026-11-30', linkName: expect.anything() as object });
    expect((await view(luohu, late)).number).toBe(red.rows[0]?.number);
  });

  test('lists by light, kind and item, the most urgent first, and nothing of other districts', async () => {
    const found = async (query: QueryOf<typeof wire.listRunning>): Promise<readonly string[]> => (await luohu.good(wire.listRunning, { query })).rows.map((row) => `${row.kind} ${row.light}`);
    expect(await found({ light: 'green', kind: 'notice' })).toEqual(['notice green']);
    expect((await found({})).slice(0, 2)).toEqual(['link red', 'promised red']);
    expect(await found({ item: 'YM-05-0002-01' })).toEqual([]);
    expect((await futian.good(wire.listRunning, { query: {} })).rows).toEqual([]);
  });

  test('goes down through the district, the street and the community to the institution', async () => {
    const above: string[][] = [];
    for (const unit of ['440303', '440303005', community, hall]) {
      const overview = await city.good(wire.getOverview, { query: { unit } });
      expect(overview.self.filed, unit).toBe(3);
      above.push(overview.above.map((one) => one.code));
    }
    expect(above).toEqual([['440300'], ['440300', '440303'], ['440300', '440303', '440303005'], ['440300', '440303', '440303005', community]]);
    expect((await luohu.good(wire.getOverview, { query: { unit: '440303005' } })).above.map((one) => one.code)).toEqual(['440303']);
    // The street office has the late link in hand, though the bureau handles the matter.
    expect((await city.good(wire.getOverview, { query: { unit: '440303005' } })).children.find((row) => row.place.code === streetOffice)?.lights.red).toBeGreaterThan(0);
  });
});

describe('Exports', () => {
  const sheetsOf = (bytes: Buffer): Record<string, unknown[][]> => {
    const book = xlsx.read(bytes, { type: 'buffer' });
    return Object.fromEntries(book.SheetNames.map((name) => [name, xlsx.utils.sheet_to_json(book.Sheets[name] as xlsx.WorkSheet, { header: 1, raw: true })]));
  };
  const taken = (query: QueryOf<typeof wire.exportMeasures>, language = 'en') => city.call(wire.exportMeasures, { query }, { 'accept-language': language });

  test('open again as they were written: a mark of who took it, days as days, definitions', async () => {
    const { bytes, headers } = await taken({ ...months, what: 'sunshine' });
    expect(headers['content-disposition']).toContain('sunshine-440300-2026-12-15.xlsx');
    const sheets = sheetsOf(bytes);
    expect(Object.keys(sheets)).toEqual(['Matters', 'Definitions']);
    const [mark, , heads, first] = sheets.Matters ?? [];
    expect(String(mark?.[0])).toMatch(/^Taken out by m-[0-9a-f]{8} on 2026-12-15 09:30 · Shenzhen · 2026-11 to 2026-12/);
    expect(heads?.[7]).toBe('Received on');
    expect(first?.[7]).toBe((Date.UTC(2026, 10, 23) - Date.UTC(1899, 11, 30)) / 86_400_000);
    expect(first?.[13]).toBe('promised limit, limit of a link');
    expect((xlsx.read(bytes, { type: 'buffer' }).Sheets.Matters as xlsx.WorkSheet)['H4']).toMatchObject({ t: 'n', w: '2026-11-23' });
    expect(sheets.Definitions?.length).toBeGreaterThan(10);
  });

  test('speak the language of who takes them, and every one leaves an access record', async () => {
    const names = [];
    for (const what of ['overview', 'five', 'running'] as const) names.push(Object.keys(sheetsOf((await taken({ what }, 'zh-HK')).bytes)));
    expect(names).toEqual([['總覽', '近30日', '超期環節', '超期事項', '口徑說明'], ['五個100%', '口徑說明'], ['在辦時限', '口徑說明']]);
    const { rows } = await office.fresh.owner.query<{ fields: string; by: string }>(`select fields, actor ->> 'kind' as by from platform.access_records where act = 'measures.export' order by record_id desc limit 3`);
    expect(rows.map((row) => [row.fields.split(' ')[0], row.by]).sort()).toEqual([['five', 'staff'], ['overview', 'staff'], ['running', 'staff']]);
  });
});

describe('The public page', () => {
  const everybody = () => office.as('anonymous');

  test('shows nothing small: three matters in a city are “fewer than ten” everywhere', async () => {
    for (const query of [{}, { period: '2026-11' }, { period: '2026-Q4', district: '440303' }, { period: '2026', district: '440303', institution: bureau }, { period: '2026', item: item.taskCode }]) {
      const { total, byUnit, byItem } = await (await everybody()).good(wire.getSunshine, { query });
      for (const row of [total, ...byUnit, ...byItem]) expect(row, JSON.stringify(query)).toMatchObject({ filed: null, inTimePercent: null, medianDays: null, promisedDays: null, satisfiedPercent: null });
    }
  });

  test('refuses places and items that are none, and an institution without its district', async () => {
    const client = await everybody();
    const queries = [{ district: community }, { district: '449999' }, { institution: bureau }, { district: '440303', institution: 'YM-440303-nothing' }, { item: 'none' }, { period: '2026-Q5' }];
    expect(await Promise.all(queries.map(async (query) => (await client.refused(wire.getSunshine, { query })).status))).toEqual([404, 404, 404, 404, 404, 400]);
  });

  test('as a table: the language asked for, the same cells', async () => {
    const table = await (await everybody()).call(wire.getSunshineTable, { query: {} }, { 'accept-language': 'zh-HK' });
    expect(table.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(table.text.startsWith('\ufeff')).toBe(true);
    expect(table.text).toContain('少於 10');
  });
});

describe('An order that nobody answers', () => {
  test('is missing from the share of orders answered once its reply is due', async () => {
    expect((await partsOf(city))['sunshine.orders']).toMatchObject({ numerator: 0, denominator: 0, percent: null });
    await at(shenzhen('2026-12-22'));
    const orders = (await partsOf(city))['sunshine.orders'];
    expect(orders.numerator).toBe(0);
    expect(orders.denominator).toBeGreaterThan(0);
    expect((await city.good(wire.getOverview, { query: {} })).self.ordersLate).toBeGreaterThan(0);
    expect((await partsOf(futian))['sunshine.orders']).toMatchObject({ denominator: 0 });
  });
});
