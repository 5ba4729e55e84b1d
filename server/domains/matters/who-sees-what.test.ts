import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as wire from '../../../contract/matters.ts';
import { act, allowanceOffice, openLink, view, type AllowanceOffice } from '../../testing/allowance-office.ts';

let t: AllowanceOffice;
beforeAll(async () => {
  t = await allowanceOffice();
});
afterAll(() => t.drop());

describe('the applicant sees steps and offices; the inside of the office stays inside', () => {
  it('neither opinions, nor names of staff, nor a proposal before it is a decision', async () => {
    const { partyId, client } = await t.somebody();
    const matterId = await t.filedAtWindow(partyId);
    await t.accepted(matterId);
    const forReview = await t.claimed(t.reviewer, matterId);
    await t.reviewer.good(wire.recordFinding, { params: openLink(forReview), body: { ...act(forReview), finding: 'passed', opinion: '内部意见甲' } });
    const forDecision = await t.claimed(t.colleague, matterId);
    await t.colleague.good(wire.proposeDecision, { params: openLink(forDecision), body: { ...act(forDecision), outcome: 'refused', opinion: '内部意见乙' } });
    const claimed = await t.claimed(t.approver, matterId);

    const own = await client.call(wire.getMatter, { params: { matterId } });
    const list = await client.call(wire.myMatters, {});
    const { number, checkCode } = own.reply;
    const progress = await (await t.as('anonymous')).call(wire.getProgress, { query: { number, code: checkCode ?? '' } });
    for (const inside of ['内部意见', '"refused"', '"colleague"', '"reviewer"', '"approver"', '"clerk"']) {
      for (const answer of [own, list, progress]) expect(answer.text, inside).not.toContain(inside);
    }
    expect(own.reply.history.map((entry) => entry.byUnitName?.['zh-CN'])).toContain('罗湖区民政局');
    expect(progress.reply.steps.find((step) => step.code === 'decide')).toMatchObject({ state: 'done', outcome: null });

    await t.approver.good(wire.returnDecision, { params: openLink(claimed), body: { ...act(claimed), opinion: '请再核实' } });
    const after = await view(client, matterId);
    expect(after.steps.map((step) => [step.code, step.state])).toContainEqual(['approve', 'next']);
    expect(JSON.stringify(after)).not.toContain('returned');
    const staff = await view(t.approver, matterId);
    expect(staff.history.flatMap((entry) => entry.words ?? [])).toEqual(['内部意见甲', '内部意见乙', '请再核实']);
    expect(staff.history.map((entry) => entry.params.action).filter(Boolean)).toEqual(['passed', 'refused', 'returned']);
  });

  it('but what is written to him he reads: what to correct, and why it was not accepted', async () => {
    const { partyId, client } = await t.somebody();
    const matterId = await t.filedAtWindow(partyId);
    const first = await view(t.clerk, matterId);
    await t.clerk.good(wire.requestCorrection, { params: { matterId }, body: { ...act(first), defects: [{ about: 'material', code: 'identity_card', fault: 'expired', words: '证件已过期' }] } });
    const second = await view(t.clerk, matterId);
    await t.clerk.good(wire.refuseAcceptance, { params: { matterId }, body: { ...act(second), ground: 'condition_not_met', words: '年龄未满' } });
    expect((await view(client, matterId)).history.flatMap((entry) => entry.words ?? [])).toEqual(['证件已过期', '年龄未满']);
  });
});
