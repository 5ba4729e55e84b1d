import type { Instant } from '../../kernel/instant.ts';
import { endLimits, limitOf } from './matter-limit.ts';
import type { Link, Matter } from './matter.ts';
import type { HandlingFacts } from './matter-handling.ts';

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
