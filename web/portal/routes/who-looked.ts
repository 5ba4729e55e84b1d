import { createElement } from 'react';
import { WhoLookedPage } from '../pages/who-looked.tsx';
import { ask, type Outcome, type Visit } from '../visit.ts';
import type { PortalRoute } from './portal-route.ts';

async function show({ ctx, api, query }: Visit): Promise<Outcome> {
  const before = query.get('before') || undefined;
  const [log, delayed] = await Promise.all([ask(api.GET('/api/v1/me/access-log', { params: { query: before ? { before } : {} } })), ask(api.GET('/api/v1/access-log/delayed'))]);
  // A place in the list that was typed wrongly is a page that is not there.
  if (!log.ok) return log.status === 400 ? { ...log, status: 404 } : log;
  return delayed.ok ? { page: createElement(WhoLookedPage, { ctx, log: log.data, delayed: delayed.data.entries, older: before !== undefined }) } : delayed;
}

/** A resident's own access log. */
export const whoLookedRoutes: readonly PortalRoute[] = [{ method: 'GET', path: '/who-looked', for: 'resident', handle: show }];
