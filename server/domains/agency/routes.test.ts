import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as wire from '../../../contract/agency.ts';
import * as matters from '../../../contract/matters.ts';
import { act, allowanceOffice, answers, community, form, fromCity, hall, item, seen, view, type AllowanceOffice } from '../../testing/allowance-office.ts';
import type { Client, TestApp } from '../../testing/app.ts';
import { inventFirm, type InventedFirm } from '../../testing/people.ts';

// S-08. Invented people and firms: areas 4499xx are given to nobody (server/demo/people.ts).

let t: AllowanceOffice;
let clerk: Client;
let n = 7_000;
type Resident = Awaited<ReturnType<TestApp['resident']>>;
const until = '2027-11-22';

beforeAll(async () => {
  t = await allowanceOffice();
  ({ clerk } = t);
}, 180_000);
afterAll(() => t.drop());

const resident = (): Promise<Resident> => t.resident({ index: (n += 1) });
const atWindow = (principalId: string, agentId: string, more: Partial<Parameters<typeof clerk.good<typeof wire.registerMandate>>[1]['body']> = {}) =>
  clerk.good(wire.registerMandate, { body: { commandId: randomUUID(), hall, principalId, agentId, role: 'agent', acts: [...wire.mandateActs], taskCodes: null, untilOn: until, evidence: 'letter_of_authority', ...more } });
const ended = (who: Client, mandateId: string) => who.call(wire.endMandate, { params: { mandateId }, body: { commandId: randomUUID() } });

/** A firm registered at a window, and its legal representative. */
async function firmWithBoss(): Promise<{ firm: InventedFirm; firmId: string; boss: Resident }> {
  const firm = inventFirm(`agency/${(n += 1)}`, { index: n });
  const [firmId = ''] = await t.app.people.makeParties([{ name: firm.name['zh-CN'], number: firm.creditCode, kind: 'credit_code', phone: null, assurance: 'verified_at_window' }]);
  const boss = await resident();
  await atWindow(firmId, boss.partyId, { role: 'legal_representative', evidence: 'licence_and_identity' });
  return { firm, firmId, boss };
}

/** A whole draft of this client for the firm. */
async function draftFor(client: Client, firm: InventedFirm): Promise<string> {
  const draft = await t.completeDraft(client);
  await client.good(matters.saveDraft, { params: { draftId: draft.draftId }, body: { version: draft.version, organisation: { creditCode: firm.creditCode, name: firm.name['zh-CN'] } } });
  return draft.draftId;
}
const fileDraft = (client: Client, draftId: string) => client.call(matters.fileDraft, { params: { draftId }, body: { commandId: randomUUID() } });

describe('who files for an organisation', () => {
  it('needs a standing mandate: saying the credit code is not enough, and an unknown firm looks the same', async () => {
    const { firm } = await firmWithBoss();
    const stranger = await resident();
    const draftId = await draftFor(stranger.client, firm);
    const check = await stranger.client.good(matters.checkDraft, { params: { draftId } });
    expect(check.problems).toContainEqual({ pointer: '/organisation', code: 'agency.mandate_needed', params: {} });
    const refused = await fileDraft(stranger.client, draftId);
    expect([refused.status, refused.problem.code]).toEqual([422, 'agency.mandate_needed']);
    const unknown = await draftFor(stranger.client, inventFirm('agency/nobody', { index: 69_999 }));
    expect((await fileDraft(stranger.client, unknown)).problem).toEqual(refused.problem);
  });

  it('as legal representative may, and the fact names the mandate', async () => {
    const { firm, firmId, boss } = await firmWithBoss();
    const filed = await fileDraft(boss.client, await draftFor(boss.client, firm));
    expect(filed.status, filed.text).toBe(201);
    const { rows } = await t.fresh.owner.query<{ content: { organisationId: string; mandateId: string } }>('select content from platform.facts where matter_id = $1 and seq = 1', [filed.reply.matterId]);
    const { rows: standing } = await t.fresh.owner.query<{ mandate_id: string }>('select mandate_id from agency.mandates where principal = $1', [firmId]);
    expect(rows[0]?.content).toMatchObject({ organisationId: firmId, mandateId: standing[0]?.mandate_id });
  });

  it('at a window too: the person standing there has the mandate, or the clerk registers it on the papers', async () => {
    const { firm, firmId } = await firmWithBoss();
    const bearer = await resident();
    const filing = () => clerk.call(matters.fileMatter, {
      body: { commandId: randomUUID(), ...item, partyId: bearer.partyId, hall, areaUnit: community, answers, form, organisation: { creditCode: firm.creditCode, name: firm.name['zh-CN'] }, materials: [...seen, fromCity] },
    });
    expect((await filing()).problem.code).toBe('agency.mandate_needed');
    await atWindow(firmId, bearer.partyId);
    expect((await filing()).status).toBe(201);
  });

  it('is refused by a mandate for other items, without the act, expired or ended', async () => {
    const { firm, firmId, boss } = await firmWithBoss();
    const cases = { otherItem: { taskCodes: ['YM-07-0005-01'] }, withoutFiling: { acts: ['read' as const] }, expired: {}, ended: {} };
    for (const [what, more] of Object.entries(cases)) {
      const agent = await resident();
      const mandate = await atWindow(firmId, agent.partyId, more);
      if (what === 'expired') await t.fresh.owner.query("update agency.mandates set from_at = from_at - interval '2 days', until_at = from_at - interval '1 day' where mandate_id = $1", [mandate.mandateId]);
      if (what === 'ended') expect((await ended(boss.client, mandate.mandateId)).status).toBe(200);
      expect((await fileDraft(agent.client, await draftFor(agent.client, firm))).problem.code, what).toBe('agency.mandate_needed');
    }
  });
});

describe('a matter filed for an organisation', () => {
  it('is read by its representative and by agents whose mandate covers it, by no other', async () => {
    const { firm, firmId, boss } = await firmWithBoss();
    const [agent, reader, other, stranger] = [await resident(), await resident(), await resident(), await resident()];
    await atWindow(firmId, agent.partyId);
    await atWindow(firmId, reader.partyId, { acts: ['read'] });
    await atWindow(firmId, other.partyId, { taskCodes: ['YM-07-0005-01'] });
    const { matterId } = (await fileDraft(agent.client, await draftFor(agent.client, firm))).reply;
    for (const may of [boss, agent, reader]) {
      expect((await may.client.call(matters.getMatter, { params: { matterId } })).status).toBe(200);
      expect((await may.client.good(matters.myMatters, {})).matters.map((row) => row.matterId)).toContain(matterId);
    }
    for (const not of [other, stranger]) {
      expect((await not.client.call(matters.getMatter, { params: { matterId } })).status).toBe(404);
      expect((await not.client.good(matters.myMatters, {})).matters).toEqual([]);
    }
    expect((await view(reader.client, matterId)).allowed).toEqual([]);
    expect((await reader.client.call(matters.withdrawMatter, { params: { matterId }, body: act(await view(reader.client, matterId)) })).status).toBe(404);
    expect((await boss.client.call(matters.withdrawMatter, { params: { matterId }, body: act(await view(boss.client, matterId)) })).status).toBe(200);
  });

  it('is gone for the agent within a second of the end of his mandate, though he filed it', async () => {
    const { firm, firmId, boss } = await firmWithBoss();
    const agent = await resident();
    const mandate = await atWindow(firmId, agent.partyId);
    const { matterId } = (await fileDraft(agent.client, await draftFor(agent.client, firm))).reply;
    expect((await agent.client.call(matters.getMatter, { params: { matterId } })).status).toBe(200);
    expect((await ended(boss.client, mandate.mandateId)).reply).toMatchObject({ state: 'ended', endedHow: 'by_principal', allowed: [] });
    const since = performance.now();
    let status = 200;
    while (status === 200 && performance.now() - since < 5_000) ({ status } = await agent.client.call(matters.getMatter, { params: { matterId } }));
    expect(status).toBe(404);
    expect(performance.now() - since).toBeLessThan(1_000);
    expect((await agent.client.good(matters.myMatters, {})).matters).toEqual([]);
  });
});

describe('who acts for a person', () => {
  it('files in that person’s name, and the person sees it', async () => {
    const [grandmother, grandchild, stranger] = [await resident(), await resident(), await resident()];
    expect((await grandchild.client.refused(matters.openDraft, { body: { ...item, partyId: grandmother.partyId } })).code).toBe('agency.mandate_needed');
    const given = await grandmother.client.good(wire.giveMandate, {
      body: { commandId: randomUUID(), principalId: grandmother.partyId, agentNumber: grandchild.person.number, agentName: grandchild.person.name['zh-CN'], role: 'agent', acts: ['file'], taskCodes: [item.taskCode], untilOn: until },
    });
    expect(given).toMatchObject({ how: 'principal', acts: ['file', 'read'], items: [{ taskCode: item.taskCode }], untilOn: until, state: 'standing', allowed: ['end'] });
    const draft = await grandchild.client.good(matters.openDraft, { body: { ...item, partyId: grandmother.partyId } });
    expect(draft.party?.partyId).toBe(grandmother.partyId);
    await grandchild.client.good(matters.saveDraft, { params: { draftId: draft.draftId }, body: { version: draft.version, areaUnit: community, answers, form } });
    expect((await stranger.client.call(matters.getDraft, { params: { draftId: draft.draftId } })).status).toBe(404);
    expect((await grandchild.client.good(wire.myMandates, {})).principals).toMatchObject([{ self: true }, { party: { partyId: grandmother.partyId }, self: false, mayName: [], mayFile: true }]);
    expect((await ended(grandchild.client, given.mandateId)).reply).toMatchObject({ endedHow: 'by_agent' });
    expect((await fileDraft(grandchild.client, draft.draftId)).problem.code).toBe('agency.mandate_needed');
  });

  it('is named by number and name together; what is wrong of them is not told', async () => {
    const [me, known] = [await resident(), await resident()];
    const name = (agentNumber: string, agentName: string) => me.client.refused(wire.giveMandate, { body: { commandId: randomUUID(), principalId: me.partyId, agentNumber, agentName, role: 'agent', acts: ['read'], taskCodes: null, untilOn: until } });
    const answers3 = [await name(known.person.number, '不是此人'), await name('449900199001010000', '无人'), await name(inventFirm('agency/x', { index: 69_998 }).creditCode, '无人')];
    expect(answers3.map((one) => one.code)).toEqual(['agency.agent_unknown', 'agency.agent_unknown', 'agency.agent_unknown']);
    expect((await name(me.person.number, me.person.name['zh-CN'])).code).toBe('agency.same_party');
  });
});

describe('who may name and end', () => {
  it('a manager names agents but no managers; an agent names nobody; ids of another firm are of no use', async () => {
    const [one, two] = [await firmWithBoss(), await firmWithBoss()];
    const [manager, agent, next] = [await resident(), await resident(), await resident()];
    const name = (who: Client, principalId: string, role: 'manager' | 'agent', whom: Resident) => who.call(wire.giveMandate, {
      body: { commandId: randomUUID(), principalId, agentNumber: whom.person.number, agentName: whom.person.name['zh-CN'], role, acts: ['file'], taskCodes: null, untilOn: until },
    });
    expect((await name(one.boss.client, one.firmId, 'manager', manager)).status).toBe(201);
    const given = await name(manager.client, one.firmId, 'agent', agent);
    expect(given.status).toBe(201);
    expect((await name(manager.client, one.firmId, 'manager', next)).problem.code).toBe('agency.may_not_give');
    expect((await name(agent.client, one.firmId, 'agent', next)).problem.code).toBe('agency.may_not_give');
    expect((await name(one.boss.client, two.firmId, 'agent', next)).problem.code).toBe('agency.may_not_give');
    expect((await name(one.boss.client, one.boss.partyId, 'manager', next)).problem.code).toBe('agency.role_of_organisations');
    for (const outsider of [two.boss.client, next.client]) expect((await ended(outsider, given.reply.mandateId)).status).toBe(404);
    expect((await two.boss.client.good(wire.myMandates, {})).mandates.map((mandate) => mandate.principal.partyId)).toEqual([two.firmId]);
    const representing = (await one.boss.client.good(wire.myMandates, {})).mandates.find((mandate) => mandate.role === 'legal_representative');
    expect((await ended(manager.client, representing?.mandateId ?? '')).status).toBe(404);
    expect((await ended(manager.client, given.reply.mandateId)).status).toBe(200);
    expect((await ended(manager.client, given.reply.mandateId)).problem.code).toBe('agency.over');
  });

  it('a new legal representative takes the place of the one before', async () => {
    const { firmId, boss } = await firmWithBoss();
    const next = await resident();
    await atWindow(firmId, next.partyId, { role: 'legal_representative', evidence: 'certificate_of_representative' });
    const { mandates } = await clerk.good(wire.windowMandates, { query: { principalId: firmId } });
    expect(mandates.map((one) => [one.agent.partyId, one.state, one.endedHow])).toEqual([[next.partyId, 'standing', null], [boss.partyId, 'ended', 'by_system']]);
  });

  it('a clerk registers and ends only where he works', async () => {
    const { firmId } = await firmWithBoss();
    const agent = await resident();
    const mandate = await atWindow(firmId, agent.partyId);
    expect(mandate).toMatchObject({ how: 'window', evidence: 'letter_of_authority', registeredAt: { 'zh-CN': '渔民村社区党群服务中心' } });
    const elsewhere = (await t.staff(`elsewhere-${n}`, [{ institution: 'YM-440303-hall', role: 'window_clerk' }])).client;
    expect((await elsewhere.call(wire.registerMandate, { body: { commandId: randomUUID(), hall, principalId: firmId, agentId: agent.partyId, role: 'agent', acts: ['file'], taskCodes: null, untilOn: until, evidence: 'letter_of_authority' } })).status).toBe(404);
    const end = (who: Client, at: string) => who.call(wire.endMandate, { params: { mandateId: mandate.mandateId }, body: { commandId: randomUUID(), hall: at } });
    expect((await end(elsewhere, hall)).status).toBe(404);
    expect((await end(clerk, hall)).reply).toMatchObject({ state: 'ended', endedHow: 'at_window' });
  });

  it('each mandate is a chain of facts of its own in the log', async () => {
    const { firmId, boss } = await firmWithBoss();
    const agent = await resident();
    const { mandateId } = await atWindow(firmId, agent.partyId);
    await ended(boss.client, mandateId);
    const { rows } = await t.fresh.owner.query<{ kind: string }>('select kind from platform.facts where matter_id = $1 order by seq', [mandateId]);
    expect(rows.map((row) => row.kind)).toEqual(['mandate_given', 'mandate_ended']);
  });
});
