import { sql } from 'kysely';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Handle } from '../../platform/db/database.ts';
import type { EventId } from './event.ts';

/** A tablet at a window. `ask` is what it shows now, whether or not its time is over. */
export interface Tablet {
  readonly tabletId: Id;
  readonly institution: string;
  readonly window: string;
  readonly staffId: Id;
  readonly isPaired: boolean;
  readonly endsAt: Instant;
  readonly ask: { readonly askId: Id; readonly matterId: Id; readonly event: EventId; readonly until: Instant } | null;
}

interface TabletRow {
  readonly tablet_id: Id;
  readonly institution: string;
  readonly window_name: string;
  readonly staff_id: Id;
  readonly paired: boolean;
  readonly ends_at: Instant;
  readonly ask_id: Id | null;
  readonly ask_matter: Id | null;
  readonly ask_event: EventId | null;
  readonly ask_until: Instant | null;
}

const tablet = (row: TabletRow): Tablet => ({
  tabletId: row.tablet_id, institution: row.institution, window: row.window_name, staffId: row.staff_id, isPaired: row.paired, endsAt: row.ends_at,
  ask: row.ask_id && row.ask_matter && row.ask_event && row.ask_until ? { askId: row.ask_id, matterId: row.ask_matter, event: row.ask_event, until: row.ask_until } : null,
});

const columns = sql`t.tablet_id, t.institution, t.window_name, t.staff_id, t.token_hash is not null as paired, t.ends_at, t.ask_id, t.ask_matter, t.ask_event, t.ask_until`;

/** Keeps a tablet that waits to be paired. */
export async function insertTablet(handle: Handle, made: { tabletId: Id; institution: string; window: string; staffId: Id; codeHash: string; codeUntil: Instant; endsAt: Instant }): Promise<void> {
  await sql`
    insert into evaluations.tablets (tablet_id, institution, window_name, staff_id, code_hash, code_until, ends_at)
    values (${made.tabletId}, ${made.institution}, ${made.window}, ${made.staffId}, ${made.codeHash}, ${made.codeUntil}, ${made.endsAt})`.execute(handle);
}

/** Takes a code once: the tablet it was for, now with this token; undefined where there is none or its time is over. */
export async function pairByCode(handle: Handle, codeHash: string, tokenHash: Buffer, at: Instant): Promise<Tablet | undefined> {
  const { rows } = await sql<TabletRow>`
    update evaluations.tablets t set token_hash = ${tokenHash}, code_hash = null
    where t.code_hash = ${codeHash} and t.code_until >= ${at} and t.ended_at is null returning ${columns}`.execute(handle);
  return rows[0] && tablet(rows[0]);
}

/** The tablet with this token, while it is paired. */
export async function findTablet(handle: Handle, tokenHash: Buffer, at: Instant): Promise<Tablet | undefined> {
  const { rows } = await sql<TabletRow>`select ${columns} from evaluations.tablets t where t.token_hash = ${tokenHash} and t.ended_at is null and t.ends_at > ${at}`.execute(handle);
  return rows[0] && tablet(rows[0]);
}

/** Tablets somebody made that are not ended and whose code or pairing still holds, at most 20. */
export async function tabletsOf(handle: Handle, staffId: Id, at: Instant): Promise<readonly Tablet[]> {
  const { rows } = await sql<TabletRow>`
    select ${columns} from evaluations.tablets t
    where t.staff_id = ${staffId} and t.ended_at is null and t.ends_at > ${at} and (t.token_hash is not null or t.code_until >= ${at}) order by t.ends_at desc, t.tablet_id limit 20`.execute(handle);
  return rows.map(tablet);
}

/** Ends a pairing; false where it was not this person's. */
export async function endTabletOf(handle: Handle, tabletId: Id, staffId: Id, at: Instant): Promise<boolean> {
  const { rows } = await sql<{ tablet_id: Id }>`
    update evaluations.tablets set ended_at = ${at}, code_hash = null, ask_id = null, ask_matter = null, ask_event = null, ask_until = null
    where tablet_id = ${tabletId} and staff_id = ${staffId} and ended_at is null returning tablet_id`.execute(handle);
  return rows.length > 0;
}

/** Shows an event on the tablets of the clerk who served; what they showed before gives way. */
export async function askOnTablets(handle: Handle, staffId: Id, ask: { askId: Id; matterId: Id; event: EventId; until: Instant }, at: Instant): Promise<void> {
  await sql`
    update evaluations.tablets set ask_id = ${ask.askId}, ask_matter = ${ask.matterId}, ask_event = ${ask.event}, ask_until = ${ask.until}
    where staff_id = ${staffId} and token_hash is not null and ended_at is null and ends_at > ${at} and ask_id is distinct from ${ask.askId}`.execute(handle);
}

/** Takes an event off a tablet. */
export async function clearAsk(handle: Handle, tabletId: Id, askId: Id): Promise<void> {
  await sql`update evaluations.tablets set ask_id = null, ask_matter = null, ask_event = null, ask_until = null where tablet_id = ${tabletId} and ask_id = ${askId}`.execute(handle);
}
