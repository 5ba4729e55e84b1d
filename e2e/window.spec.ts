import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { demoPassword, homeCommunity } from '../server/demo/city.ts';
import { followed } from './browser-rest.ts';
import { paper } from './documents.ts';
import { fileOnline, newPerson, registration } from './filings.ts';
import { desk, openPage, phone, pressByKeyboard, tabTo, theCity, typeByKeyboard } from './pages.ts';
import { giveSession, residentSession, textsTo } from './sessions.ts';

/** Signs in at the workbench by keyboard. */
async function signIn(page: Page, login: string): Promise<void> {
  await page.goto('/workbench/');
  await typeByKeyboard(page, page.getByLabel('登录名'), login);
  await typeByKeyboard(page, page.getByLabel('密码'), demoPassword);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: '工作台页面' }).waitFor();
}

const focused = (page: Page) => page.locator(':focus');

test('a clerk takes, files and accepts an application for somebody new without touching the mouse, and hands out the receipt', async () => {
  const page = await openPage(desk);
  const rest = followed(page);
  const person = newPerson(20);
  await signIn(page, 'clerk');
  await focused(page).and(page.getByLabel(/^证件号码/)).waitFor();
  await page.keyboard.type(person.number);
  await page.keyboard.press('Enter');
  await focused(page).and(page.getByLabel(/^姓名/)).waitFor();
  await page.keyboard.type(person.name['zh-CN']);
  await typeByKeyboard(page, page.getByLabel(/^联系电话/), person.mobile.replace('+86', ''));
  await tabTo(page, page.getByRole('checkbox'));
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await focused(page).and(page.getByRole('combobox')).waitFor();
  await page.keyboard.type('juzhudengji');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: '居住登记' }).waitFor();
  await focused(page).and(page.getByRole('radio')).waitFor();
  await page.keyboard.press('1');
  await typeByKeyboard(page, page.getByLabel('居住的社区'), 'yumincun');
  await page.getByRole('option', { name: '渔民村' }).first().waitFor();
  await page.keyboard.press('Enter');
  await fillForm(page);
  await tabTo(page, page.getByRole('listitem', { name: /^居民身份证/ }));
  await page.keyboard.press('S');
  await page.getByText('齐了，可以收件').waitFor();
  await page.keyboard.press('Control+Shift+Enter');
  await focused(page).and(page.getByRole('status').filter({ hasText: '已受理' })).waitFor();
  const number = await page.getByText(/^440303005014-\d{8}-\d{5}$/).first().innerText();
  expect(number.startsWith(homeCommunity)).toBe(true);
  const link = page.getByRole('link', { name: '收件凭证 (PDF)' });
  await tabTo(page, link);
  const answer = await page.context().request.get((await link.getAttribute('href')) ?? '');
  expect(answer.status()).toBe(200);
  expect((await answer.body()).subarray(0, 5).toString('latin1')).toBe('%PDF-');
  await expect.poll(async () => (await textsTo(theCity(), person.mobile)).join('\n'), { timeout: 90_000 }).toContain(number);
  await page.keyboard.press('n');
  await focused(page).and(page.getByLabel(/^证件号码/)).waitFor();
  // The next clerk at this desk finds nothing of the person in the browser (P-03, TM-22).
  expect(await rest.placesOf([person.name['zh-CN'], person.number, person.mobile.replace('+86', ''), '渔民村 5 栋 602'])).toEqual([]);
});

async function fillForm(page: Page): Promise<void> {
  const day = (unit: string) => page.getByLabel(`从哪天开始住在这里: ${unit}`);
  await typeByKeyboard(page, page.getByLabel('详细地址'), '渔民村 5 栋 602');
  await typeByKeyboard(page, day('年'), '2025');
  await typeByKeyboard(page, day('月'), '9');
  await typeByKeyboard(page, day('日'), '1');
  await tabTo(page, page.getByRole('group', { name: '居住方式' }).getByRole('radio').first());
  await page.keyboard.press('Space');
  await tabTo(page, page.getByLabel('来深圳做什么'));
  await page.keyboard.press('ArrowDown');
  await typeByKeyboard(page, page.getByLabel(/同住的16岁以下孩子人数/), '0');
  await tabTo(page, page.getByRole('checkbox', { name: /我已知晓办理条件/ }));
  await page.keyboard.press('Space');
}

/** An application filed by telephone, open on the clerk's screen. */
async function openedAtTheWindow(number: number): Promise<{ clerk: Page; resident: Page; matterId: string }> {
  const person = newPerson(number);
  const session = await residentSession(theCity(), person);
  const { matterId } = await fileOnline(session, registration);
  const resident = await openPage(phone);
  await giveSession(resident.context(), session);
  const clerk = await openPage(desk);
  await signIn(clerk, 'clerk');
  await clerk.goto(`/workbench/worklist/${matterId}`);
  await clerk.getByRole('heading', { level: 2, name: /^居住登记/ }).waitFor();
  return { clerk, resident, matterId };
}

test('everything that is missing is said once; the resident answers it from the telephone, and the clerk accepts', async () => {
  const { clerk, resident, matterId } = await openedAtTheWindow(21);
  await clerk.keyboard.press('b');
  const sheet = clerk.getByRole('dialog');
  await tabTo(clerk, sheet.getByLabel('居民身份证: 问题'));
  await clerk.keyboard.press('ArrowDown');
  await clerk.keyboard.press('ArrowDown');
  expect(await sheet.getByLabel('居民身份证: 问题').inputValue()).toBe('unreadable');
  await typeByKeyboard(clerk, sheet.getByLabel('居民身份证: 说明'), '号码看不清，请重拍正面。');
  await clerk.keyboard.press('Control+Enter');
  await sheet.waitFor({ state: 'detached' });
  await clerk.getByText('需要补正').first().waitFor();

  await resident.goto('/matters');
  await pressByKeyboard(resident, resident.getByRole('link', { name: '居住登记' }).first());
  await resident.getByText('需要您补正 1 处').waitFor();
  await resident.getByText('号码看不清，请重拍正面。').first().waitFor();
  await pressByKeyboard(resident, resident.getByRole('link', { name: '现在补正' }));
  await resident.getByLabel('选择文件或拍照：居民身份证').setInputFiles(paper('Identity card, again'));
  await pressByKeyboard(resident, resident.getByRole('button', { name: '提交补正' }).last());
  await resident.getByText('补正已提交').waitFor();

  await clerk.goto(`/workbench/worklist/${matterId}`);
  await clerk.getByRole('heading', { level: 2, name: /^居住登记/ }).waitFor();
  await clerk.getByRole('button', { name: /^受理/ }).waitFor();
  await clerk.keyboard.press('a');
  await clerk.getByText('已受理').first().waitFor();
  await resident.goto(`/matters/${matterId}`);
  await resident.getByText('已受理').first().waitFor();
});

test('what the applicant can mend at the window is mended there, before anything is said in writing', async () => {
  const { clerk, resident, matterId } = await openedAtTheWindow(22);
  await clerk.keyboard.press('o');
  const sheet = clerk.getByRole('dialog');
  await sheet.getByText('还没有改动').waitFor();
  await typeByKeyboard(clerk, sheet.getByLabel('房屋编码'), '4403030050140001234');
  await clerk.keyboard.press('Control+Enter');
  await sheet.waitFor({ state: 'detached' });
  await clerk.getByRole('cell', { name: '窗口当场更正' }).waitFor();
  await clerk.keyboard.press('a');
  await clerk.getByText('已受理').first().waitFor();
  await resident.goto(`/matters/${matterId}`);
  await resident.getByText('已受理').first().waitFor();
});

test('a second notice offers only what the applicant has changed since the first', async () => {
  const { clerk, resident, matterId } = await openedAtTheWindow(23);
  await clerk.keyboard.press('b');
  const sheet = clerk.getByRole('dialog');
  await sheet.getByLabel('居民身份证: 问题').selectOption('unreadable');
  await sheet.getByText('不符合的标准').first().waitFor();
  await clerk.keyboard.press('Control+Enter');
  await sheet.waitFor({ state: 'detached' });
  await clerk.keyboard.press('t');
  await sheet.getByText('还不能退件').waitFor();
  await clerk.keyboard.press('Escape');
  await resident.goto(`/matters/${matterId}`);
  await pressByKeyboard(resident, resident.getByRole('link', { name: '现在补正' }));
  await resident.getByLabel('选择文件或拍照：居民身份证').setInputFiles(paper('Identity card, once more'));
  await pressByKeyboard(resident, resident.getByRole('button', { name: '提交补正' }).last());
  await resident.getByText('补正已提交').waitFor();
  await clerk.getByRole('button', { name: /^一次性告知补正/ }).waitFor();
  await clerk.keyboard.press('b');
  await sheet.getByText('第二次告知，只能指出申请人改动过的内容').waitFor();
  expect(await sheet.getByLabel(/: 问题$/).count(), 'only the new identity card may be found wrong').toBe(1);
  await sheet.getByText(/^已审查过，不再列出/).waitFor();
});
