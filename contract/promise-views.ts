/** What was promised with an application, as its file shows it: facts vouched for (告知承诺), and a result taken back (撤销). */
import { Type, type Static } from 'typebox';
import { closed, Instant, literals, LocalDate, nullable, Uuid } from './common.ts';
import { Due } from './limits.ts';
import { Localized } from './localized.ts';

const until = Type.Object({ until: LocalDate, number: Type.String() }, closed);

/** What an applicant is not offered now (L-016): until when, and the number of the matter in which a promise of his was broken, or a deferred material missed. */
export const Withheld = Type.Object({ promise: nullable(until), deferral: nullable(until) }, closed);
export type Withheld = Static<typeof Withheld>;

/** One promise of a matter. `kept` null: not looked into yet; `due`: until when it is. */
export const PromiseView = Type.Object(
  { materialCode: Type.String(), name: Localized, promiseText: Localized, affirmedBy: nullable(Type.String()), kept: nullable(Type.Boolean()), words: nullable(Type.String()), due: nullable(Due) },
  closed,
);
export type PromiseView = Static<typeof PromiseView>;

/** Why a broken or missed word is to count no longer. */
export const repairReasons = ['made_good', 'beyond_control', 'recorded_wrongly'] as const;

/** A proposal to repair a word, with both persons; the applicant sees what was decided, without names and words. */
export const RepairView = Type.Object(
  {
    proposalId: Uuid, materialCode: Type.String(), name: Localized, reason: literals(repairReasons), document: Type.String(), words: Type.String(), proposedAt: Instant, proposedByName: Type.String(),
    outcome: literals(['open', 'approved', 'rejected'] as const), decidedAt: nullable(Instant), decidedByName: Type.String(), decisionWords: Type.String(),
    /** what the caller may do with it now */
    mayDecide: Type.Boolean(),
  },
  closed,
);
export type RepairView = Static<typeof RepairView>;

/** Taking a result back (撤销), with both persons: who proposed, who decided. */
export const RevocationView = Type.Object(
  {
    proposalId: Uuid, ground: literals(['promise_broken', 'deferred_not_handed_in'] as const), materials: Type.Array(Type.Object({ materialCode: Type.String(), name: Localized }, closed)), words: Type.String(),
    proposedAt: Instant, proposedByName: Type.String(), outcome: literals(['open', 'approved', 'rejected'] as const), decidedAt: nullable(Instant), decidedByName: Type.String(), decisionWords: Type.String(),
    /** what the caller may do with it now */
    mayDecide: Type.Boolean(),
  },
  closed,
);
export type RevocationView = Static<typeof RevocationView>;

