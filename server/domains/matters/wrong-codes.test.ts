import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../../contract/language.ts';
import * as wire from '../../../contract/matters.ts';
import { addressOf } from '../../testing/app.ts';
import { allowanceOffice, view, type AllowanceOffice } from '../../testing/allowance-office.ts';

let t: AllowanceOffice;
let number: string;
let code: string;
beforeAll(async () => {
  t = await allowanceOffice();
  const { partyId, client } = await t.somebody();
  const matter = await view(client, await t.filedAtWindow(partyId));
  [number, code] = [matter.number, matter.checkCode ?? ''];
});
afterAll(() => t.drop());

/** A look-up from an address, as a proxy on this machine hands it on. */
const look = async (from: string, typed: string, language = 'en') => {
  const answer = await t.app.http.inject({ method: 'GET', url: addressOf(wire.getProgress, { query: { number, code: typed } }), headers: { 'x-forwarded-for': from, 'accept-language': language } });
  return { status: answer.statusCode, problem: answer.json<{ code: string; title: string; params: Record<string, number> }>() };
};
const verify = async (from: string) =>
  (await t.app.http.inject({ method: 'GET', url: addressOf(wire.verifyResult, { params: { resultNumber: `${number}-J` }, query: { code: 'ZZZZZZ' } }), headers: { 'x-forwarded-for': from } })).json<{ code: string }>().code;
const wrong = (): string => (code === '222222' ? '333333' : '222222');

describe('guessing check codes (C-AV-1)', () => {
  it('twenty wrong ones an hour from one address, over progress and results together; then not even the right one, and from elsewhere nothing has changed', async () => {
    for (let n = 0; n < 10; n += 1) expect((await look('198.51.100.7', wrong())).problem.code).toBe('progress.unknown');
    for (let n = 0; n < 10; n += 1) expect(await verify('198.51.100.7')).toBe('results.unknown');
    const late = await look('198.51.100.7', wrong());
    expect(late).toMatchObject({ status: 429, problem: { code: 'progress.too_many_guesses', params: { minutes: 60 } } });
    expect((await look('198.51.100.7', code)).status).toBe(429);
    expect(await verify('198.51.100.7')).toBe('progress.too_many_guesses');
    expect((await look('198.51.100.8', code)).status).toBe(200);
    const titles = await Promise.all(languages.map(async (language) => (await look('198.51.100.7', code, language)).problem.title));
    expect(new Set(titles).size).toBe(3);
    for (const title of titles) expect(title).toContain('60');
  });

  it('is over an hour after the first of them', async () => {
    const age = (interval: string) => t.fresh.owner.query(`update platform.tries set window_from = window_from - $1::interval`, [interval]);
    await age('59 minutes');
    expect((await look('198.51.100.7', code))).toMatchObject({ status: 429, problem: { params: { minutes: 1 } } });
    await age('1 minute');
    expect((await look('198.51.100.7', code)).status).toBe(200);
  });

  it('right look-ups are never counted, however many share an address, and write nothing', async () => {
    for (let n = 0; n < 25; n += 1) expect((await look('198.51.100.9', code.toLowerCase())).status).toBe(200);
    const { rows } = await t.fresh.owner.query<{ tries: number }>('select count(*)::int as tries from platform.tries');
    expect(rows).toEqual([{ tries: 1 }]);
  });

  it('counts all addresses of one IPv6 subscriber together', async () => {
    for (let n = 1; n <= 20; n += 1) await look(`2001:db8:1:2::${n.toString(16)}`, wrong());
    expect((await look('2001:db8:1:2:ffff::1', code)).status).toBe(429);
    expect((await look('2001:db8:1:3::1', code)).status).toBe(200);
  });
});
