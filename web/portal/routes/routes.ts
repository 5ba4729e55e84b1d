import type { Outcome, Visit } from '../visit.ts';
import { applyRoutes } from './apply.ts';
import { materialRoutes } from './materials.ts';
import { itemRoutes } from './items.ts';
import { matterRoutes } from './matters.ts';
import { publicRoutes } from './public.ts';
import { signInRoutes } from './sign-in.ts';
import { supplementRoutes } from './supplement.ts';

/** One page or act of the portal. `for` says who comes in at all; an act of anyone signed in carries the session's token. */
export interface PortalRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly for: 'anyone' | 'newcomer' | 'resident';
  /** answers an upload that is too large by itself, beside the field */
  readonly takesTooLarge?: true;
  readonly handle: (visit: Visit) => Promise<Outcome>;
}

/** Every page and act. */
export const portalRoutes: readonly PortalRoute[] = [...itemRoutes, ...applyRoutes, ...materialRoutes, ...matterRoutes, ...supplementRoutes, ...publicRoutes, ...signInRoutes];
