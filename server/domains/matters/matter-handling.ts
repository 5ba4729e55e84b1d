import type { Id } from '../../kernel/ids.ts';
import type { SetClock } from './matter-limit.ts';

/** How an office asked for its opinion (征求意见) stands to the matter. */
export type Stance = 'agree' | 'agree_on_conditions' | 'disagree' | 'no_remark';

/** What handling adds to a link beside taking and ending it. */
export interface HandlingFacts {
  /** from one person to another of the same post and office; the reason lies sealed */
  readonly link_handed_over: { readonly linkId: string; readonly from: Id; readonly to: Id; /** whom the person who handed it over stood in for */ readonly standIn?: Id };
  /** another office is asked for its opinion: a link of its own, with its own limit, that `asks` on behalf of a link */
  readonly consultation_asked: { readonly linkId: string; readonly asks: string; readonly institution: string; readonly clock: SetClock; readonly standIn?: Id };
  readonly consultation_answered: { readonly linkId: string; readonly staffId: Id; readonly stance: Stance; readonly standIn?: Id };
  /** no longer asked for, and who had it sees that it is gone; or its limit passed without an answer and the link it was asked for has ended */
  readonly consultation_recalled: { readonly linkId: string; readonly unanswered?: true; readonly standIn?: Id };
}
