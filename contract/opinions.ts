/** What the offices that take part say of a matter (联办 and 征求意见), side by side for who decides. */
import { Type, type Static } from 'typebox';
import { closed, Instant, InstitutionCode, literals, nullable } from './common.ts';
import { Localized } from './localized.ts';

/** How an office asked for its opinion stands to the matter. */
export const stances = ['agree', 'agree_on_conditions', 'disagree', 'no_remark'] as const;
export const Stance = literals(stances);
export type Stance = Static<typeof Stance>;

/** What one office came to: the finding of a link of the process, or its stance where it was asked; `unanswered` where its time passed and the link went on without it. */
export const OpinionView = Type.Object(
  {
    linkId: Type.String(), kind: literals(['review', 'visit', 'inspect', 'consult'] as const), name: Localized, institution: InstitutionCode, institutionName: Localized,
    answer: literals(['passed', 'failed', ...stances, 'unanswered'] as const), words: nullable(Type.String()), at: Instant, byName: Type.String(),
    /** the absent colleague whom the person stood in for */
    forName: nullable(Type.String()),
    /** an older answer to what was asked again: kept, and no longer counted */
    superseded: Type.Boolean(),
  },
  closed,
);
export type OpinionView = Static<typeof OpinionView>;
