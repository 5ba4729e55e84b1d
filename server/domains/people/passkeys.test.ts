import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventPerson } from '../../testing/people.ts';
import { softwareKey, type SoftwareKey, type Told } from './routes-passkeys-for-tests.ts';
import { hall, letMinutePass, signInByPhone, testPeople, type Browser, type TestPeople } from './routes-for-tests.ts';

type Purpose = 'register' | 'show' | 'sign_in';
interface Given { readonly challengeId: string; readonly options: Record<string, unknown> }

let t: TestPeople;
let next = 0;
beforeAll(async () => {
  t = await testPeople();
});
afterAll(() => t.close());

/** A resident who has just signed in with a code by telephone, from an address of her own. */
async function resident(): Promise<{ browser: Browser; phone: string; partyId: string }> {
  const person = inventPerson('passkeys', { index: (next += 1), today: '2026-11-24', ageFrom: 18, ageTo: 70 });
  const [partyId = ''] = await t.people.makeParties([{ name: person.name['zh-CN'], number: person.number, phone: person.mobile, assurance: 'self_declared' as const }]);
  const browser = t.browser(`203.0.113.${next}`);
  expect((await signInByPhone(t, browser, person.mobile)).statusCode).toBe(200);
  return { browser, phone: person.mobile, partyId };
}

async function challenge(browser: Browser, purpose: Purpose): Promise<Given> {
  const answer = await browser.post('/api/v1/passkey-challenges', { purpose });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<Given>();
}

/** Status and code of an answer. */
const told = (answer: { statusCode: number; body: string }): readonly [number, string] => [answer.statusCode, (answer.body === '' ? {} : (JSON.parse(answer.body) as { code?: string })).code ?? ''];

const add = (browser: Browser, { challengeId }: Given, answer: object) => browser.post('/api/v1/me/passkeys', { challengeId, name: '钥匙圈上的', answer }).then(told);
const signIn = (browser: Browser, { challengeId }: Given, answer: object) => browser.post('/api/v1/passkey-sign-ins', { challengeId, answer }).then(told);
const show = (browser: Browser, { challengeId }: Given, answer: object) => browser.post('/api/v1/me/second-factor', { way: 'passkey', challengeId, answer }).then(told);

/** Adds this key to the account that is signed in. */
async function keep(browser: Browser, key: SoftwareKey): Promise<void> {
  const given = await challenge(browser, 'register');
  expect(await add(browser, given, key.make(given.options))).toEqual([201, '']);
}

/** A resident with a passkey. */
async function keyHolder(key = softwareKey()): Promise<Awaited<ReturnType<typeof resident>> & { key: SoftwareKey }> {
  const who = await resident();
  await keep(who.browser, key);
  return { ...who, key };
}

async function security(browser: Browser) {
  return (await browser.get('/api/v1/me/security')).json<{ factors: { factorId: string; kind: string; name: string }[]; isFresh: boolean; ways: string[]; history: { way: string; outcome: string }[] }>();
}

const kindOf = async (browser: Browser): Promise<string> => (await browser.get('/api/v1/me')).json<{ kind: string }>().kind;
const expire = ({ challengeId }: Given) => t.fresh.owner.query(`update people.passkey_challenges set expires_at = clock_timestamp() - interval '1 minute' where challenge_id = $1`, [challengeId]);

/** A quarter of an hour passes for this person; the process reads his session anew. */
async function letFreshnessPass(partyId: string, browser: Browser): Promise<void> {
  await t.fresh.owner.query(`update people.sessions set fresh_at = fresh_at - interval '16 minutes' where party_id = $1`, [partyId]);
  await expect.poll(async () => (await security(browser)).isFresh, { timeout: 60_000 }).toBe(false);
}

/** What no authenticator of ours tells, each alone, with everything else as it should be. */
const lies: readonly (readonly [string, Told])[] = [
  ['asked for by a page of another origin', { origin: 'http://localhost.example' }],
  ['asked for by another port of the same machine', { origin: 'http://localhost:8443' }],
  ['bound to another relying party', { rpId: 'example.org' }],
  ['for another challenge', { challenge: Buffer.alloc(32, 7).toString('base64url') }],
  ['of a person who was not recognised', { recognised: false }],
  ['nobody touched', { present: false, recognised: false }],
];

describe('A passkey that is added', () => {
  it('stands in the account under its name, with its first entry in the history', async () => {
    const { browser } = await keyHolder();
    const { factors, history } = await security(browser);
    expect(factors.map(({ kind, name }) => [kind, name])).toEqual([['passkey', '钥匙圈上的']]);
    expect(history[0]).toMatchObject({ way: 'passkey', outcome: 'factor_added' });
  });

  it('is asked for as one that finds its account by itself and recognises its person, and not of a device that has one', async () => {
    const { browser, key, partyId } = await keyHolder();
    const { options } = await challenge(browser, 'register');
    expect(options).toMatchObject({ attestation: 'none', rp: { id: 'localhost' }, authenticatorSelection: { residentKey: 'required', userVerification: 'required' } });
    expect(Buffer.from((options.user as { id: string }).id, 'base64url').toString()).toBe(partyId);
    expect((options.excludeCredentials as { id: string }[]).map(({ id }) => id)).toEqual([key.credentialId]);
  });

  it.each([...lies, ['made for showing, not for making', { type: 'webauthn.get' }] as const])('is not kept where it is %s', async (_, lie) => {
    const { browser } = await resident();
    const [given, key] = [await challenge(browser, 'register'), softwareKey()];
    expect(await add(browser, given, key.make(given.options, lie))).toEqual([422, 'factors.passkey_not_made']);
    expect((await security(browser)).factors).toEqual([]);
    await keep(browser, key);
  });

  it('is not kept for a challenge that was answered, is too old, was given to another session or for another purpose', async () => {
    const [mine, theirs] = [await resident(), await resident()];
    const not = [422, 'factors.passkey_not_made'];
    const answered = await challenge(mine.browser, 'register');
    expect(await add(mine.browser, answered, softwareKey().make(answered.options))).toEqual([201, '']);
    expect(await add(mine.browser, answered, softwareKey().make(answered.options)), 'answered').toEqual(not);
    const old = await challenge(mine.browser, 'register');
    await expire(old);
    expect(await add(mine.browser, old, softwareKey().make(old.options)), 'too old').toEqual(not);
    const foreign = await challenge(theirs.browser, 'register');
    expect(await add(mine.browser, foreign, softwareKey().make(foreign.options)), 'of another session').toEqual(not);
    expect(await add(theirs.browser, foreign, softwareKey().make(foreign.options)), 'which may still answer it').toEqual([201, '']);
    const [showing, registering] = [await challenge(mine.browser, 'show'), await challenge(mine.browser, 'register')];
    expect(await add(mine.browser, showing, softwareKey().make({ ...registering.options, challenge: showing.options.challenge })), 'for showing').toEqual(not);
    expect((await security(mine.browser)).factors).toHaveLength(1);
  });

  it('is not kept under the credential of another account, nor where it is no attestation at all', async () => {
    const [{ key }, { browser }] = [await keyHolder(), await resident()];
    const given = await challenge(browser, 'register');
    expect(await add(browser, given, softwareKey().make(given.options, { credentialId: key.credentialId }))).toEqual([422, 'factors.passkey_not_made']);
    const again = await challenge(browser, 'register');
    const whole = softwareKey().make(again.options);
    expect(await add(browser, again, { ...whole, response: { ...whole.response, attestationObject: 'oA' } })).toEqual([422, 'factors.passkey_not_made']);
    expect((await security(browser)).factors).toEqual([]);
  });

  it('needs somebody who has shown within a quarter of an hour who he is, for the challenge and for the answer', async () => {
    const { browser, partyId } = await resident();
    const given = await challenge(browser, 'register');
    await letFreshnessPass(partyId, browser);
    expect(told(await browser.post('/api/v1/passkey-challenges', { purpose: 'register' }))).toEqual([403, 'account.show_again']);
    expect(await add(browser, given, softwareKey().make(given.options))).toEqual([403, 'account.show_again']);
    expect((await security(browser)).factors).toEqual([]);
  });
});

describe('A resident who signs in with a passkey alone', () => {
  const not = [422, 'factors.passkey_not_known'] as const;

  it('is in, from any browser, as often as she likes', async () => {
    const { key, browser } = await keyHolder();
    for (const address of ['198.51.100.1', '198.51.100.2']) {
      const other = t.browser(address);
      const given = await challenge(other, 'sign_in');
      expect(given.options.allowCredentials ?? [], 'nobody learns which passkeys there are').toEqual([]);
      expect(await signIn(other, given, key.show(given.options))).toEqual([200, '']);
      expect(await kindOf(other)).toBe('resident');
    }
    expect((await security(browser)).history.slice(0, 2)).toMatchObject([{ way: 'passkey', outcome: 'in' }, { way: 'passkey', outcome: 'in' }]);
  });

  it.each<readonly [string, Told]>([
    ...lies,
    ['made for making, not for showing', { type: 'webauthn.create' }],
    ['changed after it was signed', { spoilt: true }],
    ['for the account of somebody else', { userHandle: Buffer.from('00000000-0000-4000-8000-000000000000').toString('base64url') }],
    ['silent about its account', { userHandle: null }],
  ])('is not in with an answer that is %s, and reads of the try in her history', async (_, lie) => {
    const { key, browser } = await keyHolder();
    const other = t.browser();
    const given = await challenge(other, 'sign_in');
    expect(await signIn(other, given, key.show(given.options, lie))).toEqual(not);
    expect(await kindOf(other)).toBe('anonymous');
    expect((await security(browser)).history[0]).toMatchObject({ way: 'passkey', outcome: 'refused' });
    const again = await challenge(other, 'sign_in');
    expect(await signIn(other, again, key.show(again.options)), 'but for that it fits').toEqual([200, '']);
  });

  it('is not in where the counter went back or stood still, which is a copied key; one that never counts is', async () => {
    const { key } = await keyHolder();
    const other = t.browser();
    const with_ = async (counter: number) => {
      const given = await challenge(other, 'sign_in');
      return signIn(other, given, key.show(given.options, { counter }));
    };
    expect(await with_(7)).toEqual([200, '']);
    for (const counter of [6, 7, 0]) expect(await with_(counter), String(counter)).toEqual(not);
    expect(await with_(8)).toEqual([200, '']);
    const synced = await keyHolder(softwareKey({ counts: false }));
    for (let turn = 0; turn < 2; turn += 1) {
      const given = await challenge(other, 'sign_in');
      expect(await signIn(other, given, synced.key.show(given.options))).toEqual([200, '']);
    }
  });

  it('is in once for one challenge, however many answer it at once, and not for one that is too old or was given for another purpose', async () => {
    const { key, browser } = await keyHolder(softwareKey({ counts: false }));
    const given = await challenge(t.browser(), 'sign_in');
    const answer = key.show(given.options);
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(t.browser(), given, answer)));
    expect(answers.map(([status]) => status).sort()).toEqual([200, ...Array.from({ length: 11 }, () => 422)]);
    const old = await challenge(t.browser(), 'sign_in');
    await expire(old);
    expect(await signIn(t.browser(), old, key.show(old.options)), 'too old').toEqual(not);
    const showing = await challenge(browser, 'show');
    expect(await signIn(t.browser(), showing, key.show(showing.options)), 'for showing').toEqual(not);
  });

  it('is not in with a passkey that ended, one never kept, or a signature by another key', async () => {
    const { key, browser } = await keyHolder();
    const stranger = softwareKey();
    const from = async (make: (given: Given) => object) => {
      const given = await challenge(t.browser(), 'sign_in');
      return signIn(t.browser(), given, make(given));
    };
    expect(await from(({ options }) => stranger.show(options)), 'never kept').toEqual(not);
    expect(await from(({ options }) => stranger.show(options, { credentialId: key.credentialId, userHandle: userHandleOf(key, options) })), 'by another key').toEqual(not);
    expect(await from(({ options }) => key.show(options))).toEqual([200, '']);
    const [factor] = (await security(browser)).factors;
    expect((await browser.post(`/api/v1/me/factors/${factor?.factorId ?? ''}/end`)).statusCode).toBe(204);
    expect(await from(({ options }) => key.show(options)), 'ended').toEqual(not);
    const anew = await challenge(browser, 'register');
    expect(await add(browser, anew, key.make(anew.options)), 'ended for good').toEqual([422, 'factors.passkey_not_made']);
  });
});

/** What the key itself says about whose it is. */
const userHandleOf = (key: SoftwareKey, options: Record<string, unknown>): string => String(key.show(options).response.userHandle);

describe('Who shows a passkey again for a sensitive act', () => {
  const not = [422, 'factors.wrong'] as const;

  it('is fresh for a quarter of an hour, by a passkey of his own, of which the challenge names all', async () => {
    const { key, browser, partyId } = await keyHolder();
    await letFreshnessPass(partyId, browser);
    const given = await challenge(browser, 'show');
    expect((given.options.allowCredentials as { id: string }[]).map(({ id }) => id)).toEqual([key.credentialId]);
    expect(await show(browser, given, key.show(given.options))).toEqual([200, '']);
    expect(await security(browser)).toMatchObject({ isFresh: true, ways: ['passkey', 'phone_code'], history: [{ way: 'passkey', outcome: 'stepped_up' }, {}, {}] });
  });

  it.each<readonly [string, Told]>([
    ...lies,
    ['made for making, not for showing', { type: 'webauthn.create' }],
    ['changed after it was signed', { spoilt: true }],
    ['for the account of somebody else', { userHandle: Buffer.from('00000000-0000-4000-8000-000000000000').toString('base64url') }],
  ])('is not fresh by an answer that is %s', async (_, lie) => {
    const { key, browser, partyId } = await keyHolder();
    await letFreshnessPass(partyId, browser);
    const given = await challenge(browser, 'show');
    expect(await show(browser, given, key.show(given.options, lie))).toEqual(not);
    expect(await security(browser)).toMatchObject({ isFresh: false, history: [{ way: 'passkey', outcome: 'refused' }, {}, {}] });
  });

  it('is not fresh by the passkey of another account, whole and rightly signed', async () => {
    const [mine, theirs] = [await keyHolder(), await keyHolder()];
    await letFreshnessPass(mine.partyId, mine.browser);
    const given = await challenge(mine.browser, 'show');
    expect(await show(mine.browser, given, theirs.key.show(given.options))).toEqual(not);
    expect((await security(mine.browser)).isFresh).toBe(false);
    const own = await challenge(theirs.browser, 'show');
    expect(await show(theirs.browser, own, theirs.key.show(own.options)), 'to whom it belongs it opens').toEqual([200, '']);
  });

  it('is not fresh by a challenge that was answered, is too old, was given to another of his own sessions or for signing in', async () => {
    const { key, browser, phone, partyId } = await keyHolder();
    const second = t.browser('198.51.100.9');
    await letMinutePass(t);
    expect((await signInByPhone(t, second, phone)).statusCode).toBe(200);
    const answered = await challenge(browser, 'show');
    expect(await show(browser, answered, key.show(answered.options))).toEqual([200, '']);
    await letFreshnessPass(partyId, browser);
    expect(await show(browser, answered, key.show(answered.options)), 'answered').toEqual(not);
    const old = await challenge(browser, 'show');
    await expire(old);
    expect(await show(browser, old, key.show(old.options)), 'too old').toEqual(not);
    const other = await challenge(second, 'show');
    expect(await show(browser, other, key.show(other.options)), 'of another session').toEqual(not);
    const entering = await challenge(browser, 'sign_in');
    expect(await show(browser, entering, key.show(entering.options)), 'for signing in').toEqual(not);
    expect((await security(browser)).isFresh).toBe(false);
  });

  it('is not fresh by a passkey that ended or whose counter went back', async () => {
    const { key, browser, partyId } = await keyHolder();
    const spare = softwareKey();
    await keep(browser, spare);
    const first = await challenge(browser, 'show');
    expect(await show(browser, first, key.show(first.options, { counter: 40 }))).toEqual([200, '']);
    const ended = (await security(browser)).factors.find(({ kind }) => kind === 'passkey');
    await letFreshnessPass(partyId, browser);
    const back = await challenge(browser, 'show');
    expect(await show(browser, back, key.show(back.options, { counter: 39 })), 'went back').toEqual(not);
    const by = await challenge(browser, 'show');
    expect(await show(browser, by, spare.show(by.options))).toEqual([200, '']);
    expect((await browser.post(`/api/v1/me/factors/${ended?.factorId ?? ''}/end`)).statusCode).toBe(204);
    await letFreshnessPass(partyId, browser);
    const last = await challenge(browser, 'show');
    expect((last.options.allowCredentials as { id: string }[]).map(({ id }) => id)).toEqual([spare.credentialId]);
    expect(await show(browser, last, key.show(last.options, { counter: 41 })), 'ended').toEqual(not);
  });
});

describe('A member of staff with a passkey', () => {
  it('is in with password and passkey, with the passkey alone not, and no longer once he has left', async () => {
    const password = 'four blue chairs';
    const [staffId = ''] = await t.people.makeStaff([{ name: '某窗口', login: 'passkey1', password, posts: [{ institution: hall, role: 'window_clerk' }] }], { quickPasswords: true });
    const withPassword = async (): Promise<Browser> => {
      const browser = t.browser('198.51.100.20');
      expect((await browser.post('/api/v1/staff/sign-in', { login: 'passkey1', password })).statusCode).toBe(200);
      return browser;
    };
    const key = softwareKey();
    await keep(await withPassword(), key);
    const alone = await challenge(t.browser(), 'sign_in');
    expect(await signIn(t.browser(), alone, key.show(alone.options))).toEqual([422, 'factors.passkey_not_known']);
    const half = await withPassword();
    expect(await kindOf(half)).toBe('anonymous');
    const { key: residents } = await keyHolder();
    const foreign = await challenge(half, 'show');
    expect(await show(half, foreign, residents.show(foreign.options)), 'the passkey of another').toEqual([422, 'factors.wrong']);
    const [given, late] = [await challenge(half, 'show'), await withPassword()];
    const left = await challenge(late, 'show');
    expect(await show(half, given, key.show(given.options))).toEqual([200, '']);
    expect(await kindOf(half)).toBe('staff');
    await t.fresh.owner.query('update people.staff set active = false where staff_id = $1', [staffId]);
    // Whichever comes first: the process still knows the half session, or reads that its owner has left.
    expect(['factors.wrong', 'account.sign_in_first']).toContain((await show(late, left, key.show(left.options)))[1]);
    expect(await kindOf(late)).toBe('anonymous');
  });
});
