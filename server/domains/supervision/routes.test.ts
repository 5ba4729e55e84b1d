import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as calendarWire from '../../../contract/calendar.ts';
import * as matterWire from '../../../contract/matters.ts';
import * as wire from '../../../contract/supervision.ts';
import type { Id } from '../../kernel/ids.ts';
import { faultsOfChain } from '../../platform/ledger/chain.ts';
import { act, community, item, view as matterView } from '../../testing/allowance-office.ts';
import type { Client } from '../../testing/app.ts';
import { shenzhen } from '../../testing/given-matter.ts';
import { supervisionReactions } from './index.ts';
import { actOn, bureau, hall, streetOffice, supervisedOffice, type SupervisedOffice } from './routes-for-tests.ts';
import { readOrderFile } from './store.ts';

// Invented people: areas 4499xx and phones +86 154… are given to nobody (server/demo/people.ts).

let t: SupervisedOffice;
let late: readonly Id[];
let applicant: Client;
let stranger: Client;
let reviewerId: Id;

/** Accepted on Monday 2026-11-23: the review is due on 11-30, the promise on 12-14. All are under review; nothing is done. */
beforeAll(async () => {
  t = await supervisedOffice(shenzhen('2026-11-23'));
  reviewerId = await t.staffIdOf('reviewer');
  const mine = await t.somebody();
  applicant = mine.client;
  stranger = (await t.somebody()).client;
  const first = await t.filedAtWindow(mine.partyId);
  await t.accepted(first);
  await t.claimed(t.reviewer, first);
  late = [first, ...(await Promise.all([1, 2, 3, 4].map(() => t.underReview())))];
  await t.at(shenzhen('2026-12-15'));
});
afterAll(() => t.drop());

const at = (when: string) => t.at(when);
const orderOf = async (n: number, ruleId = 'S-02'): Promise<Id> => (await t.orders(late[n] ?? '')).find((order) => order.ruleId === ruleId && order.status !== 'lapsed')?.orderId ?? '';
const view = (who: Client, orderId: Id) => who.good(wire.getOrder, { params: { orderId } });
const fileOf = (orderId: Id) => readOrderFile(t.fresh.database.handle, t.keys, orderId);

describe('A breach', () => {
  test('opens one order against who has the matter then, and a link late in a matter in time is a finding', async () => {
    const [matterId = ''] = late;
    const [order, ...more] = await t.orders(matterId);
    expect(more).toEqual([]);
    expect(order).toMatchObject({
      ruleId: 'S-02', severity: 'red', status: 'open', limitId: 'promised', moment: shenzhen('2026-12-14', '23:59:59.999'), institution: streetOffice, staff: { staffId: reviewerId, name: 'reviewer' }, second: null, post: 'officer',
      supervisingUnit: '440303005', areaUnit: community, clock: { clock: 'reply', amount: 3, unit: 'working_day', dueOn: '2026-12-18', light: 'green', remaining: 3 },
    });
    expect(order?.clock?.explanation.en).toContain('3 working days');
    const { findings } = await t.people.citySupervisor.client.good(wire.listFindings, { query: { matterId } });
    expect(findings.map((one) => one.ruleId)).toContain('S-04');
    expect(findings.find((one) => one.ruleId === 'S-04')).toMatchObject({ limitId: 'link:review-1', moment: shenzhen('2026-11-30', '23:59:59.999'), linkName: expect.anything() as object });
  });

  test('is found once, however often it is looked at and on however many servers at once; the chain of its order is whole', async () => {
    const count = async () => (await t.fresh.owner.query('select (select count(*) from supervision.orders)::int as orders, (select count(*) from supervision.findings)::int as findings, (select count(*) from platform.facts)::int as facts')).rows[0] as object;
    const before = await count();
    const servers = [t.app.supervision, t.another(), t.another()];
    for (const matterId of late) {
      const matter = await t.app.matters.facts(matterId);
      const jobs = (matter?.facts ?? []).flatMap((fact) => supervisionReactions(fact).map((kind) => ({ jobId: randomUUID(), matterId, kind, payload: { fact: fact.kind, at: fact.at }, attempts: 1 })));
      expect(jobs.length).toBeGreaterThan(0);
      await Promise.all(jobs.flatMap((job) => servers.map(async (server) => { await server.jobs[job.kind]?.(job); })));
    }
    expect(await count()).toEqual(before);
    const file = await fileOf(await orderOf(0));
    expect(file?.facts.map((fact) => fact.kind)).toEqual(['order_opened']);
    expect(faultsOfChain('yimen.test/cases/v1', file?.facts ?? [])).toEqual([]);
  });
});

describe('An order', () => {
  test('is replied to by the institution, sent back, replied to again and closed; the ledger holds none of the words', async () => {
    const orderId = await orderOf(0);
    const first = await view(t.reviewer, orderId);
    expect(first).toMatchObject({ ruleName: { en: 'Promised limit passed' }, ruleVerified: true, allowed: ['reply'], returns: 0, escalated: false, mayOpenMatter: true, matterStatus: 'accepted' });
    expect(first.dues.find((due) => due.limitId === 'promised')).toMatchObject({ light: 'red', dueAt: first.moment, dueOn: '2026-12-14' });
    expect(first.dues).toEqual((await matterView(t.reviewer, late[0] ?? '')).dues.map(({ strip: _strip, ...due }) => due).sort((a, b) => first.dues.findIndex((one) => one.limitId === a.limitId) - first.dues.findIndex((one) => one.limitId === b.limitId)));
    expect(first.backTrace.matter).toMatchObject({ allowed: 15, used: 16, late: 1 });
    expect(first.backTrace.people).toEqual([{ staff: { staffId: reviewerId, name: 'reviewer' }, institution: streetOffice, institutionName: first.institutionName, used: 16, late: 1 }]);
    const { streetApprover, streetSupervisor, districtSupervisor } = t.people;
    const replied = (await streetApprover.client.good(wire.replyToOrder, { params: { orderId }, body: { ...actOn(first), words: '材料等候过久' } })).order;
    expect(replied).toMatchObject({ status: 'replied', clock: { clock: 'review', amount: 2, dueOn: '2026-12-17' }, allowed: [] });
    const seen = await view(streetSupervisor.client, orderId);
    expect(seen.allowed).toEqual(['return', 'close']);
    const back = (await streetSupervisor.client.good(wire.returnOrder, { params: { orderId }, body: { ...actOn(seen), words: '请写明整改' } })).order;
    expect(back).toMatchObject({ status: 'open', returns: 1, clock: { clock: 'reply' } });
    const again = (await t.reviewer.good(wire.replyToOrder, { params: { orderId }, body: { ...actOn(back), words: '已经整改' } })).order;
    const closed = (await districtSupervisor.client.good(wire.closeOrder, { params: { orderId }, body: { ...actOn(again), ground: 'put_right', words: '同意' } })).order;
    expect(closed).toMatchObject({ status: 'closed', ground: 'put_right', clock: null, allowed: [] });
    expect(closed.history.map((line) => [line.kind, line.by?.name ?? null, line.words])).toEqual([
      ['order_opened', null, null], ['order_replied', 'streetapprover', '材料等候过久'], ['order_returned', 'streetsupervisor', '请写明整改'], ['order_replied', 'reviewer', '已经整改'], ['order_closed', 'districtsupervisor', '同意'],
    ]);
    const file = await fileOf(orderId);
    expect(faultsOfChain('yimen.test/cases/v1', file?.facts ?? [])).toEqual([]);
    expect(JSON.stringify(file?.facts)).not.toMatch(/整改|材料/);
    const access = await t.fresh.owner.query<{ act: string }>('select distinct act from platform.access_records where matter_id = $1', [orderId]);
    expect(access.rows.map((row) => row.act)).toEqual(expect.arrayContaining(['supervision.read_order']));
  });

  test('looks to everybody else as one that does not exist, for reading and for every act', async () => {
    const orderId = await orderOf(1);
    const { seq } = await view(t.people.citySupervisor.client, orderId);
    const body = { commandId: randomUUID(), seenSeq: seq, words: '答复' };
    const unknown = await t.people.otherSupervisor.client.refused(wire.getOrder, { params: { orderId: randomUUID() } });
    const same = { code: unknown.code, status: unknown.status, title: unknown.title };
    expect(same).toMatchObject({ code: 'order.unknown', status: 404 });
    for (const who of [t.people.otherSupervisor.client, t.people.manager.client, t.officer, t.people.otherOfficer.client]) expect(await who.refused(wire.getOrder, { params: { orderId } })).toMatchObject(same);
    expect(await t.officer.refused(wire.replyToOrder, { params: { orderId }, body })).toMatchObject(same);
    for (const id of [orderId, randomUUID()]) {
      expect(await t.people.otherSupervisor.client.refused(wire.closeOrder, { params: { orderId: id }, body: { ...body, ground: 'excused' } })).toMatchObject(same);
      expect(await t.people.otherSupervisor.client.refused(wire.returnOrder, { params: { orderId: id }, body })).toMatchObject(same);
    }
    for (const who of [applicant, t.clerk]) expect((await who.refused(wire.getOrder, { params: { orderId } })).status).toBe(404);
  });

  test('is acted on as it was seen: an old view, a second reply and a judgement before the reply are refused with their reasons; the same act twice is one', async () => {
    const orderId = await orderOf(1);
    const first = await view(t.reviewer, orderId);
    expect(await t.people.streetSupervisor.client.refused(wire.closeOrder, { params: { orderId }, body: { ...actOn(first), ground: 'excused', words: '办结' } })).toMatchObject({ code: 'order.not_replied', status: 409 });
    const body = { ...actOn(first), words: '答复' };
    const done = await t.reviewer.good(wire.replyToOrder, { params: { orderId }, body });
    expect((await t.reviewer.good(wire.replyToOrder, { params: { orderId }, body })).order.seq).toBe(done.order.seq);
    const second = t.people.streetApprover.client;
    expect(await second.refused(wire.replyToOrder, { params: { orderId }, body: { ...actOn(first), words: '迟了一步' } })).toMatchObject({ code: 'order.changed_meanwhile', status: 409 });
    expect(await second.refused(wire.replyToOrder, { params: { orderId }, body: { ...actOn(done.order), words: '又一次' } })).toMatchObject({ code: 'order.not_waiting_for_reply', status: 409 });
  });

  test('is listed for who may see it, by unit, rule, state and institution, the newest first', async () => {
    const orderId = await orderOf(2);
    const has = async (who: Client, query: Parameters<typeof t.clerk.good<typeof wire.listOrders>>[1]['query'] = {}) => (await who.good(wire.listOrders, { query })).orders.some((order) => order.orderId === orderId);
    const { streetApprover, streetSupervisor, districtSupervisor, citySupervisor, otherSupervisor, manager } = t.people;
    const seen = [t.reviewer, streetApprover.client, streetSupervisor.client, districtSupervisor.client, citySupervisor.client, otherSupervisor.client, t.officer, manager.client];
    expect(await Promise.all(seen.map((who) => has(who)))).toEqual([true, true, true, true, true, false, false, false]);
    expect(await Promise.all([{ unit: community }, { unit: '440303' }, { unit: '440305' }, { rule: 'S-02' }, { rule: 'S-03' }, { state: 'running' as const }, { state: 'closed' as const }, { institution: streetOffice }, { institution: bureau }, { severity: 'red' as const }, { escalated: 'yes' as const }].map((query) => has(citySupervisor.client, query))))
      .toEqual([true, true, false, true, false, true, false, true, false, true, false]);
    expect([await has(t.reviewer, { mine: 'yes' }), await has(t.people.secondReviewer.client, { mine: 'yes' })]).toEqual([true, false]);
    const { orders, total } = await citySupervisor.client.good(wire.listOrders, { query: {} });
    expect(orders.map((order) => order.openedAt)).toEqual(orders.map((order) => order.openedAt).sort().reverse());
    expect(total).toBe(orders.length);
    expect(await otherSupervisor.client.good(wire.listOrders, { query: { unit: '440303' } })).toEqual({ orders: [], total: 0 });
  });
});

describe('That there are orders on a matter', () => {
  test('its applicant learns by their number alone, its clerk by rule and state, and others not at all', async () => {
    const [matterId = ''] = late;
    expect(await applicant.good(wire.ordersOfMatter, { params: { matterId } })).toEqual({ open: 0, orders: [] });
    const shown = await t.clerk.good(wire.ordersOfMatter, { params: { matterId: late[2] ?? '' } });
    expect(shown).toMatchObject({ open: 1, orders: [{ ruleId: 'S-02', status: 'open', mayOpen: false, light: 'green', dueOn: '2026-12-18' }] });
    expect((await t.reviewer.good(wire.ordersOfMatter, { params: { matterId: late[2] ?? '' } })).orders[0]).toMatchObject({ mayOpen: true });
    const unknown = await stranger.refused(wire.ordersOfMatter, { params: { matterId: randomUUID() } });
    for (const who of [stranger, t.people.otherSupervisor.client]) expect(await who.refused(wire.ordersOfMatter, { params: { matterId } })).toMatchObject({ code: unknown.code, status: 404 });
    expect(await t.app.supervision.ordersOf(late[2] ?? '')).toEqual({ open: 1, all: 1 });
  });
});

describe('The back-trace of a matter', () => {
  test('is shown to the departments concerned and the supervisors above and to nobody else; its reading is recorded', async () => {
    const matterId = late[2] ?? '';
    const trace = await t.reviewer.good(wire.getBackTrace, { params: { matterId } });
    expect(trace).toMatchObject({ matter: { late: 1 }, links: [{ element: 'review', allowed: 5, used: 16, worked: 16, waitedUnclaimed: 0, late: 1, staff: { name: 'reviewer' }, institution: streetOffice }], units: [{ institution: streetOffice, used: 16, late: 1 }] });
    const { streetSupervisor, districtSupervisor, citySupervisor, manager, otherSupervisor, otherOfficer } = t.people;
    for (const who of [t.officer, streetSupervisor.client, districtSupervisor.client, citySupervisor.client, manager.client]) expect(await who.good(wire.getBackTrace, { params: { matterId } })).toEqual(trace);
    for (const who of [otherSupervisor.client, otherOfficer.client]) expect(await who.refused(wire.getBackTrace, { params: { matterId } })).toMatchObject({ code: 'matter.unknown', status: 404 });
    for (const who of [applicant, t.clerk]) expect((await who.refused(wire.getBackTrace, { params: { matterId } })).status).toBe(404);
    const access = await t.fresh.owner.query(`select 1 from platform.access_records where matter_id = $1 and act = 'supervision.back_trace'`, [matterId]);
    expect(access.rowCount).toBe(6);
  });
});

describe('Acts on limits', () => {
  test('begun at the end of a limit are found with both persons, and both are shown on the order', async () => {
    const matterId = await t.underReview();
    const propose = await matterView(t.reviewer, matterId);
    await at(shenzhen('2026-12-15', '10:00:00.000'));
    await t.reviewed(matterId);
    const before = await matterView(t.officer, matterId);
    expect(before.seq).toBeGreaterThan(propose.seq);
    // The decision is due on 12-22.
    await at(shenzhen('2026-12-22'));
    const seen = await matterView(t.officer, matterId);
    const proposed = (await t.officer.good(matterWire.proposeLimitAct, { params: { matterId }, body: { ...act(seen), act: { type: 'special', ground: 'appraisal', document: '深评〔2026〕1号', announcedWorkingDays: 2 }, words: '需要评估' } })).matter;
    await t.approver.good(matterWire.approveLimitAct, { params: { matterId, proposalId: proposed.proposals[0]?.proposalId ?? '' }, body: { ...act(proposed), words: '同意' } });
    await t.work();
    const { findings } = await t.people.districtSupervisor.client.good(wire.listFindings, { query: { matterId, rule: 'S-08' } });
    expect(findings).toMatchObject([{ severity: 'yellow', staff: { name: 'officer' }, second: { name: 'approver' }, institution: bureau, orderId: null }]);
    await at(shenzhen('2027-01-12'));
    const [order] = await t.orders(matterId);
    expect((await view(t.people.districtSupervisor.client, order?.orderId ?? '')).limitActs).toMatchObject([{ type: 'special', ground: 'appraisal', document: '深评〔2026〕1号', outcome: 'approved', proposedBy: { name: 'officer' }, decidedBy: { name: 'approver' } }]);
  });

  test('a matter withdrawn and filed again by staff of the same hall opens an order against the clerk', async () => {
    const person = await t.somebody();
    const first = await t.filedAtWindow(person.partyId);
    await person.client.good(matterWire.withdrawMatter, { params: { matterId: first }, body: act(await matterView(person.client, first)) });
    await at(shenzhen('2027-01-13'));
    const again = await t.filedAtWindow(person.partyId);
    await t.work();
    expect(await t.orders(again)).toMatchObject([{ ruleId: 'S-11', institution: hall, staff: { name: 'clerk' }, supervisingUnit: community }]);
  });
});

describe('An order nobody answers', () => {
  test('is raised by one unit and is a finding of S-12; the reply counts as late once; then the unit above judges', async () => {
    // Opened on 12-15, to be answered by 12-18: raised long ago.
    const orderId = await orderOf(3);
    const order = await view(t.people.citySupervisor.client, orderId);
    expect(order).toMatchObject({ escalated: true, supervisingUnit: '440303', status: 'open' });
    expect(order.history.filter((line) => line.kind === 'order_escalated')).toMatchObject([{ params: { clock: 'reply', from: '440303005', to: '440303' } }]);
    const { findings } = await t.people.citySupervisor.client.good(wire.listFindings, { query: { rule: 'S-12', matterId: late[3] ?? '' } });
    expect(findings).toMatchObject([{ orderId, institution: streetOffice, severity: 'red', moment: shenzhen('2026-12-18', '23:59:59.999') }]);
    const replied = (await t.reviewer.good(wire.replyToOrder, { params: { orderId }, body: { ...actOn(order), words: '迟复' } })).order;
    const { streetSupervisor, districtSupervisor } = t.people;
    expect((await view(streetSupervisor.client, orderId)).allowed).toEqual([]);
    expect(await streetSupervisor.client.refused(wire.closeOrder, { params: { orderId }, body: { ...actOn(replied), ground: 'excused', words: '同意' } })).toMatchObject({ code: 'order.unknown' });
    const closed = (await districtSupervisor.client.good(wire.closeOrder, { params: { orderId }, body: { ...actOn(replied), ground: 'held_to_account', words: '已经批评' } })).order;
    expect(closed.status).toBe('closed');
    const ofStreet = <T extends { institution: string }>(rows: readonly T[]) => rows.filter((row) => row.institution === streetOffice);
    const orders = { institution: streetOffice, areaUnit: community, taskCode: item.taskCode };
    expect(ofStreet(await t.app.supervision.answered('2026-12-15', '2026-12-15'))).toEqual([{ ...orders, due: 6, inTime: 3 }]);
    expect(ofStreet(await t.app.supervision.answered('2026-12-16', '2026-12-31'))).toEqual([]);
    expect(ofStreet(await t.app.supervision.openNow(t.app.clock.now()))).toEqual([{ ...orders, open: 3, late: 3 }]);
  });
});

describe('A breach that a later calendar takes away', () => {
  test('lets its order lapse; the same limit let pass again by the new date opens another', async () => {
    const matterId = await t.underReview();
    const dueOn = (await matterView(t.reviewer, matterId)).dues.find((due) => due.limitId === 'promised')?.dueOn ?? '';
    expect(dueOn).toBe('2027-02-03');
    await at(shenzhen('2027-02-04', '08:00:00.000'));
    expect(await t.orders(matterId)).toMatchObject([{ ruleId: 'S-02', status: 'open' }]);
    const { firstAdministrator, secondAdministrator } = t.people;
    const terms = { kind: 'closure' as const, year: null, days: [{ on: dueOn, kind: 'closure' as const, festival: null }], repeals: null, name: { 'zh-CN': '台风停工', 'zh-HK': '颱風停工', en: 'Typhoon closure' }, document: '深三防〔2027〕1号', documentOn: dueOn, link: null, reason: '全市停工' };
    const { change } = await firstAdministrator.client.good(calendarWire.proposeCalendarChange, { body: { commandId: randomUUID(), terms } });
    await secondAdministrator.client.good(calendarWire.approveCalendarChange, { params: { changeId: change.changeId }, body: { commandId: randomUUID(), seenSeq: change.seq } });
    await at(shenzhen('2027-02-04', '08:01:00.000'));
    expect(await t.orders(matterId)).toMatchObject([{ ruleId: 'S-02', status: 'lapsed', clock: null }]);
    await at(shenzhen('2027-02-05', '08:00:00.000'));
    expect((await t.orders(matterId)).map((order) => [order.status, order.moment])).toEqual([['open', shenzhen('2027-02-04', '23:59:59.999')], ['lapsed', shenzhen('2027-02-03', '23:59:59.999')]]);
    const [lapsed] = (await t.orders(matterId)).filter((order) => order.status === 'lapsed');
    expect((await view(t.people.citySupervisor.client, lapsed?.orderId ?? '')).history.map((line) => line.kind)).toEqual(['order_opened', 'order_lapsed']);
  });
});
