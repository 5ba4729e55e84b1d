import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { accept, askForCorrection, fileOnline, matterOf, newPerson, permit, type Matter } from './filings.ts';
import { ownTime, type OwnTime } from './own-time.ts';
import { desk, openPage, phone } from './pages.ts';
import { giveSession, must, phoneSession, residentSession, staffSession, type Session } from './sessions.ts';
import { startCity, type StartedCity } from './start-city.ts';
import { paper } from './documents.ts';

/** One matter, seen by those who may see it: each through the API and on a page of his own. */
interface Seers {
  readonly resident?: Session;
  readonly clerk: Session;
  readonly officer: Session;
  readonly supervisor: Session;
}

const promisedOf = (matter: Matter) => matter.dues.find((due) => due.limit === 'promised');

/** The page where somebody sees the matter. */
async function pageFor(city: StartedCity, session: Session, path: string, options: typeof phone | typeof desk): Promise<Page> {
  const page = await openPage(options, city);
  await giveSession(page.context(), session);
  await page.goto(path);
  return page;
}

/** The promised date, its sentence and its strip of days are the same for all four, in the answers and on the pages. */
async function expectOneDate(city: StartedCity, seers: Seers, matterId: string): Promise<string> {
  const views = await Promise.all([seers.resident, seers.clerk, seers.officer, seers.supervisor].flatMap((session) => (session ? [matterOf(session, matterId)] : [])));
  const dues = views.map(promisedOf);
  expect(new Set(dues.map((due) => JSON.stringify([due?.dueOn, due?.dueAt, due?.light, due?.explanation, due?.strip]))).size, 'one date for everybody').toBe(1);
  const sentence = dues[0]?.explanation['zh-CN'] ?? 'no sentence';
  const pages = [
    ...(seers.resident ? [await pageFor(city, seers.resident, `/matters/${matterId}`, phone)] : []), await pageFor(city, seers.clerk, `/workbench/worklist/${matterId}`, desk), await pageFor(city, seers.officer, `/workbench/worklist/${matterId}`, desk),
    await pageFor(city, seers.supervisor, `/workbench/supervision?matter=${matterId}`, desk),
  ];
  for (const page of pages) await expect.poll(() => page.locator('body').evaluate((body) => body.textContent.replace(/\s+/g, '')), { timeout: 90_000 }).toContain(sentence.replace(/\s+/g, ''));
  for (const page of pages) await page.close();
  return dues[0]?.dueAt ?? '';
}

test('filed, corrected, stopped by a special procedure, overdue, ordered, answered and closed: four people see one date all the way', { timeout: 900_000 }, async () => {
  const city = await startCity({ demo: true });
  const time = await ownTime(city);
  try {
    await journey(city, time);
  } finally {
    await city.stop();
  }
});

async function journey(city: StartedCity, time: OwnTime): Promise<void> {
  const person = newPerson(60);
  const staff = async () => ({ clerk: await staffSession(city, 'clerk'), officer: await staffSession(city, 'officer'), approver: await staffSession(city, 'approver'), supervisor: await staffSession(city, 'supervisor') });
  let resident = await residentSession(city, person);
  let office = await staff();
  const { matterId } = await fileOnline(resident, permit);

  // 一次性告知, answered from the telephone.
  await askForCorrection(office.clerk, matterId, 'identity_card', '号码看不清，请重拍正面。');
  const telephone = await pageFor(city, resident, `/matters/${matterId}/supplement`, phone);
  await telephone.getByLabel('选择文件或拍照：居民身份证').setInputFiles(paper('Identity card, again'));
  await telephone.getByRole('button', { name: '提交补正' }).last().click();
  await telephone.getByText('补正已提交').waitFor();
  await telephone.close();
  await accept(office.clerk, matterId);
  await expectOneDate(city, { ...office, resident }, matterId);

  // 特别程序 by two persons, each at his own desk; ended two days later.
  const officer = await pageFor(city, office.officer, `/workbench/worklist/${matterId}`, desk);
  await officer.getByRole('heading', { level: 2, name: /^居住/ }).waitFor();
  await officer.keyboard.press('c');
  await officer.getByLabel('意见', { exact: true }).waitFor();
  await propose(officer, '特别程序', async (sheet) => {
    await sheet.getByLabel('法定事由').selectOption('appraisal');
    await sheet.getByLabel('告知申请人的时间（工作日）').fill('8');
  });
  await approve(city, office.approver, matterId);
  await expectOneDate(city, { ...office, resident }, matterId);
  expect(promisedOf(await matterOf(resident, matterId))?.light).toBe('paused');
  await officer.close();

  await leap(time, Date.parse(await time.now()) + 2 * 86_400_000);
  office = await staff();
  const again = await pageFor(city, office.officer, `/workbench/worklist/${matterId}`, desk);
  await again.getByRole('heading', { level: 2, name: /^居住/ }).waitFor();
  await propose(again, '结束', async () => undefined);
  await approve(city, office.approver, matterId);
  await again.close();
  const dueAt = await expectOneDate(city, office, matterId);

  // Overdue: nobody does anything until the promised date has passed.
  await leap(time, Date.parse(dueAt) + 3_600_000);
  [resident, office] = [await signedInAgain(city, person.mobile), await staff()];
  const orderId = await orderOn(office.supervisor, matterId);
  expect(promisedOf(await matterOf(resident, matterId))?.light).toBe('red');
  await expectOneDate(city, { ...office, resident }, matterId);

  // 督办: answered by the department, closed by the supervisor.
  const answering = await pageFor(city, office.officer, `/workbench/orders/${orderId}`, desk);
  await answering.locator('#order-words').fill('鉴定结论迟到两日，今日内提出决定。');
  await answering.keyboard.press('Control+Enter');
  await orderIs(office.supervisor, orderId, 'replied');
  await answering.close();
  const judging = await pageFor(city, office.supervisor, `/workbench/orders/${orderId}`, desk);
  await judging.getByText('鉴定结论迟到两日，今日内提出决定。').first().waitFor();
  await judging.keyboard.press('g');
  await judging.locator('#ground-put_right').check();
  await judging.locator('#order-words').fill('情况属实，予以办结，请加快办理。');
  await judging.keyboard.press('Control+Enter');
  await orderIs(office.supervisor, orderId, 'closed');
  await judging.getByText('情况属实，予以办结，请加快办理。').first().waitFor();
  await judging.close();
  await expectOneDate(city, { ...office, resident }, matterId);
}

/** Signs in by telephone once more; the gateway sends a number one code a minute, whatever time the city has. */
async function signedInAgain(city: StartedCity, mobile: string): Promise<Session> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await phoneSession(city, mobile);
    } catch (error) {
      if (tries >= 14) throw error;
      await new Promise((later) => setTimeout(later, 5_000));
    }
  }
}

/** Moves the city's time on, as if its server had been out of service meanwhile. */
const leap = (time: OwnTime, to: number): Promise<void> => time.jumpTo(new Date(to).toISOString());

/** Proposes an act on the limits in its sheet, with document and reason. */
async function propose(page: Page, kind: string, fill: (sheet: ReturnType<Page['getByRole']>) => Promise<void>): Promise<void> {
  await page.keyboard.press('m');
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('radio', { name: new RegExp(kind) }).check();
  await fill(sheet);
  await sheet.getByLabel('文号').fill(`测〔2026〕${randomUUID().slice(0, 4)} 号`);
  await sheet.getByLabel('理由').fill('需要鉴定材料真伪。');
  await page.keyboard.press('Control+Enter');
  await sheet.waitFor({ state: 'detached' });
  await page.getByText(/^等待审批/).first().waitFor();
}

/** The second person agrees at his own desk. */
async function approve(city: StartedCity, approver: Session, matterId: string): Promise<void> {
  const page = await pageFor(city, approver, `/workbench/worklist/${matterId}`, desk);
  await page.getByText(/^等待审批/).first().waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('Control+Enter');
  await page.getByText(/^等待审批/).first().waitFor({ state: 'detached' });
  await page.close();
}

/** Waits until the order stands so. */
async function orderIs(supervisor: Session, orderId: string, status: string): Promise<void> {
  await expect.poll(async () => (await must(supervisor.api.GET('/api/v1/orders/{orderId}', { params: { path: { orderId } } }))).status, { timeout: 90_000 }).toBe(status);
}

/** The order that the breach opens by itself, for the promise or for the statutory limit. */
async function orderOn(supervisor: Session, matterId: string): Promise<string> {
  const find = async () => (await must(supervisor.api.GET('/api/v1/matters/{matterId}/orders', { params: { path: { matterId } } }))).orders;
  await expect.poll(async () => (await find()).length, { timeout: 180_000, interval: 1_000 }).toBeGreaterThan(0);
  return (await find())[0]?.orderId ?? '';
}
