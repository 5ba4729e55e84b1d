import { afterAll, beforeAll, expect, it } from 'vitest';
import { allowanceOffice, type AllowanceOffice } from '../../server/testing/allowance-office.ts';
import { sessionCookie } from '../../server/platform/http/server.ts';
import { browserOf, mountPortal } from './browser-for-tests.ts';

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
