import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as wire from '../../../contract/matters.ts';
import type { Draft, MatterView } from '../../../contract/matters.ts';
import { registerParty, identifyParty } from '../../../contract/people.ts';
import { faultsOfChain } from '../../platform/ledger/chain.ts';
import { sessionCookie } from '../../platform/http/server.ts';
import { pdf } from '../../platform/files/odd-files.ts';
import { addressOf, testApp, type Client, type TestApp } from '../../testing/app.ts';
import { citizenCheckDigit } from '../people/numbers/index.ts';
import { readMatterFile } from './store.ts';

// Invented people: areas 4499xx and phones +86 154… are given to nobody (server/demo/people.ts).
const community = '440303005014'; // 渔民村社区, Nanhu Subdistrict, Luohu
const hall = `YM-${community}-hall`;
const streetOffice = 'YM-440303005-public_service';
const bureau = 'YM-440303-civil_affairs';

/** 高龄津贴, first application: reviewed by the street, decided by the district, approved by a second person. */
const item = { taskCode: 'YM-05-0001-01', handlingItem: 'YM-05-0001-01-01' };
const answers = { who_applies: 'self', hukou: 'shenzhen', age: 'over80' };
const form = { for_other: false, address_line: '一门路12号3栋502室', pay_by: 'social_card', data_consent: true, declaration: true };
const seen = (['application_form', 'identity_card'] as const).map((materialCode) => ({ materialCode, form: 'seen_at_window' as const }));
const fromCity = { materialCode: 'household_register', form: 'from_city' as const };

let t: TestApp;
let clerk: Client;
let reviewer: Client;
let officer: Client;
let colleague: Client;
let approver: Client;

beforeAll(async () => {
  t = await testApp();
  clerk = (await t.staff('clerk', [{ institution: hall, role: 'window_clerk' }])).client;
  reviewer = (await t.staff('reviewer', [{ institution: streetOffice, role: 'officer' }])).client;
  officer = (await t.staff('officer', [{ institution: bureau, role: 'officer' }, { institution: bureau, role: 'approver' }])).client;
  colleague = (await t.staff('colleague', [{ institution: bureau, role: 'officer' }])).client;
  approver = (await t.staff('approver', [{ institution: bureau, role: 'approver' }])).client;
});
afterAll(() => t.drop());

let people = 100;
const somebody = () => t.resident({ index: (people += 1) });
const act = (matter: Pick<MatterView, 'seq'>) => ({ commandId: randomUUID(), seenSeq: matter.seq });
const paper = (text = ''): Buffer => pdf('', `% ${text} ${randomUUID()}\n`);

/** A draft with everything in it but the filing. */
async function completeDraft(client: Client): Promise<Draft> {
  const draft = await client.good(wire.openDraft, { body: item });
  const params = { draftId: draft.draftId };
  await client.good(wire.saveDraft, { params, body: { version: draft.version, areaUnit: community, answers, form, materials: [fromCity] } });
  for (const materialCode of ['application_form', 'identity_card']) {
    const kept = await client.upload(wire.attachFile, { ...params, materialCode }, { name: `${materialCode}.pdf`, content: paper(materialCode) });
    expect(kept.status, kept.text).toBe(201);
  }
  return client.good(wire.getDraft, { params });
}

/** Filed at the window in one call; answers the matter's id. */
async function filedAtWindow(partyId: string, by: Client = clerk): Promise<string> {
  const receipt = await by.good(wire.fileMatter, { body: { commandId: randomUUID(), ...item, partyId, hall, areaUnit: community, answers, form, materials: [...seen, fromCity] } });
  return receipt.matterId;
}

const view = (client: Client, matterId: string): Promise<MatterView> => client.good(wire.getMatter, { params: { matterId } });
const accepted = async (matterId: string): Promise<MatterView> => (await clerk.good(wire.acceptMatter, { params: { matterId }, body: act(await view(clerk, matterId)) })).matter;
const openLink = (matter: MatterView): { matterId: string; linkId: string } => ({ matterId: matter.matterId, linkId: matter.links.find((link) => link.doneAt === null)?.linkId ?? '' });

async function claimed(client: Client, matterId: string): Promise<MatterView> {
  const matter = await view(client, matterId);
  return (await client.good(wire.claimLink, { params: openLink(matter), body: act(matter) })).matter;
}

/** Brought before the district officer: accepted at the window and reviewed by the street. */
async function beforeDecision(): Promise<string> {
  const matterId = await filedAtWindow((await somebody()).partyId);
  await accepted(matterId);
  const mine = await claimed(reviewer, matterId);
  await reviewer.good(wire.recordFinding, { params: openLink(mine), body: { ...act(mine), finding: 'passed', opinion: '材料齐全' } });
  return matterId;
}

const factsOf = async (matterId: string) => (await readMatterFile(t.fresh.database.handle, t.keys, matterId))?.facts ?? [];

describe('a resident applies from home, and it goes its whole way', () => {
  it('from the first draft to the paper that anybody can verify', async () => {
    const { client, person } = await somebody();
    const draft = await completeDraft(client);
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
    expect((await accepted(matterId)).status).toBe('accepted');

    const forReview = await claimed(reviewer, matterId);
    await reviewer.good(wire.recordFinding, { params: openLink(forReview), body: { ...act(forReview), finding: 'passed', opinion: '符合条件' } });
    const forDecision = await claimed(colleague, matterId);
    await colleague.good(wire.proposeDecision, { params: openLink(forDecision), body: { ...act(forDecision), outcome: 'granted', opinion: '拟准予' } });
    const forApproval = await claimed(approver, matterId);
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
    const { partyId } = await somebody();
    const matterId = await filedAtWindow(partyId);
    expect(await view(clerk, matterId)).toMatchObject({ channel: 'window', party: { partyId }, materials: [{ grade: 'B' }, { grade: 'B' }, { grade: 'A' }] });
    const matter = await accepted(matterId);
    expect(matter.links).toMatchObject([{ kind: 'review', institution: streetOffice, claimedBy: null }]);
    expect((await reviewer.good(wire.getWorklist, { query: { text: matter.number } })).rows).toMatchObject([{ matterId, linkId: matter.links[0]?.linkId }]);
  });

  it('by a draft that starts at the hall’s own community', async () => {
    const { partyId } = await somebody();
    const draft = await clerk.good(wire.openDraft, { body: { ...item, partyId, hall } });
    expect(draft).toMatchObject({ channel: 'window', areaUnit: community, party: { partyId } });
    await clerk.good(wire.saveDraft, { params: { draftId: draft.draftId }, body: { version: draft.version, answers, form, materials: [...seen, fromCity] } });
    expect(await clerk.good(wire.fileDraft, { params: { draftId: draft.draftId }, body: { commandId: randomUUID() } })).toMatchObject({ matterId: draft.draftId, status: 'received' });
  });

  it('but not at a hall where he holds no post', async () => {
    const { partyId } = await somebody();
    const elsewhere = { commandId: randomUUID(), ...item, partyId, hall: 'YM-440304-hall', areaUnit: community, answers, form, materials: [...seen, fromCity] };
    expect((await clerk.refused(wire.fileMatter, { body: elsewhere })).code).toBe('matter.unknown');
  });
});

describe('nothing is lost or doubled', () => {
  it('a second click on “file” gets the same receipt, at once or later, under the same command or another', async () => {
    const { client, partyId } = await somebody();
    const draft = await completeDraft(client);
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
    const { partyId } = await somebody();
    const body = { commandId: randomUUID(), ...item, partyId, hall, areaUnit: community, answers, form, materials: [...seen, fromCity] };
    const [once, twice] = [await clerk.good(wire.fileMatter, { body }), await clerk.good(wire.fileMatter, { body })];
    expect(twice).toMatchObject({ matterId: once.matterId, number: once.number, factHash: once.factHash });
    expect((await clerk.refused(wire.fileMatter, { body: { ...body, form: { ...form, address_line: '另一处地址18号' } } })).code).toBe('command.reused_id');
  });

  it('two officers who claim at once: one has the link, the other is told', async () => {
    const matterId = await beforeDecision();
    const matter = await view(officer, matterId);
    const tries = await Promise.all([officer, colleague].map((who) => who.call(wire.claimLink, { params: openLink(matter), body: act(matter) })));
    expect(tries.map((one) => one.status).sort()).toEqual([200, 409]);
    expect(['matter.changed_meanwhile', 'matter.link_claimed_by_other']).toContain(tries.find((one) => one.status === 409)?.problem.code);
    expect((await factsOf(matterId)).filter((fact) => fact.kind === 'link_claimed' && (fact.content as { linkId: string }).linkId === openLink(matter).linkId)).toHaveLength(1);
  });

  it('two decisions at once: one stands, the other is asked to look again', async () => {
    const matterId = await beforeDecision();
    const mine = await claimed(colleague, matterId);
    const both = await Promise.all((['granted', 'refused'] as const).map((outcome) => colleague.call(wire.proposeDecision, { params: openLink(mine), body: { ...act(mine), outcome, opinion: outcome } })));
    expect(both.map((one) => one.status).sort()).toEqual([200, 409]);
    expect((await factsOf(matterId)).filter((fact) => fact.kind === 'link_completed')).toHaveLength(2);
    expect((await view(colleague, matterId)).links.filter((link) => link.kind === 'approve')).toHaveLength(1);
  });

  it('an act on what somebody has changed since is refused', async () => {
    const matterId = await filedAtWindow((await somebody()).partyId);
    const old = await view(clerk, matterId);
    await accepted(matterId);
    expect((await clerk.refused(wire.acceptMatter, { params: { matterId }, body: act(old) })).code).toBe('matter.changed_meanwhile');
  });
});

describe('the second person', () => {
  it('is never the one who proposed, whatever posts he holds', async () => {
    const matterId = await beforeDecision();
    const mine = await claimed(officer, matterId);
    await officer.good(wire.proposeDecision, { params: openLink(mine), body: { ...act(mine), outcome: 'granted', opinion: '拟准予' } });
    const proposed = await view(officer, matterId);
    expect(proposed.links.find((link) => link.kind === 'approve')?.allowed).toEqual([]);
    expect((await officer.refused(wire.claimLink, { params: openLink(proposed), body: act(proposed) })).code).toBe('matter.same_person');
  });

  it('may send a proposal back, and it is proposed anew', async () => {
    const matterId = await beforeDecision();
    const mine = await claimed(colleague, matterId);
    await colleague.good(wire.proposeDecision, { params: openLink(mine), body: { ...act(mine), outcome: 'refused', opinion: '不符合条件' } });
    const forApproval = await claimed(approver, matterId);
    const { matter } = await approver.good(wire.returnDecision, { params: openLink(forApproval), body: { ...act(forApproval), opinion: '请再核实' } });
    expect(matter.links.filter((link) => link.doneAt === null)).toMatchObject([{ kind: 'decide', institution: bureau, claimedBy: null }]);
  });
});

describe('a colleague', () => {
  it('neither takes nor ends a link that somebody has claimed, until it is given back', async () => {
    const matterId = await beforeDecision();
    const mine = await claimed(officer, matterId);
    expect((await colleague.refused(wire.claimLink, { params: openLink(mine), body: act(mine) })).code).toBe('matter.link_claimed_by_other');
    expect((await colleague.refused(wire.proposeDecision, { params: openLink(mine), body: { ...act(mine), outcome: 'granted', opinion: '同意' } })).code).toBe('matter.link_claimed_by_other');
    await officer.good(wire.releaseLink, { params: openLink(mine), body: act(mine) });
    expect((await claimed(colleague, matterId)).links.find((link) => link.doneAt === null)?.claimedBy).not.toBeNull();
  });
});

describe('the applicant', () => {
  it('withdraws before the decision, and nothing more can be done', async () => {
    const { client, partyId } = await somebody();
    const matterId = await filedAtWindow(partyId);
    await accepted(matterId);
    const { matter } = await client.good(wire.withdrawMatter, { params: { matterId }, body: act(await view(client, matterId)) });
    expect(matter).toMatchObject({ status: 'withdrawn', allowed: [] });
    const seenByOfficer = await view(reviewer, matterId);
    expect((await reviewer.refused(wire.claimLink, { params: openLink(seenByOfficer), body: act(seenByOfficer) })).code).toBe('matter.not_open');
    expect((await reviewer.good(wire.getWorklist, { query: { text: matter.number } })).rows).toEqual([]);
  });

  it('sees nobody else’s matter, draft, file or paper: they look like none at all', async () => {
    const [owner, other] = [await somebody(), await somebody()];
    const draft = await completeDraft(owner.client);
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

describe('bad input', () => {
  const filing = (partyId: string, changes: object) => ({ commandId: randomUUID(), ...item, partyId, hall, areaUnit: community, answers, form, materials: [...seen, fromCity], ...changes });

  it('a field the form does not have is refused, in a draft and in a filing', async () => {
    const { client, partyId } = await somebody();
    const draft = await client.good(wire.openDraft, { body: item });
    const saved = await client.refused(wire.saveDraft, { params: { draftId: draft.draftId }, body: { version: draft.version, form: { ...form, is_admin: true } } });
    expect(saved).toMatchObject({ status: 400, code: 'input.malformed', errors: [{ pointer: '/form/is_admin', code: 'input.unknown_field' }] });
    const filed = await clerk.refused(wire.fileMatter, { body: filing(partyId, { form: { ...form, is_admin: true } }) });
    expect(filed).toMatchObject({ status: 422, code: 'matter.form_faulty', errors: [{ pointer: '/form/is_admin', code: 'input.unknown_field' }] });
  });

  it('missing fields, materials and answers are all named at once', async () => {
    const { partyId } = await somebody();
    const { address_line: _left, ...rest } = form;
    expect(await clerk.refused(wire.fileMatter, { body: filing(partyId, { form: rest }) })).toMatchObject({ code: 'matter.form_faulty', errors: [{ pointer: '/form/address_line', code: 'input.required' }] });
    const bare = await clerk.refused(wire.fileMatter, { body: filing(partyId, { materials: [] }) });
    expect(bare.errors?.map((one) => one.pointer).sort()).toEqual(['/materials/application_form', '/materials/household_register', '/materials/identity_card']);
    expect(await clerk.refused(wire.fileMatter, { body: filing(partyId, { answers: {} }) })).toMatchObject({ code: 'matter.situation_open', errors: [{ pointer: '/answers/who_applies' }, { pointer: '/answers/hukou' }, { pointer: '/answers/age' }] });
  });

  it('an answer that rules the item out is refused with its question, in plain words', async () => {
    const { partyId } = await somebody();
    const refused = await clerk.call(wire.fileMatter, { body: filing(partyId, { answers: { ...answers, hukou: 'elsewhere' } }) }, { 'accept-language': 'en' });
    expect(refused.problem).toMatchObject({ status: 422, code: 'matter.not_eligible', params: { question: 'hukou' } });
    expect(refused.problem.title).not.toMatch(/[{}]|matter\./);
  });

  it('30 February, a birthday to come and a wrong check digit are named where they stand in a form', async () => {
    const { client, partyId } = await somebody();
    const birth = { taskCode: 'YM-20-0008-01', handlingItem: 'YM-20-0008-01-01', answers: { parents: 'married', who: 'mainland' }, materials: [] };
    const whole = { you_are: 'mother', both: true, other_parent_name: '陈一门', other_parent_number: '449900199001010019', order: 1, born: 'born', child_name: '陈小门', child_sex: 'female', child_born_on: '2026-02-30', declaration: true };
    const faults = (await clerk.refused(wire.fileMatter, { body: filing(partyId, { ...birth, form: whole }) })).errors?.map((one) => [one.pointer, one.code]);
    expect(faults).toContainEqual(['/form/child_born_on', 'input.wrong_form']);
    expect(faults).toContainEqual(['/form/other_parent_number', expect.stringMatching(/^numbers\./)]);
    const tomorrow = await clerk.refused(wire.fileMatter, { body: filing(partyId, { ...birth, form: { ...whole, child_born_on: '2999-01-01' } }) });
    expect(tomorrow.errors?.map((one) => [one.pointer, one.code])).toContainEqual(['/form/child_born_on', 'form.day_in_future']);
    const draft = await client.good(wire.openDraft, { body: { taskCode: birth.taskCode, handlingItem: birth.handlingItem } });
    await client.good(wire.saveDraft, { params: { draftId: draft.draftId }, body: { version: draft.version, form: whole, answers: birth.answers } });
    expect((await client.good(wire.checkDraft, { params: { draftId: draft.draftId } })).problems.map((one) => one.pointer)).toContain('/form/child_born_on');
  });

  it('and the same three at the registration of a person', async () => {
    const numbered = (body: string): string => body + citizenCheckDigit(body);
    const right = numbered('44990019900101001');
    const wrongDigit = right.slice(0, 17) + (right.endsWith('1') ? '2' : '1');
    for (const number of [numbered('44990019900230001'), numbered('44990029990101001'), wrongDigit]) {
      expect((await clerk.refused(registerParty, { body: { number, name: '陈一门', documentSeen: true } })).code).toMatch(/^numbers\./);
      expect((await clerk.refused(identifyParty, { body: { number } })).code).toMatch(/^numbers\./);
    }
    expect((await t.fresh.owner.query(`select 1 from people.parties where made_at > clock_timestamp() + interval '1 hour'`)).rowCount).toBe(0);
    expect(await clerk.good(registerParty, { body: { number: right, name: '陈一门', documentSeen: true } })).toMatchObject({ assurance: 'verified_at_window' });
  });

  it('a script that calls itself a PDF, and a PDF that carries one, are refused and not kept', async () => {
    const { client } = await somebody();
    const draft = await client.good(wire.openDraft, { body: item });
    const params = { draftId: draft.draftId, materialCode: 'identity_card' };
    const script = await client.upload(wire.attachFile, params, { name: '身份证.pdf', content: Buffer.from('#!/bin/sh\nrm -rf /\n') });
    expect(script.problem.code).toBe('files.type_not_accepted');
    const acting = await client.upload(wire.attachFile, params, { name: '身份证.pdf', content: pdf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>') });
    expect(acting.problem.code).toBe('files.active_content');
    for (const refused of [script, acting]) expect(refused.problem.title).toMatch(/\p{Script=Han}/u);
    expect((await client.good(wire.getDraft, { params: { draftId: draft.draftId } })).materials).toEqual([]);
  });

  it('a picture of 200 MB is refused as it streams by: memory does not grow with it', async () => {
    const { partyId } = await somebody();
    const { token, csrfToken } = await t.app.people.openSessionFor({ kind: 'resident', partyId });
    const client = await t.as({ partyId });
    const draft = await client.good(wire.openDraft, { body: item });
    if (!t.app.http.server.listening) await t.app.http.listen({ host: '127.0.0.1', port: 0 });
    const { port } = t.app.http.server.address() as AddressInfo;
    const path = addressOf(wire.attachFile, { params: { draftId: draft.draftId, materialCode: 'identity_card' } });
    const before = process.memoryUsage().rss;
    const answer = await sendLarge({ port, path, cookie: `${sessionCookie}=${token}`, csrfToken, megabytes: 200 });
    expect(answer.body).toMatchObject({ code: 'files.too_large' });
    expect((answer.peak - before) / 1_048_576).toBeLessThan(120);
    expect((await client.good(wire.getDraft, { params: { draftId: draft.draftId } })).materials).toEqual([]);
  });
});

/** Sends so many megabytes of a PDF that has no end over a real socket, holding one of them in memory; answers what came back and the largest resident size meanwhile. */
function sendLarge(to: { port: number; path: string; cookie: string; csrfToken: string; megabytes: number }): Promise<{ body: unknown; peak: number }> {
  return new Promise((done, failed) => {
    const [boundary, piece] = ['yimen-large', Buffer.alloc(1_048_576, 0x20)];
    let peak = 0;
    const outgoing = request({
      host: '127.0.0.1', port: to.port, path: to.path, method: 'POST',
      headers: { cookie: to.cookie, 'x-csrf-token': to.csrfToken, 'content-type': `multipart/form-data; boundary=${boundary}` },
    }, (incoming) => {
      let text = '';
      incoming.setEncoding('utf8').on('data', (part: string) => (text += part)).on('end', () => {
        outgoing.destroy();
        done({ body: JSON.parse(text) as unknown, peak });
      });
    });
    outgoing.on('error', failed);
    outgoing.write(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="scan.pdf"\r\ncontent-type: application/pdf\r\n\r\n%PDF-1.7\n`);
    let left = to.megabytes;
    const more = (): void => {
      peak = Math.max(peak, process.memoryUsage().rss);
      if (outgoing.destroyed) return;
      if (left === 0) return void outgoing.end(`\r\n--${boundary}--\r\n`);
      left -= 1;
      if (outgoing.write(piece)) setImmediate(more);
      else outgoing.once('drain', more);
    };
    more();
  });
}

describe('the city changes under an application', () => {
  it('a community that no longer exists is said to be gone, with where its people belong now, and the draft stays', async () => {
    const gone = '440303005015';
    const changed = await testApp({
      arrange: async ({ owner }) => {
        const merged = { validTo: '2026-01-01', lineage: [{ kind: 'merge', on: '2026-01-01', from: [gone, community], to: [community] }] };
        await owner.query(`update units.units set valid_to = '2026-01-01', details = details || $2::jsonb where code = $1`, [gone, JSON.stringify(merged)]);
      },
    });
    try {
      const { client } = await changed.resident({ index: 900 });
      const draft = await client.good(wire.openDraft, { body: item });
      await client.good(wire.saveDraft, { params: { draftId: draft.draftId }, body: { version: draft.version, areaUnit: gone, answers, form, materials: [fromCity] } });
      expect((await client.good(wire.checkDraft, { params: { draftId: draft.draftId } })).problems).toContainEqual(expect.objectContaining({ pointer: '/areaUnit', code: 'units.no_longer_exists' }));
      const refused = await client.refused(wire.fileDraft, { params: { draftId: draft.draftId }, body: { commandId: randomUUID() } });
      expect(refused).toMatchObject({ code: 'units.no_longer_exists', params: { unit: gone, successors: community } });
      expect(refused.title).toMatch(/\p{Script=Han}/u);
      expect((await client.good(wire.getDraft, { params: { draftId: draft.draftId } })).form).toEqual(form);
    } finally {
      await changed.drop();
    }
  });

  it('a due date past the end of the calendar is refused with that end, never guessed, and the matter stays as it was', async () => {
    // 30 working days reach further than a calendar that ends in twenty days.
    const short = await testApp({
      provisionalCalendar: false,
      arrange: async ({ owner }) => {
        await owner.query(`update calendar.versions set covers_to = current_date + 20 where provisional_from is null`);
      },
    });
    try {
      const district = 'YM-440303-hall';
      const window = (await short.staff('clerk', [{ institution: district, role: 'window_clerk' }])).client;
      const { partyId } = await short.resident({ index: 901 });
      const school = short.app.catalogue.current().find((one) => one.item.implementation_item.promise_day === 30)?.item;
      const handling = school?.handling_items[0];
      if (!school || !handling) throw new Error('no item of thirty days');
      const filing = await filingOf(short, school.implementation_item.task_code, handling.task_handle_item);
      const receipt = await window.good(wire.fileMatter, { body: { commandId: randomUUID(), partyId, hall: district, areaUnit: community, ...filing } });
      const refused = await window.refused(wire.acceptMatter, { params: { matterId: receipt.matterId }, body: { commandId: randomUUID(), seenSeq: 1 } });
      expect(refused).toMatchObject({ code: 'calendar.past_end' });
      expect(refused.title).toContain(String(refused.params.to));
      expect(await view(window, receipt.matterId)).toMatchObject({ status: 'received', seq: 1 });
    } finally {
      await short.drop();
    }
  });
});

/** A faultless application for any item, drawn as the invented city draws them. */
async function filingOf(testing: TestApp, taskCode: string, handlingItem: string) {
  const { formAnswers } = await import('../../demo/form-answers.ts');
  const { inventFirms, inventResidents } = await import('../../demo/residents.ts');
  const { situationAnswers } = await import('../../demo/situation-answers.ts');
  const { contextAt, worldOf } = await import('../../demo/world.ts');
  const { chanceFrom } = await import('../../testing/people.ts');
  const { findItem, judgeApplication, judgeFormOf } = await import('./routes-context.ts');
  const now = testing.app.clock.now();
  const city = { seed: 1, day: now.slice(0, 10) };
  const residents = inventResidents(city, testing.app.units.tree, 200);
  const world = worldOf({ city, now, app: testing.app, residents, firms: inventFirms(city, residents, 3), staff: () => [] });
  const [context, chance] = [contextAt(world, now), chanceFrom('school')];
  const found = findItem(context, taskCode, handlingItem);
  const chosen = found && situationAnswers(found.handling, 'mainland', chance);
  if (!found || !chosen) throw new Error(`${handlingItem} cannot be filed`);
  const about = { applicant: residents[0] ?? world.children[0], firm: undefined, others: world.candidates(found, false), children: world.children, otherFirms: world.firms, areaUnit: community, areaName: '渔民村社区', day: city.day };
  const filled = formAnswers(found.handling, about, (one) => judgeFormOf(context, found, one), chance);
  const judged = judgeApplication(context, found, chosen, filled);
  if ('code' in judged) throw new Error(judged.code);
  const materials = judged.asked.flatMap((one) => (one.need === 'required' ? [{ materialCode: one.code, form: one.source === 'government' ? ('from_city' as const) : ('seen_at_window' as const) }] : []));
  return { taskCode, handlingItem, answers: { ...chosen }, form: { ...filled }, materials };
}
