import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { inventFirm } from '../server/demo/people.ts';
import { accept, fileOnline, matterOf, newPerson, type Application, type Matter } from './filings.ts';
import { desk, openPage, phone, theCity } from './pages.ts';
import { giveSession, must, residentSession, staffSession, textsTo, type Session } from './sessions.ts';

/** A day to come. */
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** 开办餐饮店一件事: a restaurant of some size with a sign; market, fire safety and city management each have their part. */
const restaurant: Application = {
  taskCode: 'YM-TC-0004-01', handlingItem: 'YM-TC-0004-01-01', answers: { who_files: 'self', area: 'large', want_sign: 'yes', want_drainage: 'no', franchise: 'no' },
  form: {
    business_name: '一门测试小馆', credit_code: inventFirm('journey 70', { index: 40_070 }).creditCode, premises_address: '南湖街道渔民村 5 栋首层', premises_area: 1_600_000, employees: 6, items: ['hot', 'drinks'], online: false,
    safety_manager: '测试员', safety_manager_phone: '15400000909', visit_from: inDays(14), venue_floor: '首层', fire_seats: 60, exits: 2, fire_officer: '测试员', fire_officer_phone: '15400000909', gas: true,
    sign_text: '一门小馆', width_cm: 300, height_cm: 80, depth_cm: 12, material: '铝板', lit: true, installed_on: inDays(27), declaration: true,
  },
  uploads: ['site_plan', 'safety_rules', 'fire_plan', 'fire_layout', 'panorama_photo', 'close_photo', 'health_certificate'], fromCity: ['business_licence'],
};

/** The departments of Luohu that have a part in it. */
const departments = { food: 'YM-440303-market', fire: 'YM-440303-emergency', sign: 'YM-440303-urban_management' } as const;
type Part = keyof typeof departments;
const parts = Object.keys(departments) as readonly Part[];

/** The two security administrators, who appoint. */
type Two = readonly [Session, Session];

/** An officer and an approver of each department, proposed by one security administrator, approved by the other. */
async function office([one, other]: Two, part: Part, role: 'officer' | 'approver'): Promise<Session> {
  const login = `bundle.${part}.${role}`;
  const terms = { kind: 'appoint' as const, reason: '一件事联办', people: [{ login, name: `测试${part}${role}`, posts: [{ institution: departments[part], role }] }] };
  const { change } = await must(one.api.POST('/api/v1/staff-changes', { body: { commandId: randomUUID(), terms } }));
  const { firstPasswords } = await must(other.api.POST('/api/v1/staff-changes/{changeId}/approve', { params: { path: { changeId: change.changeId } }, body: { commandId: randomUUID(), seenSeq: change.seq } }));
  return staffSession(theCity(), login, firstPasswords[0]?.password ?? '');
}

const partOf = (bundle: Matter, element: string) => bundle.parts.find((one) => one.element === element);

/** The bundle once its parts are there: they are filed by the server's own work, a moment after acceptance. */
async function withParts(session: Session, matterId: string): Promise<Matter> {
  await expect.poll(async () => (await matterOf(session, matterId)).parts.filter((part) => part.matterId !== null && part.status === 'accepted').length, { timeout: 90_000 }).toBe(parts.length);
  return matterOf(session, matterId);
}

async function deskAt(session: Session, matterId: string): Promise<Page> {
  const page = await openPage(desk);
  await giveSession(page.context(), session);
  await page.goto(`/workbench/worklist/${matterId}`);
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  return page;
}

/** What takes a link, or ends it. */
const ends: ReadonlySet<string> = new Set(['claim_link', 'record_finding', 'propose_decision', 'approve_decision']);

/** Everything that is left of a part, by the officer and the approver of its department. */
async function workThrough(officer: Session, approver: Session, matterId: string): Promise<void> {
  const act = (matter: Matter) => ({ commandId: randomUUID(), seenSeq: matter.seq });
  for (let steps = 0; steps < 20; steps += 1) {
    for (const session of [officer, approver]) {
      const matter = await matterOf(session, matterId);
      if (matter.status !== 'accepted') return;
      const link = matter.links.find((one) => one.allowed.some((command) => ends.has(command)));
      if (!link) continue;
      const params = { params: { path: { matterId, linkId: link.linkId } } };
      if (link.allowed.includes('claim_link')) await must(session.api.POST('/api/v1/matters/{matterId}/links/{linkId}/claim', { ...params, body: act(matter) }));
      else if (link.allowed.includes('record_finding')) await must(session.api.POST('/api/v1/matters/{matterId}/links/{linkId}/record-finding', { ...params, body: { ...act(matter), finding: 'passed', opinion: '现场与申请一致。' } }));
      else if (link.allowed.includes('propose_decision')) await must(session.api.POST('/api/v1/matters/{matterId}/links/{linkId}/propose-decision', { ...params, body: { ...act(matter), outcome: 'granted', opinion: '符合条件。' } }));
      else await must(session.api.POST('/api/v1/matters/{matterId}/links/{linkId}/approve-decision', { ...params, body: { ...act(matter), opinion: '同意。' } }));
    }
  }
  throw new Error(`${matterId} is not done after twenty steps`);
}

test('one acceptance, three departments at three desks at once, one result', { timeout: 900_000 }, async () => {
  const city = theCity();
  const person = newPerson(70);
  const resident = await residentSession(city, person);
  const receipt = await fileOnline(resident, restaurant);
  const clerk = await staffSession(city, 'clerk');
  await accept(clerk, receipt.matterId);
  const bundle = await withParts(clerk, receipt.matterId);
  const two: Two = [await staffSession(city, 'security'), await staffSession(city, 'security2')];
  const officers = Object.fromEntries(await Promise.all(parts.map(async (part) => [part, await office(two, part, 'officer')]))) as Record<Part, Session>;
  const idOf = (part: Part): string => partOf(bundle, part)?.matterId ?? 'none';

  // The resident has one matter, not four.
  const mine = (await must(resident.api.GET('/api/v1/me/matters'))).matters;
  expect(mine.map((row) => row.matterId)).toEqual([receipt.matterId]);

  // Three desks at once: each takes its own link and ends it; nobody waits for anybody.
  const desks = await Promise.all(parts.map((part) => deskAt(officers[part], idOf(part))));
  await Promise.all(desks.map(async (page) => {
    await page.getByText('属于“开办餐饮店一件事”').waitFor();
    await page.keyboard.press('c');
    await page.getByLabel('意见', { exact: true }).waitFor();
  }));
  await Promise.all(desks.map(async (page) => {
    await page.keyboard.press('g');
    await page.keyboard.type('经审查，符合条件。');
    await page.keyboard.press('Control+Enter');
    await page.getByText('经审查，符合条件。').first().waitFor();
  }));
  for (const part of parts) await expect.poll(async () => (await matterOf(officers[part], idOf(part))).links.filter((link) => link.doneAt !== null).length, { timeout: 90_000 }).toBe(1);

  // The clerk looks at the bundle while the departments end it: its page follows by itself.
  const watching = await deskAt(clerk, receipt.matterId);
  for (const part of parts) await workThrough(officers[part], await office(two, part, 'approver'), idOf(part));
  await watching.getByText('已办结').first().waitFor({ timeout: 90_000 });

  const done = await matterOf(resident, receipt.matterId);
  expect([done.status, done.outcome]).toEqual(['completed', 'granted']);
  expect(done.parts.map((part) => [part.element, part.outcome]).sort()).toEqual([['fire', 'granted'], ['food', 'granted'], ['sign', 'granted']]);
  expect(done.history.filter((entry) => entry.kind === 'decision_made')).toHaveLength(1);
  await theResidentSees(resident, done, person.mobile);
});

/** One result, the parts with their own dates, and nothing said of the parts by themselves. */
async function theResidentSees(resident: Session, bundle: Matter, mobile: string): Promise<void> {
  const page = await openPage(phone);
  await giveSession(page.context(), resident);
  await page.goto(`/matters/${bundle.matterId}`);
  await page.getByText('已办好，结果是准予').waitFor();
  for (const part of bundle.parts) await page.getByText(part.name['zh-CN']).first().waitFor();
  await expect.poll(async () => (await matterOf(resident, bundle.matterId)).papers, { timeout: 90_000 }).toContain('result');
  const told = await textsTo(resident.city, mobile);
  for (const part of bundle.parts) expect(told.filter((text) => text.includes(part.number ?? 'no number')), 'a part is silent').toEqual([]);
}
