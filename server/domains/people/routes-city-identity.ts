/** Signing in through the identity service of a city: OpenID Connect Core 1.0 authorization code flow, with PKCE (RFC 7636), state, nonce and, where offered, `iss` in the answer (RFC 9207). */
import * as openid from 'openid-client';
import { refuse } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { instantOfMs, localDayOf } from '../../kernel/instant.ts';
import { hashSecret, newSecret } from '../../platform/crypto/index.ts';
import { newId } from '../../platform/ids.ts';
import { addVisit, changeByCity, findIdentity, keepIdentity, takeVisit, type VisitSecrets } from './city-identity-store.ts';
import { readName } from './names.ts';
import { identify, readPhone, type Identification } from './numbers/index.ts';
import type { PeopleRefusal } from './refusals.ts';
import { findOrMakeOrganisation, newPartyRow, numberIndexOf, phoneIndexOf } from './routes-parties.ts';
import { openParty, sealParty } from './sealed-party.ts';
import { addParties } from './store.ts';
import type { Surroundings } from './surroundings.ts';
import { findPartyByNumber, findPartyByPhone, type StoredParty } from './views.ts';

/** Which service, and how we are known there. */
export interface CityIdentitySettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Settings, the address the service sends people back to, and who hears of legal representatives. */
export interface CityIdentityDeps extends CityIdentitySettings {
  readonly redirectUri: string;
  readonly representedBy: (organisation: Id, person: Id) => Promise<void>;
}

/** What the service says of a person: OIDC Core §5.1 and, by agreement with the city, the number and whom he represents. */
interface CityClaims {
  readonly subject: string;
  readonly name: string;
  readonly number: string;
  readonly phone: string | undefined;
  readonly organisation: { readonly number: string; readonly name: string } | undefined;
}

/** How long somebody may be away at the service, and how long we wait for its answers. */
const awayMs = 10 * 60_000;
const timeoutSeconds = 5;

/** The way to the service and back. */
export interface CityIdentity {
  /** Where the browser goes, and the secret it keeps meanwhile. Refuses where the service cannot be reached; the other ways to sign in go on. */
  leave(next: string): Promise<{ ok: true; address: string; browser: string } | PeopleRefusal>;
  /** Who came back. `query` as it came; `browser` from the cookie. Whatever is wrong looks alike, and the visit is used up. */
  comeBack(query: string, browser: string | undefined): Promise<{ ok: true; partyId: Id; next: string } | PeopleRefusal>;
}

/** The service, asked for its addresses when it is first needed, and again where that failed. */
export function cityIdentityOver(around: Surroundings, deps: CityIdentityDeps): CityIdentity {
  let known: Promise<openid.Configuration> | undefined;
  const configuration = async (): Promise<openid.Configuration | undefined> => {
    known ??= discover(deps);
    try {
      return await known;
    } catch {
      known = undefined;
      return undefined;
    }
  };
  return {
    async leave(next) {
      const config = await configuration();
      if (!config) return refuse('city_identity.away');
      const secrets: VisitSecrets = { codeVerifier: openid.randomPKCECodeVerifier(), nonce: openid.randomNonce(), state: openid.randomState(), browser: newSecret(), next };
      const at = around.clock.now();
      await addVisit(around.database.handle, around.keys, hashSecret(secrets.state), secrets, null, at, instantOfMs(around.clock.nowMs() + awayMs));
      const address = openid.buildAuthorizationUrl(config, {
        redirect_uri: deps.redirectUri, scope: 'openid profile phone identity', state: secrets.state, nonce: secrets.nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(secrets.codeVerifier), code_challenge_method: 'S256',
      });
      return { ok: true, address: address.href, browser: secrets.browser };
    },
    async comeBack(query, browser) {
      const answer = new URLSearchParams(query);
      const visit = await takeVisit(around.database.handle, around.keys, hashSecret(answer.get('state') ?? ''), around.clock.now());
      if (!visit || browser === undefined || !hashSecret(browser).equals(hashSecret(visit.secrets.browser))) return refuse('city_identity.not_confirmed');
      if (answer.get('error') === 'access_denied') return refuse('city_identity.declined');
      const config = await configuration();
      if (!config) return refuse('city_identity.away');
      const said = await ask(config, new URL(`${deps.redirectUri}?${answer.toString()}`), visit.secrets);
      if (!said.ok) return said;
      const party = await partyOf(around, deps, said.claims);
      return party.ok ? { ok: true, partyId: party.partyId, next: visit.secrets.next } : party;
    },
  };
}

async function discover(deps: CityIdentityDeps): Promise<openid.Configuration> {
  const issuer = new URL(deps.issuer);
  // Without TLS only on this machine: the stand-in. Anything else would let whoever sits between say who somebody is.
  const isLocal = ['127.0.0.1', '[::1]', 'localhost'].includes(issuer.hostname);
  const execute = [openid.enableNonRepudiationChecks, ...(issuer.protocol === 'http:' && isLocal ? [openid.allowInsecureRequests] : [])];
  const config = await openid.discovery(issuer, deps.clientId, deps.clientSecret, undefined, { timeout: timeoutSeconds, execute });
  config.timeout = timeoutSeconds;
  return config;
}

/** Exchanges the code; the id token's signature, issuer, audience, nonce and times are checked by openid-client, the particulars come from the userinfo endpoint for the same subject. */
async function ask(config: openid.Configuration, cameTo: URL, secrets: VisitSecrets): Promise<{ ok: true; claims: CityClaims } | PeopleRefusal> {
  try {
    const tokens = await openid.authorizationCodeGrant(config, cameTo, { pkceCodeVerifier: secrets.codeVerifier, expectedState: secrets.state, expectedNonce: secrets.nonce, idTokenExpected: true });
    const subject = tokens.claims()?.sub;
    if (subject === undefined) return refuse('city_identity.not_confirmed');
    return readClaims(subject, await openid.fetchUserInfo(config, tokens.access_token, subject));
  } catch (error) {
    return refuse(isAway(error) ? 'city_identity.away' : 'city_identity.not_confirmed');
  }
}

/** No connection or no answer in time; everything the service did say and we did not believe is something else. */
const isAway = (error: unknown): boolean => error instanceof TypeError || (error instanceof Error && (error.name === 'TimeoutError' || (error as { code?: string }).code === 'OAUTH_TIMEOUT'));

function readClaims(subject: string, said: Readonly<Record<string, unknown>>): { ok: true; claims: CityClaims } | PeopleRefusal {
  const text = (name: string): string | undefined => (typeof said[name] === 'string' && said[name] !== '' ? said[name] : undefined);
  const [number, name] = [text('id_number'), readName(text('name') ?? '')];
  if (number === undefined || name === undefined) return refuse('city_identity.particulars_missing');
  const [organisationNumber, organisationName] = [text('organization_number'), text('organization_name')];
  const represents = text('organization_role') === 'legal_representative' && organisationNumber !== undefined && organisationName !== undefined;
  return { ok: true, claims: { subject, name, number, phone: text('phone_number'), organisation: represents ? { number: organisationNumber, name: organisationName } : undefined } };
}

/** The party of these claims, found by subject or number or made; where both are known they must be the same, or somebody looks at it at a window. */
async function partyOf(around: Surroundings, deps: CityIdentityDeps, claims: CityClaims): Promise<{ ok: true; partyId: Id } | PeopleRefusal> {
  const read = identify(claims.number, { today: localDayOf(around.clock.now()), subject: 'person' });
  if (!read.ok) return refuse('city_identity.particulars_missing');
  const linked = await findIdentity(around.database.handle, deps.issuer, claims.subject);
  const party = await personOf(around, claims, read);
  if (linked && linked.partyId !== party) return refuse('city_identity.another_person');
  if (!linked) await keepIdentity(around.database.handle, deps.issuer, claims.subject, { partyId: party });
  if (claims.organisation) {
    const organisation = await findOrMakeOrganisation(around, claims.organisation.number, claims.organisation.name);
    if (organisation.ok) await deps.representedBy(organisation.partyId, party);
  }
  return { ok: true, partyId: party };
}

async function personOf(around: Surroundings, claims: CityClaims, number: Identification): Promise<Id> {
  const known = await findPartyByNumber(around.database.handle, numberIndexOf(around.keys, number));
  const phone = await freePhone(around, claims.phone, known?.partyId);
  if (known) {
    if (known.assurance === 'self_declared') await verifyKnown(around, known, number, claims.name, phone);
    return known.partyId;
  }
  const row = newPartyRow(around.keys, number, { name: claims.name, phone, assurance: 'verified_by_city' });
  if ((await addParties(around.database.handle, [row])).size > 0) return row.partyId;
  return personOf(around, claims, number); // somebody made it in the meantime: it is found now
}

async function verifyKnown(around: Surroundings, known: StoredParty, number: Identification, name: string, phone: string | null): Promise<void> {
  if (known.wrapped === null || !openParty(around.keys, known)) throw new Error(`party ${known.partyId} is found by number but its data key is gone`);
  const sealed = sealParty(around.keys, known.partyId, known.wrapped, { name, number: number.normal, numberMasked: number.masked, phone });
  await changeByCity(around.database.handle, { partyId: known.partyId, sealed, phoneIndex: phone === null ? null : phoneIndexOf(around.keys, phone), at: around.clock.now() }, newId());
}

/** The phone the service names, where nobody else is bound to it here. */
async function freePhone(around: Surroundings, said: string | undefined, partyId: Id | undefined): Promise<string | null> {
  const phone = said === undefined ? undefined : readPhone(said);
  if (!phone?.ok) return null;
  const bound = await findPartyByPhone(around.database.handle, phoneIndexOf(around.keys, phone.e164));
  return bound === undefined || bound.partyId === partyId ? phone.e164 : null;
}
