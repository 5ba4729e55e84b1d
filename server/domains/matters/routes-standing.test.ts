import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as wire from '../../../contract/matters.ts';
import type { MatterView } from '../../../contract/matters.ts';
import { getHistoryCsv, getStanding } from '../../../contract/standing.ts';
import { act, allowanceOffice, answers, community, form, fromCity, hall, openLink, seen, view, type AllowanceOffice } from '../../testing/allowance-office.ts';
import type { Client } from '../../testing/app.ts';
import { bundleOf, callingAll, corpusProcess, handlingItemOf, publishItems } from '../../testing/given-flow.ts';
import { shenzhen } from '../../testing/given-matter.ts';
import { virtualTime } from '../../testing/virtual-time.ts';

const publicity = 'YM-98-0001-01';
const joint = 'YM-98-0002-01';
const bundle = 'YM-98-0003-01';
const birth = 'YM-98-0004-01';
const housing = 'YM-440303-housing';
const time = virtualTime(shenzhen('2026-11-23', '09:00:00.000'));

let t: AllowanceOffice;
let housingOfficer: Client;
beforeAll(async () => {
  t = await allowanceOffice({
    time,
    arrange: (fresh) => publishItems(fresh, [
      { taskCode: publicity, process: 'publicity-period', bpmn: corpusProcess('publicity-period') },
      { taskCode: joint, process: 'consult-departments', bpmn: corpusProcess('consult-departments'), change: (item) => ({ ...item, implementation_item: { ...item.implementation_item, other_dept: ['civil_affairs', 'housing'] } }) },
      { taskCode: birth, process: 'tell-of-birth', bpmn: corpusProcess('tell-of-birth') },
      { taskCode: bundle, process: 'two-at-once', bpmn: callingAll('two-at-once', { first: handlingItemOf(birth), second: handlingItemOf(publicity) }), change: bundleOf([{ element: 'first', taskCode: birth, required: true }, { element: 'second', taskCode: publicity, required: true }]) },
    ]),
  });
  housingOfficer = (await t.staff('housing', [{ institution: housing, role: 'officer' }])).client;
});
afterAll(() => t.drop());

async function filed(taskCode: string): Promise<{ matterId: string; client: Client }> {
  const { partyId, client } = await t.somebody();
  const body = { commandId: randomUUID(), taskCode, handlingItem: handlingItemOf(taskCode), partyId, hall, areaUnit: community, answers, form, materials: [...seen, fromCity] };
  const { matterId } = await t.clerk.good(wire.fileMatter, { body });
  await t.accepted(matterId);
  await t.work();
  return { matterId, client };
}
const openOf = (matter: MatterView, element: string): string => matter.links.find((link) => link.element === element && link.doneAt === null)?.linkId ?? '';
async function done(client: Client, matterId: string, linkId: string, words = '已看'): Promise<void> {
  const params = { matterId, linkId };
  await client.good(wire.claimLink, { params, body: act(await view(client, matterId)) });
  await client.good(wire.recordFinding, { params, body: { ...act(await view(client, matterId)), finding: 'passed', opinion: words } });
}
const standing = (client: Client, matterId: string) => client.good(getStanding, { params: { matterId } });

describe('Where a matter stands', () => {
  let matterId = '';
  it('is shown on its drawing: a token for each department asked at once, with its office, and the ways gone', async () => {
    ({ matterId } = await filed(joint));
    const now = await standing(t.officer, matterId);
    expect(now.tokens.map((token) => [token.kind, token.element, token.unitName?.['zh-CN'], token.person])).toEqual([['link', 'opinion', '罗湖区民政局', null], ['link', 'opinion', '罗湖区住房和建设局', null]]);
    expect(now).toMatchObject({ begun: true, ended: false, differsAt: null, process: 'consult-departments' });
    expect(now.bpmn).toBe(corpusProcess('consult-departments'));
    expect(now.elements.map((one) => [one.id, one.times])).toEqual([['start', 1]]);
    expect(now.names['opinion']?.en.length).toBeGreaterThan(3);
    await done(housingOfficer, matterId, openOf(await view(housingOfficer, matterId), 'opinion') === '' ? '' : ((await view(housingOfficer, matterId)).links.find((link) => link.institution === housing)?.linkId ?? ''));
    const later = await standing(t.officer, matterId);
    expect(later.tokens.map((token) => token.unitName?.['zh-CN'])).toEqual(['罗湖区民政局']);
    expect(later.elements.find((one) => one.id === 'opinion')?.times).toBe(1);
    expect(later.work.map((one) => [one.unitName['zh-CN'], one.person, one.action])).toEqual([['罗湖区民政局', null, null], ['罗湖区住房和建设局', 'housing', 'passed']]);
  });

  it('is shown to nobody who may not read the file: not to another office, not to the applicant, not to a stranger; and one that is not there looks the same', async () => {
    const stranger = (await t.staff('elsewhere', [{ institution: 'YM-440304-civil_affairs', role: 'officer' }])).client;
    const { client, matterId: own } = await filed(joint);
    const params = { matterId: own };
    const unknown = await stranger.refused(getStanding, { params: { matterId: randomUUID() } });
    expect(await stranger.refused(getStanding, { params })).toEqual(unknown);
    for (const ask of [(who: Client) => who.refused(getStanding, { params }), (who: Client) => who.refused(getHistoryCsv, { params, query: {} })]) {
      expect((await ask(stranger)).code).toBe('matter.unknown');
      expect((await ask(client)).status).toBe(404);
      expect((await ask(await t.as('anonymous'))).code).toBe('session.needed');
    }
    const { rows } = await t.fresh.owner.query<{ act: string; outcome: string }>(`select act, outcome from platform.access_records where matter_id = $1 and act like '%standing' order by at`, [own]);
    expect(rows).toEqual([1, 2].map(() => ({ act: 'matters.read_standing', outcome: 'matter.unknown' })));
  });

  it('of a matter that was decided has no token, and says how long each link took in minutes and working days', async () => {
    const { matterId: own } = await filed(publicity);
    const from = await standing(t.reviewer, own);
    expect(from.tokens.map((token) => token.element)).toEqual(['publish']);
    time.goTo(shenzhen('2026-11-25', '09:30:00.000'));
    await done(t.reviewer, own, openOf(await view(t.reviewer, own), 'publish'));
    const { tokens, work, elements } = await standing(t.reviewer, own);
    expect(tokens).toEqual([expect.objectContaining({ kind: 'timer', element: 'period', ringsOn: '2026-12-02', due: null, person: null })]);
    expect(work).toMatchObject([{ element: 'publish', took: { workingDays: 2 } }]);
    expect(work[0]?.took.minutes).toBe(2 * 24 * 60 + 30);
    expect(elements.map((one) => one.id)).toEqual(['start', 'publish']);
  });
});

describe('The whole history', () => {
  it('says of each fact how long after the one before, what it is about and how long that took, on which ground', async () => {
    const { matterId } = await filed(publicity);
    time.goTo(shenzhen('2026-11-26', '10:00:00.000'));
    await done(t.reviewer, matterId, openOf(await view(t.reviewer, matterId), 'publish'), '=SUM(A1)，"公示"');
    const { history } = await view(t.reviewer, matterId);
    const ended = history.find((entry) => entry.kind === 'link_completed');
    expect(ended).toMatchObject({ took: { workingDays: 1 }, about: { unitName: { 'zh-CN': '南湖街道公共服务办公室' } }, byName: 'reviewer', words: '=SUM(A1)，"公示"' });
    expect(history[0]).toMatchObject({ kind: 'matter_filed', after: null, took: null, ground: null });
    expect(history.find((entry) => entry.kind === 'timer_set')).toMatchObject({ params: { dueOn: '2026-12-03' }, about: { name: { en: 'Five working days of publicity' }, unitName: null } });
    const table = await t.reviewer.call(getHistoryCsv, { params: { matterId }, query: { language: 'en' } });
    expect(table.headers['content-type']).toBe('text/csv; charset=utf-8');
    const lines = table.text.replace('\ufeff', '').split('\r\n');
    expect(lines[0]).toBe('No.,Time (Shenzhen),Since the one before (minutes),Since the one before (working days),What,Who,Office,Took (minutes),Took (working days),On which ground,Document,Words,Hash');
    expect(lines).toHaveLength(history.length + 2);
    // What somebody else wrote is text for a spreadsheet, never a formula.
    expect(lines.find((line) => line.includes('SUM'))).toContain(`"'=SUM(A1)，""公示"""`);
    expect(lines[history.length]).toContain(history.at(-1)?.hash);
  });
});

describe('Residents are told plain steps', () => {
  it('departments asked at once are one step with its offices, each with its own dates; what they said stays inside', async () => {
    const { matterId, client } = await filed(joint);
    const { steps, number, checkCode } = await view(client, matterId);
    const asked = steps.find((step) => step.code === 'opinion');
    expect(asked).toMatchObject({ state: 'now', unitName: null });
    expect(asked?.branches?.map((one) => [one.unitName?.['zh-CN'], one.state])).toEqual([['罗湖区民政局', 'now'], ['罗湖区住房和建设局', 'now']]);
    await done(housingOfficer, matterId, (await view(housingOfficer, matterId)).links.find((link) => link.institution === housing)?.linkId ?? '', '内部意见丙');
    const after = await view(client, matterId);
    expect(after.steps.find((step) => step.code === 'opinion')?.branches?.map((one) => one.state)).toEqual(['now', 'done']);
    const progress = await (await t.as('anonymous')).call(wire.getProgress, { query: { number, code: checkCode ?? '' } });
    expect(progress.reply.steps.find((step) => step.code === 'opinion')?.branches).toHaveLength(2);
    for (const text of [JSON.stringify(after), progress.text]) for (const inside of ['内部意见', '"housing"']) expect(text).not.toContain(inside);
  });

  it('a period of waiting is a step that says on which day it goes on, and is over when that day has passed', async () => {
    const { matterId, client } = await filed(publicity);
    await done(t.reviewer, matterId, openOf(await view(t.reviewer, matterId), 'publish'));
    const waiting = (await view(client, matterId)).steps.find((step) => step.code === 'period');
    expect(waiting).toMatchObject({ state: 'now', name: { en: 'Five working days of publicity' }, unitName: { 'zh-CN': '罗湖区民政局' }, notes: [{ kind: 'looks_again', dueOn: '2026-12-03' }] });
    time.goTo(shenzhen('2026-12-04', '00:00:01.000'));
    await t.app.tick();
    await t.work();
    const { steps } = await view(client, matterId);
    expect(steps.map((step) => [step.code, step.state])).toEqual([['received', 'done'], ['accepted', 'done'], ['publish', 'done'], ['period', 'done'], ['objections', 'now'], ['result', 'next']]);
    expect(steps.find((step) => step.code === 'period')?.notes).toBeUndefined();
  });

  it('each item of a bundle is a step with its number, its own dates and whose turn it is there', async () => {
    const { matterId, client } = await filed(bundle);
    const { steps, number } = await view(client, matterId);
    const parts = steps.filter((step) => ['first', 'second'].includes(step.code));
    expect(parts.map((step) => [step.name.en, step.state, step.number])).toEqual([[birth, 'now', `${number}-1`], [publicity, 'now', `${number}-2`]]);
    expect(parts.every((step) => step.due !== null && step.unitName !== null && step.branches?.length === 1)).toBe(true);
    expect(parts.map((step) => step.branches?.map((one) => one.unitName?.['zh-CN']))).toEqual([['罗湖区民政局'], ['南湖街道公共服务办公室']]);
    const tokens = (await standing(t.clerk, matterId)).tokens;
    expect(tokens.map((token) => [token.kind, token.element, token.part?.number])).toEqual([['part', 'first', `${number}-1`], ['part', 'second', `${number}-2`]]);
    const first = await view(t.officer, tokens[0]?.part?.matterId ?? '');
    const mine = await t.claimed(t.officer, first.matterId);
    await t.officer.good(wire.proposeDecision, { params: openLink(mine), body: { ...act(mine), outcome: 'granted', opinion: '已核' } });
    await t.work();
    const after = (await view(client, matterId)).steps.find((step) => step.code === 'first');
    expect(after).toMatchObject({ state: 'done', outcome: 'granted', number: `${number}-1` });
    expect(after?.branches).toBeUndefined();
    expect((await standing(t.clerk, matterId)).differsAt).toBeNull();
  });

  it('whatever happened, a matter under way never says only that it is under way: some step is now, and names a unit', async () => {
    for (const taskCode of [publicity, joint, bundle]) {
      const { matterId, client } = await filed(taskCode);
      const now = (await view(client, matterId)).steps.filter((step) => step.state === 'now');
      expect(now.length, taskCode).toBeGreaterThan(0);
      for (const step of now) expect(step.unitName ?? step.branches?.every((one) => one.unitName !== null), `${taskCode} ${step.code}`).toBeTruthy();
    }
  });
});
