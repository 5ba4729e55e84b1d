/** My account: second factors, sessions, password, sign-in history. Everything here is about the caller and nobody else. */
import { Type, type Static } from 'typebox';
import { closed, Instant, literals, nullable, Uuid } from './common.ts';
import { endpoint } from './endpoint.ts';
import { Me } from './people.ts';

/** Ways of showing who one is a second time. `password` and `phone_code` count only where there is nothing better to show. */
export const showingWays = ['totp', 'passkey', 'recovery_code', 'password', 'phone_code'] as const;
export const ShowingWay = literals(showingWays);
export type ShowingWay = Static<typeof ShowingWay>;

/** What a browser answers to a passkey challenge: a credential in JSON form (W3C WebAuthn Level 3, section 5.1.8). Its content is judged by signature. */
const PasskeyAnswer = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 2_000 }), rawId: Type.String({ minLength: 1, maxLength: 2_000 }), type: Type.Literal('public-key'),
  response: Type.Record(Type.String({ maxLength: 60 }), Type.Unknown()), clientExtensionResults: Type.Record(Type.String({ maxLength: 60 }), Type.Unknown()),
  authenticatorAttachment: Type.Optional(Type.Union([Type.String({ maxLength: 40 }), Type.Null()])),
}, closed);
export type PasskeyAnswer = Static<typeof PasskeyAnswer>;

const FactorName = Type.String({ minLength: 1, maxLength: 60 });

export const factorKinds = ['totp', 'passkey'] as const;
export const Factor = Type.Object({ factorId: Uuid, kind: literals(factorKinds), name: Type.String(), madeAt: Instant, lastUsedAt: nullable(Instant) }, closed);
export type Factor = Static<typeof Factor>;

export const MySession = Type.Object({ sessionId: Uuid, madeAt: Instant, seenAt: Instant, address: Type.String(), browser: Type.String(), isThis: Type.Boolean() }, closed);
export type MySession = Static<typeof MySession>;

export const signInWays = ['password', 'phone_code', 'totp', 'passkey', 'recovery_code', 'city_identity', 'first_start', 'account'] as const;
export const signInOutcomes = ['in', 'second_due', 'refused', 'paused', 'stepped_up', 'password_changed', 'factor_added', 'factor_ended', 'recovery_codes_made', 'sessions_ended', 'reset_by_office', 'identity_linked', 'identity_ended'] as const;
export const HistoryEntry = Type.Object({ at: Instant, way: literals(signInWays), outcome: literals(signInOutcomes), address: Type.String(), browser: Type.String() }, closed);
export type HistoryEntry = Static<typeof HistoryEntry>;

/** What the account page shows. */
export const MySecurity = Type.Object(
  {
    factors: Type.Array(Factor), recoveryCodesLeft: Type.Integer(), sessions: Type.Array(MySession), history: Type.Array(HistoryEntry),
    /** whether this installation can take passkeys: its public address must be a name, not a number */
    passkeysPossible: Type.Boolean(),
    /** ways the caller may show him- or herself afresh now */
    ways: Type.Array(ShowingWay),
    /** whether one was shown in this session within the last quarter of an hour */
    isFresh: Type.Boolean(),
  },
  closed,
);
export type MySecurity = Static<typeof MySecurity>;

export const getMySecurity = endpoint({ id: 'getMySecurity', method: 'GET', path: '/api/v1/me/security', tag: 'account', summary: 'My second factors, open sessions, and the last hundred entries of my sign-in history', reply: MySecurity });

export const showSecondFactor = endpoint({
  id: 'showSecondFactor', method: 'POST', path: '/api/v1/me/second-factor', tag: 'account',
  summary: 'Shows a second factor: completes a staff sign-in, or makes an open session fresh for a quarter of an hour',
  body: Type.Object(
    { way: ShowingWay, code: Type.Optional(Type.String({ maxLength: 200 })), signInId: Type.Optional(Uuid), challengeId: Type.Optional(Uuid), answer: Type.Optional(PasskeyAnswer) },
    closed,
  ),
  reply: Me,
});

export const requestPasskeyChallenge = endpoint({
  id: 'requestPasskeyChallenge', method: 'POST', path: '/api/v1/passkey-challenges', tag: 'account', status: 201,
  summary: 'A challenge for the browser: to make a passkey, to show one, or to sign in with one',
  body: Type.Object({ purpose: literals(['register', 'show', 'sign_in'] as const) }, closed),
  reply: Type.Object({ challengeId: Uuid, options: Type.Record(Type.String(), Type.Unknown()) }, closed),
});
export const signInWithPasskey = endpoint({
  id: 'signInWithPasskey', method: 'POST', path: '/api/v1/passkey-sign-ins', tag: 'account',
  summary: 'A resident signs in with a passkey alone, without a code by telephone',
  body: Type.Object({ challengeId: Uuid, answer: PasskeyAnswer }, closed),
  reply: Me,
});

const Added = Type.Object({ me: Me, /** shown this once; null where the owner has some already */ recoveryCodes: nullable(Type.Array(Type.String())) }, closed);

export const addPasskey = endpoint({
  id: 'addPasskey', method: 'POST', path: '/api/v1/me/passkeys', tag: 'account', status: 201, summary: 'Keeps a passkey the browser just made',
  body: Type.Object({ challengeId: Uuid, name: FactorName, answer: PasskeyAnswer }, closed), reply: Added,
});
export const beginTotp = endpoint({
  id: 'beginTotp', method: 'POST', path: '/api/v1/me/code-generators', tag: 'account', status: 201,
  summary: 'A new secret for a code generator (RFC 6238), shown once as text and as otpauth address; it counts once a code confirmed it',
  body: Type.Object({ name: FactorName }, closed),
  reply: Type.Object({ factorId: Uuid, secret: Type.String(), address: Type.String() }, closed),
});
export const confirmTotp = endpoint({
  id: 'confirmTotp', method: 'POST', path: '/api/v1/me/code-generators/:factorId/confirm', tag: 'account', summary: 'Confirms a code generator with its first code',
  params: Type.Object({ factorId: Uuid }, closed), body: Type.Object({ code: Type.String({ maxLength: 20 }) }, closed), reply: Added,
});
export const endFactor = endpoint({ id: 'endFactor', method: 'POST', path: '/api/v1/me/factors/:factorId/end', tag: 'account', status: 204, summary: 'Takes a second factor away; not the last one where one is required', params: Type.Object({ factorId: Uuid }, closed) });
export const newRecoveryCodes = endpoint({
  id: 'newRecoveryCodes', method: 'POST', path: '/api/v1/me/recovery-codes', tag: 'account', status: 201, summary: 'Ten new recovery codes, shown once; those before are worth nothing from now on',
  reply: Type.Object({ recoveryCodes: Type.Array(Type.String()) }, closed),
});
export const changePassword = endpoint({
  id: 'changePassword', method: 'POST', path: '/api/v1/me/password', tag: 'account', summary: 'Changes my password with the old one and ends all my other sessions',
  body: Type.Object({ oldPassword: Type.String({ minLength: 1, maxLength: 200 }), newPassword: Type.String({ minLength: 1, maxLength: 200 }) }, closed),
  reply: Me,
});
export const endMySession = endpoint({ id: 'endMySession', method: 'POST', path: '/api/v1/me/sessions/:sessionId/end', tag: 'account', status: 204, summary: 'Ends one of my sessions', params: Type.Object({ sessionId: Uuid }, closed) });
export const endMyOtherSessions = endpoint({ id: 'endMyOtherSessions', method: 'POST', path: '/api/v1/me/sessions/end-others', tag: 'account', status: 204, summary: 'Signs me out everywhere else' });
