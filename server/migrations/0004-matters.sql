create schema matters;
comment on schema matters is 'Service matters (办件): filed once, accepted, divided among links, decided, completed.';

create table matters.matters (
  matter_id uuid not null,
  seq integer not null,
  head bytea not null,
  number text not null,
  status text not null,
  channel text not null,
  task_code text not null,
  handling_item text not null,
  item_version integer not null,
  area_unit text not null,
  accepting_institution text not null,
  handling_institution text not null,
  party_id uuid not null,
  organisation_id uuid,
  received_at timestamptz not null,
  notice_due_on date,
  accepted_at timestamptz,
  promised_due_on date,
  completed_at timestamptz,
  outcome text,
  result_number text,
  state jsonb not null,
  constraint matters_pkey primary key (matter_id)
);
comment on table matters.matters is 'The present state of each matter, folded from its facts and written with them. state is the whole fold; the columns are what lists ask for.';
comment on column matters.matters.seq is 'Number of the newest fact.';
comment on column matters.matters.head is 'Hash of the newest fact.';
create index matters_by_number on matters.matters (number);
create index matters_by_result on matters.matters (result_number) where result_number is not null;
create index matters_to_accept on matters.matters (accepting_institution, notice_due_on) where status in ('received', 'correction_requested');
create index matters_done_by_hall on matters.matters (accepting_institution, received_at desc);

create table matters.links (
  matter_id uuid not null,
  link_id text not null,
  institution text not null,
  post text not null,
  opened_at timestamptz not null,
  claimed_by uuid,
  done_at timestamptz,
  done_by uuid,
  due_on date,
  constraint links_pkey primary key (matter_id, link_id)
);
comment on table matters.links is 'Links (环节) of matters, open and done: what the worklists of departments read.';
create index links_waiting on matters.links (institution, post, due_on) where done_at is null;
create index links_done_by on matters.links (done_by, done_at desc) where done_at is not null;

create table matters.by_party (
  party_id uuid not null,
  matter_id uuid not null,
  received_at timestamptz not null,
  constraint by_party_pkey primary key (party_id, matter_id)
);
comment on table matters.by_party is 'All matters of a person or organisation, keyed by that person.';

create table matters.number_counters (
  institution text not null,
  day date not null,
  last integer not null,
  constraint number_counters_pkey primary key (institution, day)
);
comment on table matters.number_counters is 'The last matter number handed out for an institution and day. Numbers are taken in small blocks, so a restart may leave gaps.';

create table matters.drafts (
  draft_id uuid not null,
  version integer not null,
  owner_party uuid,
  owner_staff uuid,
  party_id uuid,
  hall text,
  channel text not null,
  task_code text not null,
  handling_item text not null,
  item_version integer not null,
  sealed bytea not null,
  made_at timestamptz not null default clock_timestamp(),
  saved_at timestamptz not null default clock_timestamp(),
  constraint drafts_pkey primary key (draft_id)
);
create index drafts_by_party on matters.drafts (owner_party, saved_at desc);
create index drafts_by_staff on matters.drafts (owner_staff, saved_at desc);
comment on table matters.drafts is 'Unfinished applications. Filed, a draft becomes the matter of the same id and the row goes.';

create table matters.messages (
  party_id uuid not null,
  message_id uuid not null,
  matter_id uuid,
  at timestamptz not null,
  template text not null,
  params jsonb not null,
  read_at timestamptz,
  constraint messages_pkey primary key (party_id, message_id)
);
comment on table matters.messages is 'What the city told a person in the program; the same goes out by SMS.';

-- The rows that lists read, written with the facts.
-- A draft is filed as it was read: somebody who saved, emptied or threw it away in the same moment was first, and the filing is told so.
create function matters.append_rows(batch jsonb) returns void language plpgsql as $$
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
  on conflict (matter_id, link_id) do update set claimed_by = excluded.claimed_by, done_at = excluded.done_at, done_by = excluded.done_by;

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
comment on function matters.append_rows is 'Present state, links, lists and finished drafts of one or many commands. Raises draft_changed when a draft is not the one that was read.';

-- The write of this domain: the facts, then the rows lists read, all in one call.
create function matters.append(batch jsonb) returns void language plpgsql as $$
begin
  perform platform.append(batch);
  perform matters.append_rows(batch);
end
$$;
comment on function matters.append is 'Appends one or many commands on matters: facts, present state, links and lists, in one round trip.';

grant usage on schema matters to yimen_app;
grant select, insert, update on all tables in schema matters to yimen_app;
grant delete on matters.drafts, matters.messages to yimen_app;
grant execute on function matters.append to yimen_app;
