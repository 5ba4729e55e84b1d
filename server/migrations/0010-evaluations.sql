-- 好差评 and 投诉: what may be evaluated, what was said, the cases that follow, the tablets at windows. The words lie sealed beside the facts.

create schema evaluations;
comment on schema evaluations is 'Evaluations of services (好差评), complaints (投诉) and their cases. Each is a chain of facts of its own, apart from the matter, so that nobody who reads the matter sees it.';

create table evaluations.invitations (
  matter_id uuid not null,
  event text not null,
  feedback_id uuid not null,
  token_hash bytea not null,
  number text not null,
  party_id uuid not null,
  organisation_id uuid,
  task_code text not null,
  item_version integer not null,
  institution text not null,
  accepting_institution text not null,
  area_unit text not null,
  event_on date not null,
  open_until timestamptz not null,
  constraint invitations_pkey primary key (matter_id, event),
  constraint invitations_event check (event ~ '^(filing|acceptance|result|correction-[1-9][0-9]?)$'),
  constraint invitations_token_is_sha256 check (octet_length(token_hash) = 32)
);
comment on table evaluations.invitations is 'Service events that may be evaluated, one row each: the matter, which event of it, and who served. Never changed; whether it was answered says evaluations.feedback.';
comment on column evaluations.invitations.feedback_id is 'The only id its evaluation can have, made from matter and event: a second evaluation of the event would be the same row.';
comment on column evaluations.invitations.token_hash is 'SHA-256 of the token in the link on the papers; the token itself is kept nowhere.';
comment on column evaluations.invitations.institution is 'Who served and is evaluated: the hall for filing, acceptance and correction, the handling office for the result.';
create unique index invitations_by_token on evaluations.invitations (token_hash);
create index invitations_by_party on evaluations.invitations (party_id, event_on desc);
create index invitations_by_number on evaluations.invitations (number);

create table evaluations.feedback (
  matter_id uuid not null,
  seq integer not null,
  head bytea not null,
  kind text not null,
  about_matter uuid not null,
  event text,
  number text not null,
  task_code text not null,
  item_version integer not null,
  institution text not null,
  accepting_institution text not null,
  area_unit text not null,
  party_id uuid not null,
  grade integer,
  month text not null,
  given_at timestamptz not null,
  fixed_at timestamptz not null,
  struck_out boolean not null default false,
  case_status text,
  outcome text,
  opened_at timestamptz,
  state jsonb not null,
  constraint feedback_pkey primary key (matter_id),
  constraint feedback_kind check (kind in ('evaluation', 'complaint')),
  constraint feedback_grade check ((kind = 'evaluation') = (grade is not null) and (grade is null or grade between 1 and 5)),
  constraint feedback_event check ((kind = 'evaluation') = (event is not null)),
  constraint feedback_case_status check (case_status in ('verifying', 'mending', 'calling_back', 'closed'))
);
comment on table evaluations.feedback is 'The present state of each evaluation and complaint, folded from its facts and written with them. matter_id is the id of its own chain; about_matter is the service matter.';
comment on column evaluations.feedback.fixed_at is 'From this moment the answer is what it is; before, its giver may change it.';
comment on column evaluations.feedback.month is 'Month of the answer in Shenzhen, YYYY-MM: what is published is grouped by it.';
comment on column evaluations.feedback.struck_out is 'Found mistaken or malicious on appeal: left out of every figure.';
create index feedback_by_matter on evaluations.feedback (about_matter, given_at);
create index feedback_by_party on evaluations.feedback (party_id, given_at desc);
create index feedback_open_by_institution on evaluations.feedback (institution, opened_at) where case_status <> 'closed';
create index feedback_open_by_hall on evaluations.feedback (accepting_institution, opened_at) where case_status <> 'closed';
create index feedback_closed on evaluations.feedback (opened_at desc) where case_status = 'closed';
create index feedback_figures on evaluations.feedback (month, institution, task_code, grade) where kind = 'evaluation' and not struck_out;

create table evaluations.clocks (
  matter_id uuid not null,
  limit_id text not null,
  institution text not null,
  area_unit text not null,
  started_at timestamptz not null,
  warn_at timestamptz not null,
  due_at timestamptz not null,
  due_on date not null,
  warned boolean not null default false,
  passed boolean not null default false,
  constraint clocks_pkey primary key (matter_id, limit_id),
  constraint clocks_limit check (limit_id in ('fixing', 'verify', 'complaint', 'mend', 'call_back', 'appeal'))
);
comment on table evaluations.clocks is 'Running limits of cases (docs/law, rule packs), written with the facts that start, move and end them; a row leaves when its limit ends. fixing: a bad evaluation that its giver may still change; when it ends the case opens.';
comment on column evaluations.clocks.warned is 'The sweep has seen it turn yellow; passed: turn red.';
create index clocks_to_warn on evaluations.clocks (warn_at) where not warned;
create index clocks_to_pass on evaluations.clocks (due_at) where not passed;
create index clocks_by_institution on evaluations.clocks (institution, due_at);

create table evaluations.tablets (
  tablet_id uuid not null,
  institution text not null,
  window_name text not null,
  staff_id uuid not null,
  code_hash text,
  code_until timestamptz not null,
  token_hash bytea,
  ends_at timestamptz not null,
  ended_at timestamptz,
  ask_id uuid,
  ask_matter uuid,
  ask_event text,
  ask_until timestamptz,
  constraint tablets_pkey primary key (tablet_id),
  constraint tablets_ask check ((ask_id is null) = (ask_matter is null) and (ask_id is null) = (ask_event is null) and (ask_id is null) = (ask_until is null))
);
comment on table evaluations.tablets is 'Tablets at windows, paired by the clerk with a code for one day at most, and what each shows now. What was answered is not here.';
comment on column evaluations.tablets.code_hash is 'Keyed hash of the pairing code; null once it was used.';
comment on column evaluations.tablets.token_hash is 'SHA-256 of the token the tablet keeps; null until it is paired.';
create unique index tablets_by_code on evaluations.tablets (code_hash) where code_hash is not null;
create unique index tablets_by_token on evaluations.tablets (token_hash) where token_hash is not null;
create index tablets_of_staff on evaluations.tablets (staff_id, ends_at) where ended_at is null;

-- The write of this domain: the facts, then the rows lists read, all in one call.
create function evaluations.append(batch jsonb) returns void language plpgsql as $$
begin
  perform platform.append(batch);

  insert into evaluations.feedback as v (matter_id, seq, head, kind, about_matter, event, number, task_code, item_version, institution, accepting_institution, area_unit, party_id,
    grade, month, given_at, fixed_at, struck_out, case_status, outcome, opened_at, state)
  select r.matter_id, r.seq, decode(r.head, 'hex'), r.kind, r.about_matter, r.event, r.number, r.task_code, r.item_version, r.institution, r.accepting_institution, r.area_unit, r.party_id,
    r.grade, r.month, r.given_at, r.fixed_at, r.struck_out, r.case_status, r.outcome, r.opened_at, r.state
  from jsonb_to_recordset(batch -> 'states') as r(matter_id uuid, seq integer, head text, kind text, about_matter uuid, event text, number text, task_code text, item_version integer,
    institution text, accepting_institution text, area_unit text, party_id uuid, grade integer, month text, given_at timestamptz, fixed_at timestamptz, struck_out boolean,
    case_status text, outcome text, opened_at timestamptz, state jsonb)
  on conflict (matter_id) do update set seq = excluded.seq, head = excluded.head, grade = excluded.grade, struck_out = excluded.struck_out,
    case_status = excluded.case_status, outcome = excluded.outcome, opened_at = excluded.opened_at, state = excluded.state;

  delete from evaluations.clocks c using jsonb_to_recordset(batch -> 'clocks_ended') as x(matter_id uuid, limit_id text)
  where c.matter_id = x.matter_id and c.limit_id = x.limit_id;
  insert into evaluations.clocks as c (matter_id, limit_id, institution, area_unit, started_at, warn_at, due_at, due_on, passed)
  select k.matter_id, k.limit_id, k.institution, k.area_unit, k.started_at, k.warn_at, k.due_at, k.due_on, k.passed
  from jsonb_to_recordset(batch -> 'clocks') as k(matter_id uuid, limit_id text, institution text, area_unit text, started_at timestamptz, warn_at timestamptz, due_at timestamptz, due_on date, passed boolean)
  on conflict (matter_id, limit_id) do update set warn_at = excluded.warn_at, due_at = excluded.due_at, due_on = excluded.due_on,
    warned = c.warned and c.warn_at = excluded.warn_at, passed = c.passed and c.due_at = excluded.due_at;
end
$$;
comment on function evaluations.append is 'Appends one or many commands on evaluations and complaints: facts, present state and running limits, in one round trip.';

-- What turned yellow or red by `at` and was not seen yet, as matters.sweep: marked, and for each clock that ran out the job that follows. The job's
-- id comes from the limit and its due moment, so that however often and on however many servers the sweep runs, it follows once.
create function evaluations.sweep(at timestamptz, most integer) returns table (turned text, matter_id uuid, limit_id text, institution text, area_unit text) language plpgsql as $$
begin
  return query
    with late as (
      select c.matter_id, c.limit_id from evaluations.clocks c where not c.passed and c.due_at < at order by c.due_at limit most for update skip locked
    ), marked as (
      update evaluations.clocks c set passed = true, warned = true from late where c.matter_id = late.matter_id and c.limit_id = late.limit_id
      returning c.matter_id, c.limit_id, c.due_at, c.institution, c.area_unit
    ), queued as (
      insert into platform.jobs (job_id, matter_id, kind, payload)
      select md5(m.matter_id || ' ' || m.limit_id || ' ' || extract(epoch from m.due_at))::uuid, m.matter_id,
        case m.limit_id when 'fixing' then 'evaluations.when_fixed_open_case' else 'evaluations.when_limit_passed_record' end, jsonb_build_object('limitId', m.limit_id)
      from marked m on conflict do nothing
    )
    select 'red', m.matter_id, m.limit_id, m.institution, m.area_unit from marked m;
  return query
    with near as (
      select c.matter_id, c.limit_id from evaluations.clocks c where not c.warned and c.warn_at <= at and c.limit_id <> 'fixing' order by c.warn_at limit most for update skip locked
    )
    update evaluations.clocks c set warned = true from near where c.matter_id = near.matter_id and c.limit_id = near.limit_id
    returning 'yellow', c.matter_id, c.limit_id, c.institution, c.area_unit;
end
$$;
comment on function evaluations.sweep is 'Marks the limits of cases that turned yellow or red by a moment, at most so many of each, queues what follows, and says where lights changed.';

grant usage on schema evaluations to yimen_app;
grant select, insert on evaluations.invitations to yimen_app;
grant select, insert, update on evaluations.feedback, evaluations.tablets to yimen_app;
grant select, insert, update, delete on evaluations.clocks to yimen_app;
grant execute on function evaluations.append, evaluations.sweep to yimen_app;
