import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as wire from '../../../contract/evaluations.ts';
import { getMatter } from '../../../contract/matters.ts';
import { faultsOfChain } from '../../platform/ledger/chain.ts';
import { bureau, hall } from '../../testing/allowance-office.ts';
import { answer, earlier, runOut, testVoices, type TestVoices, type Voice } from './routes-for-tests.ts';
import { feedbackIdOf, readFiles } from './store.ts';

// Journeys of many calls, on a machine that may be busy.
vi.setConfig({ testTimeout: 300_000 });

// Invented people: areas 4499xx and phones +86 154… are given to nobody (server/demo/people.ts).

let t: TestVoices;
let anybody: Voice;
let clerk: Voice;
let manager: Voice;
let supervisor: Voice;
let clerkId: string;
beforeAll(async () => {
  t = await testVoices();
  anybody = await t.as('anonymous');
  const staff = async (login: string, ...posts: Parameters<typeof t.office.staff>[1]) => (await t.office.staff(login, posts)).staffId;
  clerkId = String((await t.office.fresh.owner.query<{ staff_id: string }>(`select staff_id from people.staff where login = 'clerk'`)).rows[0]?.staff_id);
  clerk = await t.as({ staffId: clerkId });
  manager = await t.as({ staffId: await staff('manager', { institution: hall, role: 'hall_manager' }) });
  supervisor = await t.as({ staffId: await staff('supervisor', { institution: 'YM-440303-justice', role: 'supervisor' }) });
});
afterAll(() => t.drop());

const owner = () => t.office.fresh.owner;
const act = (one: { seq: number }) => ({ commandId: randomUUID(), seenSeq: one.seq });
const caseOf = async (who: Voice, caseId: string) => (await who.good(wire.getCase, { params: { caseId } })).case;
const factsOf = async (feedbackId: string) => (await readFiles(t.office.fresh.database.handle, t.office.keys, [feedbackId]))[0];

describe('A service event is evaluated with the link of a paper', () => {
  it('which shows item, office and day and nothing of the person, and takes one answer', async () => {
    const { matterId } = await t.filed();
    const params = { token: t.link(matterId, 'filing') };
    const page = await anybody.good(wire.getEvaluationByLink, { params });
    expect(page).toMatchObject({ event: 'filing', kind: 'filing', state: 'open', changeableUntil: null, unitName: { 'zh-CN': '渔民村社区党群服务中心' } });
    expect(Object.keys(page).sort()).toEqual(['changeableUntil', 'event', 'itemName', 'kind', 'on', 'state', 'unitName', 'verifyWithin']);
    const taken = await anybody.good(wire.evaluateByLink, { params, body: answer(2, { tags: ['quick', 'clear'], words: '很快' }) });
    expect(Date.parse(taken.changeableUntil) - Date.parse(taken.givenAt)).toBe(15 * 60_000);
    expect(await anybody.good(wire.getEvaluationByLink, { params })).toMatchObject({ state: 'changeable', changeableUntil: taken.changeableUntil });
    const file = await factsOf(feedbackIdOf(matterId, 'filing'));
    expect(file?.facts.map((fact) => [fact.kind, fact.by])).toEqual([['evaluation_given', { kind: 'system', id: 'evaluations.by_link' }]]);
    expect(JSON.stringify(file?.facts)).not.toContain('很快');
    expect(faultsOfChain('yimen.test/cases/v1', file?.facts ?? [])).toEqual([]);
  });

  it('two answers at once are one evaluation; the same one sent twice is the same', async () => {
    const { matterId } = await t.filed();
    const params = { token: t.link(matterId, 'filing') };
    const first = answer(1);
    const [one, two] = await Promise.all([anybody.text(wire.evaluateByLink, { params, body: first }), anybody.text(wire.evaluateByLink, { params, body: answer(5) })]);
    expect([one, two].filter((text) => text.includes('evaluations.given_already'))).toHaveLength(1);
    const { rows } = await owner().query<{ n: number }>(`select count(*)::int as n from platform.facts where matter_id = $1`, [feedbackIdOf(matterId, 'filing')]);
    expect(rows[0]?.n).toBe(1);
    const again = await t.filed();
    const body = answer(3);
    const sent = { params: { token: t.link(again.matterId, 'filing') }, body };
    expect(await anybody.good(wire.evaluateByLink, sent)).toEqual(await anybody.good(wire.evaluateByLink, sent));
  });

  it('is changed within the quarter of an hour, and then the link is worth nothing', async () => {
    const { matterId } = await t.filed();
    const sent = (body: ReturnType<typeof answer>) => ({ params: { token: t.link(matterId, 'filing') }, body });
    expect((await anybody.refused(wire.evaluateByLink, sent(answer(2, { change: true })))).code).toBe('evaluations.not_changeable');
    await anybody.good(wire.evaluateByLink, sent(answer(5, { tags: ['slow'], words: '慢' })));
    await anybody.good(wire.evaluateByLink, sent(answer(2, { tags: ['clear'], change: true })));
    const id = feedbackIdOf(matterId, 'filing');
    expect((await owner().query('select grade, case_status from evaluations.feedback where matter_id = $1', [id])).rows).toEqual([{ grade: 2, case_status: null }]);
    expect((await owner().query('select 1 from evaluations.clocks where matter_id = $1', [id])).rowCount).toBe(0);
    await earlier(t.office, id);
    expect(await anybody.good(wire.getEvaluationByLink, { params: { token: t.link(matterId, 'filing') } })).toMatchObject({ state: 'given', changeableUntil: null });
    for (const change of [true, false]) expect((await anybody.refused(wire.evaluateByLink, sent(answer(1, { change })))).code).toMatch(/not_changeable|given_already/);
  });

  it('of another event, of a matter not served yet or out of the blue opens nothing, and guessing ends', async () => {
    const guesser = await t.as('anonymous', '192.0.2.99');
    const { matterId } = await t.filed();
    expect((await guesser.refused(wire.getEvaluationByLink, { params: { token: t.link(matterId, 'result') } })).code).toBe('evaluations.link_unknown');
    expect(t.link(matterId, 'filing')).toMatch(/^[A-Za-z0-9_-]{22}$/);
    for (let n = 0; n < 19; n += 1) await guesser.refused(wire.getEvaluationByLink, { params: { token: 'x'.repeat(22) } });
    expect(await guesser.refused(wire.getEvaluationByLink, { params: { token: t.link(matterId, 'filing') } })).toMatchObject({ code: 'evaluations.too_often', status: 429 });
    expect((await anybody.good(wire.getEvaluationByLink, { params: { token: t.link(matterId, 'filing') } })).state).toBe('open');
  });

  it('is over thirty days after the service', async () => {
    const { matterId } = await t.filed();
    await owner().query(`update evaluations.invitations set open_until = clock_timestamp() - interval '1 second' where matter_id = $1`, [matterId]);
    const params = { token: t.link(matterId, 'filing') };
    expect((await anybody.good(wire.getEvaluationByLink, { params })).state).toBe('expired');
    expect((await anybody.refused(wire.evaluateByLink, { params, body: answer(1) })).code).toBe('evaluations.too_late');
  });
});

describe('The person sees his own, and nobody else sees it', () => {
  it('on the matter and among all of his; another person finds nothing', async () => {
    const { matterId, me } = await t.filed();
    await me.good(wire.evaluate, { params: { matterId, event: 'filing' }, body: answer(4, { tags: ['long_queue'], words: '排了一小时' }) });
    const voices = await me.good(wire.matterEvaluations, { params: { matterId } });
    expect(voices.events).toMatchObject([{ event: 'filing', state: 'changeable', answer: { grade: 4, tags: ['long_queue'], words: '排了一小时', channel: 'online' }, case: null }]);
    expect(voices).toMatchObject({ complaints: [], mayComplain: true });
    expect((await me.good(wire.myEvaluations, {})).events).toHaveLength(1);
    const other = (await t.filed()).me;
    expect((await other.refused(wire.matterEvaluations, { params: { matterId } })).status).toBe(404);
    expect((await other.refused(wire.evaluate, { params: { matterId, event: 'filing' }, body: answer(1) })).code).toBe('evaluations.event_unknown');
    expect((await other.refused(wire.complain, { params: { matterId }, body: { commandId: randomUUID(), ground: 'late', words: '超期' } })).code).toBe('complaints.matter_unknown');
    for (const who of [clerk, manager, supervisor]) expect((await who.refused(wire.matterEvaluations, { params: { matterId } })).status).toBe(404);
  });

  it('the clerk who served sees neither case nor answer, not in the matter, its history, or any list', async () => {
    const said = await t.withCase(5, '态度恶劣');
    expect((await clerk.refused(wire.getCase, { params: { caseId: said.caseId } })).status).toBe(404);
    expect((await clerk.refused(wire.listCases, { query: {} })).status).toBe(404);
    const matter = await t.office.clerk.good(getMatter, { params: { matterId: said.matterId } });
    expect(JSON.stringify(matter)).not.toMatch(/态度恶劣|evaluation/);
    expect((await caseOf(manager, said.caseId)).words).toBe('态度恶劣');
  });

  it('a manager who acted on the matter himself does not see it, in no list and by no number', async () => {
    const both = await t.office.staff(`both-${randomUUID().slice(0, 8)}`, [{ institution: hall, role: 'hall_manager' }, { institution: hall, role: 'window_clerk' }]);
    const voice = await t.as({ staffId: both.staffId });
    const said = await t.withCase(5);
    const ids = async () => (await voice.good(wire.listCases, { query: {} })).rows.map((row) => row.caseId);
    expect(await ids()).toContain(said.caseId);
    const seen = await both.client.good(getMatter, { params: { matterId: said.matterId } });
    const { acceptMatter } = await import('../../../contract/matters.ts');
    await both.client.good(acceptMatter, { params: { matterId: said.matterId }, body: act(seen) });
    expect(await ids()).not.toContain(said.caseId);
    expect((await voice.refused(wire.getCase, { params: { caseId: said.caseId } })).code).toBe('evaluations.case_unknown');
    expect((await voice.refused(wire.verifyCase, { params: { caseId: said.caseId }, body: { commandId: randomUUID(), seenSeq: 2, real: false, words: '没有的事' } })).code).toBe('evaluations.case_unknown');
    await t.office.work();
    expect((await voice.good(wire.eventsOfNumber, { query: { number: seen.number } })).events).toEqual([]);
  });
});

it('the list of cases shows each person exactly those whose file opens to him', async () => {
  await t.withCase(5);
  await t.withCase(4);
  const everyCase = (await owner().query<{ matter_id: string }>(`select matter_id from evaluations.feedback where case_status <> 'closed' order by matter_id`)).rows.map((row) => row.matter_id);
  const posts: readonly Parameters<typeof t.office.staff>[1][] = [
    [{ institution: hall, role: 'hall_manager' }], [{ institution: 'YM-440303-justice', role: 'supervisor' }], [{ institution: 'YM-440300-justice', role: 'supervisor' }], [{ institution: 'YM-440304-justice', role: 'supervisor' }],
    [{ institution: 'YM-440303-justice', role: 'supervisor' }, { institution: hall, role: 'window_clerk' }], [{ institution: hall, role: 'hall_manager' }, { institution: hall, role: 'window_clerk' }],
    [{ institution: bureau, role: 'hall_manager' }], [{ institution: bureau, role: 'hall_manager' }, { institution: hall, role: 'officer' }], [{ institution: 'YM-440304-hall', role: 'hall_manager' }],
  ];
  const seen: number[] = [];
  for (const [n, held] of posts.entries()) {
    const voice = await t.as({ staffId: (await t.office.staff(`lister-${n}`, held)).staffId });
    const listed = (await voice.good(wire.listCases, { query: {} })).rows.map((row) => row.caseId).sort();
    const opening: string[] = [];
    for (const caseId of everyCase) if ((await voice.text(wire.getCase, { params: { caseId } })).startsWith('{"case"')) opening.push(caseId);
    expect(listed, JSON.stringify(held)).toEqual(opening);
    seen.push(listed.length);
  }
  const all = seen[0] ?? 0;
  expect(all).toBeGreaterThan(1);
  expect(seen).toEqual([all, all, all, 0, 0, all, 0, 0, 0]);
});

describe('A bad evaluation is verified, mended, called back', () => {
  it('each step with its clock, its person and what its author reads of it', async () => {
    const said = await t.withCase(5, '多要了一份证明');
    const opened = await caseOf(manager, said.caseId);
    expect(opened).toMatchObject({ about: 'evaluation', grade: 5, status: 'verifying', words: '多要了一份证明', channel: 'link', allowed: ['verify', 'raise_appeal'], dues: [{ limit: 'verify', amount: 3, unit: 'working_day', endedAt: null }, { limit: 'mend', amount: 15, unit: 'working_day', endedAt: null }] });
    expect(opened.due?.explanation['zh-CN']).toMatch(/开始.*3 个工作日.*届满/);
    expect(opened.personMasked).toContain('*');
    const { case: mending } = await manager.good(wire.verifyCase, { params: { caseId: said.caseId }, body: { ...act(opened), real: true, words: '属实，清单外材料' } });
    expect(mending).toMatchObject({ status: 'mending', due: { limit: 'mend', amount: 15 } });
    expect((await manager.refused(wire.verifyCase, { params: { caseId: said.caseId }, body: { ...act(mending), real: true, words: '再来' } })).code).toBe('evaluations.not_this_step');
    expect((await manager.refused(wire.mendCase, { params: { caseId: said.caseId }, body: { ...act(opened), words: '旧页面' } })).code).toBe('matter.changed_meanwhile');
    expect((await manager.refused(wire.showContact, { params: { caseId: said.caseId } })).code).toBe('evaluations.not_this_step');
    const { case: calling } = await manager.good(wire.mendCase, { params: { caseId: said.caseId }, body: { ...act(mending), words: '退回证明，窗口重新培训' } });
    expect(await manager.good(wire.showContact, { params: { caseId: said.caseId } })).toMatchObject({ name: expect.any(String), phone: expect.stringMatching(/^\+86154/) });
    const { case: closed } = await supervisor.good(wire.callBack, { params: { caseId: said.caseId }, body: { ...act(calling), reached: true, satisfied: true, words: '已道歉' } });
    expect(closed).toMatchObject({ status: 'closed', outcome: 'mended', allowed: [], due: null });
    expect(closed.steps.map((step) => [step.kind, step.byName])).toEqual([
      ['evaluation_given', ''], ['case_opened', ''], ['evaluation_verified', 'manager'], ['mended', 'manager'], ['called_back', 'supervisor'], ['case_closed', 'supervisor'],
    ]);
    const [own] = (await said.me.good(wire.matterEvaluations, { params: { matterId: said.matterId } })).events;
    expect(own?.case).toMatchObject({ status: 'closed', outcome: 'mended', finding: { real: true, words: '属实，清单外材料' }, mending: { words: '退回证明，窗口重新培训' } });
    expect(JSON.stringify(own)).not.toContain('manager');
    const looks = await owner().query(`select act, outcome from platform.access_records where matter_id = $1 and act like '%contact' order by record_id`, [said.caseId]);
    expect(looks.rows).toEqual([{ act: 'evaluations.show_contact', outcome: 'evaluations.not_this_step' }, { act: 'evaluations.show_contact', outcome: 'done' }]);
    expect(faultsOfChain('yimen.test/cases/v1', (await factsOf(said.caseId))?.facts ?? [])).toEqual([]);
  });

  it('an appeal is raised by the manager and decided by the supervisor; struck out it is in no figure', async () => {
    const said = await t.withCase(4);
    const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7);
    const bad = async () => (await t.domain.gradesOf({ fromMonth: month, toMonth: month, institutions: [hall] })).find((row) => row.grade === 4)?.n ?? 0;
    const before = await bad();
    const opened = await caseOf(manager, said.caseId);
    expect((await supervisor.refused(wire.raiseAppeal, { params: { caseId: said.caseId }, body: { ...act(opened), ground: 'malicious', words: '恶意' } })).code).toBe('evaluations.case_unknown');
    const { case: appealed } = await manager.good(wire.raiseAppeal, { params: { caseId: said.caseId }, body: { ...act(opened), ground: 'mistaken', words: '评错了窗口' } });
    expect(appealed).toMatchObject({ appeal: 'open', status: 'verifying', allowed: ['verify'] });
    expect((await manager.refused(wire.decideAppeal, { params: { caseId: said.caseId }, body: { ...act(appealed), strikeOut: true, words: '同意' } })).status).toBe(404);
    expect((await caseOf(supervisor, said.caseId)).allowed).toContain('decide_appeal');
    const { case: closed } = await supervisor.good(wire.decideAppeal, { params: { caseId: said.caseId }, body: { ...act(appealed), strikeOut: true, words: '属误评' } });
    expect(closed).toMatchObject({ status: 'closed', outcome: 'struck_out', appeal: 'struck_out' });
    expect(await bad()).toBe(before - 1);
  });

  it('a clock that runs out is a recorded breach, once, however often the sweep looks', async () => {
    const said = await t.withCase(5);
    await runOut(t.office, said.caseId, 'verify');
    await t.domain.sweep();
    expect(await t.domain.sweep()).toBe(0);
    await t.office.work();
    await owner().query('update evaluations.clocks set passed = false where matter_id = $1', [said.caseId]);
    await t.domain.sweep();
    await t.office.work();
    expect((await factsOf(said.caseId))?.facts.map((fact) => fact.kind)).toEqual(['evaluation_given', 'case_opened', 'limit_passed']);
    expect(await caseOf(manager, said.caseId)).toMatchObject({ due: { limit: 'verify', light: 'red' } });
    expect((await manager.good(wire.listCases, { query: {} })).rows[0]?.caseId).toBe(said.caseId);
  });

  it('a case opens once though the job comes twice, and not where the grade was changed in time', async () => {
    const said = await t.withCase(5);
    for (let n = 0; n < 2; n += 1) await t.domain.jobs['evaluations.when_fixed_open_case']?.({ jobId: randomUUID(), matterId: said.caseId, kind: 'evaluations.when_fixed_open_case', payload: {}, attempts: 1 });
    expect((await factsOf(said.caseId))?.facts.map((fact) => fact.kind)).toEqual(['evaluation_given', 'case_opened']);
  });
});

it('a change of the calendar looks at every open case it reaches and writes nothing where no date moved', async () => {
  const said = await t.withCase(5);
  const kind = 'evaluations.when_calendar_changed_recompute';
  const looked = async (firstDay: string) => {
    await t.domain.jobs[kind]?.({ jobId: randomUUID(), matterId: randomUUID(), kind, payload: { changeId: 'c1', version: 'v', firstDay }, attempts: 1 });
    return (await factsOf(said.caseId))?.facts.map((fact) => fact.kind);
  };
  expect(await looked('2026-01-01')).toEqual(['evaluation_given', 'case_opened']);
  expect(await looked('2099-01-01')).toEqual(['evaluation_given', 'case_opened']);
});

describe('A complaint', () => {
  it('is answered by people who did not act on the matter; its author reads the answer', async () => {
    const { matterId, me } = await t.filed();
    const body = { commandId: randomUUID(), ground: 'not_told' as const, words: '没有一次讲清要带什么' };
    const made = await me.good(wire.complain, { params: { matterId }, body });
    expect(made.due).toMatchObject({ limit: 'complaint', amount: 5, unit: 'working_day', light: 'green' });
    expect((await me.good(wire.complain, { params: { matterId }, body })).caseId).toBe(made.caseId);
    expect((await me.refused(wire.complain, { params: { matterId }, body: { ...body, commandId: randomUUID() } })).code).toBe('complaints.open_already');
    expect((await clerk.refused(wire.getCase, { params: { caseId: made.caseId } })).status).toBe(404);
    const opened = await caseOf(supervisor, made.caseId);
    expect(opened).toMatchObject({ about: 'complaint', ground: 'not_told', grade: null, words: body.words, allowed: ['decide_complaint', 'show_contact'] });
    await supervisor.good(wire.decideComplaint, { params: { caseId: made.caseId }, body: { ...act(opened), founded: false, words: '告知书已列明全部材料，附上一份。' } });
    const after = await me.good(wire.matterEvaluations, { params: { matterId } });
    expect(after).toMatchObject({ mayComplain: true, complaints: [{ caseId: made.caseId, case: { status: 'closed', outcome: 'unfounded', finding: { real: false, words: '告知书已列明全部材料，附上一份。' } } }] });
  });

  it('two at once are one, and no more than five are made about one matter', async () => {
    const { matterId, me } = await t.filed();
    const complain = () => me.text(wire.complain, { params: { matterId }, body: { commandId: randomUUID(), ground: 'manner', words: '态度不好' } });
    const texts = await Promise.all([complain(), complain()]);
    expect(texts.filter((text) => text.includes('complaints.open_already'))).toHaveLength(1);
    for (let n = 1; n <= 5; n += 1) {
      const { rows } = await supervisor.good(wire.listCases, { query: { about: 'complaint' } });
      const open = await caseOf(supervisor, rows.find((row) => row.number !== '')?.caseId ?? '');
      await supervisor.good(wire.decideComplaint, { params: { caseId: open.caseId }, body: { ...act(open), founded: false, words: '不成立' } });
      const next = await complain();
      expect(next.includes('complaints.too_many')).toBe(n === 5);
    }
  });
});

describe('The tablet at the window', () => {
  const paired = async () => {
    const { code, tabletId } = await clerk.good(wire.openTablet, { body: { institution: hall, window: '3 号窗口' } });
    const { token } = await anybody.good(wire.pairTablet, { body: { code } });
    return { code, tabletId, token };
  };
  const now = (token: string) => anybody.good(wire.tabletNow, { body: { token } });

  it('shows the five faces to the person just served, once, and tells the clerk nothing', async () => {
    const { code, token, tabletId } = await paired();
    expect((await anybody.refused(wire.pairTablet, { body: { code } })).code).toBe('evaluations.code_wrong');
    expect((await now(token)).ask).toBeNull();
    const { matterId } = await t.filed();
    const { ask } = await now(token);
    expect(ask).toMatchObject({ kind: 'filing', itemName: { 'zh-CN': expect.any(String) } });
    await anybody.good(wire.tabletAnswer, { body: { token, askId: ask?.askId ?? '', answer: { commandId: randomUUID(), grade: 4, tags: ['long_queue'] } } });
    expect((await now(token)).ask).toBeNull();
    expect((await owner().query('select grade, state ->> $2 as channel from evaluations.feedback where matter_id = $1', [feedbackIdOf(matterId, 'filing'), 'channel'])).rows).toEqual([{ grade: 4, channel: 'tablet' }]);
    const list = await clerk.text(wire.listTablets, {});
    expect(list).toContain(tabletId);
    expect(list).not.toMatch(/grade|ask/);
    expect((await anybody.refused(wire.tabletAnswer, { body: { token, askId: ask?.askId ?? '', answer: null } })).code).toBe('evaluations.tablet_nothing_asked');
    await clerk.good(wire.endTablet, { params: { tabletId } });
    expect((await anybody.refused(wire.tabletNow, { body: { token } })).code).toBe('evaluations.tablet_unknown');
  });

  it('goes quiet by itself when its time is over, and when the person would rather not; what was answered on a phone is not asked again', async () => {
    const { token, tabletId } = await paired();
    await t.filed();
    await owner().query(`update evaluations.tablets set ask_until = clock_timestamp() - interval '1 second' where tablet_id = $1`, [tabletId]);
    expect((await now(token)).ask).toBeNull();
    await t.filed();
    const { ask } = await now(token);
    await anybody.good(wire.tabletAnswer, { body: { token, askId: ask?.askId ?? '', answer: null } });
    expect((await now(token)).ask).toBeNull();
    const third = await t.filed();
    await anybody.good(wire.evaluateByLink, { params: { token: t.link(third.matterId, 'filing') }, body: answer(1) });
    expect((await now(token)).ask).toBeNull();
  });

  it('is paired only for a window of one’s own, with a code that ends; guessing codes ends too', async () => {
    expect((await clerk.refused(wire.openTablet, { body: { institution: bureau, window: '1' } })).status).toBe(404);
    const { code, tabletId } = await clerk.good(wire.openTablet, { body: { institution: hall, window: '5' } });
    await owner().query(`update evaluations.tablets set code_until = clock_timestamp() - interval '1 second' where tablet_id = $1`, [tabletId]);
    const guesser = await t.as('anonymous', '192.0.2.77');
    expect((await guesser.refused(wire.pairTablet, { body: { code } })).code).toBe('evaluations.code_wrong');
    expect((await manager.refused(wire.endTablet, { params: { tabletId } })).status).toBe(404);
    for (let n = 0; n < 19; n += 1) await guesser.refused(wire.pairTablet, { body: { code: String(10_000_000 + n) } });
    expect((await guesser.refused(wire.pairTablet, { body: { code: '12345678' } })).code).toBe('evaluations.too_often');
  });
});

describe('By telephone', () => {
  it('the manager takes it down under the number of the matter, marked as such; the clerk may not', async () => {
    const { matterId } = await t.filed();
    const { number } = await t.office.clerk.good(getMatter, { params: { matterId } });
    expect((await manager.good(wire.eventsOfNumber, { query: { number } })).events).toMatchObject([{ event: 'filing' }]);
    const body = { commandId: randomUUID(), number, event: 'filing', grade: 1 as const, tags: ['friendly' as const], words: '电话里说很满意' };
    expect((await clerk.refused(wire.evaluateByTelephone, { body })).status).toBe(404);
    await manager.good(wire.evaluateByTelephone, { body });
    expect((await owner().query(`select state ->> 'channel' as channel from evaluations.feedback where about_matter = $1`, [matterId])).rows).toEqual([{ channel: 'telephone' }]);
    expect((await manager.good(wire.eventsOfNumber, { query: { number } })).events).toEqual([]);
  });
});

describe('Figures', () => {
  it('are shown of ten answers and more, to those who work there and above, of a whole quarter', async () => {
    const copies = async (n: number, taskCode: string) => {
      for (let i = 0; i < n; i += 1) {
        await owner().query(
          `insert into evaluations.feedback (matter_id, seq, head, kind, about_matter, event, number, task_code, item_version, institution, accepting_institution, area_unit, party_id, grade, month, given_at, fixed_at, state)
           values (gen_random_uuid(), 1, decode(repeat('00', 32), 'hex'), 'evaluation', gen_random_uuid(), 'filing', 'x', $1, 1, $2, $2, '440303005014', gen_random_uuid(), $3, '2025-05', '2025-05-05', '2025-05-05', '{}')`,
          [taskCode, hall, (i % 5) + 1],
        );
      }
    };
    await copies(9, 'YM-05-0001-01');
    await copies(10, 'YM-05-0002-01');
    const rows = async (who: Voice, quarter = '2025-Q2') => (await who.good(wire.evaluationFigures, { query: { quarter } })).rows.map((row) => [row.taskCode, row.counts]);
    const counts = { total: 10, grade1: 2, grade2: 2, grade3: 2, grade4: 2, grade5: 2, bad: 4, mended: 0 };
    for (const who of [clerk, manager, supervisor]) expect(await rows(who)).toEqual([['YM-05-0001-01', null], ['YM-05-0002-01', counts]]);
    expect(await rows(clerk, '2025-Q1')).toEqual([]);
    const elsewhere = await t.as({ staffId: (await t.office.staff('elsewhere', [{ institution: 'YM-440304-hall', role: 'window_clerk' }])).staffId });
    expect(await rows(elsewhere)).toEqual([]);
    expect((await t.domain.gradesOf({ fromMonth: '2025-05', toMonth: '2025-05', taskCodes: ['YM-05-0001-01'] })).reduce((sum, row) => sum + row.n, 0)).toBe(9);
    expect(await t.domain.mendingOf({ fromMonth: '2025-05', toMonth: '2025-05', taskCodes: ['YM-05-0002-01'] })).toEqual([{ institution: hall, taskCode: 'YM-05-0002-01', month: '2025-05', bad: 4, mended: 0 }]);
  });
});

it('the application may add to what was invited and said, and take nothing away', async () => {
  const { pool } = t.office.fresh.database;
  for (const statement of ['update evaluations.invitations set event_on = event_on', 'delete from evaluations.invitations', 'delete from evaluations.feedback', 'truncate evaluations.feedback']) {
    await expect(pool.query(statement), statement).rejects.toMatchObject({ code: '42501' });
  }
});
