-- What is measured of matters, from their facts alone: one row for each matter, and counts kept with it, so that no page ever adds up rows of matters.
-- Everything here can be thrown away and measured again from the facts.

create schema measures;
comment on schema measures is 'Measures of the service, computed from facts: the five hundred-percents, the supervisor''s overview, the public sunshine page.';

create table measures.matters (
  matter_id uuid not null,
  seq integer not null,
  rules integer not null,
  number text,
  status text,
  channel text,
  task_code text,
  item_version integer,
  area_unit text,
  city text,
  district text,
  street text,
  community text,
  accepting_institution text,
  handling_institution text,
  received_on date,
  accepted_on date,
  ended_on date,
  promised_days integer,
  net_days integer,
  visits integer not null default 0,
  promised_visits integer not null default 0,
  asked_again boolean not null default false,
  one_number boolean not null default false,
  general_window boolean not null default false,
  late text[] not null default '{}',
  judged boolean not null default false,
  in_time boolean not null default false,
  visits_judged boolean not null default false,
  visits_kept boolean not null default false,
  tally jsonb,
  measured_at timestamptz not null default clock_timestamp(),
  constraint matters_pkey primary key (matter_id)
);
comment on table measures.matters is 'One matter, measured. Holds no personal data: codes, days and counts.';
comment on column measures.matters.seq is 'Number of the newest fact it was measured with; 0 for a row being made. A measure of fewer facts is refused.';
comment on column measures.matters.rules is 'Version of the definitions it was measured by.';
comment on column measures.matters.district is 'The district, or functional area acting as one, that administered the area on the day of receipt.';
comment on column measures.matters.net_days is 'Working days from acceptance to completion, lawful pauses taken off.';
comment on column measures.matters.visits is 'Days on which the applicant stood at a window.';
comment on column measures.matters.late is 'Kinds of limits of the office that were missed.';
comment on column measures.matters.tally is 'What this row added to the counts: what the next measure takes away again.';

-- The lists behind the figures: a place, newest first, read from a cursor on.
create index matters_of_city on measures.matters (received_on desc, matter_id desc);
create index matters_of_district on measures.matters (district, received_on desc, matter_id desc);
create index matters_of_street on measures.matters (street, received_on desc, matter_id desc);
create index matters_of_hall on measures.matters (accepting_institution, received_on desc, matter_id desc);
create index matters_of_department on measures.matters (handling_institution, received_on desc, matter_id desc);
create index matters_of_item on measures.matters (task_code, received_on desc, matter_id desc);
-- Gaps are few among many: each has an index of its own, or a page of them would read the whole city.
create index matters_late on measures.matters (received_on desc, matter_id desc) where judged and not in_time;
create index matters_visits_missed on measures.matters (received_on desc, matter_id desc) where visits_judged and not visits_kept;
create index matters_at_other_window on measures.matters (received_on desc, matter_id desc) where channel = 'window' and not general_window;
create index matters_not_one_number on measures.matters (received_on desc, matter_id desc) where not one_number;

create table measures.counts (
  scope text not null,
  month date not null,
  task_code text not null,
  channel text not null,
  filed integer not null default 0,
  one_number integer not null default 0,
  asked_again integer not null default 0,
  general_window integer not null default 0,
  visits_judged integer not null default 0,
  visits_kept integer not null default 0,
  judged integer not null default 0,
  in_time integer not null default 0,
  completed integer not null default 0,
  withdrawn integer not null default 0,
  deemed integer not null default 0,
  late_notice integer not null default 0,
  late_statutory integer not null default 0,
  late_promised integer not null default 0,
  late_link integer not null default 0,
  late_service integer not null default 0,
  constraint counts_pkey primary key (scope, month, task_code, channel)
);
comment on table measures.counts is 'Numbers of matters by place, month of receipt, item and channel. They change only with the rows of measures.matters, in the same transaction, through measures.put, which refuses a count below nought (a check on the table would also refuse the differences that are added).';
create index counts_public on measures.counts (month) where scope like '%/%';
comment on column measures.counts.scope is 'Code of a unit (by the area of the matter), of an institution (that accepted or handles it), or <district>/<handling institution>.';
comment on column measures.counts.month is 'First day of the month of receipt.';

create table measures.day_values (
  scope text not null,
  month date not null,
  task_code text not null,
  channel text not null,
  measure text not null,
  value integer not null,
  n integer not null,
  constraint day_values_pkey primary key (scope, month, task_code, channel, measure, value),
  constraint day_values_measure check (measure in ('net', 'promised'))
);
comment on table measures.day_values is 'How many completed matters used (net) or were promised so many working days: medians are exact, from whole numbers counted.';

create table measures.daily (
  scope text not null,
  day date not null,
  filed integer not null default 0,
  finished integer not null default 0,
  constraint daily_pkey primary key (scope, day)
);
comment on table measures.daily is 'Filed and finished (ended in any way) on a day, by place.';

create table measures.link_counts (
  scope text not null,
  month date not null,
  process text not null,
  element text not null,
  institution text not null,
  version integer not null,
  judged integer not null default 0,
  late integer not null default 0,
  timed integer not null default 0,
  days integer not null default 0,
  constraint link_counts_pkey primary key (scope, month, process, element, institution)
);
comment on table measures.link_counts is 'Links (环节) by place of the matter, month of receipt, process element and institution: judged (done, or late already), late, and working days used by those with a clock.';
comment on column measures.link_counts.version is 'Newest process version it was seen in: where its name is looked up.';

create table measures.rebuild (
  rules integer not null,
  after_matter uuid,
  measured integer not null default 0,
  done_at timestamptz,
  constraint rebuild_pkey primary key (rules)
);
comment on table measures.rebuild is 'How far the measuring of matters from before these definitions has come; one row for each version of them.';

-- What tallies add, row by row; sign -1 takes away.
create function measures.tallied_counts(tallies jsonb, sign integer) returns table (scope text, month date, task_code text, channel text, name text, n integer) language sql immutable as $$
  select s.scope, (t ->> 'month' || '-01')::date, t ->> 'task', t ->> 'channel', c.key, sign * c.value::integer
  from jsonb_array_elements(tallies) t, jsonb_array_elements_text(t -> 'scopes') as s(scope), jsonb_each_text(t -> 'n') c
$$;

-- Puts measures in place of those before and moves the counts by the difference, many matters at once.
-- A measure of fewer facts than are known, or of the same by the same definitions, changes nothing: so it may come twice and late.
-- Rows are locked in the order of matter ids, counts written in the order of their keys: two that meet wait, and never for each other.
create function measures.put(rows jsonb) returns integer language plpgsql as $$
declare
  fresh jsonb;
  gone jsonb;
  come jsonb;
  changed integer;
begin
  insert into measures.matters (matter_id, seq, rules)
  select (r ->> 'matter_id')::uuid, 0, 0 from jsonb_array_elements(rows) r order by 1 on conflict do nothing;

  with locked as materialized (
    select m.matter_id, m.seq, m.rules, m.tally from measures.matters m
    where m.matter_id in (select (r ->> 'matter_id')::uuid from jsonb_array_elements(rows) r) order by m.matter_id for update
  ), newer as (
    select r, k.tally as before from jsonb_array_elements(rows) r join locked k on k.matter_id = (r ->> 'matter_id')::uuid
    where (r ->> 'seq')::integer > k.seq or ((r ->> 'seq')::integer = k.seq and (r ->> 'rules')::integer > k.rules)
  )
  select coalesce(jsonb_agg(n.r), '[]'), coalesce(jsonb_agg(n.before) filter (where n.before is not null), '[]'), coalesce(jsonb_agg(n.r -> 'tally'), '[]')
  into fresh, gone, come from newer n;
  changed := jsonb_array_length(fresh);
  if changed = 0 then
    return 0;
  end if;

  perform measures.move_counts(gone, come);
  perform measures.move_days(gone, come);

  update measures.matters m set seq = x.seq, rules = x.rules, number = x.number, status = x.status, channel = x.channel, task_code = x.task_code, item_version = x.item_version,
    area_unit = x.area_unit, city = x.city, district = x.district, street = x.street, community = x.community, accepting_institution = x.accepting_institution,
    handling_institution = x.handling_institution, received_on = x.received_on, accepted_on = x.accepted_on, ended_on = x.ended_on, promised_days = x.promised_days, net_days = x.net_days,
    visits = x.visits, promised_visits = x.promised_visits, asked_again = x.asked_again, one_number = x.one_number, general_window = x.general_window, late = x.late, judged = x.judged,
    in_time = x.in_time, visits_judged = x.visits_judged, visits_kept = x.visits_kept, tally = x.tally, measured_at = clock_timestamp()
  from jsonb_to_recordset(fresh) as x(matter_id uuid, seq integer, rules integer, number text, status text, channel text, task_code text, item_version integer, area_unit text, city text,
    district text, street text, community text, accepting_institution text, handling_institution text, received_on date, accepted_on date, ended_on date, promised_days integer,
    net_days integer, visits integer, promised_visits integer, asked_again boolean, one_number boolean, general_window boolean, late text[], judged boolean, in_time boolean,
    visits_judged boolean, visits_kept boolean, tally jsonb)
  where m.matter_id = x.matter_id;
  return changed;
end
$$;
comment on function measures.put is 'Puts measures of matters in place and moves the counts by the difference; answers how many were newer than what stood.';

create function measures.move_counts(gone jsonb, come jsonb) returns void language plpgsql as $$
declare
  wrong text;
begin
  with moved as (insert into measures.counts as c (scope, month, task_code, channel, filed, one_number, asked_again, general_window, visits_judged, visits_kept, judged, in_time, completed, withdrawn,
    deemed, late_notice, late_statutory, late_promised, late_link, late_service)
  select d.scope, d.month, d.task_code, d.channel, d.filed, d.one_number, d.asked_again, d.general_window, d.visits_judged, d.visits_kept, d.judged, d.in_time, d.completed, d.withdrawn,
    d.deemed, d.late_notice, d.late_statutory, d.late_promised, d.late_link, d.late_service
  from (
    select t.scope, t.month, t.task_code, t.channel, bool_or(t.moved <> 0) as moves,
      coalesce(sum(t.moved) filter (where t.name = 'filed'), 0) as filed, coalesce(sum(t.moved) filter (where t.name = 'one_number'), 0) as one_number,
      coalesce(sum(t.moved) filter (where t.name = 'asked_again'), 0) as asked_again, coalesce(sum(t.moved) filter (where t.name = 'general_window'), 0) as general_window,
      coalesce(sum(t.moved) filter (where t.name = 'visits_judged'), 0) as visits_judged, coalesce(sum(t.moved) filter (where t.name = 'visits_kept'), 0) as visits_kept,
      coalesce(sum(t.moved) filter (where t.name = 'judged'), 0) as judged, coalesce(sum(t.moved) filter (where t.name = 'in_time'), 0) as in_time,
      coalesce(sum(t.moved) filter (where t.name = 'completed'), 0) as completed, coalesce(sum(t.moved) filter (where t.name = 'withdrawn'), 0) as withdrawn,
      coalesce(sum(t.moved) filter (where t.name = 'deemed'), 0) as deemed, coalesce(sum(t.moved) filter (where t.name = 'late_notice'), 0) as late_notice,
      coalesce(sum(t.moved) filter (where t.name = 'late_statutory'), 0) as late_statutory, coalesce(sum(t.moved) filter (where t.name = 'late_promised'), 0) as late_promised,
      coalesce(sum(t.moved) filter (where t.name = 'late_link'), 0) as late_link, coalesce(sum(t.moved) filter (where t.name = 'late_service'), 0) as late_service
    from (
      select a.scope, a.month, a.task_code, a.channel, a.name, sum(a.n) as moved
      from (select * from measures.tallied_counts(come, 1) union all select * from measures.tallied_counts(gone, -1)) a
      group by 1, 2, 3, 4, 5
    ) t
    group by 1, 2, 3, 4
  ) d
  where d.moves order by d.scope, d.month, d.task_code, d.channel
  on conflict (scope, month, task_code, channel) do update set filed = c.filed + excluded.filed, one_number = c.one_number + excluded.one_number, asked_again = c.asked_again + excluded.asked_again,
    general_window = c.general_window + excluded.general_window, visits_judged = c.visits_judged + excluded.visits_judged, visits_kept = c.visits_kept + excluded.visits_kept,
    judged = c.judged + excluded.judged, in_time = c.in_time + excluded.in_time, completed = c.completed + excluded.completed, withdrawn = c.withdrawn + excluded.withdrawn,
    deemed = c.deemed + excluded.deemed, late_notice = c.late_notice + excluded.late_notice, late_statutory = c.late_statutory + excluded.late_statutory,
    late_promised = c.late_promised + excluded.late_promised, late_link = c.late_link + excluded.late_link, late_service = c.late_service + excluded.late_service
  returning c.*)
  select m.scope || ' ' || m.month || ' ' || m.task_code into wrong from moved m
  where least(m.filed, m.one_number, m.asked_again, m.general_window, m.visits_judged, m.visits_kept, m.judged, m.in_time, m.completed, m.withdrawn, m.deemed,
    m.late_notice, m.late_statutory, m.late_promised, m.late_link, m.late_service) < 0 or m.judged > m.filed or m.in_time > m.judged or m.visits_kept > m.visits_judged limit 1;
  if wrong is not null then
    raise exception 'counts do not agree at %', wrong using errcode = 'YM009';
  end if;
end
$$;

create function measures.move_days(gone jsonb, come jsonb) returns void language plpgsql as $$
begin
  insert into measures.day_values as v (scope, month, task_code, channel, measure, value, n)
  select d.scope, d.month, d.task_code, d.channel, d.measure, d.value, d.n from (
    select s.scope, (a.t ->> 'month' || '-01')::date as month, a.t ->> 'task' as task_code, a.t ->> 'channel' as channel, y.key as measure, y.value::integer as value, sum(a.sign)::integer as n
    from (select t, 1 as sign from jsonb_array_elements(come) t union all select t, -1 from jsonb_array_elements(gone) t) a, jsonb_array_elements_text(a.t -> 'scopes') as s(scope), jsonb_each_text(a.t -> 'days') y
    group by 1, 2, 3, 4, 5, 6 having sum(a.sign) <> 0
  ) d order by 1, 2, 3, 4, 5, 6
  on conflict (scope, month, task_code, channel, measure, value) do update set n = v.n + excluded.n;

  insert into measures.daily as v (scope, day, filed, finished)
  select d.scope, d.day, d.filed, d.finished from (
    select s.scope, y.day, sum(a.sign * y.filed)::integer as filed, sum(a.sign * y.finished)::integer as finished
    from (select t, 1 as sign from jsonb_array_elements(come) t union all select t, -1 from jsonb_array_elements(gone) t) a, jsonb_array_elements_text(a.t -> 'scopes') as s(scope),
      lateral (values ((a.t ->> 'received')::date, 1, 0), ((a.t ->> 'ended')::date, 0, 1)) as y(day, filed, finished)
    where y.day is not null and position('/' in s.scope) = 0
    group by 1, 2 having sum(a.sign * y.filed) <> 0 or sum(a.sign * y.finished) <> 0
  ) d order by 1, 2
  on conflict (scope, day) do update set filed = v.filed + excluded.filed, finished = v.finished + excluded.finished;

  insert into measures.link_counts as v (scope, month, process, element, institution, version, judged, late, timed, days)
  select d.scope, d.month, d.process, d.element, d.institution, d.version, d.judged, d.late, d.timed, d.days from (
    select s.scope, (a.t ->> 'month' || '-01')::date as month, l.process, l.element, l.institution, max(l.version) as version,
      sum(a.sign * l.judged)::integer as judged, sum(a.sign * l.late)::integer as late, sum(a.sign * l.timed)::integer as timed, sum(a.sign * l.days)::integer as days
    from (select t, 1 as sign from jsonb_array_elements(come) t union all select t, -1 from jsonb_array_elements(gone) t) a,
      jsonb_to_recordset(a.t -> 'links') as l(process text, version integer, element text, institution text, judged integer, late integer, timed integer, days integer),
      lateral (select x.scope from jsonb_array_elements_text(a.t -> 'scopes') as x(scope) where x.scope !~ '[^0-9]' union select l.institution) as s
    group by 1, 2, 3, 4, 5
  ) d where d.judged <> 0 or d.late <> 0 or d.timed <> 0 or d.days <> 0 order by 1, 2, 3, 4, 5
  on conflict (scope, month, process, element, institution) do update set judged = v.judged + excluded.judged, late = v.late + excluded.late, timed = v.timed + excluded.timed, days = v.days + excluded.days,
    version = greatest(v.version, excluded.version);
end
$$;

grant usage on schema measures to yimen_app;
grant select, insert, update on all tables in schema measures to yimen_app;
grant execute on all functions in schema measures to yimen_app;
