import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../contract/language.ts';
import * as wire from '../../contract/matters.ts';
import * as promises from '../../contract/promises.ts';
import { act, community, hall, openLink, view } from '../../server/testing/allowance-office.ts';
import { testApp, type Client, type TestApp } from '../../server/testing/app.ts';
import { browserOf, formTo, mountPortal } from './browser-for-tests.ts';

const kennels = 'YM-440303-urban_management';
const answers = { breed: 'no', keeper: 'person', home: 'rented', number: 'one', assist: 'no' };
const form = { dog_name: '阿福', breed: '中华田园犬', dog_sex: 'male', dog_born_on: '2024-03-01', coat: '黄', neutered: true, vaccinated_on: '2026-10-01', chipped: false, address_line: '一门路12号3栋502室', dogs_at_home: 1, declaration: true };
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

let t: TestApp;
const staff: Record<'clerk' | 'officer' | 'approver', Client> = {} as never;
beforeAll(async () => {
  t = await testApp();
  await mountPortal(t, () => t.app.clock.now());
  staff.clerk = (await t.staff('clerk', [{ institution: hall, role: 'window_clerk' }])).client;
  staff.officer = (await t.staff('officer', [{ institution: kennels, role: 'officer' }])).client;
  staff.approver = (await t.staff('approver', [{ institution: kennels, role: 'approver' }])).client;
});
afterAll(() => t.drop());

const browserFor = async (partyId: string, cookies: Record<string, string> = {}) => browserOf(t, { yimen_session: (await t.app.people.openSessionFor({ kind: 'resident', partyId })).token, ...cookies });

/** A dog to register: everything in the draft but the papers. */
async function draftOf(client: Client): Promise<string> {
  const draft = await client.good(wire.openDraft, { body: { taskCode: 'YM-07-0005-01', handlingItem: 'YM-07-0005-01-01' } });
  await client.good(wire.saveDraft, { params: { draftId: draft.draftId }, body: { version: draft.version, areaUnit: community, answers, form } });
  return draft.draftId;
}

async function decidedAndRevoked(matterId: string): Promise<void> {
  const { clerk, officer, approver } = staff;
  await clerk.good(wire.acceptMatter, { params: { matterId }, body: act(await view(clerk, matterId)) });
  const link = openLink(await view(officer, matterId));
  await officer.good(wire.claimLink, { params: link, body: act(await view(officer, matterId)) });
  await officer.good(wire.proposeDecision, { params: link, body: { ...act(await view(officer, matterId)), outcome: 'granted', opinion: '符合条件' } });
  await officer.good(promises.checkPromise, { params: { matterId }, body: { ...act(await view(officer, matterId)), materialCode: 'lease_or_title', kept: false, words: '房屋已退租' } });
  const proposalId = (await view(approver, matterId)).revocation?.proposalId ?? '';
  await approver.good(promises.approveRevocation, { params: { matterId, proposalId }, body: { ...act(await view(approver, matterId)), words: '查实，同意撤销' } });
  await t.work();
}

describe('Vouching from home (告知承诺)', { timeout: 300_000 }, () => {
  test('the page says what is vouched for and what follows, takes the own name alone, and the receipt, the matter and the record say what became of it', async () => {
    const { person, partyId, client } = await t.resident({ index: 301 });
    const name = person.name['zh-CN'];
    const draftId = await draftOf(client);
    const path = `/apply/${draftId}/materials`;
    for (const language of languages) {
      const page = await (await browserFor(partyId, { lang: language })).open(path);
      expect(page.text).toContain({ 'zh-CN': '我住在申请表填写的地址', 'zh-HK': '我住在申請表填寫的地址', en: 'I live at the address in the form' }[language]);
      expect(page.text).toContain({ 'zh-CN': '结果会被撤销', 'zh-HK': '結果會被撤銷', en: 'the result is taken back' }[language]);
    }
    const browser = await browserFor(partyId);
    const vouch = async (text: string) => {
      const page = await browser.open(path);
      return browser.send(page, formTo(page, /lease_or_title\/form$/), { name: text });
    };
    const wrong = await vouch('别人');
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('与实名登记的姓名一致')]);
    expect((await client.good(wire.getDraft, { params: { draftId } })).materials.some((one) => one.form === 'promised')).toBe(false);
    const right = await vouch(name);
    expect(right.text).toContain(`${name} 已承诺`);
    for (const materialCode of ['identity_card', 'dog_photo', 'rabies_certificate']) expect((await client.upload(wire.attachFile, { draftId, materialCode }, { name: `${materialCode}.png`, content: picture })).status).toBe(201);
    const { matterId } = await client.good(wire.fileDraft, { params: { draftId }, body: { commandId: crypto.randomUUID() } });
    const receipt = await browser.open(`/matters/${matterId}/receipt`);
    expect(receipt.text).toContain('我住在申请表填写的地址');
    expect(receipt.text).toContain(`承诺人：${name}`);
    await decidedAndRevoked(matterId);
    const matter = await browser.open(`/matters/${matterId}`);
    for (const said of ['撤销', '承诺与事实不符：房屋租赁合同或产权证明', '查实，同意撤销', '已核查，不实']) expect(matter.text).toContain(said);
    expect(matter.text, 'what the officer wrote for the office stays there').not.toContain('房屋已退租');
    expect(matter.html).toContain(`/matters/${matterId}/complain`);
    const mine = await view(client, matterId);
    const verified = await browserOf(t).open(`/results?number=${mine.resultNumber ?? ''}&code=${mine.checkCode ?? ''}`);
    expect(verified.text).toContain('结果已于');
    for (const language of languages) {
      const record = await (await browserFor(partyId, { lang: language })).open('/promises');
      expect(record.status).toBe(200);
      expect(record.text).toContain({ 'zh-CN': '承诺不实', 'zh-HK': '承諾不實', en: 'Promise broken' }[language]);
      expect(record.html).toContain(`/matters/${matterId}/complain`);
    }
    const again = await (await browserFor(partyId)).open(`/apply/${await draftOf(client)}/materials`);
    expect(again.text).toContain(`办件 ${mine.number} 中的承诺与事实不符`);
    expect(again.text).not.toContain('用承诺代替（告知承诺）');
  });

  test('the record of somebody who never gave his word is empty and says so; without signing in it is nobody’s', async () => {
    const { partyId } = await t.resident({ index: 302 });
    expect((await (await browserFor(partyId)).open('/promises')).text).toContain('还没有记录');
    expect((await browserOf(t).open('/promises')).path).toContain('/sign-in');
  });
});
