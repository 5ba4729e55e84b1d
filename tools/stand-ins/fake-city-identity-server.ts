/**
 * The stand-in for a city identity service as a program of its own: `OIDC_STAND_IN_PORT` (0: any), `OIDC_CLIENT_ID`, `OIDC_CLIENT_SECRET` and `PUBLIC_URL` of the installation whose
 * people it signs in. `OIDC_STAND_IN_TELLS`: where it tells that somebody signed out, if not at that address. `OIDC_STAND_IN_PEOPLE` names a JSON file with its people, read anew each time; without it they are four of its own. Prints its address as one line and ends with
 * whoever started it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { inventFirm, inventPerson } from '../../server/demo/people.ts';
import { startFakeCityIdentity, type CityPerson } from './fake-city-identity.ts';

const { OIDC_STAND_IN_PORT = '0', OIDC_STAND_IN_TELLS, OIDC_CLIENT_ID = 'yimen', OIDC_CLIENT_SECRET = '', OIDC_STAND_IN_PEOPLE, PUBLIC_URL = 'http://127.0.0.1:4010' } = process.env;
if (OIDC_CLIENT_SECRET === '') {
  console.error('OIDC_CLIENT_SECRET is not set.');
  process.exit(1);
}

/** Four invented people, two of them legal representatives of invented firms; area 4499xx is given to nobody. */
const own = Array.from({ length: 4 }, (_, index): CityPerson => {
  const person = inventPerson(`city identity/${index}`, { index: 48_000 + index, today: '2026-11-23', ageFrom: 25, ageTo: 60 });
  const firm = inventFirm(`city identity/${index}`, { index: 48_000 + index });
  return { subject: `city-${index}`, name: person.name['zh-CN'], number: person.number, phone: person.mobile, ...(index < 2 ? { represents: { number: firm.creditCode, name: firm.name['zh-CN'] } } : {}) };
});

const people = (): readonly CityPerson[] => (OIDC_STAND_IN_PEOPLE && existsSync(OIDC_STAND_IN_PEOPLE) ? (JSON.parse(readFileSync(OIDC_STAND_IN_PEOPLE, 'utf8')) as readonly CityPerson[]) : own);

/** The installation under its address and, on this machine, under the other name a browser may know it by. */
const installation = PUBLIC_URL.replace(/\/$/, '');
const addresses = [...new Set([installation, installation.replace('//127.0.0.1', '//localhost')])];

startFakeCityIdentity({
  port: Number(OIDC_STAND_IN_PORT), clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET, people,
  redirectUris: addresses.map((address) => `${address}/sign-in/city/back`), postLogoutRedirectUris: addresses.map((address) => `${address}/sign-in/city/out`), signedOutUri: `${OIDC_STAND_IN_TELLS ?? installation}/sign-in/city/signed-out-there`,
}).then(
  ({ issuer }) => console.log(`stand-in for a city identity service: ${issuer}`),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
process.on('disconnect', () => process.exit(0));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0));
