import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstInstitution } from './index.ts';
import { hall, testPeople, type TestPeople } from './routes-for-tests.ts';

interface Told { code: string; title: string; params: Record<string, number | string>; errors?: { pointer: string }[] }

let t: TestPeople;
let administrator: { token: string; csrfToken: string };
const password = 'four blue chairs';

describe('the first start', () => {
  let first: TestPeople;
  beforeAll(async () => {
    first = await testPeople();
  });
  afterAll(() => first.close());
  const tokenOf = (link: string | null): string => /^https:\/\/city\.example\/workbench\/first-start#([\w-]{43})$/.exec(link ?? '')?.[1] ?? 'no link of the right form';
  const use = (token: string, given: object = {}) => first.browser().post('/api/v1/first-start', { token, name: '管理员', login: 'admin', password, ...given });

  it('makes one security administrator with one link, once, even when used five times at once', async () => {
    const older = tokenOf(await first.people.firstStartLink('https://city.example/'));
    const token = tokenOf(await first.people.firstStartLink('https://city.example'));
    expect(token).not.toBe(older);
    const kept = await first.fresh.owner.query<{ row: string }>('select row_to_json(f)::text as row from people.first_start f');
    expect(kept.rows[0]?.row).not.toContain(token);
    expect((await use(older)).json<Told>().code).toBe('first_start.link_not_valid');
    expect((await use(token, { password: 'admin admin admin' })).json<Told>()).toMatchObject({ code: 'staff.password_too_easy', errors: [{ pointer: '/password' }] });
    expect((await use(token, { password: 'short' })).statusCode).toBe(400);
    const answers = await Promise.all(Array.from({ length: 5 }, (_none, index) => use(token, { login: `admin${String.fromCharCode(97 + index)}` })));
    const made = answers.filter((answer) => answer.statusCode === 200);
    expect(made).toHaveLength(1);
    expect(made[0]?.json()).toMatchObject({ kind: 'staff', name: '管理员', posts: [{ institution: firstInstitution, unit: '440300', role: 'security_administrator' }] });
    expect(answers.filter((answer) => answer.json<Told>().code === 'first_start.link_not_valid')).toHaveLength(4);
    expect(await first.people.firstStartLink('https://city.example')).toBeNull();
    expect((await use(token)).json<Told>().code).toBe('first_start.link_not_valid');
  });
});

describe('staff', () => {
  beforeAll(async () => {
    t = await testPeople();
    const [staffId = ''] = await t.people.makeStaff([{ name: '安全管理', login: 'root.admin', password, posts: [{ institution: firstInstitution, role: 'security_administrator' }] }]);
    administrator = await t.people.openSessionFor({ kind: 'staff', staffId });
  });
  afterAll(() => t.close());

  const asAdministrator = () => Object.assign(t.browser(), { token: administrator.token, csrf: administrator.csrfToken });
  const signIn = (login: string, tried: string, address?: string) => t.browser(address).post('/api/v1/staff/sign-in', { login, password: tried });
  const add = (login: string) => t.people.makeStaff([{ name: `某${login}`, login, password, posts: [{ institution: hall, role: 'window_clerk' }] }], { quickPasswords: true });

  it('are listed by name, found by a part of name or login or by institution; marks of the pattern language are plain letters', async () => {
    await add('wild.card');
    const list = async (query: string) => (await asAdministrator().get(`/api/v1/staff?${query}`)).json<{ staff: { login: string; name: string }[]; total: number }>();
    const all = await list('');
    expect(all.total).toBe(all.staff.length);
    expect(all.staff.map((member) => member.name)).toEqual([...all.staff.map((member) => member.name)].sort((a, b) => (a < b ? -1 : 1)));
    expect((await list('text=LD.CA')).staff.map((member) => member.login)).toEqual(['wild.card']);
    expect((await list('text=%25')).total).toBe(0);
    expect((await list('text=_')).total).toBe(0);
    expect((await list(`institution=${firstInstitution}`)).staff.map((member) => member.login)).toEqual(['root.admin']);
    expect(JSON.stringify(all)).not.toMatch(/argon2|password/i);
  });

  it('and a list never holds more than 200 though it counts all', async () => {
    await t.people.makeStaff(Array.from({ length: 201 }, (_none, index) => ({ name: `众多${index}`, login: `many.${String.fromCharCode(97 + (index % 26))}${index}`, password, posts: [{ institution: hall, role: 'officer' as const }] })), { quickPasswords: true });
    const list = (await asAdministrator().get(`/api/v1/staff?text=${encodeURIComponent('众多')}`)).json<{ staff: object[]; total: number }>();
    expect([list.staff.length, list.total]).toEqual([200, 201]);
  });

  it('with a wrong password and an unknown login get the same answer', async () => {
    await add('known');
    const [wrong, unknown] = [await signIn('known', 'not the password'), await signIn('nobody.here', 'not the password')];
    expect([wrong.statusCode, wrong.body]).toEqual([unknown.statusCode, unknown.body]);
    expect(wrong.json<Told>().code).toBe('sign_in.wrong_login_or_password');
  });

  it.each(['locked.known', 'locked.unknown'])('%s: ten failures lock the login for a quarter of an hour, also against the right password', async (login) => {
    if (login === 'locked.known') await add(login);
    for (let failure = 0; failure < 10; failure += 1) expect((await signIn(login, 'wrong')).statusCode).toBe(422);
    const locked = await signIn(login, password);
    expect([locked.statusCode, locked.json<Told>().code, locked.json<Told>().params.minutes]).toEqual([429, 'sign_in.locked', 15]);
    expect(locked.json<Told>().title).toContain('15 分钟');
    await t.fresh.owner.query(`update platform.tries set window_from = window_from - interval '14 minutes 55 seconds'`);
    expect((await signIn(login, password)).json<Told>()).toMatchObject({ code: 'sign_in.locked', params: { minutes: 1 } });
    await t.fresh.owner.query(`update platform.tries set window_from = window_from - interval '5 seconds'`);
    expect((await signIn(login, password)).statusCode).toBe(login === 'locked.known' ? 200 : 422);
  });

  it('locked late in their quarter of an hour are locked for a whole one', async () => {
    await add('late');
    for (let failure = 0; failure < 9; failure += 1) await signIn('late', 'wrong');
    await t.fresh.owner.query(`update platform.tries set window_from = window_from - interval '14 minutes'`);
    await signIn('late', 'wrong');
    expect((await signIn('late', password)).json<Told>()).toMatchObject({ code: 'sign_in.locked', params: { minutes: 15 } });
  });

  it('get ten guesses even when a hundred come at once', async () => {
    await add('stormed');
    const answers = await Promise.all(Array.from({ length: 100 }, (_none, index) => signIn('stormed', `guess ${index}`, `198.51.100.${index}`)));
    expect(answers.filter((answer) => answer.statusCode === 422)).toHaveLength(10);
    expect(answers.filter((answer) => answer.statusCode === 429)).toHaveLength(90);
  });

  it('signing in well begins the count anew', async () => {
    await add('forgetful');
    for (let round = 0; round < 2; round += 1) {
      for (let failure = 0; failure < 9; failure += 1) expect((await signIn('forgetful', 'wrong')).statusCode).toBe(422);
      expect((await signIn('forgetful', password)).statusCode).toBe(200);
    }
  });

  it('no longer active cannot sign in, and are not told why', async () => {
    const [staffId] = await add('departed');
    await t.fresh.owner.query('update people.staff set active = false where staff_id = $1', [staffId]);
    expect((await signIn('departed', password)).json<Told>().code).toBe('sign_in.wrong_login_or_password');
  });

  it('are named by id', async () => {
    const ids = await add('named');
    expect(await t.people.staffNames([...ids, ...ids, '00000000-0000-7000-8000-000000000009'])).toEqual(new Map([[ids[0], '某named']]));
  });
});

describe('at the cost of real installations', () => {
  let real: TestPeople;
  beforeAll(async () => {
    real = await testPeople({ ownCost: true });
    await real.people.makeStaff([{ name: '某某', login: 'slow', password, posts: [{ institution: hall, role: 'officer' }] }]);
  });
  afterAll(() => real.close());

  it('an unknown login takes the time of a known one', async () => {
    const times: Record<'slow' | 'unknown', number[]> = { slow: [], unknown: [] };
    // The quickest of many is what the program itself takes: what else the machine does comes on top of the others.
    const ratio = () => Math.min(...times.unknown) / Math.min(...times.slow);
    for (let round = 0; round < 9 || (round < 40 && (ratio() < 0.6 || ratio() > 1.7)); round += 1) {
      for (const login of ['slow', 'unknown'] as const) {
        const began = performance.now();
        await real.browser().post('/api/v1/staff/sign-in', { login, password: 'wrong' });
        times[login].push(performance.now() - began);
      }
    }
    const [known, unknown] = [Math.min(...times.slow), Math.min(...times.unknown)];
    // Without the password of nobody the unknown login would answer in a tenth of the time.
    expect(unknown / known, `known ${known.toFixed(1)} ms, unknown ${unknown.toFixed(1)} ms`).toBeGreaterThan(0.6);
    expect(unknown / known).toBeLessThan(1.7);
  });

  it('a quick password is hashed again at its next use', async () => {
    await real.people.makeStaff([{ name: '某某', login: 'quick', password, posts: [{ institution: hall, role: 'officer' }] }], { quickPasswords: true });
    const hash = async (): Promise<string> => (await real.fresh.owner.query<{ hash: string }>(`select password_hash as hash from people.staff where login = 'quick'`)).rows[0]?.hash ?? '';
    expect(await hash()).toContain('$m=8,t=1,p=1$');
    for (let time = 0; time < 2; time += 1) expect((await real.browser().post('/api/v1/staff/sign-in', { login: 'quick', password })).statusCode).toBe(200);
    expect(await hash()).toContain('$m=19456,t=2,p=1$');
  });
});
