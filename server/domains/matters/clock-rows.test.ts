import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomUUID } from 'node:crypto';
import type { Endpoint } from '../../../contract/endpoint.ts';
import type { LimitActBody } from '../../../contract/limits.ts';
import * as wire from '../../../contract/matters.ts';
import { endOfLocalDay } from '../../kernel/instant.ts';
import { lightAt, pauseAt } from '../../kernel/limits/index.ts';
import { act, allowanceOffice, bureau, community, form, hall, item, openLink, streetOffice, view, type AllowanceOffice } from '../../testing/allowance-office.ts';
import type { Client } from '../../testing/app.ts';
import { shenzhen } from '../../testing/given-matter.ts';
import { virtualTime, type VirtualTime } from '../../testing/virtual-time.ts';
import { foldVersion, refoldMatters } from './refold-store.ts';
import { openLimits } from './matter-limit.ts';
import { evolve } from './evolve.ts';
import type { Matter } from './matter.ts';

// Monday 2026-11-02 on: no holiday until the end of the year.
let time: VirtualTime;
let t: AllowanceOffice;
beforeAll(async () => {
  time = virtualTime(shenzhen('2026-11-02'));
  t = await allowanceOffice({ time });
});
afterAll(() => t.drop());

interface Row {
  readonly limit_id: string; readonly kind: string; readonly owner: string; readonly institution: string; readonly post: string; readonly staff_id: string | null; readonly claimed_at: string | null; readonly number: string;
  readonly area_unit: string; readonly task_code: string; readonly started_at: string; readonly warn_at: string; readonly due_at: string; readonly due_on: string; readonly passed: boolean;
}
const rowsOf = async (matterId: string): Promise<Row[]> =>
  (await t.fresh.database.pool.query<Row>(
    'select limit_id, kind, owner, institution, post, staff_id, claimed_at, number, area_unit, task_code, started_at, warn_at, due_at, due_on, passed from matters.clocks where matter_id = $1 order by limit_id', [matterId])).rows;

const stateOf = async (matterId: string): Promise<Matter> => {
  const found = await t.app.matters.facts(matterId);
  if (!found) throw new Error('no matter');
  // The state that is kept is the fold of the facts that are kept.
  expect(found.facts.reduce<Matter | null>((before, fact) => evolve(before, fact), null)).toEqual(found.state);
  return found.state;
};

/** Whose a limit is now, read from the law of the tables anew: windows answer for what they took, links for themselves, the newest open link for the whole. */
function whose(state: Matter, kind: string, limitId: string): Pick<Row, 'owner' | 'institution' | 'post' | 'staff_id' | 'claimed_at'> {
  const window = { institution: hall, post: 'window_clerk', staff_id: state.filedBy.kind === 'staff' ? state.filedBy.id : null, claimed_at: null };
  if (kind === 'correction' || kind === 'deferred') return { owner: 'resident', ...window };
  if (kind === 'notice' || kind === 'service') return { owner: 'office', ...window };
  if (kind === 'special') {
    const proposal = state.proposals.find((one) => one.act.type === 'special' && limitId.endsWith(one.act.pauseId));
    return { owner: 'office', institution: proposal?.institution ?? '', post: 'officer', staff_id: proposal?.proposedBy ?? null, claimed_at: null };
  }
  const link = kind === 'link' ? state.links.find((one) => limitId === `link:${one.linkId}`) : [...state.links].reverse().find((one) => one.doneAt === null);
  return link ? { owner: 'office', institution: link.institution, post: link.post, staff_id: link.claimedBy, claimed_at: kind === 'statutory' ? null : link.claimedAt } : { owner: 'office', institution: bureau, post: 'officer', staff_id: null, claimed_at: null };
}

/** The rows of the sweep say what the state says, no more and no less; and the lights counted from them are those of the kernel. */
async function expectSame(matterId: string): Promise<Matter> {
  const state = await stateOf(matterId);
  const running = [...openLimits(state.limits)].sort((a, b) => (a.limitId < b.limitId ? -1 : 1));
  expect(await rowsOf(matterId)).toEqual(running.map((one) => ({
    limit_id: one.limitId, kind: one.kind, ...whose(state, one.kind, one.limitId), number: state.number, area_unit: community, task_code: item.taskCode, started_at: one.clock.startedAt, warn_at: one.warnAt, due_at: one.dueAt,
    due_on: one.dueOn, passed: expect.any(Boolean),
  })));
  const now = time.clock.now();
  const shown = (await t.app.matters.runningLimits({}, now, 1_000)).filter((one) => one.matterId === matterId);
  const office = running.filter((one) => one.kind !== 'correction' && one.kind !== 'deferred');
  expect(new Map(shown.map((one) => [one.limitId, one.pausedUntil !== null]))).toEqual(new Map(office.map((one) => [one.limitId, pauseAt(one.clock, now) !== undefined])));
  for (const light of ['green', 'yellow', 'red', 'paused'] as const) {
    const listed = (await t.app.matters.runningLimits({ lights: [light] }, now, 1_000)).filter((one) => one.matterId === matterId).map((one) => one.limitId).sort();
    expect(listed, light).toEqual(office.filter((one) => lightAt(one.clock, one, now, null) === light).map((one) => one.limitId));
  }
  return state;
}

const at = (day: string, clock = '10:00:00.000'): void => time.goTo(shenzhen(day, clock));
/** An act of somebody on the matter as it is seen now. */
async function does(who: Client, endpoint: Endpoint, matterId: string, body: object = {}, params: object = {}): Promise<void> {
  await t.work();
  const matter = await view(who, matterId);
  await who.good(endpoint, { params: { matterId, ...params }, body: { ...act(matter), ...body } } as never);
}
const proposes = async (who: Client, matterId: string, proposal: LimitActBody): Promise<string> => {
  await does(who, wire.proposeLimitAct, matterId, { act: proposal, words: '需要' });
  return (await view(who, matterId)).proposals.find((one) => one.outcome === 'open')?.proposalId ?? '';
};
const special = (announcedWorkingDays: number): LimitActBody => ({ type: 'special', ground: 'expert_review', document: '深特〔2026〕1号', announcedWorkingDays });
async function codeOf(who: Client, endpoint: Endpoint, matterId: string, body: object, params: object = {}): Promise<string> {
  await t.work();
  return (await who.refused(endpoint, { params: { matterId, ...params }, body: { ...act(await view(t.clerk, matterId)), ...body } } as never)).code;
}
async function filedOnline(): Promise<{ matterId: string; client: Client }> {
  const { client } = await t.somebody();
  const draft = await t.completeDraft(client);
  return { client, matterId: (await client.good(wire.fileDraft, { params: { draftId: draft.draftId }, body: { commandId: randomUUID() } })).matterId };
}

describe('a long life on the real routes: the running clocks are the open limits after every act', () => {
  it('correction, answer, acceptance, two procedures side by side, prolonged and ended, an extension, a decision, service', async () => {
    at('2026-11-02', '11:00:00.000');
    const matterId = await t.filedAtWindow((await t.somebody()).partyId);
    expect(openLimits((await expectSame(matterId)).limits).map((one) => [one.limitId, one.dueOn])).toEqual([['notice#1', '2026-11-09']]);
    at('2026-11-03');
    await does(t.clerk, wire.correctOnSpot, matterId, { form: { ...form, address_line: '一门路12号3栋503室' }, materials: [] });
    await expectSame(matterId);
    await does(t.clerk, wire.requestCorrection, matterId, { defects: [{ about: 'material', code: 'identity_card', fault: 'unreadable', words: '看不清' }] });
    expect(openLimits((await expectSame(matterId)).limits).map((one) => [one.limitId, one.dueOn])).toEqual([['correction#1', '2026-11-24']]);
    at('2026-11-05');
    await does(t.clerk, wire.supplementMatter, matterId, { form, materials: [{ materialCode: 'identity_card', form: 'seen_at_window', files: [] }] });
    expect(openLimits((await expectSame(matterId)).limits).map((one) => [one.limitId, one.dueOn])).toEqual([['notice#2', '2026-11-12']]);
    expect((await view(t.clerk, matterId)).nameable).toEqual({ materials: ['identity_card'], fields: ['address_line'] });
    await does(t.clerk, wire.acceptMatter, matterId);
    expect(openLimits((await expectSame(matterId)).limits).map((one) => [one.limitId, one.dueOn])).toEqual([['promised', '2026-11-26'], ['link:review-1', '2026-11-12']]);

    await t.claimed(t.reviewer, matterId);
    await expectSame(matterId);
    at('2026-11-06');
    const first = await proposes(t.reviewer, matterId, special(5));
    expect(await codeOf(t.reviewer, wire.proposeLimitAct, matterId, { act: special(2), words: '再来' })).toBe('matter.proposal_open');
    await expectSame(matterId);
    expect(await codeOf(t.officer, wire.approveLimitAct, matterId, { words: '' }, { proposalId: randomUUID() })).toBe('matter.proposal_unknown');
    await does(t.approver, wire.approveLimitAct, matterId, { words: '同意' }, { proposalId: first });
    const stopped = await expectSame(matterId);
    expect(stopped.limits.filter((one) => one.endedAt === null).map((one) => [one.limitId, one.dueOn])).toEqual([['promised', '2026-12-03'], ['link:review-1', '2026-11-19'], [expect.stringMatching(/^special:/), '2026-11-13']]);
    expect(await codeOf(t.reviewer, wire.recordFinding, matterId, { finding: 'passed', opinion: '好' }, { linkId: 'review-1' })).toBe('matter.procedure_open');

    // A shorter one beside it: when it is over the clock still stands, for the first.
    at('2026-11-09');
    await does(t.approver, wire.approveLimitAct, matterId, { words: '同意' }, { proposalId: await proposes(t.reviewer, matterId, special(1)) });
    await expectSame(matterId);
    at('2026-11-11');
    const overlapping = await expectSame(matterId);
    expect(overlapping.limits.filter((one) => one.endedAt === null && one.kind === 'promised').map((one) => lightAt(one.clock, one, time.clock.now(), null))).toEqual(['paused']);

    const pauses = overlapping.limits.filter((one) => one.kind === 'special').map((one) => one.limitId.slice('special:'.length));
    await does(t.approver, wire.approveLimitAct, matterId, { words: '同意' }, { proposalId: await proposes(t.reviewer, matterId, { type: 'prolong', pauseId: pauses[0] ?? '', document: '深特〔2026〕2号', byWorkingDays: 2 }) });
    await expectSame(matterId);
    at('2026-11-12');
    for (const pauseId of pauses) await does(t.approver, wire.approveLimitAct, matterId, { words: '同意' }, { proposalId: await proposes(t.reviewer, matterId, { type: 'end', pauseId, document: '深特〔2026〕3号' }) });
    await t.work();
    const going = await expectSame(matterId);
    // Friday, Monday, Tuesday and Wednesday were left out: four days.
    expect(openLimits(going.limits).map((one) => [one.limitId, one.dueOn])).toEqual([['promised', '2026-12-02'], ['link:review-1', '2026-11-18']]);
    const rejected = await proposes(t.reviewer, matterId, special(3));
    await does(t.approver, wire.rejectLimitAct, matterId, { words: '不需要' }, { proposalId: rejected });
    expect((await expectSame(matterId)).limits).toEqual(going.limits);
    expect(await codeOf(t.reviewer, wire.proposeLimitAct, matterId, { act: { type: 'extend', document: '深延〔2026〕1号', byWorkingDays: 3 }, words: '需要' }), 'the item has no limit by law that could be extended').toBe('matter.nothing_to_extend');

    await does(t.reviewer, wire.releaseLink, matterId, {}, { linkId: 'review-1' });
    await expectSame(matterId);
    at('2026-11-13');
    const mine = await t.claimed(t.reviewer, matterId);
    await expectSame(matterId);
    await t.reviewer.good(wire.recordFinding, { params: openLink(mine), body: { ...act(mine), finding: 'passed', opinion: '好' } });
    await expectSame(matterId);
    const forDecision = await t.claimed(t.colleague, matterId);
    await t.colleague.good(wire.proposeDecision, { params: openLink(forDecision), body: { ...act(forDecision), outcome: 'granted', opinion: '拟准予' } });
    await expectSame(matterId);
    const forApproval = await t.claimed(t.approver, matterId);
    await t.approver.good(wire.approveDecision, { params: openLink(forApproval), body: { ...act(forApproval), opinion: '同意' } });
    expect(openLimits((await expectSame(matterId)).limits).map((one) => one.limitId)).toEqual(['service']);
    await t.work();
    await expectSame(matterId);
    await does(t.clerk, wire.deliverResult, matterId, { how: 'counter', words: '本人' });
    expect(await rowsOf(matterId)).toEqual([]);
    const seenByBoth = await view(t.approver, matterId);
    expect(seenByBoth.proposals.map((one) => [one.type, one.outcome, one.proposedByName, one.decidedByName])).toEqual([
      ['special', 'approved', 'reviewer', 'approver'], ['special', 'approved', 'reviewer', 'approver'], ['prolong', 'approved', 'reviewer', 'approver'], ['end', 'approved', 'reviewer', 'approver'],
      ['end', 'approved', 'reviewer', 'approver'], ['special', 'rejected', 'reviewer', 'approver'],
    ]);
  });

  it('the proposer who holds the approver’s post as well neither approves nor rejects', async () => {
    at('2026-11-16');
    const matterId = await t.beforeDecision();
    await t.claimed(t.officer, matterId);
    const proposalId = await proposes(t.officer, matterId, special(3));
    expect((await view(t.officer, matterId)).proposals).toMatchObject([{ mayDecide: false }]);
    for (const endpoint of [wire.approveLimitAct, wire.rejectLimitAct]) expect(await codeOf(t.officer, endpoint, matterId, { words: '好' }, { proposalId })).toBe('matter.unknown');
    expect((await view(t.approver, matterId)).proposals).toMatchObject([{ mayDecide: true }]);
    const waits = async (who: typeof t.officer) => (await who.good(wire.getWorklist, { query: {} })).rows.filter((row) => row.matterId === matterId && !row.claimedByMe).length;
    expect([await waits(t.approver), await waits(t.officer)], 'it waits in the list of the second person, not in his own').toEqual([1, 0]);
    expect((await expectSame(matterId)).limits.every((one) => one.kind !== 'special')).toBe(true);
  });

  it('silence: swept once it is late, the breach and the acceptance are facts, told once; clocks run from receipt', async () => {
    at('2026-11-17', '15:00:00.000');
    const { matterId, client } = await filedOnline();
    at('2026-11-24', '23:59:59.999');
    await t.app.matters.sweep();
    await t.work();
    expect((await expectSame(matterId)).status, 'the last moment is in time').toBe('received');
    at('2026-11-25', '00:00:00.000');
    for (let times = 0; times < 3; times += 1) {
      await t.app.matters.sweep();
      await t.work();
    }
    const state = await expectSame(matterId);
    expect(state).toMatchObject({ status: 'accepted', deemed: true, acceptedAt: shenzhen('2026-11-17', '15:00:00.000') });
    const facts = (await t.app.matters.facts(matterId))?.facts ?? [];
    expect(facts.map((fact) => fact.kind)).toEqual(['matter_filed', 'limit_passed', 'deemed_accepted', 'link_opened']);
    expect(facts[1]).toMatchObject({ by: { kind: 'system', id: 'matters.when_limit_passed_record' }, content: { limitId: 'notice#1', dueOn: '2026-11-24', institution: hall, post: 'window_clerk' } });
    expect((await client.good(wire.myMessages, {})).messages.map((one) => one.template).sort()).toEqual(['sms.deemed_accepted', 'sms.filed']);
    expect(openLimits(state.limits).map((one) => [one.limitId, one.dueOn])).toEqual([['promised', '2026-12-08'], ['link:review-1', '2026-12-02']]);
  });

  it('a limit that ended too late before the sweep came round is a breach all the same', async () => {
    at('2026-11-25', '09:00:00.000');
    const matterId = await t.filedAtWindow((await t.somebody()).partyId);
    await t.accepted(matterId);
    const mine = await t.claimed(t.reviewer, matterId);
    expect(openLimits((await stateOf(matterId)).limits).find((one) => one.kind === 'link')?.dueOn).toBe('2026-12-02');
    at('2026-12-03', '08:30:00.000');
    await t.reviewer.good(wire.recordFinding, { params: openLink(mine), body: { ...act(mine), finding: 'passed', opinion: '好' } });
    expect((await rowsOf(matterId)).map((row) => row.limit_id)).not.toContain('link:review-1');
    await t.work();
    await t.app.matters.sweep();
    await t.work();
    const breaches = ((await t.app.matters.facts(matterId))?.facts ?? []).filter((fact) => fact.kind === 'limit_passed');
    expect(breaches.map((fact) => fact.content)).toMatchObject([{ limitId: 'link:review-1', dueAt: endOfLocalDay('2026-12-02'), institution: streetOffice, post: 'officer', staffId: (await stateOf(matterId)).links[0]?.doneBy }]);
    await expectSame(matterId);
  });

  it('an answer that is late is said to its owner once, and sent back only then', async () => {
    at('2026-12-03', '09:00:00.000');
    const { matterId, client } = await filedOnline();
    await does(t.clerk, wire.requestCorrection, matterId, { defects: [{ about: 'material', code: 'identity_card', fault: 'missing', words: '缺' }] });
    const dueOn = openLimits((await expectSame(matterId)).limits)[0]?.dueOn ?? '';
    expect(dueOn).toBe('2026-12-24');
    expect(await codeOf(t.clerk, wire.terminateMatter, matterId, { words: '逾期' })).toBe('matter.correction_time_left');
    time.goTo(shenzhen('2026-12-25', '00:00:01.000'));
    for (let times = 0; times < 2; times += 1) {
      await t.app.matters.sweep();
      await t.work();
    }
    await expectSame(matterId);
    expect((await client.good(wire.myMessages, {})).messages.map((one) => one.template).sort()).toEqual(['sms.answer_overdue', 'sms.correction_needed', 'sms.filed']);
    await does(t.clerk, wire.terminateMatter, matterId, { words: '逾期未补正' });
    expect(await rowsOf(matterId)).toEqual([]);
    expect((await view(client, matterId)).status).toBe('terminated');
  });
});

describe('states stored by an older program', () => {
  const everything = async () => (await t.fresh.owner.query<{ matter_id: string }>(
    `select m.matter_id, m.seq, encode(m.head, 'hex') as head, m.state, m.notice_due_on, m.promised_due_on,
       (select jsonb_agg(to_jsonb(c) - 'warned' - 'passed' order by c.limit_id) from matters.clocks c where c.matter_id = m.matter_id) as clocks,
       (select jsonb_agg(to_jsonb(l) order by l.link_id) from matters.links l where l.matter_id = m.matter_id) as links
     from matters.matters m order by m.matter_id`)).rows;
  const forget = () => t.fresh.owner.query(`delete from platform.settings where name = 'matters.fold'`);

  it('are folded anew from their facts, with their clocks, and all is as it was', async () => {
    await forget();
    const before = await everything();
    expect(before.length).toBeGreaterThan(4);
    await t.fresh.owner.query('delete from matters.clocks');
    await t.fresh.owner.query(`update matters.matters set state = state - 'limits' - 'proposals' - 'deemed', promised_due_on = null`);
    expect(await refoldMatters(t.fresh.owner)).toBe(before.length);
    expect(await everything()).toEqual(before);
    expect((await t.fresh.owner.query<{ value: number }>(`select value from platform.settings where name = 'matters.fold'`)).rows).toEqual([{ value: foldVersion }]);
  });

  it('once is enough; broken off and begun again does no harm', async () => {
    const before = await everything();
    expect(await refoldMatters(t.fresh.owner)).toBe(0);
    await forget();
    expect(await refoldMatters(t.fresh.owner)).toBe(before.length);
    expect(await everything()).toEqual(before);
  });

  it('a clock that the fold does not know any more is gone', async () => {
    await forget();
    const before = await everything();
    await t.fresh.owner.query(
      `insert into matters.clocks (matter_id, limit_id, kind, owner, institution, post, number, area_unit, task_code, started_at, warn_at, due_at, due_on)
       select matter_id, 'stray', 'link', 'office', 'X', 'officer', number, area_unit, task_code, received_at, received_at, received_at, received_at::date from matters.matters order by matter_id limit 1`);
    await refoldMatters(t.fresh.owner);
    expect(await everything()).toEqual(before);
  });
});
