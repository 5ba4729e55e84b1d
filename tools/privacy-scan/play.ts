import { randomUUID } from 'node:crypto';
import * as accessLog from '../../contract/access-log.ts';
import type { Endpoint } from '../../contract/endpoint.ts';
import * as matters from '../../contract/matters.ts';
import * as people from '../../contract/people.ts';
import * as privacy from '../../contract/privacy.ts';
import { act, allowanceOffice, answers, bureau, community, form, fromCity, hall, item, paper, seen, view, openLink, type AllowanceOffice } from '../../server/testing/allowance-office.ts';
import type { Answered, Client } from '../../server/testing/app.ts';
import { inventPerson } from '../../server/testing/people.ts';
import { spellingsOf } from './spellings.ts';

/** Something unmistakable of one person: what it is, and every way it could lie somewhere. */
export interface Mark {
  readonly what: string;
  readonly text: string;
  readonly spellings: readonly string[];
}

/** An answer to somebody who may not see the person. */
export interface OthersAnswer {
  readonly what: string;
  readonly text: string;
}

/** A reading that showed a person's data unmasked to a member of staff; `recordId` where the answer itself names its record. */
export interface Reveal {
  readonly what: string;
  readonly matterId: string;
  readonly staffId: string;
  readonly recordId: string | null;
}

/** What was played, and what is to be searched. */
export interface Played {
  readonly office: AllowanceOffice;
  readonly marks: readonly Mark[];
  readonly refusedAnswers: readonly OthersAnswer[];
  readonly reveals: readonly Reveal[];
}

interface Play {
  readonly office: AllowanceOffice;
  readonly marks: Mark[];
  readonly refused: OthersAnswer[];
  readonly reveals: Reveal[];
  readonly others: ReadonlyMap<string, Client>;
  readonly clerk: { readonly staffId: string; readonly client: Client };
}

/** Lets marked persons pass through the main jobs of the application. Areas 449900–449999 were never assigned: no number here is anybody's (server/demo/people.ts). */
export async function playOn(persons: number): Promise<Played> {
  const office = await allowanceOffice();
  const post = async (login: string, institution: string, role: 'administrator' | 'security_administrator' | 'audit_administrator' | 'officer' | 'window_clerk') => (await office.staff(login, [{ institution, role }])).client;
  const others = new Map<string, Client>([
    ['anonymous', await office.as('anonymous')], ['another resident', (await office.somebody()).client], ['administrator', await post('scan-a', bureau, 'administrator')],
    ['security administrator', await post('scan-s', bureau, 'security_administrator')], ['audit administrator', await post('scan-u', bureau, 'audit_administrator')],
    ['officer elsewhere', await post('scan-o', 'YM-440304-civil_affairs', 'officer')], ['clerk elsewhere', await post('scan-c', 'YM-440304001-hall', 'window_clerk')],
  ]);
  const clerk = await office.staff('scan-clerk', [{ institution: hall, role: 'window_clerk' }]);
  const play: Play = { office, marks: [], refused: [], reveals: [], others, clerk };
  for (let index = 0; index < persons; index += 1) await onePerson(play, index);
  await office.work();
  return { office, marks: play.marks, refusedAnswers: play.refused, reveals: play.reveals };
}

function mark(play: Play, what: string, text: string): string {
  play.marks.push({ what, text, spellings: spellingsOf(text) });
  return text;
}

async function onePerson(play: Play, index: number): Promise<void> {
  const { office, clerk } = play;
  const person = inventPerson(`scan/${index}`, { today: '2026-11-23', index: 700_000 + index, ageFrom: 30, ageTo: 60 });
  const name = mark(play, 'name', `貔${String.fromCodePoint(0x9e80 + index)}貅`);
  const number = mark(play, 'number', person.number);
  const phone = mark(play, 'phone', person.mobile.replace(/^\+86/, ''));
  const address = mark(play, 'address', `饕餮路${90_000 + index}号`);
  const words = mark(play, 'words of an opinion', `此人旧事甲乙丙${90_000 + index}`);
  const fileName = mark(play, 'file name', `诊断书${90_000 + index}`);
  const [partyId = ''] = await office.app.people.makeParties([{ name, number, kind: person.kind, phone, assurance: 'verified_at_window' }]);
  const client = await office.as({ partyId });
  await clerk.client.good(people.identifyParty, { body: { number } });
  await client.call(people.requestSignInCode, { body: { phone, language: 'zh-CN' } });
  const { matterId } = await clerk.client.good(matters.fileMatter, { body: { commandId: randomUUID(), ...item, partyId, hall, areaUnit: community, answers, form: { ...form, address_line: address }, materials: [...seen, fromCity] } });
  const draftId = await draftOf(client, address, fileName, mark(play, 'content of a file', `content-of-${index}-7f3a91`));
  await office.accepted(matterId);
  const claimed = await office.claimed(office.reviewer, matterId);
  await office.reviewer.good(matters.recordFinding, { params: openLink(claimed), body: { ...act(claimed), finding: 'passed', opinion: words } });
  await look(play, matterId);
  await othersTry(play, { matterId, draftId, partyId, number, name });
  const copy = await client.call(privacy.exportMyData, {});
  if (copy.status !== 200) throw new Error(`export: ${copy.text.slice(0, 300)}`);
  if (index === 1) await client.good(privacy.askErasure, { body: { commandId: randomUUID() } });
}

async function draftOf(client: Client, address: string, fileName: string, content: string): Promise<string> {
  const draft = await client.good(matters.openDraft, { body: item });
  const params = { draftId: draft.draftId };
  await client.good(matters.saveDraft, { params, body: { version: draft.version, areaUnit: community, answers, form: { ...form, address_line: address }, materials: [fromCity] } });
  const kept = await client.upload(matters.attachFile, { ...params, materialCode: 'identity_card' }, { name: `${fileName}.pdf`, content: paper(content) });
  if (kept.status !== 201) throw new Error(kept.text);
  return draft.draftId;
}

/** Readings that show unmasked data; each must have its record. */
async function look(play: Play, matterId: string): Promise<void> {
  const { client, staffId } = play.clerk;
  await view(client, matterId);
  play.reveals.push({ what: 'the whole file', matterId, staffId, recordId: null });
  for (const field of ['name', 'number', 'phone'] as const) {
    const shown = await client.call(accessLog.reveal, { params: { matterId }, body: { party: 'applicant', field, purpose: 'check_identity' } });
    if (shown.status === 200) play.reveals.push({ what: `reveal of ${field}`, matterId, staffId, recordId: shown.reply.recordId });
  }
}

/** Everybody who may not see tries: what comes back is searched. A number typed by the caller himself is not an answer about it. */
async function othersTry(play: Play, of: { matterId: string; draftId: string; partyId: string; number: string; name: string }): Promise<void> {
  const { matterId, draftId } = of;
  for (const [who, other] of play.others) {
    const tried: [string, Promise<Answered<Endpoint>>][] = [
      ['getMatter', other.call(matters.getMatter, { params: { matterId } })], ['receipt', other.call(matters.getPaper, { params: { matterId, paper: 'receipt' }, query: {} })],
      ['getDraft', other.call(matters.getDraft, { params: { draftId } })], ['reveal', other.call(accessLog.reveal, { params: { matterId }, body: { party: 'applicant', field: 'number', purpose: 'contact' } })],
      ['myMatters', other.call(matters.myMatters, {})], ['listErasures', other.call(privacy.listErasures, {})], ['listHolds', other.call(privacy.listHolds, {})],
      ['listStaff', other.call(people.listStaff, { query: { text: of.name } })], ['identifyParty', other.call(people.identifyParty, { body: { number: of.number } })],
      ['acceptMatter', other.call(matters.acceptMatter, { params: { matterId }, body: { commandId: randomUUID(), seenSeq: 1 } })], ['exportMyData', other.call(privacy.exportMyData, {})],
    ];
    for (const [what, call] of tried) play.refused.push({ what: `${what} by ${who}`, text: (await call).text });
  }
}
