import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserContext } from 'playwright-core';
import { languages, type Language } from '../contract/language.ts';
import { bringAxe } from './axe.ts';
import { faultsOn, tellMinor } from './page-faults.ts';
import { phone, theBrowser, theCity, watch } from './pages.ts';
import { smallThings } from './page-text.ts';
import { portalPages, type Portal } from './portal-pages.ts';
import { giveSession, visitor, type Session } from './sessions.ts';

let portal: Portal = { pages: [], said: [] };
beforeAll(async () => {
  portal = await portalPages(theCity(), 50);
});

afterAll(tellMinor);

async function contextFor(by: Session, language: Language, elder: boolean): Promise<BrowserContext> {
  const { baseUrl } = theCity();
  const context = await (await theBrowser()).newContext({ ...phone, locale: language, timezoneId: 'Asia/Shanghai', baseURL: baseUrl });
  await bringAxe(context);
  await giveSession(context, by);
  await context.addCookies([{ name: 'lang', value: language, url: baseUrl }, { name: 'elder', value: elder ? '1' : '0', url: baseUrl }]);
  return context;
}

describe.each([false, true])('the portal, large print %s', (elder) => {
  test.each(languages)('has no fault of accessibility, of language or behind the page, in %s', async (language) => {
    const faults: string[] = [];
    for (const by of new Set(portal.pages.map((one) => one.by))) {
      const context = await contextFor(by, language, elder);
      const page = await context.newPage();
      const behind = watch(page, theCity().baseUrl);
      for (const one of portal.pages.filter((other) => other.by === by)) {
        await page.goto(one.path);
        faults.push(...(await faultsOn(page, one.name, language, portal.said)));
        if (elder) faults.push(...(await smallThings(page)).map((fault) => `${one.name}: ${fault}`));
      }
      faults.push(...behind.faults);
      await context.close();
    }
    expect([...new Set(faults)]).toEqual([]);
  });
});

test('the check itself finds a picture without words, a text that is too pale, a placeholder and a code', async () => {
  const context = await contextFor(visitor(theCity()), 'en', true);
  const page = await context.newPage();
  await page.goto('/help');
  await page.evaluate(() => {
    const planted = document.createElement('div');
    // eslint-disable-next-line no-restricted-syntax -- the fault that the sweep must find
    planted.innerHTML = '<img src="data:,"><p id="pale">Hello {name}, matter.not_open 您好</p><button>go</button>';
    document.querySelector('main')?.append(planted);
    for (const property of ['color', 'background-color']) document.getElementById('pale')?.style.setProperty(property, property === 'color' ? '#bbbbbb' : '#ffffff');
    document.getElementById('pale')?.style.setProperty('font-size', '12px');
  });
  const found = [...(await faultsOn(page, 'planted', 'en', [])), ...(await smallThings(page))].join('\n');
  await context.close();
  for (const one of ['image-alt', 'color-contrast', 'placeholder: ', 'code: ', 'not English: ', 'type of 12px', 'target of ']) expect(found).toContain(one);
});
