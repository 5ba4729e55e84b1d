import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { hallMessages } from '../../../contract/messages/hall-screen.ts';
import { serverMessages } from '../../../contract/messages/server.ts';
import type { HallScreen } from '../../../contract/live.ts';
import type { Problem } from '../../../contract/common.ts';
import { eventSource, type TestEventSource } from '../../platform/live/event-source-for-tests.ts';
import { liveStreams, openLive, topicsOfMatter, type Live } from '../../platform/live/index.ts';
import { httpServer } from '../../platform/http/server.ts';
import { referenceDatabase } from '../../testing/reference-database.ts';
import type { FreshDatabase } from '../../testing/fresh-database.ts';
import { catalogueDomain, type Catalogue } from '../catalogue/index.ts';
import { unitsDomain, type Units } from '../units/index.ts';
import { hallsDomain, hallRefusals, type HallMatter, type HallNumbers } from './index.ts';

const hall = 'YM-440304-hall';
const now = '2026-11-23T01:30:00.000Z';

let fresh: FreshDatabase;
let units: Units;
let catalogue: Catalogue;
let live: Live;
let http: FastifyInstance;
let base: string;
/** What the matters count, as asked: hall and day. */
let asked: string[];
let numbers: HallNumbers;
const sources: TestEventSource[] = [];

beforeAll(async () => {
  fresh = await referenceDatabase();
  [units, catalogue, live] = await Promise.all([unitsDomain(fresh.database.handle, () => '2026-11-23'), catalogueDomain(fresh.database.handle), openLive({ pool: fresh.database.pool, times: { everyMs: 10 } })]);
});
afterAll(async () => {
  await live.close();
  await fresh.drop();
});

beforeEach(async () => {
  asked = [];
  numbers = { received: 0, finished: 0, waiting: 0, rows: [] };
  const halls = hallsDomain({
    now: () => now, institution: units.institution, itemName: (taskCode) => catalogue.item(taskCode)?.item.catalog_item.task_name,
    numbersOf: async (institution, day) => {
      asked.push(`${institution} ${day}`);
      return numbers;
    },
  });
  const problems = { sentences: { ...serverMessages, ...hallMessages }, statuses: { ...hallRefusals, 'input.malformed': 400 } };
  const authenticate = async () => ({ actor: { kind: 'anonymous' }, csrfToken: null }) as const;
  http = await httpServer({ routes: halls.routes, problems, authenticate, secure: false, log: false, load: () => 0 });
  await http.register(liveStreams, { live, streams: halls.streams, problems, authenticate });
  base = await http.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(async () => {
  for (const source of sources.splice(0)) source.close();
  await http.close();
});

const row = (numberTail: string, taskCode = 'YM-05-0001-01'): HallMatter => ({
  numberTail, taskCode, status: 'accepted', dueOn: '2026-12-03', dueAt: '2026-12-03T15:59:59.999Z', warnAt: '2026-12-01T16:00:00.000Z',
});

describe('The screen of a hall', () => {
  it('says the numbers of the day in Shenzhen and the newest matters by item, tail of the number, date and light', async () => {
    numbers = { received: 12, finished: 7, waiting: 31, rows: [row('4400304202611230042'), { ...row('0041'), dueOn: null, dueAt: null, warnAt: null, status: 'received' }] };
    const answer = await http.inject(`/api/v1/halls/${hall}/screen`);
    const { rows, name, ...screen } = answer.json<HallScreen>();
    expect(answer.statusCode).toBe(200);
    expect(screen).toEqual({ institution: hall, on: '2026-11-23', at: now, received: 12, finished: 7, waiting: 31 });
    expect(name['zh-CN']).toContain('福田');
    expect(rows).toMatchObject([{ numberTail: '0042', status: 'accepted', dueOn: '2026-12-03', light: 'green' }, { numberTail: '0041', status: 'received', dueOn: null, light: null }]);
    expect(rows[0]?.itemName.en).toMatch(/allowance/i);
    expect(answer.body).not.toContain('4400304202611230042');
    expect(asked).toEqual([`${hall} 2026-11-23`]);
  });

  it('shows at most eight matters, and one of an unknown item by its code', async () => {
    numbers = { received: 0, finished: 0, waiting: 20, rows: Array.from({ length: 20 }, (_, i) => row(String(1_000 + i), 'GONE-1')) };
    const { rows } = (await http.inject(`/api/v1/halls/${hall}/screen`)).json<HallScreen>();
    expect(rows).toHaveLength(8);
    expect(rows[0]).toMatchObject({ numberTail: '1000', itemName: { 'zh-CN': 'GONE-1', 'zh-HK': 'GONE-1', en: 'GONE-1' } });
  });

  it('is none of a department, nor of what is unknown, and nothing is counted for them', async () => {
    for (const code of ['YM-440304-civil_affairs', 'YM-999999-hall', 'constructor']) {
      const answer = await http.inject(`/api/v1/halls/${code}/screen`);
      expect([answer.statusCode, answer.json<Problem>().code], code).toEqual([404, 'halls.not_found']);
      expect((await http.inject(`/api/v1/halls/${code}/live`)).statusCode, code).toBe(404);
    }
    expect((await http.inject('/api/v1/halls/a%20b/screen')).statusCode).toBe(400);
    expect(asked).toEqual([]);
  });

  it('is told when a matter of this hall changed, and of no other, to anybody', async () => {
    const source = eventSource(`${base}/api/v1/halls/${hall}/live`);
    sources.push(source);
    await vi.waitFor(() => expect(source.state).toBe('open'), { timeout: 120_000 });
    live.publish(topicsOfMatter({ institutions: ['YM-440305-hall'], units: ['440305', '440300'], parties: ['p2'] }));
    live.publish(topicsOfMatter({ institutions: [hall, 'YM-440304-civil_affairs'], units: ['440304', '440300'], parties: ['p1'] }));
    await vi.waitFor(() => expect(source.events.map((event) => event.topics)).toEqual([[`institution:${hall}`]]), { timeout: 120_000 });
  });
});
