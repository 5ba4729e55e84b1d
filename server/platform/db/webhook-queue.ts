import { sql } from 'kysely';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { WebhookQueue } from '../webhooks/index.ts';
import type { Handle } from './database.ts';

/** A delivery as it is put into the queue; put twice it is there once. */
export interface NewDelivery {
  readonly endpointId: Id;
  readonly deliveryId: Id;
  readonly matterId: Id;
  /** what in the matter it is about, a link for example */
  readonly subject: string | null;
  readonly number: string;
  readonly eventType: string;
  readonly occurredAt: Instant;
  readonly madeAt: Instant;
  readonly body: string;
}

export const deliveryStates = ['pending', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** A delivery as people see it. */
export interface StoredDelivery extends Omit<NewDelivery, 'body'> {
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly nextTryAt: Instant | null;
  readonly lastTryAt: Instant | null;
  readonly lastStatus: number | null;
  readonly lastAnswer: string;
  readonly deliveredAt: Instant | null;
  readonly replays: number;
}

const iso = (column: ReturnType<typeof sql>) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Puts deliveries into the queue; answers how many were new. */
export async function enqueueDeliveries(handle: Handle, deliveries: readonly NewDelivery[]): Promise<number> {
  if (deliveries.length === 0) return 0;
  const rows = JSON.stringify(deliveries.map((one) => ({
    endpoint_id: one.endpointId, delivery_id: one.deliveryId, matter_id: one.matterId, subject: one.subject, number: one.number, event_type: one.eventType, occurred_at: one.occurredAt, made_at: one.madeAt, body: one.body,
  })));
  const made = await sql<{ delivery_id: Id }>`
    insert into platform.webhook_deliveries (endpoint_id, delivery_id, matter_id, subject, number, event_type, occurred_at, made_at, body, state, next_try_at)
    select d.endpoint_id, d.delivery_id, d.matter_id, d.subject, d.number, d.event_type, d.occurred_at, d.made_at, d.body, 'pending', d.made_at
    from jsonb_to_recordset(${rows}::jsonb) as d(endpoint_id uuid, delivery_id uuid, matter_id uuid, subject text, number text, event_type text, occurred_at timestamptz, made_at timestamptz, body text)
    on conflict (endpoint_id, delivery_id) do nothing returning delivery_id`.execute(handle);
  return made.rows.length;
}

/** Endpoints looked at in one round. */
const mostEndpoints = 200;

/** The queue as the deliverer works on it. */
export function webhookQueue(handle: Handle): WebhookQueue {
  return {
    async endpointsDue(at) {
      const { rows } = await sql<{ endpoint_id: Id }>`
        select distinct endpoint_id from platform.webhook_deliveries where state = 'pending' and next_try_at <= ${at} order by endpoint_id limit ${mostEndpoints}`.execute(handle);
      return rows.map((row) => row.endpoint_id);
    },
    async take(endpointId, at, leaseUntil, most) {
      // Materialized: as a plain subquery the plan may run the choice once for each row it meets, and more than `most` are taken.
      const { rows } = await sql<{ delivery_id: Id; body: string; attempts: number }>`
        with due as materialized (
          select delivery_id from platform.webhook_deliveries where endpoint_id = ${endpointId} and state = 'pending' and next_try_at <= ${at}
          order by next_try_at, delivery_id limit ${most} for update skip locked
        )
        update platform.webhook_deliveries d set attempts = d.attempts + 1, last_try_at = ${at}, next_try_at = ${leaseUntil}
        from due where d.endpoint_id = ${endpointId} and d.delivery_id = due.delivery_id
        returning d.delivery_id, d.body, d.attempts`.execute(handle);
      return rows.map((row) => ({ endpointId, deliveryId: row.delivery_id, body: row.body, attempts: row.attempts }));
    },
    async record(delivery, tried, at) {
      // A try that ended after its lease, when another has taken its place, may only bring the good news.
      await sql`
        update platform.webhook_deliveries set state = ${tried.state}, next_try_at = ${tried.nextTryAt}, last_status = ${tried.status}, last_answer = ${tried.answer},
          delivered_at = case when ${tried.state} = 'delivered' then ${at}::timestamptz end
        where endpoint_id = ${delivery.endpointId} and delivery_id = ${delivery.deliveryId} and state = 'pending' and (attempts = ${delivery.attempts} or ${tried.state} = 'delivered')`.execute(handle);
    },
    async postpone(endpointId, until) {
      await sql`update platform.webhook_deliveries set next_try_at = ${until} where endpoint_id = ${endpointId} and state = 'pending' and next_try_at < ${until}`.execute(handle);
    },
  };
}

/** Longest list of deliveries ever answered. */
export const deliveryListBound = 200;

/** Deliveries of an endpoint, the newest first, at most 200, in one state or in all; `total` counts all of them. */
export async function listDeliveries(handle: Handle, endpointId: Id, state: DeliveryState | null): Promise<{ deliveries: readonly StoredDelivery[]; total: number }> {
  const { rows } = await sql<StoredDelivery & { total: number }>`
    select endpoint_id as "endpointId", delivery_id as "deliveryId", matter_id as "matterId", subject, number, event_type as "eventType", ${iso(sql`occurred_at`)} as "occurredAt", ${iso(sql`made_at`)} as "madeAt",
      state, attempts, ${iso(sql`next_try_at`)} as "nextTryAt", ${iso(sql`last_try_at`)} as "lastTryAt", last_status as "lastStatus", last_answer as "lastAnswer", ${iso(sql`delivered_at`)} as "deliveredAt",
      replays, count(*) over () as total
    from platform.webhook_deliveries where endpoint_id = ${endpointId} and (${state}::text is null or state = ${state})
    order by made_at desc, delivery_id limit ${deliveryListBound}`.execute(handle);
  return { deliveries: rows.map(({ total: _, ...row }) => row), total: Number(rows[0]?.total ?? 0) };
}

/** How many deliveries an endpoint has in each state. */
export async function countDeliveries(handle: Handle, endpointIds: readonly Id[]): Promise<ReadonlyMap<Id, Readonly<Record<DeliveryState, number>>>> {
  if (endpointIds.length === 0) return new Map();
  const { rows } = await sql<{ endpoint_id: Id; pending: number; delivered: number; failed: number }>`
    select endpoint_id, count(*) filter (where state = 'pending')::integer as pending, count(*) filter (where state = 'delivered')::integer as delivered, count(*) filter (where state = 'failed')::integer as failed
    from platform.webhook_deliveries where endpoint_id = any(${endpointIds}::uuid[]) group by endpoint_id order by endpoint_id limit ${endpointIds.length}`.execute(handle);
  return new Map(rows.map((row) => [row.endpoint_id, { pending: row.pending, delivered: row.delivered, failed: row.failed }]));
}

/** Sends again by a person's will, under the same id, with all tries before it: one delivery, or every failed one. Answers how many. */
export async function replayDeliveries(handle: Handle, endpointId: Id, which: { readonly deliveryId: Id } | 'failed', at: Instant): Promise<number> {
  const one = which === 'failed' ? null : which.deliveryId;
  const { rows } = await sql<{ delivery_id: Id }>`
    update platform.webhook_deliveries set state = 'pending', attempts = 0, next_try_at = ${at}, delivered_at = null, replays = replays + 1
    where endpoint_id = ${endpointId} and (case when ${one}::uuid is null then state = 'failed' else delivery_id = ${one}::uuid and state <> 'pending' end)
    returning delivery_id`.execute(handle);
  return rows.length;
}

/** A delivery as a comparison of both sides needs it. */
export interface DeliveredOn {
  readonly deliveryId: Id;
  readonly matterId: Id;
  readonly subject: string | null;
  readonly number: string;
  readonly state: DeliveryState;
}

/** Most deliveries of one kind compared for one day. */
export const comparedBound = 10_000;

/** Deliveries of one event kind made in a span of time, in their order; at most 10,000 and one more, so that the caller sees that there were more. */
export async function deliveriesMade(handle: Handle, endpointId: Id, eventType: string, from: Instant, to: Instant): Promise<readonly DeliveredOn[]> {
  const { rows } = await sql<DeliveredOn>`
    select delivery_id as "deliveryId", matter_id as "matterId", subject, number, state from platform.webhook_deliveries
    where endpoint_id = ${endpointId} and event_type = ${eventType} and made_at >= ${from} and made_at <= ${to} order by made_at, delivery_id limit ${comparedBound + 1}`.execute(handle);
  return rows;
}
