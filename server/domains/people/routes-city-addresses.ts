import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hashSecret } from '../../platform/crypto/index.ts';
import { sessionCookie } from '../../platform/http/server.ts';
import { keepServiceSession, type CityPurpose, type ServiceSession } from './city-identity-store.ts';
import type { Arrival, CityIdentity } from './routes-city-identity.ts';
import { enter, note, type Entering } from './routes-entering.ts';
import type { Sessions, SessionOwner } from './sessions.ts';
import type { Surroundings } from './surroundings.ts';

/** What the addresses work with. `signedOutThere` takes a logout token: whether it was good. */
export interface CityIdentityAddresses {
  readonly around: Surroundings;
  readonly cityIdentity: CityIdentity;
  readonly sessions: Sessions;
  readonly signedOutThere: (token: string) => Promise<boolean>;
  readonly secure: boolean;
}

/** Ties a visit to the browser that left. Lax: the way back comes from another site. */
const visitCookie = 'yimen_city_visit';
const path = '/sign-in/city';
const hidden = { schema: { hide: true } as object };
/** Longest body the service sends us: one signed token. */
const tokenBytes = 16_384;

/** The way to the city identity service and back: plain addresses, because a browser is sent along them. */
export async function cityIdentityAddresses(http: FastifyInstance, parts: CityIdentityAddresses): Promise<void> {
  const { cityIdentity, secure } = parts;
  const cookie = { path, httpOnly: true, sameSite: 'lax', secure, maxAge: 600 } as const;
  http.get(path, hidden, async (request, reply) => {
    const asked = request.query as Record<string, unknown>;
    const purpose = asked.for === 'staff' ? 'staff' : 'resident';
    const next = ownPath(asked.next, purpose === 'staff' ? '/workbench/' : '/');
    const left = await cityIdentity.leave({ purpose, next, address: request.ip, host: request.headers.host });
    void reply.header('cache-control', 'no-store');
    if (!left.ok) return reply.redirect(faultPage(purpose, left.code, next), 303);
    return reply.setCookie(visitCookie, left.browser, cookie).redirect(left.address, 303);
  });
  http.get(`${path}/back`, hidden, async (request, reply) => {
    const { purpose, outcome } = await cityIdentity.comeBack({ query: request.url.split('?')[1] ?? '', browser: request.cookies[visitCookie], staff: await staffOf(parts, request) });
    void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer').clearCookie(visitCookie, cookie);
    if (!outcome.ok) return reply.redirect(faultPage(purpose, outcome.code, '/'), 303);
    await settle(parts, request, reply, outcome.arrival, outcome.from);
    return reply.redirect(outcome.next, 303);
  });
  http.get(`${path}/out`, hidden, async (request, reply) => reply.header('cache-control', 'no-store').redirect((request.query as Record<string, unknown>).state === 'staff' ? '/workbench/' : '/', 303));
  await http.register(async (scope) => backChannel(scope, parts));
}

/** Where the service itself tells of a sign-out (OpenID Connect Back-Channel Logout 1.0 §2.5): nobody's session comes with it, the token alone counts. */
async function backChannel(scope: FastifyInstance, { signedOutThere }: CityIdentityAddresses): Promise<void> {
  scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: tokenBytes }, (_request, body, done) => done(null, new URLSearchParams(String(body))));
  scope.post(`${path}/signed-out-there`, { ...hidden, bodyLimit: tokenBytes }, async (request, reply) => {
    const token = request.body instanceof URLSearchParams ? request.body.get('logout_token') : null;
    const taken = token !== null && (await signedOutThere(token));
    void reply.header('cache-control', 'no-store');
    return taken ? reply.code(200).send() : reply.code(400).send({ error: 'invalid_request' });
  });
}

/** The whole session of a member of staff that came with the request: to link his account. */
async function staffOf({ sessions }: CityIdentityAddresses, request: FastifyRequest): Promise<{ staffId: string; sessionHash: Buffer } | undefined> {
  const token = request.cookies[sessionCookie];
  const session = await sessions.read(token, true);
  return token !== undefined && session?.kind === 'staff' && session.stage === 'whole' ? { staffId: session.staffId, sessionHash: hashSecret(token) } : undefined;
}

/** Opens the session of who came back, or notes the link. Staff whose second factor the service did not vouch for still show their own. */
async function settle({ around, sessions, secure }: CityIdentityAddresses, request: FastifyRequest, reply: FastifyReply, arrival: Arrival, from: ServiceSession): Promise<void> {
  let opened: string | undefined;
  const call: Entering = {
    sessionToken: request.cookies[sessionCookie], address: request.ip, received: { headers: request.headers, target: request.url, bytes: Buffer.alloc(0) },
    setSession: (token) => {
      opened = token ?? undefined;
    },
  };
  if (arrival.purpose === 'link') return note(around, call, { staffId: arrival.staffId }, 'city_identity', 'identity_linked');
  const owner: SessionOwner = arrival.purpose === 'staff' ? { kind: 'staff', staffId: arrival.staffId } : { kind: 'resident', partyId: arrival.partyId };
  await enter(around, sessions, call, owner, { way: 'city_identity', ...(arrival.purpose === 'staff' && arrival.strong ? { whole: true } : {}) });
  if (opened === undefined) return;
  await keepServiceSession(around.database.handle, hashSecret(opened), from);
  void reply.setCookie(sessionCookie, opened, { path: '/', httpOnly: true, sameSite: 'lax', secure });
}

/** Where a fault is told: the sign-in page of who left, or his account page. */
function faultPage(purpose: CityPurpose, code: string, next: string): string {
  if (purpose !== 'resident') return `/workbench/${purpose === 'link' ? 'account' : ''}?city=${encodeURIComponent(code)}`;
  return `/sign-in?fault=${encodeURIComponent(code)}${next === '/' ? '' : `&next=${encodeURIComponent(next)}`}`;
}

/** A path of our own to go on to; anything else becomes `home`, so that no address of ours sends anybody elsewhere. */
function ownPath(wanted: unknown, home: string): string {
  return typeof wanted === 'string' && wanted.length <= 500 && /^\/(?![/\\])[^\\\s]*$/.test(wanted) ? wanted : home;
}
