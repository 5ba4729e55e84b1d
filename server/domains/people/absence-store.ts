import { sql } from 'kysely';
import type { HeldPost } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant, LocalDay } from '../../kernel/instant.ts';
import type { Handle } from '../../platform/db/database.ts';
import type { Days } from './absence.ts';

/** An absence as read, with the names of everybody in it. */
export interface StoredAbsence extends Days {
  readonly absenceId: Id;
  readonly staffId: Id;
  readonly staffName: string;
  readonly standInId: Id;
  readonly standInName: string;
  readonly posts: readonly HeldPost[];
  readonly standInPosts: readonly HeldPost[];
  readonly madeAt: Instant;
  readonly madeByName: string;
  readonly endedAt: Instant | null;
  readonly endedByName: string | null;
}

interface Row {
  readonly absence_id: Id;
  readonly staff_id: Id;
  readonly staff_name: string;
  readonly stand_in: Id;
  readonly stand_in_name: string;
  readonly from_on: LocalDay;
  readonly to_on: LocalDay;
  readonly posts: readonly HeldPost[];
  readonly stand_in_posts: readonly HeldPost[];
  readonly made_at: Instant;
  readonly made_by_name: string;
  readonly ended_at: Instant | null;
  readonly ended_by_name: string | null;
}

const stored = (row: Row): StoredAbsence => ({
  absenceId: row.absence_id, staffId: row.staff_id, staffName: row.staff_name, standInId: row.stand_in, standInName: row.stand_in_name, fromOn: row.from_on, toOn: row.to_on, posts: row.posts,
  standInPosts: row.stand_in_posts, madeAt: row.made_at, madeByName: row.made_by_name, endedAt: row.ended_at, endedByName: row.ended_by_name,
});

const postsOf = (column: ReturnType<typeof sql>, at: Instant) => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('institution', p.institution, 'unit', p.unit, 'role', p.role) order by p.institution, p.role), '[]'::jsonb)
  from people.posts p where p.staff_id = ${column} and p.from_at <= ${at} and (p.to_at is null or p.to_at > ${at}))`;

const absenceColumns = (at: Instant) => sql`
  a.absence_id, a.staff_id, m.name as staff_name, a.stand_in, s.name as stand_in_name, to_char(a.from_on, 'YYYY-MM-DD') as from_on, to_char(a.to_on, 'YYYY-MM-DD') as to_on,
  ${postsOf(sql`a.staff_id`, at)} as posts, ${postsOf(sql`a.stand_in`, at)} as stand_in_posts, a.made_at, b.name as made_by_name, a.ended_at, e.name as ended_by_name`;
const absenceTables = sql`people.absences a join people.staff m on m.staff_id = a.staff_id join people.staff s on s.staff_id = a.stand_in join people.staff b on b.staff_id = a.made_by
  left join people.staff e on e.staff_id = a.ended_by`;

/** Longest list of absences ever answered. */
export const absenceBound = 200;

/** Absences that are not over on a day: of the person, those he stands in for, those of people with a post in `institutions`, or all of them; the next first. */
export async function openAbsences(handle: Handle, wanted: { staffId: Id; institutions: readonly string[]; all: boolean; today: LocalDay }, at: Instant): Promise<readonly StoredAbsence[]> {
  const { rows } = await sql<Row>`
    select ${absenceColumns(at)} from ${absenceTables}
    where a.ended_at is null and a.to_on >= ${wanted.today}::date and (${wanted.all} or a.staff_id = ${wanted.staffId} or a.stand_in = ${wanted.staffId}
      or exists (select 1 from people.posts p where p.staff_id = a.staff_id and p.institution = any(${wanted.institutions}::text[]) and p.from_at <= ${at} and (p.to_at is null or p.to_at > ${at})))
    order by a.from_on, m.name, a.absence_id limit ${absenceBound}`.execute(handle);
  return rows.map(stored);
}

/** One absence, ended or not. */
export async function findAbsence(handle: Handle, absenceId: Id, at: Instant): Promise<StoredAbsence | undefined> {
  const { rows } = await sql<Row>`select ${absenceColumns(at)} from ${absenceTables} where a.absence_id = ${absenceId}`.execute(handle);
  return rows[0] && stored(rows[0]);
}

/** A member of staff who may be absent or stand in. */
export interface StoredColleague {
  readonly staffId: Id;
  readonly name: string;
  readonly posts: readonly HeldPost[];
}

interface ColleagueRow {
  readonly staff_id: Id;
  readonly name: string;
  readonly posts: readonly HeldPost[];
}

const colleague = (row: ColleagueRow): StoredColleague => ({ staffId: row.staff_id, name: row.name, posts: row.posts });

/** Most colleagues named at once. */
const colleagueBound = 100;

/** Active staff of institutions, or any, found by a part of the name; by name, at most 100. */
export async function colleaguesOf(handle: Handle, wanted: { institutions: readonly string[]; all: boolean; text: string }, at: Instant): Promise<readonly StoredColleague[]> {
  const part = `%${wanted.text.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<ColleagueRow>`
    select m.staff_id, m.name, ${postsOf(sql`m.staff_id`, at)} as posts from people.staff m
    where m.active and m.name ilike ${part} and (${wanted.all} or exists (
      select 1 from people.posts p where p.staff_id = m.staff_id and p.institution = any(${wanted.institutions}::text[]) and p.from_at <= ${at} and (p.to_at is null or p.to_at > ${at})))
    order by m.name, m.staff_id limit ${colleagueBound}`.execute(handle);
  return rows.map(colleague);
}

/** Active staff who hold one of a person's posts too, by name, at most 100; the person left out. */
export async function sharingPost(handle: Handle, staffId: Id, at: Instant): Promise<readonly StoredColleague[]> {
  const { rows } = await sql<ColleagueRow>`
    select m.staff_id, m.name, ${postsOf(sql`m.staff_id`, at)} as posts from people.staff m
    where m.active and m.staff_id <> ${staffId} and exists (
      select 1 from people.posts p join people.posts o on o.institution = p.institution and o.role = p.role
      where p.staff_id = m.staff_id and o.staff_id = ${staffId} and p.from_at <= ${at} and (p.to_at is null or p.to_at > ${at}) and o.from_at <= ${at} and (o.to_at is null or o.to_at > ${at}))
    order by m.name, m.staff_id limit ${colleagueBound}`.execute(handle);
  return rows.map(colleague);
}

/** People by id with their posts; only the active. */
export async function activeStaff(handle: Handle, ids: readonly Id[], at: Instant): Promise<ReadonlyMap<Id, StoredColleague>> {
  const { rows } = await sql<ColleagueRow>`
    select m.staff_id, m.name, ${postsOf(sql`m.staff_id`, at)} as posts from people.staff m where m.active and m.staff_id = any(${ids}::uuid[]) order by m.staff_id limit ${Math.max(1, ids.length)}`.execute(handle);
  return new Map(rows.map((row) => [row.staff_id, colleague(row)]));
}

/** Who of these is away on a day, and who stands in. */
export async function awayOn(handle: Handle, ids: readonly Id[], day: LocalDay): Promise<ReadonlyMap<Id, { readonly standInId: Id; readonly standInName: string }>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ staff_id: Id; stand_in: Id; name: string }>`
    select distinct on (a.staff_id) a.staff_id, a.stand_in, s.name from people.absences a join people.staff s on s.staff_id = a.stand_in
    where a.ended_at is null and a.staff_id = any(${ids}::uuid[]) and ${day}::date between a.from_on and a.to_on order by a.staff_id, a.made_at desc limit ${ids.length}`.execute(handle);
  return new Map(rows.map((row) => [row.staff_id, { standInId: row.stand_in, standInName: row.name }]));
}

/** Writes an absence after `judge` has seen the others of both people, in one transaction that two entries of the same person cannot share. */
export async function addAbsence<R>(
  handle: Handle, absence: Days & { absenceId: Id; staffId: Id; standInId: Id; madeBy: Id; at: Instant }, judge: (absences: readonly Days[], standInAbsences: readonly Days[]) => R | undefined,
): Promise<R | undefined> {
  return handle.transaction().execute(async (transaction) => {
    const both = [absence.staffId, absence.standInId];
    await sql`select m.staff_id from people.staff m where m.staff_id = any(${both}::uuid[]) order by m.staff_id limit 2 for update`.execute(transaction);
    const { rows } = await sql<{ staff_id: Id; from_on: LocalDay; to_on: LocalDay }>`
      select a.staff_id, to_char(a.from_on, 'YYYY-MM-DD') as from_on, to_char(a.to_on, 'YYYY-MM-DD') as to_on from people.absences a
      where a.ended_at is null and a.staff_id = any(${both}::uuid[]) and a.to_on >= ${absence.fromOn}::date order by a.from_on, a.absence_id limit 1000`.execute(transaction);
    const of = (staffId: Id): readonly Days[] => rows.filter((row) => row.staff_id === staffId).map((row) => ({ fromOn: row.from_on, toOn: row.to_on }));
    const wrong = judge(of(absence.staffId), of(absence.standInId));
    if (wrong !== undefined) return wrong;
    await sql`
      insert into people.absences (absence_id, staff_id, stand_in, from_on, to_on, made_at, made_by)
      values (${absence.absenceId}, ${absence.staffId}, ${absence.standInId}, ${absence.fromOn}, ${absence.toOn}, ${absence.at}, ${absence.madeBy})`.execute(transaction);
    return undefined;
  });
}

/** Ends an absence that is not ended and not past; false where there is none. */
export async function endAbsence(handle: Handle, absenceId: Id, by: Id, at: Instant, today: LocalDay): Promise<boolean> {
  const { rows } = await sql<{ absence_id: Id }>`
    update people.absences set ended_at = ${at}, ended_by = ${by} where absence_id = ${absenceId} and ended_at is null and to_on >= ${today}::date returning absence_id`.execute(handle);
  return rows.length > 0;
}
