import type { Outcome, Visit } from '../visit.ts';

/** One page or act of the portal. `for` says who comes in at all; an act of anyone signed in carries the session's token. */
export interface PortalRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly for: 'anyone' | 'newcomer' | 'resident';
  /** answers an upload that is too large by itself, beside the field */
  readonly takesTooLarge?: true;
  readonly handle: (visit: Visit) => Promise<Outcome>;
}
