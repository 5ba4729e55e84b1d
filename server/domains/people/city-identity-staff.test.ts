import { generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endCityIdentity, getMyCityIdentity, linkCityIdentity } from '../../../contract/city-identity.ts';
import { sessionCookie } from '../../platform/http/server.ts';
import { testApp, type TestApp } from '../../testing/app.ts';
import { inventPerson } from '../../testing/people.ts';
import { startFakeCityIdentity, type FakeCityIdentity } from '../../../tools/stand-ins/fake-city-identity.ts';
import { cityBrowser, comeAs, freePort, local, ownAddress, type CityBrowser } from './routes-city-for-tests.ts';
import { readLogoutToken } from './routes-city-logout.ts';

// Decision 0031, against oidc-provider as the city's service. Invented people: areas 4499xx are given to nobody.

const credentials = { clientId: 'yimen', clientSecret: 'a secret of this test' };
const institution = 'YM-440303005014-hall';
const notLinked = '/workbench/?city=city_identity.not_linked';

describe('staff sign in through the city identity service', () => {
  let city: FakeCityIdentity;
  let t: TestApp;
  let accounts = 0;
  beforeAll(async () => {
    const port = await freePort();
    const people = ['unlinked', 'lin', 'chen', 'zhou', 'wu', 'leaves'].map((subject, n) => {
      const person = inventPerson(`city-staff/${n}`, { index: 8_100 + n, today: '2026-11-23', ageFrom: 25, ageTo: 60 });
      return { subject, name: person.name['zh-CN'], number: person.number, mayShowTwo: true };
    });
    city = await startFakeCityIdentity({
      port: 0, ...credentials, people, redirectUris: [`${ownAddress}/sign-in/city/back`], postLogoutRedirectUris: [`${ownAddress}/sign-in/city/out`], signedOutUri: `http://127.0.0.1:${port}/sign-in/city/signed-out-there`,
    });
    // With the second factor required, as in real installations; a code shown at the service counts as one.
    t = await testApp({ ownPasswordCost: true, cityIdentity: { issuer: city.issuer, ...credentials, staffSecondFactor: ['amr:otp'] } });
    await t.app.http.listen({ port, host: '127.0.0.1' });
  }, 180_000);
  afterAll(async () => {
    await t.drop();
    await city.close();
  });

  /** A member of staff, signed in here with a fresh factor. */
  const appointed = async (): Promise<{ readonly staffId: string; readonly one: CityBrowser }> => {
    const [staffId = ''] = await t.app.people.makeStaff([{ name: '某窗口', login: `city.staff${(accounts += 1)}`, password: 'a long test password', posts: [{ institution, role: 'window_clerk' }] }], { quickPasswords: true });
    const one = cityBrowser(t.app.http);
    one.cookies.set(sessionCookie, (await t.app.people.openSessionFor({ kind: 'staff', staffId })).token);
    return { staffId, one };
  };
  const linkAs = async (one: CityBrowser, subject: string): Promise<string> => {
    const asked = await one.post(linkCityIdentity.path);
    expect(asked.status, asked.body).toBe(201);
    return (await comeAs(one, (JSON.parse(asked.body) as { address: string }).address, subject)).done.to;
  };
  const linked = async (subject: string): Promise<{ readonly staffId: string; readonly one: CityBrowser }> => {
    const found = await appointed();
    expect(await linkAs(found.one, subject)).toBe('/workbench/account?city=linked');
    return found;
  };
  const signIn = async (subject: string, two: boolean): Promise<{ readonly one: CityBrowser; readonly to: string }> => {
    const one = cityBrowser(t.app.http);
    const left = await one.here('/sign-in/city?for=staff');
    return { one, to: (await comeAs(one, left.to, subject, two)).done.to };
  };
  const historyOf = async (staffId: string): Promise<readonly string[]> => (await t.fresh.owner.query<{ outcome: string }>('select outcome from people.sign_in_history where staff_id = $1 order by at, entry_id', [staffId])).rows.map(({ outcome }) => outcome);

  it('never by what the service says alone: who is not linked gets no session, whoever he is there', async () => {
    const before = (await t.fresh.owner.query<{ n: number }>('select count(*)::int as n from people.staff')).rows;
    const { one, to } = await signIn('unlinked', true);
    expect([to, (await one.me()).kind]).toEqual([notLinked, 'anonymous']);
    expect((await t.fresh.owner.query<{ n: number }>('select count(*)::int as n from people.staff')).rows).toEqual(before);
  });

  it('after linking the account from a session of their own: asked for nothing but who they are, the second factor shown there or here', async () => {
    const { staffId } = await linked('lin');
    const left = await cityBrowser(t.app.http).here('/sign-in/city?for=staff');
    expect(Object.fromEntries(new URL(left.to).searchParams)).toMatchObject({ scope: 'openid', prompt: 'login', code_challenge_method: 'S256' });
    const strong = await signIn('lin', true);
    expect([strong.to, (await strong.one.me()).kind, (await strong.one.me()).staffId]).toEqual(['/workbench/', 'staff', staffId]);
    // The password there is no second factor here: half a sign-in, in which nothing may be done.
    const weak = await signIn('lin', false);
    expect([weak.to, (await weak.one.me()).kind]).toEqual(['/workbench/', 'anonymous']);
    expect(await historyOf(staffId)).toEqual(expect.arrayContaining(['identity_linked', 'in', 'second_due']));
  });

  it('as one account for one person there: linked once, and by no other', async () => {
    const { one } = await linked('chen');
    expect((await one.post(linkCityIdentity.path)).body).toContain('city_identity.linked_already');
    const other = await appointed();
    expect(await linkAs(other.one, 'chen')).toBe('/workbench/account?city=city_identity.linked_to_another');
    expect(JSON.parse((await other.one.here(getMyCityIdentity.path)).body)).toMatchObject({ linkedAt: null });
  });

  it('a link that another browser brings back is none', async () => {
    const [mine, other] = [await appointed(), await appointed()];
    const { address } = JSON.parse((await mine.one.post(linkCityIdentity.path)).body) as { address: string };
    const back = await mine.one.there(`${await mine.one.there(address)}?as=zhou`);
    expect((await other.one.here(local(back))).to).toBe('/workbench/account?city=city_identity.not_confirmed');
    expect((await mine.one.here(local(back))).to).not.toBe('/workbench/account?city=linked');
    expect((await signIn('zhou', true)).to).toBe(notLinked);
  });

  it('and no longer once the link is ended; what stood there stays in the history', async () => {
    const { staffId, one } = await linked('wu');
    const came = await signIn('wu', true);
    expect((await came.one.me()).kind).toBe('staff');
    expect((await one.post(endCityIdentity.path)).status).toBe(204);
    expect((await signIn('wu', true)).to).toBe(notLinked);
    // Sessions that came from there end with the link; the one that ended it stays.
    await new Promise((done) => setTimeout(done, 1_000));
    expect([(await came.one.me()).kind, (await one.me()).kind]).toEqual(['anonymous', 'staff']);
    expect(await historyOf(staffId)).toEqual(expect.arrayContaining(['identity_linked', 'in', 'identity_ended']));
  });

  it('signing out there ends the session here, and signing out here leads there', async () => {
    const { staffId } = await linked('leaves');
    const there = await signIn('leaves', true);
    expect((await there.one.me()).kind).toBe('staff');
    const end = new URL(`${city.issuer}/session/end`);
    end.search = new URLSearchParams({ client_id: credentials.clientId, post_logout_redirect_uri: `${ownAddress}/sign-in/city/out`, state: 'staff' }).toString();
    expect(local(await there.one.signOutThere(end.href))).toBe('/sign-in/city/out?state=staff');
    await new Promise((done) => setTimeout(done, 1_000));
    expect((await there.one.me()).kind).toBe('anonymous');
    expect(await historyOf(staffId)).toContain('sessions_ended');
    const here = await signIn('leaves', true);
    const { onward } = JSON.parse((await here.one.post('/api/v1/me/sign-out')).body) as { onward: string };
    expect(onward.startsWith(city.issuer)).toBe(true);
    expect((await here.one.me()).kind).toBe('anonymous');
    expect((await here.one.here(local(await here.one.signOutThere(onward)))).to).toBe('/workbench/');
  });

  it('a token that nobody signed signs nobody out', async () => {
    await linked('zhou');
    const { one } = await signIn('zhou', true);
    for (const token of ['', 'a.b.c', `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify({ iss: city.issuer, aud: 'yimen', sub: 'zhou' })).toString('base64url')}.`]) {
      const told = await t.app.http.inject({ method: 'POST', url: '/sign-in/city/signed-out-there', headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ logout_token: token }).toString() });
      expect([told.statusCode, told.json()]).toEqual([400, { error: 'invalid_request' }]);
    }
    await new Promise((done) => setTimeout(done, 1_000));
    expect((await one.me()).kind).toBe('staff');
  });
});

describe('a logout token (OpenID Connect Back-Channel Logout 1.0 §2.6)', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const nowMs = Date.parse('2026-11-23T02:00:00.000Z');
  const now = nowMs / 1_000;
  const expected = { issuer: 'https://city.example', clientId: 'yimen', nowMs };
  const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig' }];
  const right = { iss: expected.issuer, aud: 'yimen', iat: now, exp: now + 120, jti: randomUUID(), sub: 'lin', sid: 's', events: { 'http://schemas.openid.net/event/backchannel-logout': {} } };
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const token = (claims: object = right, header: object = {}, key: KeyObject = privateKey): string => {
    const body = `${part({ alg: 'ES256', kid: 'one', typ: 'logout+jwt', ...header })}.${part(claims)}`;
    return `${body}.${sign('sha256', Buffer.from(body), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
  };

  it('names who signed out, where it is right', () => {
    expect(readLogoutToken(token(), keys, expected)).toEqual({ subject: 'lin', serviceSession: 's', jti: right.jti, expMs: nowMs + 120_000 });
    expect(readLogoutToken(token({ ...right, sub: undefined, aud: ['yimen', 'other'] }, { typ: undefined }), keys, expected)).toMatchObject({ subject: null, serviceSession: 's' });
  });

  it.each<readonly [string, string]>([
    ['another issuer', token({ ...right, iss: 'https://elsewhere.example' })], ['another audience', token({ ...right, aud: 'other' })], ['a nonce, which is of a sign-in', token({ ...right, nonce: 'n' })],
    ['no name of its own', token({ ...right, jti: undefined })], ['neither person nor session', token({ ...right, sub: undefined, sid: undefined })], ['no event of a sign-out', token({ ...right, events: {} })],
    ['a past end', token({ ...right, exp: now - 61 })], ['a beginning to come', token({ ...right, iat: now + 61, exp: now + 120 })], ['an end days away', token({ ...right, exp: now + 3 * 86_400 })],
    ['a making long ago', token({ ...right, iat: now - 601 })], ['the type of an access token', token(right, { typ: 'at+jwt' })], ['an extension it must understand', token(right, { crit: ['exp'] })],
    ['an algorithm that signs nothing', token(right, { alg: 'none' })], ['an algorithm of another kind of key', token(right, { alg: 'RS256' })], ['another key', token(right, {}, generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey)],
    ['a key that is not there', token(right, { kid: 'two' })], ['a part more', `${token()}.x`], ['no signature', token().split('.').slice(0, 2).join('.')],
  ])('with %s is none', (_what, wrong) => {
    expect(readLogoutToken(wrong, keys, expected)).toBeUndefined();
  });
});
