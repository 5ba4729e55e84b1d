/** Acts of handling between people and offices: handing over, asking for opinions (征求意见), and several links at once. */
import { Type, type Static } from 'typebox';
import { CommandId, closed, InstitutionCode, LocalDate, nullable, literals, Problem, Uuid } from './common.ts';
import { endpoint } from './endpoint.ts';
import { Localized } from './localized.ts';
import { MatterView } from './matters.ts';
import { Stance } from './opinions.ts';

const linkParams = Type.Object({ matterId: Uuid, linkId: Type.String({ maxLength: 80 }) }, closed);
/** Every act: its id, and the fact number the actor saw. */
const act = { commandId: CommandId, seenSeq: Type.Integer({ minimum: 1 }) };
const words = Type.String({ minLength: 1, maxLength: 2000 });
const answer = Type.Object({ matter: MatterView }, closed);

/** Somebody a link may be handed to: holds its post, and no rule of two persons bars him. */
export const Colleague = Type.Object({ staffId: Uuid, name: Type.String(), /** away today, and who stands in; null while at work */ standInName: nullable(Type.String()), away: Type.Boolean() }, closed);
export type Colleague = Static<typeof Colleague>;

/** An office that may be asked for its opinion: a department or street office over the matter's area. */
export const AskableOffice = Type.Object({ institution: InstitutionCode, name: Localized, level: literals(['city', 'district', 'street', 'community'] as const), /** asked already, and not answered yet */ asked: Type.Boolean() }, closed);
export type AskableOffice = Static<typeof AskableOffice>;

/** To whom a link may be handed, whom one may ask about it, and by when they would have to answer. */
export const HandlingChoices = Type.Object(
  { colleagues: Type.Array(Colleague), offices: Type.Array(AskableOffice), dues: Type.Array(Type.Object({ workingDays: Type.Integer(), dueOn: LocalDate }, closed)) },
  closed,
);
export type HandlingChoices = Static<typeof HandlingChoices>;

export const getHandlingChoices = endpoint({
  id: 'getHandlingChoices', method: 'GET', path: '/api/v1/matters/:matterId/links/:linkId/choices', tag: 'handling',
  summary: 'Whom a link may be handed to, which offices may be asked, and the due date of each length of time; empty lists for acts the caller may not do', params: linkParams, reply: HandlingChoices,
});
export const handOverLink = endpoint({
  id: 'handOverLink', method: 'POST', path: '/api/v1/matters/:matterId/links/:linkId/hand-over', tag: 'handling',
  summary: '转办: gives a claimed link to another person of the same post and institution, with the reason', params: linkParams, body: Type.Object({ ...act, to: Uuid, words }, closed), reply: answer,
});
export const askOpinion = endpoint({
  id: 'askOpinion', method: 'POST', path: '/api/v1/matters/:matterId/links/:linkId/ask-opinion', tag: 'handling',
  summary: '征求意见: asks offices a question; each gets a link of its own with its own limit (L-018)', params: linkParams,
  body: Type.Object({ ...act, institutions: Type.Array(InstitutionCode, { minItems: 1, maxItems: 20 }), workingDays: Type.Integer({ minimum: 1, maximum: 60 }), words }, closed), reply: answer,
});
export const giveOpinion = endpoint({
  id: 'giveOpinion', method: 'POST', path: '/api/v1/matters/:matterId/links/:linkId/give-opinion', tag: 'handling',
  summary: 'The asked office answers with its stance and its words', params: linkParams, body: Type.Object({ ...act, stance: Stance, words: Type.String({ maxLength: 2000 }) }, closed), reply: answer,
});
export const recallOpinion = endpoint({
  id: 'recallOpinion', method: 'POST', path: '/api/v1/matters/:matterId/links/:linkId/recall-opinion', tag: 'handling',
  summary: 'Whoever has the link it was asked for no longer asks', params: linkParams, body: Type.Object({ ...act, words }, closed), reply: answer,
});

/** What may be done to several links at once: never a refusal, and findings and approvals only of items whose catalogue entry says so. */
export const bulkActs = ['claim_link', 'release_link', 'hand_over_link', 'record_finding', 'approve_decision'] as const;
export const BulkAct = literals(bulkActs);
export type BulkAct = Static<typeof BulkAct>;

export const BulkRow = Type.Object({ matterId: Uuid, linkId: Type.String({ maxLength: 80 }) }, closed);
export type BulkRow = Static<typeof BulkRow>;

/** What became of one row; the others are done whatever became of it. */
export const BulkAnswer = Type.Object({ matterId: Uuid, linkId: Type.String(), ok: Type.Boolean(), problem: nullable(Type.Pick(Problem, ['code', 'title', 'params'])) }, closed);
export type BulkAnswer = Static<typeof BulkAnswer>;

export const actInBulk = endpoint({
  id: 'actInBulk', method: 'POST', path: '/api/v1/matters/bulk', tag: 'handling',
  summary: 'One act on at most 50 links, each a command of its own under an id that follows from commandId: sent again it counts once',
  body: Type.Object(
    {
      commandId: CommandId, act: BulkAct, rows: Type.Array(Type.Object({ ...BulkRow.properties, seenSeq: Type.Integer({ minimum: 1 }) }, closed), { minItems: 1, maxItems: 50 }),
      /** to whom, of hand_over_link */
      to: Type.Optional(Uuid), words: Type.String({ maxLength: 2000 }),
    },
    closed,
  ),
  reply: Type.Object({ rows: Type.Array(BulkAnswer) }, closed),
});
