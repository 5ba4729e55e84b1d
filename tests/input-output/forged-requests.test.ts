import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Endpoint } from '../../contract/endpoint.ts';
import { endpoints } from '../../contract/endpoints.ts';
import { requestSignInCode } from '../../contract/people.ts';
import type { Role } from '../../server/kernel/actor.ts';
import { sessionCookie } from '../../server/platform/http/server.ts';
import { testApp, type TestApp } from '../../server/testing/app.ts';
import { columns, rowsOf, type Column } from '../../tools/access-matrix/table.ts';
import { portalRoutes } from '../../web/portal/routes/routes.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

/** Sessions of one standing: the one whose cookie a browser sends by itself, and another of the same account. */
interface Held {
  readonly own: { readonly token: string; readonly csrfToken: string };
  readonly other: { readonly token: string; readonly csrfToken: string };
}

const institution = 'YM-440300-government_services';
const may = rowsOf(readFileSync(new URL('../../docs/access/who-may-do-what.md', import.meta.url), 'utf8'));
const writing = endpoints.filter(({ method }) => method !== 'GET');
const named = (path: string): string => path.replace(/:(\w+)/g, '00000000-0000-4000-8000-000000000000');

let t: TestApp;
let dist: string;
const held = new Map<Column, Held>();

beforeAll(async () => {
  dist = realpathSync(mkdtempSync(join(tmpdir(), 'yimen-forged-')));
  mkdirSync(join(dist, 'portal/assets'), { recursive: true });
  writeFileSync(join(dist, 'portal/manifest.json'), '{}');
  t = await testApp({ distFolder: dist });
  const open = async (owner: Parameters<typeof t.app.people.openSessionFor>[0]): Promise<Held> => ({ own: await t.app.people.openSessionFor(owner), other: await t.app.people.openSessionFor(owner) });
  // An invented telephone (+86 154…), proven and nobody's.
  const { signInId } = await (await t.as('anonymous')).good(requestSignInCode, { body: { phone: '15400000778', language: 'zh-CN' } });
  held.set('newcomer', await open({ kind: 'newcomer', signInId }));
  held.set('resident', await open({ kind: 'resident', partyId: (await t.resident({ index: 1 })).partyId }));
  for (const [column] of columns.slice(3)) held.set(column, await open({ kind: 'staff', staffId: (await t.staff(`forged.${column.replaceAll('_', '')}`, [{ institution, role: column as Role }])).staffId }));
});
afterAll(async () => {
  await t.drop();
  rmSync(dist, { recursive: true, force: true });
});

/** Who has a session and may try an act. */
const whoMay = ({ id }: Endpoint): readonly Column[] => [...held.keys()].filter((column) => may.get(id)?.[column]);

const send = async (endpoint: Endpoint, token: string, csrf: string | undefined) => {
  const answer = await t.app.http.inject({ method: endpoint.method, url: named(endpoint.path), headers: { cookie: `${sessionCookie}=${token}`, ...(csrf === undefined ? {} : { 'x-csrf-token': csrf }) }, ...(endpoint.body ? { payload: {} } : {}) });
  return { status: answer.statusCode, code: answer.statusCode >= 400 ? answer.json<{ code: string }>().code : 'done', cookies: answer.cookies.length };
};

describe('An act that another site has a browser send (S-12)', () => {
  it('is refused by every writing operation to everybody who may try it, without the token of the session, with a wrong one and with that of another session', async () => {
    const accepted: string[] = [];
    let tried = 0;
    for (const endpoint of writing) {
      for (const column of whoMay(endpoint)) {
        const { own, other } = held.get(column) as Held;
        for (const [what, csrf] of [['none', undefined], ['empty', ''], ['wrong', `${own.csrfToken.slice(0, -1)}${own.csrfToken.endsWith('A') ? 'B' : 'A'}`], ['another session’s', other.csrfToken]] as const) {
          const answer = await send(endpoint, own.token, csrf);
          tried += 1;
          if (answer.status !== 403 || answer.cookies > 0 || !['session.csrf', 'session.second_factor_needed'].includes(answer.code)) accepted.push(`${endpoint.id} as ${column}, ${what}: ${answer.status} ${answer.code}`);
        }
      }
    }
    expect(accepted).toEqual([]);
    expect(tried).toBeGreaterThan(writing.length * 4);
  });

  it('would be let in with the token of its own session: what refuses it is the token', async () => {
    const unopened: string[] = [];
    for (const endpoint of writing.filter(({ id }) => id !== 'signOut')) {
      const [column] = whoMay(endpoint);
      if (!column) continue;
      const { own } = held.get(column) as Held;
      if ((await send(endpoint, own.token, own.csrfToken)).code === 'session.csrf') unopened.push(endpoint.id);
    }
    expect(unopened).toEqual([]);
  });

  it('opens no session where there is none yet, and ends none whose cookie the browser kept back: what a form of another site can send is not read', async () => {
    const opened: string[] = [];
    for (const endpoint of writing.filter(({ id }) => may.get(id)?.anonymous)) {
      for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=edge']) {
        const answer = await t.app.http.inject({ method: endpoint.method, url: named(endpoint.path), headers: { 'content-type': type, origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }, payload: '{"login":"forged","password":"a long test password","phone":"15400000779","language":"zh-CN"}' });
        if (answer.cookies.length > 0 || (endpoint.body && answer.statusCode < 400)) opened.push(`${endpoint.id} ${type}: ${answer.statusCode}`);
      }
    }
    expect(opened).toEqual([]);
  });

  it('is refused by every act of the portal, with the cookie of the session and without its token, and from another site even with it', async () => {
    const acts = portalRoutes.filter(({ method }) => method === 'POST');
    expect(acts.length).toBeGreaterThan(20);
    const accepted: string[] = [];
    for (const act of acts) {
      const { own, other } = held.get(act.for === 'newcomer' ? 'newcomer' : 'resident') as Held;
      const tokens = act.for === 'anyone' ? [] : ['', 'wrong', other.csrfToken].map((csrf) => ({ csrf, headers: {} as Record<string, string> }));
      const elsewhere: readonly Record<string, string>[] = [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { origin: 'https://elsewhere.example' }, { origin: 'null' }];
      const sites = elsewhere.map((headers) => ({ csrf: own.csrfToken, headers }));
      for (const { csrf, headers } of [...tokens, ...sites]) {
        const answer = await t.app.http.inject({ method: 'POST', url: named(act.path), headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: `${sessionCookie}=${own.token}`, ...headers }, payload: `csrf=${csrf}` });
        if (answer.statusCode !== 403 || answer.cookies.length > 0) accepted.push(`${act.path} ${JSON.stringify(headers)} ${csrf}: ${answer.statusCode}`);
      }
    }
    expect(accepted).toEqual([]);
  });
});
