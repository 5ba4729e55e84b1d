import { inject, onTestFinished } from 'vitest';
import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from 'playwright-core';
import type { City } from './start-city.ts';

/** The installation of this run. */
export const theCity = (): City => ({ baseUrl: inject('baseUrl'), smsUrl: inject('smsUrl') });

let connected: Promise<Browser> | undefined;
/** The one browser of this run. */
export const theBrowser = (): Promise<Browser> => (connected ??= chromium.connect(inject('browserUrl')));

/** What a page must not do while somebody uses it: errors of the console, of scripts, and requests to other places. */
export interface Watch {
  readonly faults: readonly string[];
}

/** Notes what goes wrong behind a page. A refused answer (4xx) that the page itself asked for is no fault: the browser says it in the console all the same. */
export function watch(page: Page, origin: string): Watch {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !/^Failed to load resource: the server responded with a status of 4\d\d/.test(message.text())) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin) faults.push(`request to ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} of ${response.url()}`);
  });
  return { faults };
}

export const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 } as const satisfies BrowserContextOptions;
export const desk = { viewport: { width: 1366, height: 768 } } as const satisfies BrowserContextOptions;

/** A fresh page of a fresh person in the run's browser, in Chinese, closed with the test, which fails when anything went wrong behind it. */
export async function openPage(options: BrowserContextOptions = phone, city = theCity()): Promise<Page> {
  const context = await (await theBrowser()).newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', baseURL: city.baseUrl, ...options });
  context.setDefaultTimeout(90_000);
  const page = await context.newPage();
  const { faults } = watch(page, city.baseUrl);
  onTestFinished(async () => {
    await context.close();
    if (faults.length > 0) throw new Error(`behind the page:\n${faults.join('\n')}`);
  });
  return page;
}

/** Goes to a control with the Tab key alone, as somebody without a mouse does; fails where the keyboard does not lead there. */
export async function tabTo(page: Page, target: Locator, most = 120): Promise<void> {
  await target.waitFor({ state: 'attached' });
  for (let tabs = 0; tabs <= most; tabs += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not lead to ${target.toString()}`);
}

/** Presses a link or button by keyboard. */
export async function pressByKeyboard(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Types into a field reached by keyboard, in place of what stood there. */
export async function typeByKeyboard(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}
