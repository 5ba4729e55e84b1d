/** Promises and their record: 承诺核查, 撤销, and what somebody who broke his word is not offered for a while (L-015, L-016, L-016). */
import { Type, type Static } from 'typebox';
import { closed, CommandId, literals, LocalDate, nullable, Uuid } from './common.ts';
import { endpoint } from './endpoint.ts';
import { Localized } from './localized.ts';
import { MatterView } from './matters.ts';
import { repairReasons, Withheld } from './promise-views.ts';

const matterParams = Type.Object({ matterId: Uuid }, closed);
const proposalParams = Type.Object({ matterId: Uuid, proposalId: Uuid }, closed);
/** Every act: its id, and the fact number the actor saw. */
const act = { commandId: CommandId, seenSeq: Type.Integer({ minimum: 1 }) };
const words = Type.String({ minLength: 1, maxLength: 2000 });
const answer = Type.Object({ matter: MatterView }, closed);

export const checkPromise = endpoint({
  id: 'checkPromise', method: 'POST', path: '/api/v1/matters/:matterId/check-promise', tag: 'promises', summary: '承诺核查: an officer says whether what was vouched for is true; a broken promise is at once the proposal to take the result back',
  params: matterParams, body: Type.Object({ ...act, materialCode: Type.String({ maxLength: 60 }), kept: Type.Boolean(), words }, closed), reply: answer,
});
export const proposeRevocation = endpoint({
  id: 'proposeRevocation', method: 'POST', path: '/api/v1/matters/:matterId/propose-revocation', tag: 'promises', summary: 'Proposes to take the result back: a deferred material never came, or a promise was found broken; nothing is taken back until a second person approves',
  params: matterParams, body: Type.Object({ ...act, words }, closed), reply: answer,
});
export const approveRevocation = endpoint({
  id: 'approveRevocation', method: 'POST', path: '/api/v1/matters/:matterId/revocations/:proposalId/approve', tag: 'promises', summary: 'The second person agrees: the result is taken back', params: proposalParams, body: Type.Object({ ...act, words }, closed), reply: answer,
});
export const rejectRevocation = endpoint({
  id: 'rejectRevocation', method: 'POST', path: '/api/v1/matters/:matterId/revocations/:proposalId/reject', tag: 'promises', summary: 'The second person does not agree: the result stands', params: proposalParams, body: Type.Object({ ...act, words }, closed), reply: answer,
});

/** Whether a word was given for a fact (告知承诺) or for a material to come (容缺), and what became of it. */
export const wordKinds = ['promise', 'deferral'] as const;
export const wordOutcomes = ['kept', 'broken', 'lapsed'] as const;

/** One word given and what became of it. A broken or missed one counts until `countsUntil`, unless it was repaired (信用修复). */
export const KeptWord = Type.Object(
  {
    matterId: Uuid, materialCode: Type.String(), kind: literals(wordKinds), outcome: literals(wordOutcomes), number: Type.String(), itemName: Localized, materialName: Localized, unitName: Localized,
    settledOn: LocalDate, countsUntil: nullable(LocalDate), repairedOn: nullable(LocalDate),
  },
  closed,
);
export type KeptWord = Static<typeof KeptWord>;

export const myPromises = endpoint({
  id: 'myPromises', method: 'GET', path: '/api/v1/me/promises', tag: 'promises', summary: 'My record: promises kept, broken and missed, newest first, at most 100; and what I am not offered now',
  reply: Type.Object({ words: Type.Array(KeptWord), withheld: Withheld }, closed),
});
export const proposeRepair = endpoint({
  id: 'proposeRepair', method: 'POST', path: '/api/v1/matters/:matterId/propose-repair', tag: 'promises', summary: '信用修复: an officer proposes that a broken or missed word count no longer; it counts until a second person approves',
  params: matterParams, body: Type.Object({ ...act, materialCode: Type.String({ maxLength: 60 }), reason: literals(repairReasons), document: Type.String({ minLength: 1, maxLength: 80 }), words }, closed), reply: answer,
});
export const decideRepair = endpoint({
  id: 'decideRepair', method: 'POST', path: '/api/v1/matters/:matterId/repairs/:proposalId/decide', tag: 'promises', summary: 'The second person agrees that the word count no longer, or not',
  params: proposalParams, body: Type.Object({ ...act, approved: Type.Boolean(), words }, closed), reply: answer,
});
