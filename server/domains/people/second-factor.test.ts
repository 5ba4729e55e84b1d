import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '../../../contract/endpoints.ts';
import { inventPerson } from '../../testing/people.ts';
import { totpCode } from './routes-totp.ts';
import { hall, signInByPhone, testPeople, type Browser, type TestPeople } from './routes-for-tests.ts';

const password = 'four blue chairs';
let offered: TestPeople;
let required: TestPeople;
let next = 0;
beforeAll(async () => {
  [offered, required] = [await testPeople(), await testPeople({ secondFactor: 'required' })];
});
afterAll(() => Promise.all([offered.close(), required.close()]));

async function clerk(t: TestPeople): Promise<{ staffId: string; login: string }> {
  const login = `second${(next += 1)}`;
  const [staffId = ''] = await t.people.makeStaff([{ name: '某窗口', login, password, posts: [{ institution: hall, role: 'window_clerk' }] }], { quickPasswords: true });
  return { staffId, login };
}

async function signedIn(t: TestPeople, login: string, address?: string): Promise<Browser> {
  const browser = t.browser(address);
  const answer = await browser.post('/api/v1/staff/sign-in', { login, password });
  expect(answer.statusCode, answer.body).toBe(200);
  return browser;
}

const kindOf = async (browser: Browser): Promise<string> => (await browser.get('/api/v1/me')).json<{ kind: string }>().kind;
const show = (browser: Browser, way: string, code: string) => browser.post('/api/v1/me/second-factor', { way, code });

/** Adds a code generator; answers its secret and the recovery codes. The code used belongs to the step before this one, so that the present one is unused. */
async function withGenerator(browser: Browser): Promise<{ secret: string; codes: string[]; factorId: string }> {
  const begun = await browser.post('/api/v1/me/code-generators', { name: '手机' });
  expect(begun.statusCode, begun.body).toBe(201);
  const { factorId, secret, address } = begun.json<{ factorId: string; secret: string; address: string }>();
  expect(address).toContain(`secret=${secret}`);
  const confirmed = await browser.post(`/api/v1/me/code-generators/${factorId}/confirm`, { code: totpCode(secret, Date.now() - 30_000) });
  expect(confirmed.statusCode, confirmed.body).toBe(200);
  return { factorId, secret, codes: confirmed.json<{ recoveryCodes: string[] }>().recoveryCodes };
}

describe('A code generator', () => {
  // RFC 6238, appendix B, SHA-1: eight digits of the secret “12345678901234567890”.
  it.each([[59, '94287082'], [1_111_111_109, '07081804'], [1_111_111_111, '14050471'], [1_234_567_890, '89005924'], [2_000_000_000, '69279037'], [20_000_000_000, '65353130']])('shows at second %i what RFC 6238 says', (second, code) => {
    expect(totpCode('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', second * 1_000, 8)).toBe(code);
  });

  it('once added is asked for after the password, and each of its codes works once', async () => {
    const { login } = await clerk(offered);
    const { secret, codes } = await withGenerator(await signedIn(offered, login));
    expect(codes).toHaveLength(10);
    const browser = await signedIn(offered, login);
    const me = (await browser.get('/api/v1/me')).json<object>();
    expect(me).toMatchObject({ kind: 'anonymous', due: { step: 'second_factor', ways: ['totp', 'recovery_code'] } });
    const before = browser.token;
    const code = totpCode(secret, Date.now());
    expect((await show(browser, 'totp', code)).json<object>()).toMatchObject({ kind: 'staff' });
    expect(browser.token).not.toBe(before);
    expect((await offered.people.authenticate(before)).actor.kind).toBe('anonymous');
    const again = await signedIn(offered, login);
    const replayed = await show(again, 'totp', code);
    expect([replayed.statusCode, replayed.json<{ code: string }>().code]).toEqual([422, 'factors.wrong']);
    expect(await kindOf(again)).toBe('anonymous');
  });

  it('its secret is nowhere readable in the database and goes with the factor', async () => {
    const { login, staffId } = await clerk(offered);
    const browser = await signedIn(offered, login);
    const { secret, factorId } = await withGenerator(browser);
    const rows = async () => (await offered.fresh.owner.query<{ row: string; keys: number }>(`select row_to_json(f)::text as row, (select count(*)::integer from platform.data_keys k where k.owner_id = f.factor_id) as keys from people.factors f where f.staff_id = $1`, [staffId])).rows[0];
    const kept = await rows();
    expect(kept?.row.includes(secret)).toBe(false);
    expect(kept?.keys).toBe(1);
    expect((await browser.post(`/api/v1/me/factors/${factorId}/end`)).statusCode).toBe(204);
    const after = await rows();
    expect([JSON.parse(after?.row ?? '{}').sealed, after?.keys]).toEqual([null, 0]);
  });
});

describe('Tries of a second factor (S-06)', () => {
  it('are ten in fifteen minutes, however many come at once and in whichever way; then the right code waits too', async () => {
    const { login } = await clerk(offered);
    const { secret } = await withGenerator(await signedIn(offered, login));
    const browser = await signedIn(offered, login);
    const answers = await Promise.all(Array.from({ length: 60 }, (_, i) => show(browser, i % 2 === 0 ? 'totp' : 'recovery_code', i % 2 === 0 ? '000000' : 'aaaa-aaaa-aaaa-aaaa')));
    const count = (code: string) => answers.filter((one) => one.json<{ code: string }>().code === code).length;
    expect([count('factors.wrong'), count('sign_in.locked')]).toEqual([10, 50]);
    const late = await show(browser, 'totp', totpCode(secret, Date.now()));
    expect([late.statusCode, late.json<{ code: string }>().code]).toEqual([429, 'sign_in.locked']);
    expect(await kindOf(browser)).toBe('anonymous');
  });

  it('a password beside a second factor shows nothing, and a recovery code works once', async () => {
    const { login } = await clerk(offered);
    const { codes } = await withGenerator(await signedIn(offered, login));
    const browser = await signedIn(offered, login);
    expect((await show(browser, 'password', password)).json<{ code: string }>().code).toBe('factors.way_not_open');
    expect((await show(browser, 'recovery_code', (codes[0] ?? '').toUpperCase())).statusCode).toBe(200);
    const again = await signedIn(offered, login);
    expect((await show(again, 'recovery_code', codes[0] ?? '')).json<{ code: string }>().code).toBe('factors.wrong');
    expect((await show(again, 'recovery_code', codes[1] ?? '')).statusCode).toBe(200);
  });
});

describe('Half a sign-in', () => {
  it('reaches no route of the domain that anonymous callers do not reach, and adds no factor', async () => {
    const { login } = await clerk(offered);
    await withGenerator(await signedIn(offered, login));
    const routes = offered.people.routes.map(({ endpoint }) => endpoint).filter(({ id }) => !['signOut', 'showSecondFactor', 'requestPasskeyChallenge', 'staffSignIn'].includes(id));
    expect(routes.length).toBeGreaterThan(15);
    const id = '00000000-0000-4000-8000-000000000000';
    for (const endpoint of routes) {
      const [half, nobody] = [await signedIn(offered, login), offered.browser()];
      const path = endpoint.path.replace(/:\w+/g, id);
      const ask = (browser: Browser) => (endpoint.method === 'GET' ? browser.get(path) : browser.post(path, endpoint.body ? {} : undefined));
      const [mine, theirs] = [await ask(half), await ask(nobody)];
      expect([endpoint.id, mine.statusCode], mine.body).toEqual([endpoint.id, theirs.statusCode]);
    }
    const half = await signedIn(offered, login);
    expect((await half.post('/api/v1/me/code-generators', { name: 'mine' })).json<{ code: string }>().code).toBe('account.sign_in_first');
    expect(endpoints.length).toBeGreaterThan(100);
    expect((await half.post('/api/v1/me/sign-out')).statusCode).toBe(200);
  });

  it('where a second factor is required, who has none may add one and nothing else; with it the session is whole', async () => {
    const { login } = await clerk(required);
    const browser = await signedIn(required, login);
    expect((await browser.get('/api/v1/me')).json<object>()).toMatchObject({ kind: 'anonymous', due: { step: 'enrol' } });
    expect((await browser.get('/api/v1/me/security')).statusCode).toBe(401);
    expect((await show(browser, 'password', password)).json<{ code: string }>().code).toBe('factors.way_not_open');
    const { factorId } = await withGenerator(browser);
    expect(await kindOf(browser)).toBe('staff');
    expect((await browser.post(`/api/v1/me/factors/${factorId}/end`)).json<{ code: string }>().code).toBe('factors.last_one');
  });
});

describe('Step-up', () => {
  it('an act that wants a fresh factor is refused a quarter of an hour after the last, on every process, until one is shown', async () => {
    const { login, staffId } = await clerk(offered);
    const browser = await signedIn(offered, login);
    const { factorId, secret } = await withGenerator(browser);
    await offered.fresh.owner.query(`update people.sessions set fresh_at = clock_timestamp() - interval '15 minutes 5 seconds' where staff_id = $1`, [staffId]);
    await new Promise((done) => setTimeout(done, 800));
    const end = () => browser.post(`/api/v1/me/factors/${factorId}/end`);
    const refused = await end();
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([403, 'session.second_factor_needed']);
    expect((await browser.post('/api/v1/me/code-generators', { name: '另一个' })).json<{ code: string }>().code).toBe('account.show_again');
    const other = await offered.another();
    expect((await other.authenticate(browser.token)).fresh).toBeUndefined();
    expect((await show(browser, 'totp', totpCode(secret, Date.now()))).statusCode).toBe(200);
    expect((await other.authenticate(browser.token, true)).fresh).toBe(true);
    expect((await end()).statusCode).toBe(204);
  });
});

describe('Sessions and passwords (S-07)', () => {
  it('a changed password ends every other session on every process within a second and gives the own one a new token', async () => {
    const { login } = await clerk(offered);
    const [mine, theirs] = [await signedIn(offered, login), await signedIn(offered, login)];
    const other = await offered.another();
    expect((await other.authenticate(theirs.token)).actor.kind).toBe('staff');
    const before = mine.token;
    expect((await mine.post('/api/v1/me/password', { oldPassword: 'not this one at all', newPassword: 'seven green ladders' })).json<{ code: string }>().code).toBe('account.old_password_wrong');
    expect((await mine.post('/api/v1/me/password', { oldPassword: password, newPassword: 'aaaaaaaaaaaa' })).json<{ code: string }>().code).toBe('staff.password_too_easy');
    expect((await mine.post('/api/v1/me/password', { oldPassword: password, newPassword: 'seven green ladders' })).statusCode).toBe(200);
    expect(mine.token).not.toBe(before);
    await new Promise((done) => setTimeout(done, 1_000));
    const kinds = await Promise.all([before, theirs.token, mine.token].map(async (token) => (await other.authenticate(token)).actor.kind));
    expect(kinds).toEqual(['anonymous', 'anonymous', 'staff']);
    expect((await offered.browser().post('/api/v1/staff/sign-in', { login, password })).statusCode).toBe(422);
  });

  it('somebody sees his open sessions and what happened to his account, by network and browser, and ends the others', async () => {
    const { login } = await clerk(offered);
    const here = await signedIn(offered, login, '198.51.100.77');
    const there = await signedIn(offered, login, '2001:db8:12:34::5');
    await offered.browser('192.0.2.9').post('/api/v1/staff/sign-in', { login, password: 'wrong wrong wrong' });
    const seen = (await here.get('/api/v1/me/security')).json<{ sessions: { address: string; isThis: boolean }[]; history: { way: string; outcome: string; address: string }[] }>();
    expect(seen.sessions.map((one) => [one.address, one.isThis]).sort()).toEqual([['198.51.100.0/24', true], ['2001:db8:12::/48', false]]);
    expect(seen.history.map((one) => [one.way, one.outcome, one.address])).toEqual([['password', 'refused', '192.0.2.0/24'], ['password', 'in', '2001:db8:12::/48'], ['password', 'in', '198.51.100.0/24']]);
    expect((await here.post('/api/v1/me/sessions/end-others')).statusCode).toBe(204);
    expect([await kindOf(here), await kindOf(there)]).toEqual(['staff', 'anonymous']);
  });

  it('what the office resets is gone: factors, codes, sessions; what it ends is ended', async () => {
    const { login, staffId } = await clerk(offered);
    const browser = await signedIn(offered, login);
    await withGenerator(browser);
    expect(await offered.people.resetFactors(staffId)).toBe(1);
    expect(await kindOf(browser)).toBe('anonymous');
    const again = await signedIn(offered, login);
    expect(await kindOf(again)).toBe('staff');
    expect(await offered.people.endAllOf(staffId)).toBe(1);
    expect(await kindOf(again)).toBe('anonymous');
  });

  it('a resident shows herself afresh with a code to her own telephone, not to another', async () => {
    const [one, two] = [1, 2].map((index) => inventPerson('second-factor', { index, today: '2026-11-23', ageFrom: 18, ageTo: 70 }));
    if (!one || !two) throw new Error('persons');
    await offered.people.makeParties([one, two].map((who) => ({ name: who.name['zh-CN'], number: who.number, phone: who.mobile, assurance: 'self_declared' as const })));
    const browser = offered.browser();
    await signInByPhone(offered, browser, one.mobile);
    const other = offered.browser();
    const theirs = (await other.post('/api/v1/sign-ins', { phone: two.mobile, language: 'zh-CN' })).json<{ signInId: string }>().signInId;
    const shown = await browser.post('/api/v1/me/second-factor', { way: 'phone_code', signInId: theirs, code: offered.sent.get(two.mobile)?.at(-1) ?? '' });
    expect(shown.json<{ code: string }>().code).toBe('factors.wrong');
    expect((await browser.get('/api/v1/me/security')).json<{ ways: string[] }>().ways).toEqual(['phone_code']);
  });
});
