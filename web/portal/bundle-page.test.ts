import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../contract/language.ts';
import * as wire from '../../contract/matters.ts';
import { act, community, hall, view } from '../../server/testing/allowance-office.ts';
import { testApp, type Client, type TestApp } from '../../server/testing/app.ts';
import { browserOf, formTo, mountPortal } from './browser-for-tests.ts';

const newborn = 'YM-TC-0003-01';
const answers = { want_vaccination: 'yes', want_insurance: 'no', want_card: 'no', follow: 'mother', follow_hukou: 'yes', parents: 'married' };
const form = { child_name: '陈小满', child_sex: 'female', child_born_on: '2026-11-01', nationality: '汉族', household_address: '一门路12号3栋502室', you_are: 'mother', both: false, order: 1, vaccination_site: '一门社康（虚构）', declaration: true };

let t: TestApp;
let clerk: Client;
beforeAll(async () => {
  t = await testApp();
  await mountPortal(t, () => t.app.clock.now());
  clerk = (await t.staff('clerk', [{ institution: hall, role: 'window_clerk' }])).client;
});
afterAll(() => t.drop());

const browserFor = async (partyId: string, cookies: Record<string, string> = {}) => browserOf(t, { yimen_session: (await t.app.people.openSessionFor({ kind: 'resident', partyId })).token, ...cookies });

describe('A bundle (一件事), opened by anybody', () => {
  test('stands on the first page and is marked where it is found', async () => {
    for (const lang of languages) {
      const browser = browserOf(t, { lang });
      const names = { 'zh-CN': '新生儿出生一件事', 'zh-HK': '新生兒出生一件事', en: 'A newborn child, in one' };
      expect((await browser.open('/')).text).toContain(names[lang]);
      const found = await browser.open(`/items?text=${encodeURIComponent('上户口')}`);
      expect(found.html).toMatch(new RegExp(`${names[lang]}</a> <span class="ym-tag`));
    }
  });

  test('says who does what, after what, what decides the date, and what is handed in once', async () => {
    for (const lang of languages) {
      const { text } = await browserOf(t, { lang }).open(`/items/${newborn}`);
      expect(text).toContain({ 'zh-CN': '分开办要申请5次，现在申请1次', 'zh-HK': '分開辦要申請5次，現在申請1次', en: 'one application instead of 5' }[lang]);
      expect(text).toContain({ 'zh-CN': '最长的一条线决定：出生登记（入户）（3个工作日），然后孩子的社会保障卡（5个工作日），合计8个工作日', 'zh-HK': '最長的一條線決定：出生登記（入戶）（3個工作日），然後孩子的社會保障卡（5個工作日），合計8個工作日', en: 'The longest line decides: Household registration (3 working days), then Social security card of the child (5 working days), 8 working days together' }[lang]);
      expect(text).toContain({ 'zh-CN': '等“出生登记（入户）”办完后开始', 'zh-HK': '等「出生登記（入戶）」辦完後開始', en: 'Begins when Household registration is done' }[lang]);
      expect(text).toContain({ 'zh-CN': '交一次，用于：出生登记（入户）、生育登记', 'zh-HK': '交一次，用於：出生登記（入戶）、生育登記', en: 'Handed in once, for: Household registration, Birth registration' }[lang]);
    }
  });
});

describe('Applying for a bundle', { timeout: 300_000 }, () => {
  test('asks for what the case needs and once; what is no longer in the case is dropped; the receipt and the matter show its items', async () => {
    const { partyId, client } = await t.resident({ index: 311 });
    const browser = await browserFor(partyId);
    const draft = await client.good(wire.openDraft, { body: { taskCode: newborn, handlingItem: 'YM-TC-0003-01-01' } });
    const path = `/apply/${draft.draftId}`;
    const saved = await client.good(wire.saveDraft, { params: { draftId: draft.draftId }, body: { version: draft.version, areaUnit: community, answers: { ...answers, want_card: 'yes' }, form: { ...form, card_bank: 'icbc', delivery: 'pick_up', relation: 'child', guardian_phone: '15400000001' } } });
    expect((await browser.open(`${path}/check`)).text).toContain('由哪家银行制卡');
    // The card is not wanted after all: answered on the page itself.
    const page = await browser.open(`${path}/situation`);
    expect(page.text).toContain('孩子的社会保障卡');
    const [situation] = [formTo(page, /^$|situation/)];
    await browser.send(page, situation, { 'q.want_card': 'no' });
    const kept = await client.good(wire.getDraft, { params: { draftId: draft.draftId } });
    expect(Object.keys(kept.form).sort()).toEqual(Object.keys(form).sort());
    expect(saved.version).toBeLessThan(kept.version);
    const check = await browser.open(`${path}/check`);
    expect(check.text).not.toContain('由哪家银行制卡');
    expect(check.text).toContain('不办: 少儿医保参保、孩子的社会保障卡');
    expect((await browser.open(`${path}/form/household_child`)).text).toContain('填一次，3个事项共用');
    const asked = (await client.good(wire.checkDraft, { params: { draftId: draft.draftId } })).requiredMaterials;
    const papers = asked.filter((one) => !one.filled_by_form).map((one) => ({ materialCode: one.material_code, form: one.source_type === 'government' ? ('from_city' as const) : ('seen_at_window' as const) }));
    const filedForm = { taskCode: newborn, handlingItem: 'YM-TC-0003-01-01', areaUnit: community, answers, form, materials: papers };
    const receipt = await clerk.good(wire.fileMatter, { body: { ...filedForm, commandId: randomUUID(), partyId, hall } });
    await clerk.good(wire.acceptMatter, { params: { matterId: receipt.matterId }, body: act(await view(clerk, receipt.matterId)) });
    while ((await t.work()) > 0);
    const matter = await client.good(wire.getMatter, { params: { matterId: receipt.matterId } });
    expect(matter.parts.map((part) => [part.element, part.status])).toEqual([['household', 'accepted'], ['birth', 'accepted'], ['vaccination', 'accepted']]);
    expect((await browser.open(`/matters/${receipt.matterId}/receipt`)).text).toMatch(/这张回执包括/);
    const own = await browser.open(`/matters/${receipt.matterId}`);
    for (const part of matter.parts) expect(own.text).toContain(part.number ?? '');
    // 一件事, one line: its items are not in the list of one's matters.
    expect((await client.good(wire.myMatters, {})).matters.map((row) => row.number)).toEqual([receipt.number]);
  });
});
