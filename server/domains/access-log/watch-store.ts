import { sql } from 'kysely';
import type { Id } from '../../kernel/ids.ts';
import type { Instant, LocalDay } from '../../kernel/instant.ts';
import type { Handle } from '../../platform/db/database.ts';
import { boundsOf, signalLines } from './signals.ts';

/** What of the access records is a reading of somebody's particulars by staff: done, and no part of a command. */
const isReading = sql`r.actor ->> 'kind' = 'staff' and not r.of_command and r.outcome in ('done', 'found')
  and (r.act like 'matters.%' or r.act like 'access\\_log.reveal.%' or r.act in ('people.identify_party', 'evaluations.read_case', 'evaluations.show_contact', 'supervision.back_trace'))`;

/** Who read on a day, and which people were searched for by number: what the other domains are asked about. */
export async function readersOf(handle: Handle, day: LocalDay): Promise<{ readonly staffIds: readonly Id[]; readonly partyIds: readonly Id[] }> {
  const { from, to } = boundsOf(day);
  const { rows } = await sql<{ staff_ids: readonly Id[]; party_ids: readonly Id[] }>`
    select coalesce(array_agg(distinct r.actor ->> 'id'), '{}') as staff_ids, coalesce(array_agg(distinct r.matter_id::text) filter (where r.act = 'people.identify_party'), '{}') as party_ids
    from platform.access_records r where r.at >= ${from} and r.at < ${to} and ${isReading}`.execute(handle);
  return { staffIds: rows[0]?.staff_ids ?? [], partyIds: rows[0]?.party_ids ?? [] };
}

/** The post each reader's day is counted under. */
export interface CountedUnder {
  readonly staffId: Id;
  readonly institution: string;
  readonly role: string;
}

/** Counts a day again: readings, those without a case, at night, of people like the reader. `matters` are those of the people searched for by number. */
export async function countDay(handle: Handle, day: LocalDay, posts: readonly CountedUnder[], matters: readonly { readonly partyId: Id; readonly matterId: Id }[]): Promise<number> {
  const { from, to } = boundsOf(day);
  const { rows } = await sql`
    with posts as (select p.staff_id, p.institution, p.role from jsonb_to_recordset(${JSON.stringify(posts.map((post) => ({ staff_id: post.staffId, institution: post.institution, role: post.role })))}::jsonb) as p(staff_id uuid, institution text, role text)),
    pairs as (select p.party_id, p.matter_id from jsonb_to_recordset(${JSON.stringify(matters.map((one) => ({ party_id: one.partyId, matter_id: one.matterId })))}::jsonb) as p(party_id uuid, matter_id uuid)),
    day as (
      select r.matter_id as subject, r.record_id, r.at, p.staff_id, p.institution, p.role
      from platform.access_records r join posts p on p.staff_id::text = r.actor ->> 'id' where r.at >= ${from} and r.at < ${to} and ${isReading}
    ), subjects as (select distinct staff_id, subject from day),
    places as (select staff_id, subject, subject as matter_id from subjects union all select s.staff_id, s.subject, p.matter_id from subjects s join pairs p on p.party_id = s.subject),
    linked as (
      select distinct m.staff_id, m.subject from places m where exists (
        select 1 from platform.access_records c where c.matter_id = m.matter_id and (c.of_command or c.act = 'people.register_party') and c.actor ->> 'kind' = 'staff' and c.actor ->> 'id' = m.staff_id::text
          and c.at >= ${from}::timestamptz - ${signalLines.linkDays} * interval '1 day' and c.at < ${to}::timestamptz + interval '1 day')
    ), seen as (
      select d.staff_id, d.institution, d.role, d.subject, l.staff_id is null as unlinked, coalesce(k.same_surname, false) as same_surname, coalesce(k.colleague, false) as colleague, coalesce(k.himself, false) as himself,
        extract(hour from d.at at time zone 'Asia/Shanghai') as hour
      from day d left join linked l on l.staff_id = d.staff_id and l.subject = d.subject left join access_log.likenesses k on k.matter_id = d.subject and k.record_id = d.record_id
    )
    insert into access_log.reading_days as kept (staff_id, on_day, institution, role, readings, unlinked, at_night, same_surname, colleague, himself)
    select staff_id, ${day}::date, institution, role, count(*), count(distinct subject) filter (where unlinked), count(*) filter (where hour >= ${signalLines.nightFromHour} or hour < ${signalLines.nightToHour}),
      count(distinct subject) filter (where unlinked and same_surname), count(distinct subject) filter (where unlinked and colleague), count(distinct subject) filter (where himself)
    from seen group by staff_id, institution, role
    on conflict on constraint reading_days_pkey do update set institution = excluded.institution, role = excluded.role, readings = excluded.readings, unlinked = excluded.unlinked, at_night = excluded.at_night,
      same_surname = excluded.same_surname, colleague = excluded.colleague, himself = excluded.himself
    where (kept.institution, kept.role, kept.readings, kept.unlinked, kept.at_night, kept.same_surname, kept.colleague, kept.himself)
      is distinct from (excluded.institution, excluded.role, excluded.readings, excluded.unlinked, excluded.at_night, excluded.same_surname, excluded.colleague, excluded.himself)
    returning 1`.execute(handle);
  return rows.length;
}

/**
 * Makes the signals of a counted day. What asks whether an act followed is only asked of a day that is over (`over`), or everybody who reads before he
 * acts would be asked about. Counted again, an open signal takes the new count; a decided one stays as it was decided.
 */
export async function findSignals(handle: Handle, day: LocalDay, at: Instant, over: boolean): Promise<number> {
  const { deviations, usualDays, usualLeast, overUsual, noCase, sameSurname, colleague, himself, atNight } = signalLines;
  const { rows } = await sql`
    with usual as (
      select role, avg(readings) + ${deviations} * stddev_samp(readings) as readings, avg(unlinked) + ${deviations} * stddev_samp(unlinked) as unlinked
      from access_log.reading_days where on_day >= ${day}::date - ${usualDays}::integer and on_day < ${day}::date group by role having count(*) >= ${usualLeast}
    ), today as (select d.staff_id, d.readings, d.unlinked, d.at_night, d.same_surname, d.colleague, d.himself, u.readings as usual_readings, u.unlinked as usual_unlinked from access_log.reading_days d left join usual u on u.role = d.role where d.on_day = ${day}::date),
    found as (
      select 'over_usual' as kind, staff_id, readings as counted, usual_readings::double precision as usual from today where readings >= ${overUsual.least} and readings > usual_readings
      union all select 'no_case', staff_id, unlinked, usual_unlinked::double precision from today where ${over} and unlinked >= ${noCase.least} and unlinked > coalesce(usual_unlinked, ${noCase.withoutUsual}::numeric - 1)
      union all select 'same_surname', staff_id, same_surname, null from today where ${over} and same_surname >= ${sameSurname}
      union all select 'colleague', staff_id, colleague, null from today where ${over} and colleague >= ${colleague}
      union all select 'himself', staff_id, himself, null from today where himself >= ${himself}
      union all select 'at_night', staff_id, at_night, null from today where at_night >= ${atNight}
    )
    insert into access_log.signals as kept (signal_id, kind, staff_id, on_day, counted, usual, found_at)
    select gen_random_uuid(), kind, staff_id, ${day}::date, counted, usual, ${at}::timestamptz from found
    on conflict (kind, staff_id, on_day) where record_id is null do update set counted = excluded.counted, usual = excluded.usual where kept.state = 'open' and kept.counted <> excluded.counted
    returning 1`.execute(handle);
  return rows.length;
}

/** Draws readings of a month by chance for the auditor to look into, once a month; answers how many were drawn. */
export async function drawSample(handle: Handle, month: { readonly from: Instant; readonly to: Instant; readonly firstDay: LocalDay; readonly lastDay: LocalDay }, at: Instant): Promise<number> {
  const { rows } = await sql`
    insert into access_log.signals (signal_id, kind, staff_id, on_day, matter_id, record_id, counted, found_at)
    select gen_random_uuid(), 'sample', drawn.staff_id, drawn.on_day, drawn.matter_id, drawn.record_id, 1, ${at}::timestamptz
    from (
      select (r.actor ->> 'id')::uuid as staff_id, (r.at at time zone 'Asia/Shanghai')::date as on_day, r.matter_id, r.record_id
      from platform.access_records r where r.at >= ${month.from} and r.at < ${month.to} and ${isReading} order by random() limit ${signalLines.sample}) drawn
    where not exists (select 1 from access_log.signals s where s.kind = 'sample' and s.on_day between ${month.firstDay}::date and ${month.lastDay}::date)
    on conflict do nothing returning 1`.execute(handle);
  return rows.length;
}
