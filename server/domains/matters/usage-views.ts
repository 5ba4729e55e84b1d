/** How many open matters keep a version of an item: what a new one leaves as it was. */
import { sql } from 'kysely';
import type { Handle } from '../../platform/db/database.ts';

/** Open matters by version and by the district's own values they were filed under (null: none). */
export async function openMattersOf(handle: Handle, taskCode: string): Promise<readonly { readonly version: number; readonly override: number | null; readonly count: number }[]> {
  const { rows } = await sql<{ version: number; override: number | null; count: number }>`
    select item_version as version, (state -> 'item' ->> 'override')::integer as override, count(*)::integer as count
    from matters.matters where task_code = ${taskCode} and status in ('received', 'correction_requested', 'accepted')
    group by 1, 2 order by 1, 2 limit 10000`.execute(handle);
  return rows;
}
