-- Changes of the calendar: closures of the city, notices of the State Council, repeals. Proposed by one administrator, approved by another.

alter table calendar.versions add column notices jsonb not null default '{}';
comment on column calendar.versions.notices is 'Number, date and address of each notice that the days of this table name, as its file has them.';

create table calendar.changes (
  change_id uuid not null,
  seq integer not null,
  head bytea not null,
  number integer,
  kind text not null,
  status text not null,
  proposed_at timestamptz not null,
  state jsonb not null,
  constraint changes_pkey primary key (change_id),
  constraint changes_number_once unique (number),
  constraint changes_kind check (kind in ('closure', 'notice', 'repeal')),
  constraint changes_status check (status in ('proposed', 'approved', 'rejected', 'withdrawn')),
  constraint changes_number_of_approved check ((status = 'approved') = (number is not null) and number >= 1)
);
comment on table calendar.changes is 'The present state of each change of the calendar, folded from its facts and written with them. Public acts: names, documents and reasons lie here in clear.';
comment on column calendar.changes.number is 'Place in the order of approval, 1, 2, 3 … without a gap. The calendar after it is named <base>+c<number> and can be put together again from all changes up to it.';
comment on column calendar.changes.seq is 'Number of the newest fact.';
comment on column calendar.changes.head is 'Hash of the newest fact.';
create index changes_newest on calendar.changes (proposed_at desc, change_id);

-- Changes are few: one after another, so that each approval is decided on the calendar of all before it.
create function calendar.append(batch jsonb) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(7312);
  perform platform.append(batch);

  -- Decided on a calendar that is no longer the newest: as for a fact that does not follow its predecessor, the command is decided again.
  if exists (
    select 1 from jsonb_to_recordset(batch -> 'changes') as r(change_id uuid, number integer)
    where r.number is not null
      and r.number <> (select coalesce(max(c.number), 0) + 1 from calendar.changes c)
      and not exists (select 1 from calendar.changes c where c.change_id = r.change_id and c.number = r.number)
  ) then
    raise exception 'calendar_moved' using errcode = 'YM002';
  end if;

  insert into calendar.changes as c (change_id, seq, head, number, kind, status, proposed_at, state)
  select r.change_id, r.seq, decode(r.head, 'hex'), r.number, r.kind, r.status, r.proposed_at, r.state
  from jsonb_to_recordset(batch -> 'changes')
    as r(change_id uuid, seq integer, head text, number integer, kind text, status text, proposed_at timestamptz, state jsonb)
  on conflict (change_id) do update set seq = excluded.seq, head = excluded.head, number = excluded.number, status = excluded.status, state = excluded.state;
end
$$;
comment on function calendar.append is 'Appends commands on changes of the calendar: facts and present state, in one round trip. Raises calendar_moved when an approval was decided on an older calendar.';

grant select, insert, update on calendar.changes to yimen_app;
grant execute on function calendar.append to yimen_app;
