import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { accept, fileOnline, matterOf, newPerson, permit, registration } from './filings.ts';
import { desk, openPage, phone, theCity, typeByKeyboard } from './pages.ts';
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
  await expect.poll(async () => (await textsTo(session.city, mobile)).filter((text) => text.includes(number)).length, { timeout: 90_000 }).toBeGreaterThan(1);
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

test('the clock stops only once a second person agrees; the officer’s open page shows it by itself, with both persons and the days left out', async () => {
  const city = theCity();
  const resident = await residentSession(city, newPerson(32));
  const { matterId } = await fileOnline(resident, permit);
  await accept(await staffSession(city, 'clerk'), matterId);
  const officer = await deskOf(await staffSession(city, 'officer'), matterId);
  await officer.keyboard.press('c');
  await opinionOf(officer).waitFor();
  const promised = (await matterOf(resident, matterId)).dues.find((due) => due.limit === 'promised');
  await officer.keyboard.press('m');
  const sheet = officer.getByRole('dialog');
  await sheet.getByLabel('法定事由').selectOption('inspection');
  await typeByKeyboard(officer, sheet.getByLabel('书面告知的文号'), '测检〔2026〕7 号');
  await typeByKeyboard(officer, sheet.getByLabel('告知申请人的时间（工作日）'), '5');
  await typeByKeyboard(officer, sheet.getByLabel('理由'), '需要送检。');
  await officer.keyboard.press('Control+Enter');
  await sheet.waitFor({ state: 'detached' });
  await officer.getByText('等待审批：检验，停止计时 5 个工作日').waitFor();
  expect((await matterOf(resident, matterId)).dues.find((due) => due.limit === 'promised')?.dueOn, 'what is only proposed moves nothing').toBe(promised?.dueOn);

  const approver = await deskOf(await staffSession(city, 'approver'), matterId);
  await approver.keyboard.press('g');
  await approver.keyboard.press('Control+Enter');
  const stopped = officer.getByRole('region', { name: '时限' });
  await stopped.getByText('暂停计时').first().waitFor();
  const moved = (await matterOf(resident, matterId)).dues.find((due) => due.limit === 'promised');
  expect(moved?.light).toBe('paused');
  expect(moved && promised && moved.dueOn > promised.dueOn).toBe(true);
  await stopped.getByText('这个日期怎么算的').click();
  await stopped.getByText(moved?.explanation['zh-CN'] ?? 'no reason').waitFor();
  expect(await stopped.getByText(/停止计时.*检验（测检〔2026〕7 号）/).count()).toBeGreaterThan(0);
  const acts = await stopped.getByRole('listitem').filter({ hasText: '提出' }).innerText();
  expect(acts).toContain('需要送检。');
  expect(acts).toMatch(/提出：.+\n[\s\S]*同意：.+/);
});
