import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { endpoints } from '../../contract/endpoints.ts';
import { exportStaffPosts } from '../../contract/staff-changes.ts';
import { testApp, type TestApp } from '../../server/testing/app.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

/**
 * Every route that answers with a file, and why one person may take it alone (C-PR-3): it is about the caller himself, about one matter or one paper, it is a stream of marks without
 * words, it names nobody, it is masked above a hundred lines, or two persons agreed to it. A new route that answers with a file needs its line here.
 */
const why: Readonly<Record<string, 'own' | 'one_matter' | 'stream' | 'names_nobody' | 'masked_when_long' | 'two_persons'>> = {
  exportMyData: 'own', myAccessLogCsv: 'own', getDraftFile: 'own',
  getMatterFile: 'one_matter', getPaper: 'one_matter', getHistoryCsv: 'one_matter', getProofFile: 'one_matter', getOutsideFile: 'one_matter',
  hallLive: 'stream', live: 'stream',
  exportMeasures: 'names_nobody', getSunshineTable: 'names_nobody', exportCatalogueDiff: 'names_nobody', exportCatalogueDiffTable: 'names_nobody', exportOperations: 'names_nobody', exportReconciliation: 'names_nobody',
  exportStaffPosts: 'masked_when_long',
  takeExportCsv: 'two_persons', takeExportLines: 'two_persons',
};

describe('What leaves as a file', () => {
  it('is on the list, every route of it', () => {
    const files = endpoints.filter(({ produces }) => produces !== undefined);
    expect(files.length).toBeGreaterThan(15);
    expect(files.map(({ id }) => id).filter((id) => why[id] === undefined)).toEqual([]);
  });

  it('about the caller, or about one matter, is asked for by its own address alone', () => {
    for (const { id, path } of endpoints) {
      if (why[id] === 'one_matter') expect(path, id).toContain('/:matterId');
      if (why[id] === 'own') expect(path, id).toMatch(/^\/api\/v1\/(me|drafts)\//);
    }
  });
});

describe('The table of posts', () => {
  const post = { institution: 'YM-440303005014-hall', role: 'window_clerk' as const };
  let t: TestApp;
  let audit: Awaited<ReturnType<TestApp['staff']>>['client'];
  const make = (from: number, to: number) => t.app.people.makeStaff(Array.from({ length: to - from }, (_none, n) => ({ name: `林小雨${from + n}`, login: `clerk.no${from + n}`, password: 'a long test password', posts: [post] })), { quickPasswords: true });
  const table = async (): Promise<string> => (await audit.call(exportStaffPosts, {})).text;
  beforeAll(async () => {
    t = await testApp();
    audit = (await t.staff('audit.one', [{ institution: 'YM-440300-government_services', role: 'audit_administrator' }])).client;
    await make(0, 99);
  });
  afterAll(() => t.drop());

  it('names people up to the hundredth line, and nobody from the next on', async () => {
    const hundred = await table();
    expect(hundred.trim().split('\r\n')).toHaveLength(102);
    expect(hundred).toContain('林小雨98,clerk.no98,');
    await make(99, 100);
    const more = await table();
    expect(more.trim().split('\r\n')).toHaveLength(103);
    expect(more).not.toMatch(/林小雨|clerk\.no/);
    expect(more).toContain('林**');
  });
});
