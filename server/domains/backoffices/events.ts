/** What a system is told of a fact of a matter. Pure; it knows of matters only what it reads of them. */
import type { Instant } from '../../kernel/instant.ts';
import { isServed, type EventType, type Terms } from './backoffice.ts';

/** A fact as it is read here. */
export interface SeenFact {
  readonly kind: string;
  readonly at: Instant;
  readonly by: { readonly id: string };
  readonly content: object;
}

/** A link as it is read here. */
export interface SeenLink {
  readonly linkId: string;
  readonly institution: string;
  readonly post: string;
  readonly doneAt: Instant | null;
  readonly asks?: string;
}

/** One message: what kind, about which link, from which fact (its number in the matter). */
export interface Told {
  readonly type: EventType;
  readonly linkId: string | null;
  readonly seq: number;
}

const kindsTold: readonly string[] = [
  'link_opened', 'link_claimed', 'link_released', 'link_cancelled', 'consultation_asked', 'consultation_recalled', 'deferred_handed_in', 'limit_act_approved', 'limits_recomputed', 'limit_passed',
  'matter_withdrawn', 'terminated', 'matter_completed',
];

/** Whether a kind of fact is ever told to a system. */
export const isTold = (kind: string): boolean => kindsTold.includes(kind);

/**
 * What a system that serves under these terms is told of the facts `numbers` of a matter. `isOwn`: whether an id is an officer of this system, who need not be told what he did.
 * Events the terms leave out are left out.
 */
export function toldOf(terms: Terms, facts: readonly SeenFact[], numbers: readonly number[], links: readonly SeenLink[], isOwn: (staffId: string) => boolean): readonly Told[] {
  const served = links.filter((link) => isServed(terms, link));
  return numbers.flatMap((seq) => {
    const fact = facts[seq - 1];
    return fact ? toldOfFact(fact, seq, served, isOwn) : [];
  }).filter((told) => terms.events.includes(told.type));
}

function toldOfFact(fact: SeenFact, seq: number, served: readonly SeenLink[], isOwn: (staffId: string) => boolean): readonly Told[] {
  const { linkId, limitId } = fact.content as { linkId?: string; limitId?: string };
  const about = (id: string | undefined, type: EventType): readonly Told[] => (served.some((link) => link.linkId === id) ? [{ type, linkId: id ?? null, seq }] : []);
  const whole = (type: EventType): readonly Told[] => (served.length > 0 ? [{ type, linkId: null, seq }] : []);
  const withOpenLink = (type: EventType): readonly Told[] => (served.some((link) => link.doneAt === null || link.doneAt >= fact.at) ? [{ type, linkId: null, seq }] : []);
  switch (fact.kind) {
    case 'link_opened':
    case 'consultation_asked':
      return about(linkId, 'link.opened');
    case 'link_cancelled':
    case 'consultation_recalled':
      return about(linkId, 'link.closed');
    // Taken by a person at a desk it is his, and the system must not go on with it; given back it is anybody's again.
    case 'link_claimed':
      return isOwn(fact.by.id) ? [] : about(linkId, 'link.closed');
    case 'link_released':
      return isOwn(fact.by.id) ? [] : about(linkId, 'link.opened');
    case 'limit_passed':
      return about(limitId?.replace(/^link:/, ''), 'link.overdue');
    case 'deferred_handed_in':
      return withOpenLink('materials.handed_in');
    case 'limit_act_approved':
    case 'limits_recomputed':
      return (fact.content as { moved?: readonly unknown[] }).moved?.length === 0 ? [] : withOpenLink('limits.moved');
    case 'matter_withdrawn':
    case 'terminated':
    case 'matter_completed':
      return whole('matter.ended');
    default:
      return [];
  }
}
