/** Persons and organisations, known by one number; sign-in; staff. Numbers and names leave the server masked. */
import { Type, type Static } from 'typebox';
import { Localized } from './localized.ts';
import { closed, InstitutionCode, Instant, literals, nullable, UnitCode, Uuid } from './common.ts';
import { endpoint } from './endpoint.ts';

export const languageCode = literals(['zh-CN', 'zh-HK', 'en'] as const);

/** What a post allows, see docs/how-to and server/domains/people/policy.ts. */
export const roles = ['window_clerk', 'officer', 'approver', 'hall_manager', 'supervisor', 'administrator', 'security_administrator', 'audit_administrator'] as const;
export const Role = literals(roles);
export type Role = Static<typeof Role>;

/** A post: a role held in an institution. */
export const Post = Type.Object({ institution: InstitutionCode, institutionName: Localized, unit: UnitCode, role: Role }, closed);
export type Post = Static<typeof Post>;

export const subjectKinds = ['person', 'organisation'] as const;
export const assurances = ['self_declared', 'verified_by_city', 'verified_at_window'] as const;

/** A person or organisation as others see it. */
export const PartyView = Type.Object(
  { partyId: Uuid, subject: literals(subjectKinds), numberKind: Type.String(), numberMasked: Type.String(), nameMasked: Type.String(), phoneMasked: nullable(Type.String()), assurance: literals(assurances) },
  closed,
);
export type PartyView = Static<typeof PartyView>;

/** Who is calling. */
export const Me = Type.Object(
  {
    kind: literals(['anonymous', 'newcomer', 'resident', 'staff'] as const),
    /** the person's own name, unmasked: only to him- or herself */
    name: nullable(Type.String()),
    party: nullable(PartyView),
    staffId: nullable(Uuid),
    posts: Type.Array(Post),
    csrfToken: nullable(Type.String()),
    /** there where the password was given and something is still due: until then `kind` is anonymous */
    due: Type.Optional(Type.Object({ step: literals(['second_factor', 'enrol'] as const), ways: Type.Array(literals(['totp', 'passkey', 'recovery_code'] as const)), passkeysPossible: Type.Boolean() }, closed)),
  },
  closed,
);
export type Me = Static<typeof Me>;

export const getMe = endpoint({ id: 'getMe', method: 'GET', path: '/api/v1/me', tag: 'people', summary: 'Who is calling, and with which posts', reply: Me });

export const requestSignInCode = endpoint({
  id: 'requestSignInCode', method: 'POST', path: '/api/v1/sign-ins', tag: 'people', status: 201,
  summary: 'Sends a one-time code to a phone (answers the same whether the phone is known or not)',
  body: Type.Object({ phone: Type.String({ maxLength: 30 }), language: languageCode }, closed),
  reply: Type.Object({ signInId: Uuid, phoneMasked: Type.String(), expiresAt: Instant, resendAfterSeconds: Type.Integer() }, closed),
});
export const confirmSignIn = endpoint({
  id: 'confirmSignIn', method: 'POST', path: '/api/v1/sign-ins/:signInId/confirm', tag: 'people',
  summary: 'Opens a session with the one-time code; kind is newcomer where the phone belongs to nobody yet',
  params: Type.Object({ signInId: Uuid }, closed),
  body: Type.Object({ code: Type.String({ maxLength: 12 }) }, closed),
  reply: Me,
});
export const declareIdentity = endpoint({
  id: 'declareIdentity', method: 'POST', path: '/api/v1/me/identity', tag: 'people',
  summary: 'A newcomer gives name and number once; refused where the number belongs to somebody with another phone (people.claim_at_window)',
  body: Type.Object({ name: Type.String({ minLength: 1, maxLength: 80 }), number: Type.String({ minLength: 5, maxLength: 60 }) }, closed),
  reply: Me,
});
export const signOut = endpoint({
  id: 'signOut', method: 'POST', path: '/api/v1/me/sign-out', tag: 'people', summary: 'Ends the session',
  reply: Type.Object({ /** address at which the browser signs out at the city identity service too; null where the session did not come from there */ onward: nullable(Type.String()) }, closed),
});

export const staffSignIn = endpoint({
  id: 'staffSignIn', method: 'POST', path: '/api/v1/staff/sign-in', tag: 'staff',
  summary: 'Opens a staff session with login and password',
  body: Type.Object({ login: Type.String({ minLength: 1, maxLength: 60 }), password: Type.String({ minLength: 1, maxLength: 200 }) }, closed),
  reply: Me,
});
export const firstStart = endpoint({
  id: 'firstStart', method: 'POST', path: '/api/v1/first-start', tag: 'staff',
  summary: 'Makes the first security administrator with the one-time link printed at the first start',
  body: Type.Object(
    { token: Type.String({ minLength: 20, maxLength: 200 }), name: Type.String({ minLength: 1, maxLength: 80 }), login: Type.String({ pattern: '^[a-z][a-z0-9._-]{2,40}$' }), password: Type.String({ minLength: 12, maxLength: 200 }) },
    closed,
  ),
  reply: Me,
});

export const StaffMember = Type.Object({ staffId: Uuid, name: Type.String(), login: Type.String(), posts: Type.Array(Post), active: Type.Boolean() }, closed);
export type StaffMember = Static<typeof StaffMember>;
export const listStaff = endpoint({
  id: 'listStaff', method: 'GET', path: '/api/v1/staff', tag: 'staff', summary: 'Staff, by name, at most 200, found by text (name or login) or institution',
  query: Type.Object({ text: Type.Optional(Type.String({ maxLength: 60 })), institution: Type.Optional(InstitutionCode) }, closed),
  reply: Type.Object({ staff: Type.Array(StaffMember), total: Type.Integer() }, closed),
});
/** At the window: the person or firm standing there, found or made by one number. */
export const identifyParty = endpoint({
  id: 'identifyParty', method: 'POST', path: '/api/v1/parties/identify', tag: 'people',
  summary: 'Judges a number and finds whose it is; the answer never holds more than masked particulars',
  body: Type.Object({ number: Type.String({ minLength: 1, maxLength: 60 }) }, closed),
  reply: Type.Object(
    { numberKind: Type.String(), subject: literals(subjectKinds), numberMasked: Type.String(), party: nullable(PartyView) },
    closed,
  ),
});
export const registerParty = endpoint({
  id: 'registerParty', method: 'POST', path: '/api/v1/parties', tag: 'people', status: 201,
  summary: 'At the window: registers the person or firm standing there after seeing the document, or confirms one already known',
  body: Type.Object(
    { number: Type.String({ minLength: 1, maxLength: 60 }), name: Type.String({ minLength: 1, maxLength: 120 }), phone: Type.Optional(Type.String({ maxLength: 30 })), documentSeen: Type.Literal(true) },
    closed,
  ),
  reply: PartyView,
});
