-- Supervision: orders that must be answered (督办), what rules found (预警), what staff are told.

create schema supervision;
comment on schema supervision is 'Supervision orders as chains of facts of their own, findings of the rules, digests and messages of staff.';

create table supervision.orders (
  order_id uuid not null,
  seq integer not null,
  head bytea not null,
  status text not null,
  rule_id text not null,
  severity text not null,
  matter_id uuid not null,
  institution text not null,
  unit text not null,
  supervising_unit text not null,
  area_unit text not null,
  task_code text not null,
  staff_id uuid,
  escalations integer not null,
  replies_in_time integer not null,
  replies_late integer not null,
  opened_at timestamptz not null,
  ended_at timestamptz,
  state jsonb not null,
  constraint orders_pkey primary key (order_id),
  constraint orders_status check (status in ('open', 'replied', 'closed', 'lapsed')),
  constraint orders_severity check (severity in ('warning', 'yellow', 'red')),
  constraint orders_ended check ((ended_at is null) = (status in ('open', 'replied')))
);
comment on table supervision.orders is 'The present state of each supervision order, folded from its facts (platform.facts under order_id) and written with them. The id follows from rule, matter, limit and due moment: the same breach is one order, whoever finds it however often.';
comment on column supervision.orders.head is 'Hash of the newest fact.';
comment on column supervision.orders.unit is 'Unit of the institution that answers.';
comment on column supervision.orders.supervising_unit is 'Unit whose supervisors judge the reply: that of the institution, one higher after each escalation.';
comment on column supervision.orders.replies_in_time is 'Replies asked for that came in time; replies_late: that came late or not at all.';
create index orders_by_opening on supervision.orders (opened_at desc, order_id);
create index orders_running on supervision.orders (opened_at desc, order_id) where ended_at is null;
create index orders_by_institution on supervision.orders (institution, opened_at desc);
create index orders_by_matter on supervision.orders (matter_id, opened_at);
create index orders_by_area on supervision.orders (area_unit, opened_at desc);
create index orders_by_unit on supervision.orders (unit, opened_at desc);

create table supervision.clocks (
  order_id uuid not null,
  clock text not null,
  institution text not null,
  supervising_unit text not null,
  area_unit text not null,
  warn_at timestamptz not null,
  due_at timestamptz not null,
  due_on date not null,
  passed boolean not null default false,
  constraint clocks_pkey primary key (order_id),
  constraint clocks_clock check (clock in ('reply', 'review'))
);
comment on table supervision.clocks is 'The one running clock of each order (docs/law L-050), written with its facts; gone when the order is over.';
comment on column supervision.clocks.passed is 'The sweep has seen it pass.';
create index clocks_to_pass on supervision.clocks (due_at) where not passed;
create index clocks_by_day on supervision.clocks (due_on, order_id);

create table supervision.findings (
  finding_id uuid not null,
  rule_id text not null,
  rule_version text not null,
  severity text not null,
  matter_id uuid not null,
  matter_number text not null,
  about text not null,
  limit_id text,
  moment timestamptz not null,
  institution text not null,
  unit text not null,
  post text not null,
  staff_id uuid,
  second_staff_id uuid,
  area_unit text not null,
  task_code text not null,
  order_id uuid,
  found_at timestamptz not null,
  constraint findings_pkey primary key (finding_id),
  constraint findings_severity check (severity in ('warning', 'yellow', 'red'))
);
comment on table supervision.findings is 'What the rules found and opened no order for, once each by an id made from rule, matter, what it is about and its moment; and orders not answered in time.';
comment on column supervision.findings.about is 'What on the matter: a limit, a procedure, a link, a claim, an order''s clock.';
comment on column supervision.findings.moment is 'The last moment in time that was let pass, or the moment of the act found.';
create index findings_by_time on supervision.findings (found_at desc, finding_id);
create index findings_by_institution on supervision.findings (institution, found_at desc);
create index findings_by_area on supervision.findings (area_unit, found_at desc);
create index findings_by_unit on supervision.findings (unit, found_at desc);
create index findings_by_matter on supervision.findings (matter_id);

create table supervision.staff_messages (
  staff_id uuid not null,
  message_id uuid not null,
  kind text not null,
  at timestamptz not null,
  params jsonb not null,
  order_id uuid,
  read_at timestamptz,
  constraint staff_messages_pkey primary key (staff_id, message_id)
);
comment on table supervision.staff_messages is 'What staff are told in the program: the digest of a working day and what happens to orders. The id of a digest follows from person and day, so that there is one a day.';
create index staff_messages_newest on supervision.staff_messages (staff_id, at desc);
create index staff_messages_unread on supervision.staff_messages (staff_id) where read_at is null;

create table supervision.rounds (
  name text not null,
  round text not null,
  taken_at timestamptz not null,
  done_at timestamptz,
  constraint rounds_pkey primary key (name)
);
comment on table supervision.rounds is 'Work that one server of many does at a time: the look for parked links, the digests of a day. Taken by one; a round not done within five minutes may be taken by another.';
comment on column supervision.rounds.round is 'Which round: a day, or a ten-minute slot.';

-- The rows lists read, written with the facts of an order.
create function supervision.append_rows(batch jsonb) returns void language plpgsql as $$
begin
  insert into supervision.orders as o (order_id, seq, head, status, rule_id, severity, matter_id, institution, unit, supervising_unit, area_unit, task_code, staff_id,
    escalations, replies_in_time, replies_late, opened_at, ended_at, state)
  select r.order_id, r.seq, decode(r.head, 'hex'), r.status, r.rule_id, r.severity, r.matter_id, r.institution, r.unit, r.supervising_unit, r.area_unit, r.task_code, r.staff_id,
    r.escalations, r.replies_in_time, r.replies_late, r.opened_at, r.ended_at, r.state
  from jsonb_to_recordset(batch -> 'orders') as r(order_id uuid, seq integer, head text, status text, rule_id text, severity text, matter_id uuid, institution text, unit text,
    supervising_unit text, area_unit text, task_code text, staff_id uuid, escalations integer, replies_in_time integer, replies_late integer, opened_at timestamptz, ended_at timestamptz, state jsonb)
  on conflict (order_id) do update set seq = excluded.seq, head = excluded.head, status = excluded.status, supervising_unit = excluded.supervising_unit, escalations = excluded.escalations,
    replies_in_time = excluded.replies_in_time, replies_late = excluded.replies_late, ended_at = excluded.ended_at, state = excluded.state;

  delete from supervision.clocks c using jsonb_to_recordset(batch -> 'clocks_ended') as x(order_id uuid) where c.order_id = x.order_id;

  insert into supervision.clocks as c (order_id, clock, institution, supervising_unit, area_unit, warn_at, due_at, due_on, passed)
  select k.order_id, k.clock, k.institution, k.supervising_unit, k.area_unit, k.warn_at, k.due_at, k.due_on, k.passed
  from jsonb_to_recordset(batch -> 'clocks') as k(order_id uuid, clock text, institution text, supervising_unit text, area_unit text, warn_at timestamptz, due_at timestamptz, due_on date, passed boolean)
  on conflict (order_id) do update set clock = excluded.clock, supervising_unit = excluded.supervising_unit, warn_at = excluded.warn_at, due_at = excluded.due_at, due_on = excluded.due_on,
    passed = excluded.passed or (c.passed and c.clock = excluded.clock and c.due_at = excluded.due_at);
end
$$;
comment on function supervision.append_rows is 'Present state and running clock of one or many orders.';

-- The write of this domain: the facts, then the rows lists read, all in one call.
create function supervision.append(batch jsonb) returns void language plpgsql as $$
begin
  perform platform.append(batch);
  perform supervision.append_rows(batch);
end
$$;
comment on function supervision.append is 'Appends one or many commands on orders: facts, present state and clocks, in one round trip.';

-- What passed by `at` and was not seen yet: marked, and the job that raises it. The job's id comes from order, clock and due moment, so that it is raised once, however many servers sweep.
create function supervision.sweep(at timestamptz, most integer) returns table (order_id uuid, institution text, area_unit text) language plpgsql as $$
begin
  return query
    with late as (
      select c.order_id from supervision.clocks c where not c.passed and c.due_at < at order by c.due_at limit most for update skip locked
    ), marked as (
      update supervision.clocks c set passed = true from late where c.order_id = late.order_id returning c.order_id, c.clock, c.due_at, c.institution, c.area_unit
    ), queued as (
      insert into platform.jobs (job_id, matter_id, kind, payload)
      select md5(m.order_id || ' ' || m.clock || ' ' || extract(epoch from m.due_at))::uuid, m.order_id, 'supervision.when_order_overdue_escalate',
        jsonb_build_object('clock', m.clock, 'dueMs', (extract(epoch from m.due_at) * 1000)::bigint)
      from marked m on conflict do nothing
    )
    select m.order_id, m.institution, m.area_unit from marked m;
end
$$;
comment on function supervision.sweep is 'Marks the order clocks that passed by a moment, at most so many, queues their escalation, and says where.';

grant usage on schema supervision to yimen_app;
grant select, insert, update on all tables in schema supervision to yimen_app;
grant delete on supervision.clocks to yimen_app;
grant execute on function supervision.append, supervision.sweep to yimen_app;
