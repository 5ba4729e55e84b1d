/**
 * The stand-in for a city identity service as a program of its own: `CITY_IDENTITY_PORT` (0: any), `OIDC_CLIENT_ID`, `OIDC_CLIENT_SECRET` and `PUBLIC_URL` of the installation whose
 * people it signs in. Prints its address as one line and ends with whoever started it.
 */
import { inventFirm, inventPerson } from '../../server/demo/people.ts';
import { startFakeCityIdentity, type CityPerson } from './fake-city-identity.ts';

const { CITY_IDENTITY_PORT = '0', OIDC_CLIENT_ID = 'yimen', OIDC_CLIENT_SECRET = '', PUBLIC_URL = 'http://127.0.0.1:4010' } = process.env;
if (OIDC_CLIENT_SECRET === '') {
  console.error('OIDC_CLIENT_SECRET is not set.');
  process.exit(1);
}

/** Four invented people, two of them legal representatives of invented firms; area 4499xx is given to nobody. */
const people = Array.from({ length: 4 }, (_, index): CityPerson => {
  const person = inventPerson(`city identity/${index}`, { index: 90_000 + index, today: '2026-11-23', ageFrom: 25, ageTo: 60 });
  const firm = inventFirm(`city identity/${index}`, { index: 90_000 + index });
  return { subject: `city-${index}`, name: person.name['zh-CN'], number: person.number, phone: person.mobile, ...(index < 2 ? { represents: { number: firm.creditCode, name: firm.name['zh-CN'] } } : {}) };
});

startFakeCityIdentity({ port: Number(CITY_IDENTITY_PORT), clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET, redirectUris: [`${PUBLIC_URL.replace(/\/$/, '')}/sign-in/city/back`], people }).then(
  ({ issuer }) => console.log(`stand-in for a city identity service: ${issuer}`),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
process.on('disconnect', () => process.exit(0));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0));
