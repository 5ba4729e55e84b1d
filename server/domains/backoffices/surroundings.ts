/** What app.ts gives the domain to work with, and what it keeps in memory. */
import type { Id } from '../../kernel/ids.ts';
import type { Handle } from '../../platform/db/database.ts';
import { isServed, type Terms } from './backoffice.ts';
import { isTold } from './events.ts';
import { readServing } from './store.ts';

/** The job that looks what of a fact is told to systems. */
export const sendKind = 'backoffices.when_matter_changed_send';

/**
 * Which links have a system, in memory, so that a fact of a matter nobody outside serves costs nothing. Made before the matters, which ask it with each fact; what is not read
 * yet may be told, and the job then looks for itself. Another process learns of a registration with its next sweep, and the catch-up after each approval sends what was missed.
 */
export interface ServedLinks {
  /** Job kinds that follow from a fact of a matter. */
  readonly reactions: (fact: { readonly kind: string; readonly content: object }) => readonly string[];
  refresh(): Promise<readonly { readonly backofficeId: Id; readonly terms: Terms }[]>;
}

const nothing: readonly string[] = [];
const look: readonly string[] = [sendKind];

/** Builds it; it reads with its first refresh. */
export function servedLinks(handle: Handle): ServedLinks {
  let serving: readonly { readonly backofficeId: Id; readonly terms: Terms }[] | undefined;
  return {
    reactions(fact) {
      if (!isTold(fact.kind) || serving?.length === 0) return nothing;
      const { institution, post } = fact.content as { institution?: string; post?: string };
      // An opinion is asked of officers; only a fact that names its office can be told to be nobody's.
      const link = institution === undefined ? undefined : { institution, post: post ?? 'officer' };
      return link && serving && !serving.some((one) => isServed(one.terms, link)) ? nothing : look;
    },
    async refresh() {
      serving = (await readServing(handle)).flatMap((one) => (one.state.terms ? [{ backofficeId: one.backofficeId, terms: one.state.terms }] : []));
      return serving;
    },
  };
}
