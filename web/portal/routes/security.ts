import { createElement } from 'react';
import { SecurityPage } from '../pages/security.tsx';
import { ask, at, type Answer, type Outcome, type Visit } from '../visit.ts';
import type { PortalRoute } from './portal-route.ts';

/** The page of one's sign-in; with `refused` it says why the act before was. */
export async function securityPage({ ctx, api }: Visit, refused: string | null): Promise<Outcome> {
  const security = await ask(api.GET('/api/v1/me/security'));
  return security.ok ? { status: refused ? 422 : 200, page: createElement(SecurityPage, { ctx: at(ctx, '/security'), security: security.data, refused }) } : security;
}

const after = async (visit: Visit, done: Answer<unknown>): Promise<Outcome> => (done.ok ? { redirect: '/security' } : done.status === 422 || done.status === 409 ? securityPage(visit, done.title) : done);

/** A resident's own sessions and sign-in history; his passkeys are ended and added in passkeys.ts. */
export const securityRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: '/security', for: 'resident', handle: (visit) => securityPage(visit, null) },
  { method: 'POST', path: '/security/sessions/end-others', for: 'resident', handle: async (visit) => after(visit, await ask(visit.api.POST('/api/v1/me/sessions/end-others'))) },
  { method: 'POST', path: '/security/sessions/:sessionId/end', for: 'resident', handle: async (visit) => after(visit, await ask(visit.api.POST('/api/v1/me/sessions/{sessionId}/end', { params: { path: { sessionId: visit.params.sessionId ?? '' } } }))) },
];
