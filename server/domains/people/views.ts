import { sql } from 'kysely';
import type { HeldPost } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';
import { localDayOf, type Instant } from '../../kernel/instant.ts';
import type { Handle } from '../../platform/db/database.ts';
import type { PartyOutside } from './party-view.ts';
import type { SessionStage } from './factor.ts';
import type { SessionTimes } from './session-life.ts';

/** A party as read: its particulars still sealed; `wrapped` is null where they were erased. */
export interface StoredParty extends PartyOutside {
  readonly phoneIndex: Buffer | null;
  readonly sealed: Buffer;
  readonly wrapped: Buffer | null;
}

interface PartyColumns {
  readonly party_id: Id;
  readonly subject: PartyOutside['subject'];
  readonly number_kind: string;
  readonly assurance: PartyOutside['assurance'];
  readonly phone_index: Buffer | null;
  readonly sealed: Buffer;
  readonly wrapped: Buffer | null;
}

const storedParty = (row: PartyColumns): StoredParty => ({
  partyId: row.party_id, subject: row.subject, numberKind: row.number_kind, assurance: row.assurance,
  phoneIndex: row.phone_index, sealed: row.sealed, wrapped: row.wrapped,
});

const partyColumns = sql`p.party_id, p.subject, p.number_kind, p.assurance, p.phone_index, p.sealed, k.wrapped`;
const partyTables = sql`people.parties p left join platform.data_keys k on k.owner_id = p.party_id`;

/** The parties with these ids, at most as many as there are ids. */
export async function partiesById(handle: Handle, ids: readonly Id[]): Promise<readonly StoredParty[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<PartyColumns>`select ${partyColumns} from ${partyTables} where p.party_id = any(${ids}::uuid[]) order by p.party_id limit ${ids.length}`.execute(handle);
  return rows.map(storedParty);
}

/** The party with this number, by blind index. */
export async function findPartyByNumber(handle: Handle, numberIndex: Buffer): Promise<StoredParty | undefined> {
  const { rows } = await sql<PartyColumns>`select ${partyColumns} from ${partyTables} where p.number_index = ${numberIndex}`.execute(handle);
  return rows[0] && storedParty(rows[0]);
}

/** The party this phone is bound to, by blind index. */
export async function findPartyByPhone(handle: Handle, phoneIndex: Buffer): Promise<StoredParty | undefined> {
  const { rows } = await sql<PartyColumns>`select ${partyColumns} from ${partyTables} where p.phone_index = ${phoneIndex}`.execute(handle);
  return rows[0] && storedParty(rows[0]);
}

/** Ids of parties by the hex of their number's blind index. */
export async function partyIdsByNumber(handle: Handle, indexes: readonly Buffer[]): Promise<ReadonlyMap<string, Id>> {
  const { rows } = await sql<{ party_id: Id; number_index: Buffer }>`
    select party_id, number_index from people.parties where number_index = any(${indexes}::bytea[]) order by party_id limit ${indexes.length}`.execute(handle);
  return new Map(rows.map((row) => [row.number_index.toString('hex'), row.party_id]));
}

/** A session as read, with the posts in force of its staff member. */
export interface StoredSession extends SessionTimes {
  readonly ownerId: Id;
  readonly csrfToken: string;
  readonly stage: SessionStage;
  readonly freshAt: Instant | null;
  readonly posts: readonly HeldPost[];
  /** absent colleagues whose work the staff member does today */
  readonly standsInFor: readonly Id[];
}

/** The session behind a token's hash, alive or not; none for staff who are no longer active. */
export async function findSession(handle: Handle, tokenHash: Buffer, at: Instant): Promise<StoredSession | undefined> {
  const { rows } = await sql<{ kind: StoredSession['kind']; owner_id: Id; csrf_token: string; seen_at: Instant; expires_at: Instant; stage: SessionStage; fresh_at: Instant | null; posts: readonly HeldPost[]; stands_in_for: readonly Id[] }>`
    select s.kind, coalesce(s.party_id, s.staff_id, s.sign_in_id) as owner_id, s.csrf_token, s.seen_at, s.expires_at, s.stage, s.fresh_at, ${postsOf(sql`s.staff_id`, at)} as posts,
      (select coalesce(jsonb_agg(a.staff_id order by a.staff_id), '[]'::jsonb) from people.absences a
        where a.stand_in = s.staff_id and a.ended_at is null and ${localDayOf(at)}::date between a.from_on and a.to_on) as stands_in_for
    from people.sessions s left join people.staff m on m.staff_id = s.staff_id
    where s.token_hash = ${tokenHash} and (s.staff_id is null or m.active)`.execute(handle);
  const row = rows[0];
  return row && { kind: row.kind, ownerId: row.owner_id, csrfToken: row.csrf_token, seenAt: row.seen_at, expiresAt: row.expires_at, stage: row.stage, freshAt: row.fresh_at, posts: row.posts, standsInFor: row.stands_in_for };
}

const postsOf = (staffId: ReturnType<typeof sql>, at: Instant) => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('institution', p.institution, 'unit', p.unit, 'role', p.role) order by p.institution, p.role), '[]'::jsonb)
  from people.posts p where p.staff_id = ${staffId} and p.from_at <= ${at} and (p.to_at is null or p.to_at > ${at}))`;

/** A sent code as far as a refusal or a newcomer needs it. */
export interface StoredSignIn {
  readonly phoneIndex: Buffer;
  readonly sealed: Buffer;
  readonly wrapped: Buffer;
  readonly attempts: number;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
}

/** The sign-in with this id. */
export async function findSignIn(handle: Handle, signInId: Id): Promise<StoredSignIn | undefined> {
  const { rows } = await sql<{ phone_index: Buffer; sealed: Buffer; wrapped: Buffer; attempts: number; expires_at: Instant; used_at: Instant | null }>`
    select phone_index, sealed, wrapped, attempts, expires_at, used_at from people.sign_ins where sign_in_id = ${signInId}`.execute(handle);
  const row = rows[0];
  return row && { phoneIndex: row.phone_index, sealed: row.sealed, wrapped: row.wrapped, attempts: row.attempts, expiresAt: row.expires_at, usedAt: row.used_at };
}

/** A member of staff as read. */
export interface StoredStaff {
  readonly staffId: Id;
  readonly login: string;
  readonly name: string;
  readonly active: boolean;
  readonly posts: readonly HeldPost[];
}

interface StaffColumns {
  readonly staff_id: Id;
  readonly login: string;
  readonly name: string;
  readonly active: boolean;
  readonly posts: readonly HeldPost[];
}

const storedStaff = (row: StaffColumns): StoredStaff => ({ staffId: row.staff_id, login: row.login, name: row.name, active: row.active, posts: row.posts });

/** Longest list of staff ever answered. */
export const staffListBound = 200;

/** Staff by name, at most 200, by a part of name or login, or by an institution they hold a post in; `total` counts all that fit. */
export async function listStaff(handle: Handle, wanted: { text: string | undefined; institution: string | undefined }, at: Instant): Promise<{ staff: readonly StoredStaff[]; total: number }> {
  const part = wanted.text === undefined || wanted.text === '' ? null : `%${wanted.text.replace(/[\\%_]/g, '\\$&')}%`;
  const institution = wanted.institution ?? null;
  const { rows } = await sql<StaffColumns & { total: number }>`
    select m.staff_id, m.login, m.name, m.active, ${postsOf(sql`m.staff_id`, at)} as posts, count(*) over () as total
    from people.staff m
    where m.kind = 'person' and (${part}::text is null or m.name ilike ${part} or m.login ilike ${part})
      and (${institution}::text is null or exists (
        select 1 from people.posts h where h.staff_id = m.staff_id and h.institution = ${institution} and h.from_at <= ${at} and (h.to_at is null or h.to_at > ${at})))
    order by m.name, m.login limit ${staffListBound}`.execute(handle);
  return { staff: rows.map(storedStaff), total: rows[0]?.total ?? 0 };
}

/** The member of staff with this login, active or not, with what the password is checked against. */
export async function findStaffByLogin(handle: Handle, login: string): Promise<{ staffId: Id; passwordHash: string; active: boolean } | undefined> {
  const { rows } = await sql<{ staff_id: Id; password_hash: string; active: boolean }>`select staff_id, password_hash, active from people.staff where login = ${login}`.execute(handle);
  const row = rows[0];
  return row && { staffId: row.staff_id, passwordHash: row.password_hash, active: row.active };
}

/** Names of staff by id. */
export async function staffNames(handle: Handle, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ staff_id: Id; name: string }>`select staff_id, name from people.staff where staff_id = any(${ids}::uuid[]) order by staff_id limit ${ids.length}`.execute(handle);
  return new Map(rows.map((row) => [row.staff_id, row.name]));
}

/** Somebody who holds a post now. */
export interface StoredHolder extends HeldPost {
  readonly staffId: Id;
}

/** Active staff who hold one of the roles at a moment, in the institutions named or in institutions of the units named. */
export async function postHolders(handle: Handle, roles: readonly HeldPost['role'][], among: { readonly institutions?: readonly string[]; readonly units?: readonly string[] }, at: Instant): Promise<readonly StoredHolder[]> {
  const { rows } = await sql<{ staff_id: Id; institution: string; unit: string; role: HeldPost['role'] }>`
    select distinct p.staff_id, p.institution, p.unit, p.role from people.posts p join people.staff m on m.staff_id = p.staff_id
    where m.active and p.role = any(${roles}) and p.from_at <= ${at} and (p.to_at is null or p.to_at > ${at})
      and (p.institution = any(${among.institutions ?? []}::text[]) or p.unit = any(${among.units ?? []}::text[]))
    order by p.institution, p.role, p.staff_id`.execute(handle);
  return rows.map((row) => ({ staffId: row.staff_id, institution: row.institution, unit: row.unit, role: row.role }));
}
