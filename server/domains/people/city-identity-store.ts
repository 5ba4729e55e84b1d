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
}

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
