import * as wire from '../../../contract/city-identity.ts';
import { refuse } from '../../kernel/decider.ts';
import { hashSecret } from '../../platform/crypto/index.ts';
import { reply, route, type Caller, type Route } from '../../platform/http/route.ts';
import { endStaffIdentity, findServiceSession, staffLinkedAt } from './city-identity-store.ts';
import { mayDo, mayRead } from './policy.ts';
import type { CityIdentity } from './routes-city-identity.ts';
import { note } from './routes-entering.ts';
import type { Sessions } from './sessions.ts';
import type { Surroundings } from './surroundings.ts';

/** Routes about the city identity service: whether there is one, and the link of a member of staff to it. */
export function cityAccountRoutes(around: Surroundings, city: CityIdentity | undefined): readonly Route[] {
  const { handle } = around.database;
  return [
    route(wire.getSignInWays, mayRead.signInWays, async () => reply({ cityIdentity: city !== undefined })),
    route(wire.getMyCityIdentity, mayRead.myCityIdentity, async (call) => {
      const linkedAt = city && (await staffLinkedAt(handle, city.issuer, staffIdOf(call)));
      return reply({ service: city ? new URL(city.issuer).host : null, linkedAt: linkedAt ?? null });
    }),
    route(wire.linkCityIdentity, mayDo.linkCityIdentity, async (call) => {
      if (!city) return refuse('city_identity.not_here');
      if ((await staffLinkedAt(handle, city.issuer, staffIdOf(call))) !== undefined) return refuse('city_identity.linked_already');
      const left = await city.leave({ purpose: 'link', next: '/workbench/account?city=linked', address: call.address, host: hostOf(call), sessionHash: hashSecret(call.sessionToken ?? '') });
      return left.ok ? reply({ address: left.address }) : left;
    }),
    route(wire.endCityIdentity, mayDo.endCityIdentity, async (call) => {
      if (!city) return refuse('city_identity.not_here');
      const staffId = staffIdOf(call);
      if (await endStaffIdentity(handle, staffId, { issuer: city.issuer, exceptSession: hashSecret(call.sessionToken ?? '') })) await note(around, call, { staffId }, 'account', 'identity_ended');
      return { ok: true };
    }),
  ];
}

/** Ends a session; where it came from the service, the address at which the browser signs out there too. */
export async function signOut(around: Surroundings, sessions: Sessions, city: CityIdentity | undefined, token: string | undefined): Promise<string | null> {
  if (token === undefined) return null;
  const [session, from] = [await sessions.read(token), await findServiceSession(around.database.handle, hashSecret(token))];
  await sessions.end(token);
  return city && from?.issuer === city.issuer ? city.signOutAddress(session?.kind === 'staff' ? 'staff' : 'resident') : null;
}

const hostOf = ({ received }: { readonly received: { readonly headers: Readonly<Record<string, string | readonly string[] | undefined>> } }): string | undefined => (typeof received.headers.host === 'string' ? received.headers.host : undefined);

function staffIdOf({ actor }: Pick<Caller, 'actor'>): string {
  if (actor.kind !== 'staff') throw new Error('a route of staff was reached by somebody else');
  return actor.staffId;
}
