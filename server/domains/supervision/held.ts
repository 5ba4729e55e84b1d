/** Who held a matter when: the open links and their claimants over time, folded from the facts. Pure. */
import type { Instant } from '../../kernel/instant.ts';
import type { SeenFact } from './seen.ts';

/** A span in which somebody had claimed a link; `to` null while it lasts. */
interface Claim {
  readonly staffId: string;
  readonly from: Instant;
  readonly to: Instant | null;
}

/** A link with its life and its claims. */
export interface HeldLink {
  readonly linkId: string;
  readonly element: string;
  readonly institution: string;
  readonly openedAt: Instant;
  readonly doneAt: Instant | null;
  readonly doneBy: string | null;
  readonly claims: readonly Claim[];
}

/** The links in the order they were opened. */
export function heldLinks(facts: readonly SeenFact[]): readonly HeldLink[] {
  const links = new Map<string, HeldLink>();
  const change = (linkId: string, how: (link: HeldLink) => HeldLink): void => {
    const link = links.get(linkId);
    if (link) links.set(linkId, how(link));
  };
  for (const fact of facts) {
    if (fact.kind === 'link_opened') {
      const { linkId, element, institution, clock } = fact.content;
      // Silence that was recorded late: the link is open from the moment the silence was over (L-013), whenever somebody wrote it down.
      const openedAt = clock !== null && clock.startedAt < fact.at ? clock.startedAt : fact.at;
      links.set(linkId, { linkId, element, institution, openedAt, doneAt: null, doneBy: null, claims: [] });
    }
    if (fact.kind === 'link_claimed') change(fact.content.linkId, (link) => ({ ...link, claims: [...endClaim(link.claims, fact.at), { staffId: fact.content.staffId, from: fact.at, to: null }] }));
    if (fact.kind === 'link_released') change(fact.content.linkId, (link) => ({ ...link, claims: endClaim(link.claims, fact.at) }));
    if (fact.kind === 'link_completed') change(fact.content.linkId, (link) => ({ ...link, doneAt: fact.at, doneBy: fact.content.staffId, claims: endClaim(link.claims, fact.at) }));
  }
  return [...links.values()];
}

const endClaim = (claims: readonly Claim[], at: Instant): readonly Claim[] => claims.map((claim) => (claim.to === null ? { ...claim, to: at } : claim));

/**
 * The link that held the matter up at a moment: of those open then, the one that ended last (one still open ends latest of all), the earlier opened
 * where two ended together. A moment belongs to the span that ends with it. Undefined between links.
 */
export function holderAt(links: readonly HeldLink[], at: Instant): HeldLink | undefined {
  let holder: HeldLink | undefined;
  for (const link of links) {
    if (link.openedAt >= at || (link.doneAt !== null && link.doneAt < at)) continue;
    if (!holder || (holder.doneAt !== null && (link.doneAt === null || link.doneAt > holder.doneAt))) holder = link;
  }
  return holder;
}

/** Who had claimed the link at a moment; null for nobody. */
export function claimantAt(link: HeldLink, at: Instant): string | null {
  return link.claims.findLast((claim) => claim.from < at && (claim.to === null || claim.to >= at))?.staffId ?? null;
}
