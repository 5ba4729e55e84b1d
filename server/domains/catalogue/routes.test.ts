import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Compile } from 'typebox/compile';
import type { TSchema } from 'typebox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleMessages } from '../../../contract/messages/bundles.ts';
import { calendarMessages } from '../../../contract/messages/calendar.ts';
import { calendarActMessages } from '../../../contract/messages/calendar-acts.ts';
import { catalogueAdminMessages } from '../../../contract/messages/catalogue-admin.ts';
import { referenceMessages } from '../../../contract/messages/reference.ts';
import { unitsMessages } from '../../../contract/messages/units.ts';
import type { Route } from '../../platform/http/route.ts';
import { freshDatabase, type FreshDatabase } from '../../testing/fresh-database.ts';
import { calendarRefusals } from '../calendar/index.ts';
import { loadUnits, unitRefusals, unitsDomain } from '../units/index.ts';
import { catalogueDomain, itemRefusals, itemRoutes, loadCatalogue } from './index.ts';

const data = join(import.meta.dirname, '../../../data');
const allowance = 'YM-05-0001-01';
let fresh: FreshDatabase;
let routes: readonly Route[];
let today = '2026-11-23';

beforeAll(async () => {
  fresh = await freshDatabase();
  await loadUnits(fresh.owner, data);
  expect(await loadCatalogue(fresh.owner, data)).toEqual({ ok: true });
  const units = await unitsDomain(fresh.database.handle, () => today);
  routes = itemRoutes(await catalogueDomain(fresh.database.handle), { departmentName: units.departmentName, today: () => today });
});
afterAll(() => fresh.drop());

/** The route's answer, its shape checked against the contract. */
async function ask(id: string, call: { query?: object; params?: object; body?: object }): Promise<Record<string, unknown>> {
  const route = routes.find((one) => one.endpoint.id === id) as Route;
  const answer = (await route.handle({ query: {}, ...call } as never)) as { ok: boolean; reply?: unknown };
  if (answer.ok) expect([...Compile(route.endpoint.reply as TSchema).Errors(answer.reply)]).toEqual([]);
  return (answer.ok ? answer.reply : answer) as Record<string, unknown>;
}

describe('The list of items', () => {
  test('comes in the shape of the contract, whole and searched', async () => {
    expect((await ask('searchItems', {}))['items']).toHaveLength(['catalogue/items', 'bundles'].flatMap((folder) => readdirSync(join(data, folder)).filter((name) => name.endsWith('.json'))).length);
    const found = (await ask('searchItems', { query: { text: '老人補貼' } }))['items'] as { taskCode: string }[];
    expect(found[0]).toMatchObject({ taskCode: allowance, promise: { amount: 15, unit: 'working_day' }, visits: 0, online: true });
  });
});

describe('One item', () => {
  test('comes with what of it was verified and who is competent', async () => {
    const answer = (await ask('getItem', { params: { taskCode: allowance } })) as { facts: { total: number; verified: number }; departmentName: object };
    expect(answer.departmentName).toEqual({ 'zh-CN': '区民政局', 'zh-HK': '區民政局', en: 'Civil Affairs Bureau of the District' });
    expect(answer.facts.total).toBeGreaterThan(answer.facts.verified);
  });

  test('that is not there, or not yet in force, is refused alike', async () => {
    const refusal = { ok: false, code: 'items.unknown' };
    expect(await ask('getItem', { params: { taskCode: 'nothing' } })).toMatchObject(refusal);
    today = '2018-01-01';
    expect(await ask('getItem', { params: { taskCode: allowance } })).toMatchObject(refusal);
    today = '2026-11-23';
  });
});

describe('The checklist', () => {
  const params = { taskCode: allowance, handlingItem: 'YM-05-0001-01-01' };

  test('has the materials of the situation', async () => {
    const self = await ask('checkSituation', { params, body: { answers: { who_applies: 'self', hukou: 'shenzhen', age: 'over80' } } });
    const agent = await ask('checkSituation', { params, body: { answers: { who_applies: 'agent', hukou: 'shenzhen', age: 'over80' } } });
    const codes = (answer: Record<string, unknown>): string[] => (answer['materials'] as { material_code: string }[]).map((one) => one.material_code);
    expect([self['openQuestions'], self['notEligible']]).toEqual([[], null]);
    expect(codes(agent).filter((code) => !codes(self).includes(code))).toEqual(['power_of_attorney', 'agent_identity']);
    expect(await ask('checkSituation', { params, body: { answers: { who_applies: 'self', hukou: 'elsewhere' } } })).toMatchObject({ notEligible: { question: 'hukou' }, materials: [] });
  });

  test('refuses an answer, a handling item and an item it does not know', async () => {
    expect(await ask('checkSituation', { params, body: { answers: { who_applies: 'nobody' } } })).toMatchObject({ code: 'items.unknown_answer' });
    expect(await ask('checkSituation', { params: { ...params, handlingItem: 'nothing' }, body: { answers: {} } })).toMatchObject({ code: 'items.unknown_handling_item' });
    expect(await ask('checkSituation', { params: { ...params, taskCode: 'nothing' }, body: { answers: {} } })).toMatchObject({ code: 'items.unknown' });
  });
});

describe('Every refusal and every problem of units, calendar and catalogue', () => {
  test('has a sentence in every language', () => {
    const sentences = new Set(Object.keys({ ...referenceMessages, ...unitsMessages, ...calendarMessages, ...calendarActMessages, ...catalogueAdminMessages, ...bundleMessages }));
    const folders = ['../catalogue', '../units', '../calendar', '../../kernel/flow'].map((name) => join(import.meta.dirname, name));
    const texts = folders.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).map((name) => readFileSync(join(folder, name), 'utf8')));
    const said = texts.flatMap((text) => [...text.matchAll(/(?<!table: )'((?:catalogue|flow|form|items|units|calendar)\.[a-z_]+)'/g)].map((found) => found[1] ?? ''));
    // Not codes: names of permissions, settings, queries, tables and commands.
    const others = ['units.read', 'items.read', 'units.loaded', 'calendar.loaded', 'catalogue.loaded', 'calendar.read', 'calendar.propose', 'calendar.decide', 'calendar.load', 'calendar.append', 'calendar.approve', 'calendar.reject', 'calendar.withdraw',
      'catalogue.append', 'catalogue.administer', 'catalogue.propose_change', 'catalogue.release', 'catalogue.approve', 'catalogue.reject', 'catalogue.withdraw', 'catalogue.when_published_tell'];
    const codes = [...new Set([...said, ...Object.keys(unitRefusals), ...Object.keys(itemRefusals), ...Object.keys(calendarRefusals)])].filter((code) => !others.includes(code));
    expect(codes.length).toBeGreaterThan(60);
    expect(codes.filter((code) => !sentences.has(code))).toEqual([]);
    expect(Object.values(referenceMessages).filter((text) => Object.values(text).some((words) => words.trim() === ''))).toEqual([]);
  });
});
