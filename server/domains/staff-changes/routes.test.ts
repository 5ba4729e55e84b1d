import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as people from '../../../contract/people.ts';
import * as wire from '../../../contract/staff-changes.ts';
import { testApp, type Client, type TestApp } from '../../testing/app.ts';

const bureau = 'YM-440300-government_services';
const hall = 'YM-440303-hall';
const office = 'YM-440303-civil_affairs';

let t: TestApp;
let first: { staffId: string; client: Client };
let second: { staffId: string; client: Client };
let audit: Client;
let system: Client;

const security = (login: string) => t.staff(login, [{ institution: bureau, role: 'security_administrator' }]);
const propose = async (client: Client, terms: wire.StaffChangeTerms) => (await client.good(wire.proposeStaffChange, { body: { commandId: randomUUID(), terms } })).change;
const approve = (client: Client, { changeId, seq }: { changeId: string; seq: number }) => client.good(wire.approveStaffChange, { params: { changeId }, body: { commandId: randomUUID(), seenSeq: seq } });
const refusedApproval = (client: Client, { changeId, seq }: { changeId: string; seq: number }) => client.refused(wire.approveStaffChange, { params: { changeId }, body: { commandId: randomUUID(), seenSeq: seq } });
const appointment = (login: string, posts: readonly { institution: string; role: 'officer' | 'window_clerk' | 'administrator' | 'security_administrator' | 'audit_administrator' }[]): wire.StaffChangeTerms =>
  ({ kind: 'appoint', reason: '窗口增员', people: [{ name: `测试 ${login}`, login, posts: [...posts] }] });
const signIn = async (login: string, password: string) => (await t.as('anonymous')).call(people.staffSignIn, { body: { login, password } });
const fileOf = (staffId: string) => first.client.good(wire.getStaffFile, { params: { staffId } });

/** Appointed by both. */
async function made(login: string, posts: Parameters<typeof appointment>[1] = [{ institution: hall, role: 'window_clerk' }]): Promise<{ staffId: string; password: string; client: Client }> {
  const { firstPasswords } = await approve(second.client, await propose(first.client, appointment(login, posts)));
  const [one] = firstPasswords;
  if (!one) throw new Error('no password');
  return { staffId: one.staffId, password: one.password, client: await t.as({ staffId: one.staffId }) };
}

describe('the founding', () => {
  it('lets the only security administrator decide alone, marks each such act for ever, and ends for good with the second one', async () => {
    const city = await testApp();
    try {
      const { staffId } = await city.staff('founder', [{ institution: bureau, role: 'security_administrator' }]);
      const founder = await city.as({ staffId });
      const change = await propose(founder, appointment('system.one', [{ institution: bureau, role: 'administrator' }]));
      expect(change.allowed).toEqual(['approve', 'withdraw']);
      expect((await founder.good(wire.listStaffChanges, {})).founding).toBe(true);
      expect((await approve(founder, change)).change).toMatchObject({ status: 'approved', founding: true, allowed: [] });
      const waiting = await propose(founder, appointment('late.one', [{ institution: hall, role: 'window_clerk' }]));
      const other = await approve(founder, await propose(founder, appointment('security.two', [{ institution: bureau, role: 'security_administrator' }])));
      expect(other.change.founding).toBe(true);
      expect((await founder.good(wire.listStaffChanges, {})).founding).toBe(false);
      expect((await refusedApproval(founder, waiting)).code).toBe('staff.same_person');
      const facts = await city.fresh.owner.query<{ founding: string | null; rule: { persons: number } }>(`select content ->> 'founding' as founding, rule from platform.facts where kind = 'staff_change_approved' order by at`);
      expect(facts.rows.map((row) => [row.founding, row.rule.persons])).toEqual([['true', 1], ['true', 1]]);
      const alone = await propose(founder, { kind: 'deactivate', staffId: other.change.staff[0]?.staffId ?? '', reason: '试一试' });
      expect((await refusedApproval(founder, alone)).code).toBe('staff.same_person');
    } finally {
      await city.drop();
    }
  });

  it('never leaves an installation without anybody who decides, and is opened again by the owner of the database alone, with a reason', async () => {
    const city = await testApp();
    try {
      const { staffId } = await city.staff('founder', [{ institution: bureau, role: 'security_administrator' }]);
      const founder = await city.as({ staffId });
      const own = await propose(founder, { kind: 'deactivate', staffId, reason: '离职' });
      expect((await refusedApproval(founder, own)).code).toBe('staff.about_oneself');
      const [twoId] = await city.app.people.makeStaff([{ name: '二', login: 'two', password: 'a long test password', posts: [{ institution: bureau, role: 'security_administrator' }] }], { quickPasswords: true });
      expect((await founder.good(wire.listStaffChanges, {})).founding).toBe(false);
      await expect(city.fresh.database.pool.query(`select people.reopen_founding('I want to')`)).rejects.toThrow(/permission denied/);
      await expect(city.fresh.database.pool.query('update people.foundings set over_at = null')).rejects.toThrow(/permission denied/);
      await city.fresh.owner.query(`select people.reopen_founding('the second one has left for good')`);
      await approve(founder, await propose(founder, { kind: 'deactivate', staffId: twoId ?? '', reason: '已离职' }));
      await city.staff('three', [{ institution: bureau, role: 'security_administrator' }]);
      expect((await city.fresh.owner.query('select why, over_at is null as open from people.foundings order by opened_at')).rows).toEqual([{ why: 'installation', open: false }, { why: 'the second one has left for good', open: false }]);
    } finally {
      await city.drop();
    }
  });
});

describe('a change of staff', () => {
  beforeAll(async () => {
    t = await testApp();
    [first, second] = [await security('security.first'), await security('security.second')];
    audit = (await t.staff('audit.one', [{ institution: bureau, role: 'audit_administrator' }])).client;
    system = (await t.staff('system.first', [{ institution: bureau, role: 'administrator' }])).client;
  });
  afterAll(() => t.drop());

  it('takes two different persons, whose ids stand in its facts, and the first password is answered once', async () => {
    const post = { institution: hall, role: 'window_clerk' as const };
    const change = await propose(first.client, appointment('lin.xiaoyu', [post, post, { institution: office, role: 'officer' }]));
    expect(change).toMatchObject({ status: 'proposed', kind: 'appoint', allowed: ['withdraw'], founding: false, staff: [{ login: 'lin.xiaoyu', name: '测试 lin.xiaoyu', posts: [post, { role: 'officer' }] }] });
    expect((await refusedApproval(first.client, change)).code).toBe('staff.same_person');
    expect((await signIn('lin.xiaoyu', 'anything at all')).problem.code).toBe('sign_in.wrong_login_or_password');
    const body = { commandId: randomUUID(), seenSeq: change.seq };
    const done = await second.client.good(wire.approveStaffChange, { params: { changeId: change.changeId }, body });
    expect(done.change).toMatchObject({ status: 'approved', founding: false, proposedBy: { staffId: first.staffId }, decidedBy: { staffId: second.staffId } });
    const password = done.firstPasswords[0]?.password ?? '';
    expect(password).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/);
    expect((await second.client.good(wire.approveStaffChange, { params: { changeId: change.changeId }, body })).firstPasswords).toEqual([]);
    expect((await signIn('lin.xiaoyu', password)).reply).toMatchObject({ kind: 'staff', posts: [{ institution: office }, { institution: hall }] });
    const facts = await t.fresh.owner.query<{ kind: string; by: { id: string }; text: string }>('select kind, by, content::text as text from platform.facts where matter_id = $1 order by seq', [change.changeId]);
    expect(facts.rows.map(({ kind, by }) => [kind, by.id])).toEqual([['staff_change_proposed', first.staffId], ['staff_change_approved', second.staffId]]);
    expect(facts.rows.map(({ text }) => text).join()).not.toMatch(/lin\.xiaoyu|测试|argon2/);
    const kept = await t.fresh.owner.query<{ text: string }>('select state::text as text from people.staff_changes where change_id = $1', [change.changeId]);
    expect(kept.rows[0]?.text).not.toContain('argon2');
  });

  it('gives and ends posts within a second, in every process', async () => {
    const { staffId, client } = await made('moving.clerk');
    expect((await client.good(people.getMe, {})).posts.map((post) => post.role)).toEqual(['window_clerk']);
    await approve(second.client, await propose(first.client, { kind: 'give_post', staffId, posts: [{ institution: office, role: 'officer' }], reason: '兼任' }));
    await expect.poll(async () => (await client.good(people.getMe, {})).posts.length, { timeout: 1_000, interval: 50 }).toBe(2);
    await approve(second.client, await propose(first.client, { kind: 'end_post', staffId, posts: [{ institution: hall, role: 'window_clerk' }], reason: '调岗' }));
    await expect.poll(async () => (await client.good(people.getMe, {})).posts.map((post) => post.role), { timeout: 1_000, interval: 50 }).toEqual(['officer']);
    const file = await fileOf(staffId);
    expect(file.posts.map(({ role, toAt }) => [role, toAt === null])).toEqual([['officer', true], ['window_clerk', false]]);
    expect(file.changes.map((change) => change.kind)).toEqual(['end_post', 'give_post', 'appoint']);
    expect(file.inHand).toBe(0);
  });

  it('stops an account and signs it out everywhere within a second; the account returns with its posts', async () => {
    const { staffId, client, password } = await made('leaving.clerk');
    await approve(second.client, await propose(first.client, { kind: 'deactivate', staffId, reason: '离职' }));
    await expect.poll(async () => (await client.good(people.getMe, {})).kind, { timeout: 1_000, interval: 50 }).toBe('anonymous');
    expect((await signIn('leaving.clerk', password)).problem.code).toBe('sign_in.wrong_login_or_password');
    expect((await first.client.refused(wire.proposeStaffChange, { body: { commandId: randomUUID(), terms: { kind: 'reset_password', staffId, reason: '忘记' } } })).code).toBe('staff.not_active');
    await approve(second.client, await propose(first.client, { kind: 'reactivate', staffId, reason: '返聘' }));
    expect((await signIn('leaving.clerk', password)).reply).toMatchObject({ posts: [{ role: 'window_clerk' }] });
  });

  it('sets a password anew: the old one and every session end', async () => {
    const { staffId, client, password } = await made('forgetful.clerk');
    const { firstPasswords } = await approve(second.client, await propose(first.client, { kind: 'reset_password', staffId, reason: '忘记密码' }));
    await expect.poll(async () => (await client.good(people.getMe, {})).kind, { timeout: 1_000, interval: 50 }).toBe('anonymous');
    expect((await signIn('forgetful.clerk', password)).problem.code).toBe('sign_in.wrong_login_or_password');
    expect((await signIn('forgetful.clerk', firstPasswords[0]?.password ?? '')).reply).toMatchObject({ kind: 'staff' });
  });

  it('takes every second factor and recovery code away, and says so in the history of the account', async () => {
    const { staffId, client } = await made('phone.lost');
    await t.fresh.owner.query(`insert into people.factors (factor_id, staff_id, kind, name, sealed, made_at, confirmed_at) values (gen_random_uuid(), $1, 'totp', 'phone', '\\x00', now(), now())`, [staffId]);
    await t.fresh.owner.query(`insert into people.recovery_codes (code_hash, staff_id, made_at) values (sha256('x'), $1, now())`, [staffId]);
    await approve(second.client, await propose(first.client, { kind: 'reset_factors', staffId, reason: '手机遗失' }));
    const left = await t.fresh.owner.query('select (select count(*)::int from people.factors where staff_id = $1 and (ended_at is null or sealed is not null)) as factors, (select count(*)::int from people.recovery_codes where staff_id = $1) as codes, (select outcome from people.sign_in_history where staff_id = $1) as told', [staffId]);
    expect(left.rows[0]).toEqual({ factors: 0, codes: 0, told: 'reset_by_office' });
    await expect.poll(async () => (await client.good(people.getMe, {})).kind, { timeout: 1_000, interval: 50 }).toBe('anonymous');
  });

  it('is rejected with a reason or withdrawn by who proposed it, and then nothing comes of it', async () => {
    const rejected = await propose(first.client, appointment('rejected.one', [{ institution: hall, role: 'window_clerk' }]));
    const reject = (client: Client, words: string) => client.call(wire.rejectStaffChange, { params: { changeId: rejected.changeId }, body: { commandId: randomUUID(), seenSeq: rejected.seq, words } });
    expect((await reject(first.client, '不')).problem.code).toBe('staff.same_person');
    expect((await reject(second.client, '  ')).problem.code).toBe('staff.reason_needed');
    expect((await reject(second.client, '编制已满')).reply.change).toMatchObject({ status: 'rejected', words: '编制已满' });
    const withdrawn = await propose(first.client, appointment('withdrawn.one', [{ institution: hall, role: 'window_clerk' }]));
    const withdraw = (client: Client) => client.call(wire.withdrawStaffChange, { params: { changeId: withdrawn.changeId }, body: { commandId: randomUUID(), seenSeq: withdrawn.seq } });
    expect((await withdraw(second.client)).problem.code).toBe('staff.not_own_proposal');
    expect((await withdraw(first.client)).reply.change.status).toBe('withdrawn');
    expect((await t.fresh.owner.query(`select 1 from people.staff where login in ('rejected.one', 'withdrawn.one')`)).rowCount).toBe(0);
    expect((await refusedApproval(second.client, { ...rejected, seq: 2 })).code).toBe('staff.not_proposed');
  });

  it('is judged again when it is approved: a login taken meanwhile, also by a proposal approved at the same moment, is refused', async () => {
    const [one, other] = [await propose(first.client, appointment('same.login', [{ institution: hall, role: 'window_clerk' }])), await propose(first.client, appointment('same.login', [{ institution: office, role: 'officer' }]))];
    const answers = await Promise.all([one, other].map(({ changeId, seq }) => second.client.call(wire.approveStaffChange, { params: { changeId }, body: { commandId: randomUUID(), seenSeq: seq } })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.problem).toMatchObject({ code: 'staff.login_taken', params: { login: 'same.login' } });
  });

  it('never unites two of the three administrators, or one of them and a post that handles cases', async () => {
    const { staffId } = await made('plain.clerk');
    const give = (role: 'administrator' | 'audit_administrator') => first.client.refused(wire.proposeStaffChange, { body: { commandId: randomUUID(), terms: { kind: 'give_post', staffId, posts: [{ institution: bureau, role }], reason: '试' } } });
    expect([(await give('administrator')).code, (await give('audit_administrator')).code]).toEqual(['staff.posts_apart', 'staff.posts_apart']);
    const two = appointment('two.hats', [{ institution: bureau, role: 'administrator' }, { institution: bureau, role: 'security_administrator' }]);
    expect((await first.client.refused(wire.proposeStaffChange, { body: { commandId: randomUUID(), terms: two } })).code).toBe('staff.posts_apart');
    await expect(t.fresh.database.pool.query(`insert into people.posts (staff_id, institution, unit, role) values ($1, $2, '440300', 'security_administrator')`, [staffId, bureau])).rejects.toMatchObject({ code: 'YM010' });
    await expect(t.fresh.database.pool.query(`update people.posts set role = 'administrator' where staff_id = $1`, [staffId])).rejects.toMatchObject({ code: 'YM004' });
  });

  it('keeps the posts apart in the database also where two approvals meet at once', async () => {
    const [staffId = ''] = await t.app.people.makeStaff([{ name: '空', login: 'no.posts', password: 'a long test password', posts: [] }], { quickPasswords: true });
    const changes = await Promise.all((['administrator', 'audit_administrator'] as const).map((role) => propose(first.client, { kind: 'give_post', staffId, posts: [{ institution: bureau, role }], reason: '试' })));
    const answers = await Promise.all(changes.map(({ changeId, seq }) => second.client.call(wire.approveStaffChange, { params: { changeId }, body: { commandId: randomUUID(), seenSeq: seq } })));
    expect(answers.map((answer) => (answer.status === 200 ? 'done' : answer.problem.code)).sort()).toEqual(['done', 'staff.posts_apart']);
  });

  it('leaves two security administrators at least', async () => {
    const change = await propose(first.client, { kind: 'end_post', staffId: first.staffId, posts: [{ institution: bureau, role: 'security_administrator' }], reason: '卸任' });
    expect((await refusedApproval(second.client, change)).code).toBe('staff.security_administrators_stay');
    const stop = await propose(first.client, { kind: 'deactivate', staffId: first.staffId, reason: '离职' });
    expect((await refusedApproval(second.client, stop)).code).toBe('staff.security_administrators_stay');
    const about = await propose(first.client, { kind: 'reset_password', staffId: second.staffId, reason: '忘记' });
    expect((await refusedApproval(second.client, about)).code).toBe('staff.about_oneself');
  });

  it('is read by audit administrators, who decide nothing, and by nobody else: others do not even learn that there is such a thing', async () => {
    const { changeId, seq } = await propose(first.client, appointment('read.only', [{ institution: hall, role: 'window_clerk' }]));
    const listed = await audit.good(wire.listStaffChanges, {});
    expect(listed.mayPropose).toBe(false);
    expect(listed.changes.every((change) => change.allowed.length === 0)).toBe(true);
    expect(listed.waiting).toBe(listed.changes.filter((change) => change.status === 'proposed').length);
    expect((await audit.call(wire.approveStaffChange, { params: { changeId }, body: { commandId: randomUUID(), seenSeq: seq } })).status).toBe(404);
    for (const client of [system, (await made('curious.clerk')).client]) {
      expect((await client.call(wire.listStaffChanges, {})).status).toBe(404);
      expect((await client.call(people.listStaff, { query: {} })).status).toBe(404);
      expect((await client.call(wire.proposeStaffChange, { body: { commandId: randomUUID(), terms: appointment('mine', [{ institution: hall, role: 'officer' }]) } })).status).toBe(404);
    }
  });

  it('appoints many at once from one list, checked whole: one fault and nobody is appointed', async () => {
    const list = (count: number, spoil: string): wire.StaffChangeTerms => ({ kind: 'appoint', reason: '新大厅', people: Array.from({ length: count }, (_none, index) => ({ name: `众${index}`, login: `many.${spoil}${index}`, posts: [{ institution: index === 3 && spoil === 'bad' ? 'YM-000000-nothing' : hall, role: 'window_clerk' as const }] })) });
    expect((await first.client.refused(wire.proposeStaffChange, { body: { commandId: randomUUID(), terms: list(5, 'bad') } })).errors).toMatchObject([{ pointer: '/terms/people/3/posts/0/institution', code: 'staff.institution_unknown' }]);
    const { firstPasswords } = await approve(second.client, await propose(first.client, list(120, 'good')));
    expect(new Set(firstPasswords.map(({ password }) => password)).size).toBe(120);
    expect((await signIn('many.good77', firstPasswords[77]?.password ?? '')).reply).toMatchObject({ kind: 'staff', name: '众77' });
  });

  it('leads to a table of who holds what, masked above a hundred lines; taking it is recorded', async () => {
    const taken = await audit.call(wire.exportStaffPosts, {}, { 'accept-language': 'en' });
    expect(taken.text).toContain('Name,Login,Active,Institution,Code,Role,Since,Staff id\r\n');
    expect(taken.text).toMatch(/^\ufeff?watermark [0-9a-f-]{36},\d{4}-\d\d-\d\d,audit\.one,\d+,More than a hundred lines/);
    expect(taken.text).toMatch(new RegExp(`\r\ns\\*\\*\\*,,yes,[^,]+,YM-440300-government_services,Security administrator,\\d{4}-\\d\\d-\\d\\d,${first.staffId}\r\n`));
    expect(taken.text).not.toMatch(/security\.first|many\.good|众\d/);
    expect((await t.fresh.owner.query(`select 1 from platform.access_records where act = 'staff.export_posts'`)).rowCount).toBe(1);
  });

  it('names everybody in a short table, and no cell is a formula', async () => {
    const city = await testApp();
    try {
      const post = [{ institution: bureau, role: 'security_administrator' as const }];
      const [one] = [await city.staff('security.one', post), await city.staff('security.two', post)];
      await city.app.people.makeStaff([{ name: '=cmd', login: 'formula', password: 'a long test password', posts: [{ institution: hall, role: 'window_clerk' }] }], { quickPasswords: true });
      const taken = await one.client.call(wire.exportStaffPosts, {}, { 'accept-language': 'en' });
      expect(taken.text).toContain("'=cmd,formula,yes,");
      expect(taken.text).toMatch(/security\.one,security\.one,yes,[^,]+,YM-440300-government_services,Security administrator,\d{4}-/);
    } finally {
      await city.drop();
    }
  });
});
