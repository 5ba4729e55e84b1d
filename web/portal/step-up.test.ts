import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowanceOffice, type AllowanceOffice } from '../../server/testing/allowance-office.ts';
import { sessionCookie } from '../../server/platform/http/server.ts';
import { portalSecurityMessages } from '../../contract/messages/portal-security.ts';
import { readMyData } from '../../contract/privacy.ts';
import { browserOf, formTo, mountPortal } from './browser-for-tests.ts';

let t: AllowanceOffice;
beforeAll(async () => {
  t = await allowanceOffice();
  await mountPortal(t);
});
afterAll(() => t.drop());

/** Somebody who signed in too long ago for an act that wants him fresh. */
async function signedInLongAgo(cookies: Record<string, string> = {}) {
  const { partyId, person, client } = await t.somebody();
  await t.filedAtWindow(partyId);
  const { token } = await t.app.people.openSessionFor({ kind: 'resident', partyId });
  await t.fresh.owner.query(`update people.sessions set fresh_at = null where party_id = $1`, [partyId]);
  return { ...browserOf(t, { [sessionCookie]: token, ...cookies }), person, erasure: async () => (await client.good(readMyData, {})).erasure };
}
const lastCode = () => String(t.sms.at(-1)?.params.code);
const words = portalSecurityMessages;

describe('An act that wants its person fresh', () => {
  it.each(['zh-CN', 'zh-HK', 'en'] as const)('asks in %s for a code by telephone, keeps the act, and sends it when its person goes on', async (lang) => {
    const browser = await signedInLongAgo({ lang });
    const mine = await browser.open('/my-data');
    const asked = await browser.send(mine, formTo(mine, /erase/));
    expect([asked.status, await browser.erasure()]).toEqual([403, null]);
    expect(asked.text).toContain(words['again.title'][lang]);
    expect(asked.text).toContain(words['again.kept'][lang]);
    const code = await browser.send(asked, formTo(asked, /^\/step-up$/), { phone: browser.person.mobile });
    const wrong = await browser.send(code, formTo(code, /code/), { code: '000000' === lastCode() ? '000001' : '000000' });
    expect([wrong.status, await browser.erasure()]).toEqual([422, null]);
    const done = await browser.send(wrong, formTo(wrong, /code/), { code: lastCode() });
    expect(done.text).toContain(words['again.done_act'][lang]);
    expect(await browser.erasure()).toBeNull();
    const after = await browser.send(done, formTo(done, /erase/));
    expect([after.status, after.path]).toEqual([200, '/my-data#erase']);
    expect(await browser.erasure()).toMatchObject({ status: 'asked' });
  });

  it('is not opened by a code to a telephone of somebody else', async () => {
    const browser = await signedInLongAgo({ lang: 'en' });
    const { person: other } = await t.somebody();
    const mine = await browser.open('/my-data');
    const asked = await browser.send(mine, formTo(mine, /erase/));
    const code = await browser.send(asked, formTo(asked, /^\/step-up$/), { phone: other.mobile });
    const refused = await browser.send(code, formTo(code, /code/), { code: lastCode() });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(words['again.not_yours'].en);
    expect(await browser.erasure()).toBeNull();
  });

  it('leads a copy of the data there and back to its page, which then gives it', async () => {
    const browser = await signedInLongAgo({ lang: 'en' });
    const asked = await browser.open('/my-data/copy');
    expect(asked.path).toBe('/step-up?next=%2Fmy-data');
    const code = await browser.send(asked, formTo(asked, /^\/step-up$/), { phone: browser.person.mobile });
    const back = await browser.send(code, formTo(code, /code/), { code: lastCode() });
    expect([back.status, back.path]).toEqual([200, '/my-data?confirmed=1']);
    expect(back.text).toContain(words['again.done'].en);
    const copy = await browser.open('/my-data/copy');
    expect([copy.status, copy.path]).toEqual([200, '/api/v1/me/data/export']);
  });

  it.each(['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example'])('never leads to %s, and never sends an act there', async (away) => {
    const browser = await signedInLongAgo({ lang: 'en' });
    const asked = await browser.open(`/step-up?next=${encodeURIComponent(away)}`);
    expect(asked.html).toContain('name="next" value="/"');
    const code = await browser.send(asked, formTo(asked, /^\/step-up$/), { phone: browser.person.mobile, next: away, act: JSON.stringify({ path: away, fields: {} }) });
    const back = await browser.send(code, formTo(code, /code/), { next: away, act: JSON.stringify({ path: away, fields: {} }), code: lastCode() });
    expect(back.path).toBe('/?confirmed=1');
  });
});

describe('The page to sign in', () => {
  const stranger = (lang: string) => browserOf(t, { lang });
  it.each(['zh-CN', 'zh-HK', 'en'])('says in %s what went wrong at the city identity service, and nothing else an address may say', async (lang) => {
    const page = await stranger(lang).open('/sign-in?fault=city_identity.declined');
    expect(page.html).toContain('role="alert"');
    for (const made of ['people.name_needed', 'city_identity.toString', 'elsewhere']) expect((await stranger(lang).open(`/sign-in?fault=${made}`)).html).not.toContain('role="alert"');
  });

  it('offers no city identity service where there is none', async () => {
    expect((await stranger('en').open('/sign-in')).html).not.toContain('/sign-in/city');
  });
});
