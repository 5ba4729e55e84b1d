import { randomBytes, randomUUID } from 'node:crypto';
import * as evaluations from '../../contract/evaluations.ts';
import * as matters from '../../contract/matters.ts';
import { requestSignInCode } from '../../contract/people.ts';
import * as supervision from '../../contract/supervision.ts';
import { sealTotpSecret } from '../../server/domains/people/sealed-factor.ts';
import { act, allowanceOffice, answers, community, form, fromCity, hall, item, paper, seen, streetOffice, view, type AllowanceOffice } from '../../server/testing/allowance-office.ts';
import type { Client } from '../../server/testing/app.ts';
import { shenzhen } from '../../server/testing/given-matter.ts';
import { inventPerson } from '../../server/testing/people.ts';
import { virtualTime } from '../../server/testing/virtual-time.ts';
import { spellingsOf } from '../../tools/privacy-scan/spellings.ts';
import type { Mark } from '../../tools/privacy-scan/play.ts';

/** An office in a time of its own, with those who supervise it. */
export interface LongOffice extends AllowanceOffice {
  readonly manager: Client;
  readonly streetApprover: Client;
  readonly streetSupervisor: Client;
  /** Time goes on; with `ticks` the clock's work is done and what follows from it. */
  leap(to: string, ticks: boolean): Promise<void>;
}

/** Somebody of whom something lies in every place where something of a person may lie. */
export interface WholeLife {
  readonly partyId: string;
  readonly phone: string;
  readonly client: Client;
  readonly marks: readonly Mark[];
  readonly matterId: string;
  readonly caseId: string;
}

/** Opens it on Monday 2026-11-23. */
export async function longOffice(): Promise<LongOffice> {
  const time = virtualTime(shenzhen('2026-11-23'));
  const office = await allowanceOffice({ time });
  const post = async (login: string, institution: string, role: 'hall_manager' | 'approver' | 'supervisor') => (await office.staff(login, [{ institution, role }])).client;
  return {
    ...office, manager: await post('manager', hall, 'hall_manager'), streetApprover: await post('street-approver', streetOffice, 'approver'), streetSupervisor: await post('street-supervisor', streetOffice, 'supervisor'),
    async leap(to, ticks) {
      time.goTo(to);
      for (let idle = 0; ticks && idle < 2; ) {
        await office.app.tick();
        idle = (await office.work()) > 0 ? 0 : idle + 1;
      }
    },
  };
}

/** Marks of one person: unmistakable, and every way in which they could lie somewhere. Areas 449900–449999 were never assigned (server/demo/people.ts). */
function marksOf(index: number) {
  const person = inventPerson(`whole/${index}`, { today: '2026-11-23', index: 800_000 + index, ageFrom: 30, ageTo: 60 });
  const marks: Mark[] = [];
  const mark = (what: string, text: string): string => {
    marks.push({ what, text, spellings: spellingsOf(text) });
    return text;
  };
  return { person, marks, mark };
}

/** Lets somebody live through everything until 2026-12-16: filing, drafts of his and of a window, an opinion, an evaluation, a complaint, a late matter and its supervision order, withdrawal; and all ways of signing in. */
export async function wholeLife(office: LongOffice, index: number): Promise<WholeLife> {
  const { person, marks, mark } = marksOf(index);
  const name = mark('name', `貔${String.fromCodePoint(0x9f00 + index)}貅`);
  const number = mark('number', person.number);
  const phone = mark('phone', person.mobile.replace(/^\+86/, ''));
  const address = mark('address', `饕餮路${80_000 + index}号`);
  const [partyId = ''] = await office.app.people.makeParties([{ name, number, kind: person.kind, phone, assurance: 'verified_at_window' }]);
  const client = await office.as({ partyId });
  const { matterId } = await office.clerk.good(matters.fileMatter, { body: { commandId: randomUUID(), ...item, partyId, hall, areaUnit: community, answers, form: { ...form, address_line: address }, materials: [...seen, fromCity] } });
  await office.work();
  await client.good(evaluations.evaluate, { params: { matterId, event: 'filing' }, body: { commandId: randomUUID(), grade: 2, tags: [], words: mark('words of an evaluation', `谢谢窗口甲${80_000 + index}`), change: false } });
  await office.accepted(matterId);
  await office.claimed(office.reviewer, matterId);
  await drafts(office, client, partyId, address, mark('content of a file', `whole-life-${index}-5c1e`));
  const { caseId } = await client.good(evaluations.complain, { params: { matterId }, body: { commandId: randomUUID(), ground: 'manner', words: mark('words of a complaint', `投诉某事乙${80_000 + index}`) } });
  await signsIn(office, partyId, mark('name of a device', `手机丙${80_000 + index}`));
  return { partyId, phone, client, marks, matterId, caseId };
}

async function drafts(office: LongOffice, client: Client, partyId: string, address: string, content: string): Promise<void> {
  for (const [who, more] of [[client, {}], [office.clerk, { partyId, hall }]] as const) {
    const draft = await who.good(matters.openDraft, { body: { ...item, ...more } });
    const params = { draftId: draft.draftId };
    await who.good(matters.saveDraft, { params, body: { version: draft.version, areaUnit: community, answers, form: { ...form, address_line: address }, materials: [fromCity] } });
    const kept = await who.upload(matters.attachFile, { ...params, materialCode: 'identity_card' }, { name: 'paper.pdf', content: paper(content) });
    if (kept.status !== 201) throw new Error(kept.text);
  }
}

/** Both kinds of second factor, a recovery code, history, a subject of the city's identity service and a consent, as their routes write them. */
async function signsIn(office: LongOffice, partyId: string, device: string): Promise<void> {
  const { owner } = office.fresh;
  const [totp, passkey] = [randomUUID(), randomUUID()];
  const { sealed, wrapped } = sealTotpSecret(office.keys, totp, 'JBSWY3DPEHPK3PXP');
  await owner.query('insert into platform.data_keys (owner_id, wrapped) values ($1, $2)', [totp, wrapped]);
  await owner.query(`insert into people.factors (factor_id, party_id, kind, name, sealed, made_at) values ($1, $2, 'totp', $3, $4, now())`, [totp, partyId, device, sealed]);
  await owner.query(`insert into people.factors (factor_id, party_id, kind, name, credential_id, public_key, sign_count, made_at, confirmed_at) values ($1, $2, 'passkey', $3, $4, $5, 1, now(), now())`, [passkey, partyId, device, randomBytes(16), randomBytes(77)]);
  await owner.query('insert into people.recovery_codes (code_hash, party_id, made_at) values ($1, $2, now())', [randomBytes(32), partyId]);
  await owner.query(`insert into people.sign_in_history (entry_id, party_id, at, way, outcome, address_part, browser) values (gen_random_uuid(), $1, now(), 'phone_code', 'in', '198.51.100', 'Firefox')`, [partyId]);
  await owner.query(`insert into people.identities (issuer, subject, party_id) values ('https://id.test.invalid', $1, $2)`, [randomUUID(), partyId]);
  await owner.query(`insert into privacy.consents (consent_id, party_id, scope, sensitive, text_hash, language, channel, given_at) values (gen_random_uuid(), $1, 'test', false, $2, 'zh-CN', 'portal', now())`, [partyId, randomBytes(32)]);
}

/** The matter runs late: its order is answered and closed, the complaint decided, the matter withdrawn. Answers what is marked of their words. */
export async function endOfMatter(office: LongOffice, life: WholeLife): Promise<readonly Mark[]> {
  const { marks, mark } = marksOf(Number(life.caseId.replace(/\D/g, '').slice(0, 4)));
  await office.leap(shenzhen('2026-12-15'), true);
  const { orders } = await office.streetSupervisor.good(supervision.listOrders, { query: { matterId: life.matterId } });
  for (const { orderId } of orders) {
    const params = { orderId };
    const order = await office.streetApprover.good(supervision.getOrder, { params });
    const replied = (await office.streetApprover.good(supervision.replyToOrder, { params, body: { commandId: randomUUID(), seenSeq: order.seq, words: mark('words of an order', `申请人${life.partyId.slice(-6)}来访`) } })).order;
    await office.streetSupervisor.good(supervision.closeOrder, { params, body: { commandId: randomUUID(), seenSeq: replied.seq, ground: 'excused', words: '情况属实' } });
  }
  const { case: open } = await office.manager.good(evaluations.getCase, { params: { caseId: life.caseId } });
  await office.manager.good(evaluations.decideComplaint, { params: { caseId: life.caseId }, body: { commandId: randomUUID(), seenSeq: open.seq, founded: false, words: mark('answer to a complaint', `经查不实丁${life.partyId.slice(-5)}`) } });
  await life.client.good(matters.withdrawMatter, { params: { matterId: life.matterId }, body: act(await view(life.client, life.matterId)) });
  await office.work();
  // A code under way is forgotten after two days, so it is asked for last.
  await (await office.as('anonymous')).good(requestSignInCode, { body: { phone: life.phone, language: 'zh-CN' } });
  return [...life.marks, ...marks];
}

export { shenzhen };
