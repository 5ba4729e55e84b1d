/** Changes of the installation's keys: proposed by one security administrator, approved by another, carried out once on the machine. */
import { Type, type Static } from 'typebox';
import { closed, CommandId, Instant, literals, nullable, Uuid } from './common.ts';
import { endpoint } from './endpoint.ts';

const tag = 'keys';

export const keyChangeKinds = ['rotate', 'retire', 'split'] as const;
/** `expired`: approved, and not used in time. `begun`: the program on the machine has begun and not yet finished. */
export const keyChangeStatuses = ['proposed', 'approved', 'expired', 'begun', 'done', 'rejected', 'withdrawn'] as const;
export const keyChangeActs = ['approve', 'reject', 'withdraw'] as const;

/** What is to be done: a new key-encryption key; an old version taken away; new recovery shares. */
export const KeyTask = Type.Union([
  Type.Object({ kind: Type.Literal('rotate') }, closed),
  Type.Object({ kind: Type.Literal('retire'), version: Type.Integer({ minimum: 1, maximum: 999_999_999 }) }, closed),
  Type.Object({ kind: Type.Literal('split'), into: Type.Integer({ minimum: 2, maximum: 10 }), need: Type.Integer({ minimum: 2, maximum: 10 }) }, closed),
]);
export type KeyTask = Static<typeof KeyTask>;

const Person = Type.Object({ staffId: Uuid, name: Type.String() }, closed);

/** A change, whole: what, why, both persons, and what came of it. Never a key. */
export const KeyChange = Type.Object(
  {
    changeId: Uuid, seq: Type.Integer(), task: KeyTask, status: literals(keyChangeStatuses), reason: Type.String(), words: nullable(Type.String()),
    /** null: the operator of the machine, before there was any security administrator */
    proposedBy: nullable(Person), proposedAt: Instant, decidedBy: nullable(Person), decidedAt: nullable(Instant),
    /** decided by one, when there was no second security administrator yet; shown for ever */
    founding: Type.Boolean(),
    usableUntil: nullable(Instant), begunAt: nullable(Instant), doneAt: nullable(Instant),
    result: nullable(Type.Object({ version: Type.Integer(), fingerprint: Type.String(), set: nullable(Type.String()), host: Type.String() }, closed)),
    allowed: Type.Array(literals(keyChangeActs)),
  },
  closed,
);
export type KeyChange = Static<typeof KeyChange>;

/** The keys in use, as far as that is no secret. */
export const KeysInUse = Type.Object({ fingerprint: Type.String(), mode: Type.String(), current: Type.Integer(), versions: Type.Array(Type.Integer()) }, closed);
export type KeysInUse = Static<typeof KeysInUse>;

const params = Type.Object({ changeId: Uuid }, closed);
const act = { commandId: CommandId, seenSeq: Type.Integer({ minimum: 1 }) };
const answer = Type.Object({ change: KeyChange }, closed);

export const listKeyChanges = endpoint({
  id: 'listKeyChanges', method: 'GET', path: '/api/v1/key-changes', tag, summary: 'Changes of the keys, those that wait first, then the newest, at most 200; how many wait, whether one decides alone, and which keys are in use',
  reply: Type.Object({ changes: Type.Array(KeyChange), total: Type.Integer(), waiting: Type.Integer(), /** waiting for the caller's own decision */ forMe: Type.Integer(), founding: Type.Boolean(), mayPropose: Type.Boolean(), keys: KeysInUse }, closed),
});
export const getKeyChange = endpoint({ id: 'getKeyChange', method: 'GET', path: '/api/v1/key-changes/:changeId', tag, summary: 'One change of the keys', params, reply: KeyChange });
export const proposeKeyChange = endpoint({
  id: 'proposeKeyChange', method: 'POST', path: '/api/v1/key-changes', tag, status: 201, summary: 'Puts a new key, the end of an old one or new recovery shares before a second security administrator',
  body: Type.Object({ commandId: CommandId, task: KeyTask, reason: Type.String({ maxLength: 500 }) }, closed), reply: answer,
});
export const approveKeyChange = endpoint({
  id: 'approveKeyChange', method: 'POST', path: '/api/v1/key-changes/:changeId/approve', tag, summary: 'A second security administrator agrees: the operator can carry it out once, within 24 hours',
  params, body: Type.Object(act, closed), reply: answer,
});
export const rejectKeyChange = endpoint({
  id: 'rejectKeyChange', method: 'POST', path: '/api/v1/key-changes/:changeId/reject', tag, summary: 'A second security administrator says no, with the reason',
  params, body: Type.Object({ ...act, words: Type.String({ maxLength: 500 }) }, closed), reply: answer,
});
export const withdrawKeyChange = endpoint({
  id: 'withdrawKeyChange', method: 'POST', path: '/api/v1/key-changes/:changeId/withdraw', tag, summary: 'The proposer takes it back, as long as nobody has begun it', params, body: Type.Object(act, closed), reply: answer,
});
