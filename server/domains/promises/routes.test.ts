import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '../../../contract/endpoint.ts';
import * as matters from '../../../contract/matters.ts';
import * as wire from '../../../contract/promises.ts';
import type { Id } from '../../kernel/ids.ts';
import { act, community, hall, openLink, view } from '../../testing/allowance-office.ts';
import { testApp, type Client, type TestApp } from '../../testing/app.ts';
import { shenzhen } from '../../testing/given-matter.ts';
import { inventFirm } from '../../testing/people.ts';
import { virtualTime, type VirtualTime } from '../../testing/virtual-time.ts';

const kennels = 'YM-440303-urban_management';
const market = 'YM-440303-market';

const dog = {
  taskCode: 'YM-07-0005-01', handlingItem: 'YM-07-0005-01-01', answers: { breed: 'no', keeper: 'person', home: 'rented', number: 'one', assist: 'no' },
  form: { dog_name: '阿福', breed: '中华田园犬', dog_sex: 'male', dog_born_on: '2024-03-01', coat: '黄', neutered: true, vaccinated_on: '2026-10-01', chipped: false, address_line: '一门路12号3栋502室', dogs_at_home: 1, declaration: true },
  papers: ['identity_card', 'dog_photo', 'rabies_certificate'],
};
const catering = {
  taskCode: 'YM-01-0207-01', handlingItem: 'YM-01-0207-01-01', answers: { area: 'within', risk: 'no', who_files: 'self' },
  form: {
    business_name: '渔民村肠粉店', credit_code: inventFirm('promises/1', { index: 1 }).creditCode, premises_address: '一门路12号101铺', premises_area: 300_000, items: ['hot'], online: false, employees: 2,
    clean_distance: true, separate_raw: true, disinfection: true, staff_health: true, declaration: true,
  },
  papers: ['application_form', 'commitment_letter'],
};

let city: TestApp;
let time: VirtualTime;
let clerk: Client;
const officers: Record<string, Client> = {};
const approvers: Record<string, Client> = {};

beforeAll(async () => {
  time = virtualTime(shenzhen('2026-11-23'));
  city = await testApp({ time });
  clerk = (await city.staff('clerk', [{ institution: hall, role: 'window_clerk' }])).client;
  for (const bureau of [kennels, market]) {
    officers[bureau] = (await city.staff(`officer ${bureau}`, [{ institution: bureau, role: 'officer' }])).client;
    approvers[bureau] = (await city.staff(`approver ${bureau}`, [{ institution: bureau, role: 'approver' }])).client;
  }
});
afterAll(() => city.drop());

type Form = 'seen_at_window' | 'from_city' | 'deferred' | 'promised';
const bodyOf = (what: typeof dog | typeof catering, partyId: Id, more: readonly { materialCode: string; form: Form; affirmedBy?: string }[]) => ({
  commandId: randomUUID(), taskCode: what.taskCode, handlingItem: what.handlingItem, partyId, hall, areaUnit: community, answers: what.answers, form: what.form,
  materials: [...what.papers.map((materialCode) => ({ materialCode, form: 'seen_at_window' as const })), ...more],
});
const filed = async (body: ReturnType<typeof bodyOf>): Promise<Id> => (await clerk.good(matters.fileMatter, { body } as never)).matterId;
const refusedFiling = (body: ReturnType<typeof bodyOf>) => clerk.refused(matters.fileMatter, { body } as never);
const acts = async (who: Client, endpoint: Endpoint, matterId: Id, body: object = {}, params: object = {}) =>
  (await who.good(endpoint, { params: { matterId, ...params }, body: { ...act(await view(who, matterId)), ...body } } as never)) as { matter: matters.MatterView };

/** Accepted, claimed and decided by one officer. */
async function decided(matterId: Id, bureau: string, outcome: 'granted' | 'refused'): Promise<matters.MatterView> {
  const officer = officers[bureau] as Client;
  await acts(clerk, matters.acceptMatter, matterId);
  await acts(officer, matters.claimLink, matterId, {}, { linkId: openLink(await view(officer, matterId)).linkId });
  return (await acts(officer, matters.proposeDecision, matterId, { outcome, opinion: '符合条件' }, { linkId: openLink(await view(officer, matterId)).linkId })).matter;
}

async function day(on: string, at = '09:30:00.000'): Promise<void> {
  time.goTo(shenzhen(on, at));
  await city.app.tick();
  await city.work();
}

const promise = (name: string) => ({ materialCode: 'lease_or_title', form: 'promised' as const, affirmedBy: name });

/** Whole lives through the application, on a busy machine. */
const patient = { timeout: 300_000 };

describe('A fact vouched for at a window (告知承诺)', patient, () => {
  let partyId: Id;
  let name: string;
  let resident: Client;
  let matterId: Id;

  it('is affirmed by the applicant’s own name, and by no other', async () => {
    const somebody = await city.resident({ index: 201 });
    [partyId, name, resident] = [somebody.partyId, somebody.person.name['zh-CN'], somebody.client];
    expect((await refusedFiling(bodyOf(dog, partyId, [promise('别人')]))).errors).toEqual([{ pointer: '/materials/lease_or_title', code: 'matter.promise_not_affirmed', params: {} }]);
    expect((await refusedFiling(bodyOf(dog, partyId, [{ materialCode: 'lease_or_title', form: 'promised' }]))).errors?.[0]?.code).toBe('matter.promise_not_affirmed');
    matterId = await filed(bodyOf(dog, partyId, [promise(` ${name.slice(0, 1)} ${name.slice(1)}`)]));
    expect((await view(resident, matterId)).promises).toMatchObject([{ materialCode: 'lease_or_title', kept: null, promiseText: { 'zh-CN': expect.stringContaining('住在申请表填写的地址') }, affirmedBy: expect.stringContaining(name.slice(0, 1)) }]);
    const facts = await city.app.matters.facts(matterId);
    expect(JSON.stringify(facts?.facts), 'the name lies sealed').not.toContain(name);
  });

  it('lies in the list of the officer once it is granted, until the day it is looked into', async () => {
    const matter = await decided(matterId, kennels, 'granted');
    expect(matter.promises[0]?.due).toMatchObject({ limit: 'promise_check', dueOn: '2026-12-21' });
    const list = await (officers[kennels] as Client).good(matters.getWorklist, { query: {} });
    expect(list.rows.map((row) => row.matterId)).toContain(matterId);
    expect((await (officers[market] as Client).good(matters.getWorklist, { query: {} })).rows.map((row) => row.matterId)).not.toContain(matterId);
  });

  it('found broken, waits for a second person; the applicant is told nothing that may not stand', async () => {
    const { matter } = await acts(officers[kennels] as Client, wire.checkPromise, matterId, { materialCode: 'lease_or_title', kept: false, words: '房屋已退租' });
    expect(matter).toMatchObject({ promises: [{ kept: false, words: '房屋已退租' }], revocation: { ground: 'promise_broken', outcome: 'open', words: '房屋已退租', mayDecide: false }, revokedAt: null });
    const own = await view(resident, matterId);
    expect([own.promises[0]?.kept, own.revocation, own.history.find((one) => one.kind === 'promise_checked')?.words]).toEqual([null, null, null]);
    const waiting = await (approvers[kennels] as Client).good(matters.getWorklist, { query: {} });
    expect(waiting.rows.map((row) => row.matterId)).toEqual([matterId]);
    await city.work();
    expect((await resident.good(wire.myPromises, {})).words).toEqual([]);
  });

  it('taken back by the second person: the paper and whoever verifies it say so, and the applicant is told', async () => {
    const proposal = (await view(approvers[kennels] as Client, matterId)).revocation;
    expect((await (approvers[kennels] as Client).call(wire.approveRevocation, { params: { matterId, proposalId: randomUUID() }, body: { ...act(await view(approvers[kennels] as Client, matterId)), words: '同意' } })).problem.code).toBe('matter.proposal_unknown');
    const { matter } = await acts(approvers[kennels] as Client, wire.approveRevocation, matterId, { words: '查实，同意撤销' }, { proposalId: proposal?.proposalId });
    expect(matter).toMatchObject({ outcome: 'granted', revokedAt: expect.any(String), revocation: { outcome: 'approved', decisionWords: '查实，同意撤销' } });
    await city.work();
    const own = await view(resident, matterId);
    expect([own.promises[0]?.kept, own.revocation?.decisionWords, own.revocation?.proposedByName]).toEqual([false, '查实，同意撤销', '']);
    const verified = await (await city.as('anonymous')).good(matters.verifyResult, { params: { resultNumber: own.resultNumber ?? '' }, query: { code: own.checkCode ?? '' } });
    expect(verified.revokedAt).toBe(matter.revokedAt);
    expect((await resident.good(matters.myMessages, {})).messages.map((one) => one.template)).toContain('sms.result_revoked');
  });

  it('changes what is offered next: the same person may vouch for nothing until the day named, and brings the paper instead', async () => {
    expect(await resident.good(wire.myPromises, {})).toMatchObject({
      words: [{ kind: 'promise', outcome: 'broken', countsUntil: '2027-11-23', repairedOn: null, materialName: { 'zh-CN': '房屋租赁合同或产权证明' } }], withheld: { promise: { until: '2027-11-23', number: (await view(resident, matterId)).number }, deferral: null },
    });
    const refused = await refusedFiling(bodyOf(dog, partyId, [promise(name)]));
    expect(refused).toMatchObject({ code: 'matter.promise_not_offered', params: { date: '2027-11-23', number: (await view(resident, matterId)).number } });
    expect(await filed(bodyOf(dog, partyId, [{ materialCode: 'lease_or_title', form: 'seen_at_window' }]))).toEqual(expect.any(String));
    const another = await city.resident({ index: 202 });
    expect(await filed(bodyOf(dog, another.partyId, [promise(another.person.name['zh-CN'])]))).toEqual(expect.any(String));
  });

  it('a draft says before it is filed what is not offered and why', async () => {
    const draft = await resident.good(matters.openDraft, { body: { taskCode: dog.taskCode, handlingItem: dog.handlingItem } });
    await resident.good(matters.saveDraft, { params: { draftId: draft.draftId }, body: { version: draft.version, areaUnit: community, answers: dog.answers, form: dog.form, materials: [promise(name)] } } as never);
    const check = await resident.good(matters.checkDraft, { params: { draftId: draft.draftId } });
    expect(check.withheld.promise).toMatchObject({ until: '2027-11-23' });
    expect(check.problems.find((one) => one.pointer === '/materials/lease_or_title')?.code).toBe('matter.promise_not_offered');
  });

  it('is repaired by two persons, and vouching is offered again', async () => {
    await acts(officers[kennels] as Client, wire.proposeRepair, matterId, { materialCode: 'lease_or_title', reason: 'made_good', document: '深罗信修〔2026〕1号', words: '已重新租房并补交合同' });
    const open = (await view(approvers[kennels] as Client, matterId)).repairs[0];
    expect(open).toMatchObject({ mayDecide: true, outcome: 'open' });
    await acts(approvers[kennels] as Client, wire.decideRepair, matterId, { approved: true, words: '同意' }, { proposalId: open?.proposalId });
    await city.work();
    expect(await resident.good(wire.myPromises, {})).toMatchObject({ words: [{ outcome: 'broken', countsUntil: null, repairedOn: '2026-11-23' }], withheld: { promise: null, deferral: null } });
    expect(await filed(bodyOf(dog, partyId, [promise(name)]))).toEqual(expect.any(String));
  });
});

describe('L-015: a material that was to come later and did not', patient, () => {
  let partyId: Id;
  let resident: Client;
  let matterId: Id;

  it('does not stop a grant where the item says that the grant is taken back without it; its clock runs on over the holiday', async () => {
    const somebody = await city.resident({ index: 211 });
    [partyId, resident] = [somebody.partyId, somebody.client];
    matterId = await filed(bodyOf(catering, partyId, [{ materialCode: 'business_licence', form: 'from_city' }]));
    const matter = await decided(matterId, market, 'granted');
    expect([matter.status, matter.materials.find((one) => one.materialCode === 'health_certificate')?.deferral]).toEqual(['completed', { consequence: 'revoke', lapsed: false }]);
    expect(matter.dues.find((due) => due.limitId === 'deferred:health_certificate')).toMatchObject({ dueOn: '2026-12-21', endedAt: null });
    expect(matter.allowed).toEqual([]);
    expect((await view(resident, matterId)).allowed).toContain('hand_in_deferred');
  });

  it('is missed one millisecond after its last day: the office is asked, nobody loses a right by himself', async () => {
    await day('2026-12-21', '23:59:59.999');
    expect((await view(officers[market] as Client, matterId)).materials.find((one) => one.materialCode === 'health_certificate')?.deferral?.lapsed).toBe(false);
    await day('2026-12-22', '00:00:00.001');
    await city.work();
    const matter = await view(officers[market] as Client, matterId);
    expect([matter.materials.find((one) => one.materialCode === 'health_certificate')?.deferral?.lapsed, matter.revokedAt, matter.outcome]).toEqual([true, null, 'granted']);
    expect(matter.allowed).toContain('revoke_result');
    expect((await (officers[market] as Client).good(matters.getWorklist, { query: {} })).rows.map((row) => row.matterId)).toContain(matterId);
    expect((await resident.good(matters.myMessages, {})).messages[0]?.template).toBe('sms.deferred_revocable');
  });

  it('stands on the record: nothing may come later until the day named', async () => {
    expect((await resident.good(wire.myPromises, {})).withheld).toEqual({ promise: null, deferral: { until: '2027-06-22', number: (await view(resident, matterId)).number } });
    expect(await refusedFiling(bodyOf(catering, partyId, [{ materialCode: 'business_licence', form: 'from_city' }]))).toMatchObject({ code: 'matter.deferral_not_offered' });
    expect(await filed(bodyOf(catering, partyId, [{ materialCode: 'business_licence', form: 'from_city' }, { materialCode: 'health_certificate', form: 'seen_at_window' }]))).toEqual(expect.any(String));
  });

  it('taken back by two persons for want of it', async () => {
    await acts(officers[market] as Client, wire.proposeRevocation, matterId, { words: '至今未补交健康证明' });
    const proposal = (await view(approvers[market] as Client, matterId)).revocation;
    const { matter } = await acts(approvers[market] as Client, wire.approveRevocation, matterId, { words: '同意撤销' }, { proposalId: proposal?.proposalId });
    expect(matter).toMatchObject({ revocation: { ground: 'deferred_not_handed_in', materials: [{ materialCode: 'health_certificate' }], outcome: 'approved' } });
    await city.work();
    const paper = await clerk.call(matters.getPaper, { params: { matterId, paper: 'result' }, query: { language: 'zh-CN' } });
    expect([paper.status, paper.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  });
});
