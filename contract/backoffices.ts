/** External back offices: departments that take part with a system of their own, by signed messages both ways (Standard Webhooks). The whole protocol: docs/how-to/connect-a-back-office.md. */
import { Type, type Static } from 'typebox';
import { closed, CommandId, FileId, Instant, InstitutionCode, literals, LocalDate, nullable, Uuid } from './common.ts';
import { endpoint } from './endpoint.ts';
import { Due, procedureKinds } from './limits.ts';
import { Localized } from './localized.ts';

/** What is told to a system. `link.*` are about one of its links, the others about a matter in which it has one. */
export const backofficeEvents = ['link.opened', 'link.closed', 'link.overdue', 'materials.handed_in', 'limits.moved', 'matter.ended'] as const;
export const backofficeStatuses = ['proposed', 'active', 'suspended', 'dropped'] as const;
/** Personal particulars a system may fetch of a matter in which it has an open link. */
export const backofficeParticulars = ['applicant', 'form', 'materials'] as const;
export const backofficePosts = ['officer', 'approver'] as const;
export const backofficeChanges = ['terms', 'secret', 'resume'] as const;
export const backofficeActs = ['approve', 'reject', 'withdraw', 'propose', 'suspend'] as const;
export const callbackTypes = ['link.claimed', 'link.released', 'link.completed', 'opinion.given', 'procedure.asked'] as const;
export const linkResults = ['passed', 'failed', 'granted', 'refused', 'agreed', 'returned'] as const;
const stances = ['agree', 'agree_on_conditions', 'disagree', 'no_remark'] as const;

const line = Type.String({ maxLength: 80 });

/** Whom a system serves and how it is reached: what two administrators agree to. */
export const BackofficeTerms = Type.Object(
  {
    name: Type.Object({ 'zh-CN': line, 'zh-HK': line, en: line }, closed),
    institutions: Type.Array(InstitutionCode, { maxItems: 50 }),
    posts: Type.Array(literals(backofficePosts), { maxItems: 2 }),
    url: Type.String({ maxLength: 300 }),
    /** public: TLS and no inner addresses; private: the inner network of the administration */
    network: literals(['public', 'private'] as const),
    events: Type.Array(literals(backofficeEvents), { maxItems: backofficeEvents.length }),
    particulars: Type.Array(literals(backofficeParticulars), { maxItems: backofficeParticulars.length }),
  },
  closed,
);
export type BackofficeTerms = Static<typeof BackofficeTerms>;

const Person = Type.Object({ staffId: Uuid, name: Type.String() }, closed);

const Counts = Type.Object({ pending: Type.Integer(), delivered: Type.Integer(), failed: Type.Integer() }, closed);

/** A system in the list. */
export const BackofficeRow = Type.Object(
  {
    backofficeId: Uuid, name: Localized, status: literals(backofficeStatuses), institutionNames: Type.Array(Localized), waiting: nullable(literals(backofficeChanges)), proposedAt: Instant,
    deliveries: Counts, lastReconciledOn: nullable(LocalDate), differences: nullable(Type.Integer()),
  },
  closed,
);
export type BackofficeRow = Static<typeof BackofficeRow>;

/** A change that waits for a second administrator. */
export const BackofficeProposal = Type.Object(
  { proposalId: Uuid, change: literals(backofficeChanges), terms: nullable(BackofficeTerms), keepOldHours: nullable(Type.Integer()), reason: Type.String(), proposedBy: Person, proposedAt: Instant },
  closed,
);
export type BackofficeProposal = Static<typeof BackofficeProposal>;

/** A system, whole. Secrets are never shown again: only since when they stand, and until when. */
export const Backoffice = Type.Object(
  {
    backofficeId: Uuid, status: literals(backofficeStatuses), terms: nullable(BackofficeTerms), institutions: Type.Array(Type.Object({ code: Type.String(), name: Localized }, closed)),
    proposal: nullable(BackofficeProposal), approvedBy: nullable(Person), approvedAt: nullable(Instant),
    secrets: Type.Array(Type.Object({ secretId: Uuid, madeAt: Instant, endsAt: nullable(Instant) }, closed)),
    suspendedAt: nullable(Instant), suspendedBy: nullable(literals(['person', 'receiver_gone'] as const)), words: nullable(Type.String()),
    deliveries: Counts, callbackPath: Type.String(), allowed: Type.Array(literals(backofficeActs)), seq: Type.Integer(),
  },
  closed,
);
export type Backoffice = Static<typeof Backoffice>;

/** A message to a system as it stands in the queue. */
export const Delivery = Type.Object(
  {
    deliveryId: Uuid, messageId: Type.String(), eventType: Type.String(), matterId: Uuid, number: Type.String(), linkId: nullable(Type.String()), state: literals(['pending', 'delivered', 'failed'] as const),
    occurredAt: Instant, madeAt: Instant, attempts: Type.Integer(), nextTryAt: nullable(Instant), lastTryAt: nullable(Instant), lastStatus: nullable(Type.Integer()), lastAnswer: Type.String(),
    deliveredAt: nullable(Instant), replays: Type.Integer(),
  },
  closed,
);
export type Delivery = Static<typeof Delivery>;

/** A message of a system as it was taken or refused. */
export const CallbackRow = Type.Object(
  {
    messageId: Type.String(), type: Type.String(), matterId: nullable(Uuid), linkId: nullable(Type.String()), officer: Type.String(), state: literals(['done', 'refused'] as const), code: nullable(Type.String()),
    receivedAt: Instant, repeats: Type.Integer(),
  },
  closed,
);
export type CallbackRow = Static<typeof CallbackRow>;

/** Why a line of a comparison needs somebody to look. */
export const differenceKinds = ['not_delivered', 'unknown_there', 'unknown_here', 'answered_only_there', 'answered_only_here', 'overdue'] as const;
export const Difference = Type.Object({ kind: literals(differenceKinds), messageId: Type.String(), number: Type.String(), matterId: nullable(Uuid), linkId: nullable(Type.String()), dueOn: nullable(LocalDate) }, closed);
export type Difference = Static<typeof Difference>;

/** Both sides of a day: the links that were sent to the system on it, and what became of them. `theirs` says whether the other side's list could be read. */
export const Reconciliation = Type.Object(
  {
    day: LocalDate, madeAt: Instant, madeBy: nullable(Person), theirs: literals(['read', 'unreachable', 'not_understood'] as const), theirsDetail: Type.String(),
    sent: Type.Integer(), acknowledged: Type.Integer(), answered: Type.Integer(), overdue: Type.Integer(), known: nullable(Type.Integer()), differences: Type.Array(Difference), more: Type.Boolean(),
  },
  closed,
);
export type Reconciliation = Static<typeof Reconciliation>;

const tag = 'backoffices';
const params = Type.Object({ backofficeId: Uuid }, closed);
const act = { commandId: CommandId, seenSeq: Type.Integer({ minimum: 1 }) };
const words = Type.String({ maxLength: 1_000 });
const reply = Type.Object({ backoffice: Backoffice }, closed);
const at = '/api/v1/backoffices/:backofficeId';

export const listBackoffices = endpoint({
  id: 'listBackoffices', method: 'GET', path: '/api/v1/backoffices', tag, summary: 'Systems of departments that take part, with their queues: all for administrators, those of their units for supervisors',
  reply: Type.Object({ backoffices: Type.Array(BackofficeRow), total: Type.Integer() }, closed),
});
export const getBackoffice = endpoint({ id: 'getBackoffice', method: 'GET', path: at, tag, summary: 'One system: its terms, what waits for a second person, and its secrets by their times', params, reply: Backoffice });
export const proposeBackoffice = endpoint({
  id: 'proposeBackoffice', method: 'POST', path: '/api/v1/backoffices', tag, status: 201, summary: 'Puts the registration of a system before a second administrator',
  body: Type.Object({ commandId: CommandId, terms: BackofficeTerms, reason: words }, closed), reply,
});
export const proposeBackofficeChange = endpoint({
  id: 'proposeBackofficeChange', method: 'POST', path: `${at}/propose-change`, tag, summary: 'Puts other terms, another secret or the end of a suspension before a second administrator', params,
  body: Type.Object({ ...act, change: Type.Union([
    Type.Object({ kind: Type.Literal('terms'), terms: BackofficeTerms }, closed),
    Type.Object({ kind: Type.Literal('secret'), keepOldHours: Type.Integer({ minimum: 0, maximum: 168 }) }, closed),
    Type.Object({ kind: Type.Literal('resume') }, closed),
  ]), reason: words }, closed), reply,
});
export const approveBackofficeChange = endpoint({
  id: 'approveBackofficeChange', method: 'POST', path: `${at}/approve`, tag, summary: 'A second administrator agrees. Where a secret is made by it, the answer carries it: this once and never again', params,
  body: Type.Object(act, closed), reply: Type.Object({ backoffice: Backoffice, secret: nullable(Type.String()) }, closed),
});
export const rejectBackofficeChange = endpoint({ id: 'rejectBackofficeChange', method: 'POST', path: `${at}/reject`, tag, summary: 'A second administrator says no, with the reason', params, body: Type.Object({ ...act, words }, closed), reply });
export const withdrawBackofficeChange = endpoint({ id: 'withdrawBackofficeChange', method: 'POST', path: `${at}/withdraw`, tag, summary: 'The proposer takes a change back', params, body: Type.Object(act, closed), reply });
export const suspendBackoffice = endpoint({
  id: 'suspendBackoffice', method: 'POST', path: `${at}/suspend`, tag, summary: 'Stops a system at once, both ways; one person is enough. Its links are handled by people, its messages wait', params, body: Type.Object({ ...act, words }, closed), reply,
});

export const listDeliveries = endpoint({
  id: 'listDeliveries', method: 'GET', path: `${at}/deliveries`, tag, summary: 'Messages to the system, the newest first, at most 200', params,
  query: Type.Object({ state: Type.Optional(literals(['pending', 'delivered', 'failed'] as const)) }, closed), reply: Type.Object({ deliveries: Type.Array(Delivery), total: Type.Integer() }, closed),
});
export const replayDeliveries = endpoint({
  id: 'replayDeliveries', method: 'POST', path: `${at}/replay`, tag, summary: 'Sends a message again under its own id, or every failed one', params,
  body: Type.Object({ deliveryId: nullable(Uuid) }, closed), reply: Type.Object({ replayed: Type.Integer() }, closed),
});
export const listCallbacks = endpoint({ id: 'listCallbacks', method: 'GET', path: `${at}/callbacks`, tag, summary: 'Messages of the system, the newest first, at most 200', params, reply: Type.Object({ callbacks: Type.Array(CallbackRow), total: Type.Integer() }, closed) });

export const listReconciliations = endpoint({ id: 'listReconciliations', method: 'GET', path: `${at}/reconciliations`, tag, summary: 'Comparisons of both sides, the newest first, at most 60', params, reply: Type.Object({ reconciliations: Type.Array(Reconciliation) }, closed) });
export const reconcile = endpoint({
  id: 'reconcile', method: 'POST', path: `${at}/reconcile`, tag, summary: 'Compares both sides for a day now; a comparison made before gives place', params,
  body: Type.Object({ day: LocalDate }, closed), reply: Type.Object({ reconciliation: Reconciliation }, closed),
});
export const exportReconciliation = endpoint({
  id: 'exportReconciliation', method: 'GET', path: `${at}/reconciliations/:day/export`, tag, summary: 'The differences of a day as CSV (RFC 4180, UTF-8 with a byte order mark)',
  params: Type.Object({ backofficeId: Uuid, day: LocalDate }, closed), produces: 'text/csv; charset=utf-8',
});

/** What every message to a system carries in `data`; the `link` of `link.*`. */
export const EventData = Type.Object(
  {
    matterId: Uuid, number: Type.String(), seq: Type.Integer(), item: Type.Object({ taskCode: Type.String(), name: Localized }, closed), areaUnit: Type.String(), status: Type.String(),
    bundle: nullable(Type.Object({ number: Type.String() }, closed)), outcome: nullable(Type.String()),
    link: nullable(Type.Object({
      linkId: Type.String(), element: Type.String(), name: Localized, kind: Type.String(), post: Type.String(), institution: Type.String(), asks: nullable(Type.String()), state: literals(['open', 'done'] as const),
    }, closed)),
    due: nullable(Due), matterDue: nullable(Due),
    /** where the particulars are fetched, by a signed GET */
    particulars: Type.String(),
  },
  closed,
);
export type EventData = Static<typeof EventData>;

const linkData = { matterId: Uuid, linkId: Type.String({ minLength: 1, maxLength: 200 }), officer: Type.String({ minLength: 1, maxLength: 40, pattern: '^[A-Za-z0-9_.-]+$', description: 'work number of the officer in the department: the person of the rule of two persons' }) };
const opinion = Type.String({ minLength: 1, maxLength: 4_000 });
const message = <const T extends string, D extends ReturnType<typeof Type.Object>>(type: T, data: D) => Type.Object({ type: Type.Literal(type), timestamp: Type.String({ maxLength: 40 }), data }, closed);

/** What a system calls back. */
export const Callback = Type.Union([
  message('link.claimed', Type.Object(linkData, closed)),
  message('link.released', Type.Object(linkData, closed)),
  message('link.completed', Type.Object({ ...linkData, result: literals(linkResults), opinion }, closed)),
  message('opinion.given', Type.Object({ ...linkData, stance: literals(stances), opinion }, closed)),
  message('procedure.asked', Type.Object({ ...linkData, ground: literals(procedureKinds), document: Type.String({ minLength: 1, maxLength: 80 }), workingDays: Type.Integer({ minimum: 1, maximum: 365 }), words: opinion }, closed)),
]);
export type Callback = Static<typeof Callback>;

/** What a callback is answered: the same for every repeat. */
export const CallbackAnswer = Type.Object({ messageId: Type.String(), matterId: Uuid, linkId: Type.String(), number: Type.String(), status: Type.String(), seq: Type.Integer(), outcome: nullable(Type.String()) }, closed);
export type CallbackAnswer = Static<typeof CallbackAnswer>;

export const receiveCallback = endpoint({
  id: 'receiveCallback', method: 'POST', path: `${at}/callbacks`, tag, signed: true, summary: 'A signed message of a system: counted once by its webhook-id. Unknown systems and wrong signatures are answered alike',
  params, body: Callback, reply: CallbackAnswer,
});

const Particulars = Type.Object({ name: Type.String(), number: Type.String(), numberKind: Type.String(), phone: nullable(Type.String()) }, closed);

/** A matter for a system with an open link in it; what its registration leaves out is null. */
export const OutsideMatter = Type.Object(
  {
    matterId: Uuid, number: Type.String(), seq: Type.Integer(), item: Type.Object({ taskCode: Type.String(), name: Localized }, closed), receivedAt: Instant, acceptedAt: nullable(Instant), areaUnit: Type.String(),
    links: Type.Array(Type.Object({ linkId: Type.String(), element: Type.String(), name: Localized, kind: Type.String(), institution: Type.String(), due: nullable(Due), question: nullable(Type.String()) }, closed)),
    applicant: nullable(Type.Object({ person: nullable(Particulars), organisation: nullable(Particulars) }, closed)),
    form: nullable(Type.Object({ answers: Type.Record(Type.String(), Type.String()), fields: Type.Record(Type.String(), Type.Unknown()) }, closed)),
    materials: nullable(Type.Array(Type.Object({
      code: Type.String(), name: Localized, form: nullable(Type.String()), grade: nullable(Type.String()),
      files: Type.Array(Type.Object({ fileId: FileId, mediaType: Type.String(), sizeBytes: Type.Integer(), name: Type.String() }, closed)),
    }, closed))),
  },
  closed,
);
export type OutsideMatter = Static<typeof OutsideMatter>;

export const getOutsideMatter = endpoint({
  id: 'getOutsideMatter', method: 'GET', path: `${at}/matters/:matterId`, tag, signed: true, summary: 'A matter with the particulars its link needs, by a signed GET; every reading is recorded',
  params: Type.Object({ backofficeId: Uuid, matterId: Uuid }, closed), reply: OutsideMatter,
});
export const getOutsideFile = endpoint({
  id: 'getOutsideFile', method: 'GET', path: `${at}/matters/:matterId/files/:fileId`, tag, signed: true, summary: 'A file of a material, by a signed GET', params: Type.Object({ backofficeId: Uuid, matterId: Uuid, fileId: FileId }, closed), produces: 'application/octet-stream',
});

/** What a system answers to our signed `GET <its address>/reconciliation?day=YYYY-MM-DD`: every `link.opened` it took on that day (Shenzhen), by the id of the message. */
export const TheirDay = Type.Object(
  { day: LocalDate, received: Type.Array(Type.Object({ messageId: Type.String({ maxLength: 120 }), number: Type.String({ maxLength: 60 }), answered: Type.Boolean() }), { maxItems: 20_000 }) },
);
export type TheirDay = Static<typeof TheirDay>;
