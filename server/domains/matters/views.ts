import { sql } from 'kysely';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { ActsFor, HeldPost } from '../../kernel/actor.ts';
import type { Handle } from '../../platform/db/database.ts';
import type { Matter } from './matter.ts';

/** A row of a list: the matter's state, and the link by which it is in the list. */
export interface ListedMatter {
  readonly matterId: Id;
  readonly state: Matter;
  readonly linkId: string | null;
  readonly seq: number;
}

interface Row {
  readonly matter_id: Id;
  readonly seq: number;
  readonly state: Matter;
  readonly link_id: string | null;
}

const listed = (rows: readonly Row[]): readonly ListedMatter[] => rows.map((row) => ({ matterId: row.matter_id, state: row.state, linkId: row.link_id, seq: row.seq }));

/** Items of bundles stand behind their bundle where people look for what they filed, and halls for what they took. */
export const notAPart = sql`not exists (select from matters.parts x where x.matter_id = m.matter_id)`;

const institutionsOf = (posts: readonly HeldPost[], role: HeldPost['role']): readonly string[] => posts.filter((post) => post.role === role).map((post) => post.institution);

/** Longest list ever answered. */
export const listBound = 200;

/** How far a search looks into what waits or is done. */
export const searchBound = 2_000;

/**
 * What waits for these posts, most urgent first: matters to accept for window clerks, open links for the posts they name, acts on limits for the second person, promises to look into for officers. Filtered here, in
 * SQL, by what the actor's posts may see. `mine` leaves only links this person has claimed, or somebody absent whom he stands in for.
 */
export async function waitingFor(handle: Handle, staffId: Id, posts: readonly HeldPost[], view: 'open' | 'mine', most: number = listBound, standsInFor: readonly Id[] = []): Promise<{ rows: readonly ListedMatter[]; total: number }> {
  const halls = view === 'mine' ? [] : institutionsOf(posts, 'window_clerk');
  const pairs = posts.filter((post) => ['window_clerk', 'officer', 'approver'].includes(post.role)).map((post) => `${post.institution} ${post.role}`);
  const approving = view === 'mine' ? [] : institutionsOf(posts, 'approver');
  const checking = view === 'mine' ? [] : institutionsOf(posts, 'officer');
  const own = [staffId, ...standsInFor];
  const mine = view === 'mine' ? sql`and l.claimed_by = any(${own}::uuid[])` : sql`and (l.claimed_by is null or l.claimed_by = any(${own}::uuid[]))`;
  const { rows } = await sql<Row & { total: number }>`
    with waiting as (
      select m.matter_id, null::text as link_id, m.notice_due_on as due_on, m.received_at as since
      from matters.matters m where m.accepting_institution = any(${halls}) and m.status = 'received'
      union all
      select l.matter_id, l.link_id, l.due_on, l.opened_at
      from matters.links l
      where l.done_at is null and l.institution = any(${pairs.map((pair) => pair.split(' ')[0] ?? '')}) and (l.institution || ' ' || l.post) = any(${pairs}) ${mine}
        and exists (select 1 from matters.matters m where m.matter_id = l.matter_id and m.status = 'accepted')
      union all
      select p.matter_id, null, c.due_on, p.proposed_at
      from matters.open_proposals p left join matters.clocks c on c.matter_id = p.matter_id and c.limit_id = 'promised'
      where (p.institution = any(${approving}) or p.handling_institution = any(${approving})) and p.proposed_by <> ${staffId}
      union all
      select c.matter_id, null, min(c.due_on), min(c.started_at)
      from matters.clocks c where c.kind = 'promise_check' and c.institution = any(${checking}) group by c.matter_id
    ), counted as (select count(*)::int as total from waiting)
    select w.matter_id, w.link_id, m.seq, m.state, counted.total
    from waiting w join matters.matters m on m.matter_id = w.matter_id cross join counted
    order by w.due_on asc nulls last, w.since asc, w.matter_id limit ${most}`.execute(handle);
  return { rows: listed(rows), total: rows[0]?.total ?? 0 };
}

/** What others have in hand in the institutions these posts lead (approvers, hall managers), most urgent first: what may be handed to somebody else. */
export async function heldIn(handle: Handle, staffId: Id, posts: readonly HeldPost[], most: number = listBound): Promise<{ rows: readonly ListedMatter[]; total: number }> {
  const led = [...institutionsOf(posts, 'approver'), ...institutionsOf(posts, 'hall_manager')];
  const { rows } = await sql<Row & { total: number }>`
    select l.matter_id, l.link_id, m.seq, m.state, count(*) over ()::int as total
    from matters.links l join matters.matters m on m.matter_id = l.matter_id
    where l.done_at is null and l.institution = any(${led}) and l.claimed_by is not null and l.claimed_by <> ${staffId} and m.status = 'accepted'
    order by l.due_on asc nulls last, l.opened_at asc, l.matter_id, l.link_id limit ${most}`.execute(handle);
  return { rows: listed(rows), total: rows[0]?.total ?? 0 };
}

/** What these posts have handled or their halls have received, newest first. */
export async function doneBy(handle: Handle, staffId: Id, posts: readonly HeldPost[], most: number = listBound): Promise<{ rows: readonly ListedMatter[]; total: number }> {
  const halls = institutionsOf(posts, 'window_clerk');
  const { rows } = await sql<Row>`
    with handled as (
      (select l.matter_id, max(l.done_at) as at from matters.links l where l.done_by = ${staffId} and l.done_at is not null group by l.matter_id order by at desc limit ${most})
      union all
      (select m.matter_id, m.received_at from matters.matters m where m.accepting_institution = any(${halls}) and m.status <> 'received' and ${notAPart} order by m.received_at desc limit ${most})
    )
    select h.matter_id, null::text as link_id, m.seq, m.state
    from (select matter_id, max(at) as at from handled group by matter_id order by at desc limit ${most}) h join matters.matters m on m.matter_id = h.matter_id
    order by h.at desc, h.matter_id`.execute(handle);
  return { rows: listed(rows), total: rows.length };
}

/** A matter found by a number. */
export interface FoundMatter {
  readonly matterId: Id;
  readonly state: Matter;
}

/** A matter by its exact number; the caller's policy decides whether it is shown. */
export async function byNumber(handle: Handle, number: string): Promise<FoundMatter | undefined> {
  const { rows } = await sql<Row>`select m.matter_id, m.state, null::text as link_id from matters.matters m where m.number = ${number} and ${notAPart} order by m.matter_id limit 1`.execute(handle);
  const row = rows[0];
  return row && { matterId: row.matter_id, state: row.state };
}

/** A matter by the number of its result paper. */
export async function byResultNumber(handle: Handle, number: string): Promise<FoundMatter | undefined> {
  const { rows } = await sql<Row>`select m.matter_id, m.state, null::text as link_id from matters.matters m where m.result_number = ${number} order by m.matter_id limit 1`.execute(handle);
  const row = rows[0];
  return row && { matterId: row.matter_id, state: row.state };
}

/** All matters of a person and of those for whom he may read now, newest first, at most 100: by the rule of `isApplicant` (policy.ts). */
export async function ofParty(handle: Handle, partyId: Id, actsFor: readonly ActsFor[] = []): Promise<readonly ListedMatter[]> {
  const read = actsFor.filter((one) => one.acts.includes('read'));
  const whole = read.filter((one) => one.taskCodes === null).map((one) => one.partyId);
  const pairs = read.flatMap((one) => (one.taskCodes ?? []).map((code) => `${one.partyId} ${code}`));
  const { rows } = await sql<Row>`
    with theirs as (
      select distinct p.matter_id, p.received_at from matters.by_party p join matters.matters m on m.matter_id = p.matter_id
      where p.party_id = any(${[...new Set([partyId, ...read.map((one) => one.partyId)])]}::uuid[]) and ${notAPart}
        and ((p.party_id = ${partyId} and (m.organisation_id is null or not m.state ? 'mandateId'))
          or (p.party_id = coalesce(m.organisation_id, m.party_id) and (p.party_id = any(${whole}::uuid[]) or p.party_id || ' ' || m.task_code = any(${pairs}::text[]))))
      order by p.received_at desc, p.matter_id limit 100
    )
    select m.matter_id, m.seq, m.state, null::text as link_id from theirs t join matters.matters m on m.matter_id = t.matter_id order by t.received_at desc, m.matter_id limit 100`.execute(handle);
  return listed(rows);
}

/** What a person was told, newest first, at most 100. */
export async function messagesOf(handle: Handle, partyId: Id): Promise<readonly { messageId: Id; matterId: Id | null; at: Instant; template: string; params: Record<string, string>; readAt: Instant | null }[]> {
  const { rows } = await sql<{ message_id: Id; matter_id: Id | null; at: Instant; template: string; params: Record<string, string>; read_at: Instant | null }>`
    select message_id, matter_id, at, template, params, read_at from matters.messages where party_id = ${partyId} order by at desc, message_id limit 100`.execute(handle);
  return rows.map((row) => ({ messageId: row.message_id, matterId: row.matter_id, at: row.at, template: row.template, params: row.params, readAt: row.read_at }));
}

/** The matters of these parties, parts of bundles too, the newest first, at most so many. */
export async function mattersOfParties(handle: Handle, partyIds: readonly Id[], most: number): Promise<readonly { readonly partyId: Id; readonly matterId: Id; readonly number: string }[]> {
  if (partyIds.length === 0) return [];
  const { rows } = await sql<{ party_id: Id; matter_id: Id; number: string }>`
    select p.party_id, p.matter_id, m.number from matters.by_party p join matters.matters m on m.matter_id = p.matter_id
    where p.party_id = any(${partyIds}::uuid[]) order by p.received_at desc, p.matter_id, p.party_id limit ${most}`.execute(handle);
  return rows.map((row) => ({ partyId: row.party_id, matterId: row.matter_id, number: row.number }));
}
