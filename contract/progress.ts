/** What everybody may look up with a number and its check code: how far a matter is, and whether a result is genuine. */
import { Type, type Static } from 'typebox';
import { closed, FileId, Instant, literals, LocalDate, nullable } from './common.ts';
import { endpoint } from './endpoint.ts';
import { Due, ExplainedDue, LimitProposalView } from './limits.ts';
import { Localized } from './localized.ts';
import { MatterStatus } from './matter-status.ts';

export const outcomes = ['granted', 'refused'] as const;

/** How a step stands; `skipped` did not become necessary, `stopped` will not take place because the matter has ended. */
export const stepStates = ['done', 'now', 'next', 'stopped', 'skipped'] as const;
/** One of several offices that do a step side by side. */
export const StepBranch = Type.Object(
  { code: Type.String(), name: Localized, unitName: nullable(Localized), state: literals(stepStates), startedAt: nullable(Instant), doneAt: nullable(Instant), due: nullable(Due), outcome: nullable(Type.String()) },
  closed,
);
export type StepBranch = Static<typeof StepBranch>;
/** Something within a step: an opinion asked of another office (`asked`, answered by the day; `answered`), or a day on which the office looks again (`looks_again`). */
export const StepNote = Type.Object({ kind: literals(['asked', 'answered', 'looks_again'] as const), unitName: nullable(Localized), at: Instant, dueOn: nullable(LocalDate) }, closed);
export type StepNote = Static<typeof StepNote>;

/** One step of the progress as a resident sees it: names a unit, dates, never a bare "processing". */
export const Step = Type.Object(
  {
    code: Type.String(), name: Localized, unitName: nullable(Localized), state: literals(stepStates),
    startedAt: nullable(Instant), doneAt: nullable(Instant), due: nullable(Due), outcome: nullable(Type.String()),
    /** of a step that several offices do side by side: each with its own dates */
    branches: Type.Optional(Type.Array(StepBranch)),
    /** what else happens in it: another office was asked for its opinion, a day on which the office looks again */
    notes: Type.Optional(Type.Array(StepNote)),
    /** of a part of a bundle: its number */
    number: Type.Optional(Type.String()),
  },
  closed,
);
export type Step = Static<typeof Step>;

/** Public progress: no personal data. */
export const Progress = Type.Object(
  {
    number: Type.String(), itemName: Localized, status: MatterStatus, receivedAt: Instant, acceptingUnitName: Localized, handlingUnitName: nullable(Localized),
    steps: Type.Array(Step), dues: Type.Array(ExplainedDue), outcome: nullable(literals(outcomes)), completedAt: nullable(Instant), deemed: Type.Boolean(),
    /** approved acts on limits, with both offices; without anybody's words or names */
    proposals: Type.Array(LimitProposalView),
  },
  closed,
);
export type Progress = Static<typeof Progress>;
export const getProgress = endpoint({
  id: 'getProgress', method: 'GET', path: '/api/v1/progress', tag: 'public', summary: 'Steps and dates of a matter for receipt number + check code; unknown and wrong answer alike',
  query: Type.Object({ number: Type.String({ maxLength: 40 }), code: Type.String({ maxLength: 12 }) }, closed), reply: Progress,
});
export const verifyResult = endpoint({
  id: 'verifyResult', method: 'GET', path: '/api/v1/results/:resultNumber', tag: 'public', summary: 'Whether a result paper is genuine: number + check code; no personal data but the masked holder',
  params: Type.Object({ resultNumber: Type.String({ maxLength: 40 }) }, closed), query: Type.Object({ code: Type.String({ maxLength: 12 }) }, closed),
  reply: Type.Object({ resultNumber: Type.String(), itemName: Localized, resultName: Localized, outcome: literals(outcomes), holderMasked: Type.String(), issuedAt: Instant, unitName: Localized, validTo: nullable(LocalDate),
    /** SHA-256 of the paper that was kept; null while it is only drawn on demand */
    fileHash: nullable(FileId),
    /** when the result was taken back (撤销); null while it stands */
    revokedAt: nullable(Instant) }, closed),
});
