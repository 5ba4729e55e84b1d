-- Legal clocks that run: what the sweep looks through, what lights are counted from. Ended clocks leave, so its size is that of the open matters.

create table matters.clocks (
  matter_id uuid not null,
  limit_id text not null,
  kind text not null,
  owner text not null,
  institution text not null,
  post text not null,
  staff_id uuid,
  claimed_at timestamptz,
  number text not null,
  area_unit text not null,
  task_code text not null,
  started_at timestamptz not null,
  warn_at timestamptz not null,
  due_at timestamptz not null,
  due_on date not null,
  stopped_from timestamptz,
  stopped_until timestamptz,
  warned boolean not null default false,
  passed boolean not null default false,
  constraint clocks_pkey primary key (matter_id, limit_id),
  constraint clocks_kind check (kind in ('notice', 'correction', 'statutory', 'promised', 'link', 'special', 'deferred', 'service')),
  constraint clocks_owner check (owner in ('office', 'resident'))
);
comment on table matters.clocks is 'Running legal limits (docs/law), written with the facts that start, move and end them. A row leaves when its limit ends.';
comment on column matters.clocks.owner is 'Who must act in time: the office, or the resident who owes an answer or a paper.';
comment on column matters.clocks.institution is 'Where it stands now: the institution, post and, once claimed, the person answerable.';
comment on column matters.clocks.claimed_at is 'Of a link, and of the promise while a link is open: since when who has it has it; what is claimed and not touched is found by it.';
comment on column matters.clocks.warn_at is 'From this moment on yellow (L-040).';
comment on column matters.clocks.due_at is 'The last moment in time; the next millisecond is late.';
comment on column matters.clocks.stopped_until is 'The clock stands still from stopped_from until here, at most to the announced end of a special procedure (L-006).';
comment on column matters.clocks.warned is 'The sweep has seen it turn yellow; passed: turn red.';
create index clocks_to_warn on matters.clocks (warn_at) where not warned;
create index clocks_to_pass on matters.clocks (due_at) where not passed;
create index clocks_by_institution on matters.clocks (institution, due_at);
create index clocks_claimed on matters.clocks (claimed_at) where claimed_at is not null;

create table matters.open_proposals (
  matter_id uuid not null,
  proposal_id uuid not null,
  institution text not null,
  handling_institution text not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  constraint open_proposals_pkey primary key (matter_id, proposal_id)
);
comment on table matters.open_proposals is 'Acts on limits that wait for a second person: what approvers find in their list. A row leaves when it is decided or its matter ends.';
comment on column matters.open_proposals.institution is 'The office that proposed; its approvers or those of the handling institution decide, never proposed_by.';
create index open_proposals_by_institution on matters.open_proposals (institution);
create index open_proposals_by_handling on matters.open_proposals (handling_institution);

-- As before, and the running clocks and the proposals that wait. A link's due date moves with its clock.
create or replace function matters.append_rows(batch jsonb) returns void language plpgsql as $$
declare
  done integer;
begin
  insert into matters.matters as m (matter_id, seq, head, number, status, channel, task_code, handling_item, item_version, area_unit,
    accepting_institution, handling_institution, party_id, organisation_id, received_at, notice_due_on, accepted_at, promised_due_on, completed_at, outcome, result_number, state)
  select r.matter_id, r.seq, decode(r.head, 'hex'), r.number, r.status, r.channel, r.task_code, r.handling_item, r.item_version, r.area_unit,
    r.accepting_institution, r.handling_institution, r.party_id, r.organisation_id, r.received_at, r.notice_due_on, r.accepted_at, r.promised_due_on, r.completed_at, r.outcome, r.result_number, r.state
  from jsonb_to_recordset(batch -> 'states') as r(matter_id uuid, seq integer, head text, number text, status text, channel text, task_code text, handling_item text,
    item_version integer, area_unit text, accepting_institution text, handling_institution text, party_id uuid, organisation_id uuid, received_at timestamptz, notice_due_on date,
    accepted_at timestamptz, promised_due_on date, completed_at timestamptz, outcome text, result_number text, state jsonb)
  on conflict (matter_id) do update set seq = excluded.seq, head = excluded.head, status = excluded.status, handling_institution = excluded.handling_institution,
    notice_due_on = excluded.notice_due_on, accepted_at = excluded.accepted_at, promised_due_on = excluded.promised_due_on, completed_at = excluded.completed_at,
    outcome = excluded.outcome, result_number = excluded.result_number, state = excluded.state;

  insert into matters.by_party (party_id, matter_id, received_at)
  select p.party_id, p.matter_id, p.received_at from jsonb_to_recordset(batch -> 'parties') as p(party_id uuid, matter_id uuid, received_at timestamptz);

  insert into matters.links as l (matter_id, link_id, institution, post, opened_at, claimed_by, done_at, done_by, due_on)
  select k.matter_id, k.link_id, k.institution, k.post, k.opened_at, k.claimed_by, k.done_at, k.done_by, k.due_on
  from jsonb_to_recordset(batch -> 'links') as k(matter_id uuid, link_id text, institution text, post text, opened_at timestamptz, claimed_by uuid, done_at timestamptz, done_by uuid, due_on date)
  on conflict (matter_id, link_id) do update set claimed_by = excluded.claimed_by, done_at = excluded.done_at, done_by = excluded.done_by, due_on = excluded.due_on;

  -- Ended first: a limit that ended and one that began under the same id in one command leaves the one that began.
  if jsonb_array_length(batch -> 'clocks_ended') > 0 then
    delete from matters.clocks c using jsonb_to_recordset(batch -> 'clocks_ended') as x(matter_id uuid, limit_id text)
    where c.matter_id = x.matter_id and c.limit_id = x.limit_id;
  end if;
  insert into matters.clocks as c (matter_id, limit_id, kind, owner, institution, post, staff_id, claimed_at, number, area_unit, task_code, started_at, warn_at, due_at, due_on, stopped_from, stopped_until, passed)
  select k.matter_id, k.limit_id, k.kind, k.owner, k.institution, k.post, k.staff_id, k.claimed_at, k.number, k.area_unit, k.task_code, k.started_at, k.warn_at, k.due_at, k.due_on, k.stopped_from, k.stopped_until, k.passed
  from jsonb_to_recordset(batch -> 'clocks') as k(matter_id uuid, limit_id text, kind text, owner text, institution text, post text, staff_id uuid, claimed_at timestamptz, number text, area_unit text, task_code text,
    started_at timestamptz, warn_at timestamptz, due_at timestamptz, due_on date, stopped_from timestamptz, stopped_until timestamptz, passed boolean)
  on conflict (matter_id, limit_id) do update set institution = excluded.institution, post = excluded.post, staff_id = excluded.staff_id, claimed_at = excluded.claimed_at,
    warn_at = excluded.warn_at, due_at = excluded.due_at, due_on = excluded.due_on, stopped_from = excluded.stopped_from, stopped_until = excluded.stopped_until,
    warned = c.warned and c.warn_at = excluded.warn_at, passed = c.passed and c.due_at = excluded.due_at;

  if jsonb_array_length(batch -> 'proposals_decided') > 0 then
    delete from matters.open_proposals p using jsonb_to_recordset(batch -> 'proposals_decided') as x(matter_id uuid, proposal_id uuid)
    where p.matter_id = x.matter_id and p.proposal_id = x.proposal_id;
  end if;
  if jsonb_array_length(batch -> 'proposals') > 0 then
    insert into matters.open_proposals (matter_id, proposal_id, institution, handling_institution, proposed_by, proposed_at)
    select p.matter_id, p.proposal_id, p.institution, p.handling_institution, p.proposed_by, p.proposed_at
    from jsonb_to_recordset(batch -> 'proposals') as p(matter_id uuid, proposal_id uuid, institution text, handling_institution text, proposed_by uuid, proposed_at timestamptz)
    on conflict do nothing;
  end if;

  if jsonb_array_length(batch -> 'drafts_done') > 0 then
    delete from matters.drafts d using jsonb_to_recordset(batch -> 'drafts_done') as x(draft_id uuid, version integer)
    where d.draft_id = x.draft_id and d.version = x.version;
    get diagnostics done = row_count;
    if done <> jsonb_array_length(batch -> 'drafts_done') then
      raise exception 'draft_changed' using errcode = 'YM004';
    end if;
  end if;
end
$$;

-- What turned yellow or red by `at` and was not seen yet: marked, and for each breach the job that records it, in one statement each.
-- The job's id comes from the limit and its due moment, so that however often and on however many servers the sweep runs, a breach is recorded once.
create function matters.sweep(at timestamptz, most integer) returns table (turned text, matter_id uuid, limit_id text, institution text, area_unit text) language plpgsql as $$
begin
  return query
    with late as (
      select c.matter_id, c.limit_id from matters.clocks c where not c.passed and c.due_at < at order by c.due_at limit most for update skip locked
    ), marked as (
      update matters.clocks c set passed = true, warned = true from late where c.matter_id = late.matter_id and c.limit_id = late.limit_id
      returning c.matter_id, c.limit_id, c.due_at, c.institution, c.area_unit
    ), queued as (
      insert into platform.jobs (job_id, matter_id, kind, payload)
      select md5(m.matter_id || ' ' || m.limit_id || ' ' || extract(epoch from m.due_at))::uuid, m.matter_id, 'matters.when_limit_passed_record',
        jsonb_build_object('limitId', m.limit_id, 'dueMs', (extract(epoch from m.due_at) * 1000)::bigint)
      from marked m on conflict do nothing
    )
    select 'red', m.matter_id, m.limit_id, m.institution, m.area_unit from marked m;
  return query
    with near as (
      select c.matter_id, c.limit_id from matters.clocks c where not c.warned and c.warn_at <= at order by c.warn_at limit most for update skip locked
    )
    update matters.clocks c set warned = true from near where c.matter_id = near.matter_id and c.limit_id = near.limit_id
    returning 'yellow', c.matter_id, c.limit_id, c.institution, c.area_unit;
end
$$;
comment on function matters.sweep is 'Marks the clocks that turned yellow or red by a moment, at most so many of each, queues the recording of each breach, and says where lights changed.';

grant select, insert, update, delete on matters.clocks, matters.open_proposals to yimen_app;
grant execute on function matters.sweep to yimen_app;
