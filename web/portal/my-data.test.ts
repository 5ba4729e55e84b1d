import { afterAll, beforeAll, expect, it } from 'vitest';
import { allowanceOffice, type AllowanceOffice } from '../../server/testing/allowance-office.ts';
import { sessionCookie } from '../../server/platform/http/server.ts';
import { browserOf, formTo, mountPortal } from './browser-for-tests.ts';

let t: AllowanceOffice;
beforeAll(async () => {
  t = await allowanceOffice();
  await mountPortal(t);
});
afterAll(() => t.drop());

it.each([['zh-CN', '我的信息', '正在办理'], ['zh-HK', '我的資料', '正在辦理'], ['en', 'My data', 'Still being handled']])('a person reads in %s what is kept and what the law keeps', async (lang, title, open) => {
  const { partyId, person } = await t.somebody();
  await t.filedAtWindow(partyId);
  const { token } = await t.app.people.openSessionFor({ kind: 'resident', partyId });
  const browser = browserOf(t, { [sessionCookie]: token, lang });
  expect((await browser.open('/matters')).html).toContain('href="/my-data"');
  const page = await browser.open('/my-data');
  expect(page.status).toBe(200);
  for (const words of [title, open]) expect(page.text).toContain(words);
  expect(page.html).toContain('action="/my-data/erase"');
  expect(page.html).not.toContain(person.number);
});

it.each([['zh-CN', '没有同意', '起同意', '撤回过的'], ['zh-HK', '沒有同意', '起同意', '已撤回的'], ['en', 'Not agreed', 'Agreed since', 'Taken back']])('a person agrees in %s to one use by one button, and takes it back by one', async (lang, none, standing, past) => {
  const { partyId } = await t.somebody();
  const { token } = await t.app.people.openSessionFor({ kind: 'resident', partyId });
  const browser = browserOf(t, { [sessionCookie]: token, lang });
  const page = await browser.open('/my-data');
  expect(page.text).toContain(none);
  expect(page.text).not.toContain(standing);
  const agreed = await browser.send(page, formTo(page, /consent\/give/));
  expect(agreed.path).toBe('/my-data#consents');
  expect(agreed.text).toContain(standing);
  const back = await browser.send(agreed, formTo(agreed, /consent\/withdraw/));
  expect(back.text).not.toContain(standing);
  expect(back.text).toContain(past);
});
