/** Who looked: 显示 reveal, 查看记录 access log, 异常查看 signal, and what the audit administrator sees of them (C-PR-3, C-PR-7, C-PR-8). */
import { Type, type Static } from 'typebox';
import { closed, InstitutionCode, Instant, literals, LocalDate, nullable, Uuid } from './common.ts';
import { endpoint } from './endpoint.ts';
import { Localized } from './localized.ts';

/** Fields of a party that stay masked until somebody reveals them. */
export const revealFields = ['name', 'number', 'phone'] as const;
export type RevealField = (typeof revealFields)[number];
/** Whose: the person who applied, or the organisation he applied for. */
export const revealParties = ['applicant', 'organisation'] as const;
/** What for. The person reads it in the list of who looked. */
export const revealPurposes = ['check_identity', 'contact', 'compare_material', 'deliver', 'verify_with_department'] as const;
export type RevealPurpose = (typeof revealPurposes)[number];

/** What was looked at, as the person is told; `other` where this release has no word for the act. */
export const lookedAt = ['file', 'material', 'paper', 'standing', 'history', 'proof', 'search_by_number', 'registration', 'evaluation', 'contact', 'back_trace', 'field', 'access_records', 'other'] as const;
/** Who looked: staff, a department's own system, the auditors, this system itself, or another person. */
export const lookers = ['staff', 'outside_system', 'audit', 'system', 'resident'] as const;

/** One entry of a person's access log: the office and the post, never a name (C-PR-7). */
export const AccessEntry = Type.Object(
  {
    recordId: Uuid, at: Instant, by: literals(lookers), officeName: nullable(Localized), role: nullable(Type.String()),
    what: literals(lookedAt), field: nullable(literals(revealFields)), purpose: nullable(literals(revealPurposes)), matterId: nullable(Uuid), matterNumber: nullable(Type.String()),
  },
  closed,
);
export type AccessEntry = Static<typeof AccessEntry>;

/** What is asked about in a signal. */
export const signalKinds = ['no_case', 'same_surname', 'colleague', 'himself', 'at_night', 'over_usual', 'sample'] as const;
export type SignalKind = (typeof signalKinds)[number];
export const signalStates = ['open', 'explained', 'handed_on'] as const;

/** A signal as the audit administrator sees it: who, on which day, how much; nothing of a case. */
export const Signal = Type.Object(
  {
    signalId: Uuid, kind: literals(signalKinds), staffId: Uuid, staffName: Type.String(), onDay: LocalDate, counted: Type.Integer(), usual: nullable(Type.Number()), foundAt: Instant,
    state: literals(signalStates), decidedByName: nullable(Type.String()), decidedAt: nullable(Instant), note: Type.String(),
  },
  closed,
);
export type Signal = Static<typeof Signal>;

/** An access record as an auditor sees it: the person's name and the record's ids, never what was read. */
export const AuditRecord = Type.Object(
  { recordId: Uuid, at: Instant, byKind: Type.String(), byId: Type.String(), byName: Type.String(), officeName: nullable(Localized), act: Type.String(), fields: Type.String(), outcome: Type.String(), subjectId: Uuid },
  closed,
);
export type AuditRecord = Static<typeof AuditRecord>;

/** Grounds on which entries are shown later. */
export const delayGrounds = ['criminal', 'discipline', 'security'] as const;
const proposalStates = ['proposed', 'approved', 'refused'] as const;

/** A delay of entries, proposed by one of security and audit administrator and decided by one of the other kind. */
export const Delay = Type.Object(
  {
    delayId: Uuid, institution: InstitutionCode, institutionName: Localized, ground: literals(delayGrounds), reference: Type.String(), fromAt: Instant, untilAt: Instant,
    proposedByName: Type.String(), proposedAt: Instant, state: literals(proposalStates), decidedByName: nullable(Type.String()), decidedAt: nullable(Instant), mayDecide: Type.Boolean(),
  },
  closed,
);
export type Delay = Static<typeof Delay>;

/** What may be taken out: readings, or acts done. */
export const exportKinds = ['readings', 'acts'] as const;
/** From this many rows on a second person agrees. */
export const exportAlone = 100;
/** An export asked for. */
export const AuditExport = Type.Object(
  {
    exportId: Uuid, kind: literals(exportKinds), fromOn: LocalDate, toOn: LocalDate, staffId: nullable(Uuid), staffName: nullable(Type.String()), reason: Type.String(), counted: Type.Integer(),
    proposedByName: Type.String(), proposedAt: Instant, state: literals(proposalStates), decidedByName: nullable(Type.String()), decidedAt: nullable(Instant), mayDecide: Type.Boolean(), mayTake: Type.Boolean(),
  },
  closed,
);
export type AuditExport = Static<typeof AuditExport>;

const tag = 'access-log';
const cursor = Type.String({ pattern: '^[12]\\d{3}-\\d{2}-\\d{2}T[\\d:.]+Z_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });
const reasonWords = Type.String({ minLength: 4, maxLength: 300, pattern: '\\S' });

export const reveal = endpoint({
  id: 'reveal', method: 'POST', path: '/api/v1/matters/:matterId/reveal', tag, summary: 'Shows one masked field of the person of a matter one handles; recorded, and seen by that person',
  params: Type.Object({ matterId: Uuid }, closed), body: Type.Object({ party: literals(revealParties), field: literals(revealFields), purpose: literals(revealPurposes) }, closed),
  reply: Type.Object({ field: literals(revealFields), value: nullable(Type.String()), recordId: Uuid }, closed),
});
export const myAccessLog = endpoint({
  id: 'myAccessLog', method: 'GET', path: '/api/v1/me/access-log', tag, summary: 'Who looked at my information: office, post, when, what, what for, in which matter',
  query: Type.Object({ before: Type.Optional(cursor) }, closed), reply: Type.Object({ entries: Type.Array(AccessEntry), next: nullable(Type.String()), }, closed),
});
export const myAccessLogCsv = endpoint({ id: 'myAccessLogCsv', method: 'GET', path: '/api/v1/me/access-log.csv', tag, summary: 'The same as a file, the newest two thousand', produces: 'text/csv' });
export const countDelayed = endpoint({
  id: 'countDelayed', method: 'GET', path: '/api/v1/access-log/delayed', tag, summary: 'How many entries of access logs are shown later because of an investigation: a public number',
  reply: Type.Object({ entries: Type.Integer(), delays: Type.Integer(), asOf: Instant }, closed),
});

export const listSignals = endpoint({
  id: 'listSignals', method: 'GET', path: '/api/v1/audit/signals', tag, summary: 'What was noticed of readings, newest first',
  query: Type.Object({ state: Type.Optional(literals(signalStates)) }, closed), reply: Type.Object({ signals: Type.Array(Signal), total: Type.Integer(), open: Type.Integer() }, closed),
});
export const signalRecords = endpoint({
  id: 'signalRecords', method: 'GET', path: '/api/v1/audit/signals/:signalId/records', tag, summary: 'The access records a signal was made from',
  params: Type.Object({ signalId: Uuid }, closed), reply: Type.Object({ records: Type.Array(AuditRecord), total: Type.Integer() }, closed),
});
export const decideSignal = endpoint({
  id: 'decideSignal', method: 'POST', path: '/api/v1/audit/signals/:signalId/decide', tag, summary: 'Says what came of a signal: explained, or handed on',
  params: Type.Object({ signalId: Uuid }, closed), body: Type.Object({ state: literals(['explained', 'handed_on']), note: reasonWords }, closed), reply: Signal,
});
export const searchAccess = endpoint({
  id: 'searchAccess', method: 'POST', path: '/api/v1/audit/search', tag, summary: 'Access records of a person by the exact number, or of a member of staff by login; the search is recorded',
  body: Type.Object({ number: Type.Optional(Type.String({ minLength: 4, maxLength: 60 })), login: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })), fromOn: LocalDate, toOn: LocalDate }, closed),
  reply: Type.Object({ found: Type.Boolean(), records: Type.Array(AuditRecord), total: Type.Integer() }, closed),
});
export const listDelays = endpoint({ id: 'listDelays', method: 'GET', path: '/api/v1/audit/delays', tag, summary: 'Delayed entries: asked for, agreed, refused', reply: Type.Object({ delays: Type.Array(Delay) }, closed) });
export const proposeDelay = endpoint({
  id: 'proposeDelay', method: 'POST', path: '/api/v1/audit/delays', tag, status: 201, summary: 'Asks that readings by one institution be shown to a person later, at most twelve months',
  body: Type.Object({ number: Type.String({ minLength: 4, maxLength: 60 }), institution: InstitutionCode, ground: literals(delayGrounds), reference: Type.String({ minLength: 4, maxLength: 80, pattern: '\\S' }), untilOn: LocalDate }, closed), reply: Delay,
});
export const decideDelay = endpoint({
  id: 'decideDelay', method: 'POST', path: '/api/v1/audit/delays/:delayId/decide', tag, summary: 'Agrees to a delay or refuses it: an administrator of the other kind',
  params: Type.Object({ delayId: Uuid }, closed), body: Type.Object({ agree: Type.Boolean() }, closed), reply: Delay,
});
export const listExports = endpoint({ id: 'listExports', method: 'GET', path: '/api/v1/audit/exports', tag, summary: 'Exports asked for, newest first', reply: Type.Object({ exports: Type.Array(AuditExport) }, closed) });
export const proposeExport = endpoint({
  id: 'proposeExport', method: 'POST', path: '/api/v1/audit/exports', tag, status: 201, summary: 'Asks for an export of access records; above a hundred rows somebody else agrees first',
  body: Type.Object({ kind: literals(exportKinds), fromOn: LocalDate, toOn: LocalDate, login: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })), reason: reasonWords }, closed), reply: AuditExport,
});
export const decideExport = endpoint({
  id: 'decideExport', method: 'POST', path: '/api/v1/audit/exports/:exportId/decide', tag, summary: 'Agrees to an export or refuses it: never who asked for it',
  params: Type.Object({ exportId: Uuid }, closed), body: Type.Object({ agree: Type.Boolean() }, closed), reply: AuditExport,
});
const onExport = Type.Object({ exportId: Uuid }, closed);
export const takeExportCsv = endpoint({ id: 'takeExportCsv', method: 'POST', path: '/api/v1/audit/exports/:exportId/csv', tag, summary: 'An agreed export as a file with its watermark; the taking is recorded', params: onExport, produces: 'text/csv' });
export const takeExportLines = endpoint({ id: 'takeExportLines', method: 'POST', path: '/api/v1/audit/exports/:exportId/json-lines', tag, summary: 'The same as JSON Lines, the watermark in the first line', params: onExport, produces: 'text/plain' });
