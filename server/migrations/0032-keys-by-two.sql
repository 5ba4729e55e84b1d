-- The installation's keys are changed by two persons: proposed by one security administrator, approved by another, then carried out once, by the operator on the machine.
create table platform.key_changes (
  change_id uuid not null,
  seq integer not null,
  head bytea not null,
  kind text not null,
  status text not null,
  proposed_at timestamptz not null,
  state jsonb not null,
  constraint key_changes_pkey primary key (change_id),
  constraint key_changes_kind check (kind in ('rotate', 'retire', 'split', 'index_rotate', 'index_retire')),
  constraint key_changes_status check (status in ('proposed', 'approved', 'begun', 'done', 'rejected', 'withdrawn'))
);
comment on table platform.key_changes is 'The present state of each change of the installation''s keys, folded from its facts and written with them: what, proposed and approved by whom, and what came of it. No key is ever in it.';
comment on column platform.key_changes.kind is 'rotate: a new key-encryption key; retire: an old one goes; split: new recovery shares; index_rotate, index_retire: the same for the keys of blind indexes.';
comment on column platform.key_changes.seq is 'Number of the newest fact.';
comment on column platform.key_changes.head is 'Hash of the newest fact.';
comment on column platform.key_changes.state is 'What is to be done, the reason, both persons, until when the approval can be used, the version and fingerprint that resulted.';
create index key_changes_newest on platform.key_changes (proposed_at desc, change_id);
create index key_changes_open on platform.key_changes (kind, proposed_at) where status in ('proposed', 'approved', 'begun');

create function platform.append_key_change(batch jsonb) returns void language plpgsql as $$
begin
  -- Changes are few: one after another.
  perform pg_advisory_xact_lock(7332);
  perform platform.append(batch);
  insert into platform.key_changes as c (change_id, seq, head, kind, status, proposed_at, state)
  select r.change_id, r.seq, decode(r.head, 'hex'), r.kind, r.status, r.proposed_at, r.state
  from jsonb_to_recordset(batch -> 'key_changes') as r(change_id uuid, seq integer, head text, kind text, status text, proposed_at timestamptz, state jsonb)
  on conflict (change_id) do update set seq = excluded.seq, head = excluded.head, status = excluded.status, state = excluded.state;
  if jsonb_array_length(coalesce(batch -> 'alone', '[]'::jsonb)) > 0 and not people.founding_is_open() then
    raise exception 'founding_over' using errcode = 'YM011';
  end if;
end
$$;
comment on function platform.append_key_change is 'Appends commands on changes of keys: facts and present state in one round trip. Raises founding_over where one decided alone and there are two.';

grant select, insert, update on platform.key_changes to yimen_app;
grant execute on function platform.append_key_change to yimen_app;
