import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sessionCookie } from '../../server/platform/http/server.ts';
import { testApp, type TestApp } from '../../server/testing/app.ts';
import { inventFirm } from '../../server/testing/people.ts';
import { browserOf, formTo, mountPortal, type Shown } from './browser-for-tests.ts';

let city: TestApp;
beforeAll(async () => {
  city = await testApp();
  await mountPortal(city);
});
afterAll(() => city.drop());

/** 食品经营许可: for persons and for organisations. */
const both = { task: 'YM-01-0206-01', handling: 'YM-01-0206-01-02' };
const area = '440304008003';

let made = 0;
async function somebody(lang = 'zh-CN') {
  const { partyId } = await city.resident({ index: (made += 1) + 2_300 });
  const { token } = await city.app.people.openSessionFor({ kind: 'resident', partyId });
  return { partyId, browser: browserOf(city, { [sessionCookie]: token, lang }) };
}
async function firm(name: string) {
  const { creditCode } = inventFirm('portal-place', { index: 69_100 + (made += 1) });
  const [partyId = ''] = await city.app.people.makeParties([{ name, number: creditCode, kind: 'credit_code', phone: null, assurance: 'verified_at_window' }]);
  return { partyId, name, creditCode };
}
/** Begins an application and comes to the page that asks for whom it is, whatever the item asks before. */
async function toPlace(browser: Awaited<ReturnType<typeof somebody>>['browser']): Promise<Shown> {
  const start = await browser.open(`/items/${both.task}/${both.handling}/start`);
  const first = await browser.send(start, formTo(start, ''));
  return browser.open(`${/^\/apply\/[0-9a-f-]+/.exec(first.path)?.[0] ?? ''}/place`);
}

describe('For whom one applies', () => {
  test.each([['zh-CN', '没有替单位申请的授权'], ['zh-HK', '沒有代機構申請的授權'], ['en', 'no mandate to apply for an organisation']])('who stands for no organisation reads in %s how to get a mandate, and may still apply for himself', async (lang, none) => {
    const me = await somebody(lang);
    const page = await toPlace(me.browser);
    expect(page.text).toContain(none);
    expect(page.html).toContain('href="/agency"');
    const refused = await me.browser.send(page, formTo(page, ''), { area, behalf: 'organisation' });
    expect(refused.status).toBe(422);
    expect((await me.browser.send(page, formTo(page, ''), { area, behalf: 'self' })).path).not.toMatch(/\/place$/);
  });

  test('offered are the organisations one stands for in this item, and no others; another’s code is refused', async () => {
    const me = await somebody();
    const [mine, elsewhere, readOnly, others] = await Promise.all(['一门市甲试验有限公司', '一门市乙试验有限公司', '一门市丙试验有限公司', '一门市丁试验有限公司'].map(firm));
    if (!mine || !elsewhere || !readOnly || !others) throw new Error('no firms');
    await city.app.agency.grantFor(mine.partyId, me.partyId, 'legal_representative');
    await city.app.agency.grantFor(elsewhere.partyId, me.partyId, 'agent', { taskCodes: ['YM-05-0001-01'] });
    await city.app.agency.grantFor(readOnly.partyId, me.partyId, 'agent', { acts: ['read'] });
    const page = await toPlace(me.browser);
    expect(page.text).toContain(mine.name);
    for (const one of [elsewhere, readOnly, others]) expect(page.text).not.toContain(one.name);
    const refused = await me.browser.send(page, formTo(page, ''), { area, behalf: 'organisation', organisation: others.creditCode });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('href="#organisation"');
    const sent = await me.browser.send(page, formTo(page, ''), { area, behalf: 'organisation', organisation: mine.creditCode });
    expect(sent.path).not.toMatch(/\/place$/);
    const check = await me.browser.open(page.path.replace('/place', '/check'));
    for (const told of [mine.name, mine.creditCode]) expect(check.text).toContain(told);
    const again = await me.browser.open(page.path);
    expect(again.html).toMatch(new RegExp(`value="${mine.creditCode}"[^>]*checked|checked[^>]*value="${mine.creditCode}"`));
  });
});
