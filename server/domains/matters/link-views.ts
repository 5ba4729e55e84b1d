import { sql } from 'kysely';
import type { Role } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';
import type { LocalDay } from '../../kernel/instant.ts';
import type { Handle } from '../../platform/db/database.ts';

/** A link by the two ids that name it. */
export interface LinkRef {
  readonly matterId: Id;
  readonly linkId: string;
}

/** How a link stands: open or done, by whom, and the day it was to be done. */
export interface LinkStanding extends LinkRef {
  readonly done: boolean;
  readonly doneBy: Id | null;
  readonly claimedBy: Id | null;
  readonly dueOn: LocalDay | null;
}

/** How these links stand; those nobody knows are left out. At most as many as were asked for. */
export async function linkStandings(handle: Handle, refs: readonly LinkRef[]): Promise<readonly LinkStanding[]> {
  if (refs.length === 0) return [];
  const wanted = JSON.stringify(refs.map((one) => ({ matter_id: one.matterId, link_id: one.linkId })));
  const { rows } = await sql<LinkStanding>`
    select l.matter_id as "matterId", l.link_id as "linkId", l.done_at is not null as done, l.done_by as "doneBy", l.claimed_by as "claimedBy", to_char(l.due_on, 'YYYY-MM-DD') as "dueOn"
    from jsonb_to_recordset(${wanted}::jsonb) as w(matter_id uuid, link_id text) join matters.links l on l.matter_id = w.matter_id and l.link_id = w.link_id
    order by l.matter_id, l.link_id limit ${refs.length}`.execute(handle);
  return rows;
}

/** Open links of accepted matters at these posts of these institutions, in the order of their ids, after one, at most so many. */
export async function openLinksAt(handle: Handle, institutions: readonly string[], posts: readonly Role[], after: LinkRef | null, most: number): Promise<readonly LinkRef[]> {
  const { rows } = await sql<LinkRef>`
    select l.matter_id as "matterId", l.link_id as "linkId" from matters.links l join matters.matters m on m.matter_id = l.matter_id
    where l.done_at is null and l.institution = any(${institutions}) and l.post = any(${posts}) and m.status = 'accepted'
      and (${after?.matterId ?? null}::uuid is null or (l.matter_id, l.link_id) > (${after?.matterId ?? null}::uuid, ${after?.linkId ?? ''}))
    order by l.matter_id, l.link_id limit ${most}`.execute(handle);
  return rows;
}
