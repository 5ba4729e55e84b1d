/** Being told by the city identity service that somebody signed out there: OpenID Connect Back-Channel Logout 1.0. */
import { constants, createPublicKey, verify, type JsonWebKey, type KeyObject } from 'node:crypto';
import { instantOfMs } from '../../kernel/instant.ts';
import { hashSecret } from '../../platform/crypto/index.ts';
import { newId } from '../../platform/ids.ts';
import { addHistory } from './factor-store.ts';
import { takeLogoutToken } from './city-identity-store.ts';
import { callService, type CityIdentity, type CityIdentitySettings } from './routes-city-identity.ts';
import type { Sessions } from './sessions.ts';
import type { Surroundings } from './surroundings.ts';

/** Member of `events` that makes a token a logout token (section 2.4). */
const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout';
/** How far the clocks of both may be apart, and how long a token may be on its way. */
const [skewMs, longestMs] = [60_000, 10 * 60_000];
/** The service's keys are asked for again at most this often: who sends tokens with unknown keys does not make us ask each time. */
const keysEveryMs = 30_000;
const fetchMs = 5_000;

/** Which sign-in at the service is over: one of them (`serviceSession`), or all of a subject. */
export interface SignedOutThere {
  readonly subject: string | null;
  readonly serviceSession: string | null;
  /** names the token for good */
  readonly jti: string;
  readonly expMs: number;
}

/** How each signature is judged (RFC 7518 §3.1, RFC 8037 §3.1); whatever is not here, `none` among them, is no signature. */
const algorithms: Readonly<Record<string, { readonly kty: string; judge(bytes: Buffer, key: KeyObject, signature: Buffer): boolean }>> = {
  RS256: { kty: 'RSA', judge: (bytes, key, signature) => verify('sha256', bytes, key, signature) },
  PS256: { kty: 'RSA', judge: (bytes, key, signature) => verify('sha256', bytes, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }, signature) },
  ES256: { kty: 'EC', judge: (bytes, key, signature) => verify('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }, signature) },
  EdDSA: { kty: 'OKP', judge: (bytes, key, signature) => verify(null, bytes, key, signature) },
};

interface NamedKey extends JsonWebKey {
  readonly kid?: string;
  readonly use?: string;
}

const record = (value: unknown): Readonly<Record<string, unknown>> | undefined => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined);

function readPart(part: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    return record(JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8')));
  } catch {
    return undefined;
  }
}

/** Judges a logout token by section 2.6, all but its use before; undefined for whatever is wrong with it. */
export function readLogoutToken(token: string, keys: readonly NamedKey[], expected: { readonly issuer: string; readonly clientId: string; readonly nowMs: number }): SignedOutThere | undefined {
  const [head, body, signature, ...rest] = token.split('.');
  const [header, claims] = [readPart(head), readPart(body)];
  if (!header || !claims || signature === undefined || rest.length > 0 || header.crit !== undefined) return undefined;
  const { alg, kid, typ } = header;
  // An access token or another JWT that says it is something else is not taken for this (RFC 8725 §3.11).
  if (typ !== undefined && !(typeof typ === 'string' && /^(application\/)?(logout\+jwt|jwt)$/i.test(typ))) return undefined;
  const algorithm = typeof alg === 'string' && Object.hasOwn(algorithms, alg) ? algorithms[alg] : undefined;
  const fitting = keys.filter((key) => algorithm?.kty === key.kty && (key.use ?? 'sig') === 'sig' && (kid === undefined || key.kid === kid));
  const bytes = Buffer.from(`${head ?? ''}.${body ?? ''}`);
  if (!algorithm || !fitting.some((key) => isSigned(key, (read) => algorithm.judge(bytes, read, Buffer.from(signature, 'base64url'))))) return undefined;
  return readClaims(claims, expected);
}

function isSigned(key: NamedKey, judge: (read: KeyObject) => boolean): boolean {
  try {
    return judge(createPublicKey({ key, format: 'jwk' }));
  } catch {
    return false; // a key that cannot be read signs nothing
  }
}

function readClaims(claims: Readonly<Record<string, unknown>>, { issuer, clientId, nowMs }: { readonly issuer: string; readonly clientId: string; readonly nowMs: number }): SignedOutThere | undefined {
  const { iss, aud, iat, exp, jti, sub, sid, events, nonce } = claims;
  if (iss !== issuer || !(Array.isArray(aud) ? aud : [aud]).includes(clientId) || nonce !== undefined) return undefined;
  if (typeof iat !== 'number' || typeof exp !== 'number' || typeof jti !== 'string' || jti === '') return undefined;
  const [madeMs, expMs] = [iat * 1_000, exp * 1_000];
  if (madeMs > nowMs + skewMs || madeMs < nowMs - longestMs || expMs <= nowMs - skewMs || expMs > madeMs + 24 * 3_600_000) return undefined;
  if (record(record(events)?.[logoutEvent]) === undefined) return undefined;
  const [subject, serviceSession] = [sub, sid].map((one) => (typeof one === 'string' && one !== '' ? one : null));
  return subject || serviceSession ? { subject: subject ?? null, serviceSession: serviceSession ?? null, jti, expMs } : undefined;
}

/** Takes logout tokens: true where one was good and not taken before; its sessions are over then, here at once and on every process within a second. */
export function logoutTaker(around: Surroundings, sessions: Sessions, city: CityIdentity, settings: Pick<CityIdentitySettings, 'issuer' | 'clientId'>): (token: string) => Promise<boolean> {
  let known: { readonly keys: readonly NamedKey[]; readonly readMs: number } | undefined;
  const keysOf = async (anew: boolean): Promise<readonly NamedKey[]> => {
    const nowMs = performance.now();
    if (known && (!anew || nowMs - known.readMs < keysEveryMs)) return known.keys;
    const keys = await fetchKeys(await city.keysAddress());
    if (keys) known = { keys, readMs: nowMs };
    return known?.keys ?? [];
  };
  return async (token) => {
    const expected = { issuer: settings.issuer, clientId: settings.clientId, nowMs: around.clock.nowMs() };
    const told = readLogoutToken(token, await keysOf(false), expected) ?? readLogoutToken(token, await keysOf(true), expected);
    if (!told) return false;
    const at = around.clock.now();
    const [{ handle }, hash] = [around.database, hashSecret(`${settings.issuer}\n${told.jti}`)];
    if (!(await takeLogoutToken(handle, hash, at, instantOfMs(told.expMs + skewMs)))) return false;
    for (const { partyId, staffId } of await sessions.endAtService({ issuer: settings.issuer, ...told })) {
      const owner = staffId === null ? (partyId === null ? undefined : { partyId }) : { staffId };
      if (owner) await addHistory(handle, { entryId: newId(), owner, at, way: 'city_identity', outcome: 'sessions_ended', addressPart: '', browser: '' });
    }
    return true;
  };
}

async function fetchKeys(address: string | undefined): Promise<readonly NamedKey[] | undefined> {
  if (address === undefined) return undefined;
  try {
    const answer = await callService(address, { redirect: 'error', signal: AbortSignal.timeout(fetchMs), headers: { accept: 'application/json' } });
    const keys = answer.ok ? record(await answer.json())?.keys : undefined;
    return Array.isArray(keys) ? keys.filter((key): key is NamedKey => record(key) !== undefined) : undefined;
  } catch {
    return undefined; // away: the keys known before stand
  }
}
