/** Signing in through the identity service of the city (OpenID Connect), as far as it is part of the API: the way there and back are plain addresses a browser is sent along. */
import { Type, type Static } from 'typebox';
import { closed, Instant, nullable } from './common.ts';
import { endpoint } from './endpoint.ts';

export const getSignInWays = endpoint({
  id: 'getSignInWays', method: 'GET', path: '/api/v1/sign-in-ways', tag: 'account', summary: 'Whether the city’s identity service may be used to sign in here',
  reply: Type.Object({ cityIdentity: Type.Boolean() }, closed),
});

/** Whether the account of a member of staff is linked to the service. */
export const MyCityIdentity = Type.Object({ /** host of the service; null where none is set */ service: nullable(Type.String()), linkedAt: nullable(Instant) }, closed);
export type MyCityIdentity = Static<typeof MyCityIdentity>;

export const getMyCityIdentity = endpoint({ id: 'getMyCityIdentity', method: 'GET', path: '/api/v1/me/city-identity', tag: 'account', summary: 'Whether my staff account is linked to the city’s identity service', reply: MyCityIdentity });

export const linkCityIdentity = endpoint({
  id: 'linkCityIdentity', method: 'POST', path: '/api/v1/me/city-identity/link', tag: 'account', status: 201,
  summary: 'Begins linking my staff account: the browser goes to the address, shows the service who it is, and comes back in this session',
  reply: Type.Object({ address: Type.String() }, closed),
});
export const endCityIdentity = endpoint({ id: 'endCityIdentity', method: 'POST', path: '/api/v1/me/city-identity/end', tag: 'account', status: 204, summary: 'Ends the link of my staff account to the service, and my other sessions that came from there' });
