/** How much depends on something: open matters on a version of an item, which a new one leaves as it was; and steps on the hand that holds them. */
import { sql } from 'kysely';
import type { Id } from '../../kernel/ids.ts';
import type { Handle } from '../../platform/db/database.ts';

/** Open matters by version and by the district's own values they were filed under (null: none). */
export async function openMattersOf(handle: Handle, taskCode: string): Promise<readonly { readonly version: number; readonly override: number | null; readonly count: number }[]> {
  const { rows } = await sql<{ version: number; override: number | null; count: number }>`
    select item_version as version, (state -> 'item' ->> 'override')::integer as override, count(*)::integer as count
    from matters.matters where task_code = ${taskCode} and status in ('received', 'correction_requested', 'accepted')
    group by 1, 2 order by 1, 2 limit 10000`.execute(handle);
  return rows;
}

/** How many open steps of accepted matters a member of staff has in hand. */
export async function inHandOf(handle: Handle, staffId: Id): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from matters.links l join matters.matters m on m.matter_id = l.matter_id
    where l.claimed_by = ${staffId} and l.done_at is null and m.status = 'accepted'`.execute(handle);
  return rows[0]?.count ?? 0;
}
