import { sql } from 'kysely';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Handle } from '../../platform/db/database.ts';
import { factorsMost, historyShown, sessionsShown, type FactorKind, type FactorOwner } from './factor.ts';

const owned = (owner: FactorOwner, table: string) => (owner.staffId === undefined ? sql`${sql.ref(`${table}.party_id`)} = ${owner.partyId}::uuid` : sql`${sql.ref(`${table}.staff_id`)} = ${owner.staffId}::uuid`);

/** A factor as read. `sealed` and `wrapped` are there for code generators, the rest for passkeys. */
export interface StoredFactor {
  readonly factorId: Id;
  readonly kind: FactorKind;
  readonly name: string;
  readonly sealed: Buffer | null;
  readonly wrapped: Buffer | null;
  readonly credentialId: Buffer | null;
  readonly publicKey: Buffer | null;
  readonly signCount: number;
  readonly transports: readonly string[];
  readonly madeAt: Instant;
  readonly lastUsedAt: Instant | null;
}

interface FactorColumns {
  readonly factor_id: Id;
  readonly kind: FactorKind;
  readonly name: string;
  readonly sealed: Buffer | null;
  readonly wrapped: Buffer | null;
  readonly credential_id: Buffer | null;
  readonly public_key: Buffer | null;
  readonly sign_count: string | number | null;
  readonly transports: readonly string[] | null;
  readonly made_at: Instant;
  readonly last_used_at: Instant | null;
}

const factorColumns = sql`f.factor_id, f.kind, f.name, f.sealed, k.wrapped, f.credential_id, f.public_key, f.sign_count, f.transports, f.made_at, f.last_used_at`;
const factorTables = sql`people.factors f left join platform.data_keys k on k.owner_id = f.factor_id`;
const storedFactor = (row: FactorColumns): StoredFactor => ({
  factorId: row.factor_id, kind: row.kind, name: row.name, sealed: row.sealed, wrapped: row.wrapped, credentialId: row.credential_id, publicKey: row.public_key,
  signCount: Number(row.sign_count ?? 0), transports: row.transports ?? [], madeAt: row.made_at, lastUsedAt: row.last_used_at,
});

/** Somebody's factors that count, the oldest first. */
export async function factorsOf(handle: Handle, owner: FactorOwner): Promise<readonly StoredFactor[]> {
  const { rows } = await sql<FactorColumns>`
    select ${factorColumns} from ${factorTables} where ${owned(owner, 'f')} and f.ended_at is null and f.confirmed_at is not null order by f.made_at, f.factor_id limit ${factorsMost}`.execute(handle);
  return rows.map(storedFactor);
}

/** A code generator of somebody's that waits for its first code. */
export async function findUnconfirmedTotp(handle: Handle, owner: FactorOwner, factorId: Id): Promise<StoredFactor | undefined> {
  const { rows } = await sql<FactorColumns>`
    select ${factorColumns} from ${factorTables} where f.factor_id = ${factorId} and ${owned(owner, 'f')} and f.kind = 'totp' and f.ended_at is null and f.confirmed_at is null`.execute(handle);
  return rows[0] && storedFactor(rows[0]);
}

/** The passkey with this credential, with its owner; none of staff who are no longer active. */
export async function findPasskey(handle: Handle, credentialId: Buffer): Promise<{ factor: StoredFactor; owner: FactorOwner } | undefined> {
  const { rows } = await sql<FactorColumns & { staff_id: Id | null; party_id: Id | null }>`
    select ${factorColumns}, f.staff_id, f.party_id from ${factorTables} left join people.staff m on m.staff_id = f.staff_id
    where f.credential_id = ${credentialId} and f.ended_at is null and (f.staff_id is null or m.active)`.execute(handle);
  const row = rows[0];
  if (!row) return undefined;
  return { factor: storedFactor(row), owner: row.staff_id === null ? { partyId: row.party_id ?? '' } : { staffId: row.staff_id } };
}

/** How many recovery codes can still be used. */
export async function recoveryCodesLeft(handle: Handle, owner: FactorOwner): Promise<number> {
  const { rows } = await sql<{ left: number }>`select count(*)::integer as left from people.recovery_codes c where ${owned(owner, 'c')} and c.used_at is null`.execute(handle);
  return rows[0]?.left ?? 0;
}

/** Open sessions of somebody, the newest use first. */
export async function sessionsOf(handle: Handle, owner: FactorOwner, at: Instant): Promise<readonly { sessionId: Id; tokenHash: Buffer; madeAt: Instant; seenAt: Instant; address: string; browser: string }[]> {
  const { rows } = await sql<{ session_id: Id; token_hash: Buffer; made_at: Instant; seen_at: Instant; address_part: string; browser: string }>`
    select s.session_id, s.token_hash, s.made_at, s.seen_at, s.address_part, s.browser from people.sessions s
    where ${owned(owner, 's')} and s.expires_at > ${at} and s.stage = 'whole' order by s.seen_at desc, s.session_id limit ${sessionsShown}`.execute(handle);
  return rows.map((row) => ({ sessionId: row.session_id, tokenHash: row.token_hash, madeAt: row.made_at, seenAt: row.seen_at, address: row.address_part, browser: row.browser }));
}

/** The newest entries of somebody's history. */
export async function historyOf<Way extends string, Outcome extends string>(handle: Handle, owner: FactorOwner): Promise<readonly { at: Instant; way: Way; outcome: Outcome; address: string; browser: string }[]> {
  const { rows } = await sql<{ at: Instant; way: Way; outcome: Outcome; address_part: string; browser: string }>`
    select h.at, h.way, h.outcome, h.address_part, h.browser from people.sign_in_history h where ${owned(owner, 'h')} order by h.at desc, h.entry_id desc limit ${historyShown}`.execute(handle);
  return rows.map((row) => ({ at: row.at, way: row.way, outcome: row.outcome, address: row.address_part, browser: row.browser }));
}

/** What a member of staff is known by to a code generator and to a password: login, name, hash. */
export async function findStaffAccount(handle: Handle, staffId: Id): Promise<{ login: string; name: string; passwordHash: string } | undefined> {
  const { rows } = await sql<{ login: string; name: string; password_hash: string }>`select login, name, password_hash from people.staff where staff_id = ${staffId} and active`.execute(handle);
  return rows[0] && { login: rows[0].login, name: rows[0].name, passwordHash: rows[0].password_hash };
}
