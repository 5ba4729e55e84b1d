import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import { endLimits, limitOf, type SetClock } from './matter-limit.ts';
import type { Link, Matter } from './matter.ts';

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

type HandlingKind = keyof HandlingFacts;
/** A fact of handling, as `MatterFact` has it. */
export type HandlingFact = { readonly [Kind in HandlingKind]: { readonly kind: Kind; readonly at: Instant; readonly content: HandlingFacts[Kind] } }[HandlingKind];

/** The matter after a hand-over, or a step of asking another office. */
export function evolveHandling(matter: Matter, fact: HandlingFact): Matter {
  switch (fact.kind) {
    case 'link_handed_over':
      return { ...matter, links: changed(matter, fact.content.linkId, { claimedBy: fact.content.to, claimedAt: fact.at }) };
    case 'consultation_asked': {
      const { linkId, asks, institution, clock } = fact.content;
      const asking = matter.links.find((one) => one.linkId === asks);
      return {
        ...matter,
        links: [...matter.links, {
          linkId, element: asking?.element ?? '', kind: 'consult', post: 'officer', institution, openedAt: fact.at, claimedBy: null, claimedAt: null, doneAt: null, doneBy: null, action: null, asks,
        }],
        limits: [...matter.limits, limitOf('link', `link:${linkId}`, clock, matter.calendar)],
      };
    }
    case 'consultation_answered':
      return { ...matter, links: changed(matter, fact.content.linkId, { doneAt: fact.at, doneBy: fact.content.staffId, action: fact.content.stance }), limits: ended(matter, fact.content.linkId, fact.at, 'met') };
    case 'consultation_recalled':
      return { ...matter, links: changed(matter, fact.content.linkId, { doneAt: fact.at, action: fact.content.unanswered ? 'unanswered' : 'recalled' }), limits: ended(matter, fact.content.linkId, fact.at, 'void') };
  }
}

const changed = (matter: Matter, linkId: string, change: Partial<Link>): readonly Link[] => matter.links.map((link) => (link.linkId === linkId ? { ...link, ...change } : link));
const ended = (matter: Matter, linkId: string, at: Instant, ending: 'met' | 'void') => endLimits(matter.limits, (one) => one.limitId === `link:${linkId}`, at, ending);
