import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { randomUUID } from 'node:crypto';
import * as wire from '../../../contract/matters.ts';
import type { MatterView } from '../../../contract/matters.ts';
import { act, allowanceOffice, answers, community, form, fromCity, hall, seen, view, type AllowanceOffice } from '../../testing/allowance-office.ts';
import type { Client } from '../../testing/app.ts';
import { corpusProcess, handlingItemOf, publishItems } from '../../testing/given-flow.ts';
import { shenzhen } from '../../testing/given-matter.ts';
import { virtualTime } from '../../testing/virtual-time.ts';
import { reachedTimers } from './flow-store.ts';

const publicity = 'YM-98-0001-01';
const joint = 'YM-98-0002-01';
const housing = 'YM-440303-housing';
const time = virtualTime(shenzhen('2026-09-28', '10:00:00.000'));

// Each is a story of many commands and jobs.
vi.setConfig({ testTimeout: 300_000 });

let t: AllowanceOffice;
let housingOfficer: Client;
beforeAll(async () => {
  t = await allowanceOffice({
    time,
    arrange: (fresh) => publishItems(fresh, [
      { taskCode: publicity, process: 'publicity-period', bpmn: corpusProcess('publicity-period') },
      { taskCode: joint, process: 'consult-departments', bpmn: corpusProcess('consult-departments'), change: (item) => ({ ...item, implementation_item: { ...item.implementation_item, other_dept: ['civil_affairs', 'housing'] } }) },
    ]),
  });
  housingOfficer = (await t.staff('housing', [{ institution: housing, role: 'officer' }])).client;
});
afterAll(() => t.drop());

const filed = async (taskCode: string): Promise<string> => {
  const { partyId } = await t.somebody();
  const body = { commandId: randomUUID(), taskCode, handlingItem: handlingItemOf(taskCode), partyId, hall, areaUnit: community, answers, form, materials: [...seen, fromCity] };
  const { matterId } = await t.clerk.good(wire.fileMatter, { body });
  await t.accepted(matterId);
  return matterId;
};
const openOf = (matter: MatterView, element: string): string => matter.links.find((link) => link.element === element && link.doneAt === null)?.linkId ?? '';
const done = async (client: Client, matterId: string, linkId: string, finding: 'passed' | 'failed' = 'passed'): Promise<void> => {
  const params = { matterId, linkId };
  await client.good(wire.claimLink, { params, body: act(await view(client, matterId)) });
  await client.good(wire.recordFinding, { params, body: { ...act(await view(client, matterId)), finding, opinion: '已看' } });
};

describe('A timer of a process', () => {
  let matterId = '';
  it('is set in working days across the National Day holiday, and shown to the office', async () => {
    matterId = await filed(publicity);
    await done(t.reviewer, matterId, openOf(await view(t.reviewer, matterId), 'publish'));
    const matter = await view(t.reviewer, matterId);
    // From Monday 28 September five working days: 29, 30; 1 to 7 October is the holiday; 8, 9, and Saturday the 10th is worked.
    expect(matter.timers).toEqual([{ timerId: expect.stringMatching(/^period-/), element: 'period', name: { 'zh-CN': '公示五个工作日', 'zh-HK': '公示五個工作天', en: 'Five working days of publicity' }, dueOn: '2026-10-10', state: 'running' }]);
    expect(matter.links.filter((link) => link.doneAt === null)).toEqual([]);
    // What a change of the calendar asks: which matters have a timer that reaches the day.
    const { handle } = t.fresh.database;
    expect([await reachedTimers(handle, '2026-10-10', undefined, 10), await reachedTimers(handle, '2026-10-11', undefined, 10), await reachedTimers(handle, '2026-10-10', matterId, 10)]).toEqual([[matterId], [], []]);
  });

  it('does not ring in the last moment of its last day, rings in the first after it, once, and the process goes on', async () => {
    time.goTo(shenzhen('2026-10-10', '23:59:59.999'));
    await t.app.tick();
    await t.work();
    expect((await view(t.reviewer, matterId)).timers.map((timer) => timer.state)).toEqual(['running']);
    time.goTo(shenzhen('2026-10-11', '00:00:00.000'));
    await t.app.tick();
    await t.work();
    const matter = await view(t.reviewer, matterId);
    expect(matter.timers.map((timer) => timer.state)).toEqual(['rung']);
    expect(openOf(matter, 'objections')).not.toBe('');
    await t.app.tick();
    await t.work();
    expect((await view(t.reviewer, matterId)).seq).toBe(matter.seq);
  });

  it('that is still running when its matter is withdrawn never rings', async () => {
    const person = await t.somebody();
    const body = { commandId: randomUUID(), taskCode: publicity, handlingItem: handlingItemOf(publicity), partyId: person.partyId, hall, areaUnit: community, answers, form, materials: [...seen, fromCity] };
    const other = (await t.clerk.good(wire.fileMatter, { body })).matterId;
    await t.accepted(other);
    await done(t.reviewer, other, openOf(await view(t.reviewer, other), 'publish'));
    await person.client.good(wire.withdrawMatter, { params: { matterId: other }, body: act(await view(person.client, other)) });
    expect((await t.fresh.owner.query('select 1 from matters.timers where matter_id = $1', [other])).rowCount).toBe(0);
    time.goTo(shenzhen('2026-10-30'));
    await t.app.tick();
    await t.work();
    expect(await view(person.client, other)).toMatchObject({ status: 'withdrawn' });
    expect((await t.fresh.owner.query('select last_error from platform.jobs where last_error is not null')).rows).toEqual([]);
  });
});

describe('Departments asked at once', () => {
  it('each have a link of their own in their own office; the last of them, whichever it is, lets the process go on', async () => {
    const matterId = await filed(joint);
    const before = await view(t.officer, matterId);
    expect(before.links.map((link) => [link.element, link.institution])).toEqual([['opinion', 'YM-440303-civil_affairs'], ['opinion', housing]]);
    const [civil = '', house = ''] = before.links.map((link) => link.linkId);
    expect((await housingOfficer.refused(wire.claimLink, { params: { matterId, linkId: civil }, body: act(before) })).code).toBe('matter.unknown');
    await done(housingOfficer, matterId, house, 'failed');
    expect(openOf(await view(t.officer, matterId), 'decide')).toBe('');
    await done(t.officer, matterId, civil);
    const after = await view(t.officer, matterId);
    expect(openOf(after, 'decide')).not.toBe('');
    const facts = await t.app.matters.facts(matterId);
    expect(facts?.state.links.map((link) => link.item)).toEqual(['civil_affairs', 'housing', undefined]);
    // In the order of the list, whoever was first.
    expect(facts?.state.flow?.values['opinion']).toEqual(['passed', 'failed']);
  });
});
