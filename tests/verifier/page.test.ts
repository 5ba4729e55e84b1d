import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Linter } from 'eslint';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringAxe, violationsOn } from '../../e2e/axe.ts';
import { openBrowser } from '../../e2e/browser.ts';
import { madeTrust, makeReceipt, recordOf, sha256 } from './made-receipts.ts';
import { pagePath, scriptOf } from './verifier-script.ts';

const languages = ['zh-CN', 'zh-HK', 'en'] as const;
const widths = [360, 1366] as const;
const salt = sha256('salt');
const receipt = makeReceipt(recordOf('{"item":"深圳经济特区居住证","materials":["身份证明","住址证明"]}', salt), 70_000 % 977, 41);
const bare = makeReceipt(recordOf('{"item":"居住证"}', salt), 20, 4, 'nothing');
const keysElement = '<script type="application/json" id="yimen-keys">';
const page = readFileSync(pagePath, 'utf8');

/** The page as the office serves it: its keys between the two marked tags, nothing else changed. */
const served = page.replace(new RegExp(`${keysElement}.*?</script>`), () => `${keysElement}${JSON.stringify(madeTrust)}</script>`);
const folder = mkdtempSync(join(tmpdir(), 'verifier-page-'));
const servedPath = join(folder, 'verify.html');

let browser: Browser;
let context: BrowserContext;
const asked: string[] = [];

beforeAll(async () => {
  writeFileSync(servedPath, served);
  browser = await openBrowser();
  context = await browser.newContext({ locale: 'zh-CN' });
  await bringAxe(context);
  context.on('request', (request) => asked.push(request.url()));
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

async function open(path: string = servedPath): Promise<Page> {
  const opened = await context.newPage();
  await opened.goto(pathToFileURL(path).href);
  return opened;
}

async function check(opened: Page, text: string): Promise<string> {
  await opened.locator('#receipt').fill(text);
  await opened.locator('#form button[type=submit]').click();
  await opened.locator('#answer h2').waitFor();
  return (await opened.locator('#answer').getAttribute('class')) ?? '';
}

describe('the page that a resident keeps', () => {
  it('has its keys in one marked element, and no other file', () => {
    expect(page.split(keysElement).length).toBe(2);
    expect(JSON.parse(scriptOf('yimen-keys'))).toEqual({ logs: [], witnesses: [], quorum: null });
    expect(served).not.toBe(page);
    expect(/\b(?:src|href)=|@import|url\(|\beval\b|new Function|innerHTML|fetch\(|XMLHttpRequest/.exec(page)).toBeNull();
  });

  it('says everything in three languages, and nothing is said that is not asked for', () => {
    const sentences = JSON.parse(scriptOf('sentences')) as Record<string, Record<string, string>>;
    const names = languages.map((language) => Object.keys(sentences[language] ?? {}));
    expect(names[1]).toEqual(names[0]);
    expect(names[2]).toEqual(names[0]);
    const codes = [...scriptOf('verifier').matchAll(/(?:code: |refuse\(|return )'([a-z]+\.[a-z_]+)'/g)].map((match) => match[1] ?? '');
    expect(codes.length).toBeGreaterThan(24);
    expect([...new Set(codes)].filter((code) => !names[0]?.includes(code))).toEqual([]);
    expect((names[0] ?? []).filter((name) => name.includes('.') && !codes.includes(name))).toEqual([]);
    for (const name of names[0] ?? []) {
      const holes = languages.map((language) => [...(sentences[language]?.[name] ?? '').matchAll(/\{(\w+)\}/g)].map((match) => match[1]).filter((hole) => !/^month|^m$/.test(hole ?? '')).sort());
      expect([name, holes[1], holes[2]]).toEqual([name, holes[0], holes[0]]);
    }
  });

  it('can be read by a browser of 2017', () => {
    for (const id of ['verifier', 'page']) {
      const messages = new Linter().verify(scriptOf(id), [{ languageOptions: { ecmaVersion: 2017, sourceType: 'script' } }]);
      expect(messages.filter((message) => message.fatal)).toEqual([]);
      expect(/\bBigInt\b/.exec(scriptOf(id))).toBeNull();
    }
  });

  it('says genuine, and shows the log, the time of the witnesses and the content', async () => {
    const opened = await open();
    expect(await check(opened, receipt.text)).toBe('genuine');
    const text = await opened.locator('#answer').innerText();
    for (const part of ['是真的', 'yimen.example/cases/v1', '第 42 条', 'archives.example/w', '2026 年 11 月 23 日', '深圳经济特区居住证', '浏览器自带的 Ed25519']) expect(text).toContain(part);
    await opened.close();
  });

  it('says the same without the browser’s Ed25519', async () => {
    const opened = await context.newPage();
    await opened.addInitScript(() => Object.defineProperty(globalThis.crypto.subtle, 'importKey', { value: () => Promise.reject(new Error('no Ed25519 here')) }));
    await opened.goto(pathToFileURL(servedPath).href);
    expect(await check(opened, receipt.text)).toBe('genuine');
    expect(await opened.locator('#answer').innerText()).toContain('本文件自己的 Ed25519');
    await opened.close();
  });

  it('says not genuine and why when one letter of the content was changed', async () => {
    const opened = await open();
    const line = /^extra (.*)$/m.exec(receipt.text)?.[1] ?? '';
    const changed = Buffer.from(Buffer.from(line, 'base64').toString().replace('居住证', '身份证')).toString('base64');
    expect(await check(opened, receipt.text.replace(line, changed))).toBe('fake');
    expect(await opened.locator('#answer').innerText()).toContain('所附的内容，不是写进账本的那一份');
    await opened.close();
  });

  it('cannot tell without keys or without the record, says what is missing, and can once it is given', async () => {
    const opened = await open(pagePath);
    expect(await opened.locator('#keys-note').innerText()).toContain('没有带公钥');
    expect(await check(opened, bare.text)).toBe('unclear');
    await opened.locator('#log-keys').fill(madeTrust.logs.join('\n'));
    await opened.locator('#witness-keys').fill(madeTrust.witnesses.join('\r\n\n '));
    expect(await check(opened, bare.text)).toBe('unclear');
    expect(await opened.locator('#answer').innerText()).toContain('凭证里没有带记录');
    await opened.locator('summary').first().click();
    await opened.locator('#fingerprint').fill(` ${bare.leafHash.toString('hex').toUpperCase().replace(/(.{4})/g, '$1 ')}`);
    expect(await check(opened, bare.text)).toBe('genuine');
    await opened.locator('#quorum').fill('3');
    expect(await check(opened, bare.text)).toBe('fake');
    expect(await opened.locator('#answer').innerText()).toContain('只有 2 个见证方签名，至少要 3 个');
    await opened.close();
  });

  it('takes a file byte by byte, and puts the line ends of mailed text right and says so', async () => {
    const opened = await open();
    const mailed = join(folder, 'receipt.txt');
    writeFileSync(mailed, receipt.text.replaceAll('\n', '\r\n').trimEnd());
    await opened.locator('#file').setInputFiles(mailed);
    await opened.locator('#answer h2').waitFor();
    expect(await opened.locator('#answer').getAttribute('class')).toBe('genuine');
    expect(await opened.locator('#answer').innerText()).toContain('换行有变化');
    await opened.close();
  });

  it('takes its answer back as soon as the receipt or a key is changed', async () => {
    const opened = await open();
    for (const field of ['#receipt', '#log-keys', '#quorum']) {
      expect(await check(opened, receipt.text)).toBe('genuine');
      await opened.locator('#keys').evaluate((one) => one.setAttribute('open', ''));
      await opened.locator(field).press('End');
      await opened.locator(field).pressSequentially('1');
      expect(await opened.locator('#answer').isVisible()).toBe(false);
      await opened.reload();
    }
    await opened.close();
  });

  it('prints the answer, the facts, the receipt and the keys on paper, and no buttons', async () => {
    const opened = await open();
    await check(opened, receipt.text);
    await opened.emulateMedia({ media: 'print' });
    const text = await opened.locator('body').innerText();
    for (const part of ['是真的', 'c2sp.org/tlog-proof@v1', ...madeTrust.logs, ...madeTrust.witnesses]) expect(text).toContain(part);
    expect(await opened.locator('button:visible, textarea:visible, input:visible').count()).toBe(0);
    const folderOfPictures = process.env.VERIFIER_PICTURES;
    if (folderOfPictures) await opened.setViewportSize({ width: 794, height: 1123 }).then(() => opened.screenshot({ path: join(folderOfPictures, 'print.png'), fullPage: true }));
    await opened.close();
  });

  it('never asks the network for anything', () => {
    expect(asked.length).toBeGreaterThan(4);
    expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([]);
  });
});

describe.each(widths)('%d pixels wide', (width) => {
  it.each(languages)('in %s nothing sticks out and no rule of accessibility is broken, with each answer', async (language) => {
    const opened = await open();
    await opened.setViewportSize({ width, height: 900 });
    await opened.locator(`[data-language=${language}]`).click();
    expect(await opened.locator('html').getAttribute('lang')).toBe(language);
    await opened.locator('details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
    const answers = { genuine: receipt.text, fake: receipt.text.replace('index 41', 'index 42'), unclear: bare.text };
    for (const [kind, text] of Object.entries(answers)) {
      expect(await check(opened, text)).toBe(kind);
      expect(await opened.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await violationsOn(opened)).toEqual([]);
      const folderOfPictures = process.env.VERIFIER_PICTURES;
      if (folderOfPictures) await opened.screenshot({ path: join(folderOfPictures, `${language}-${width}-${kind}.png`), fullPage: true });
    }
    const small = await opened.locator('button:visible, summary, #fingerprint').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height).filter((height) => height < 60));
    expect(small).toEqual([]);
    await opened.close();
  });
});
