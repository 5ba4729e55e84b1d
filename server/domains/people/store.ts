import { sql } from 'kysely';
import type { By, HeldPost } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Handle } from '../../platform/db/database.ts';
import type { PartyOutside } from './party-view.ts';
import type { SessionStage } from './factor.ts';
import { seenEverySeconds, type SessionKind } from './session-life.ts';

/** A party as its row is written. Indexes are blind, particulars sealed. */
export interface PartyRow extends PartyOutside {
  readonly numberIndex: Buffer;
  readonly phoneIndex: Buffer | null;
  readonly sealed: Buffer;
  readonly wrapped: Buffer;
}

/** Who did what to a party's particulars, written together with it (C-PR-7). */
export interface AccessRow {
  readonly recordId: Id;
  /** Whose particulars; for a number nobody has, the staff member who asked. */
  readonly ownerId: Id;
  readonly by: By;
  readonly act: string;
  readonly fields: string;
  readonly outcome: string;
}

/** Rows for one round trip. */
export const rowsAtOnce = 500;

const hex = (bytes: Buffer | null): string | null => (bytes === null ? null : bytes.toString('hex'));

/** Adds parties with their data keys and access records in one statement. A number already there keeps its party: its row is left out of the answer. */
export async function addParties(handle: Handle, parties: readonly PartyRow[], access: readonly AccessRow[] = []): Promise<ReadonlySet<Id>> {
  const rows = parties.map((party) => ({
    party_id: party.partyId, subject: party.subject, number_kind: party.numberKind, assurance: party.assurance,
    number_index: hex(party.numberIndex), phone_index: hex(party.phoneIndex), sealed: hex(party.sealed), wrapped: hex(party.wrapped),
  }));
  const made = await sql<{ party_id: Id }>`
    with given as (
      select g.party_id, g.subject, g.number_kind, g.assurance, g.number_index, g.phone_index, g.sealed, g.wrapped
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as g(party_id uuid, subject text, number_kind text, assurance text, number_index text, phone_index text, sealed text, wrapped text)
    ), made as (
      insert into people.parties (party_id, subject, number_kind, number_index, phone_index, sealed, assurance)
      select party_id, subject, number_kind, decode(number_index, 'hex'), decode(phone_index, 'hex'), decode(sealed, 'hex'), assurance from given
      on conflict on constraint parties_number do nothing
      returning party_id
    ), keyed as (
      insert into platform.data_keys (owner_id, wrapped) select g.party_id, decode(g.wrapped, 'hex') from given g join made m on m.party_id = g.party_id
    ), recorded as (
      insert into platform.access_records (matter_id, record_id, actor, act, fields, outcome)
      select a.owner_id, a.record_id, a.actor, a.act, a.fields, a.outcome
      from jsonb_to_recordset(${accessJson(access)}::jsonb) as a(owner_id uuid, record_id uuid, actor jsonb, act text, fields text, outcome text)
      where a.owner_id in (select m.party_id from made m)
    )
    select party_id from made order by party_id`.execute(handle);
  return new Set(made.rows.map((row) => row.party_id));
}

/** What a document seen at the window changes. Open sessions end where the phone is another one from now on. */
export async function changeParty(handle: Handle, change: { partyId: Id; phoneIndex: Buffer | null; sealed: Buffer; phoneChanged: boolean; at: Instant }, access: AccessRow): Promise<void> {
  await sql`
    with changed as (
      update people.parties set phone_index = ${change.phoneIndex}, sealed = ${change.sealed}, assurance = 'verified_at_window', changed_at = ${change.at}
      where party_id = ${change.partyId} returning party_id
    ), ended as (
      delete from people.sessions where ${change.phoneChanged} and party_id in (select party_id from changed)
    )
    insert into platform.access_records (matter_id, record_id, actor, act, fields, outcome)
    select c.party_id, ${access.recordId}::uuid, ${JSON.stringify(access.by)}::jsonb, ${access.act}, ${access.fields}, ${access.outcome} from changed c`.execute(handle);
}

/** Writes who looked for whom. */
export async function recordAccess(handle: Handle, access: AccessRow): Promise<void> {
  await sql`
    insert into platform.access_records (matter_id, record_id, actor, act, fields, outcome)
    values (${access.ownerId}::uuid, ${access.recordId}::uuid, ${JSON.stringify(access.by)}::jsonb, ${access.act}, ${access.fields}, ${access.outcome})`.execute(handle);
}

const accessJson = (access: readonly AccessRow[]): string =>
  JSON.stringify(access.map((row) => ({ owner_id: row.ownerId, record_id: row.recordId, actor: row.by, act: row.act, fields: row.fields, outcome: row.outcome })));

/** A session as its row is written. */
export interface SessionRow {
  readonly tokenHash: Buffer;
  readonly kind: SessionKind;
  readonly ownerId: Id;
  readonly csrfToken: string;
  readonly at: Instant;
  readonly expiresAt: Instant;
  readonly stage: SessionStage;
  readonly freshAt: Instant | null;
  readonly addressPart: string;
  readonly browser: string;
}

/** Opens a session and, in the same statement, ends the one it takes the place of. */
export async function openSession(handle: Handle, session: SessionRow, replaced: Buffer | null): Promise<void> {
  const owner = (kind: SessionKind): Id | null => (session.kind === kind ? session.ownerId : null);
  await sql`
    with ended as (delete from people.sessions where token_hash = ${replaced})
    insert into people.sessions (token_hash, kind, party_id, staff_id, sign_in_id, csrf_token, made_at, seen_at, expires_at, stage, fresh_at, address_part, browser)
    values (${session.tokenHash}, ${session.kind}, ${owner('resident')}, ${owner('staff')}, ${owner('newcomer')}, ${session.csrfToken}, ${session.at}, ${session.at}, ${session.expiresAt},
      ${session.stage}, ${session.freshAt}, ${session.addressPart}, ${session.browser})`.execute(handle);
}

/** Marks a session as used, unless another process just did. */
export async function sessionSeen(handle: Handle, tokenHash: Buffer, at: Instant): Promise<void> {
  await sql`update people.sessions set seen_at = ${at} where token_hash = ${tokenHash} and seen_at <= ${at}::timestamptz - ${seenEverySeconds} * interval '1 second'`.execute(handle);
}

/** Ends a session. */
export async function endSession(handle: Handle, tokenHash: Buffer): Promise<void> {
  await sql`delete from people.sessions where token_hash = ${tokenHash}`.execute(handle);
}

/** A sent code as its row is written. */
export interface SignInRow {
  readonly signInId: Id;
  readonly phoneIndex: Buffer;
  readonly sealed: Buffer;
  readonly wrapped: Buffer;
  readonly codeHash: Buffer;
  readonly at: Instant;
  readonly expiresAt: Instant;
}

/** Keeps a code that is about to be sent. */
export async function addSignIn(handle: Handle, row: SignInRow): Promise<void> {
  await sql`
    insert into people.sign_ins (sign_in_id, phone_index, sealed, wrapped, code_hash, made_at, expires_at)
    values (${row.signInId}, ${row.phoneIndex}, ${row.sealed}, ${row.wrapped}, ${row.codeHash}, ${row.at}, ${row.expiresAt})`.execute(handle);
}

/** Counts an attempt and uses the code when it fits, in one statement, so that no two calls share an attempt or a code. Undefined when there is nothing to try any more. */
export async function tryCode(handle: Handle, attempt: { signInId: Id; codeHash: Buffer; most: number; at: Instant }): Promise<{ opened: boolean; attempts: number; phoneIndex: Buffer } | undefined> {
  const { rows } = await sql<{ opened: boolean; attempts: number; phone_index: Buffer }>`
    update people.sign_ins set attempts = attempts + 1, used_at = case when code_hash = ${attempt.codeHash} then ${attempt.at}::timestamptz end
    where sign_in_id = ${attempt.signInId} and used_at is null and expires_at > ${attempt.at} and attempts < ${attempt.most}
    returning used_at is not null as opened, attempts, phone_index`.execute(handle);
  const row = rows[0];
  return row && { opened: row.opened, attempts: row.attempts, phoneIndex: row.phone_index };
}

/** Forgets what no rule asks for any more: sessions past their end, codes older than `before`. */
export async function forgetOld(handle: Handle, at: Instant, before: Instant): Promise<void> {
  await sql`delete from people.sessions where expires_at <= ${at}`.execute(handle);
  await sql`delete from people.sign_ins where made_at < ${before}`.execute(handle);
}

/** A staff member as written. */
export interface StaffRow {
  readonly staffId: Id;
  readonly login: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly posts: readonly HeldPost[];
}

/** Adds staff with their posts in one statement. A login already there is left out of the answer. */
export async function addStaff(handle: Handle, staff: readonly StaffRow[], at: Instant): Promise<ReadonlySet<Id>> {
  const { rows } = await sql<{ staff_id: Id }>`
    with given as (select g.staff_id, g.login, g.name, g.password_hash, g.posts from jsonb_to_recordset(${staffJson(staff)}::jsonb) as g(staff_id uuid, login text, name text, password_hash text, posts jsonb)),
    made as (
      insert into people.staff (staff_id, login, name, password_hash) select staff_id, login, name, password_hash from given
      on conflict on constraint staff_login do nothing returning staff_id
    ), posted as (
      insert into people.posts (staff_id, institution, unit, role, from_at)
      select distinct g.staff_id, p.institution, p.unit, p.role, ${at}::timestamptz
      from given g join made m on m.staff_id = g.staff_id cross join lateral jsonb_to_recordset(g.posts) as p(institution text, unit text, role text)
    )
    select staff_id from made order by staff_id`.execute(handle);
  return new Set(rows.map((row) => row.staff_id));
}

const staffJson = (staff: readonly StaffRow[]): string =>
  JSON.stringify(staff.map((row) => ({ staff_id: row.staffId, login: row.login, name: row.name, password_hash: row.passwordHash, posts: row.posts })));

/** Keeps a password hash made again at today's cost. */
export async function keepPasswordHash(handle: Handle, staffId: Id, passwordHash: string): Promise<void> {
  await sql`update people.staff set password_hash = ${passwordHash} where staff_id = ${staffId}`.execute(handle);
}

/** Keeps the hash of a new first-start link in the place of an unused one; false once staff exist. */
export async function keepFirstStart(handle: Handle, tokenHash: Buffer): Promise<boolean> {
  const { rows } = await sql<{ only_row: boolean }>`
    insert into people.first_start as f (only_row, token_hash) select true, ${tokenHash}::bytea where not exists (select 1 from people.staff)
    on conflict on constraint first_start_pkey do update set token_hash = excluded.token_hash, used_at = null
    returning only_row`.execute(handle);
  return rows.length > 0;
}

/** Uses the first-start link and makes the first member of staff with it, in one statement; false when the link does not stand. */
export async function useFirstStart(handle: Handle, tokenHash: Buffer, first: StaffRow, at: Instant): Promise<boolean> {
  const { rows } = await sql<{ staff_id: Id }>`
    with used as (
      update people.first_start set used_at = ${at} where token_hash = ${tokenHash} and used_at is null and not exists (select 1 from people.staff) returning only_row
    ), made as (
      insert into people.staff (staff_id, login, name, password_hash) select ${first.staffId}::uuid, ${first.login}, ${first.name}, ${first.passwordHash} from used returning staff_id
    ), posted as (
      insert into people.posts (staff_id, institution, unit, role, from_at)
      select m.staff_id, p.institution, p.unit, p.role, ${at}::timestamptz from made m cross join jsonb_to_recordset(${JSON.stringify(first.posts)}::jsonb) as p(institution text, unit text, role text)
    )
    select staff_id from made`.execute(handle);
  return rows.length > 0;
}
