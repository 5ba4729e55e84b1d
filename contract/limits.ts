/** Legal limits as everybody sees them: computed dates, lights, the days behind them, and the acts that move them. Ids of docs/law in the kernel. */
import { Type, type Static } from 'typebox';
import { LimitUnit } from './catalogue.ts';
import { Localized } from './localized.ts';
import { closed, Instant, literals, LocalDate, nullable, Uuid } from './common.ts';

/** Which clock of a matter a due date belongs to. */
export const matterLimitKinds = ['notice', 'correction', 'statutory', 'promised', 'link', 'special', 'deferred', 'promise_check', 'service'] as const;

/** ● ▲ ■ ‖ while it runs; met or missed once it is over. Computed when asked, never stored. */
export const limitLights = ['green', 'yellow', 'red', 'paused', 'met', 'missed'] as const;
export const LimitLight = literals(limitLights);
export type LimitLight = Static<typeof LimitLight>;

/** A due date as everybody sees it: computed, explained. */
export const Due = Type.Object(
  {
    limitId: Type.String(),
    limit: literals(matterLimitKinds),
    amount: Type.Integer(),
    unit: LimitUnit,
    startedAt: Instant,
    dueOn: LocalDate,
    /** the last moment in time; the next millisecond is late */
    dueAt: Instant,
    /** working days left; negative when late; null when stopped or met */
    remaining: nullable(Type.Integer()),
    light: LimitLight,
    /** day on which a stopped clock goes on at the latest; null while it runs */
    pausedUntil: nullable(LocalDate),
    endedAt: nullable(Instant),
    provisional: Type.Boolean(),
    explanation: Localized,
  },
  closed,
);
export type Due = Static<typeof Due>;

/** What a day is to a clock; words and signs in contract/messages/limits.ts. */
export const stripStates = ['start', 'counted', 'swapped_in', 'weekend', 'holiday', 'closure', 'paused', 'moved', 'moved_to'] as const;

/** One cell of the strip of days: one day, or a run of equal days in a long one. In order they cover every day from the start to the due day once. */
export const StripDay = Type.Object(
  {
    day: LocalDate, to: LocalDate, days: Type.Integer(), weekends: Type.Integer(), state: literals(stripStates), name: nullable(Localized),
    pauseId: nullable(Type.String()), n: nullable(Type.Integer()), due: Type.Boolean(),
  },
  closed,
);
export type StripDay = Static<typeof StripDay>;

/** A due date with its strip of days: where one matter is looked at, never in lists. */
export const ExplainedDue = Type.Object({ ...Due.properties, strip: Type.Array(StripDay) }, closed);
export type ExplainedDue = Static<typeof ExplainedDue>;

/** Grounds of a special procedure (行政许可法 45), and two that other laws name. */
export const procedureKinds = ['hearing', 'tender', 'auction', 'inspection', 'testing', 'quarantine', 'appraisal', 'expert_review', 'public_notice', 'other_by_law'] as const;

const documentNumber = Type.String({ minLength: 1, maxLength: 80, description: 'number of the written notice to the applicant' });
const wholeDays = Type.Integer({ minimum: 1, maximum: 365 });

/** What may be proposed on the limits of a matter; a second person approves. Lengths are working days. */
export const LimitActBody = Type.Union([
  Type.Object({ type: Type.Literal('special'), ground: literals(procedureKinds), document: documentNumber, announcedWorkingDays: wholeDays }, closed),
  Type.Object({ type: Type.Literal('prolong'), pauseId: Uuid, document: documentNumber, byWorkingDays: wholeDays }, closed),
  Type.Object({ type: Type.Literal('end'), pauseId: Uuid, document: documentNumber }, closed),
  Type.Object({ type: Type.Literal('extend'), document: documentNumber, byWorkingDays: wholeDays }, closed),
]);
export type LimitActBody = Static<typeof LimitActBody>;

/** A proposed act with both persons: who proposed, who decided. The applicant sees offices, not names. */
export const LimitProposalView = Type.Object(
  {
    proposalId: Uuid, type: literals(['special', 'prolong', 'end', 'extend'] as const), ground: nullable(literals(procedureKinds)), document: Type.String(), workingDays: nullable(Type.Integer()), pauseId: nullable(Type.String()),
    words: Type.String(), proposedAt: Instant, proposedByName: Type.String(), proposedByUnit: nullable(Localized), outcome: literals(['open', 'approved', 'rejected'] as const),
    decidedAt: nullable(Instant), decidedByName: Type.String(), decidedByUnit: nullable(Localized), decisionWords: Type.String(),
    /** what the caller may do with it now */
    mayDecide: Type.Boolean(),
  },
  closed,
);
export type LimitProposalView = Static<typeof LimitProposalView>;
