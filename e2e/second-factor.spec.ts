import { expect, inject, test } from 'vitest';
import type { Page } from 'playwright-core';
import { demoPassword } from '../server/demo/city.ts';
import { bringAxe, violationsOn } from './axe.ts';
import { withAuthenticator, type Authenticator } from './authenticator.ts';
import { newPerson } from './filings.ts';
import { asOwnerOf } from './own-time.ts';
import { desk, openPage, phone, theBrowser, theCity } from './pages.ts';
import { giveSession, must, residentSession, visitor } from './sessions.ts';

/** The city under the name of this machine: browsers make no passkeys for an address in numbers. */
const namedCity = () => ({ ...theCity(), baseUrl: theCity().baseUrl.replace('127.0.0.1', 'localhost') });

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

/** A quarter of an hour passes for everybody who is signed in. */
async function letFreshnessPass(page: Page): Promise<void> {
  await asOwnerOf(inject('cityFolder'), `update people.sessions set fresh_at = fresh_at - interval '16 minutes'`);
  await expect.poll(async () => ((await (await page.request.get('/api/v1/me/security')).json()) as { isFresh: boolean }).isFresh, { timeout: 30_000 }).toBe(false);
}

/** What happened to the account of who is signed in on the page, the newest first. */
async function historyOf(page: Page): Promise<readonly string[]> {
  const { history } = (await (await page.request.get('/api/v1/me/security')).json()) as { history: { way: string; outcome: string }[] };
  return history.map(({ way, outcome }) => `${way} ${outcome}`);
}

/** A page of a resident who has just signed in with a code by telephone, with an authenticator. */
async function residentsPage(number: number) {
  const page = await openPage(phone, namedCity());
  await bringAxe(page.context());
  const authenticator = await withAuthenticator(page);
  await giveSession(page.context(), await residentSession(namedCity(), newPerson(number)));
  await page.goto('/security');
  return { page, authenticator };
}

test('a resident adds a passkey after a code by telephone, signs in and confirms with it alone, and ends it; then it opens nothing', async () => {
  const { page, authenticator } = await residentsPage(80);
  await authenticator.recognise(false);
  await button(page, '添加通行密钥').click();
  expect(await page.getByRole('alert').innerText()).toContain('没有完成');
  await authenticator.recognise(true);
  await page.getByLabel('给它起个名字').fill('钥匙圈上的');
  await button(page, '添加通行密钥').click();
  await button(page, '停用“钥匙圈上的”').waitFor();
  await page.context().clearCookies();

  await page.goto('/sign-in?next=/security');
  await button(page, '用通行密钥登录').click();
  await heading(page, '登录与安全').waitFor();
  expect((await historyOf(page)).slice(0, 2)).toEqual(['passkey in', 'passkey factor_added']);

  await letFreshnessPass(page);
  await page.goto('/security');
  await button(page, '停用“钥匙圈上的”').click();
  await heading(page, '再次确认身份').waitFor();
  await button(page, '用通行密钥确认').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await button(page, '用通行密钥确认').click();
  await heading(page, '已确认是您本人').waitFor();
  await button(page, '继续提交').click();
  await page.getByText('您还没有通行密钥。').waitFor();
  await page.context().clearCookies();

  await page.goto('/sign-in');
  await button(page, '用通行密钥登录').click();
  expect(await page.getByRole('alert').innerText()).toContain('没有认出这个通行密钥');
});

test('a passkey is refused at another host by the browser and, made to answer at another origin, by the server; one answer for all that does not fit', async () => {
  const { page, authenticator } = await residentsPage(81);
  await button(page, '添加通行密钥').click();
  await button(page, '停用“我的设备”').waitFor();

  const numbers = await openPage(phone);
  await withAuthenticator(numbers);
  await numbers.goto('/sign-in');
  await button(numbers, '用通行密钥登录').click();
  expect(await numbers.getByRole('alert').innerText()).toContain(namedCity().baseUrl);

  const foreign = await answerFrom(namedCity().smsUrl.replace('127.0.0.1', 'localhost'), authenticator);
  expect(await signInWith(foreign)).toEqual([422, 'factors.passkey_not_known']);
  const own = await answerFrom(namedCity().baseUrl, authenticator);
  expect(await signInWith({ ...own, answer: { ...own.answer, id: 'bm90IG9uZSBvZiBvdXJz', rawId: 'bm90IG9uZSBvZiBvdXJz' } })).toEqual([422, 'factors.passkey_not_known']);
  expect(await signInWith(own), 'a challenge is answered once').toEqual([422, 'factors.passkey_not_known']);
  expect((await signInWith(await answerFrom(namedCity().baseUrl, authenticator)))[0], 'but for the origin it fits').toBe(200);
  expect((await historyOf(page)).slice(0, 3)).toEqual(['passkey in', 'passkey refused', 'passkey factor_added']);
});

/** Status and code of a sign-in with what a browser answered. */
async function signInWith(body: unknown): Promise<readonly [number, string]> {
  const response = await fetch(`${theCity().baseUrl}/api/v1/passkey-sign-ins`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return [response.status, ((await response.json()) as { code?: string }).code ?? ''];
}

/** What the browser answers on a page of this origin that has got hold of the same authenticator, as a program beside ours on the same machine would. */
async function answerFrom(origin: string, authenticator: Authenticator) {
  const { challengeId, options } = await must(visitor(theCity()).api.POST('/api/v1/passkey-challenges', { body: { purpose: 'sign_in' } }));
  const context = await (await theBrowser()).newContext();
  const page = await context.newPage();
  await page.goto(origin);
  await (await withAuthenticator(page)).take(await authenticator.credentials());
  const answer = await page.evaluate(async (given) => {
    const bytes = (text: string) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (one) => one.charCodeAt(0));
    const text = (buffer: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
    const credential = (await navigator.credentials.get({ publicKey: { challenge: bytes(String(given.challenge)), rpId: String(given.rpId), userVerification: 'required' } })) as PublicKeyCredential;
    const response = credential.response as AuthenticatorAssertionResponse;
    const parts = { authenticatorData: text(response.authenticatorData), clientDataJSON: text(response.clientDataJSON), signature: text(response.signature), userHandle: text(response.userHandle ?? new ArrayBuffer(0)) };
    return { id: credential.id, rawId: credential.id, type: 'public-key', response: parts, clientExtensionResults: {} };
  }, options);
  await context.close();
  return { challengeId, answer };
}

async function givePassword(page: Page, login: string): Promise<void> {
  await page.goto('/workbench/account');
  await page.getByLabel('登录名').fill(login);
  await page.getByLabel('密码').fill(demoPassword);
  await page.keyboard.press('Enter');
}

test('a member of staff adds a passkey, signs in with password and passkey, shows it again for a sensitive act, and a recovery code lets in once', async () => {
  const page = await openPage(desk, namedCity());
  const authenticator = await withAuthenticator(page);
  await givePassword(page, 'admin2');
  await button(page, '添加通行密钥').click();
  await button(page, '建立通行密钥').click();
  const codes = page.getByRole('dialog').locator('ol code');
  await codes.first().waitFor();
  const [code = ''] = await codes.allInnerTexts();
  await button(page, '已保存，继续').click();
  await page.context().clearCookies();

  await givePassword(page, 'admin2');
  await heading(page, '第二步：确认是您本人').waitFor();
  await authenticator.recognise(false);
  await button(page, '用通行密钥确认').click();
  await page.getByRole('alert').getByText('没有完成').waitFor();
  await authenticator.recognise(true);
  await button(page, '用通行密钥确认').click();
  await heading(page, '我的账号').waitFor();

  for (const outcome of [200, 422]) {
    const other = await openPage(desk, namedCity());
    await givePassword(other, 'admin2');
    await button(other, '改用恢复码').click();
    await other.getByLabel('恢复码').fill(code);
    const answered = other.waitForResponse(/second-factor$/);
    await other.keyboard.press('Enter');
    expect((await answered).status()).toBe(outcome);
  }

  await letFreshnessPass(page);
  await button(page, /^停用“/).click();
  await page.getByRole('dialog').getByRole('button', { name: '停用', exact: true }).click();
  await page.getByRole('dialog', { name: '再次确认是您本人' }).getByRole('button', { name: '用通行密钥确认' }).click();
  await page.getByText('还没有第二因素').waitFor();
  expect((await historyOf(page)).slice(0, 2)).toEqual(['account factor_ended', 'passkey stepped_up']);
});
