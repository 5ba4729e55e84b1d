import { afterAll, beforeAll, expect, it } from 'vitest';
import { allowanceOffice, type AllowanceOffice } from '../../server/testing/allowance-office.ts';
import { sessionCookie } from '../../server/platform/http/server.ts';
import { inventFirm } from '../../server/testing/people.ts';
import { browserOf, formTo, mountPortal } from './browser-for-tests.ts';

let t: AllowanceOffice;
beforeAll(async () => {
  t = await allowanceOffice();
  await mountPortal(t);
});
afterAll(() => t.drop());

async function reader(lang = 'zh-CN') {
  const somebody = await t.somebody();
  const { token } = await t.app.people.openSessionFor({ kind: 'resident', partyId: somebody.partyId });
  return { ...somebody, browser: browserOf(t, { [sessionCookie]: token, lang }) };
}
/** A day within the two years a mandate may last. */
const nextYear = { 'until.year': String(new Date().getUTCFullYear() + 1), 'until.month': '6', 'until.day': '30' };

it.each([['zh-CN', '代理授权', '有效', '已结束'], ['zh-HK', '代理授權', '有效', '已結束'], ['en', 'Acting for others', 'standing', 'ended']])('a person names another in %s, both see it, and it is ended, without script', async (lang, title, standing, over) => {
  const [me, other] = [await reader(lang), await reader(lang)];
  expect((await me.browser.open('/matters')).html).toContain('href="/agency"');
  const form = await me.browser.open('/agency/give');
  expect(form.status).toBe(200);
  const given = await me.browser.send(form, formTo(form, /agency\/give/), { agentName: other.person.name['zh-CN'], agentNumber: other.person.number, ...nextYear });
  expect(given.text).toContain(title);
  expect(given.path).toBe('/agency?given=1');
  expect(given.text).toContain(standing);
  expect(given.html).not.toContain(other.person.number);
  expect((await other.browser.open('/agency')).text).toContain(standing);
  const endPath = /href="(\/agency\/[0-9a-f-]+\/end)"/.exec(given.html)?.[1] ?? '';
  const asked = await me.browser.open(endPath);
  const ended = await me.browser.send(asked, formTo(asked, ''));
  expect(ended.path).toBe('/agency?ended=1');
  expect(ended.text).toContain(over);
  expect(ended.html).not.toContain('/end"');
  const stranger = await reader(lang);
  expect((await stranger.browser.open(endPath)).status).toBe(404);
});

it('refusals stand beside their fields, and what was typed stays', async () => {
  const me = await reader();
  const form = await me.browser.open('/agency/give');
  const send = (changes: Record<string, string | null>) => me.browser.send(form, formTo(form, /agency\/give/), { agentName: '无人', agentNumber: me.person.number, ...nextYear, ...changes });
  const unknown = await send({});
  expect(unknown.status).toBe(422);
  expect(unknown.text).toContain('没有找到号码和姓名都相符的人');
  expect(unknown.html).toContain('id="number-error"');
  expect(unknown.html).toContain('value="无人"');
  const self = await send({ agentName: me.person.name['zh-CN'] });
  expect(self.text).toContain('不能授权给自己');
  const empty = await send({ agentName: '', agentNumber: '', acts: null, which: 'some', 'until.month': '13' });
  for (const id of ['name', 'number', 'acts', 'items', 'until']) expect(empty.html, id).toContain(`href="#${id}"`);
});

it('whoever stands for a firm names its manager there', async () => {
  const [boss, manager] = [await reader(), await reader()];
  const [firmId = ''] = await t.app.people.makeParties([{ name: '一门市授权试验有限公司', number: inventFirm('portal-agency', { index: 69_001 }).creditCode, kind: 'credit_code', phone: null, assurance: 'verified_at_window' }]);
  await t.app.agency.grantFor(firmId, boss.partyId, 'legal_representative');
  const form = await boss.browser.open('/agency/give');
  expect(form.text).toContain('一门市授权试验有限公司');
  const given = await boss.browser.send(form, formTo(form, /agency\/give/), { principalId: firmId, role: 'manager', agentName: manager.person.name['zh-CN'], agentNumber: manager.person.number, ...nextYear });
  expect(given.path).toBe('/agency?given=1');
  expect(given.text).toContain('管理人');
  expect((await manager.browser.open('/agency')).text).toContain('一门市授权试验有限公司');
});
