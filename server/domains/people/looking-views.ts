import { sql } from 'kysely';
import type { HeldPost } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Handle } from '../../platform/db/database.ts';

/** A post of somebody, with its life span. */
export interface PostInTime extends HeldPost {
  readonly staffId: Id;
  readonly fromAt: Instant;
  readonly toAt: Instant | null;
}

/** Every post these staff ever held, the oldest first: who looked is told by the post of that moment, not of today. */
export async function postsOfStaff(handle: Handle, staffIds: readonly Id[]): Promise<readonly PostInTime[]> {
  if (staffIds.length === 0) return [];
  const { rows } = await sql<{ staff_id: Id; institution: string; unit: string; role: HeldPost['role']; from_at: Instant; to_at: Instant | null }>`
    select staff_id, institution, unit, role, from_at, to_at from people.posts where staff_id = any(${staffIds}::uuid[]) order by staff_id, from_at, institution, role limit ${staffIds.length * 100}`.execute(handle);
  return rows.map((row) => ({ staffId: row.staff_id, institution: row.institution, unit: row.unit, role: row.role, fromAt: row.from_at, toAt: row.to_at }));
}

/** The name of a member of staff, and whether an active colleague of one of his institutions is called so. */
export async function nameAmongColleagues(handle: Handle, staffId: Id, name: string, at: Instant): Promise<{ readonly own: string; readonly colleague: boolean } | undefined> {
  const { rows } = await sql<{ own: string; colleague: boolean }>`
    select s.name as own, exists (
      select 1 from people.posts p join people.posts q on q.institution = p.institution join people.staff c on c.staff_id = q.staff_id
      where p.staff_id = s.staff_id and c.staff_id <> s.staff_id and c.active and c.name = ${name}
        and p.from_at <= ${at} and (p.to_at is null or p.to_at > ${at}) and q.from_at <= ${at} and (q.to_at is null or q.to_at > ${at})) as colleague
    from people.staff s where s.staff_id = ${staffId} and s.kind = 'person'`.execute(handle);
  return rows[0];
}
