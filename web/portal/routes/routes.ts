import type { PortalRoute } from './portal-route.ts';
import { agencyRoutes } from './agency.ts';
import { applyRoutes } from './apply.ts';
import { deferredRoutes } from './deferred.ts';
import { evaluateRoutes } from './evaluate.ts';
import { hallScreenRoutes } from './hall-screen.ts';
import { materialRoutes } from './materials.ts';
import { itemRoutes } from './items.ts';
import { matterRoutes } from './matters.ts';
import { myDataRoutes } from './my-data.ts';
import { passkeyRoutes } from './passkeys.ts';
import { promiseRoutes } from './promises.ts';
import { publicRoutes } from './public.ts';
import { sunshineRoutes } from './sunshine.ts';
import { securityRoutes } from './security.ts';
import { signInRoutes } from './sign-in.ts';
import { stepUpRoutes } from './step-up.ts';
import { supplementRoutes } from './supplement.ts';
import { whoLookedRoutes } from './who-looked.ts';

/** Every page and act. */
export const portalRoutes: readonly PortalRoute[] = [...itemRoutes, ...applyRoutes, ...materialRoutes, ...matterRoutes, ...supplementRoutes, ...deferredRoutes, ...promiseRoutes, ...myDataRoutes, ...publicRoutes, ...hallScreenRoutes, ...evaluateRoutes, ...sunshineRoutes, ...signInRoutes, ...stepUpRoutes, ...securityRoutes, ...passkeyRoutes, ...whoLookedRoutes, ...agencyRoutes];
