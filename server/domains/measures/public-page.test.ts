import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sunshine, SunshineRow } from '../../../contract/measures.ts';
import { testApp, type TestApp } from '../../testing/app.ts';
import type { Context } from './routes-context.ts';
import { sunshinePages, tableOf } from './routes-sunshine.ts';
import { putMeasures, type MeasuredRow } from './store.ts';
import type { Measure } from './measure.ts';
import { tallyOf } from './tally.ts';
import { randomUUID } from 'node:crypto';

let t: TestApp;
let now = '2026-11-23T02:00:00.000Z';
let context: Context;
beforeAll(async () => {
  t = await testApp();
  const { app, fresh } = t;
  context = {
    database: fresh.database, now: () => now, today: () => '2026-11-23', units: app.units, calendar: app.calendar, catalogue: app.catalogue, people: app.people, wakeJobs: () => undefined,
    matters: app.matters, grades: app.evaluations,
  };
  // Twenty answers about the bureau, one of them bad; as their own domain keeps them.
  await fresh.owner.query(`
    insert into evaluations.feedback (matter_id, seq, head, kind, about_matter, event, number, task_code, item_version, institution, accepting_institution, area_unit, party_id, grade, month, given_at, fixed_at, state)
    select gen_random_uuid(), 1, '\\x00', 'evaluation', gen_random_uuid(), 'result', 'n' || n, 'YM-05-0001-01', 1, 'YM-440303-civil_affairs', 'YM-440303-hall', '440303', gen_random_uuid(), case when n = 1 then 5 else 2 end, '2026-11',
      '2026-11-10T02:00:00Z', '2026-11-10T02:15:00Z', '{}' from generate_series(1, 20) n`);
  await putMeasures(fresh.database.handle, [
    ...rows(40, '440303', 'civil_affairs', '2026-11', 'YM-05-0001-01', (n) => ({ netDays: n % 4, ...(n === 0 ? { late: ['promised'], inTime: false } : {}) })),
    ...rows(30, '440303', 'housing', '2026-11', 'YM-05-0001-01'),
    ...rows(3, '440304', 'civil_affairs', '2026-11', 'YM-05-0001-01'),
    ...rows(60, '440305', 'civil_affairs', '2026-11', 'YM-05-0001-01'),
    ...rows(80, '440306', 'civil_affairs', '2026-11', 'YM-05-0001-01'),
    ...rows(50, '440306', 'civil_affairs', '2026-10', 'YM-05-0001-01'),
  ]);
});
afterAll(() => t.drop());

function rows(count: number, district: string, kind: string, month: string, taskCode: string, more: (n: number) => Partial<Measure> = () => ({})): readonly MeasuredRow[] {
  return Array.from({ length: count }, (_, n) => {
    const measure: Measure = {
      number: `${district}-${n}`, status: 'completed', channel: 'online', taskCode, itemVersion: 1, process: 'p', processVersion: 1, areaUnit: district, acceptingInstitution: `YM-${district}-hall`, handlingInstitution: `YM-${district}-${kind}`,
      receivedOn: `${month}-02`, acceptedOn: `${month}-03`, endedOn: `${month}-09`, promisedDays: 5, netDays: 2, visits: 0, promisedVisits: 0, askedAgain: false, oneNumber: true, generalWindow: false, deemed: false, late: [],
      judged: true, inTime: true, visitsJudged: true, visitsKept: true, links: [], ...more(n),
    };
    const place = { city: '440300', district, street: null, community: null };
    return { matterId: randomUUID(), seq: 1, measure, place, tally: tallyOf(measure, place) };
  });
}

async function page(query: Parameters<ReturnType<typeof sunshinePages>>[0], pages = sunshinePages(context)): Promise<Sunshine> {
  const found = await pages(query);
  if (!found.ok) throw new Error(found.code);
  return found.sunshine;
}
const shown = (list: readonly SunshineRow[]): Record<string, number | null> => Object.fromEntries(list.map((row) => [row.code, row.filed]));

describe('The public page of a city', () => {
  test('keeps the small district back with the next smallest, and nothing else', async () => {
    const { total, byUnit, byItem } = await page({ period: '2026-11' });
    expect(total).toMatchObject({ filed: 213, inTimePercent: 99, medianDays: 2, promisedDays: 5 });
    expect(shown(byUnit)).toEqual({ '440306': 80, '440303': 70, '440304': null, '440305': null });
    expect(byUnit.slice(2)).toMatchObject([{ inTimePercent: null, medianDays: null, promisedDays: null, satisfiedPercent: null }, { inTimePercent: null, medianDays: null }]);
    expect(shown(byItem)).toEqual({ 'YM-05-0001-01': 213 });
  });

  test('goes down to the institutions of a district: days used against the promise, share in time cut to whole percent, grades', async () => {
    const { district, total, byUnit } = await page({ period: '2026-11', district: '440303' });
    expect(district).toMatchObject({ code: '440303' });
    expect(total).toMatchObject({ filed: 70, inTimePercent: 98 });
    expect(byUnit).toMatchObject([
      { code: 'YM-440303-civil_affairs', filed: 40, inTimePercent: 97, medianDays: 1, promisedDays: 5, satisfiedPercent: 95 }, { code: 'YM-440303-housing', filed: 30, inTimePercent: 100, medianDays: 2, satisfiedPercent: null },
    ]);
    expect(await page({ period: '2026-11', district: '440303', institution: 'YM-440303-housing' })).toMatchObject({ total: { filed: 30 }, byUnit: [], byItem: [{ code: 'YM-05-0001-01', filed: 30 }] });
  });

  test('quarter and year add up what the months show, and keep back what the month keeps back', async () => {
    const [october, november, quarter, year] = await Promise.all(['2026-10', '2026-11', '2026-Q4', '2026'].map(async (period) => shown((await page({ period })).byUnit)));
    expect([october?.['440306'], november?.['440306'], quarter?.['440306'], year?.['440306']]).toEqual([50, 80, 130, 130]);
    expect([november?.['440304'], quarter?.['440304'], year?.['440304']]).toEqual([null, null, null]);
    expect([november?.['440305'], quarter?.['440305'], year?.['440305']]).toEqual([null, null, null]);
    expect(await page({})).toMatchObject({ period: '2026', years: [2026] });
  });

  test('is kept for a minute and then made anew, with another version', async () => {
    const pages = sunshinePages(context);
    const before = await page({ period: '2026-11' }, pages);
    await putMeasures(t.fresh.database.handle, rows(20, '440306', 'civil_affairs', '2026-11', 'YM-05-0001-01'));
    expect(await page({ period: '2026-11' }, pages)).toEqual(before);
    now = '2026-11-23T02:01:01.000Z';
    const after = await page({ period: '2026-11' }, pages);
    expect(after.total.filed).toBe(233);
    expect(after.version).not.toBe(before.version);
  });

  test('as a table has the same cells in three languages and no cell a spreadsheet would compute', async () => {
    const sunshine = await page({ period: '2026-11', district: '440303' });
    const hostile = { ...sunshine, byUnit: sunshine.byUnit.map((row) => ({ ...row, name: { ...row.name, en: '=HYPERLINK("http://x")', 'zh-CN': '@SUM(1+1)', 'zh-HK': '-2+3' } })) };
    expect(tableOf(hostile, 'en').toString()).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(tableOf(hostile, 'zh-CN').toString()).toContain(`,'@SUM(1+1),40,97,1,5,95`);
    expect(tableOf(hostile, 'zh-HK').toString()).toContain(`,'-2+3,30,100,2,5,—`);
  });
});
