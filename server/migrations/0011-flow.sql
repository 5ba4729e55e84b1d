-- What processes wait for beside people: timers, and items of bundles, which are matters of their own.

create table matters.timers (
  matter_id uuid not null,
  timer_id text not null,
  due_on date not null,
  due_at timestamptz not null,
  rung boolean not null default false,
  constraint timers_pkey primary key (matter_id, timer_id)
);
comment on table matters.timers is 'Running timers of processes, written with the facts that set, move and end them. A row leaves when its timer has rung or was cancelled, or its matter ended.';
comment on column matters.timers.due_at is 'The last moment of its last working day; it rings after it.';
comment on column matters.timers.rung is 'The round that looks at the clocks has seen it and queued its ringing.';
create index timers_to_ring on matters.timers (due_at) where not rung;
create index timers_by_day on matters.timers (due_on);

create table matters.parts (
  matter_id uuid not null,
  parent_id uuid not null,
  constraint parts_pkey primary key (matter_id)
);
comment on table matters.parts is 'Matters that are an item of a bundle: the applicant''s lists and the hall''s screen show the bundle instead.';

-- The rows above, of one or many commands. A function of its own, called beside append_rows, so that neither has to be written again with the other.
create function matters.append_flow(batch jsonb) returns void language plpgsql as $$
begin
  if jsonb_array_length(batch -> 'timers_ended') > 0 then
    delete from matters.timers t using jsonb_to_recordset(batch -> 'timers_ended') as x(matter_id uuid, timer_id text)
    where t.matter_id = x.matter_id and t.timer_id = x.timer_id;
  end if;
  if jsonb_array_length(batch -> 'timers') > 0 then
    insert into matters.timers as t (matter_id, timer_id, due_on, due_at)
    select k.matter_id, k.timer_id, k.due_on, k.due_at from jsonb_to_recordset(batch -> 'timers') as k(matter_id uuid, timer_id text, due_on date, due_at timestamptz)
    on conflict (matter_id, timer_id) do update set due_on = excluded.due_on, due_at = excluded.due_at, rung = t.rung and t.due_at = excluded.due_at;
  end if;
  if jsonb_array_length(batch -> 'part_of') > 0 then
    insert into matters.parts (matter_id, parent_id)
    select k.matter_id, k.parent_id from jsonb_to_recordset(batch -> 'part_of') as k(matter_id uuid, parent_id uuid)
    on conflict do nothing;
  end if;
end
$$;
comment on function matters.append_flow is 'Timers of one or many commands, and which matters are parts of a bundle.';

-- As before, and what processes wait for.
create or replace function matters.append(batch jsonb) returns void language plpgsql as $$
begin
  perform platform.append(batch);
  perform matters.append_rows(batch);
  perform matters.append_flow(batch);
end
$$;

-- Timers whose moment is over: marked, and for each the job that rings it. The job's id comes from the timer and its moment, so that it is queued once
-- on however many servers; a timer that the calendar moved is queued again for its new one.
create function matters.ring_timers(at timestamptz, most integer) returns integer language plpgsql as $$
declare
  found integer;
begin
  with due as (
    select t.matter_id, t.timer_id from matters.timers t where not t.rung and t.due_at < at order by t.due_at limit most for update skip locked
  ), marked as (
    update matters.timers t set rung = true from due where t.matter_id = due.matter_id and t.timer_id = due.timer_id
    returning t.matter_id, t.timer_id, t.due_at
  ), queued as (
    insert into platform.jobs (job_id, matter_id, kind, payload)
    select md5('ring ' || m.matter_id || ' ' || m.timer_id || ' ' || extract(epoch from m.due_at))::uuid, m.matter_id, 'matters.when_timer_due_ring', jsonb_build_object('timerId', m.timer_id)
    from marked m on conflict do nothing
  )
  select count(*)::integer into found from marked;
  return found;
end
$$;
comment on function matters.ring_timers is 'Marks the timers whose moment is over, at most so many, and queues the ringing of each.';

grant select, insert, update, delete on matters.timers to yimen_app;
grant select, insert on matters.parts to yimen_app;
grant execute on function matters.append_flow, matters.ring_timers to yimen_app;
