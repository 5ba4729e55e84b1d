/** What the city keeps of a person, and what the person may ask of it: a copy, erasure; legal holds that forbid erasing; how long what is kept. */
import { Type, type Static } from 'typebox';
import { closed, CommandId, Instant, literals, LocalDate, nullable, Uuid } from './common.ts';
import { endpoint } from './endpoint.ts';

export const erasureStatuses = ['asked', 'proposed', 'approved', 'completed', 'rejected', 'withdrawn'] as const;
export const erasureActs = ['propose', 'approve', 'reject', 'withdraw'] as const;
/** Why a request is refused, and what a hold serves: words of people could tell of a person, codes cannot. */
export const rejectionGrounds = ['identity_in_doubt', 'proceedings_pending', 'duty_to_keep_all'] as const;
export const holdGrounds = ['court_order', 'investigation', 'audit', 'dispute'] as const;
export const holdStatuses = ['placed', 'release_proposed', 'released'] as const;
export const holdActs = ['propose_release', 'release', 'withdraw_release'] as const;

/** A matter that stays though its applicant asks to be forgotten: still open, or kept by a duty of law until a day. */
export const KeptMatter = Type.Object({ matterId: Uuid, number: Type.String(), reason: literals(['open', 'duty'] as const), keptUntil: nullable(LocalDate) }, closed);
export type KeptMatter = Static<typeof KeptMatter>;

/** A request to be forgotten, as its own person sees it. */
export const OwnErasure = Type.Object(
  { erasureId: Uuid, seq: Type.Integer(), status: literals(erasureStatuses), askedAt: Instant, decidedAt: nullable(Instant), ground: nullable(literals(rejectionGrounds)), keptUntil: nullable(LocalDate), mayWithdraw: Type.Boolean() },
  closed,
);
export type OwnErasure = Static<typeof OwnErasure>;

/** What is kept of the caller. */
export const MyData = Type.Object(
  {
    matters: Type.Integer(), drafts: Type.Integer(), messages: Type.Integer(),
    /** what an erasure asked for now would take at once */
    erasableMatters: Type.Integer(),
    kept: Type.Array(KeptMatter),
    /** nothing at all would be left */
    whole: Type.Boolean(),
    matterRule: Type.Object({ years: Type.Integer(), source: Type.String(), verified: Type.Boolean() }, closed),
    erasure: nullable(OwnErasure),
  },
  closed,
);
export type MyData = Static<typeof MyData>;

/** A request to be forgotten, as security administrators see it: no name, only what would go and what stays. */
export const Erasure = Type.Object(
  {
    erasureId: Uuid, seq: Type.Integer(), status: literals(erasureStatuses), askedAt: Instant, proposedAt: nullable(Instant), proposedByName: nullable(Type.String()), decidedAt: nullable(Instant), decidedByName: nullable(Type.String()),
    ground: nullable(literals(rejectionGrounds)), drafts: Type.Integer(), erasableMatters: Type.Integer(), openMatters: Type.Integer(), dutyMatters: Type.Integer(), heldMatters: Type.Integer(), personHeld: Type.Boolean(), keptUntil: nullable(LocalDate),
    destroyedMatters: Type.Integer(), destroyedKeys: Type.Integer(), acts: Type.Array(literals(erasureActs)),
  },
  closed,
);
export type Erasure = Static<typeof Erasure>;

/** A legal hold. `about` is the matter's number; a person is not named. */
export const Hold = Type.Object(
  {
    holdId: Uuid, seq: Type.Integer(), kind: literals(['matter', 'person'] as const), about: nullable(Type.String()), status: literals(holdStatuses), document: Type.String(), untilOn: nullable(LocalDate), ground: literals(holdGrounds),
    placedAt: Instant, placedByName: Type.String(), releaseProposedByName: nullable(Type.String()), releasedAt: nullable(Instant), releasedByName: nullable(Type.String()), acts: Type.Array(literals(holdActs)),
  },
  closed,
);
export type Hold = Static<typeof Hold>;

const ofErasure = Type.Object({ erasureId: Uuid }, closed);
const ofHold = Type.Object({ holdId: Uuid }, closed);
const Seen = Type.Object({ commandId: CommandId, seenSeq: Type.Integer({ minimum: 1, maximum: 1_000_000 }) }, closed);
const SeenWithGround = Type.Object({ commandId: CommandId, seenSeq: Type.Integer({ minimum: 1, maximum: 1_000_000 }), ground: literals(rejectionGrounds) }, closed);
const ErasureReply = Type.Object({ erasure: Erasure }, closed);
const HoldReply = Type.Object({ hold: Hold }, closed);

export const readMyData = endpoint({ id: 'readMyData', method: 'GET', path: '/api/v1/me/data', tag: 'privacy', summary: 'What is kept of the caller, what an erasure would take, and what a duty keeps until when', reply: MyData });
export const exportMyData = endpoint({
  id: 'exportMyData', method: 'GET', path: '/api/v1/me/data/export', tag: 'privacy', summary: 'Everything kept of the caller: JSON, a page to read, receipts and files, in one archive', produces: 'application/zip',
});
export const askErasure = endpoint({
  id: 'askErasure', method: 'POST', path: '/api/v1/me/data/erasure', tag: 'privacy', status: 201, summary: 'Asks to be forgotten; two security administrators decide', body: Type.Object({ commandId: CommandId }, closed), reply: Type.Object({ erasure: OwnErasure }, closed),
});
export const withdrawErasure = endpoint({
  id: 'withdrawErasure', method: 'POST', path: '/api/v1/me/data/erasure/withdraw', tag: 'privacy', summary: 'Takes the request back, as long as nothing was destroyed', body: Seen, reply: Type.Object({ erasure: OwnErasure }, closed),
});

export const listErasures = endpoint({ id: 'listErasures', method: 'GET', path: '/api/v1/privacy/erasures', tag: 'privacy', summary: 'Requests to be forgotten, open ones first, at most 200', reply: Type.Object({ erasures: Type.Array(Erasure), total: Type.Integer() }, closed) });
export const proposeErasure = endpoint({ id: 'proposeErasure', method: 'POST', path: '/api/v1/privacy/erasures/:erasureId/propose', tag: 'privacy', summary: 'The first of two persons proposes to grant it', params: ofErasure, body: Seen, reply: ErasureReply });
export const approveErasure = endpoint({ id: 'approveErasure', method: 'POST', path: '/api/v1/privacy/erasures/:erasureId/approve', tag: 'privacy', summary: 'The second person approves; what may go is destroyed', params: ofErasure, body: Seen, reply: ErasureReply });
export const rejectErasure = endpoint({ id: 'rejectErasure', method: 'POST', path: '/api/v1/privacy/erasures/:erasureId/reject', tag: 'privacy', summary: 'Refuses it on a ground that the person reads', params: ofErasure, body: SeenWithGround, reply: ErasureReply });

export const listHolds = endpoint({ id: 'listHolds', method: 'GET', path: '/api/v1/privacy/holds', tag: 'privacy', summary: 'Legal holds, standing ones first, at most 200', reply: Type.Object({ holds: Type.Array(Hold), total: Type.Integer() }, closed) });
export const placeHold = endpoint({
  id: 'placeHold', method: 'POST', path: '/api/v1/privacy/holds', tag: 'privacy', status: 201, summary: 'Places a legal hold on a matter (by its number) or on a person (by the number of the paper)',
  body: Type.Object({ commandId: CommandId, kind: literals(['matter', 'person'] as const), number: Type.String({ minLength: 1, maxLength: 60 }), document: Type.String({ minLength: 1, maxLength: 120 }), untilOn: nullable(LocalDate), ground: literals(holdGrounds) }, closed), reply: HoldReply,
});
export const proposeHoldRelease = endpoint({ id: 'proposeHoldRelease', method: 'POST', path: '/api/v1/privacy/holds/:holdId/propose-release', tag: 'privacy', summary: 'The first of two persons proposes to release it', params: ofHold, body: Seen, reply: HoldReply });
export const releaseHold = endpoint({ id: 'releaseHold', method: 'POST', path: '/api/v1/privacy/holds/:holdId/release', tag: 'privacy', summary: 'The second person releases it', params: ofHold, body: Seen, reply: HoldReply });
export const withdrawHoldRelease = endpoint({ id: 'withdrawHoldRelease', method: 'POST', path: '/api/v1/privacy/holds/:holdId/withdraw-release', tag: 'privacy', summary: 'The proposal to release is taken back or refused', params: ofHold, body: Seen, reply: HoldReply });

/** The rules of retention and what their rounds did. */
export const RetentionView = Type.Object(
  {
    version: Type.String(),
    rules: Type.Array(Type.Object({ id: Type.String(), amount: nullable(Type.Integer()), unit: nullable(literals(['day', 'year'] as const)), source: Type.String(), verified: Type.Boolean() }, closed)),
    runs: Type.Array(Type.Object({ runId: Uuid, at: Instant, counts: Type.Record(Type.String(), Type.Integer()), held: Type.Integer() }, closed)),
  },
  closed,
);
export type RetentionView = Static<typeof RetentionView>;
export const readRetention = endpoint({ id: 'readRetention', method: 'GET', path: '/api/v1/privacy/retention', tag: 'privacy', summary: 'How long what is kept, by which source, and what the last thirty rounds took away', reply: RetentionView });
