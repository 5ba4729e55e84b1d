import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { inventFirm, inventPerson } from '../../testing/people.ts';
import { citizenCheckDigit } from './numbers/index.ts';
import { letMinutePass, signInByPhone, testPeople, type TestPeople } from './routes-for-tests.ts';

// Invented people: areas 4499xx and phones +86 154… are given to nobody (server/testing/people.ts).
const person = (index: number) => inventPerson('sign-in', { index, today: '2026-11-23', ageFrom: 18, ageTo: 70 });

interface Sent { signInId: string; phoneMasked: string; expiresAt: string; resendAfterSeconds: number }
interface Told { code: string; title: string; params: Record<string, number>; errors?: { pointer: string }[] }

let t: TestPeople;
beforeAll(async () => {
  t = await testPeople();
});
afterEach(() => {
  t.gateway = 'sent';
});
afterAll(() => t.close());

const ask = async (phone: string, address?: string) => t.browser(address).post('/api/v1/sign-ins', { phone, language: 'zh-CN' });
const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('a one-time code', () => {
  it('opens a newcomer’s session, and after the number is said a resident’s, each under a token of its own', async () => {
    const [who, browser] = [person(1), t.browser()];
    const confirmed = await signInByPhone(t, browser, who.mobile);
    expect(confirmed.statusCode).toBe(200);
    expect(confirmed.json()).toMatchObject({ kind: 'newcomer', name: null, party: null });
    const newcomerToken = browser.token;
    const declared = await browser.post('/api/v1/me/identity', { name: who.name['zh-CN'], number: who.number });
    expect(declared.statusCode, declared.body).toBe(200);
    expect(declared.json()).toMatchObject({ kind: 'resident', name: who.name['zh-CN'], party: { assurance: 'self_declared', numberKind: 'citizen_id', phoneMasked: '154****0001' } });
    expect(declared.body).not.toContain(who.number);
    expect(browser.token).not.toBe(newcomerToken);
    expect((await t.people.authenticate(newcomerToken)).actor).toEqual({ kind: 'anonymous' });
    expect((await browser.get('/api/v1/me')).json()).toMatchObject({ kind: 'resident', name: who.name['zh-CN'] });
  });

  it('is answered in the same words for a phone that is known and one that is not', async () => {
    const [known, unknown] = [person(2), person(3)];
    await t.people.makeParties([{ name: known.name['zh-CN'], number: known.number, phone: known.mobile, assurance: 'self_declared' }]);
    const answers = [await ask(known.mobile), await ask(unknown.mobile)];
    const shapes = answers.map((answer) => {
      const { signInId, expiresAt, phoneMasked, ...rest } = answer.json<Sent>();
      return { status: answer.statusCode, rest, keys: Object.keys(answer.json<object>()), signIn: signInId.length, phone: phoneMasked.length, expires: expiresAt.length };
    });
    expect(shapes[0]).toEqual(shapes[1]);
    const again = [await ask(known.mobile), await ask(unknown.mobile)];
    expect(again.map((answer) => [answer.statusCode, answer.json<Told>().code])).toEqual([[429, 'sign_in.wait'], [429, 'sign_in.wait']]);
    expect(again[0]?.json<Told>().title).toMatch(/请等 \d+ 秒/);
  });

  it('brings whoever holds the phone back as the same resident', async () => {
    const [who, browser] = [person(4), t.browser()];
    const [partyId] = await t.people.makeParties([{ name: who.name['zh-CN'], number: who.number, phone: who.mobile, assurance: 'verified_at_window' }]);
    expect((await signInByPhone(t, browser, who.mobile)).json()).toMatchObject({ kind: 'resident', name: who.name['zh-CN'], party: { partyId } });
  });

  it('works once: the same code again is refused', async () => {
    const [who, browser] = [person(5), t.browser()];
    const { signInId } = (await ask(who.mobile)).json<Sent>();
    const code = t.sent.get(who.mobile)?.at(-1);
    expect((await browser.post(`/api/v1/sign-ins/${signInId}/confirm`, { code })).statusCode).toBe(200);
    const replayed = await t.browser().post(`/api/v1/sign-ins/${signInId}/confirm`, { code });
    expect([replayed.statusCode, replayed.json<Told>().code]).toEqual([422, 'sign_in.code_expired']);
  });

  it('used by twenty calls at once opens one session', async () => {
    const who = person(6);
    const { signInId } = (await ask(who.mobile)).json<Sent>();
    const code = t.sent.get(who.mobile)?.at(-1);
    const answers = await Promise.all(Array.from({ length: 20 }, () => t.browser().post(`/api/v1/sign-ins/${signInId}/confirm`, { code })));
    expect(answers.filter((answer) => answer.statusCode === 200)).toHaveLength(1);
  });

  it('is over after five minutes', async () => {
    const who = person(7);
    const { signInId } = (await ask(who.mobile)).json<Sent>();
    await t.fresh.owner.query(`update people.sign_ins set expires_at = clock_timestamp() - interval '10 milliseconds' where sign_in_id = $1`, [signInId]);
    const late = await t.browser().post(`/api/v1/sign-ins/${signInId}/confirm`, { code: t.sent.get(who.mobile)?.at(-1) });
    expect([late.statusCode, late.json<Told>().code]).toEqual([422, 'sign_in.code_expired']);
  });

  it('is over after five wrong codes: the right one comes too late', async () => {
    const who = person(8);
    const { signInId } = (await ask(who.mobile)).json<Sent>();
    const code = t.sent.get(who.mobile)?.at(-1) ?? '';
    const told: unknown[] = [];
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const answer = (await t.browser().post(`/api/v1/sign-ins/${signInId}/confirm`, { code: wrong(code) })).json<Told>();
      told.push([answer.code, answer.params.left]);
    }
    expect(told).toEqual([['sign_in.wrong_code', 4], ['sign_in.wrong_code', 3], ['sign_in.wrong_code', 2], ['sign_in.wrong_code', 1], ['sign_in.too_many_attempts', undefined]]);
    expect((await t.browser().post(`/api/v1/sign-ins/${signInId}/confirm`, { code })).json<Told>().code).toBe('sign_in.too_many_attempts');
  });

  it('takes no more than five attempts when forty come at once', async () => {
    const who = person(9);
    const { signInId } = (await ask(who.mobile)).json<Sent>();
    const code = t.sent.get(who.mobile)?.at(-1) ?? '';
    const answers = await Promise.all(Array.from({ length: 40 }, () => t.browser().post(`/api/v1/sign-ins/${signInId}/confirm`, { code: wrong(code) })));
    expect(answers.filter((answer) => answer.json<Told>().code === 'sign_in.wrong_code')).toHaveLength(4);
    expect((await t.fresh.owner.query<{ attempts: number }>('select attempts from people.sign_ins where sign_in_id = $1', [signInId])).rows).toEqual([{ attempts: 5 }]);
  });

  it('of one phone does not open the sign-in of another', async () => {
    const [mine, yours] = [person(10), person(11)];
    await ask(mine.mobile);
    const { signInId } = (await ask(yours.mobile)).json<Sent>();
    const [a, b] = [t.sent.get(mine.mobile)?.at(-1), t.sent.get(yours.mobile)?.at(-1)];
    const answer = await t.browser().post(`/api/v1/sign-ins/${signInId}/confirm`, { code: a === b ? wrong(a ?? '') : a });
    expect(answer.json<Told>().code).toBe('sign_in.wrong_code');
  });

  it('goes ten times a day to one phone and then no more, and never within a minute', async () => {
    const who = person(12);
    for (let sent = 0; sent < 10; sent += 1) {
      expect((await ask(who.mobile)).statusCode, `code ${sent + 1}`).toBe(201);
      expect((await ask(who.mobile)).json<Told>().code).toBe('sign_in.wait');
      await letMinutePass(t);
    }
    const over = await ask(who.mobile);
    expect([over.statusCode, over.json<Told>().code]).toEqual([429, 'sign_in.too_many_today']);
    expect(over.json<Told>().params.hours).toBe(24);
    expect(t.sent.get(who.mobile)).toHaveLength(10);
    await t.fresh.owner.query(`update platform.tries set window_from = window_from - interval '24 hours'`);
    expect((await ask(who.mobile)).statusCode).toBe(201);
  });

  it('two calls at the same moment send one message', async () => {
    const who = person(13);
    const answers = await Promise.all([ask(who.mobile), ask(who.mobile), ask(who.mobile)]);
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([201, 429, 429]);
    expect(t.sent.get(who.mobile)).toHaveLength(1);
  });

  it('is bounded by network address, all addresses of one subscriber together', async () => {
    const answers: number[] = [];
    for (let index = 100; index < 222; index += 1) answers.push((await ask(person(index).mobile, `2001:db8:7:7::${index.toString(16)}`)).statusCode);
    expect(answers.slice(0, 120).every((status) => status === 201)).toBe(true);
    expect(answers.slice(120)).toEqual([429, 429]);
    expect((await ask(person(222).mobile, '2001:db8:7:8::1')).statusCode).toBe(201);
  });

  it('that could not be sent says so and may be asked for again at once', async () => {
    const who = person(14);
    t.gateway = 'retry';
    const down = await ask(who.mobile);
    expect([down.statusCode, down.json<Told>().code]).toEqual([503, 'sign_in.messages_down']);
    t.gateway = 'refused';
    const refused = await ask(who.mobile);
    expect([refused.statusCode, refused.json<Told>().code]).toEqual([422, 'sign_in.phone_not_reachable']);
    t.gateway = 'sent';
    expect((await ask(who.mobile)).statusCode).toBe(201);
  });

  it('is not sent to what is no mobile phone', async () => {
    expect((await ask('0755-82000000')).json<Told>()).toMatchObject({ code: 'sign_in.mobile_needed', errors: [{ pointer: '/phone' }] });
    expect((await ask('12345')).json<Told>()).toMatchObject({ code: 'numbers.phone_mainland', errors: [{ pointer: '/phone' }] });
  });
});

describe('a newcomer', () => {
  it('cannot take a number that belongs to somebody with another phone, and cannot try many', async () => {
    const [owner, thief, browser] = [person(20), person(21), t.browser()];
    await t.people.makeParties([{ name: owner.name['zh-CN'], number: owner.number, phone: owner.mobile, assurance: 'self_declared' }]);
    await signInByPhone(t, browser, thief.mobile);
    const claims: [number, string][] = [];
    for (let claim = 0; claim < 6; claim += 1) {
      const answer = await browser.post('/api/v1/me/identity', { name: thief.name['zh-CN'], number: owner.number });
      claims.push([answer.statusCode, answer.json<Told>().code]);
      expect(answer.body).not.toContain(owner.number);
    }
    expect(claims).toEqual([...Array.from({ length: 5 }, () => [409, 'people.claim_at_window']), [429, 'people.too_many_claims']]);
    // Not even a free number any more today: otherwise the answers would tell who is registered.
    expect((await browser.post('/api/v1/me/identity', { name: thief.name['zh-CN'], number: thief.number })).json<Told>().code).toBe('people.too_many_claims');
  });

  it('cannot take a person registered at a window without a phone', async () => {
    const [owner, thief, browser] = [person(22), person(23), t.browser()];
    await t.people.makeParties([{ name: owner.name['zh-CN'], number: owner.number, phone: null, assurance: 'verified_at_window' }]);
    await signInByPhone(t, browser, thief.mobile);
    expect((await browser.post('/api/v1/me/identity', { name: owner.name['zh-CN'], number: owner.number })).json<Told>().code).toBe('people.claim_at_window');
  });

  it('is told which field is wrong: a check digit, a day that is none, a birth to come, no name, a company’s code', async () => {
    const [who, browser] = [person(24), t.browser()];
    await signInByPhone(t, browser, who.mobile);
    const say = async (number: string, name = who.name['zh-CN']) => (await browser.post('/api/v1/me/identity', { name, number })).json<Told>();
    const wrongDigit = who.number.slice(0, 17) + (who.number.endsWith('0') ? '1' : '0');
    expect(await say(wrongDigit)).toMatchObject({ code: 'numbers.check_digit', errors: [{ pointer: '/number' }] });
    expect(await say(`44990019900230001${citizenCheckDigit('44990019900230001')}`)).toMatchObject({ code: 'numbers.impossible_date' });
    expect(await say(`44990020990101001${citizenCheckDigit('44990020990101001')}`)).toMatchObject({ code: 'numbers.future_birth' });
    expect(await say(who.number, ' \u200b ')).toMatchObject({ code: 'people.name_needed', errors: [{ pointer: '/name' }] });
    expect(await say(inventFirm('sign-in', { index: 1 }).creditCode)).toMatchObject({ code: 'people.declare_as_person', errors: [{ pointer: '/number' }] });
  });

  it('saying the same number from two phones at the same moment leaves one owner', async () => {
    const [who, a, b] = [person(25), t.browser(), t.browser()];
    await signInByPhone(t, a, person(26).mobile);
    await signInByPhone(t, b, person(27).mobile);
    const answers = await Promise.all([a, b].map((browser) => browser.post('/api/v1/me/identity', { name: who.name['zh-CN'], number: who.number })));
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 409]);
  });

  it('with two sessions of one phone becomes one person', async () => {
    const [who, other, a, b] = [person(28), person(29), t.browser(), t.browser()];
    await signInByPhone(t, a, who.mobile);
    await letMinutePass(t);
    await signInByPhone(t, b, who.mobile);
    expect((await a.post('/api/v1/me/identity', { name: who.name['zh-CN'], number: who.number })).statusCode).toBe(200);
    expect((await b.post('/api/v1/me/identity', { name: other.name['zh-CN'], number: other.number })).json<Told>().code).toBe('people.phone_taken');
    expect((await b.post('/api/v1/me/identity', { name: who.name['zh-CN'], number: who.number })).json()).toMatchObject({ kind: 'resident' });
  });

  it('is nobody the residents’ routes know', async () => {
    const browser = t.browser();
    expect((await browser.post('/api/v1/me/identity', { name: '某某', number: '12345' })).statusCode).toBe(401);
  });
});
