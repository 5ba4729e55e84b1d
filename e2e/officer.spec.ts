import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { accept, fileOnline, matterOf, newPerson, permit, registration } from './filings.ts';
import { desk, openPage, phone, theCity } from './pages.ts';
import { giveSession, residentSession, staffSession, textsTo, type Session } from './sessions.ts';

/** A desk of the workbench, signed in, with a matter open. */
async function deskOf(session: Session, matterId: string): Promise<Page> {
  const page = await openPage(desk);
  await giveSession(page.context(), session);
  await page.goto(`/workbench/worklist/${matterId}`);
  await page.getByRole('heading', { level: 2, name: /^居住/ }).waitFor();
  return page;
}

const opinionOf = (page: Page) => page.getByLabel('意见', { exact: true });

/** Whether a call answers a PDF. */
async function isPdf(page: Page, path: string): Promise<boolean> {
  const answer = await page.context().request.get(path);
  return answer.status() === 200 && (await answer.body()).subarray(0, 5).toString('latin1') === '%PDF-';
}

test('an officer proposes, a second person approves; the resident is told, sees the result, and anybody can verify it', async () => {
  const city = theCity();
  const person = newPerson(30);
  const resident = await residentSession(city, person);
  const { matterId } = await fileOnline(resident, permit);
  await accept(await staffSession(city, 'clerk'), matterId);

  const officer = await deskOf(await staffSession(city, 'officer'), matterId);
  await officer.keyboard.press('c');
  await opinionOf(officer).waitFor();
  await officer.keyboard.press('g');
  await officer.keyboard.type('经审查，符合条件，拟准予。');
  await officer.keyboard.press('Control+Enter');
  await opinionOf(officer).waitFor({ state: 'detached' });
  expect((await matterOf(resident, matterId)).status, 'one person alone decides nothing').toBe('accepted');

  const approver = await deskOf(await staffSession(city, 'approver'), matterId);
  await approver.keyboard.press('c');
  await opinionOf(approver).waitFor();
  await approver.keyboard.press('g');
  await approver.keyboard.press('Control+Enter');
  await approver.getByText('已办结').first().waitFor();
  expect(await isPdf(approver, `/api/v1/matters/${matterId}/papers/result?language=zh-CN`)).toBe(true);
  await theResidentSees(resident, matterId, person.mobile);
});

/** Message, result and its public verification, from a telephone. */
async function theResidentSees(session: Session, matterId: string, mobile: string): Promise<void> {
  const { resultNumber, number } = await matterOf(session, matterId);
  const page = await openPage(phone);
  await giveSession(page.context(), session);
  await expect.poll(async () => (await textsTo(session.city, mobile)).filter((text) => text.includes(number)).length, { timeout: 15_000 }).toBeGreaterThan(1);
  await page.goto('/messages');
  await page.getByText(number).first().waitFor();
  await page.goto(`/matters/${matterId}`);
  await page.getByText('已办好，结果是准予').waitFor();
  await page.getByText(resultNumber ?? 'no number').first().waitFor();
  expect(await isPdf(page, (await page.getByRole('link', { name: '下载办理结果（PDF）' }).getAttribute('href')) ?? '')).toBe(true);
  await verify(await openPage(phone), session, matterId, resultNumber ?? '');
}

/** Number and check code as printed on the result; a wrong code finds nothing. */
async function verify(page: Page, session: Session, matterId: string, resultNumber: string): Promise<void> {
  const { checkCode } = await matterOf(session, matterId);
  await page.goto('/results');
  const ask = async (code: string): Promise<void> => {
    await page.getByLabel('结果编号').fill(resultNumber);
    await page.getByLabel('核验码').fill(code);
    await page.getByRole('button', { name: '核验', exact: true }).click();
  };
  await ask('AAAAAA');
  await page.getByText('查不到这份结果').first().waitFor();
  await ask(checkCode ?? '');
  await page.getByText('这份结果是真的').first().waitFor();
  expect(await page.getByRole('main').innerText()).not.toContain(newPerson(30).name['zh-CN']);
}

test('of two decisions at once one counts; the other officer is told and keeps what was written', async () => {
  const city = theCity();
  const resident = await residentSession(city, newPerson(31));
  const { matterId } = await fileOnline(resident, registration);
  await accept(await staffSession(city, 'clerk'), matterId);
  const officer = await staffSession(city, 'officer');
  const first = await deskOf(officer, matterId);
  await first.keyboard.press('c');
  await opinionOf(first).waitFor();
  const second = await deskOf(officer, matterId);
  await opinionOf(second).waitFor();
  for (const [page, words] of [[first, '地址属实，准予登记。'], [second, '地址查无此房，不予登记。']] as const) {
    await page.keyboard.press(page === first ? 'g' : 'x');
    await page.keyboard.type(words);
  }
  await Promise.all([first.keyboard.press('Control+Enter'), second.keyboard.press('Control+Enter')]);
  await first.getByText('已办结').first().waitFor();
  await second.getByText('已办结').first().waitFor();
  const matter = await matterOf(resident, matterId);
  expect(matter.history.filter((entry) => entry.kind === 'decision_made')).toHaveLength(1);
  const lost = matter.outcome === 'granted' ? second : first;
  const won = lost === second ? first : second;
  await lost.getByText('刚才有同事先办了一步').waitFor();
  expect(await won.getByText('刚才有同事先办了一步').count()).toBe(0);
  expect(await opinionOf(lost).inputValue(), 'the words of the slower one are still there').toBe(lost === second ? '地址查无此房，不予登记。' : '地址属实，准予登记。');
});
