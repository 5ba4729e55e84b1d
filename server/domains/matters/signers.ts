import type { Id } from '../../kernel/ids.ts';
import type { Link, Matter } from './matter.ts';

/** Who did a link, and whom that person stood in for: for the rule of two persons both have acted. While it is open, who has it. */
export const personsOf = (link: Link): readonly Id[] => [...new Set([link.doneBy, link.claimedBy].filter((one): one is Id => one !== null))];

/**
 * Who must not have a link in hand (rule of this product: who proposes never approves, and nobody signs twice). For an approval the persons of the newest proposal
 * and of every other approval after it, open or done; for an opinion asked for, whoever has the link it is asked for. Nobody for other links.
 */
export function barredFrom(matter: Matter, link: Link): readonly Id[] {
  if (link.kind === 'consult') return matter.links.filter((one) => one.linkId === link.asks).flatMap(personsOf);
  if (link.kind !== 'approve') return [];
  const proposal = matter.links.findLastIndex((one) => one.kind === 'decide' && one.doneAt !== null);
  const round = matter.links.slice(Math.max(0, proposal)).filter((one) => one.linkId !== link.linkId && (one.kind === 'decide' || one.kind === 'approve') && one.action !== 'cancelled');
  return [...new Set(round.flatMap(personsOf))];
}
