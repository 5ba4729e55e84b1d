import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { accountMessages } from '../../../contract/messages/account.ts';
import { peopleMessages } from '../../../contract/messages/people.ts';
import { numbersMessages } from '../../../contract/messages/numbers.ts';
import { keysFromDocument, newKeyDocument, type Keys } from '../../platform/crypto/index.ts';
import { databaseClock } from '../../platform/db/clock.ts';
import { httpServer, sessionCookie } from '../../platform/http/server.ts';
import { freshDatabase, type FreshDatabase } from '../../testing/fresh-database.ts';
import { firstInstitution, peopleDomain, peopleRefusals, type CityIdentitySettings, type People } from './index.ts';
import { ownAddress } from './routes-city-for-tests.ts';

/** Institutions of the tests: two real places, codes as the units domain makes them. */
export const hall = 'YM-440303-hall';
const institutions: Readonly<Record<string, { name: { 'zh-CN': string; 'zh-HK': string; en: string }; unit: string }>> = {
  [firstInstitution]: { name: { 'zh-CN': '深圳市政务服务和数据管理局', 'zh-HK': '深圳市政務服務和數據管理局', en: 'Shenzhen Government Services Bureau' }, unit: '440300' },
  [hall]: { name: { 'zh-CN': '罗湖区政务服务中心', 'zh-HK': '羅湖區政務服務中心', en: 'Luohu District Hall' }, unit: '440303' },
};

/** One browser: keeps its cookie and brings its CSRF token back. */
export interface Browser {
  token: string | undefined;
  csrf: string | null;
  get(path: string): Promise<LightMyRequestResponse>;
  post(path: string, body?: object, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
}

/** The domain on a database of its own behind the real HTTP server, with a gateway that shows what it was given. */
export interface TestPeople {
  readonly fresh: FreshDatabase;
  readonly keys: Keys;
  readonly people: People;
  readonly app: FastifyInstance;
  /** Codes by phone, the newest last, as an SMS gateway would have received them. */
  readonly sent: Map<string, string[]>;
  /** What the gateway answers next. */
  gateway: 'sent' | 'retry' | 'refused';
  /** Another process on the same database. */
  another(): Promise<People>;
  browser(address?: string): Browser;
  close(): Promise<void>;
}

/** Starts it. `ownCost` hashes passwords at the cost of real installations. */
export async function testPeople(options: { ownCost?: boolean; secondFactor?: 'required' | 'offered'; /** the service to sign in through */ cityIdentity?: CityIdentitySettings } = {}): Promise<TestPeople> {
  const fresh = await freshDatabase();
  const read = keysFromDocument(newKeyDocument());
  if (!read.ok) throw new Error('keys');
  const sent = new Map<string, string[]>();
  const build = async (): Promise<People> =>
    peopleDomain({
      database: fresh.database, keys: read.keys, clock: await databaseClock(fresh.database.pool), institution: (code) => institutions[code],
      sendCode: async (to, code) => {
        if (testing.gateway === 'sent') sent.set(to, [...(sent.get(to) ?? []), code]);
        return testing.gateway;
      },
      ...(options.ownCost ? {} : { passwordCost: 'test' as const }), ...(options.secondFactor ? { secondFactor: options.secondFactor } : { secondFactor: 'offered' as const }),
      ...(options.cityIdentity ? { publicUrl: ownAddress, cityIdentity: { ...options.cityIdentity, redirectUri: `${ownAddress}/sign-in/city/back`, representedBy: async () => undefined } } : {}),
    });
  const people = await build();
  const app = await httpServer({
    routes: people.routes, problems: { sentences: { ...peopleMessages, ...accountMessages, ...numbersMessages }, statuses: { ...peopleRefusals, 'input.malformed': 400, 'session.needed': 401, 'session.csrf': 403, 'session.second_factor_needed': 403, 'route.unknown': 404 } },
    authenticate: (token, anew) => people.authenticate(token, anew), secure: false, log: false, load: () => 0,
  });
  await people.cityAddresses?.(app, { secure: false });
  const testing: TestPeople = {
    fresh, keys: read.keys, people, app, sent, gateway: 'sent', another: build,
    browser: (address = '203.0.113.9') => browserOf(app, address),
    close: async () => {
      await app.close();
      await fresh.drop();
    },
  };
  return testing;
}

function browserOf(app: FastifyInstance, address: string): Browser {
  const call = async (method: 'GET' | 'POST', path: string, body?: object, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> => {
    const answer = await app.inject({
      method, url: path, remoteAddress: address,
      headers: { ...(browser.token === undefined ? {} : { cookie: `${sessionCookie}=${browser.token}` }), ...(browser.csrf === null ? {} : { 'x-csrf-token': browser.csrf }), ...headers },
      ...(body === undefined ? {} : { payload: body }),
    });
    const cookie = answer.cookies.find((one) => one.name === sessionCookie);
    if (cookie) browser.token = cookie.value === '' ? undefined : cookie.value;
    if (cookie) browser.csrf = answer.statusCode < 300 && answer.body !== '' ? (csrfOf(answer)) : null;
    return answer;
  };
  const browser: Browser = { token: undefined, csrf: null, get: (path) => call('GET', path), post: (path, body, headers) => call('POST', path, body, headers) };
  return browser;
}

/** The token of an answer that is a Me, or holds one. */
const csrfOf = (answer: LightMyRequestResponse): string | null => {
  const body = answer.json<{ csrfToken?: string | null; me?: { csrfToken: string | null } }>();
  return body.csrfToken ?? body.me?.csrfToken ?? null;
};

/** Signs a phone in with the code the gateway was given; answers the Me of the session. */
export async function signInByPhone(testing: TestPeople, browser: Browser, phone: string): Promise<LightMyRequestResponse> {
  const asked = await browser.post('/api/v1/sign-ins', { phone, language: 'zh-CN' });
  if (asked.statusCode !== 201) throw new Error(`no code: ${asked.body}`);
  return browser.post(`/api/v1/sign-ins/${asked.json<{ signInId: string }>().signInId}/confirm`, { code: testing.sent.get(phone)?.at(-1) ?? '' });
}

/** Lets the minute between two codes of every phone pass. */
export async function letMinutePass(testing: TestPeople): Promise<void> {
  await testing.fresh.owner.query(`update platform.tries set window_from = window_from - interval '61 seconds'`);
}
