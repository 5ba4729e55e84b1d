/**
 * `npm run check:portal`: starts a built server with the small invented city, looks at every page of the portal as nobody and as a resident, and
 * measures the script each needs over the wire and what axe-core says of it. The last line is one JSON object; it fails above 15 KiB for a page
 * that tells, 40 KiB for one that asks, on any violation, and on any answer of 500 and more. With `--quick` in one language and one print size.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { gzipSync } from 'node:zlib';
import { bringAxe, violationsOn } from '../e2e/axe.ts';
import { openBrowser } from '../e2e/browser.ts';
import { portalPages, type PortalPage } from '../e2e/portal-pages.ts';
import { giveSession } from '../e2e/sessions.ts';
import { startCity, type City } from '../e2e/start-city.ts';
import { languages, type Language } from '../contract/language.ts';

const quick = process.argv.includes('--quick');
const mostKiB = { content: 15, form: 40 } as const;

interface Look {
  readonly language: Language;
  readonly elder: boolean;
}

/** What was measured on one page in one look. Bytes are those of all scripts, compressed by gzip as a proxy would. */
interface Measured {
  readonly page: PortalPage;
  readonly scriptKiB: number;
  readonly violations: readonly string[];
}

const looks: readonly Look[] = quick ? [{ language: 'zh-CN', elder: false }] : languages.flatMap((language) => [false, true].map((elder) => ({ language, elder })));

async function contextFor(browser: Browser, city: City, page: PortalPage, { language, elder }: Look): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, locale: language, timezoneId: 'Asia/Shanghai', baseURL: city.baseUrl });
  await bringAxe(context);
  await giveSession(context, page.by);
  await context.addCookies([{ name: 'lang', value: language, url: city.baseUrl }, { name: 'elder', value: elder ? '1' : '0', url: city.baseUrl }]);
  return context;
}

const weights = new Map<string, Promise<number>>();

/** Bytes of one script file, whether the browser asked for it again or kept it from the page before. */
function weightOf(tab: Page, url: string): Promise<number> {
  const known = weights.get(url) ?? tab.context().request.get(url).then(async (answer) => gzipSync(await answer.body()).length);
  weights.set(url, known);
  return known;
}

/** Bytes of everything the page runs: its script files with what they import, and what stands in the page itself. */
async function scriptBytes(tab: Page): Promise<number> {
  const { files, inline } = await tab.evaluate(() => ({
    files: [...new Set([...[...document.scripts].map((one) => one.src), ...performance.getEntriesByType('resource').map((one) => one.name)])].filter((url) => /\.m?js(?:\?|$)/.test(url)),
    inline: [...document.scripts].filter((one) => one.src === '').map((one) => one.text),
  }));
  const sizes = await Promise.all(files.map((url) => weightOf(tab, url)));
  return [...sizes, ...inline.map((text) => gzipSync(text).length)].reduce((sum, size) => sum + size, 0);
}

async function lookAt(tab: Page, page: PortalPage, look: Look): Promise<Measured> {
  const answer = await tab.goto(page.path);
  const scriptKiB = (await scriptBytes(tab)) / 1024;
  const broken = answer && answer.status() >= 500 ? [`answers ${answer.status()}`] : [];
  const violations = (await violationsOn(tab)).map((one) => `${one.rule} (${one.impact}) ${one.where[0] ?? ''}`);
  return { page, scriptKiB, violations: [...broken, ...violations].map((fault) => `${page.name}, ${look.language}${look.elder ? ', large print' : ''}: ${fault}`) };
}

/** All pages of one visitor in one look, in one tab. */
async function visit(browser: Browser, city: City, pages: readonly PortalPage[], look: Look): Promise<readonly Measured[]> {
  const [first] = pages;
  if (!first) return [];
  const context = await contextFor(browser, city, first, look);
  const tab = await context.newPage();
  const measured: Measured[] = [];
  for (const page of pages) measured.push(await lookAt(tab, page, look));
  await context.close();
  return measured;
}

async function measure(browser: Browser, city: City): Promise<readonly Measured[]> {
  const { pages } = await portalPages(city, 0);
  const measured: Measured[] = [];
  for (const look of looks) {
    const visitors = [...new Set(pages.map((page) => page.by))];
    measured.push(...(await Promise.all(visitors.map((by) => visit(browser, city, pages.filter((page) => page.by === by), look)))).flat());
  }
  return measured;
}

const rounded = (kib: number): number => Math.round(kib * 100) / 100;
const largest = (measured: readonly Measured[], kind: PortalPage['kind']): number => rounded(Math.max(0, ...measured.filter(({ page }) => page.kind === kind).map(({ scriptKiB }) => scriptKiB)));

/** Prints what is wrong page by page, then the figures; answers whether all is well. */
function report(measured: readonly Measured[]): boolean {
  const heavy = measured.filter(({ page, scriptKiB }) => scriptKiB > mostKiB[page.kind]).map(({ page, scriptKiB }) => `${page.name}: ${rounded(scriptKiB)} KiB of script, at most ${mostKiB[page.kind]}`);
  const violations = measured.flatMap((one) => one.violations);
  for (const fault of [...new Set([...heavy, ...violations])]) console.log(fault);
  const pages = new Set(measured.map(({ page }) => page.name)).size;
  console.log(JSON.stringify({ pages, maxContentKiB: largest(measured, 'content'), maxFormKiB: largest(measured, 'form'), axeViolations: violations.length, looks: looks.length }));
  return heavy.length === 0 && violations.length === 0;
}

async function main(): Promise<void> {
  const [city, browser] = await Promise.all([startCity({ demo: true }), openBrowser()]);
  try {
    if (!report(await measure(browser, city))) process.exitCode = 1;
  } finally {
    await browser.close();
    await city.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  console.log(JSON.stringify({ pages: 0, maxContentKiB: 0, maxFormKiB: 0, axeViolations: -1, problem: error instanceof Error ? error.message : String(error) }));
  process.exit(1);
});
