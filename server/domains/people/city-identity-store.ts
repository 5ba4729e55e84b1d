/** Who a city identity service says somebody is, and visits to it under way. */
import { sql } from 'kysely';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import { newDataKey, openJson, sealJson, unwrapKey, wrapKey, type Keys } from '../../platform/crypto/index.ts';
import type { Handle } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';

/** What is kept between leaving for the service and coming back. */
export interface VisitSecrets {
  /** RFC 7636 */
  readonly codeVerifier: string;
  readonly nonce: string;
  readonly state: string;
  /** what the browser that left keeps in a cookie: another's way back is no use */
  readonly browser: string;
  /** own path to go on to */
  readonly next: string;
  /** who left and what for; a resident where nothing is said */
  readonly purpose?: CityPurpose;
  /** where the service sends him back to; our own public address where nothing is said */
  readonly redirectUri?: string;
}

/** Why somebody goes to the service: to sign in at the portal or at the workbench, or to link the own account of a member of staff. */
export type CityPurpose = 'resident' | 'staff' | 'link';

const place = (visitId: Id) => ({ table: 'people.identity_visits', column: 'sealed', row: visitId, keyVersion: 1 });

/** Keeps a visit; those that are over go with it. `sessionHash`: the session that wants its account linked. */
export async function addVisit(handle: Handle, keys: Keys, stateHash: Buffer, secrets: VisitSecrets, sessionHash: Buffer | null, at: Instant, expiresAt: Instant): Promise<void> {
  const [visitId, dataKey] = [newId(), newDataKey(keys)];
  await sql`
    with over as (delete from people.identity_visits where expires_at <= ${at})
    insert into people.identity_visits (state_hash, sealed, wrapped, visit_id, session_hash, made_at, expires_at)
    values (${stateHash}, ${sealJson(dataKey, place(visitId), secrets)}, ${wrapKey(keys, visitId, dataKey)}, ${visitId}, ${sessionHash}, ${at}, ${expiresAt})`.execute(handle);
}

/** Takes a visit out: it is used once, whatever comes of it. */
export async function takeVisit(handle: Handle, keys: Keys, stateHash: Buffer, at: Instant): Promise<{ readonly secrets: VisitSecrets; readonly sessionHash: Buffer | null } | undefined> {
  const { rows } = await sql<{ sealed: Buffer; wrapped: Buffer; visit_id: Id; session_hash: Buffer | null; alive: boolean }>`
    delete from people.identity_visits where state_hash = ${stateHash} returning sealed, wrapped, visit_id, session_hash, expires_at > ${at} as alive`.execute(handle);
  const row = rows[0];
  if (!row?.alive) return undefined;
  const key = unwrapKey(keys, row.visit_id, row.wrapped);
  const read = key.ok ? openJson<VisitSecrets>(key.dataKey, place(row.visit_id), row.sealed) : key;
  if (!read.ok) throw new Error(`visit ${row.visit_id}: ${read.code}`);
  return { secrets: read.value, sessionHash: row.session_hash };
}

/** Whose the subject of an issuer is here. */
export async function findIdentity(handle: Handle, issuer: string, subject: string): Promise<{ readonly partyId: Id | null; readonly staffId: Id | null } | undefined> {
  const { rows } = await sql<{ party_id: Id | null; staff_id: Id | null }>`select party_id, staff_id from people.identities where issuer = ${issuer} and subject = ${subject}`.execute(handle);
  return rows[0] && { partyId: rows[0].party_id, staffId: rows[0].staff_id };
}

/** Keeps whose it is; the first word stands. */
export async function keepIdentity(handle: Handle, issuer: string, subject: string, owner: { readonly partyId: Id } | { readonly staffId: Id }): Promise<void> {
  const [partyId, staffId] = 'partyId' in owner ? [owner.partyId, null] : [null, owner.staffId];
  await sql`insert into people.identities (issuer, subject, party_id, staff_id) values (${issuer}, ${subject}, ${partyId}, ${staffId}) on conflict do nothing`.execute(handle);
}

/** What the service knows better than a person's own word: the name; and the phone, since somebody else may have said the number first. Sessions opened under the old phone end. */
export async function changeByCity(handle: Handle, change: { partyId: Id; phoneIndex: Buffer | null; sealed: Buffer; at: Instant }, recordId: Id): Promise<void> {
  await sql`
    with changed as (
      update people.parties set phone_index = ${change.phoneIndex}, sealed = ${change.sealed}, assurance = 'verified_by_city', changed_at = ${change.at}
      where party_id = ${change.partyId} and assurance = 'self_declared' returning party_id
    ), ended as (
      delete from people.sessions where party_id in (select party_id from changed)
    )
    insert into platform.access_records (matter_id, record_id, actor, act, fields, outcome)
    select c.party_id, ${recordId}::uuid, '{"kind":"system","id":"people.city_identity"}'::jsonb, 'people.city_identity', 'name,phone', 'verified' from changed c`.execute(handle);
}

/** The active member of staff whom a subject of an issuer is; undefined where it is linked to nobody. */
export async function findStaffIdentity(handle: Handle, issuer: string, subject: string): Promise<Id | undefined> {
  const { rows } = await sql<{ staff_id: Id }>`
    select i.staff_id from people.staff_identities i join people.staff m on m.staff_id = i.staff_id where i.issuer = ${issuer} and i.subject = ${subject} and m.active`.execute(handle);
  return rows[0]?.staff_id;
}

/** Links a subject to a member of staff; `another`: it is somebody else's, `other_subject`: he is linked to another subject already. */
export async function linkStaffIdentity(handle: Handle, issuer: string, subject: string, staffId: Id): Promise<'linked' | 'another' | 'other_subject'> {
  const { rows } = await sql<{ staff_id: Id }>`
    insert into people.staff_identities (issuer, subject, staff_id) values (${issuer}, ${subject}, ${staffId}) on conflict do nothing returning staff_id`.execute(handle);
  if (rows.length > 0) return 'linked';
  const { rows: known } = await sql<{ staff_id: Id }>`select staff_id from people.staff_identities where issuer = ${issuer} and subject = ${subject}`.execute(handle);
  if (known[0] === undefined) return 'other_subject';
  return known[0].staff_id === staffId ? 'linked' : 'another';
}

/** Since when a member of staff is linked at an issuer. */
export async function staffLinkedAt(handle: Handle, issuer: string, staffId: Id): Promise<Instant | undefined> {
  const { rows } = await sql<{ linked_at: Instant }>`select linked_at from people.staff_identities where issuer = ${issuer} and staff_id = ${staffId}`.execute(handle);
  return rows[0]?.linked_at;
}

/** Ends the links of a member of staff, at one issuer or at all, and the sessions that came from there but the one that asks; whether there was a link. */
export async function endStaffIdentity(handle: Handle, staffId: Id, which: { readonly issuer: string; readonly exceptSession: Buffer } | 'all'): Promise<boolean> {
  const [issuer, except] = which === 'all' ? [null, null] : [which.issuer, which.exceptSession];
  const { rows } = await sql<{ issuer: string }>`
    with ended as (
      delete from people.staff_identities i where i.staff_id = ${staffId} and (${issuer}::text is null or i.issuer = ${issuer}) returning i.issuer, i.subject
    ), over as (
      delete from people.sessions s using people.service_sessions v, ended e
      where v.token_hash = s.token_hash and v.issuer = e.issuer and v.subject = e.subject and s.staff_id = ${staffId} and s.token_hash is distinct from ${except}::bytea
    )
    select issuer from ended order by issuer`.execute(handle);
  return rows.length > 0;
}

/** A sign-in at a service, as the service names it. */
export interface ServiceSession {
  readonly issuer: string;
  readonly subject: string;
  /** claim `sid`; null where the service gives none */
  readonly serviceSession: string | null;
}

/** Notes of a session which sign-in at a service it came from. */
export async function keepServiceSession(handle: Handle, tokenHash: Buffer, from: ServiceSession): Promise<void> {
  await sql`
    insert into people.service_sessions (token_hash, issuer, subject, service_session)
    select s.token_hash, ${from.issuer}, ${from.subject}, ${from.serviceSession} from people.sessions s where s.token_hash = ${tokenHash}
    on conflict on constraint service_sessions_pkey do nothing`.execute(handle);
}

/** The sign-in at a service that a session came from. */
export async function findServiceSession(handle: Handle, tokenHash: Buffer): Promise<ServiceSession | undefined> {
  const { rows } = await sql<{ issuer: string; subject: string; service_session: string | null }>`select issuer, subject, service_session from people.service_sessions where token_hash = ${tokenHash}`.execute(handle);
  return rows[0] && { issuer: rows[0].issuer, subject: rows[0].subject, serviceSession: rows[0].service_session };
}

/** Ends the sessions that came from a sign-in at a service, or all of a subject where it names no sign-in; answers whose they were. */
export async function endServiceSessions(handle: Handle, at: { readonly issuer: string; readonly subject: string | null; readonly serviceSession: string | null }): Promise<readonly { readonly partyId: Id | null; readonly staffId: Id | null }[]> {
  const { rows } = await sql<{ party_id: Id | null; staff_id: Id | null }>`
    delete from people.sessions s using people.service_sessions v
    where v.token_hash = s.token_hash and v.issuer = ${at.issuer}
      and (${at.serviceSession}::text is null or v.service_session = ${at.serviceSession}) and (${at.subject}::text is null or v.subject = ${at.subject})
      and (${at.serviceSession}::text is not null or ${at.subject}::text is not null)
    returning s.party_id, s.staff_id`.execute(handle);
  return rows.map((row) => ({ partyId: row.party_id, staffId: row.staff_id }));
}

/** Takes a logout token, once; false where it was taken before. Those that are over are forgotten. */
export async function takeLogoutToken(handle: Handle, tokenHash: Buffer, at: Instant, expiresAt: Instant): Promise<boolean> {
  const { rows } = await sql<{ token_hash: Buffer }>`
    with over as (delete from people.logout_tokens where expires_at <= ${at} and token_hash <> ${tokenHash})
    insert into people.logout_tokens (token_hash, expires_at) values (${tokenHash}, ${expiresAt}) on conflict do nothing returning token_hash`.execute(handle);
  return rows.length > 0;
}
