import type { Actor, Role } from '../../server/kernel/actor.ts';
import type { Link, Matter, Status } from '../../server/domains/matters/matter.ts';
import { chanceOf, type Chance } from '../ledger-mutants/chance.ts';

/** An invented little city: so few institutions and people that actors and matters often have to do with each other. */
const units = ['city', 'district-a', 'district-b', 'street-a1', 'street-a2', 'street-b1', 'community-a11', 'community-b11'] as const;
const parents: Readonly<Record<string, string>> = {
  'district-a': 'city', 'district-b': 'city', 'street-a1': 'district-a', 'street-a2': 'district-a', 'street-b1': 'district-b', 'community-a11': 'street-a1', 'community-b11': 'street-b1',
};
const institutions = ['hall-a', 'hall-b', 'bureau-a', 'bureau-b', 'station-a1'] as const;
const placeOf: Readonly<Record<string, string>> = { 'hall-a': 'district-a', 'hall-b': 'district-b', 'bureau-a': 'district-a', 'bureau-b': 'city', 'station-a1': 'street-a1' };
const roles: readonly Role[] = ['window_clerk', 'officer', 'approver', 'hall_manager', 'supervisor', 'administrator', 'security_administrator', 'audit_administrator'];
// Ids of nobody: digits of a UUIDv7 of a day before this product.
const staff = [1, 2, 3, 4, 5].map((n) => `0190b000-0000-7000-8000-0000000000d${n}`);
const parties = [1, 2, 3, 4].map((n) => `0190b000-0000-7000-8000-00000000000${n}`);
const items = ['YM-01', 'YM-02'] as const;
const materials = ['paper-a', 'paper-b', 'paper-c'] as const;
const moment = '2026-11-20T02:00:00.000Z';

/** The unit itself or a unit above it: walked upwards. */
export function covers(ancestor: string, unit: string): boolean {
  for (let at: string | undefined = unit; at !== undefined; at = parents[at]) if (at === ancestor) return true;
  return false;
}

/** The unit with all that lies within it: walked downwards. */
export const below = (unit: string): readonly string[] => [unit, ...units.filter((one) => parents[one] === unit).flatMap((one) => below(one))];

/** Random actors and matters of that city. */
export interface City {
  readonly chance: Chance;
  /** Somebody; with a matter, somebody who likely has to do with it, and with a link of it, one who likely has that in hand. */
  actor(near?: Matter, link?: Link): Actor;
  /** A matter, where it makes the question worth asking mostly in this status. */
  matter(likely?: Status): Matter;
}

const kinds = ['review', 'visit', 'inspect', 'decide', 'decide', 'approve', 'approve', 'approve', 'consult', 'consult'] as const;
const statuses = ['received', 'correction_requested', 'accepted', 'accepted', 'accepted', 'not_accepted', 'completed', 'completed', 'withdrawn', 'terminated'] as const;

/** An act of two persons, proposed and perhaps decided. */
const proposedIn = ({ pick }: Chance, n: number) => ({ proposalId: `proposal-${n}`, proposedBy: pick(staff), institution: pick(institutions), proposedAt: moment, outcome: pick(['open', 'open', 'approved', 'rejected'] as const), decidedBy: null, decidedAt: null });

/** The city of a seed: the same seed gives the same actors and matters in the same order. */
export function cityOf(seed: number): City {
  const chance = chanceOf(seed);
  const { pick, below: number } = chance;
  const maybe = <T>(value: () => T): T | null => (number(2) === 0 ? value() : null);
  const some = <T>(most: number, make: (n: number) => T): T[] => Array.from({ length: number(most + 1) }, (_unused, n) => make(n));
  const few = <T>(from: readonly T[], oneIn = 3): T[] => from.filter(() => number(oneIn) === 0);
  const resident = (near?: Matter): Actor => {
    const own = near && number(2) === 0 ? near.partyId : pick(parties);
    const principal = () => (near && number(2) === 0 ? (near.organisationId ?? near.partyId) : pick(parties));
    return { kind: 'resident', partyId: own, actsFor: some(2, () => ({ partyId: principal(), acts: few(['file', 'supplement', 'read', 'withdraw'] as const, 2), taskCodes: maybe(() => few(items, 2)) })) };
  };
  const member = (near?: Matter, link?: Link): Actor => {
    const about = near && [near.acceptingInstitution, near.handlingInstitution, ...near.links.map((one) => one.institution)];
    const holders = (near?.links ?? []).flatMap((one) => one.claimedBy ?? []);
    const posts = some(3, () => {
      const institution = about && number(3) > 0 ? pick(about) : pick(institutions);
      return { institution, unit: placeOf[institution] ?? 'city', role: number(3) > 0 ? pick(roles.slice(0, 3)) : pick(roles) };
    });
    if (link && number(4) > 0) posts.push({ institution: link.institution, unit: placeOf[link.institution] ?? 'city', role: number(4) === 0 ? pick(['approver', 'hall_manager'] as const) : link.post });
    if (near && !link && number(2) === 0) posts.push({ institution: near.handlingInstitution, unit: placeOf[near.handlingInstitution] ?? 'city', role: pick(['officer', 'approver'] as const) });
    const hand = number(3);
    const standsInFor = hand === 0 ? { standsInFor: link?.claimedBy ? [link.claimedBy] : few(staff) } : {};
    if (link?.claimedBy && hand === 1) return { kind: 'staff', staffId: link.claimedBy, posts, ...standsInFor };
    return { kind: 'staff', staffId: holders.length > 0 && number(2) === 0 ? pick(holders) : pick(staff), posts, ...standsInFor };
  };
  const actor = (near?: Matter, link?: Link): Actor => {
    const kind = number(20);
    if (kind < 2) return { kind: kind === 0 ? 'anonymous' : 'newcomer' };
    return kind < 7 && !link ? resident(near) : member(near, link);
  };
  const link = (n: number): object => {
    const kind = pick(kinds);
    const claimedBy = maybe(() => pick(staff));
    const isDone = number(2) === 0;
    return {
      linkId: `link-${n}`, element: kind, kind, institution: pick(institutions), post: kind === 'approve' ? 'approver' : pick(['officer', 'window_clerk', 'approver'] as const), openedAt: moment,
      claimedBy, claimedAt: claimedBy && moment, doneAt: isDone ? moment : null, doneBy: isDone ? pick(staff) : null, action: isDone ? pick(['passed', 'granted', 'agreed', 'cancelled'] as const) : null,
      ...(kind === 'consult' && n > 0 ? { asks: `link-${number(n)}` } : {}),
    };
  };
  const promised = (): object => ({
    ...(number(2) === 0 ? { promises: Object.fromEntries(few(materials, 2).map((code) => [code, number(2) === 0])) } : {}),
    ...(number(2) === 0 ? { lapsed: few(materials, 2) } : {}),
    ...(number(2) === 0 ? { revocation: { ...proposedIn(chance, 9), ground: pick(['promise_broken', 'deferred_not_handed_in'] as const), materials: few(materials) } } : {}),
    ...(number(4) === 0 ? { revokedAt: moment } : {}),
    ...(number(2) === 0 ? { repairs: some(2, (n) => ({ ...proposedIn(chance, n + 20), material: pick(materials), reason: 'made_good', document: 'x' })) } : {}),
  });
  const matter = (likely?: Status): Matter => {
    const organisationId = number(3) === 0 ? pick(parties) : null;
    const filed = {
      number: '1', channel: 'online', status: likely && number(3) > 0 ? likely : pick(statuses), item: { taskCode: pick(items), handlingItem: '1', version: 1, process: 'p', processVersion: 1 }, areaUnit: pick(units), acceptingInstitution: pick(institutions),
      handlingInstitution: pick(institutions), partyId: pick(parties), organisationId, ...(number(2) === 0 ? { mandateId: '0190b000-0000-7000-8000-0000000000aa' } : {}),
      materials: few(materials, 2).map((code) => ({ code, form: pick(['uploaded', 'deferred', 'promised'] as const), files: [] })), limits: [],
      proposals: some(2, (n) => ({ ...proposedIn(chance, n), act: { type: 'extend', document: 'x', by: 1, unit: 'working_day' } })), links: some(5, link),
      outcome: pick(['granted', 'granted', 'refused', null] as const), deliveredAt: maybe(() => moment), delivery: pick(['electronic', 'in_person'] as const), receivedAt: moment, endedAt: null, ...promised(),
    };
    return filed as unknown as Matter;
  };
  return { chance, actor, matter };
}
