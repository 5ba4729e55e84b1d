import { sql, type RawBuilder } from 'kysely';
import type { Id } from '../../kernel/ids.ts';
import type { Instant, LocalDay } from '../../kernel/instant.ts';
import type { Handle } from '../../platform/db/database.ts';
import type { EventId } from './event.ts';
import type { Feedback, Grade } from './feedback.ts';
import type { Invitation } from './store.ts';

/** An event with what was said of it, if anything was. */
export interface InvitedEvent extends Invitation {
  readonly answer: Feedback | null;
}

interface InvitationRow {
  readonly matter_id: Id;
  readonly event: EventId;
  readonly feedback_id: Id;
  readonly number: string;
  readonly party_id: Id;
  readonly task_code: string;
  readonly item_version: number;
  readonly institution: string;
  readonly accepting_institution: string;
  readonly area_unit: string;
  readonly event_on: LocalDay;
  readonly open_until: Instant;
  readonly answer: Feedback | null;
}

const invited = (row: InvitationRow): InvitedEvent => ({
  matterId: row.matter_id, event: row.event, feedbackId: row.feedback_id, number: row.number, partyId: row.party_id, taskCode: row.task_code, itemVersion: row.item_version, institution: row.institution,
  acceptingInstitution: row.accepting_institution, areaUnit: row.area_unit, on: row.event_on, openUntil: row.open_until, answer: row.answer,
});

const invitationColumns = sql`i.matter_id, i.event, i.feedback_id, i.number, i.party_id, i.task_code, i.item_version, i.institution, i.accepting_institution, i.area_unit, i.event_on, i.open_until, v.state as answer`;
const invitationTables = sql`evaluations.invitations i left join evaluations.feedback v on v.matter_id = i.feedback_id`;

async function invitations(handle: Handle, where: RawBuilder<unknown>, most: number): Promise<readonly InvitedEvent[]> {
  const { rows } = await sql<InvitationRow>`select ${invitationColumns} from ${invitationTables} where ${where} order by i.event_on desc, i.matter_id, i.event limit ${most}`.execute(handle);
  return rows.map(invited);
}

/** The event a token opens, by the token's hash. */
export const findByToken = async (handle: Handle, tokenHash: Buffer): Promise<InvitedEvent | undefined> => (await invitations(handle, sql`i.token_hash = ${tokenHash}`, 1))[0];
/** One event of a matter. */
export const findEvent = async (handle: Handle, matterId: Id, event: EventId): Promise<InvitedEvent | undefined> => (await invitations(handle, sql`i.matter_id = ${matterId} and i.event = ${event}`, 1))[0];
/** Events of a person, newest first, at most 100. */
export const eventsOfParty = (handle: Handle, partyId: Id): Promise<readonly InvitedEvent[]> => invitations(handle, sql`i.party_id = ${partyId}`, 100);
/** Events of a matter, at most 20. */
export const eventsOfMatter = (handle: Handle, matterId: Id): Promise<readonly InvitedEvent[]> => invitations(handle, sql`i.matter_id = ${matterId}`, 20);
/** Events of a matter by its number, at most 20. */
export const eventsByNumber = (handle: Handle, number: string): Promise<readonly InvitedEvent[]> => invitations(handle, sql`i.number = ${number}`, 20);

/** A saying by its own id. */
export interface StoredFeedback {
  readonly feedbackId: Id;
  readonly state: Feedback;
  readonly seq: number;
}

/** Complaints of a person, about one matter where it is named, newest first, at most 50. */
export async function complaintsOf(handle: Handle, partyId: Id, matterId: Id | null): Promise<readonly StoredFeedback[]> {
  const { rows } = await sql<{ matter_id: Id; state: Feedback; seq: number }>`
    select v.matter_id, v.state, v.seq from evaluations.feedback v
    where v.party_id = ${partyId} and v.kind = 'complaint' and (${matterId}::uuid is null or v.about_matter = ${matterId}) order by v.given_at desc, v.matter_id limit 50`.execute(handle);
  return rows.map((row) => ({ feedbackId: row.matter_id, state: row.state, seq: row.seq }));
}

/** What was said, by id. */
export async function findFeedback(handle: Handle, feedbackId: Id): Promise<StoredFeedback | undefined> {
  const { rows } = await sql<{ matter_id: Id; state: Feedback; seq: number }>`select v.matter_id, v.state, v.seq from evaluations.feedback v where v.matter_id = ${feedbackId}`.execute(handle);
  const row = rows[0];
  return row && { feedbackId: row.matter_id, state: row.state, seq: row.seq };
}

/** Staff who acted on a matter, by any fact of it. */
export async function involvedIn(handle: Handle, matterId: Id): Promise<readonly Id[]> {
  const { rows } = await sql<{ id: Id }>`select distinct f.by ->> 'id' as id from platform.facts f where f.matter_id = ${matterId} and f.by ->> 'kind' = 'staff' order by 1 limit 1000`.execute(handle);
  return rows.map((row) => row.id);
}

/** Longest list of cases ever answered. */
export const caseListBound = 200;

/** Whose cases are listed: by the caller's posts, as policy.ts says it, in SQL. */
export interface CaseFilter {
  readonly staffId: Id;
  /** Institutions whose manager the caller is. */
  readonly managed: readonly string[];
  /** Institutions where the caller works below the manager. */
  readonly worksAt: readonly string[];
  /** Every unit within those the caller supervises. */
  readonly units: readonly string[];
  readonly closed: boolean;
  readonly kind: 'evaluation' | 'complaint' | null;
}

/** Cases the caller may handle: open ones with the nearest end first, closed ones newest first; `total` counts all. */
export async function listCases(handle: Handle, filter: CaseFilter, most: number = caseListBound): Promise<{ readonly rows: readonly StoredFeedback[]; readonly total: number }> {
  const { rows } = await sql<{ matter_id: Id; state: Feedback; seq: number; total: number }>`
    select v.matter_id, v.state, v.seq, count(*) over ()::int as total
    from evaluations.feedback v left join lateral (select min(c.due_at) as due_at from evaluations.clocks c where c.matter_id = v.matter_id) c on true
    where ${filter.closed ? sql`v.case_status = 'closed'` : sql`v.case_status <> 'closed'`} and (${filter.kind}::text is null or v.kind = ${filter.kind})
      and (v.institution = any(${filter.managed}) or v.accepting_institution = any(${filter.managed}) or v.area_unit = any(${filter.units}))
      and not (v.institution = any(${filter.worksAt}) or v.accepting_institution = any(${filter.worksAt}))
      and not evaluations.acted_on(v.about_matter, jsonb_build_object(${filter.staffId}::text, 1))
    order by ${filter.closed ? sql`v.opened_at desc` : sql`c.due_at asc nulls last, v.opened_at`}, v.matter_id limit ${most}`.execute(handle);
  return { rows: rows.map((row) => ({ feedbackId: row.matter_id, state: row.state, seq: row.seq })), total: rows[0]?.total ?? 0 };
}

/** Which figures are asked for: months `YYYY-MM`, both included. */
export interface GradeFilter {
  readonly fromMonth: string;
  readonly toMonth: string;
  readonly institutions?: readonly string[];
  readonly taskCodes?: readonly string[];
}

const figuresWhere = (filter: GradeFilter, at: Instant) => sql`
  v.kind = 'evaluation' and not v.struck_out and v.month >= ${filter.fromMonth} and v.month <= ${filter.toMonth} and v.fixed_at <= ${at}
  and (${filter.institutions === undefined} or v.institution = any(${filter.institutions ?? []})) and (${filter.taskCodes === undefined} or v.task_code = any(${filter.taskCodes ?? []}))`;

/** How many answers of each grade, by institution, item and month; struck-out ones and those still to be changed are left out. At most 100,000 rows. */
export async function gradesOf(handle: Handle, filter: GradeFilter, at: Instant): Promise<readonly { institution: string; taskCode: string; month: string; grade: Grade; n: number }[]> {
  const { rows } = await sql<{ institution: string; task_code: string; month: string; grade: Grade; n: number }>`
    select v.institution, v.task_code, v.month, v.grade, count(*)::int as n from evaluations.feedback v where ${figuresWhere(filter, at)}
    group by v.institution, v.task_code, v.month, v.grade order by v.institution, v.task_code, v.month, v.grade limit 100000`.execute(handle);
  return rows.map((row) => ({ institution: row.institution, taskCode: row.task_code, month: row.month, grade: row.grade, n: row.n }));
}

/** Bad answers and how many of them were mended, by institution, item and month. At most 100,000 rows. */
export async function mendingOf(handle: Handle, filter: GradeFilter, at: Instant): Promise<readonly { institution: string; taskCode: string; month: string; bad: number; mended: number }[]> {
  const { rows } = await sql<{ institution: string; task_code: string; month: string; bad: number; mended: number }>`
    select v.institution, v.task_code, v.month, count(*)::int as bad, count(*) filter (where v.outcome = 'mended')::int as mended
    from evaluations.feedback v where ${figuresWhere(filter, at)} and v.grade >= 4
    group by v.institution, v.task_code, v.month order by v.institution, v.task_code, v.month limit 100000`.execute(handle);
  return rows.map((row) => ({ institution: row.institution, taskCode: row.task_code, month: row.month, bad: row.bad, mended: row.mended }));
}

/** Open cases whose running clocks reach a day or later: what a change of the calendar may move; at most `most`, by id after `after`. */
export async function casesDueFrom(handle: Handle, firstDay: LocalDay, after: Id | null, most: number): Promise<readonly Id[]> {
  const { rows } = await sql<{ matter_id: Id }>`
    select distinct c.matter_id from evaluations.clocks c where c.due_on >= ${firstDay} and c.limit_id <> 'fixing' and (${after}::uuid is null or c.matter_id > ${after}) order by c.matter_id limit ${most}`.execute(handle);
  return rows.map((row) => row.matter_id);
}

/** Marks what turned yellow or red by `at`, queues what follows, and says where lights changed. */
export async function sweepClocks(handle: Handle, at: Instant, most: number): Promise<readonly { turned: 'yellow' | 'red'; caseId: Id; limitId: string; institution: string; areaUnit: string }[]> {
  const { rows } = await sql<{ turned: 'yellow' | 'red'; matter_id: Id; limit_id: string; institution: string; area_unit: string }>`
    select turned, matter_id, limit_id, institution, area_unit from evaluations.sweep(${at}, ${most}) order by turned, matter_id, limit_id limit ${most * 2}`.execute(handle);
  return rows.map((row) => ({ turned: row.turned, caseId: row.matter_id, limitId: row.limit_id, institution: row.institution, areaUnit: row.area_unit }));
}

/** The evaluations and complaints of a person, with the matter of each, the newest first, at most so many. */
export async function feedbackOfParty(handle: Handle, partyId: Id, most: number): Promise<readonly { readonly feedbackId: Id; readonly matterId: Id }[]> {
  const { rows } = await sql<{ matter_id: Id; about_matter: Id }>`select v.matter_id, v.about_matter from evaluations.feedback v where v.party_id = ${partyId} order by v.given_at desc, v.matter_id limit ${most}`.execute(handle);
  return rows.map((row) => ({ feedbackId: row.matter_id, matterId: row.about_matter }));
}
