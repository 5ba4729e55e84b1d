import { sql } from 'kysely';
import type { Instant, LocalDay } from '../../kernel/instant.ts';
import type { Handle } from '../../platform/db/database.ts';

/** Orders open at a moment, by whom they are for and what they are about; `late` of them are past the clock that runs now. */
export async function openOrders(handle: Handle, at: Instant): Promise<readonly { institution: string; areaUnit: string; taskCode: string; open: number; late: number }[]> {
  const { rows } = await sql<{ institution: string; area_unit: string; task_code: string; open: number; late: number }>`
    select o.institution, o.area_unit, o.task_code, count(*)::int as open, count(*) filter (where c.due_at < ${at})::int as late
    from supervision.orders o left join supervision.clocks c on c.order_id = o.order_id
    where o.ended_at is null group by o.institution, o.area_unit, o.task_code order by o.institution, o.area_unit, o.task_code`.execute(handle);
  return rows.map((row) => ({ institution: row.institution, areaUnit: row.area_unit, taskCode: row.task_code, open: row.open, late: row.late }));
}

/** Replies due on orders opened from the first to the last day (Shenzhen), both included, and how many came in time. */
export async function answeredOrders(handle: Handle, from: LocalDay, to: LocalDay): Promise<readonly { institution: string; areaUnit: string; taskCode: string; due: number; inTime: number }[]> {
  const { rows } = await sql<{ institution: string; area_unit: string; task_code: string; due: number; in_time: number }>`
    select o.institution, o.area_unit, o.task_code, sum(o.replies_in_time + o.replies_late)::int as due, sum(o.replies_in_time)::int as in_time
    from supervision.orders o
    where o.opened_at >= (${from}::date)::timestamp at time zone 'Asia/Shanghai' and o.opened_at < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'
    group by o.institution, o.area_unit, o.task_code having sum(o.replies_in_time + o.replies_late) > 0 order by o.institution, o.area_unit, o.task_code`.execute(handle);
  return rows.map((row) => ({ institution: row.institution, areaUnit: row.area_unit, taskCode: row.task_code, due: row.due, inTime: row.in_time }));
}
