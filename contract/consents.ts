/** By what right a person's data are used (告知), and consents: each use by itself, given and taken back by one button (PIPL art. 14, 15, 29). */
import { Type, type Static } from 'typebox';
import { closed, CommandId, Instant, literals, nullable } from './common.ts';
import { endpoint } from './endpoint.ts';
import { languages } from './language.ts';
import { consentScopes } from './messages/consents.ts';

export { consentScopes, type ConsentScope } from './messages/consents.ts';

/** By what right something is done with personal data: a duty by law, of which nobody is asked, or consent. */
export const processingGrounds = ['statutory_duty', 'consent'] as const;
export const consentChannels = ['portal', 'window'] as const;

const Source = { source: Type.String(), verified: Type.Boolean() };

/** What is told before data are asked for: the ground with its source, and how long they are kept. */
export const ProcessingView = Type.Object(
  {
    version: Type.String(), ground: Type.Object({ id: literals(processingGrounds), ...Source }, closed),
    keptYears: Type.Integer(), kept: Type.Object(Source, closed), draftDays: Type.Integer(),
  },
  closed,
);
export type ProcessingView = Static<typeof ProcessingView>;

/** A consent as it was given: when, by which door, in which language, and the SHA-256 of the very words. */
export const Consent = Type.Object({ scope: literals(consentScopes), givenAt: Instant, withdrawnAt: nullable(Instant), channel: literals(consentChannels), language: literals(languages), textHash: Type.String() }, closed);
export type Consent = Static<typeof Consent>;

/** A use one may agree to. `textHash`: SHA-256 (hex) of the text in the caller's language, sent back with the consent. `standing`: the consent now in force. */
export const ConsentUse = Type.Object({ scope: literals(consentScopes), sensitive: Type.Boolean(), textHash: Type.String(), standing: nullable(Consent) }, closed);
export type ConsentUse = Static<typeof ConsentUse>;

const ConsentsReply = Type.Object({ uses: Type.Array(ConsentUse), past: Type.Array(Consent) }, closed);

export const readProcessing = endpoint({
  id: 'readProcessing', method: 'GET', path: '/api/v1/privacy/processing', tag: 'privacy', summary: 'By what right the data of an application for an item are used, and how long they are kept',
  query: Type.Object({ taskCode: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })) }, closed), reply: ProcessingView,
});
export const readConsents = endpoint({ id: 'readConsents', method: 'GET', path: '/api/v1/me/consents', tag: 'privacy', summary: 'Uses that rest on consent alone, which of them the caller agreed to, and what was taken back, newest first, at most 100', reply: ConsentsReply });
export const giveConsent = endpoint({
  id: 'giveConsent', method: 'POST', path: '/api/v1/me/consents/give', tag: 'privacy', summary: 'Agrees to one use, in the words shown; words that are no longer the present ones are refused',
  body: Type.Object({ commandId: CommandId, scope: literals(consentScopes), language: literals(languages), textHash: Type.String({ pattern: '^[0-9a-f]{64}$' }) }, closed), reply: ConsentsReply,
});
export const withdrawConsent = endpoint({
  id: 'withdrawConsent', method: 'POST', path: '/api/v1/me/consents/withdraw', tag: 'privacy', summary: 'Takes a consent back: the use stops at once',
  body: Type.Object({ commandId: CommandId, scope: literals(consentScopes) }, closed), reply: ConsentsReply,
});
