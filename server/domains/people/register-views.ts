/** The register of staff as changes of staff are decided on it: people with their posts, logins in use, posts of before. */
import { sql } from 'kysely';
import type { HeldPost } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Handle } from '../../platform/db/database.ts';
import { maskName } from './numbers/mask.ts';

/** A member of staff with the posts not ended. */
export interface RegisteredStaff {
  readonly staffId: Id;
  readonly login: string;
  readonly name: string;
  readonly active: boolean;
  readonly posts: readonly HeldPost[];
}

interface Row {
  readonly staff_id: Id;
  readonly login: string;
  readonly name: string;
  readonly active: boolean;
  readonly posts: readonly HeldPost[];
}

/** The members of staff with these ids; officers of outside systems and unknown ids are left out. */
export async function staffById(handle: Handle, ids: readonly Id[]): Promise<ReadonlyMap<Id, RegisteredStaff>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Row>`
    select m.staff_id, m.login, m.name, m.active,
      (select coalesce(jsonb_agg(jsonb_build_object('institution', p.institution, 'unit', p.unit, 'role', p.role) order by p.institution, p.role), '[]'::jsonb)
       from people.posts p where p.staff_id = m.staff_id and p.to_at is null) as posts
    from people.staff m where m.kind = 'person' and m.staff_id = any(${ids}::uuid[]) order by m.staff_id limit ${ids.length}`.execute(handle);
  return new Map(rows.map((row) => [row.staff_id, { staffId: row.staff_id, login: row.login, name: row.name, active: row.active, posts: row.posts }]));
}

/** Which of these logins somebody has. */
export async function loginsTaken(handle: Handle, logins: readonly string[]): Promise<ReadonlySet<string>> {
  if (logins.length === 0) return new Set();
  const { rows } = await sql<{ login: string }>`select login from people.staff where login = any(${logins}::text[]) order by login limit ${logins.length}`.execute(handle);
  return new Set(rows.map((row) => row.login));
}

/** A post with its times. */
export interface TimedPost extends HeldPost {
  readonly fromAt: Instant;
  readonly toAt: Instant | null;
}

/** Every post somebody ever held, the newest first, at most 200. */
export async function postHistory(handle: Handle, staffId: Id): Promise<readonly TimedPost[]> {
  const { rows } = await sql<HeldPost & { from_at: Instant; to_at: Instant | null }>`
    select institution, unit, role, from_at, to_at from people.posts where staff_id = ${staffId} order by from_at desc, institution, role limit 200`.execute(handle);
  return rows.map(({ institution, unit, role, from_at, to_at }) => ({ institution, unit, role, fromAt: from_at, toAt: to_at }));
}

/** Somebody with one of his posts, or without any. */
export interface PostLine {
  readonly staffId: Id;
  readonly name: string;
  readonly nameMasked: string;
  readonly login: string;
  readonly active: boolean;
  readonly institution: string | null;
  readonly role: HeldPost['role'] | null;
  readonly fromAt: Instant | null;
}

/** Longest table of posts: four times the staff of a city's windows. */
const mostLines = 50_000;

/** Who holds what now, a line for each post, by name. */
export async function postLines(handle: Handle): Promise<readonly PostLine[]> {
  const { rows } = await sql<{ staff_id: Id; name: string; login: string; active: boolean; institution: string | null; role: HeldPost['role'] | null; from_at: Instant | null }>`
    select m.staff_id, m.name, m.login, m.active, p.institution, p.role, p.from_at
    from people.staff m left join people.posts p on p.staff_id = m.staff_id and p.to_at is null
    where m.kind = 'person' order by m.name, m.login, p.institution, p.role limit ${mostLines}`.execute(handle);
  return rows.map(({ staff_id: staffId, from_at: fromAt, ...row }) => ({ ...row, staffId, fromAt, nameMasked: maskName(row.name) }));
}
