/** Messages of outside systems, each counted once by its id. */
import { sql } from 'kysely';
import type { CallbackAnswer, CallbackRow } from '../../../contract/backoffices.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Handle } from '../../platform/db/database.ts';

/** A message that came. */
export interface CameIn {
  readonly backofficeId: Id;
  readonly messageId: string;
  /** SHA-256 of its bytes, hex */
  readonly digest: string;
  readonly type: string;
  readonly matterId: Id;
  readonly linkId: string;
  readonly officer: string;
  readonly at: Instant;
}

/** What is known of a message id: its bytes, and the answer where it was done. */
export async function findCallback(handle: Handle, backofficeId: Id, messageId: string): Promise<{ readonly digest: string; readonly answer: CallbackAnswer | null } | undefined> {
  const { rows } = await sql<{ digest: string; answer: CallbackAnswer | null }>`
    select encode(digest, 'hex') as digest, answer from backoffices.callbacks where backoffice_id = ${backofficeId} and webhook_id = ${messageId}`.execute(handle);
  return rows[0];
}

/** Keeps a message that was done; done by two at once, both get the answer that was kept first. */
export async function keepDone(handle: Handle, came: CameIn, answer: CallbackAnswer): Promise<CallbackAnswer> {
  const { rows } = await sql<{ answer: CallbackAnswer }>`
    insert into backoffices.callbacks as c (backoffice_id, webhook_id, digest, type, matter_id, link_id, officer, state, answer, received_at)
    values (${came.backofficeId}, ${came.messageId}, decode(${came.digest}, 'hex'), ${came.type}, ${came.matterId}, ${came.linkId}, ${came.officer}, 'done', ${JSON.stringify(answer)}::jsonb, ${came.at})
    on conflict (backoffice_id, webhook_id) do update set state = 'done', code = null, answer = coalesce(c.answer, excluded.answer), repeats = c.repeats + 1
    returning c.answer`.execute(handle);
  return rows[0]?.answer ?? answer;
}

/** Keeps a message that was refused, so that people see it; what was done stays done. */
export async function keepRefused(handle: Handle, came: CameIn, code: string): Promise<void> {
  await sql`
    insert into backoffices.callbacks as c (backoffice_id, webhook_id, digest, type, matter_id, link_id, officer, state, code, received_at)
    values (${came.backofficeId}, ${came.messageId}, decode(${came.digest}, 'hex'), ${came.type}, ${came.matterId}, ${came.linkId}, ${came.officer}, 'refused', ${code}, ${came.at})
    on conflict (backoffice_id, webhook_id) do update set repeats = c.repeats + 1, code = case when c.state = 'refused' then excluded.code end`.execute(handle);
}

/** A repeat of what was done, counted. */
export async function countRepeat(handle: Handle, backofficeId: Id, messageId: string): Promise<void> {
  await sql`update backoffices.callbacks set repeats = repeats + 1 where backoffice_id = ${backofficeId} and webhook_id = ${messageId}`.execute(handle);
}

/** Longest list of callbacks ever answered. */
export const callbackListBound = 200;

/** Messages of a system, the newest first, at most 200. */
export async function listCallbacks(handle: Handle, backofficeId: Id): Promise<{ callbacks: readonly CallbackRow[]; total: number }> {
  const { rows } = await sql<CallbackRow & { total: number }>`
    select webhook_id as "messageId", type, matter_id as "matterId", link_id as "linkId", officer, state, code, to_char(received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "receivedAt", repeats,
      count(*) over () as total
    from backoffices.callbacks where backoffice_id = ${backofficeId} order by received_at desc, webhook_id limit ${callbackListBound}`.execute(handle);
  return { callbacks: rows.map(({ total: _, ...row }) => row), total: Number(rows[0]?.total ?? 0) };
}
