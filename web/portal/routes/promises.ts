import { createElement } from 'react';
import { MyPromisesPage } from '../pages/my-promises.tsx';
import { ask, type Outcome, type Visit } from '../visit.ts';
import type { PortalRoute } from './portal-route.ts';

async function show({ ctx, api }: Visit): Promise<Outcome> {
  const found = await ask(api.GET('/api/v1/me/promises'));
  return found.ok ? { page: createElement(MyPromisesPage, { ctx, record: found.data }) } : found;
}

/** A resident's own record of promises. */
export const promiseRoutes: readonly PortalRoute[] = [{ method: 'GET', path: '/promises', for: 'resident', handle: show }];
