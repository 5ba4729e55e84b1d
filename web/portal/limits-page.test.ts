import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../contract/language.ts';
import * as wire from '../../contract/matters.ts';
import { act, allowanceOffice, community, hall, view, type AllowanceOffice } from '../../server/testing/allowance-office.ts';
import { shenzhen } from '../../server/testing/given-matter.ts';
import { virtualTime, type VirtualTime } from '../../server/testing/virtual-time.ts';
import { browserOf, formTo, mountPortal } from './browser-for-tests.ts';

let t: AllowanceOffice;
let time: VirtualTime;
beforeAll(async () => {
  time = virtualTime(shenzhen('2026-11-02'));
  t = await allowanceOffice({ time });
  await mountPortal(t, () => time.clock.now());
});
afterAll(() => t.drop());

const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

async function somebody() {
  const { partyId, client } = await t.somebody();
  /** Signed in anew each time: weeks pass here, and sessions end. */
  const browser = async (cookies: Record<string, string> = {}) => browserOf(t, { yimen_session: (await t.app.people.openSessionFor({ kind: 'resident', partyId })).token, ...cookies });
  return { partyId, client, browser };
}

/** Every page in three languages, on a busy machine. */
const patient = { timeout: 300_000 };

describe('A clock that was stopped', patient, () => {
  test('is a gap in the steps with ground, document and both offices; the same date and sentence stand on the page, in public and in the notice', async () => {
    const person = await somebody();
    const matterId = await t.filedAtWindow(person.partyId);
    await t.accepted(matterId);
    const mine = await t.claimed(t.reviewer, matterId);
    const { matter: open } = await t.reviewer.good(wire.proposeLimitAct, { params: { matterId }, body: { ...act(mine), act: { type: 'special', ground: 'expert_review', document: '深特〔2026〕1号', announcedWorkingDays: 5 }, words: '需要专家评审。' } });
    const proposalId = open.proposals[0]?.proposalId ?? '';
    expect((await (await person.browser()).open(`/matters/${matterId}`)).text).not.toContain('时限变动');
    await t.approver.good(wire.approveLimitAct, { params: { matterId, proposalId }, body: { ...act(open), words: '内部意见' } });
    const matter = await view(person.client, matterId);
    const promised = matter.dues.find((due) => due.limit === 'promised');
    for (const language of languages) {
      const page = await (await person.browser({ lang: language })).open(`/matters/${matterId}`);
      expect(page.text).toContain(promised?.explanation[language]);
      expect(page.html).toContain('ym-strip__day--paused');
      expect(page.html).toContain('ym-step__gap');
      expect(page.html).toContain(`/papers/limit_notice?language=${language}&amp;proposal=${proposalId}`);
      for (const office of [matter.proposals[0]?.proposedByUnit, matter.proposals[0]?.decidedByUnit]) expect(page.text).toContain(office?.[language]);
      expect(page.text).not.toContain('内部意见');
      const known = await browserOf(t, { lang: language }).open(`/progress?number=${matter.number}&code=${matter.checkCode ?? ''}`);
      expect(known.text).toContain(promised?.explanation[language]);
      expect(known.html).toContain('ym-step__gap');
      expect(known.text).toContain('深特〔2026〕1号');
      for (const inside of ['需要专家评审。', '内部意见']) expect(known.text).not.toContain(inside);
    }
  });
});

describe('A correction notice', () => {
  test('has its day on top, with its sentence; answered too late the file may be returned, and then the page says that the way stays open', async () => {
    const person = await somebody();
    const matterId = await t.filedAtWindow(person.partyId);
    const defects = [{ about: 'material' as const, code: 'identity_card', fault: 'unreadable' as const, words: '反面看不清。' }];
    const { matter } = await t.clerk.good(wire.requestCorrection, { params: { matterId }, body: { ...act(await view(t.clerk, matterId)), defects } });
    const due = matter.dues.find((one) => one.limit === 'correction');
    const reader = await person.browser();
    for (const path of [`/matters/${matterId}`, `/matters/${matterId}/supplement`]) {
      const page = await reader.open(path);
      expect(page.html.indexOf('ym-due--hero')).toBeGreaterThan(0);
      expect(page.html.indexOf('ym-due--hero')).toBeLessThan(page.html.indexOf('反面看不清。'));
      expect(page.text).toContain(due?.explanation['zh-CN']);
      expect(page.text).toContain('可能退件');
    }
    time.goTo(shenzhen('2026-12-10'));
    await t.clerk.good(wire.terminateMatter, { params: { matterId }, body: { ...act(await view(t.clerk, matterId)), words: '没有收到补正。' } });
    const returned = await (await person.browser()).open(`/matters/${matterId}`);
    expect(returned.text).toContain('补正期限已过，申请已退回');
    expect(returned.html).toContain('/papers/termination_notice');
    expect((await (await person.browser()).open(`/matters/${matterId}/supplement`)).path).toBe(`/matters/${matterId}`);
  });
});

describe('What the law accepted by silence', () => {
  test('is explained where the matter is looked at', async () => {
    const person = await somebody();
    const matterId = await t.filedAtWindow(person.partyId);
    time.goTo(shenzhen('2026-12-21'));
    await t.app.matters.sweep();
    while ((await t.work()) > 0);
    const page = await (await person.browser()).open(`/matters/${matterId}`);
    expect(page.text).toContain('已视为受理');
    expect(page.text).toContain('行政许可法第三十二条');
    expect(page.html).toContain('/papers/deemed_acceptance_notice');
    expect(page.html).toContain(`/matters/${matterId}/complain`);
    expect(page.html).toContain(`/matters/${matterId}/evaluate/`);
  });
});

/** 优待证: the certificate of a deceased soldier may come later. */
async function withDeferred(person: Awaited<ReturnType<typeof somebody>>): Promise<string> {
  const body = {
    commandId: randomUUID(), taskCode: 'YM-20-0114-01', handlingItem: 'YM-20-0114-01-01', partyId: person.partyId, hall, areaUnit: community, answers: { who_are_you: 'family', filed: 'yes', live: 'yes', applicant: 'self' },
    form: { status: 'family', deceased_soldier: '安国', relation: 'child', card_bank: 'icbc', contact_name: '安宁', contact_phone: '15400009999', address_line: '一门路12号3栋502室', declaration: true },
    materials: [{ materialCode: 'identity_card', form: 'seen_at_window' as const }, { materialCode: 'card_photo', form: 'seen_at_window' as const }, { materialCode: 'survivor_document', form: 'deferred' as const }, { materialCode: 'household_register', form: 'from_city' as const }],
  };
  const { matterId } = await t.clerk.good(wire.fileMatter, { body });
  await t.accepted(matterId);
  return matterId;
}

describe('A material that was to come later', () => {
  test('is handed in from the phone: nothing chosen is said, a script is refused, a picture counts, a second click changes nothing', async () => {
    const person = await somebody();
    const matterId = await withDeferred(person);
    const reader = await person.browser();
    const due = (await view(person.client, matterId)).dues.find((one) => one.limit === 'deferred');
    const matter = await reader.open(`/matters/${matterId}`);
    expect(matter.html).toContain(`href="/matters/${matterId}/deferred"`);
    const page = await reader.open(`/matters/${matterId}/deferred`);
    expect(page.text).toContain(due?.explanation['zh-CN']);
    const field = 'file.survivor_document';
    const empty = await reader.upload(page, formTo(page, ''), '', Buffer.alloc(0), field);
    expect([empty.status, empty.text]).toEqual([422, expect.stringContaining('请至少选择一个文件再提交')]);
    const script = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\ntrailer<</Root 1 0 R>>');
    const refused = await reader.upload(page, formTo(page, ''), '证明.pdf', script, field);
    expect(refused.html).toMatch(/id="m-survivor_document-error"[^>]*>.*证明\.pdf: /);
    const done = await reader.upload(page, formTo(page, ''), '证明.png', picture, field);
    expect([done.path, done.text]).toEqual([`/matters/${matterId}?handed=1`, expect.stringContaining('材料已补交')]);
    expect((await reader.upload(page, formTo(page, ''), '证明.png', picture, field)).path).toBe(`/matters/${matterId}?handed=1`);
    const after = await view(person.client, matterId);
    expect(after.history.filter((entry) => entry.kind === 'deferred_handed_in')).toHaveLength(1);
    expect(after.materials.find((one) => one.materialCode === 'survivor_document')).toMatchObject({ form: 'uploaded', files: [{ name: '证明.png' }] });
    expect((await reader.open(`/matters/${matterId}/deferred`)).path).toBe(`/matters/${matterId}`);
  });

  test('of somebody else is no page at all', async () => {
    const matterId = await withDeferred(await somebody());
    expect((await (await (await somebody()).browser()).open(`/matters/${matterId}/deferred`)).status).toBe(404);
  });
});
