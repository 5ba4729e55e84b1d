import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { endpoints } from '../../contract/endpoints.ts';
import { attachFile, getDraftFile } from '../../contract/matters.ts';
import { exportStaffPosts } from '../../contract/staff-changes.ts';
import { logger } from '../../server/platform/log/logger.ts';
import { words } from '../../server/platform/log/index.ts';
import { sessionCookie } from '../../server/platform/http/server.ts';
import { allowanceOffice, paper, type AllowanceOffice } from '../../server/testing/allowance-office.ts';
import { browserOf, mountPortal } from '../../web/portal/browser-for-tests.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

/** What ends a line, or steers a terminal, somewhere: CR, LF, vertical tab, form feed, NEL, line and paragraph separator, escape. */
const enders = ['\r\n', '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029', '\u001b[2J'] as const;
const forged = (ender: string): string => `a${ender}set-cookie: forged=1${ender}${ender}<script>alert(1)</script>`;

let t: AllowanceOffice;
beforeAll(async () => {
  t = await allowanceOffice();
  await mountPortal(t);
});
afterAll(() => t.drop());

describe('Text that would end a line (S-12)', () => {
  it('in the name of a file never leaves its header', async () => {
    const { client } = await t.somebody();
    const draft = await t.completeDraft(client);
    const { materialCode = '' } = draft.materials.find((one) => one.files.length > 0) ?? {};
    const seen: unknown[] = [];
    for (const ender of enders) {
      const put = await client.upload(attachFile, { draftId: draft.draftId, materialCode }, { name: `${forged(ender)}.pdf`, content: paper() });
      if (put.status >= 400) {
        expect([put.status >= 500, put.text]).toEqual([false, put.text]);
        continue;
      }
      const fileId = put.reply.materials.find((one) => one.materialCode === materialCode)?.files.at(-1)?.fileId ?? '';
      const got = await client.call(getDraftFile, { params: { draftId: draft.draftId, fileId } });
      seen.push(got.status);
      expect([got.status, got.headers['set-cookie']]).toEqual([200, undefined]);
      expect(String(got.headers['content-disposition'])).toMatch(/^(inline|attachment); filename\*=UTF-8''[A-Za-z0-9%._!~*'()-]*$/);
    }
    expect(seen.length, 'none was taken: nothing was tried').toBeGreaterThan(0);
  });

  it('in the place to go back to never reaches Location', async () => {
    const { partyId } = await t.somebody();
    const browser = browserOf(t, { [sessionCookie]: (await t.app.people.openSessionFor({ kind: 'resident', partyId })).token });
    for (const ender of enders) {
      const next = `/matters${forged(ender)}`;
      for (const [method, url, payload] of [['GET', `/sign-in?next=${encodeURIComponent(next)}`, undefined], ['POST', '/settings', new URLSearchParams({ next, back: next, lang: 'en' }).toString()]] as const) {
        const answer = await t.app.http.inject({ method, url, headers: { cookie: [...browser.jar].map(([name, value]) => `${name}=${value}`).join('; '), ...(payload === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }) }, ...(payload === undefined ? {} : { payload }) });
        expect(answer.statusCode, url).toBeLessThan(500);
        expect(String(answer.headers.location ?? '/'), url).toMatch(/^\/(?!\/)[\x21-\x7e]*$/);
        expect(answer.cookies.map(({ name }) => name), url).not.toContain('forged');
        expect(answer.body).not.toContain('<script>alert(1)');
      }
    }
  });

  it.each(['json', 'text'] as const)('in an error makes one line of the log, as %s', (form) => {
    for (const ender of enders) {
      const lines: string[] = [];
      const log = logger({ write: (line) => void lines.push(line), form, now: () => Date.UTC(2026, 10, 23) });
      const error = new Error(`a${ender}{"level":"info","event":"start.ready"}`, { cause: new Error(`b${ender}c`) });
      error.stack = `Error: a${ender}FORGED\n    at here (server/app.ts:1:1)`;
      log.tell('error', 'http.fault', { fault: error, words: words(`x${ender}FORGED`) });
      expect(lines).toHaveLength(1);
      const [line = ''] = lines;
      const told = line.replace(/\n$/, '');
      if (form === 'json') expect(() => JSON.parse(told) as unknown).not.toThrow();
      expect([...told.matchAll(/[\r\v\f\u0085\u2028\u2029\u001b]/g)].length, JSON.stringify(told)).toBe(0);
      if (form === 'json') expect(told).not.toContain('\n');
      else expect(told.split('\n').slice(1).every((next) => next.startsWith(' ')), JSON.stringify(told)).toBe(true);
    }
  });
});

describe('A table that leaves the house (S-12, CWE-1236)', () => {
  const formulas = ['=1+1', '+1+1', '-1+1', '@SUM(1)', '=HYPERLINK("http://x.example";"y")', '|cmd'];

  it('holds the names people gave themselves as text', async () => {
    await t.app.people.makeStaff(formulas.map((name, n) => ({ name, login: `formula.no${n}`, password: 'a long test password', posts: [{ institution: 'YM-440303005014-hall', role: 'window_clerk' as const }] })), { quickPasswords: true });
    const { client } = await t.staff('formula.audit', [{ institution: 'YM-440300-government_services', role: 'audit_administrator' }]);
    const { text } = await client.call(exportStaffPosts, {});
    const cells = text.replace(/^\uFEFF/, '').split('\r\n').flatMap((row) => row.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)).map((cell) => cell.replace(/^"|"$/g, '').replaceAll('""', '"'));
    for (const name of formulas) expect(cells).toContain(`'${name}`);
    expect(cells.filter((cell) => /^[=+\-@|\t\r]/.test(cell))).toEqual([]);
  });

  it('is made by one function, whichever route it leaves by', () => {
    const sources = readdirSync('server', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts')).map((path) => ({ path, text: readFileSync(join('server', path), 'utf8') }));
    const tables = sources.filter(({ text }) => /'text\/csv|spreadsheetml/.test(text));
    const routes = endpoints.filter(({ produces }) => /csv|spreadsheetml/.test(produces ?? ''));
    expect(routes.length).toBeGreaterThanOrEqual(9);
    // Each answers under its type through csvOf, or makes a workbook whose texts went through defused (routes-workbook.ts).
    expect(tables.filter(({ text }) => /'text\/csv/.test(text) && !/csvOf\(|historyCsv\(|differencesAsCsv\(|tableOf\(/.test(text)).map(({ path }) => path)).toEqual([]);
    expect(sources.filter(({ text }) => /@e965\/xlsx/.test(text) && /json_to_sheet|aoa_to_sheet|\bt: 's'/.test(text) && !text.includes('defused(')).map(({ path }) => path)).toEqual([]);
    // Nobody writes cells by hand beside it.
    expect(sources.filter(({ path, text }) => path !== join('platform', 'http', 'csv.ts') && /join\('[,;\\t]+'\)\)?\s*\.join\('\\r?\\n'\)|\\uFEFF\$\{/.test(text)).map(({ path }) => path)).toEqual([]);
    for (const { id } of routes) expect(sources.some(({ text }) => new RegExp(`\\b${id}\\b`).test(text)), id).toBe(true);
  });
});
