/** Signing in through the identity service of a city: OpenID Connect Core 1.0 authorization code flow, with PKCE (RFC 7636), state, nonce and, where offered, `iss` in the answer (RFC 9207). */
import * as openid from 'openid-client';
import { refuse } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { instantOfMs, localDayOf } from '../../kernel/instant.ts';
import { hashSecret, newSecret } from '../../platform/crypto/index.ts';
import { newId } from '../../platform/ids.ts';
import { code } from '../../platform/log/index.ts';
import { inSpan } from '../../platform/tracing/index.ts';
import { addVisit, changeByCity, findIdentity, findStaffIdentity, keepIdentity, linkStaffIdentity, takeVisit, type CityPurpose, type ServiceSession, type VisitSecrets } from './city-identity-store.ts';
import { readName } from './names.ts';
import { identify, readPhone, type Identification } from './numbers/index.ts';
import type { PeopleRefusal } from './refusals.ts';
import { findOrMakeOrganisation, newPartyRow, numberIndexOf, phoneIndexOf } from './routes-parties.ts';
import { openParty, sealParty } from './sealed-party.ts';
import { addParties } from './store.ts';
import type { Surroundings } from './surroundings.ts';
import { tryLimits } from './tries.ts';
import { findPartyByNumber, findPartyByPhone, type StoredParty } from './views.ts';

/** Which service, and how we are known there. */
export interface CityIdentitySettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** what of its words counts as the second factor of staff: `amr:<method>` (RFC 8176) or `acr:<class>` (OpenID Connect Core §2); without any, staff show their own */
  readonly staffSecondFactor?: readonly string[];
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

/** Who came back, and what for. `strong`: the service says, in words that count here, that a second factor was shown to it just now. */
export type Arrival = { readonly purpose: 'resident'; readonly partyId: Id } | { readonly purpose: 'staff'; readonly staffId: Id; readonly strong: boolean } | { readonly purpose: 'link'; readonly staffId: Id };

/** A visit that came back: the purpose it left with (a resident's where nobody knows it), and who it is or why not. */
export interface CameBack {
  readonly purpose: CityPurpose;
  readonly outcome: { readonly ok: true; readonly arrival: Arrival; readonly next: string; readonly from: ServiceSession } | PeopleRefusal;
}

/** What the browser brought back. `staff`: the whole session of a member of staff it came with, if it did. */
export interface Brought {
  /** as it came */
  readonly query: string;
  /** from the cookie of the visit */
  readonly browser: string | undefined;
  readonly staff: { readonly staffId: Id; readonly sessionHash: Buffer } | undefined;
}

/** How somebody leaves. `sessionHash`: the session that links its account; only it can use the way back. */
export interface Leaving {
  readonly purpose: CityPurpose;
  readonly next: string;
  readonly address: string;
  /** name under which the browser reached us (`Host`) */
  readonly host: string | undefined;
  readonly sessionHash?: Buffer;
}

/** The way to the service and back. */
export interface CityIdentity {
  readonly issuer: string;
  /** Where the browser goes, and the secret it keeps meanwhile. Refuses where the service cannot be reached; the other ways to sign in go on. */
  leave(leaving: Leaving): Promise<{ ok: true; address: string; browser: string } | PeopleRefusal>;
  /** Who came back. Whatever is wrong looks alike, and the visit is used up. */
  comeBack(brought: Brought): Promise<CameBack>;
  /** Where the browser may sign out at the service too (OpenID Connect RP-Initiated Logout 1.0); null where it offers no such place or is away. `state` comes back with it. */
  signOutAddress(state: 'resident' | 'staff'): Promise<string | null>;
  /** Address of its keys; undefined while it is away. */
  keysAddress(): Promise<string | undefined>;
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
    issuer: deps.issuer,
    leave: (leaving) => leave(around, deps, configuration, leaving),
    async comeBack({ query, browser, staff }) {
      const answer = new URLSearchParams(query);
      const visit = await takeVisit(around.database.handle, around.keys, hashSecret(answer.get('state') ?? ''), around.clock.now());
      const purpose = visit?.secrets.purpose ?? 'resident';
      if (!visit || !isSameBrowser(visit, browser, staff?.sessionHash)) return { purpose, outcome: refuse('city_identity.not_confirmed') };
      if (answer.get('error') === 'access_denied') return { purpose, outcome: refuse('city_identity.declined') };
      const config = await configuration();
      if (!config) return { purpose, outcome: refuse('city_identity.away') };
      const said = await ask(config, new URL(`${visit.secrets.redirectUri ?? deps.redirectUri}?${answer.toString()}`), visit.secrets);
      if (!said.ok) return { purpose, outcome: said };
      const from = { issuer: deps.issuer, subject: said.subject, serviceSession: said.serviceSession };
      const arrived = await arrive(around, deps, purpose, said, staff?.staffId);
      return { purpose, outcome: 'code' in arrived ? arrived : { ok: true, arrival: arrived, next: visit.secrets.next, from } };
    },
    async signOutAddress(state) {
      const config = await configuration();
      if (config?.serverMetadata().end_session_endpoint === undefined) return null;
      return openid.buildEndSessionUrl(config, { post_logout_redirect_uri: `${around.publicUrl}/sign-in/city/out`, state }).href;
    },
    keysAddress: async () => (await configuration())?.serverMetadata().jwks_uri,
  };
}

/** The browser that left, by its cookie; one that links an account, by its session. */
function isSameBrowser(visit: { readonly secrets: VisitSecrets; readonly sessionHash: Buffer | null }, browser: string | undefined, sessionHash: Buffer | undefined): boolean {
  if (visit.secrets.purpose === 'link') return visit.sessionHash !== null && sessionHash !== undefined && visit.sessionHash.equals(sessionHash);
  return browser !== undefined && hashSecret(browser).equals(hashSecret(visit.secrets.browser));
}

async function leave(around: Surroundings, deps: CityIdentityDeps, configuration: () => Promise<openid.Configuration | undefined>, leaving: Leaving): Promise<{ ok: true; address: string; browser: string } | PeopleRefusal> {
  if ((await around.tries.tooOftenFrom(tryLimits.cityVisitsFromAddress, leaving.address)) > 0) return refuse('city_identity.too_many');
  const config = await configuration();
  if (!config) return refuse('city_identity.away');
  const { purpose, next } = leaving;
  const secrets: VisitSecrets = { codeVerifier: openid.randomPKCECodeVerifier(), nonce: openid.randomNonce(), state: openid.randomState(), browser: newSecret(), next, purpose, redirectUri: wayBack(deps.redirectUri, leaving.host) };
  const at = around.clock.now();
  await addVisit(around.database.handle, around.keys, hashSecret(secrets.state), secrets, leaving.sessionHash ?? null, at, instantOfMs(around.clock.nowMs() + awayMs));
  const address = openid.buildAuthorizationUrl(config, {
    redirect_uri: secrets.redirectUri ?? deps.redirectUri, state: secrets.state, nonce: secrets.nonce, ...(purpose === 'resident' ? { scope: 'openid profile phone identity' } : askedOfStaff(deps)),
    code_challenge: await openid.calculatePKCECodeChallenge(secrets.codeVerifier), code_challenge_method: 'S256',
  });
  return { ok: true, address: address.href, browser: secrets.browser };
}

/** The registered way back; on this machine under the name the browser used, `localhost` or 127.0.0.1, for its cookies are kept by name. */
function wayBack(redirectUri: string, host: string | undefined): string {
  const url = new URL(redirectUri);
  if (url.hostname === '127.0.0.1' && host === `localhost:${url.port}`) url.hostname = 'localhost';
  return url.href;
}

/** Staff are asked for who they are each time, for several sit at one desk; and for nothing but who they are. */
function askedOfStaff({ staffSecondFactor = [] }: CityIdentityDeps): Record<string, string> {
  const classes = staffSecondFactor.flatMap((word) => (word.startsWith('acr:') ? [word.slice(4)] : []));
  return { scope: 'openid', prompt: 'login', max_age: String(awayMs / 1_000), ...(classes.length > 0 ? { acr_values: classes.join(' ') } : {}) };
}

/** Who it is here: a party made or found, a member of staff linked before, or the account that is linked now. Nobody becomes staff by what a service says. */
async function arrive(around: Surroundings, deps: CityIdentityDeps, purpose: CityPurpose, said: Said, staffId: Id | undefined): Promise<Arrival | PeopleRefusal> {
  const { handle } = around.database;
  switch (purpose) {
    case 'resident': {
      if (!said.claims) return refuse('city_identity.particulars_missing');
      const party = await partyOf(around, deps, said.claims);
      return party.ok ? { purpose, partyId: party.partyId } : party;
    }
    case 'staff': {
      const linked = await findStaffIdentity(handle, deps.issuer, said.subject);
      return linked === undefined ? refuse('city_identity.not_linked') : { purpose, staffId: linked, strong: said.words.some((word) => deps.staffSecondFactor?.includes(word)) };
    }
    case 'link': {
      if (staffId === undefined) return refuse('city_identity.not_confirmed');
      const linked = await linkStaffIdentity(handle, deps.issuer, said.subject, staffId);
      if (linked === 'linked') return { purpose, staffId };
      return refuse(linked === 'another' ? 'city_identity.linked_to_another' : 'city_identity.linked_already');
    }
  }
}

async function discover(deps: CityIdentityDeps): Promise<openid.Configuration> {
  const issuer = new URL(deps.issuer);
  // Without TLS only on this machine: the stand-in. Anything else would let whoever sits between say who somebody is.
  const isLocal = ['127.0.0.1', '[::1]', 'localhost'].includes(issuer.hostname);
  const execute = [openid.enableNonRepudiationChecks, ...(issuer.protocol === 'http:' && isLocal ? [openid.allowInsecureRequests] : [])];
  const config = await openid.discovery(issuer, deps.clientId, deps.clientSecret, undefined, { timeout: timeoutSeconds, execute, [openid.customFetch]: (address, options) => callService(address, options as RequestInit) });
  config.timeout = timeoutSeconds;
  return config;
}

/** Calls the service in a span of its own, which tells that it was called and the status it answered. The service learns nothing of our traces. */
export const callService = (address: string, options: RequestInit): Promise<Response> =>
  inSpan('call', { outside: 'city_identity', method: code(options.method ?? 'GET') }, async (span) => {
    const answer = await fetch(address, options);
    span.note({ status: answer.status });
    return answer;
  });

/** What the service said: who, in which sign-in there, how he showed it; of residents the particulars too. */
interface Said {
  readonly ok: true;
  readonly subject: string;
  readonly serviceSession: string | null;
  /** `amr:…` and `acr:…` */
  readonly words: readonly string[];
  readonly claims: CityClaims | undefined;
}

/** Exchanges the code; the id token's signature, issuer, audience, nonce and times are checked by openid-client, the particulars of residents come from the userinfo endpoint for the same subject. */
async function ask(config: openid.Configuration, cameTo: URL, secrets: VisitSecrets): Promise<Said | PeopleRefusal> {
  const isResident = (secrets.purpose ?? 'resident') === 'resident';
  try {
    const tokens = await openid.authorizationCodeGrant(config, cameTo, {
      pkceCodeVerifier: secrets.codeVerifier, expectedState: secrets.state, expectedNonce: secrets.nonce, idTokenExpected: true, ...(isResident ? {} : { maxAge: awayMs / 1_000 }),
    });
    const told = tokens.claims();
    if (told?.sub === undefined) return refuse('city_identity.not_confirmed');
    const { sid, amr, acr } = told;
    const words = [...(Array.isArray(amr) ? amr : []).map((method) => `amr:${String(method)}`), ...(typeof acr === 'string' ? [`acr:${acr}`] : [])];
    const said: Said = { ok: true, subject: told.sub, serviceSession: typeof sid === 'string' && sid !== '' ? sid : null, words, claims: undefined };
    if (!isResident) return said;
    const read = readClaims(told.sub, await openid.fetchUserInfo(config, tokens.access_token, told.sub));
    return read.ok ? { ...said, claims: read.claims } : read;
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
