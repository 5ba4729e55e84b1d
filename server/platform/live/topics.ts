import type { Actor } from '../../kernel/actor.ts';

/** A subject somebody may listen to: `institution:<code>`, `unit:<code>`, `party:<id>`, `calendar`, `catalogue`, `orders`. Never a name or a number of a person. */
export type Topic = string;

/** Told to a subscriber who may have missed something: look at everything again. */
export const everything: Topic = '*';

/** The topics there are. A unit is told of whatever happens in it or below it: who tells names the whole line of units, city included. */
export const topicOf = {
  institution: (code: string): Topic => `institution:${code}`,
  unit: (code: string): Topic => `unit:${code}`,
  party: (id: string): Topic => `party:${id}`,
  calendar: 'calendar',
  catalogue: 'catalogue',
  orders: 'orders',
} as const;

/** What a change of a matter is told to: its halls and departments, its unit and those above, and the people it is about. Each topic once. */
export function topicsOfMatter(about: { readonly institutions: readonly string[]; readonly units: readonly string[]; readonly parties: readonly string[] }): readonly Topic[] {
  return [...new Set([...about.institutions.map(topicOf.institution), ...about.units.map(topicOf.unit), ...about.parties.map(topicOf.party)])];
}

/**
 * What somebody hears by who he is: staff the institutions of their posts and the calendar that moves their dates, supervisors also the
 * unit of the post (and so everything below it) and the orders, residents what is about themselves. Nobody else hears anything.
 */
export function topicsFor(actor: Actor): readonly Topic[] {
  switch (actor.kind) {
    case 'anonymous':
    case 'newcomer':
    case 'system':
      return [];
    case 'resident':
      return [topicOf.party(actor.partyId)];
    case 'staff': {
      const watches = actor.posts.filter((post) => post.role === 'supervisor');
      const topics = [...actor.posts.map((post) => topicOf.institution(post.institution)), ...watches.map((post) => topicOf.unit(post.unit))];
      return [...new Set([...topics, topicOf.calendar, ...(watches.length > 0 ? [topicOf.orders] : [])])];
    }
  }
}
