import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { live } from '../../contract/live.ts';
import { getDraftFile, getMatter } from '../../contract/matters.ts';
import { confirmSignIn, requestSignInCode, signOut, staffSignIn } from '../../contract/people.ts';
import { exportStaffPosts } from '../../contract/staff-changes.ts';
import { getSunshineTable } from '../../contract/measures.ts';
import { sessionCookie } from '../../server/platform/http/server.ts';
import { addressOf } from '../../server/testing/app.ts';
import { allowanceOffice, type AllowanceOffice } from '../../server/testing/allowance-office.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

/** Of an answer: its status and its headers, small letters. */
interface Seen {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** The policy of an answer, by directive. */
function policyOf({ headers }: Seen): ReadonlyMap<string, readonly string[]> {
  return new Map(String(headers['content-security-policy'] ?? '').split(';').flatMap((part) => {
    const [name = '', ...sources] = part.trim().split(/\s+/);
    return name === '' ? [] : [[name, sources] as const];
  }));
}

/** What an answer leaves open to whoever would run something in our name, frame us, or guess what a file is. */
function openings(seen: Seen, kind: string): readonly string[] {
  const policy = policyOf(seen);
  const scripts = policy.get('script-src') ?? policy.get('default-src');
  const wrong = [
    scripts === undefined && 'scripts from anywhere',
    scripts?.some((source) => /^'unsafe-|^\*$|^https?:$|^data:$|^blob:$/.test(source)) && `scripts from ${scripts.join(' ')}`,
    policy.get('frame-ancestors')?.join() !== "'none'" && policy.get('frame-ancestors')?.join() !== "'self'" && 'frames of anybody',
    seen.headers['x-content-type-options'] !== 'nosniff' && 'guessed types',
    !['same-origin', 'no-referrer'].includes(String(seen.headers['referrer-policy'])) && 'addresses told elsewhere',
  ];
  return wrong.filter((one): one is string => typeof one === 'string').map((one) => `${kind} (${seen.status}): ${one}`);
}

/** What a session's cookie lacks: readable by nothing but us, over TLS alone, to this very host, not with what another site sends. */
function cookieFaults(line: string): readonly string[] {
  const [, ...attributes] = line.split(';').map((part) => part.trim().toLowerCase());
  return [...['path=/', 'httponly', 'secure', 'samesite=lax'].filter((one) => !attributes.includes(one)), ...attributes.filter((one) => one.startsWith('domain'))].map((one) => `${line.split('=')[0] ?? ''}: ${one}`);
}

let t: AllowanceOffice;
let dist: string;
const password = 'a long test password';
const get = async (url: string, headers: Record<string, string> = {}): Promise<Seen> => {
  const { statusCode, headers: own } = await t.app.http.inject({ method: 'GET', url, headers });
  return { status: statusCode, headers: own };
};

beforeAll(async () => {
  dist = realpathSync(mkdtempSync(join(tmpdir(), 'yimen-headers-')));
  for (const folder of ['portal/assets', 'workbench/assets']) mkdirSync(join(dist, folder), { recursive: true });
  writeFileSync(join(dist, 'portal/manifest.json'), '{}');
  writeFileSync(join(dist, 'portal/assets/one.js'), 'export {};');
  copyFileSync('web/workbench/index.html', join(dist, 'workbench/index.html'));
  t = await allowanceOffice({ distFolder: dist, publicUrl: 'https://yimen.example' });
});
afterAll(async () => {
  await t.drop();
  rmSync(dist, { recursive: true, force: true });
});

describe('What every answer says to the browser (S-12, C-IN-5)', () => {
  it('lets no script in but ours, nobody frame us and no type be guessed: pages, answers, problems, files, tables and streams', async () => {
    const { client, partyId } = await t.somebody();
    const draft = await t.completeDraft(client);
    const [fileId = ''] = draft.materials.flatMap((one) => one.files).map((file) => file.fileId);
    const { token } = await t.app.people.openSessionFor({ kind: 'resident', partyId });
    const cookie = { cookie: `${sessionCookie}=${token}` };
    const { staffId } = await t.staff('headers.audit', [{ institution: 'YM-440300-government_services', role: 'audit_administrator' }]);
    const audit = { cookie: `${sessionCookie}=${(await t.app.people.openSessionFor({ kind: 'staff', staffId })).token}` };
    const kinds: readonly (readonly [string, string, number, Record<string, string>?])[] = [
      ['portal page', '/', 200], ['portal page of a resident', '/matters', 200, cookie], ['portal form', '/sign-in', 200], ['portal page that is not there', '/nothing-here', 404], ['portal file', '/assets/one.js', 200],
      ['workbench page', '/workbench/', 200], ['API reply', '/api/v1/me', 200, cookie], ['problem of an address', '/api/v1/nothing-here', 404], ['problem of a session', addressOf(getMatter, { params: { matterId: draft.draftId } }), 401],
      ['problem of input', addressOf(getMatter, { params: { matterId: 'no id' } }), 400, cookie], ['address that cannot be read', '/%ff', 400], ['file', addressOf(getDraftFile, { params: { draftId: draft.draftId, fileId } }), 200, cookie],
      ['table', exportStaffPosts.path, 200, audit], ['open table', getSunshineTable.path, 200], ['document of the API', '/api/v1/openapi.json', 200], ['pages of the API', '/api/docs/', 200], ['health', '/health/live', 200], ['ready', '/health/ready', 200],
    ];
    const faults: string[] = [];
    for (const [kind, url, status, headers] of kinds) {
      const seen = await get(url, headers);
      if (seen.status !== status) faults.push(`${kind}: ${seen.status}`);
      faults.push(...openings(seen, kind));
      if (!String(seen.headers['strict-transport-security']).startsWith('max-age=31536000')) faults.push(`${kind}: without TLS too`);
    }
    await t.app.http.listen({ host: '127.0.0.1', port: 0 });
    const end = new AbortController();
    const stream = await fetch(`http://127.0.0.1:${(t.app.http.server.address() as AddressInfo).port}${live.path}`, { headers: audit, signal: end.signal });
    faults.push(...openings({ status: stream.status, headers: Object.fromEntries(stream.headers) }, 'stream'));
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    end.abort();
    expect(faults).toEqual([]);
  });

  it('would notice an inline script, an open frame and a guessed type', () => {
    const sound = { 'content-security-policy': "default-src 'self'; frame-ancestors 'none'", 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' };
    expect(openings({ status: 200, headers: sound }, 'sound')).toEqual([]);
    expect(openings({ status: 200, headers: { ...sound, 'content-security-policy': "default-src 'self'; script-src 'self' 'unsafe-inline'; frame-ancestors 'none'" } }, 'a')).toHaveLength(1);
    expect(openings({ status: 200, headers: { ...sound, 'content-security-policy': "default-src 'self'" } }, 'b')).toHaveLength(1);
    expect(openings({ status: 200, headers: {} }, 'c')).toHaveLength(4);
  });

  it('stores the session in a cookie of this host alone, on every way in and on the way out', async () => {
    const { person } = await t.somebody();
    const anyone = await t.as('anonymous');
    const { signInId } = await anyone.good(requestSignInCode, { body: { phone: person.mobile, language: 'zh-CN' } });
    const code = /\b\d{6}\b/.exec(JSON.stringify(t.sms.at(-1)))?.[0] ?? '';
    await t.staff('headers.clerk', [{ institution: 'YM-440303005014-hall', role: 'window_clerk' }]);
    const answers = [
      await anyone.call(confirmSignIn, { params: { signInId }, body: { code } }),
      await anyone.call(staffSignIn, { body: { login: 'headers.clerk', password } }),
    ];
    const client = await t.as({ partyId: (await t.somebody()).partyId });
    answers.push(await client.call(signOut, {}) as never);
    const faults: string[] = [];
    for (const answer of answers) {
      const lines = [answer.headers['set-cookie'] ?? []].flat() as string[];
      expect([answer.status, lines.length]).toEqual([200, 1]);
      faults.push(...lines.flatMap(cookieFaults));
    }
    expect(faults).toEqual([]);
    expect(cookieFaults('a=b; Path=/; Domain=gov.cn; HttpOnly; SameSite=Lax')).toEqual(['a: secure', 'a: domain=gov.cn']);
  });
});
