import { sql } from 'kysely';
import type { Id } from '../../kernel/ids.ts';
import type { Handle } from '../../platform/db/database.ts';

/** An officer of an outside system: known by the system and his work number there. */
export interface ServiceOfficer {
  readonly staffId: Id;
  /** id of the system he works in */
  readonly system: Id;
  /** work number there, in one case of letters */
  readonly officer: string;
  /** as people see him in histories and lists */
  readonly name: string;
}

/** No text a password was hashed to: nobody signs in as an officer of a system. */
const noPassword = '!';

/** Keeps an officer of a system as one of the people facts may name; known already, only the name may change. */
export async function keepServiceOfficer(handle: Handle, officer: ServiceOfficer): Promise<void> {
  await sql`
    insert into people.staff as s (staff_id, login, name, password_hash, kind) values (${officer.staffId}, ${`system:${officer.system}:${officer.officer}`}, ${officer.name}, ${noPassword}, 'service')
    on conflict (staff_id) do update set name = excluded.name where s.name <> excluded.name`.execute(handle);
}

/** Of these ids those that are officers of systems, with the system of each. */
export async function systemsOf(handle: Handle, ids: readonly Id[]): Promise<ReadonlyMap<Id, Id>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ staff_id: Id; system: Id }>`
    select staff_id, split_part(login, ':', 2) as system from people.staff where kind = 'service' and staff_id = any(${ids}::uuid[]) order by staff_id limit ${ids.length}`.execute(handle);
  return new Map(rows.map((row) => [row.staff_id, row.system]));
}
