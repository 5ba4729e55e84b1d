/** Agency (代理授权): who may act for a person or an organisation, how far and until when; given and ended by the principal, by who stands for it, or at a window. */
import { Type, type Static } from 'typebox';
import { closed, CommandId, InstitutionCode, Instant, literals, LocalDate, nullable, Uuid } from './common.ts';
import { endpoint } from './endpoint.ts';
import { Localized } from './localized.ts';
import { PartyView } from './people.ts';

export const mandateRoles = ['legal_representative', 'manager', 'agent'] as const;
export const mandateActs = ['file', 'supplement', 'read', 'withdraw'] as const;
export const mandateEvidence = ['licence_and_identity', 'letter_of_authority', 'certificate_of_representative', 'guardianship'] as const;

/** Nobody names more items than this one by one; who means more means all. */
const taskCodes = Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { minItems: 1, maxItems: 50, uniqueItems: true });
const acts = Type.Array(literals(mandateActs), { minItems: 1, maxItems: mandateActs.length, uniqueItems: true });

/** A mandate as those it concerns see it. `items` null: every item. `untilOn`: the last day; null for a legal representative, who stands until another does. */
export const MandateView = Type.Object(
  {
    mandateId: Uuid, seq: Type.Integer(), principal: PartyView, agent: PartyView, role: literals(mandateRoles), acts: Type.Array(literals(mandateActs)),
    items: nullable(Type.Array(Type.Object({ taskCode: Type.String(), name: Localized }, closed))),
    fromAt: Instant, untilOn: nullable(LocalDate), how: literals(['principal', 'representative', 'window', 'city_identity'] as const), evidence: nullable(literals(mandateEvidence)),
    /** the hall whose window registered it */
    registeredAt: nullable(Localized),
    state: literals(['standing', 'over', 'ended'] as const), endedAt: nullable(Instant), endedHow: nullable(literals(['by_principal', 'by_agent', 'at_window', 'by_system'] as const)),
    allowed: Type.Array(Type.Literal('end')),
  },
  closed,
);
export type MandateView = Static<typeof MandateView>;

/** For whom the caller may name others, and as what. */
export const OwnPrincipal = Type.Object({ party: PartyView, self: Type.Boolean(), mayName: Type.Array(literals(mandateRoles)), mayFile: Type.Boolean() }, closed);
export type OwnPrincipal = Static<typeof OwnPrincipal>;

export const myMandates = endpoint({
  id: 'myMandates', method: 'GET', path: '/api/v1/me/mandates', tag: 'agency', summary: 'Mandates the caller gave or holds and those of organisations he stands for, at most 200; and for whom he may name others',
  reply: Type.Object({ mandates: Type.Array(MandateView), principals: Type.Array(OwnPrincipal) }, closed),
});
export const giveMandate = endpoint({
  id: 'giveMandate', method: 'POST', path: '/api/v1/mandates', tag: 'agency', status: 201,
  summary: 'Lets another person act for oneself, or for an organisation one stands for; number and name must be those of a person known here',
  body: Type.Object(
    {
      commandId: CommandId, principalId: Uuid, agentNumber: Type.String({ minLength: 1, maxLength: 60 }), agentName: Type.String({ minLength: 1, maxLength: 80 }),
      role: literals(['manager', 'agent'] as const), acts, taskCodes: nullable(taskCodes), untilOn: LocalDate,
    },
    closed,
  ),
  reply: MandateView,
});
export const registerMandate = endpoint({
  id: 'registerMandate', method: 'POST', path: '/api/v1/window/mandates', tag: 'agency', status: 201,
  summary: 'At a window that saw the papers: who acts for whom. A legal representative takes the place of the one before',
  body: Type.Object(
    {
      commandId: CommandId, hall: InstitutionCode, principalId: Uuid, agentId: Uuid, role: literals(mandateRoles), acts, taskCodes: nullable(taskCodes),
      /** left out for a legal representative */
      untilOn: Type.Optional(LocalDate),
      evidence: literals(mandateEvidence),
    },
    closed,
  ),
  reply: MandateView,
});
export const windowMandates = endpoint({
  id: 'windowMandates', method: 'GET', path: '/api/v1/window/mandates', tag: 'agency', summary: 'At a window: the mandates of a principal, or between him and one agent, at most 200',
  query: Type.Object({ principalId: Uuid, agentId: Type.Optional(Uuid) }, closed),
  reply: Type.Object({ mandates: Type.Array(MandateView) }, closed),
});
export const endMandate = endpoint({
  id: 'endMandate', method: 'POST', path: '/api/v1/mandates/:mandateId/end', tag: 'agency', summary: 'Ends a mandate at once: the next call of the agent finds it gone within a second',
  params: Type.Object({ mandateId: Uuid }, closed),
  body: Type.Object({ commandId: CommandId, hall: Type.Optional(InstitutionCode) }, closed),
  reply: MandateView,
});
