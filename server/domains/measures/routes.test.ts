import { randomUUID } from 'node:crypto';
import * as xlsx from '@e965/xlsx';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../../contract/language.ts';
import * as matterWire from '../../../contract/matters.ts';
import { measureMessages } from '../../../contract/messages/measures.ts';
import type { Sunshine } from '../../../contract/measures.ts';
import { problems } from '../../problems.ts';
import { httpServer, sessionCookie } from '../../platform/http/server.ts';
import { jobWorker, type JobWorker } from '../../platform/jobs/worker.ts';
import { act, allowanceOffice, bureau, community, hall, openLink, view, type AllowanceOffice } from '../../testing/allowance-office.ts';
import { measureRefusals, measuresDomain, measuresReactions, type Measures } from './index.ts';

let office: AllowanceOffice;
let measures: Measures;
let http: FastifyInstance;
let worker: JobWorker;
let taken: string;
let completed: string;
const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7);

/** The measures over the real application of the office, with their routes on a server of their own. */
beforeAll(async () => {
  office = await allowanceOffice();
  const { app, fresh } = office;
  measures = measuresDomain({
    database: fresh.database, now: () => app.clock.now(), units: app.units, calendar: app.calendar, catalogue: app.catalogue, people: app.people,
    matters: {
      ...app.matters,
      idsAfter: async (after, most) => (await fresh.owner.query<{ matter_id: string }>('select matter_id from matters.matters where matter_id > $1 order by matter_id limit $2', [after ?? '00000000-0000-0000-0000-000000000000', most])).rows.map((row) => row.matter_id),
    },
    orders: {
      openNow: async () => [{ institution: bureau, areaUnit: community, taskCode: 'YM-05-0001-01', open: 2, late: 1 }],
      answered: async () => [{ institution: bureau, areaUnit: community, taskCode: 'YM-05-0001-01', due: 3, inTime: 2 }, { institution: 'YM-440304-civil_affairs', areaUnit: '440304001', taskCode: 'YM-05-0001-01', due: 5, inTime: 5 }],
    },
    grades: { gradesOf: async () => [{ institution: bureau, taskCode: 'YM-05-0001-01', month, grade: 1, n: 9 }, { institution: bureau, taskCode: 'YM-05-0001-01', month, grade: 4, n: 1 }] },
    wakeJobs: () => undefined,
  });
  http = await httpServer({
    routes: measures.routes, problems: { statuses: { ...problems.statuses, ...measureRefusals }, sentences: { ...problems.sentences, ...measureMessages } }, authenticate: app.people.authenticate, secure: false, log: false, load: () => 0,
  });
  worker = jobWorker(fresh.database.handle, measures.jobs, (job, error) => {
    throw new Error(`${job.kind}: ${String(error)}`);
  });
  completed = await decidedMatter();
  taken = await office.filedAtWindow((await office.somebody()).partyId);
  await measures.rebuild();
  await worker.drain();
});
afterAll(async () => {
  await worker.stop();
  await http.close();
  await office.drop();
});

async function decidedMatter(): Promise<string> {
  const matterId = await office.beforeDecision();
  const mine = await office.claimed(office.colleague, matterId);
  await office.colleague.good(matterWire.proposeDecision, { params: openLink(mine), body: { ...act(mine), outcome: 'granted', opinion: '符合条件' } });
  const theirs = await office.claimed(office.approver, matterId);
  await office.approver.good(matterWire.approveDecision, { params: openLink(theirs), body: { ...act(theirs), opinion: '同意' } });
  return matterId;
}

type Caller = { readonly cookie: string };
async function staff(...posts: readonly (readonly [string, 'supervisor' | 'hall_manager' | 'approver' | 'administrator' | 'officer' | 'window_clerk'])[]): Promise<Caller> {
  const { staffId } = await office.staff(`m-${randomUUID().slice(0, 8)}`, posts.map(([institution, role]) => ({ institution, role })));
  return { cookie: `${sessionCookie}=${(await office.app.people.openSessionFor({ kind: 'staff', staffId })).token}` };
}
const nobody: Caller = { cookie: '' };

async function get(caller: Caller, path: string, language = 'en'): Promise<{ status: number; json: Readonly<Record<string, unknown>>; bytes: Buffer; headers: Record<string, unknown>; text: string }> {
  const answer = await http.inject({ method: 'GET', url: path, headers: { ...(caller.cookie ? { cookie: caller.cookie } : {}), 'accept-language': language } });
  const json = String(answer.headers['content-type']).includes('json') ? (JSON.parse(answer.body) as Readonly<Record<string, unknown>>) : {};
  return { status: answer.statusCode, json, bytes: answer.rawPayload, headers: answer.headers, text: answer.body };
}
const reworked = async (matterId: string): Promise<void> => {
  await measures.jobs['measures.when_matter_changed_measure']?.({ jobId: randomUUID(), matterId, kind: 'measures.when_matter_changed_measure', payload: {}, attempts: 1 });
};

const city = 'YM-440300-government_services';
const luohu = 'YM-440303-government_services';
const futian = 'YM-440304-government_services';
const cityOffice = () => staff([city, 'supervisor']);

describe('Measuring', () => {
  test('what was there before is measured once, and a rebuild that is done is not begun again', async () => {
    const { rows } = await office.fresh.owner.query<{ matter_id: string; status: string; seq: number }>('select matter_id, status, seq from measures.matters order by received_on, matter_id');
    expect(rows.map((row) => row.status).sort()).toEqual(['completed', 'received']);
    await measures.rebuild();
    expect(await worker.drain()).toBe(0);
  });

  test('every fact that changes a measure asks for it', () => {
    const asks = (kind: string): boolean => measuresReactions({ kind }).length > 0;
    expect(['matter_filed', 'matter_accepted', 'deemed_accepted', 'matter_completed', 'limit_passed', 'result_delivered', 'limits_recomputed', 'link_completed', 'correction_requested'].map(asks)).not.toContain(false);
    expect(['link_claimed', 'link_released'].map(asks)).toEqual([false, false]);
  });

  test('a matter that goes on is measured again with its facts, and only then', async () => {
    const before = await get(await cityOffice(), '/api/v1/measures/five');
    const matterId = await office.filedAtWindow((await office.somebody()).partyId);
    await reworked(matterId);
    await reworked(matterId);
    await office.accepted(matterId);
    await reworked(matterId);
    const filedOf = (answer: { json: Readonly<Record<string, unknown>> }): number => (answer.json.figures as { parts: { part: string; denominator: number }[] }[]).flatMap((one) => one.parts).find((part) => part.part === 'one_number.matters')?.denominator ?? -1;
    expect(filedOf(await get(await cityOffice(), '/api/v1/measures/five')) - filedOf(before)).toBe(1);
  });
});

describe('The five hundred-percents', () => {
  test('of the city: each with numerator, denominator and definition, from the matters that really were', async () => {
    const { status, json } = await get(await cityOffice(), `/api/v1/measures/five?from=${month}&to=${month}`);
    expect(status).toBe(200);
    const parts = Object.fromEntries((json.figures as { parts: { part: string; numerator: number; denominator: number; definition: object }[] }[]).flatMap((figure) => figure.parts).map((part) => [part.part, part]));
    expect(parts['one_number.matters']).toMatchObject({ numerator: parts['one_number.matters']?.denominator });
    expect(parts['one_visit.matters']).toMatchObject({ numerator: 1, denominator: 1 });
    expect(parts['sunshine.matters']).toMatchObject({ numerator: 1, denominator: 1 });
    expect(parts['sunshine.orders']).toMatchObject({ numerator: 7, denominator: 8, percent: 87.5 });
    expect(parts['one_window.items']).toMatchObject({ numerator: office.app.catalogue.current().length, denominator: office.app.catalogue.current().length });
    for (const part of Object.values(parts)) for (const language of languages) expect((part.definition as Record<string, string>)[language]?.length).toBeGreaterThan(10);
  });

  test('of a district only its own, also its orders', async () => {
    const luohuFigures = await get(await staff([luohu, 'supervisor']), '/api/v1/measures/five');
    expect(luohuFigures.json).toMatchObject({ place: { code: '440303', kind: 'district' }, mayOpenMatters: true });
    const orders = (luohuFigures.json.figures as { parts: { part: string; denominator: number }[] }[]).flatMap((figure) => figure.parts).find((part) => part.part === 'sunshine.orders');
    expect(orders?.denominator).toBe(3);
    expect((await get(await staff([futian, 'supervisor']), '/api/v1/measures/five')).json).toMatchObject({ figures: expect.arrayContaining([expect.objectContaining({ figure: 'sunshine' })]) as object });
  });

  test('open the matters behind them, and the ones that are missing', async () => {
    const caller = await staff([luohu, 'supervisor']);
    const counted = await get(caller, '/api/v1/measures/five/sunshine/matters?side=counted');
    expect(counted.json).toMatchObject({ figure: 'sunshine', side: 'counted', next: null, matters: [{ matterId: completed, status: 'completed', visits: 1, late: [] }] });
    expect(JSON.stringify(counted.json)).not.toContain('partyId');
    expect((await get(caller, '/api/v1/measures/five/sunshine/matters')).json).toMatchObject({ side: 'gap', matters: [] });
    expect((await get(caller, '/api/v1/measures/five/one_net/items?side=counted')).json).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ taskCode: 'YM-05-0001-01', online: true })]) as object });
    expect((await get(caller, '/api/v1/measures/five/sunshine/items')).json).toMatchObject({ code: 'measures.no_items_behind' });
  });

  test('refuse months the wrong way round, too many of them, an unknown item', async () => {
    const caller = await cityOffice();
    const codes = await Promise.all(['from=2026-11&to=2026-10', 'from=2020-01&to=2026-10', 'item=none', 'from=2026-13', 'surprise=1'].map(async (query) => (await get(caller, `/api/v1/measures/five?${query}`)).json.code));
    expect(codes).toEqual(['measures.months_reversed', 'measures.too_many_months', 'measures.unknown_item', 'input.malformed', 'input.malformed']);
  });
});

describe('Who sees what', () => {
  test('a place that is not one’s own looks like one that does not exist', async () => {
    const manager = await staff([hall, 'hall_manager']);
    const answers = await Promise.all(['440303', 'YM-440303-nothing', '449999', bureau].map((unit) => get(manager, `/api/v1/measures/five?unit=${unit}`)));
    expect(answers.map(({ status, json }) => [status, json.code])).toEqual(answers.map(() => [404, 'measures.unknown_place']));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await get(manager, '/api/v1/measures/overview')).json).toMatchObject({ self: { place: { code: hall } }, children: [], above: [] });
  });

  test('an administrator sees every figure and no matter', async () => {
    const administrator = await staff([luohu, 'administrator']);
    expect((await get(administrator, '/api/v1/measures/five')).json).toMatchObject({ place: { kind: 'city' }, mayOpenMatters: false });
    expect((await get(administrator, '/api/v1/measures/overview?unit=440304')).status).toBe(200);
    expect((await get(administrator, '/api/v1/measures/five/sunshine/matters')).status).toBe(404);
    expect((await get(administrator, '/api/v1/measures/matters')).status).toBe(404);
    expect((await get(administrator, '/api/v1/measures/export.xlsx?what=sunshine')).json).toMatchObject({ code: 'measures.unknown_place' });
    expect((await get(administrator, '/api/v1/measures/export.xlsx?what=five')).status).toBe(200);
  });

  test('officers, clerks, residents and strangers see none of it, but everybody the public page', async () => {
    const callers = [await staff([bureau, 'officer']), await staff([hall, 'window_clerk']), nobody];
    for (const path of ['/api/v1/measures/five', '/api/v1/measures/overview', '/api/v1/measures/matters', '/api/v1/measures/export.xlsx?what=five']) {
      expect((await Promise.all(callers.map((caller) => get(caller, path)))).map(({ status }) => status), path).toEqual([404, 404, 401]);
    }
    expect((await get(nobody, '/api/v1/sunshine')).status).toBe(200);
  });
});

describe('The overview', () => {
  test('leads from the city to the matter in two clicks: a place with lights, its list', async () => {
    const caller = await cityOffice();
    const overview = await get(caller, '/api/v1/measures/overview');
    expect(overview.json).toMatchObject({ self: { place: { kind: 'city' }, ordersOpen: 2, ordersLate: 1 }, trend: expect.any(Array) as object, mayOpenMatters: true });
    const rows = overview.json.children as { place: { code: string; kind: string }; lights: Record<string, number>; filedToday: number; ordersOpen: number }[];
    const district = rows.find((row) => row.place.code === '440303');
    expect(district).toMatchObject({ ordersOpen: 2 });
    expect(district?.filedToday).toBeGreaterThanOrEqual(2);
    expect(rows.filter((row) => row.place.code !== '440303').every((row) => row.filedToday === 0)).toBe(true);
    const list = await get(caller, '/api/v1/measures/matters?unit=440303&light=green');
    const found = (list.json.rows as { matterId: string; kind: string; light: string; number: string }[]).filter((row) => row.matterId === taken);
    expect(found).toMatchObject([{ kind: 'notice', light: 'green' }]);
    expect(Object.values(district?.lights ?? {}).reduce((a, b) => a + b, 0)).toBe((await get(caller, '/api/v1/measures/matters?unit=440303')).json.rows ? ((await get(caller, '/api/v1/measures/matters?unit=440303')).json.rows as unknown[]).length : -1);
    expect((await get(caller, '/api/v1/measures/matters?unit=440304')).json).toMatchObject({ rows: [], more: false });
    expect((await view(office.clerk, taken)).number).toBe(found[0]?.number);
  });

  test('goes down through the district, the street and the community to the institution', async () => {
    const caller = await cityOffice();
    const above: string[][] = [];
    for (const unit of ['440303', '440303005', community, hall]) {
      const { json } = await get(caller, `/api/v1/measures/overview?unit=${unit}`);
      expect((json.self as { filedToday: number }).filedToday, unit).toBeGreaterThanOrEqual(2);
      above.push((json.above as { code: string }[]).map((one) => one.code));
    }
    expect(above).toEqual([['440300'], ['440300', '440303'], ['440300', '440303', '440303005'], ['440300', '440303', '440303005', community]]);
  });
});

describe('Exports', () => {
  const sheetsOf = (bytes: Buffer): Record<string, unknown[][]> => {
    const book = xlsx.read(bytes, { type: 'buffer', cellDates: false });
    return Object.fromEntries(book.SheetNames.map((name) => [name, xlsx.utils.sheet_to_json(book.Sheets[name] as xlsx.WorkSheet, { header: 1, raw: true })]));
  };

  test('open again as they were written: a mark of who took it, days as days, definitions', async () => {
    const { bytes, headers } = await get(await cityOffice(), '/api/v1/measures/export.xlsx?what=sunshine&side=counted');
    expect(headers['content-disposition']).toContain('sunshine-440300-');
    const sheets = sheetsOf(bytes);
    expect(Object.keys(sheets)).toEqual(['Matters', 'Definitions']);
    const [mark, , heads, first] = sheets.Matters ?? [];
    expect(String(mark?.[0])).toMatch(/^Taken out by m-[0-9a-f]{8} on \d{4}-\d{2}-\d{2} \d{2}:\d{2} · Shenzhen/);
    expect(heads?.[7]).toBe('Received on');
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    expect(first?.[7]).toBe((Date.parse(`${today}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
    const book = xlsx.read(bytes, { type: 'buffer' });
    expect((book.Sheets.Matters as xlsx.WorkSheet)['H4']).toMatchObject({ t: 'n', w: today });
    expect(sheets.Definitions?.length).toBeGreaterThan(10);
  });

  test('speak the language of who takes them, and every one leaves an access record', async () => {
    const caller = await cityOffice();
    const names = [];
    for (const what of ['overview', 'five', 'running'] as const) names.push(Object.keys(sheetsOf((await get(caller, `/api/v1/measures/export.xlsx?what=${what}`, 'zh-HK')).bytes)));
    expect(names).toEqual([['總覽', '近30日', '超期環節', '超期事項', '口徑說明'], ['五個100%', '口徑說明'], ['在辦時限', '口徑說明']]);
    const { rows } = await office.fresh.owner.query<{ fields: string }>(`select fields from platform.access_records where act = 'measures.export' order by at desc limit 3`);
    expect(rows.map((row) => row.fields.split(' ')[0])).toEqual(['running', 'five', 'overview']);
  });
});

describe('The public page', () => {
  test('shows nothing small: one matter in a place is “fewer than ten” everywhere', async () => {
    const year = month.slice(0, 4);
    for (const query of ['', `?period=${month}`, `?period=${year}&district=440303`, `?period=${year}&district=440303&institution=${bureau}`, `?period=${year}&item=YM-05-0001-01`]) {
      const { json } = await get(nobody, `/api/v1/sunshine${query}`);
      const { total, byUnit, byItem } = json as unknown as Sunshine;
      for (const row of [total, ...byUnit, ...byItem]) expect(row, query).toMatchObject({ filed: null, inTimePercent: null, medianDays: null, promisedDays: null, satisfiedPercent: null });
    }
  });

  test('refuses places and items that are none, and an institution without its district', async () => {
    const codes = await Promise.all([`district=${community}`, 'district=449999', `institution=${bureau}`, 'district=440303&institution=YM-440303-nothing', 'item=none', 'period=2026-Q5'].map(async (query) => (await get(nobody, `/api/v1/sunshine?${query}`)).status));
    expect(codes).toEqual([404, 404, 404, 404, 404, 400]);
  });

  test('as a table: three languages, the same cells, nothing a spreadsheet would compute', async () => {
    const table = await get(nobody, '/api/v1/sunshine.csv', 'zh-HK');
    expect(table.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(table.text.startsWith('\ufeff')).toBe(true);
    expect(table.text).toContain('少於 10');
    expect(table.text.split(/\r\n|,/).filter((cell) => /^"?[=+@]/.test(cell))).toEqual([]);
  });
});
