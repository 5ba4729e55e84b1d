-- The catalogue is changed by two persons: drafts of one author, changes proposed and decided, versions with their day and origin, and districts' own values.

alter table catalogue.processes add column change_id uuid;
comment on column catalogue.processes.change_id is 'The approved change this version came from; null: a file of a release.';

alter table catalogue.items add column change_id uuid, add column effective_on date;
comment on column catalogue.items.change_id is 'The approved change this version came from; null: a file of a release.';
comment on column catalogue.items.effective_on is 'First day on which matters are filed under it; null: at once, before every version that names a day. Of those whose day has come the latest counts, of equal days the higher version.';

create table catalogue.overrides (
  task_code text not null,
  number integer not null,
  unit text not null,
  fields jsonb not null,
  effective_on date not null,
  change_id uuid not null,
  loaded_at timestamptz not null default clock_timestamp(),
  constraint overrides_pkey primary key (task_code, number)
);
comment on table catalogue.overrides is 'Every version of a district''s own values of an item. A matter keeps the number it was filed under. Without fields the district has none of its own any more.';
comment on column catalogue.overrides.number is 'Counted for each item over all districts: 1, 2, 3 …';

create table catalogue.drafts (
  change_id uuid not null,
  revision integer not null,
  kind text not null,
  subject text not null,
  unit text,
  origin text not null,
  author uuid,
  base_version integer,
  terms jsonb not null,
  content jsonb not null,
  opened_at timestamptz not null default clock_timestamp(),
  saved_at timestamptz not null default clock_timestamp(),
  constraint drafts_pkey primary key (change_id),
  constraint drafts_kind check (kind in ('item', 'process', 'override')),
  constraint drafts_author check ((origin = 'screen') = (author is not null)),
  constraint drafts_origin check (origin in ('screen', 'release'))
);
comment on table catalogue.drafts is 'Changes of the catalogue not proposed yet. One author each; what a release brings beside a version from the screen has none, and is proposed at the next start.';
comment on column catalogue.drafts.revision is 'Counts the savings: who saves names the one he saw.';
create index drafts_newest on catalogue.drafts (saved_at desc, change_id);

create table catalogue.changes (
  change_id uuid not null,
  seq integer not null,
  head bytea not null,
  kind text not null,
  subject text not null,
  unit text,
  status text not null,
  changed_at timestamptz not null,
  state jsonb not null,
  content jsonb not null,
  constraint changes_pkey primary key (change_id),
  constraint changes_kind check (kind in ('item', 'process', 'override')),
  constraint changes_status check (status in ('proposed', 'approved', 'rejected', 'withdrawn'))
);
comment on table catalogue.changes is 'Proposed and decided changes of the catalogue: the present state, folded from the facts and written with them, and the content, which stands fast from the proposal on. Its digest is in the first fact.';
create index changes_of_subject on catalogue.changes (subject, changed_at desc);
create index changes_newest on catalogue.changes (changed_at desc, change_id);

create table catalogue.release_seen (
  kind text not null,
  subject text not null,
  digest text not null,
  constraint release_seen_pkey primary key (kind, subject),
  constraint release_seen_kind check (kind in ('item', 'process'))
);
comment on table catalogue.release_seen is 'The newest file of a release that was met while the version in force came from the screen, so that one file is proposed once.';

-- Changes are few: one after another, and not while a release is being loaded.
create function catalogue.append(batch jsonb) returns void language plpgsql as $$
declare
  done integer;
begin
  perform pg_advisory_xact_lock(7312);
  perform platform.append(batch);

  -- Decided on a catalogue that is no longer the newest: as for a fact that does not follow its predecessor, the command is decided again.
  if exists (
    select 1 from jsonb_to_recordset(batch -> 'items') as r(task_code text, version integer)
    where r.version <> (select coalesce(max(i.version), 0) + 1 from catalogue.items i where i.task_code = r.task_code)
  ) or exists (
    select 1 from jsonb_to_recordset(batch -> 'processes') as r(process_id text, version integer)
    where r.version <> (select coalesce(max(p.version), 0) + 1 from catalogue.processes p where p.process_id = r.process_id)
  ) or exists (
    select 1 from jsonb_to_recordset(batch -> 'overrides') as r(task_code text, number integer)
    where r.number <> (select coalesce(max(o.number), 0) + 1 from catalogue.overrides o where o.task_code = r.task_code)
  ) then
    raise exception 'catalogue_moved' using errcode = 'YM002';
  end if;

  insert into catalogue.processes (process_id, version, bpmn, digest, change_id)
  select r.process_id, r.version, r.bpmn, r.digest, r.change_id
  from jsonb_to_recordset(batch -> 'processes') as r(process_id text, version integer, bpmn text, digest text, change_id uuid);

  insert into catalogue.items (task_code, version, content, digest, process, process_version, change_id, effective_on)
  select r.task_code, r.version, r.content, r.digest, r.process, r.process_version, r.change_id, r.effective_on
  from jsonb_to_recordset(batch -> 'items')
    as r(task_code text, version integer, content jsonb, digest text, process text, process_version integer, change_id uuid, effective_on date);

  insert into catalogue.overrides (task_code, number, unit, fields, effective_on, change_id)
  select r.task_code, r.number, r.unit, r.fields, r.effective_on, r.change_id
  from jsonb_to_recordset(batch -> 'overrides') as r(task_code text, number integer, unit text, fields jsonb, effective_on date, change_id uuid);

  insert into catalogue.changes as c (change_id, seq, head, kind, subject, unit, status, changed_at, state, content)
  select r.change_id, r.seq, decode(r.head, 'hex'), r.kind, r.subject, r.unit, r.status, r.changed_at, r.state, r.content
  from jsonb_to_recordset(batch -> 'changes')
    as r(change_id uuid, seq integer, head text, kind text, subject text, unit text, status text, changed_at timestamptz, state jsonb, content jsonb)
  on conflict (change_id) do update set seq = excluded.seq, head = excluded.head, status = excluded.status, changed_at = excluded.changed_at, state = excluded.state;

  if batch -> 'drafts_done' is not null then
    delete from catalogue.drafts d using jsonb_to_recordset(batch -> 'drafts_done') as x(change_id uuid, revision integer)
    where d.change_id = x.change_id and d.revision = x.revision;
    get diagnostics done = row_count;
    if done <> jsonb_array_length(batch -> 'drafts_done') then
      raise exception 'draft_changed' using errcode = 'YM004';
    end if;
  end if;
end
$$;
comment on function catalogue.append is 'Appends commands on changes of the catalogue: facts, present state and the versions an approval makes, in one round trip. Raises catalogue_moved when an approval was decided on an older catalogue, draft_changed when a draft is not the one that was read.';

grant select, insert on catalogue.overrides, catalogue.release_seen to yimen_app;
grant select, insert, update on catalogue.changes to yimen_app;
grant select, insert, update, delete on catalogue.drafts to yimen_app;
grant execute on function catalogue.append to yimen_app;
