import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import * as wire from '../../../contract/backoffices.ts';
import { getMatter, recordFinding } from '../../../contract/matters.ts';
import { isPassword } from '../../platform/crypto/index.ts';
import { faultsOfChain } from '../../platform/ledger/chain.ts';
import { bureau, openLink, streetOffice, view } from '../../testing/allowance-office.ts';
import { departmentProgram, termsFor, testBackoffices, until, type TestBackoffices } from './routes-for-tests.ts';

// Journeys of many calls, on a machine that may be busy.
vi.setConfig({ testTimeout: 300_000 });

// Invented people: areas 4499xx and phones +86 154… are given to nobody (server/demo/people.ts).

let t: TestBackoffices;
let program: Awaited<ReturnType<typeof departmentProgram>>;
beforeAll(async () => {
  [t, program] = await Promise.all([testBackoffices(), departmentProgram()]);
});
afterAll(async () => {
  await program.drop();
  await t.drop();
});

const owner = () => t.office.fresh.owner;
const act = (seq: number) => ({ commandId: randomUUID(), seenSeq: seq });
const filed = async () => {
  const matterId = await t.office.filedAtWindow((await t.office.somebody()).partyId);
  await t.office.accepted(matterId);
  return matterId;
};
const message = (type: string, data: object) => ({ type, timestamp: new Date().toISOString(), data });
const factsOf = async (matterId: string) => (await t.office.app.matters.facts(matterId))?.facts ?? [];

/** Ends a system, so that the next test may serve the same institutions. */
const retire = async (backofficeId: string) => {
  await owner().query(`update backoffices.registrations set status = 'dropped', state = jsonb_set(state, '{status}', '"dropped"') where backoffice_id = $1`, [backofficeId]);
  await owner().query(`update platform.webhook_deliveries set state = 'failed', next_try_at = null where endpoint_id = $1 and state = 'pending'`, [backofficeId]);
};

/** Ends every system that a test left, also one that failed: the next test serves the same institutions. */
const retireAll = async () => {
  const { rows } = await owner().query<{ backoffice_id: string }>(`select backoffice_id from backoffices.registrations where status <> 'dropped'`);
  for (const row of rows) await retire(row.backoffice_id);
};

describe('a system of a department is registered', () => {
  afterEach(retireAll);

  it('by two administrators; the secret is shown once, to the second, and lies sealed', async () => {
    const body = { commandId: randomUUID(), terms: termsFor('http://127.0.0.1:9/yimen/'), reason: '部门已有业务系统' };
    const proposed = (await t.proposer.good(wire.proposeBackoffice, { body })).backoffice;
    expect(proposed).toMatchObject({ status: 'proposed', terms: null, allowed: ['withdraw'], secrets: [], proposal: { change: 'terms', proposedBy: { name: 'admin-one' }, terms: { url: 'http://127.0.0.1:9/yimen' } } });
    const params = { backofficeId: proposed.backofficeId };
    expect((await t.proposer.refused(wire.approveBackofficeChange, { params, body: act(proposed.seq) })).code).toBe('backoffices.same_person');
    const approval = act(proposed.seq);
    const { backoffice, secret } = await t.approver.good(wire.approveBackofficeChange, { params, body: approval });
    expect(secret).toMatch(/^whsec_/);
    expect(backoffice).toMatchObject({ status: 'active', approvedBy: { name: 'admin-two' }, proposal: null, secrets: [{ endsAt: null }] });
    expect((await t.approver.good(wire.approveBackofficeChange, { params, body: approval })).secret).toBeNull();
    const { rows } = await owner().query<{ text: string }>(`select encode(sealed, 'escape') || (select state::text from backoffices.registrations r where r.backoffice_id = s.backoffice_id) as text from backoffices.secrets s where backoffice_id = $1`, [params.backofficeId]);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.text).not.toContain(secret?.slice(6, 30));
    const { rows: facts } = await owner().query('select * from platform.facts where matter_id = $1 order by seq', [params.backofficeId]);
    expect(facts.map((fact: { kind: string }) => fact.kind)).toEqual(['backoffice_change_proposed', 'backoffice_change_approved']);
    expect(JSON.stringify(facts)).not.toContain(body.reason);
  });

  it('with everything wrong said at once, each by its field', async () => {
    await t.register({ url: 'http://127.0.0.1:9' });
    const refused = await t.proposer.refused(wire.proposeBackoffice, { body: {
      commandId: randomUUID(), reason: 'x', terms: { ...termsFor('http://mz.example.gov.cn/', { network: 'public', institutions: [bureau, 'YM-nowhere'], events: ['link.closed'] }), name: { 'zh-CN': '名', 'zh-HK': '', en: 'n' } },
    } });
    expect(refused.code).toBe('backoffices.terms_faulty');
    expect(refused.errors?.map((fault) => [fault.pointer, fault.code])).toEqual([
      ['/terms/name/zh-HK', 'backoffices.name_needed'], ['/terms/institutions/1', 'backoffices.institution_unknown'], ['/terms/events', 'backoffices.events_needed'], ['/terms/institutions/0', 'backoffices.institution_taken'],
      ['/terms/url', 'backoffices.address_https_needed'],
    ]);
  });

  it('is seen by administrators and by supervisors of its units, and by nobody else', async () => {
    const { backofficeId } = await t.register({ url: 'http://127.0.0.1:9' });
    const supervisor = async (login: string, institution: string) => (await t.office.staff(login, [{ institution, role: 'supervisor' }])).client;
    const [luohu, futian] = [await supervisor('sees', 'YM-440303-justice'), await supervisor('sees-not', 'YM-440304-justice')];
    expect((await luohu.good(wire.listBackoffices, {})).backoffices.map((one) => one.backofficeId)).toContain(backofficeId);
    expect((await luohu.good(wire.getBackoffice, { params: { backofficeId } })).allowed).toEqual([]);
    expect((await futian.good(wire.listBackoffices, {})).backoffices).toEqual([]);
    for (const endpoint of [wire.getBackoffice, wire.listCallbacks, wire.listReconciliations]) expect((await futian.refused(endpoint, { params: { backofficeId } })).code).toBe('backoffices.unknown');
    expect((await t.office.officer.call(wire.listBackoffices, {})).status).toBe(404);
    expect((await luohu.call(wire.suspendBackoffice, { params: { backofficeId }, body: { ...act(2), words: 'x' } })).status).toBe(404);
  });
});

describe('a department works with its own system', () => {
  afterEach(retireAll);

  it('in a process of its own: links go out, findings come in, the matter is granted by two officers, and everybody sees who', async () => {
    const department = await program.start({ DEPARTMENT_SECRET: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', DEPARTMENT_CALLBACK_URL: 'http://127.0.0.1:9/' });
    const system = await t.register({ url: department.url });
    await department.ask({ secret: system.secret, callbackUrl: system.callbackUrl });
    const matterId = await filed();
    await until(async () => {
      await t.settle();
      return (await view(t.office.clerk, matterId)).status === 'completed';
    });
    const matter = await t.office.officer.good(getMatter, { params: { matterId } });
    expect(matter.outcome).toBe('granted');
    const facts = await factsOf(matterId);
    const done = facts.filter((fact) => fact.kind === 'link_completed');
    expect(done.map((fact) => fact.by.institution)).toEqual([streetOffice, bureau, bureau]);
    expect(new Set(done.slice(1).map((fact) => fact.by.id)).size).toBe(2);
    expect(matter.history.filter((entry) => entry.kind === 'link_completed').map((entry) => entry.byName)).toEqual(['民政业务系统 · A-42', '民政业务系统 · A-42', '民政业务系统 · B-7']);
    expect(JSON.stringify(facts)).not.toContain('业务系统核查');
    expect(matter.links.map((link) => link.opinion)).toEqual(expect.arrayContaining(['业务系统核查：符合条件。\n〔B-7〕']));
    const { rows } = await owner().query<{ password_hash: string; kind: string }>(`select distinct password_hash, kind from people.staff where login like 'system:%'`);
    expect(rows).toEqual([{ password_hash: '!', kind: 'service' }]);
    expect(await isPassword('!', '!')).toBe(false);
    // The matter is completed by what the department's last answer did; that its end was told comes after.
    const told = async () => (await department.ask()).told.map((one) => one.type);
    await until(async () => {
      await t.settle();
      return (await told()).length >= 4;
    });
    expect(await told()).toEqual(['link.opened', 'link.opened', 'link.opened', 'matter.ended']);
    const { rows: chain } = await owner().query('select matter_id, seq, kind, to_char(at at time zone \'UTC\', \'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"\') as at, by, content, encode(salt, \'hex\') as salt, files, rule, encode(prev, \'hex\') as prev, encode(hash, \'hex\') as hash from platform.facts where matter_id = $1 order by seq', [matterId]);
    expect(faultsOfChain('yimen.test/cases/v1', chain as Parameters<typeof faultsOfChain>[1])).toEqual([]);
    await department.stop();
  });

  it('killed in the middle it goes on after its start: what it missed comes again, and every effect counts once', async () => {
    const state = `${program.folder}/state.json`;
    const department = await program.start({ DEPARTMENT_SECRET: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', DEPARTMENT_CALLBACK_URL: 'http://127.0.0.1:9/', DEPARTMENT_WORK_MS: '60000', DEPARTMENT_STATE: state });
    const port = new URL(department.url).port;
    const system = await t.register({ url: department.url });
    await department.ask({ secret: system.secret, callbackUrl: system.callbackUrl });
    const [first, second] = [await filed(), await filed()];
    await until(async () => {
      await t.settle();
      return (await department.ask()).taken.length === 2;
    });
    await department.stop('SIGKILL');
    const third = await filed();
    const pending = async () => (await t.proposer.good(wire.listDeliveries, { params: { backofficeId: system.backofficeId }, query: { state: 'pending' } })).deliveries;
    await until(async () => {
      await t.settle();
      return (await pending()).some((one) => one.attempts > 0);
    });
    expect(await pending()).toMatchObject([{ attempts: 1, lastStatus: null, lastAnswer: expect.stringContaining('unreachable') as string }]);
    const again = await program.start({ DEPARTMENT_SECRET: system.secret, DEPARTMENT_CALLBACK_URL: system.callbackUrl, DEPARTMENT_PORT: port, DEPARTMENT_STATE: state, DEPARTMENT_MODE: 'duplicate' });
    await owner().query(`update platform.webhook_deliveries set next_try_at = clock_timestamp() where state = 'pending'`);
    await until(async () => {
      await t.settle();
      return (await Promise.all([first, second, third].map(async (id) => (await view(t.office.clerk, id)).status))).every((status) => status === 'completed');
    });
    for (const matterId of [first, second, third]) {
      expect((await factsOf(matterId)).filter((fact) => fact.kind === 'link_completed' || fact.kind === 'link_claimed')).toHaveLength(6);
      expect((await factsOf(matterId)).filter((fact) => fact.kind === 'decision_made')).toHaveLength(1);
    }
    await until(async () => {
      await t.settle();
      return (await pending()).length === 0;
    });
    // The matter is completed by the first of three copies; the others are still under way then.
    await until(async () => (await t.proposer.good(wire.listCallbacks, { params: { backofficeId: system.backofficeId } })).callbacks.every((one) => one.state === 'done' && one.repeats === 2));
    await again.stop();
  });

  it('that says it is gone is suspended by itself; resuming takes two persons, and what failed is sent again by a person', async () => {
    const department = await program.start({ DEPARTMENT_SECRET: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', DEPARTMENT_CALLBACK_URL: 'http://127.0.0.1:9/', DEPARTMENT_MODE: 'gone', DEPARTMENT_WORK_MS: '60000' });
    const system = await t.register({ url: department.url });
    await department.ask({ secret: system.secret });
    const params = { backofficeId: system.backofficeId };
    const matterId = await filed();
    await until(async () => {
      await t.settle();
      return (await t.proposer.good(wire.getBackoffice, { params })).status === 'suspended';
    });
    const gone = await t.proposer.good(wire.getBackoffice, { params });
    expect(gone).toMatchObject({ status: 'suspended', suspendedBy: 'receiver_gone', deliveries: { failed: 1 } });
    const link = openLink(await view(t.office.reviewer, matterId));
    expect((await t.callBack(system, message('link.claimed', { ...link, officer: 'A1' }))).body.code).toBe('backoffices.suspended');
    await department.ask({ mode: 'silent' });
    const asked = (await t.proposer.good(wire.proposeBackofficeChange, { params, body: { ...act(gone.seq), change: { kind: 'resume' }, reason: '已修复' } })).backoffice;
    const resumed = await t.approver.good(wire.approveBackofficeChange, { params, body: act(asked.seq) });
    expect(resumed).toMatchObject({ secret: null, backoffice: { status: 'active' } });
    expect(await t.proposer.good(wire.replayDeliveries, { params, body: { deliveryId: null } })).toEqual({ replayed: 1 });
    const deliveries = async () => (await t.proposer.good(wire.listDeliveries, { params, query: {} })).deliveries;
    const delivered = () => until(async () => {
      await t.settle();
      return (await deliveries()).every((one) => one.state === 'delivered');
    });
    await delivered();
    // The round of every ten seconds may tell of the open link once more: it is the delivery sent again by hand that is looked at.
    const delivery = (await deliveries()).find((one) => one.replays > 0);
    const takenOfIt = async () => (await department.ask()).taken.filter((one) => one.messageId === delivery?.messageId);
    expect(delivery).toMatchObject({ state: 'delivered', replays: 1, attempts: 1, lastStatus: 200 });
    expect(await takenOfIt()).toHaveLength(1);
    expect((await t.proposer.refused(wire.replayDeliveries, { params, body: { deliveryId: randomUUID() } })).code).toBe('backoffices.delivery_unknown');
    // Replayed once more it is the same message: the department counts it once.
    await t.proposer.good(wire.replayDeliveries, { params, body: { deliveryId: delivery?.deliveryId ?? '' } });
    await delivered();
    expect((await deliveries()).find((one) => one.messageId === delivery?.messageId)?.replays).toBe(2);
    expect(await takenOfIt()).toHaveLength(1);
    await department.stop();
  });

  it('is told of links that waited before it came, and of those people end at their desks', async () => {
    const matterId = await filed();
    const department = await program.start({ DEPARTMENT_SECRET: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', DEPARTMENT_CALLBACK_URL: 'http://127.0.0.1:9/', DEPARTMENT_MODE: 'silent' });
    const system = await t.register({ url: department.url });
    await department.ask({ secret: system.secret });
    await t.settle();
    const { number } = await view(t.office.clerk, matterId);
    const types = async () => (await department.ask()).told.filter((one) => one.number === number).map((one) => one.type);
    await until(async () => (await types()).length > 0);
    const mine = await t.office.claimed(t.office.reviewer, matterId);
    await t.office.reviewer.good(recordFinding, { params: openLink(mine), body: { commandId: randomUUID(), seenSeq: mine.seq, finding: 'passed', opinion: '现场核查' } });
    await until(async () => {
      await t.settle();
      return (await types()).length >= 3;
    });
    expect((await types()).sort()).toEqual(['link.closed', 'link.opened', 'link.opened']);
    await department.stop();
  });
});

describe('a message of a system', () => {
  let system: Awaited<ReturnType<TestBackoffices['register']>>;
  beforeAll(async () => {
    system = await t.register({ url: 'http://127.0.0.1:9' });
  });
  afterAll(() => retire(system.backofficeId));

  it('signed by another, too old, or to a system that is none is answered alike', async () => {
    const link = openLink(await view(t.office.clerk, await filed()));
    const claim = message('link.claimed', { ...link, officer: 'A1' });
    const wrong = await t.callBack({ ...system, secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' }, claim);
    const old = await t.callBack(system, claim, { atMs: Date.now() - 301_000 });
    const unknown = await t.callBack({ ...system, callbackUrl: `${t.base}/api/v1/backoffices/${randomUUID()}/callbacks` }, claim);
    expect([wrong, old, unknown].map((one) => [one.status, one.body.code])).toEqual([[404, 'backoffices.not_signed'], [404, 'backoffices.not_signed'], [404, 'backoffices.not_signed']]);
    expect(wrong.body).toEqual(unknown.body);
    expect((await owner().query('select 1 from backoffices.callbacks where backoffice_id = $1', [system.backofficeId])).rowCount).toBe(0);
  });

  it('counts once by its id, also when it comes three times at once; another message under its id is refused', async () => {
    const matterId = await filed();
    const link = openLink(await view(t.office.clerk, matterId));
    const sent = message('link.completed', { ...link, officer: 'a-1', result: 'passed', opinion: '符合' });
    const answers = await Promise.all([1, 2, 3].map(() => t.callBack(system, sent, { id: 'cb_same' })));
    expect(answers.map((one) => one.status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map((one) => JSON.stringify(one.body))).size).toBe(1);
    expect((await factsOf(matterId)).filter((fact) => fact.kind === 'link_completed')).toHaveLength(1);
    expect(await t.callBack(system, { ...sent, timestamp: 'other' }, { id: 'cb_same' })).toMatchObject({ status: 409, body: { code: 'backoffices.message_reused_id' } });
  });

  it('after its act was done and before it was kept is answered as done when it comes again', async () => {
    const matterId = await filed();
    const sent = message('link.completed', { ...openLink(await view(t.office.clerk, matterId)), officer: 'A1', result: 'passed', opinion: '符合' });
    const first = await t.callBack(system, sent, { id: 'cb_crash' });
    await owner().query(`delete from backoffices.callbacks where webhook_id = 'cb_crash'`);
    expect(await t.callBack(system, sent, { id: 'cb_crash' })).toEqual(first);
    expect((await factsOf(matterId)).filter((fact) => fact.kind === 'link_completed')).toHaveLength(1);
  });

  it('that comes too late or to the wrong link says so; what was refused is judged anew when it comes again in time', async () => {
    const matterId = await t.office.filedAtWindow((await t.office.somebody()).partyId);
    const early = message('link.completed', { matterId, linkId: 'nowhere', officer: 'A1', result: 'passed', opinion: '符合' });
    expect(await t.callBack(system, early)).toMatchObject({ status: 404, body: { code: 'matter.unknown' } });
    await t.office.accepted(matterId);
    const link = openLink(await view(t.office.clerk, matterId));
    expect((await t.callBack(system, message('link.completed', { ...link, officer: 'A1', result: 'granted', opinion: '符合' }))).body.code).toBe('matter.wrong_act_for_link');
    const claimedByOther = message('link.completed', { ...link, officer: 'A2', result: 'passed', opinion: '符合' });
    await t.callBack(system, message('link.claimed', { ...link, officer: 'A9' }));
    expect(await t.callBack(system, claimedByOther, { id: 'cb_retry' })).toMatchObject({ status: 409, body: { code: 'matter.link_claimed_by_other' } });
    await t.callBack(system, message('link.released', { ...link, officer: 'A9' }));
    expect((await t.callBack(system, claimedByOther, { id: 'cb_retry' })).status).toBe(200);
    expect(await t.callBack(system, message('link.completed', { ...link, officer: 'A1', result: 'passed', opinion: '再来' }))).toMatchObject({ status: 409, body: { code: 'matter.link_done' } });
  });

  it('never lets one officer propose and approve, however his work number is written', async () => {
    const matterId = await filed();
    const next = async () => openLink(await view(t.office.officer, matterId));
    await t.callBack(system, message('link.completed', { ...(await next()), officer: 'A1', result: 'passed', opinion: '符合' }));
    expect((await t.callBack(system, message('link.completed', { ...(await next()), officer: 'Zhang.3', result: 'granted', opinion: '准予' }))).status).toBe(200);
    const link = await next();
    for (const officer of ['Zhang.3', 'ZHANG.3', 'zhang.3']) {
      expect((await t.callBack(system, message('link.completed', { ...link, officer, result: 'agreed', opinion: '同意' }))).body.code).toBe('matter.same_person');
    }
    expect((await t.callBack(system, message('link.completed', { ...link, officer: 'Li.4', result: 'agreed', opinion: '同意' }))).body).toMatchObject({ status: 'completed', outcome: 'granted' });
  });

  it('may ask for a special procedure, which stands only when a person of the department has approved it', async () => {
    const matterId = await filed();
    const link = openLink(await view(t.office.clerk, matterId));
    const asked = message('procedure.asked', { ...link, officer: 'A1', ground: 'appraisal', document: '民鉴〔2026〕1号', workingDays: 5, words: '需要鉴定' });
    expect((await t.callBack(system, asked)).status).toBe(404);
    await t.callBack(system, message('link.claimed', { ...link, officer: 'A1' }));
    expect((await t.callBack(system, asked)).status).toBe(200);
    const matter = await view(t.office.approver, matterId);
    expect(matter.proposals).toMatchObject([{ type: 'special', outcome: 'open', mayDecide: true, proposedByName: '民政业务系统 · A1' }]);
    expect(matter.dues.some((due) => due.light === 'paused')).toBe(false);
  });

  it('gets the particulars its registration names while it has an open link, each reading recorded, and none after', async () => {
    const { partyId, person } = await t.office.somebody();
    const matterId = await t.office.filedAtWindow(partyId);
    const path = `/api/v1/backoffices/${system.backofficeId}/matters/${matterId}`;
    expect((await t.fetchSigned(system, path)).status).toBe(404);
    await t.office.accepted(matterId);
    const read = (await (await t.fetchSigned(system, path)).json()) as wire.OutsideMatter;
    expect(read).toMatchObject({ matterId, applicant: { person: { number: person.number }, organisation: null }, form: { answers: { who_applies: 'self' } }, links: [{ kind: 'review', institution: streetOffice }] });
    expect(read.materials?.length).toBeGreaterThan(0);
    expect((await t.fetchSigned(system, path, `${path}?x=1`)).status).toBe(404);
    const { rows } = await owner().query<{ by: string }>(`select actor ->> 'kind' as by from platform.access_records where matter_id = $1 and act = 'matters.read_by_system' and outcome = 'done'`, [matterId]);
    expect(rows).toEqual([{ by: 'staff' }]);
    for (const [officer, result] of [['A1', 'passed'], ['A1', 'granted'], ['B1', 'agreed']]) await t.callBack(system, message('link.completed', { ...openLink(await view(t.office.officer, matterId)), officer, result, opinion: '好' }));
    expect((await view(t.office.clerk, matterId)).status).toBe('completed');
    expect((await t.fetchSigned(system, path)).status).toBe(404);
  });

  it('a new secret stands beside the old for the hours agreed, and the old one is nothing after', async () => {
    const params = { backofficeId: system.backofficeId };
    const before = await t.proposer.good(wire.getBackoffice, { params });
    const asked = (await t.proposer.good(wire.proposeBackofficeChange, { params, body: { ...act(before.seq), change: { kind: 'secret', keepOldHours: 24 }, reason: '年度更换' } })).backoffice;
    const { secret } = await t.approver.good(wire.approveBackofficeChange, { params, body: act(asked.seq) });
    const link = openLink(await view(t.office.clerk, await filed()));
    const sent = () => message('link.claimed', { ...link, officer: 'A1' });
    expect((await t.callBack(system, sent(), { id: 'cb_old' })).status).toBe(200);
    expect((await t.callBack({ ...system, secret: secret ?? '' }, message('link.released', { ...link, officer: 'A1' }))).status).toBe(200);
    await owner().query(`update backoffices.registrations set state = jsonb_set(state, '{secrets,1,endsAt}', '"2026-01-01T00:00:00.000Z"') where backoffice_id = $1`, [system.backofficeId]);
    expect((await t.callBack(system, sent())).status).toBe(404);
    system = { ...system, secret: secret ?? '' };
  });
});
