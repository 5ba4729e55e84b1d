import { sql } from 'kysely';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Handle } from '../../platform/db/database.ts';
import type { FactorOwner } from './factor.ts';

const staffOf = (owner: FactorOwner): Id | null => owner.staffId ?? null;
const partyOf = (owner: FactorOwner): Id | null => owner.partyId ?? null;
const owned = (owner: FactorOwner, table: string) => (owner.staffId === undefined ? sql`${sql.ref(`${table}.party_id`)} = ${owner.partyId}::uuid` : sql`${sql.ref(`${table}.staff_id`)} = ${owner.staffId}::uuid`);

/** Keeps a code generator that nobody confirmed yet, in the place of one begun before; its data key beside the others. */
export async function addTotp(handle: Handle, row: { factorId: Id; owner: FactorOwner; name: string; sealed: Buffer; wrapped: Buffer; at: Instant }): Promise<void> {
  await sql`
    with before as (
      update people.factors f set ended_at = ${row.at}, sealed = null where ${owned(row.owner, 'f')} and f.kind = 'totp' and f.confirmed_at is null and f.ended_at is null returning f.factor_id
    ), unkeyed as (delete from platform.data_keys k using before b where k.owner_id = b.factor_id),
    keyed as (insert into platform.data_keys (owner_id, wrapped) values (${row.factorId}, ${row.wrapped}))
    insert into people.factors (factor_id, staff_id, party_id, kind, name, sealed, made_at)
    values (${row.factorId}, ${staffOf(row.owner)}, ${partyOf(row.owner)}, 'totp', ${row.name}, ${row.sealed}, ${row.at})`.execute(handle);
}

/** Uses the code of a step: true only for the first use of a step later than every one used before (RFC 6238 §5.2). With `confirms` the generator counts from now on. */
export async function useTotpStep(handle: Handle, use: { factorId: Id; step: number; at: Instant; confirms: boolean }): Promise<boolean> {
  const { rows } = await sql<{ factor_id: Id }>`
    update people.factors set last_step = ${use.step}, last_used_at = ${use.at}, confirmed_at = coalesce(confirmed_at, ${use.at})
    where factor_id = ${use.factorId} and ended_at is null and (last_step is null or last_step < ${use.step}) and (confirmed_at is null) = ${use.confirms}
    returning factor_id`.execute(handle);
  return rows.length > 0;
}

/** Keeps a passkey; false where the credential is known already. */
export async function addPasskeyRow(handle: Handle, row: { factorId: Id; owner: FactorOwner; name: string; credentialId: Buffer; publicKey: Buffer; signCount: number; transports: readonly string[]; at: Instant }): Promise<boolean> {
  const { rows } = await sql<{ factor_id: Id }>`
    insert into people.factors (factor_id, staff_id, party_id, kind, name, credential_id, public_key, sign_count, transports, made_at, confirmed_at)
    values (${row.factorId}, ${staffOf(row.owner)}, ${partyOf(row.owner)}, 'passkey', ${row.name}, ${row.credentialId}, ${row.publicKey}, ${row.signCount}, ${row.transports}::text[], ${row.at}, ${row.at})
    on conflict on constraint factors_credential do nothing returning factor_id`.execute(handle);
  return rows.length > 0;
}

/** Notes the use of a passkey; false where its counter did not grow though it counts, which is a copied key (WebAuthn §6.1.1). */
export async function usePasskeyRow(handle: Handle, use: { factorId: Id; signCount: number; at: Instant }): Promise<boolean> {
  const { rows } = await sql<{ factor_id: Id }>`
    update people.factors set sign_count = ${use.signCount}, last_used_at = ${use.at}
    where factor_id = ${use.factorId} and ended_at is null and (sign_count < ${use.signCount} or (sign_count = 0 and ${use.signCount} = 0)) returning factor_id`.execute(handle);
  return rows.length > 0;
}

/** Ends one factor, unless it is the last and one must stay; its secret is erased with its key. */
export async function endFactorRow(handle: Handle, given: { owner: FactorOwner; factorId: Id; keepLast: boolean; at: Instant }): Promise<'ended' | 'unknown' | 'last'> {
  const { rows } = await sql<{ ended: boolean; known: boolean }>`
    with mine as (select f.factor_id from people.factors f where ${owned(given.owner, 'f')} and f.ended_at is null and f.confirmed_at is not null order by f.factor_id for update),
    ended as (
      update people.factors f set ended_at = ${given.at}, sealed = null
      where f.factor_id = ${given.factorId} and f.factor_id in (select m.factor_id from mine m) and (not ${given.keepLast}::boolean or (select count(*) from mine m) > 1) returning f.factor_id
    ), unkeyed as (delete from platform.data_keys k using ended e where k.owner_id = e.factor_id)
    select exists (select 1 from ended) as ended, exists (select 1 from mine m where m.factor_id = ${given.factorId}) as known`.execute(handle);
  if (rows[0]?.ended) return 'ended';
  return rows[0]?.known ? 'last' : 'unknown';
}

/** Ends every factor and every recovery code of somebody; answers how many factors counted. */
export async function endAllFactors(handle: Handle, owner: FactorOwner, at: Instant): Promise<number> {
  const { rows } = await sql<{ counted: number }>`
    with ended as (
      update people.factors f set ended_at = ${at}, sealed = null where ${owned(owner, 'f')} and f.ended_at is null returning f.factor_id, f.confirmed_at
    ), unkeyed as (delete from platform.data_keys k using ended e where k.owner_id = e.factor_id),
    uncoded as (delete from people.recovery_codes c where ${owned(owner, 'c')})
    select count(*)::integer as counted from ended where confirmed_at is not null`.execute(handle);
  return rows[0]?.counted ?? 0;
}

/** Keeps new recovery codes in the place of all before; with `unlessSome` only where there is none to use. Whether they were kept. */
export async function keepRecoveryCodes(handle: Handle, given: { owner: FactorOwner; hashes: readonly Buffer[]; at: Instant; unlessSome: boolean }): Promise<boolean> {
  const { rows } = await sql<{ code_hash: Buffer }>`
    with standing as (select 1 as one from people.recovery_codes c where ${owned(given.owner, 'c')} and c.used_at is null limit 1),
    old as (delete from people.recovery_codes c where ${owned(given.owner, 'c')} and (not ${given.unlessSome}::boolean or not exists (select 1 from standing)))
    insert into people.recovery_codes (code_hash, staff_id, party_id, made_at)
    select g.code_hash, ${staffOf(given.owner)}::uuid, ${partyOf(given.owner)}::uuid, ${given.at}::timestamptz from unnest(${given.hashes}::bytea[]) as g(code_hash)
    where not ${given.unlessSome}::boolean or not exists (select 1 from standing)
    returning code_hash`.execute(handle);
  return rows.length > 0;
}

/** Uses a recovery code; true once. */
export async function useRecoveryCode(handle: Handle, use: { owner: FactorOwner; codeHash: Buffer; at: Instant }): Promise<boolean> {
  const { rows } = await sql<{ code_hash: Buffer }>`
    update people.recovery_codes c set used_at = ${use.at} where c.code_hash = ${use.codeHash} and ${owned(use.owner, 'c')} and c.used_at is null returning c.code_hash`.execute(handle);
  return rows.length > 0;
}

/** Keeps a challenge. */
export async function addChallenge(handle: Handle, row: { challengeId: Id; purpose: string; tokenHash: Buffer | null; challenge: string; expiresAt: Instant }): Promise<void> {
  await sql`
    insert into people.passkey_challenges (challenge_id, purpose, token_hash, challenge, expires_at)
    values (${row.challengeId}, ${row.purpose}, ${row.tokenHash}, ${row.challenge}, ${row.expiresAt})`.execute(handle);
}

/** Takes a challenge away, once, for its purpose and its session; undefined where there is none or it is too old. */
export async function takeChallenge(handle: Handle, wanted: { challengeId: Id; purpose: string; tokenHash: Buffer | null; at: Instant }): Promise<string | undefined> {
  const { rows } = await sql<{ challenge: string }>`
    delete from people.passkey_challenges
    where challenge_id = ${wanted.challengeId} and purpose = ${wanted.purpose} and token_hash is not distinct from ${wanted.tokenHash}::bytea and expires_at > ${wanted.at} returning challenge`.execute(handle);
  return rows[0]?.challenge;
}

/** An entry of somebody's sign-in history. */
export interface HistoryRow {
  readonly entryId: Id;
  readonly owner: FactorOwner;
  readonly at: Instant;
  readonly way: string;
  readonly outcome: string;
  readonly addressPart: string;
  readonly browser: string;
}

/** Writes an entry of the history. */
export async function addHistory(handle: Handle, row: HistoryRow): Promise<void> {
  await sql`
    insert into people.sign_in_history (entry_id, staff_id, party_id, at, way, outcome, address_part, browser)
    values (${row.entryId}, ${staffOf(row.owner)}, ${partyOf(row.owner)}, ${row.at}, ${row.way}, ${row.outcome}, ${row.addressPart}, ${row.browser})`.execute(handle);
}

/** Makes a session fresh. */
export async function freshenSession(handle: Handle, tokenHash: Buffer, at: Instant): Promise<void> {
  await sql`update people.sessions set fresh_at = ${at} where token_hash = ${tokenHash}`.execute(handle);
}

/** Ends sessions of somebody: one of them by its name, or all but one. Answers how many. */
export async function endSessionsOf(handle: Handle, owner: FactorOwner, which: { only: Id } | { except: Buffer | null }): Promise<number> {
  const chosen = 'only' in which ? sql`s.session_id = ${which.only}::uuid` : which.except === null ? sql`true` : sql`s.token_hash <> ${which.except}::bytea`;
  const { rows } = await sql<{ session_id: Id }>`delete from people.sessions s where ${owned(owner, 's')} and ${chosen} returning s.session_id`.execute(handle);
  return rows.length;
}

/** Keeps a new password, and ends every session of its owner in the same statement. */
export async function changePasswordHash(handle: Handle, staffId: Id, passwordHash: string): Promise<void> {
  await sql`
    with changed as (update people.staff set password_hash = ${passwordHash} where staff_id = ${staffId} returning staff_id)
    delete from people.sessions s using changed c where s.staff_id = c.staff_id`.execute(handle);
}

/** Forgets challenges that are over and generators never confirmed of yesterday. The history goes with the retention rules, which ask for holds first. */
export async function forgetOldFactors(handle: Handle, at: Instant): Promise<void> {
  await sql`delete from people.passkey_challenges where expires_at <= ${at}`.execute(handle);
  await sql`
    with ended as (
      update people.factors set ended_at = ${at}, sealed = null where kind = 'totp' and confirmed_at is null and ended_at is null and made_at < ${at}::timestamptz - interval '1 day' returning factor_id
    )
    delete from platform.data_keys k using ended e where k.owner_id = e.factor_id`.execute(handle);
}
