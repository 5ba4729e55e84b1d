/** Proofs that a record stands in the log of facts: for the person concerned, and how the logs are, for who runs the installation. */
import { Type, type Static } from 'typebox';
import { closed, Instant, literals, nullable, Uuid } from './common.ts';
import { endpoint } from './endpoint.ts';

/** One record of a matter in the log: its leaf hash (hex), and where it stands once a signed checkpoint is over it. */
export const ProvenRecord = Type.Object(
  {
    seq: Type.Integer({ minimum: 1 }),
    /** which fact, as in the history */
    kind: Type.String(),
    at: Instant,
    hash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    state: literals(['waiting', 'included'] as const),
    /** from 0 */
    index: nullable(Type.Integer({ minimum: 0 })),
    /** entries of the log when it was signed, and when */
    size: nullable(Type.Integer({ minimum: 1 })),
    signedAt: nullable(Instant),
    /** how many witnesses signed, and whether these are enough by the installation's own policy */
    witnesses: Type.Integer({ minimum: 0 }),
    isWitnessed: Type.Boolean(),
  },
  closed,
);
export type ProvenRecord = Static<typeof ProvenRecord>;

/** What is proven of a matter; `acceptance` is the signed promise given at filing. */
export const MatterProof = Type.Object({ matterId: Uuid, acceptance: Type.String(), records: Type.Array(ProvenRecord) }, closed);
export type MatterProof = Static<typeof MatterProof>;

export const getProof = endpoint({
  id: 'getProof', method: 'GET', path: '/api/v1/matters/:matterId/proof', tag: 'ledger',
  summary: 'Which records of one’s own matter stand in the public log, and where', params: Type.Object({ matterId: Uuid }, closed), reply: MatterProof,
});
export const getProofFile = endpoint({
  id: 'getProofFile', method: 'GET', path: '/api/v1/matters/:matterId/proof/:seq', tag: 'ledger', produces: 'text/plain',
  summary: 'The inclusion receipt of one record (C2SP tlog-proof@v1) with the record itself, for whom it concerns; anybody can check it without us',
  params: Type.Object({ matterId: Uuid, seq: Type.Integer({ minimum: 1, maximum: 1_000_000 }) }, closed),
});

/** How a log is. */
export const LogState = Type.Object(
  {
    log: literals(['cases', 'access'] as const),
    origin: Type.String(),
    size: Type.Integer({ minimum: 0 }),
    /** without a place yet, counted up to 100,000 */
    waiting: Type.Integer({ minimum: 0 }),
    checkpoint: nullable(Type.Object({ size: Type.Integer(), signedAt: Instant, witnesses: Type.Integer() }, closed)),
    witnessesAsked: Type.Integer({ minimum: 0 }),
    /** why nothing is signed under this origin any more */
    stoppedWhy: nullable(Type.String()),
    stoppedAt: nullable(Instant),
    /** what is wrong at the moment: code and name */
    faults: Type.Array(Type.Object({ code: Type.String(), name: Type.String() }, closed)),
  },
  closed,
);
export type LogState = Static<typeof LogState>;

export const getLedger = endpoint({
  id: 'getLedger', method: 'GET', path: '/api/v1/ledger', tag: 'ledger',
  summary: 'How the logs of facts and of accesses are: sizes, newest signed checkpoint, witnesses, faults', reply: Type.Object({ logs: Type.Array(LogState) }, closed),
});
