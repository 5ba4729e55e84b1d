import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventPerson } from '../../testing/people.ts';
import { hall, testPeople, type TestPeople } from './routes-for-tests.ts';

const person = (index: number) => inventPerson('sessions', { index, today: '2026-11-23', ageFrom: 18, ageTo: 70 });
const anonymous = { actor: { kind: 'anonymous' }, csrfToken: null };

let t: TestPeople;
let nextIndex = 0;
beforeAll(async () => {
  t = await testPeople();
});
afterAll(() => t.close());

async function resident(): Promise<{ partyId: string; token: string; csrfToken: string }> {
  const who = person((nextIndex += 1));
  const [partyId = ''] = await t.people.makeParties([{ name: who.name['zh-CN'], number: who.number, phone: who.mobile, assurance: 'self_declared' }]);
  return { partyId, ...(await t.people.openSessionFor({ kind: 'resident', partyId })) };
}

async function clerk(): Promise<{ staffId: string; token: string; csrfToken: string }> {
  const [staffId = ''] = await t.people.makeStaff([{ name: '某窗口', login: `clerk${(nextIndex += 1)}`, password: 'four blue chairs', posts: [{ institution: hall, role: 'window_clerk' }] }], { quickPasswords: true });
  return { staffId, ...(await t.people.openSessionFor({ kind: 'staff', staffId })) };
}

const age = (token: string, change: string): Promise<unknown> => t.fresh.owner.query(`update people.sessions set ${change} where token_hash = $1`, [createHash('sha256').update(token).digest()]);

/** After it everything that must hold within a second does, however slow the machine. */
const aSecond = (): Promise<void> => new Promise((done) => setTimeout(done, 1_000));

describe('a session', () => {
  it('is known by a token of 256 random bits, of which only the hash is kept', async () => {
    const { token, partyId, csrfToken } = await resident();
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(await t.people.authenticate(token)).toEqual({ actor: { kind: 'resident', partyId }, csrfToken, fresh: true });
    const { rows } = await t.fresh.owner.query<{ row: string }>('select row_to_json(s)::text as row from people.sessions s');
    expect(rows.some((row) => row.row.includes(createHash('sha256').update(token).digest('hex')))).toBe(true);
    expect(rows.some((row) => row.row.includes(token) || row.row.includes(Buffer.from(token, 'base64url').toString('hex')))).toBe(false);
  });

  it.each([undefined, '', 'x', 'a'.repeat(43), 'a'.repeat(100_000), "' or 1=1 --"])('is not opened by %j', async (token) => {
    expect(await t.people.authenticate(token)).toEqual(anonymous);
  });

  // To the millisecond it is tried in session-life.test.ts; the clocks of two programs may be a little apart.
  it('unused for half an hour is over for a resident, for an hour for staff; used before, it goes on', async () => {
    const [early, late, staffEarly, staffLate] = [await resident(), await resident(), await clerk(), await clerk()];
    await age(early.token, `seen_at = clock_timestamp() - interval '29 minutes'`);
    await age(late.token, `seen_at = clock_timestamp() - interval '30 minutes 10 seconds'`);
    await age(staffEarly.token, `seen_at = clock_timestamp() - interval '59 minutes'`);
    await age(staffLate.token, `seen_at = clock_timestamp() - interval '60 minutes 10 seconds'`);
    const kinds = await Promise.all([early, late, staffEarly, staffLate].map(async ({ token }) => (await t.people.authenticate(token)).actor.kind));
    expect(kinds).toEqual(['resident', 'anonymous', 'staff', 'anonymous']);
    const { rows } = await t.fresh.owner.query<{ fresh: boolean }>(`select seen_at > clock_timestamp() - interval '1 minute' as fresh from people.sessions where token_hash = $1`, [createHash('sha256').update(early.token).digest()]);
    expect(rows).toEqual([{ fresh: true }]);
  });

  it('is over at its end however much it is used', async () => {
    const { token } = await clerk();
    await age(token, `expires_at = clock_timestamp() - interval '10 seconds'`);
    expect(await t.people.authenticate(token)).toEqual(anonymous);
  });

  it('has its use written once a minute, not with every call', async () => {
    const { token } = await resident();
    const seen = async (): Promise<string> => (await t.fresh.owner.query<{ seen: string }>('select seen_at::text as seen from people.sessions where token_hash = $1', [createHash('sha256').update(token).digest()])).rows[0]?.seen ?? '';
    await age(token, `seen_at = clock_timestamp() - interval '20 seconds'`);
    const before = await seen();
    await t.people.authenticate(token);
    expect(await seen()).toBe(before);
  });

  it('ended at one process is ended at another within a second', async () => {
    const [other, { token, csrfToken }] = [await t.another(), await resident()];
    const browser = t.browser();
    Object.assign(browser, { token, csrf: csrfToken });
    expect((await other.authenticate(token)).actor.kind).toBe('resident');
    expect((await browser.post('/api/v1/me/sign-out')).json<object>()).toEqual({ onward: null });
    expect(await t.people.authenticate(token)).toEqual(anonymous);
    expect(browser.token).toBeUndefined();
    await aSecond();
    expect((await other.authenticate(token)).actor.kind).toBe('anonymous');
  });

  it('of staff loses an ended post, and a deactivated person everything, within a second', async () => {
    const { token, staffId } = await clerk();
    const posts = async (): Promise<number> => {
      const { actor } = await t.people.authenticate(token);
      return actor.kind === 'staff' ? actor.posts.length : -1;
    };
    expect(await posts()).toBe(1);
    await t.fresh.owner.query('update people.posts set to_at = clock_timestamp() where staff_id = $1', [staffId]);
    await aSecond();
    expect(await posts()).toBe(0);
    await t.fresh.owner.query('update people.staff set active = false where staff_id = $1', [staffId]);
    await aSecond();
    expect(await posts()).toBe(-1);
  });

  it('known before a sign-in is worth nothing after it (fixation)', async () => {
    const [planted, staff] = [await resident(), t.browser()];
    await t.people.makeStaff([{ name: '某人', login: 'fixed', password: 'four blue chairs', posts: [{ institution: hall, role: 'officer' }] }], { quickPasswords: true });
    Object.assign(staff, { token: planted.token, csrf: planted.csrfToken });
    const answer = await staff.post('/api/v1/staff/sign-in', { login: 'fixed', password: 'four blue chairs' });
    expect(answer.statusCode, answer.body).toBe(200);
    expect(staff.token).not.toBe(planted.token);
    expect(await t.people.authenticate(planted.token)).toEqual(anonymous);
    expect((await t.people.authenticate(staff.token)).actor.kind).toBe('staff');
  });

  it('an unknown token somebody planted is not taken over either', async () => {
    const browser = t.browser();
    browser.token = 'A'.repeat(43);
    await t.people.makeStaff([{ name: '某人', login: 'planted', password: 'four blue chairs', posts: [{ institution: hall, role: 'officer' }] }], { quickPasswords: true });
    expect((await browser.post('/api/v1/staff/sign-in', { login: 'planted', password: 'four blue chairs' })).statusCode).toBe(200);
    expect(browser.token).not.toBe('A'.repeat(43));
  });

  it('does nothing without the token that pages of ours bring back', async () => {
    const { token } = await resident();
    const browser = t.browser();
    browser.token = token;
    expect((await browser.post('/api/v1/me/sign-out')).statusCode).toBe(403);
    expect((await t.people.authenticate(token)).actor.kind).toBe('resident');
  });

  it('past its end is forgotten, and with it codes and counts of the days before', async () => {
    const { token } = await resident();
    await age(token, `expires_at = clock_timestamp()`);
    const standing = await resident();
    await t.fresh.owner.query(`insert into platform.tries (subject, tries, window_from) values ('\\x00', 1, clock_timestamp() - interval '49 hours'), ('\\x01', 1, clock_timestamp())`);
    // By itself with the first session another process opens.
    await (await t.another()).openSessionFor({ kind: 'resident', partyId: standing.partyId });
    const left = await t.fresh.owner.query<{ gone: string; stands: string; tries: string }>(
      `select (select count(*) from people.sessions where token_hash = $1) as gone, (select count(*) from people.sessions where token_hash = $2) as stands, (select count(*) from platform.tries where subject in ('\\x00', '\\x01')) as tries`,
      [createHash('sha256').update(token).digest(), createHash('sha256').update(standing.token).digest()],
    );
    expect(left.rows).toEqual([{ gone: '0', stands: '1', tries: '1' }]);
  });
});

describe('who is calling', () => {
  it('is told to everybody: nobody, a resident, staff with posts', async () => {
    const [stranger, person, staff] = [t.browser(), t.browser(), t.browser()];
    expect((await stranger.get('/api/v1/me')).json()).toEqual({ kind: 'anonymous', name: null, party: null, staffId: null, posts: [], csrfToken: null });
    const session = await resident();
    Object.assign(person, { token: session.token });
    expect((await person.get('/api/v1/me')).json()).toMatchObject({ kind: 'resident', csrfToken: session.csrfToken, party: { partyId: session.partyId } });
    const window = await clerk();
    Object.assign(staff, { token: window.token });
    expect((await staff.get('/api/v1/me')).json()).toMatchObject({
      kind: 'staff', name: '某窗口', staffId: window.staffId, posts: [{ institution: hall, unit: '440303', role: 'window_clerk', institutionName: { en: 'Luohu District Hall' } }],
    });
  });
});
