import type { FastifyInstance } from 'fastify';
import { sessionCookie } from '../../platform/http/server.ts';
import type { CityIdentity } from './routes-city-identity.ts';
import type { Sessions } from './sessions.ts';

/** What the two addresses work with. */
export interface CityIdentityAddresses {
  readonly cityIdentity: CityIdentity;
  readonly sessions: Sessions;
  readonly secure: boolean;
}

/** Ties a visit to the browser that left. Lax: the way back comes from another site. */
const visitCookie = 'yimen_city_visit';
const path = '/sign-in/city';

/** The way to the city identity service and back: plain addresses, because a browser is sent along them. */
export async function cityIdentityAddresses(http: FastifyInstance, { cityIdentity, sessions, secure }: CityIdentityAddresses): Promise<void> {
  const hidden = { schema: { hide: true } as object };
  const cookie = { path, httpOnly: true, sameSite: 'lax', secure, maxAge: 600 } as const;
  const faultPage = (code: string, next: string): string => `/sign-in?fault=${encodeURIComponent(code)}${next === '/' ? '' : `&next=${encodeURIComponent(next)}`}`;
  http.get(path, hidden, async (request, reply) => {
    const next = ownPath((request.query as Record<string, unknown>).next);
    const left = await cityIdentity.leave(next);
    if (!left.ok) return reply.redirect(faultPage(left.code, next), 303);
    return reply.header('cache-control', 'no-store').setCookie(visitCookie, left.browser, cookie).redirect(left.address, 303);
  });
  http.get(`${path}/back`, hidden, async (request, reply) => {
    const back = await cityIdentity.comeBack(request.url.split('?')[1] ?? '', request.cookies[visitCookie]);
    void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer').clearCookie(visitCookie, cookie);
    if (!back.ok) return reply.redirect(faultPage(back.code, '/'), 303);
    const opened = await sessions.open({ kind: 'resident', partyId: back.partyId }, request.cookies[sessionCookie]);
    return reply.setCookie(sessionCookie, opened.token, { path: '/', httpOnly: true, sameSite: 'lax', secure }).redirect(back.next, 303);
  });
}

/** A path of our own to go on to; anything else becomes home, so that no address of ours sends anybody elsewhere. */
function ownPath(wanted: unknown): string {
  return typeof wanted === 'string' && wanted.length <= 500 && /^\/(?![/\\])[^\\\s]*$/.test(wanted) ? wanted : '/';
}
