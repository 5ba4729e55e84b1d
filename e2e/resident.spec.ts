import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { InventedPerson } from '../server/testing/people.ts';
import { followed, leaveEverywhere } from './browser-rest.ts';
import { paper, paperWithScript } from './documents.ts';
import { askForCorrection, fileOnline, matterOf, newPerson, registration } from './filings.ts';
import { openPage, phone, pressByKeyboard, tabTo, theCity, typeByKeyboard } from './pages.ts';
import { readQr } from './qr.ts';
import { codeFor, giveSession, residentSession, staffSession } from './sessions.ts';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const onward = (page: Page) => pressByKeyboard(page, button(page, '继续').last());

/** From the home page to the first question about oneself: found in plain words, guided, told what to bring. */
async function findTheItem(page: Page): Promise<void> {
  await page.goto('/');
  await heading(page, '您要办什么？').waitFor();
  await typeByKeyboard(page, page.getByLabel('用平常的话说就行'), '搬家到深圳要登记吗');
  await page.keyboard.press('Enter');
  await pressByKeyboard(page, page.getByRole('link', { name: '居住登记', exact: true }));
  await heading(page, '居住登记').waitFor();
  await tabTo(page, page.getByLabel('内地居民，户口不在深圳'));
  await page.keyboard.press('Space');
  await pressByKeyboard(page, button(page, '看我的材料清单'));
  await page.getByRole('heading', { level: 3, name: '居民身份证' }).waitFor();
  await pressByKeyboard(page, page.getByRole('region', { name: '您要办哪一种？' }).getByRole('link', { name: '申报居住登记' }));
}

/** Phone and code, then once in a life name and number; a wrong check digit is said beside the field and nothing typed is lost. */
async function signInAsNewcomer(page: Page, person: InventedPerson): Promise<void> {
  await heading(page, '登录').waitFor();
  await typeByKeyboard(page, page.getByLabel('手机号码'), person.mobile.replace('+86', ''));
  await page.keyboard.press('Enter');
  await heading(page, '输入验证码').waitFor();
  await typeByKeyboard(page, page.getByLabel('短信里的验证码'), await codeFor(theCity(), person.mobile));
  await page.keyboard.press('Enter');
  await heading(page, '您是谁').waitFor();
  const last = person.number.at(-1) ?? '';
  await typeByKeyboard(page, page.getByLabel('姓名'), person.name['zh-CN']);
  await typeByKeyboard(page, page.getByLabel('证件号码'), `${person.number.slice(0, -1)}${last === '1' ? '2' : '1'}`);
  await page.keyboard.press('Enter');
  const told = page.getByRole('alert');
  await told.waitFor();
  expect(await told.innerText()).toMatch(/校验|最后一位|末位|核对/);
  expect(await page.getByLabel('姓名').inputValue()).toBe(person.name['zh-CN']);
  expect(await page.getByLabel('证件号码').inputValue()).toBe(`${person.number.slice(0, -1)}${last === '1' ? '2' : '1'}`);
  await typeByKeyboard(page, page.getByLabel('证件号码'), person.number);
  await page.keyboard.press('Enter');
}

async function answerAndPlace(page: Page, script: boolean): Promise<void> {
  await heading(page, '开始之前').waitFor();
  await pressByKeyboard(page, button(page, '开始填写'));
  await heading(page, '您的情况').waitFor();
  await tabTo(page, page.getByLabel('内地居民，户口不在深圳'));
  await page.keyboard.press('Space');
  await onward(page);
  await heading(page, '地点').waitFor();
  await typeByKeyboard(page, page.getByLabel('社区名称'), '渔民村');
  if (!script) await pressByKeyboard(page, button(page, '查找'));
  const community = page.getByLabel('渔民村', { exact: false }).and(page.getByRole('radio'));
  await community.first().waitFor();
  await tabTo(page, community.first());
  await page.keyboard.press('Space');
  await onward(page);
}

/** The form, with 30 February first: the page says so, the summary takes focus, and everything typed is still there. */
async function fillTheForm(page: Page): Promise<void> {
  await heading(page, '您在深圳住在哪里').waitFor();
  const day = (unit: string) => page.getByLabel(`从哪天开始住在这里: ${unit}`);
  await typeByKeyboard(page, page.getByLabel('详细地址'), '渔民村 5 栋 602');
  await typeByKeyboard(page, day('年'), '2026');
  await typeByKeyboard(page, day('月'), '2');
  await typeByKeyboard(page, day('日'), '30');
  await tabTo(page, page.getByLabel('自有住房').or(page.getByRole('radio').first()).first());
  await page.keyboard.press('Space');
  await onward(page);
  const told = page.getByRole('alert');
  await told.waitFor();
  expect(await told.innerText()).toContain('不是真实的日期');
  expect(await page.getByLabel('详细地址').inputValue()).toBe('渔民村 5 栋 602');
  expect([await day('年').inputValue(), await day('月').inputValue(), await day('日').inputValue()]).toEqual(['2026', '2', '30']);
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(1);
  await typeByKeyboard(page, day('日'), '28');
  await onward(page);
  await heading(page, '您的情况').waitFor();
  await tabTo(page, page.getByLabel('来深圳做什么'));
  await page.getByLabel('来深圳做什么').selectOption('work');
  await typeByKeyboard(page, page.getByLabel(/同住的16岁以下孩子人数/), '0');
  await tabTo(page, page.getByRole('checkbox'));
  await page.keyboard.press('Space');
  await onward(page);
}

/** A PDF with a script is refused in plain words; a sound one is kept and shown. */
async function giveTheMaterial(page: Page, script: boolean): Promise<void> {
  await heading(page, '材料').waitFor();
  const chooser = page.getByLabel('选择文件或拍照：居民身份证');
  const upload = async (file: ReturnType<typeof paper>): Promise<void> => {
    await chooser.setInputFiles(file);
    if (!script) await button(page, '上传: 居民身份证').click();
  };
  await upload(paperWithScript());
  await page.getByRole('alert').getByText('含有脚本').first().waitFor();
  await upload(paper('Identity card'));
  await page.getByRole('link', { name: 'identity-card.pdf' }).waitFor();
  expect(await page.getByText('含有脚本').count()).toBe(0);
  await onward(page);
}

/** Files with two quick clicks, reads the receipt and follows its QR code as a telephone would. */
async function fileAndFollow(page: Page): Promise<void> {
  await heading(page, '核对并提交').waitFor();
  await page.getByText('渔民村 5 栋 602').waitFor();
  await button(page, '提交申请').dblclick();
  await heading(page, '申请已提交').waitFor();
  const number = await page.getByText(/^440303005014-\d{8}-\d{5}$/).first().innerText();
  const address = await readQr(page.getByRole('img', { name: '办理进度的二维码' }));
  expect(address).toMatch(new RegExp(`^${theCity().baseUrl}/progress\\?number=${number}&code=[0-9A-Z]{6}$`));
  await page.goto('/matters');
  expect(await page.getByText(number).count(), 'a second click files nothing twice').toBe(1);
  await page.context().clearCookies();
  await page.goto(address);
  await page.getByText(number).first().waitFor();
  const now = await page.locator('[aria-current="step"]').innerText();
  expect(now, 'the step that is under way names its unit').toContain('渔民村社区党群服务中心');
  expect(now, 'and the day by which it ends, in words').toMatch(/\d{1,2}\s?月\s?\d{1,2}\s?日前/);
  expect(await page.getByRole('main').innerText(), 'without personal data').not.toMatch(/4499\d{2}|154\d{8}/);
}

async function wholeJourney(person: InventedPerson, script: boolean): Promise<void> {
  const page = await openPage({ ...phone, javaScriptEnabled: script });
  const rest = followed(page);
  await findTheItem(page);
  await signInAsNewcomer(page, person);
  await answerAndPlace(page, script);
  await fillTheForm(page);
  await giveTheMaterial(page, script);
  await fileAndFollow(page);
  if (!script) return;
  // On a telephone that is lent, sold or stolen nothing of the person lies in the browser, nor in an address it asked for (P-03, TM-22).
  const words = [person.name['zh-CN'], person.number, person.mobile.replace('+86', ''), '渔民村 5 栋 602'];
  expect(await rest.placesOf(words)).toEqual([]);
  await leaveEverywhere(page, person.number);
  expect(await rest.placesOf(words)).toEqual(['addresses', 'caches', 'cookies', 'databases', 'localStorage', 'sessionStorage']);
}

test('a newcomer registers a residence from a telephone, without a mouse, from plain words to the progress page', () => wholeJourney(newPerson(1), true));

/** The correction notice comes, says by when, and is answered on one page. */
async function answerTheNotice(person: InventedPerson): Promise<void> {
  const city = theCity();
  const resident = await residentSession(city, person);
  const { matterId } = await fileOnline(resident, registration);
  await askForCorrection(await staffSession(city, 'clerk'), matterId, 'identity_card', '号码看不清，请重拍正面。');
  const due = (await matterOf(resident, matterId)).dues.find((one) => one.limit === 'correction');
  const page = await openPage({ ...phone, javaScriptEnabled: false });
  await giveSession(page.context(), resident);
  await page.goto(`/matters/${matterId}`);
  await pressByKeyboard(page, page.getByRole('link', { name: '现在补正' }));
  await heading(page, '补正材料').waitFor();
  const shown = await page.getByRole('main').innerText();
  expect(shown, 'the day by which it is answered stands above what is asked').toMatch(/请在 [\d 年月日]+前补正[\s\S]*居民身份证 · 看不清[\s\S]*要求：[\s\S]*窗口说明：号码看不清/);
  await page.getByText('这个日期怎么算的').first().click();
  expect(await page.getByRole('main').innerText()).toContain(due?.explanation['zh-CN']);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), 'nothing sticks out of a telephone').toBe(true);
  await page.getByLabel('选择文件或拍照：居民身份证').setInputFiles(paper('Identity card, once more'));
  await pressByKeyboard(page, button(page, '提交补正'));
  await page.getByText('补正已提交').waitFor();
  expect((await matterOf(resident, matterId)).status).toBe('received');
}

test('a correction notice is answered from a telephone, on one page with its day above, without script', () => answerTheNotice(newPerson(3)));

test('the same without any script', () => wholeJourney(newPerson(2), false));
