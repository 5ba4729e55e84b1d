import { createElement } from 'react';
import { SunshinePage } from '../pages/sunshine.tsx';
import { ask, type Outcome, type Visit } from '../visit.ts';
import type { PortalRoute } from './portal-route.ts';

/** What may be asked of the page; anything else in the address is left aside, and an empty choice is none. */
const asked = (visit: Visit) => {
  const given = (name: string) => visit.query.get(name)?.trim() || undefined;
  const [period, district, institution, item] = [given('period'), given('district'), given('institution'), given('item')];
  return { ...(period ? { period } : {}), ...(district ? { district } : {}), ...(institution ? { institution } : {}), ...(item ? { item } : {}) };
};

async function sunshine(visit: Visit): Promise<Outcome> {
  const [found, delayed] = await Promise.all([ask(visit.api.GET('/api/v1/sunshine', { params: { query: asked(visit) } })), ask(visit.api.GET('/api/v1/access-log/delayed'))]);
  // An address typed wrongly is a page that is not there.
  if (!found.ok) return found.status === 400 ? { ...found, status: 404 } : found;
  return delayed.ok ? { page: createElement(SunshinePage, { ctx: visit.ctx, sunshine: found.data, delayed: delayed.data.entries }) } : delayed;
}

/** The public page of figures: for everybody, without a sign-in. */
export const sunshineRoutes: readonly PortalRoute[] = [{ method: 'GET', path: '/sunshine', for: 'anyone', handle: sunshine }];
