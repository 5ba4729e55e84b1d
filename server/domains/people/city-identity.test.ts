import { createSign, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getMe } from '../../../contract/people.ts';
import { cityBrowser, comeAs, local } from './routes-city-for-tests.ts';
import { myMandates } from '../../../contract/agency.ts';
import { startTracing } from '../../platform/tracing/index.ts';
import { receiver } from '../../platform/tracing/receiver-for-tests.ts';
import { testApp, type TestApp } from '../../testing/app.ts';
import { inventFirm, inventPerson } from '../../testing/people.ts';
import { startFakeCityIdentity, type FakeCityIdentity } from '../../../tools/stand-ins/fake-city-identity.ts';

// Against oidc-provider for what a good service does, and against a service of our own that lies for what a bad one says. Invented people: areas 4499xx are given to nobody.

const person = (index: number) => inventPerson(`city/${index}`, { index, today: '2026-11-23', ageFrom: 25, ageTo: 60 });
const [anybody, boss, declared, mover] = [person(8_001), person(8_002), person(8_003), person(8_004)];
const firm = inventFirm('city/firm', { index: 8_001 });
const credentials = { clientId: 'yimen', clientSecret: 'a secret of this test' };
const redirectUri = 'http://127.0.0.1:4010/sign-in/city/back';

describe('a resident signs in through the city identity service', () => {
  let city: FakeCityIdentity;
  let t: TestApp;
  beforeAll(async () => {
    city = await startFakeCityIdentity({
      port: 0, ...credentials, redirectUris: [redirectUri], people: [
        { subject: 'anybody', name: anybody.name['zh-CN'], number: anybody.number, phone: anybody.mobile },
        { subject: 'boss', name: boss.name['zh-CN'], number: boss.number, represents: { number: firm.creditCode, name: firm.name['zh-CN'] } },
        { subject: 'declared', name: declared.name['zh-CN'], number: declared.number }, { subject: 'mover', name: mover.name['zh-CN'], number: mover.number },
      ],
    });
    t = await testApp({ cityIdentity: { issuer: city.issuer, ...credentials } });
  }, 180_000);
  afterAll(async () => {
    await t.drop();
    await city.close();
  });

  /** The whole way; answers the browser and the address it came back on. */
  const signIn = async (subject: string, next = '/matters') => {
    const one = cityBrowser(t.app.http);
    const left = await one.here(`/sign-in/city?next=${encodeURIComponent(next)}`);
    return { one, left, ...(await comeAs(one, left.to, subject)) };
  };

  it('and is known by number, name and telephone, as the city vouches', async () => {
    const { one, left, done } = await signIn('anybody');
    expect(Object.fromEntries(new URL(left.to).searchParams)).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', scope: 'openid profile phone identity' });
    expect(done).toMatchObject({ status: 303, to: '/matters' });
    expect(await one.me()).toMatchObject({ kind: 'resident', name: anybody.name['zh-CN'], party: { assurance: 'verified_by_city' } });
    const again = await signIn('anybody');
    expect((await again.one.me()).party?.partyId).toBe((await one.me()).party?.partyId);
    expect((await t.fresh.owner.query('select 1 from people.identities where subject = $1', ['anybody'])).rowCount).toBe(1);
  });

  it('and the calls to the service stand in the traces of the request, without who it was, the code or the token', async () => {
    const collector = await receiver();
    const tracing = await startTracing({ url: collector.url, ratio: 1, program: '1', onFault: () => undefined });
    const { done, left } = await signIn('anybody');
    expect(done.status).toBe(303);
    await tracing.stop();
    const calls = collector.spans.filter((span) => span.name === 'call city_identity');
    expect(calls.map((span) => span.attributes.find(({ key }) => key === 'http.response.status_code')?.value.intValue)).toEqual(calls.map(() => 200));
    expect(calls.map((span) => span.attributes.find(({ key }) => key === 'http.request.method')?.value.stringValue)).toEqual(expect.arrayContaining(['POST', 'GET']));
    const told = collector.bodies.join('');
    for (const particular of [anybody.number, anybody.mobile, anybody.name['zh-CN'], '"anybody"', new URL(left.to).searchParams.get('state') ?? '', credentials.clientSecret, city.issuer]) expect(told).not.toContain(particular);
    await collector.close();
  });

  it('as legal representative, and stands for the firm from then on', async () => {
    const { one } = await signIn('boss');
    const client = await t.as({ partyId: (await one.me()).party?.partyId ?? '' });
    expect((await client.good(myMandates, {})).mandates).toMatchObject([{ role: 'legal_representative', how: 'city_identity', state: 'standing', untilOn: null, principal: { nameMasked: firm.name['zh-CN'] } }]);
    await signIn('boss');
    expect((await client.good(myMandates, {})).mandates).toHaveLength(1);
  });

  it('and takes back his own number from whoever only said it', async () => {
    const [partyId = ''] = await t.app.people.makeParties([{ name: '冒名', number: declared.number, kind: declared.kind, phone: declared.mobile, assurance: 'self_declared' }]);
    const stranger = await t.as({ partyId });
    const { one } = await signIn('declared');
    expect(await one.me()).toMatchObject({ name: declared.name['zh-CN'], party: { partyId, assurance: 'verified_by_city', phoneMasked: null } });
    await new Promise((done) => setTimeout(done, 800));
    expect((await stranger.good(getMe, {})).kind).toBe('anonymous');
  });

  it('only from the browser that left, once, and is sent nowhere but to our own pages', async () => {
    const { one, back } = await signIn('anybody', '//elsewhere.example/x');
    expect(await one.here(local(back))).toMatchObject({ status: 303, to: '/sign-in?fault=city_identity.not_confirmed' });
    const [mine, other] = [cityBrowser(t.app.http), cityBrowser(t.app.http)];
    const left = await mine.here('/sign-in/city');
    const came = await mine.there(`${await mine.there(left.to)}?as=anybody`);
    expect((await other.here(local(came))).to).toBe('/sign-in?fault=city_identity.not_confirmed');
    expect((await other.me()).kind).toBe('anonymous');
    expect((await signIn('anybody', '//elsewhere.example/x')).done.to).toBe('/');
    expect((await signIn('anybody', '/\\elsewhere.example')).done.to).toBe('/');
  });

  it('not with another state, nor with the code of another visit', async () => {
    const [first, second] = [cityBrowser(t.app.http), cityBrowser(t.app.http)];
    const [a, b] = [await first.here('/sign-in/city'), await second.here('/sign-in/city')];
    const [backA, backB] = [await first.there(`${await first.there(a.to)}?as=anybody`), await second.there(`${await second.there(b.to)}?as=boss`)];
    const swapped = new URL(backA);
    swapped.searchParams.set('code', new URL(backB).searchParams.get('code') ?? '');
    expect((await first.here(local(swapped.href))).to).toBe('/sign-in?fault=city_identity.not_confirmed');
    const unknown = new URL(backB);
    unknown.searchParams.set('state', 'another');
    expect((await second.here(local(unknown.href))).to).toBe('/sign-in?fault=city_identity.not_confirmed');
  });

  it('may stop there, and is not taken for another whose number changed', async () => {
    const one = cityBrowser(t.app.http);
    const left = await one.here('/sign-in/city');
    expect((await one.here(local(await one.there(`${await one.there(left.to)}?stop=1`)))).to).toBe('/sign-in?fault=city_identity.declined');
    await signIn('mover');
    await t.fresh.owner.query("update people.identities set party_id = (select party_id from people.identities where subject = 'boss') where subject = 'mover'");
    expect((await signIn('mover')).done.to).toBe('/sign-in?fault=city_identity.another_person');
  });
});

/** What a lying service puts into its id token, and what it signs it with. */
interface Lie {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly key?: KeyObject;
  readonly subject?: string;
  readonly code?: number;
}

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey;
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('what a service says is not believed', () => {
  let t: TestApp;
  let server: Server;
  let issuer = '';
  let lie: Lie = {};
  let nonce = '';
  const jwt = (): string => {
    const now = Math.floor(Date.now() / 1_000);
    const body = `${part({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${part({ iss: issuer, sub: 'anybody', aud: 'yimen', iat: now, exp: now + 300, nonce, ...lie.claims })}`;
    return `${body}.${createSign('RSA-SHA256').update(body).sign(lie.key ?? privateKey).toString('base64url')}`;
  };
  beforeAll(async () => {
    server = createServer((request, response) => {
      const json = (value: object, status = 200) => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
      const url = new URL(request.url ?? '', issuer);
      if (url.pathname.endsWith('openid-configuration')) return json({ issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`, userinfo_endpoint: `${issuer}/me`, jwks_uri: `${issuer}/keys`, response_types_supported: ['code'], subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256'] });
      if (url.pathname === '/keys') return json({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] });
      if (url.pathname === '/token') return json(lie.code === undefined ? { access_token: randomUUID(), token_type: 'Bearer', id_token: jwt() } : { error: 'invalid_grant' }, lie.code);
      return json({ sub: lie.subject ?? 'anybody', name: anybody.name['zh-CN'], id_number: anybody.number });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    t = await testApp({ cityIdentity: { issuer, ...credentials } });
  }, 180_000);
  afterAll(async () => {
    await t.drop();
    server.closeAllConnections();
    server.close();
  });

  const signIn = async (said: Lie, wrongNonce?: string): Promise<string> => {
    lie = said;
    const one = cityBrowser(t.app.http);
    const asked = new URL((await one.here('/sign-in/city')).to).searchParams;
    nonce = wrongNonce ?? asked.get('nonce') ?? '';
    const { to } = await one.here(`/sign-in/city/back?${new URLSearchParams({ code: randomUUID(), state: asked.get('state') ?? '' }).toString()}`);
    if (to !== '/') expect((await one.me()).kind).toBe('anonymous');
    return to;
  };
  const refused = '/sign-in?fault=city_identity.not_confirmed';

  it('with another nonce, issuer or audience, expired, or signed by a key that is not its own', async () => {
    expect(await signIn({})).toBe('/');
    expect(await signIn({}, 'another')).toBe(refused);
    expect(await signIn({ claims: { iss: 'https://elsewhere.example' } })).toBe(refused);
    expect(await signIn({ claims: { aud: 'somebody else' } })).toBe(refused);
    expect(await signIn({ claims: { exp: Math.floor(Date.now() / 1_000) - 3_600, iat: Math.floor(Date.now() / 1_000) - 7_200 } })).toBe(refused);
    expect(await signIn({ key: stranger })).toBe(refused);
  });

  it('about another subject than the token’s, or with a code it does not know', async () => {
    expect(await signIn({ subject: 'boss' })).toBe(refused);
    expect(await signIn({ code: 400 })).toBe(refused);
  });
});

describe('while the service is away', () => {
  it('the phone remains', async () => {
    const t = await testApp({ cityIdentity: { issuer: 'http://127.0.0.1:9', ...credentials } });
    expect(await cityBrowser(t.app.http).here('/sign-in/city?next=/matters')).toMatchObject({ status: 303, to: '/sign-in?fault=city_identity.away&next=%2Fmatters' });
    expect((await t.app.http.inject({ method: 'POST', url: '/api/v1/sign-ins', payload: { phone: anybody.mobile, language: 'zh-CN' } })).statusCode).toBe(201);
    await t.drop();
  }, 60_000);
});
