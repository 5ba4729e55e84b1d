/** Consents in the database: what stands, what was taken back. */
import { sql } from 'kysely';
import type { Consent, ConsentScope } from '../../../contract/consents.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Handle } from '../../platform/db/database.ts';

/** Most consents of one person that are told: one given and taken back every day for three months. */
const listBound = 100;

/** A person's consents, newest first. */
export async function listConsents(handle: Handle, partyId: Id): Promise<readonly Consent[]> {
  const { rows } = await sql<Consent>`
    select c.scope, c.given_at as "givenAt", c.withdrawn_at as "withdrawnAt", c.channel, c.language, encode(c.text_hash, 'hex') as "textHash"
    from privacy.consents c where c.party_id = ${partyId} order by c.withdrawn_at is null desc, c.given_at desc, c.consent_id limit ${listBound}`.execute(handle);
  return rows;
}

/** Keeps a consent; one that stands already stays as it was given. */
export async function insertConsent(handle: Handle, consent: { consentId: Id; partyId: Id; scope: ConsentScope; sensitive: boolean; textHash: string; language: string; channel: Consent['channel']; at: Instant }): Promise<void> {
  await sql`
    insert into privacy.consents (consent_id, party_id, scope, sensitive, text_hash, language, channel, given_at)
    values (${consent.consentId}, ${consent.partyId}, ${consent.scope}, ${consent.sensitive}, decode(${consent.textHash}, 'hex'), ${consent.language}, ${consent.channel}, ${consent.at})
    on conflict do nothing`.execute(handle);
}

/** Ends the consent that stands; answers whether there was one. */
export async function endConsent(handle: Handle, partyId: Id, scope: ConsentScope, at: Instant): Promise<boolean> {
  const { rows } = await sql`update privacy.consents c set withdrawn_at = greatest(${at}::timestamptz, c.given_at) where c.party_id = ${partyId} and c.scope = ${scope} and c.withdrawn_at is null returning 1`.execute(handle);
  return rows.length > 0;
}

/** The scopes a person agrees to at this moment: asked of the database each time, so that taking back works at once. */
export async function standingScopes(handle: Handle, partyId: Id): Promise<ReadonlySet<ConsentScope>> {
  const { rows } = await sql<{ scope: ConsentScope }>`select c.scope from privacy.consents c where c.party_id = ${partyId} and c.withdrawn_at is null order by c.scope limit ${listBound}`.execute(handle);
  return new Set(rows.map((row) => row.scope));
}
