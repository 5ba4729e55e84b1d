import { randomUUID } from 'node:crypto';
import { homeCommunity } from '../server/demo/city.ts';
import { inventPerson, type InventedPerson } from '../server/testing/people.ts';
import type { paths } from '../web/client/openapi.d.ts';
import { paper, type ChosenFile } from './documents.ts';
import { must, type Session } from './sessions.ts';


/** A whole matter as the API answers it. */
export type Matter = paths['/api/v1/matters/{matterId}']['get']['responses'][200]['content']['application/json'];
/** A receipt as the API answers it. */
export type Receipt = paths['/api/v1/drafts/{draftId}/file']['post']['responses'][201]['content']['application/json'];

/** Somebody new to the city. Indices from 40,000 on belong to these journeys: the invented city itself uses the first few thousand. */
export const newPerson = (number: number): InventedPerson => inventPerson(`journey ${number}`, { index: 40_000 + number, today: '2026-01-01', ageFrom: 25, ageTo: 55 });

/** What is applied for, and the answers that make it complete. */
export interface Application {
  readonly taskCode: string;
  readonly handlingItem: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly form: Readonly<Record<string, unknown>>;
  /** materials to upload one paper each, and those asked of the city */
  readonly uploads: readonly string[];
  readonly fromCity: readonly string[];
}

/** 居住登记: decided by one officer. */
export const registration: Application = {
  taskCode: 'YM-07-0003-01', handlingItem: 'YM-07-0003-01-01', answers: { who: 'mainland' },
  form: { address_line: '南湖街道渔民村 5 栋 602', moved_in_on: '2025-09-01', home_kind: 'own', why_here: 'work', children_with: 0, declaration: true },
  uploads: ['identity_card'], fromCity: [],
};

/** 居住证, first permit: an officer proposes and an approver decides. */
export const permit: Application = {
  taskCode: 'YM-07-0004-01', handlingItem: 'YM-07-0004-01-01', answers: { who: 'mainland', ground: 'work', photo: 'has' },
  form: { address_line: '南湖街道渔民村 5 栋 602', home_kind: 'own', moved_in_on: '2025-09-01', employer_name: '一门市测试用工作单位', delivery: 'pick_up', declaration: true },
  uploads: ['application_form', 'identity_card'], fromCity: ['residence_record', 'social_insurance_record'],
};

/** Opens a draft as a resident and fills it in completely, up to the last page. Answers its id. */
export async function completeDraft(resident: Session, application: Application): Promise<string> {
  const { taskCode, handlingItem, answers, form, uploads, fromCity } = application;
  const opened = await must(resident.api.POST('/api/v1/drafts', { body: { taskCode, handlingItem } }));
  const path = { draftId: opened.draftId };
  await must(resident.api.POST('/api/v1/drafts/{draftId}/save', { params: { path }, body: { version: opened.version, areaUnit: homeCommunity, answers: { ...answers }, form: { ...form }, materials: fromCity.map((materialCode) => ({ materialCode, form: 'from_city' as const })) } }));
  for (const code of uploads) await sendFile(resident, `/api/v1/drafts/${opened.draftId}/materials/${code}/files`, paper(code));
  return opened.draftId;
}

/** Files an application online as a resident. */
export async function fileOnline(resident: Session, application: Application): Promise<Receipt> {
  const draftId = await completeDraft(resident, application);
  return must(resident.api.POST('/api/v1/drafts/{draftId}/file', { params: { path: { draftId } }, body: { commandId: randomUUID() } }));
}

async function sendFile(session: Session, path: string, { name, mimeType, buffer }: ChosenFile): Promise<void> {
  const body = new FormData();
  body.append('file', new File([new Uint8Array(buffer)], name, { type: mimeType }));
  const headers = { cookie: [...session.cookies].map(([key, value]) => `${key}=${value}`).join('; '), 'x-csrf-token': session.csrfToken ?? '' };
  const answer = await fetch(session.city.baseUrl + path, { method: 'POST', body, headers });
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}: ${await answer.text()}`);
}

/** The whole file of a matter. */
export const matterOf = (session: Session, matterId: string): Promise<Matter> => must(session.api.GET('/api/v1/matters/{matterId}', { params: { path: { matterId } } }));

const act = (matter: Matter) => ({ commandId: randomUUID(), seenSeq: matter.seq });

/** A clerk accepts a matter. */
export async function accept(clerk: Session, matterId: string): Promise<Matter> {
  const matter = await matterOf(clerk, matterId);
  return (await must(clerk.api.POST('/api/v1/matters/{matterId}/accept', { params: { path: { matterId } }, body: act(matter) }))).matter;
}

/** A clerk sends a correction notice about one material. */
export async function askForCorrection(clerk: Session, matterId: string, materialCode: string, words: string): Promise<Matter> {
  const matter = await matterOf(clerk, matterId);
  const defects = [{ about: 'material' as const, code: materialCode, fault: 'unreadable' as const, words }];
  return (await must(clerk.api.POST('/api/v1/matters/{matterId}/request-correction', { params: { path: { matterId } }, body: { ...act(matter), defects } }))).matter;
}

/** An officer takes the open link and grants. */
export async function claimAndGrant(officer: Session, matterId: string): Promise<Matter> {
  const matter = await matterOf(officer, matterId);
  const linkId = matter.links.find((link) => link.allowed.includes('claim_link'))?.linkId ?? 'none';
  const path = { matterId, linkId };
  const claimed = (await must(officer.api.POST('/api/v1/matters/{matterId}/links/{linkId}/claim', { params: { path }, body: act(matter) }))).matter;
  return (await must(officer.api.POST('/api/v1/matters/{matterId}/links/{linkId}/propose-decision', { params: { path }, body: { ...act(claimed), outcome: 'granted' as const, opinion: '经审查，符合条件。' } }))).matter;
}
