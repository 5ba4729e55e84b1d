import { afterAll, beforeAll, expect, it } from 'vitest';
import * as wire from '../../contract/access-log.ts';
import { getMatter } from '../../contract/matters.ts';
import { allowanceOffice, type AllowanceOffice } from '../../server/testing/allowance-office.ts';
import { sessionCookie } from '../../server/platform/http/server.ts';
import { browserOf, mountPortal } from './browser-for-tests.ts';

let t: AllowanceOffice;
beforeAll(async () => {
  t = await allowanceOffice();
  await mountPortal(t);
});
afterAll(() => t.drop());

it.each([['zh-CN', '谁查看过我的信息', '完整证件号码', '核对身份'], ['zh-HK', '誰查看過我的資料', '完整證件號碼', '核對身份'], ['en', 'Who looked at my information', 'The number in full', 'To check who it is']])('a person reads in %s who looked, by office and post, page by page, without script', async (lang, title, field, purpose) => {
  const { partyId, person } = await t.somebody();
  const matterId = await t.filedAtWindow(partyId);
  for (let n = 0; n < 55; n += 1) await t.clerk.good(getMatter, { params: { matterId } });
  await t.clerk.good(wire.reveal, { params: { matterId }, body: { party: 'applicant', field: 'number', purpose: 'check_identity' } });
  const { token } = await t.app.people.openSessionFor({ kind: 'resident', partyId });
  const browser = browserOf(t, { [sessionCookie]: token, lang });
  expect((await browser.open('/matters')).html).toContain('href="/who-looked"');
  const first = await browser.open('/who-looked');
  expect(first.status).toBe(200);
  for (const words of [title, field, purpose]) expect(first.text).toContain(words);
  expect(first.html).not.toContain(person.number);
  const older = /href="(\/who-looked\?before=[^"]+)"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const second = await browser.open(older);
  expect(second.status).toBe(200);
  expect(first.html.match(/class="pt-card"/g)?.length).toBe(50);
  expect(second.html.match(/class="pt-card"/g)?.length).toBeGreaterThanOrEqual(6);
  expect((await browser.open('/who-looked?before=yesterday')).status).toBe(404);
});
