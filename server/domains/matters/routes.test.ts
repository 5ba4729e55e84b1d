import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as wire from '../../../contract/matters.ts';
import { faultsOfChain } from '../../platform/ledger/chain.ts';
import { act, allowanceOffice, answers, bureau, community, form, fromCity, hall, item, openLink, paper, seen, streetOffice, view, type AllowanceOffice } from '../../testing/allowance-office.ts';
import type { Client } from '../../testing/app.ts';
import { readMatterFile } from './store.ts';

// Invented people: areas 4499xx and phones +86 154… are given to nobody (server/demo/people.ts).

let t: AllowanceOffice;
let clerk: Client;
let reviewer: Client;
let officer: Client;
let colleague: Client;
let approver: Client;
beforeAll(async () => {
  t = await allowanceOffice();
  ({ clerk, reviewer, officer, colleague, approver } = t);
});
afterAll(() => t.drop());

const factsOf = async (matterId: string) => (await readMatterFile(t.fresh.database.handle, t.keys, matterId))?.facts ?? [];

describe('a resident applies from home, and it goes its whole way', () => {
  it('from the first draft to the paper that anybody can verify', async () => {
    const { client, person } = await t.somebody();
    const draft = await t.completeDraft(client);
    const check = await client.good(wire.checkDraft, { params: { draftId: draft.draftId } });
    expect(check).toMatchObject({ problems: [], acceptingUnitName: { 'zh-CN': '渔民村社区党群服务中心' }, handlingUnitName: { 'zh-CN': '罗湖区民政局' }, promised: { limit: 'promised', amount: 15 } });
    const receipt = await client.good(wire.fileDraft, { params: { draftId: draft.draftId }, body: { commandId: randomUUID() } });
    const { matterId } = receipt;
    expect(receipt).toMatchObject({ matterId: draft.draftId, status: 'received' });
    expect(receipt.number).toMatch(new RegExp(`^${community}-\\d{8}-\\d{5}$`));
    expect((await client.refused(wire.getDraft, { params: { draftId: draft.draftId } })).code).toBe('drafts.unknown');

    const list = await clerk.good(wire.getWorklist, { query: { text: receipt.number } });
    expect(list.rows).toMatchObject([{ matterId, status: 'received', applicantMasked: expect.stringContaining('*') }]);
    const first = await view(clerk, matterId);
    const words = '证件照片看不清，请重拍。';
    await clerk.good(wire.requestCorrection, { params: { matterId }, body: { ...act(first), defects: [{ about: 'material', code: 'identity_card', fault: 'unreadable', words }] } });

    const asked = await view(client, matterId);
    expect(asked).toMatchObject({ status: 'correction_requested', allowed: ['supplement', 'withdraw'], defects: [{ code: 'identity_card', fault: 'unreadable', words }] });
    const again = await client.upload(wire.supplementFile, { matterId }, { name: '身份证.pdf', content: paper('again') });
    expect(again.status, again.text).toBe(201);
    await client.good(wire.supplementMatter, { params: { matterId }, body: { ...act(asked), form, materials: [{ materialCode: 'identity_card', form: 'uploaded', files: [again.reply] }] } });
    expect((await t.accepted(matterId)).status).toBe('accepted');

    const forReview = await t.claimed(reviewer, matterId);
    await reviewer.good(wire.recordFinding, { params: openLink(forReview), body: { ...act(forReview), finding: 'passed', opinion: '符合条件' } });
    const forDecision = await t.claimed(colleague, matterId);
    await colleague.good(wire.proposeDecision, { params: openLink(forDecision), body: { ...act(forDecision), outcome: 'granted', opinion: '拟准予' } });
    const forApproval = await t.claimed(approver, matterId);
    const { matter: done } = await approver.good(wire.approveDecision, { params: openLink(forApproval), body: { ...act(forApproval), opinion: '同意' } });
    expect(done).toMatchObject({ status: 'completed', outcome: 'granted', resultNumber: `${receipt.number}-J` });

    await t.work();
    const finished = await view(client, matterId);
    expect(finished.papers).toEqual(['receipt', 'ticket', 'correction_notice', 'acceptance_notice', 'result']);
    expect(finished.history.map((entry) => entry.kind)).toEqual([
      'matter_filed', 'correction_requested', 'supplemented', 'matter_accepted', 'link_opened', 'link_claimed', 'link_completed', 'link_opened', 'link_claimed', 'link_completed',
      'link_opened', 'link_claimed', 'link_completed', 'decision_made', 'matter_completed', 'result_paper_made',
    ]);
    for (const kind of finished.papers) {
      const made = await client.call(wire.getPaper, { params: { matterId, paper: kind }, query: {} });
      expect([made.status, made.headers['content-type'], made.bytes.subarray(0, 5).toString()], kind).toEqual([200, 'application/pdf', '%PDF-']);
    }
    expect(faultsOfChain('yimen.test/cases/v1', await factsOf(matterId))).toEqual([]);

    const told = ['sms.filed', 'sms.correction_needed', 'sms.accepted', 'sms.result_ready'];
    expect(t.sms.filter((sms) => sms.to === person.mobile).map((sms) => sms.templateCode).sort()).toEqual([...told].sort());
    expect((await client.good(wire.myMessages, {})).messages.map((message) => message.template).sort()).toEqual([...told].sort());
    expect((await client.good(wire.myMatters, {})).matters).toMatchObject([{ matterId, status: 'completed', outcome: 'granted' }]);

    const anybody = await t.as('anonymous');
    const progress = await anybody.call(wire.getProgress, { query: { number: receipt.number, code: receipt.checkCode } });
    expect(progress.reply).toMatchObject({ number: receipt.number, status: 'completed', outcome: 'granted' });
    expect(progress.reply.steps.map((step) => [step.code, step.state])).toEqual([['received', 'done'], ['accepted', 'done'], ['review', 'done'], ['decide', 'done'], ['approve', 'done'], ['result', 'done']]);
    for (const secret of [person.name['zh-CN'], person.number, person.mobile.slice(3), '一门路', words]) expect(progress.text).not.toContain(secret);
    const genuine = await anybody.good(wire.verifyResult, { params: { resultNumber: `${receipt.number}-J` }, query: { code: receipt.checkCode } });
    expect(genuine).toMatchObject({ outcome: 'granted', unitName: { 'zh-CN': '罗湖区民政局' } });
    expect(genuine.holderMasked).not.toBe(person.name['zh-CN']);
    const guess = receipt.checkCode === '222222' ? '333333' : '222222';
    expect((await anybody.refused(wire.verifyResult, { params: { resultNumber: `${receipt.number}-J` }, query: { code: guess } })).code).toBe('results.unknown');
    expect((await anybody.refused(wire.getProgress, { query: { number: receipt.number, code: guess } })).code).toBe('progress.unknown');
  });
});

describe('a clerk files for the person at the window', () => {
  it('in one call with the originals seen, and it waits for the street office from acceptance on', async () => {
    const { partyId } = await t.somebody();
    const matterId = await t.filedAtWindow(partyId);
    expect(await view(clerk, matterId)).toMatchObject({ channel: 'window', party: { partyId }, materials: [{ grade: 'B' }, { grade: 'B' }, { grade: 'A' }] });
    const matter = await t.accepted(matterId);
    expect(matter.links).toMatchObject([{ kind: 'review', institution: streetOffice, claimedBy: null }]);
    expect((await reviewer.good(wire.getWorklist, { query: { text: matter.number } })).rows).toMatchObject([{ matterId, linkId: matter.links[0]?.linkId }]);
  });

  it('by a draft that starts at the hall’s own community', async () => {
    const { partyId } = await t.somebody();
    const draft = await clerk.good(wire.openDraft, { body: { ...item, partyId, hall } });
    expect(draft).toMatchObject({ channel: 'window', areaUnit: community, party: { partyId } });
    await clerk.good(wire.saveDraft, { params: { draftId: draft.draftId }, body: { version: draft.version, answers, form, materials: [...seen, fromCity] } });
    expect(await clerk.good(wire.fileDraft, { params: { draftId: draft.draftId }, body: { commandId: randomUUID() } })).toMatchObject({ matterId: draft.draftId, status: 'received' });
  });

  it('but not at a hall where he holds no post', async () => {
    const { partyId } = await t.somebody();
    const elsewhere = { commandId: randomUUID(), ...item, partyId, hall: 'YM-440304-hall', areaUnit: community, answers, form, materials: [...seen, fromCity] };
    expect((await clerk.refused(wire.fileMatter, { body: elsewhere })).code).toBe('matter.unknown');
  });
});

describe('nothing is lost or doubled', () => {
  it('a second click on “file” gets the same receipt, at once or later, under the same command or another', async () => {
    const { client, partyId } = await t.somebody();
    const draft = await t.completeDraft(client);
    const [params, commandId] = [{ draftId: draft.draftId }, randomUUID()];
    const clicks = await Promise.all([1, 2, 3].map(() => client.call(wire.fileDraft, { params, body: { commandId } })));
    const later = await client.good(wire.fileDraft, { params, body: { commandId } });
    const other = await client.good(wire.fileDraft, { params, body: { commandId: randomUUID() } });
    const same = { matterId: later.matterId, number: later.number, receivedAt: later.receivedAt, factHash: later.factHash };
    expect(clicks.map((click) => click.status)).toEqual([201, 201, 201]);
    for (const receipt of [...clicks.map((click) => click.reply), other]) expect(receipt).toMatchObject(same);
    expect(await factsOf(draft.draftId)).toHaveLength(1);
    expect((await t.fresh.owner.query('select 1 from matters.by_party where party_id = $1', [partyId])).rowCount).toBe(1);
  });

  it('the same command at the window makes one matter; another body under the same id is refused', async () => {
    const { partyId } = await t.somebody();
    const body = { commandId: randomUUID(), ...item, partyId, hall, areaUnit: community, answers, form, materials: [...seen, fromCity] };
    const [once, twice] = [await clerk.good(wire.fileMatter, { body }), await clerk.good(wire.fileMatter, { body })];
    expect(twice).toMatchObject({ matterId: once.matterId, number: once.number, factHash: once.factHash });
    expect((await clerk.refused(wire.fileMatter, { body: { ...body, form: { ...form, address_line: '另一处地址18号' } } })).code).toBe('command.reused_id');
  });

  it('two officers who claim at once: one has the link, the other is told', async () => {
    const matterId = await t.beforeDecision();
    const matter = await view(officer, matterId);
    const tries = await Promise.all([officer, colleague].map((who) => who.call(wire.claimLink, { params: openLink(matter), body: act(matter) })));
    expect(tries.map((one) => one.status).sort()).toEqual([200, 409]);
    expect(['matter.changed_meanwhile', 'matter.link_claimed_by_other']).toContain(tries.find((one) => one.status === 409)?.problem.code);
    expect((await factsOf(matterId)).filter((fact) => fact.kind === 'link_claimed' && (fact.content as { linkId: string }).linkId === openLink(matter).linkId)).toHaveLength(1);
  });

  it('two decisions at once: one stands, the other is asked to look again', async () => {
    const matterId = await t.beforeDecision();
    const mine = await t.claimed(colleague, matterId);
    const both = await Promise.all((['granted', 'refused'] as const).map((outcome) => colleague.call(wire.proposeDecision, { params: openLink(mine), body: { ...act(mine), outcome, opinion: outcome } })));
    expect(both.map((one) => one.status).sort()).toEqual([200, 409]);
    expect((await factsOf(matterId)).filter((fact) => fact.kind === 'link_completed')).toHaveLength(2);
    expect((await view(colleague, matterId)).links.filter((link) => link.kind === 'approve')).toHaveLength(1);
  });

  it('an act on what somebody has changed since is refused', async () => {
    const matterId = await t.filedAtWindow((await t.somebody()).partyId);
    const old = await view(clerk, matterId);
    await t.accepted(matterId);
    expect((await clerk.refused(wire.acceptMatter, { params: { matterId }, body: act(old) })).code).toBe('matter.changed_meanwhile');
  });
});

describe('the second person', () => {
  it('is never the one who proposed, whatever posts he holds', async () => {
    const matterId = await t.beforeDecision();
    const mine = await t.claimed(officer, matterId);
    await officer.good(wire.proposeDecision, { params: openLink(mine), body: { ...act(mine), outcome: 'granted', opinion: '拟准予' } });
    const proposed = await view(officer, matterId);
    expect(proposed.links.find((link) => link.kind === 'approve')?.allowed).toEqual([]);
    expect((await officer.refused(wire.claimLink, { params: openLink(proposed), body: act(proposed) })).code).toBe('matter.same_person');
  });

  it('may send a proposal back, and it is proposed anew', async () => {
    const matterId = await t.beforeDecision();
    const mine = await t.claimed(colleague, matterId);
    await colleague.good(wire.proposeDecision, { params: openLink(mine), body: { ...act(mine), outcome: 'refused', opinion: '不符合条件' } });
    const forApproval = await t.claimed(approver, matterId);
    const { matter } = await approver.good(wire.returnDecision, { params: openLink(forApproval), body: { ...act(forApproval), opinion: '请再核实' } });
    expect(matter.links.filter((link) => link.doneAt === null)).toMatchObject([{ kind: 'decide', institution: bureau, claimedBy: null }]);
  });
});

describe('a colleague', () => {
  it('neither takes nor ends a link that somebody has claimed, until it is given back', async () => {
    const matterId = await t.beforeDecision();
    const mine = await t.claimed(officer, matterId);
    expect((await colleague.refused(wire.claimLink, { params: openLink(mine), body: act(mine) })).code).toBe('matter.link_claimed_by_other');
    expect((await colleague.refused(wire.proposeDecision, { params: openLink(mine), body: { ...act(mine), outcome: 'granted', opinion: '同意' } })).code).toBe('matter.link_claimed_by_other');
    await officer.good(wire.releaseLink, { params: openLink(mine), body: act(mine) });
    expect((await t.claimed(colleague, matterId)).links.find((link) => link.doneAt === null)?.claimedBy).not.toBeNull();
  });
});

describe('the applicant', () => {
  it('withdraws before the decision, and nothing more can be done', async () => {
    const { client, partyId } = await t.somebody();
    const matterId = await t.filedAtWindow(partyId);
    await t.accepted(matterId);
    const { matter } = await client.good(wire.withdrawMatter, { params: { matterId }, body: act(await view(client, matterId)) });
    expect(matter).toMatchObject({ status: 'withdrawn', allowed: [] });
    const seenByOfficer = await view(reviewer, matterId);
    expect((await reviewer.refused(wire.claimLink, { params: openLink(seenByOfficer), body: act(seenByOfficer) })).code).toBe('matter.not_open');
    expect((await reviewer.good(wire.getWorklist, { query: { text: matter.number } })).rows).toEqual([]);
  });

  it('sees nobody else’s matter, draft, file or paper: they look like none at all', async () => {
    const [owner, other] = [await t.somebody(), await t.somebody()];
    const draft = await t.completeDraft(owner.client);
    const none = randomUUID();
    const alike = async (ask: (id: string) => Promise<{ status: number; text: string }>, id: string): Promise<void> => {
      const [theirs, nobodys] = [await ask(id), await ask(none)];
      expect([theirs.status, theirs.text]).toEqual([404, nobodys.text]);
      expect(nobodys.status).toBe(404);
    };
    await alike((draftId) => other.client.call(wire.getDraft, { params: { draftId } }), draft.draftId);
    await alike((draftId) => other.client.call(wire.fileDraft, { params: { draftId }, body: { commandId: randomUUID() } }), draft.draftId);
    const { matterId } = await owner.client.good(wire.fileDraft, { params: { draftId: draft.draftId }, body: { commandId: randomUUID() } });
    const fileId = draft.materials.flatMap((material) => material.files)[0]?.fileId ?? '';
    await alike((id) => other.client.call(wire.getMatter, { params: { matterId: id } }), matterId);
    await alike((id) => other.client.call(wire.getPaper, { params: { matterId: id, paper: 'receipt' }, query: {} }), matterId);
    await alike((id) => other.client.call(wire.getMatterFile, { params: { matterId: id, fileId } }), matterId);
    await alike((id) => other.client.call(wire.withdrawMatter, { params: { matterId: id }, body: { commandId: randomUUID(), seenSeq: 1 } }), matterId);
    await alike((id) => approver.call(wire.acceptMatter, { params: { matterId: id }, body: { commandId: randomUUID(), seenSeq: 1 } }), matterId);
    expect((await owner.client.call(wire.getMatterFile, { params: { matterId, fileId } })).status).toBe(200);
  });
});
