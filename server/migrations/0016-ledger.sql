-- The log of all facts: each fact waits for its place in the same transaction that wrote it, gets it from the one sequencer in office, and the tree over
-- all of them is signed. A second log, of the same make, holds who read or tried what. (RFC 9162 section 2.1; C2SP tlog-tiles, tlog-checkpoint)

-- Until the end of this migration nothing is written that would neither be found here below nor by the triggers.
lock table platform.facts, platform.access_records in share row exclusive mode;

create schema ledger;
comment on schema ledger is 'The logs over facts and over access records: places, tiles of hashes, signed checkpoints.';

create table ledger.logs (
  log text not null,
  origin text not null,
  size bigint not null default 0,
  term bigint not null default 0,
  root bytea not null default sha256(''),
  stopped_why text,
  stopped_at timestamptz,
  stopped_note text,
  constraint logs_pkey primary key (log),
  constraint logs_origin unique (origin),
  constraint logs_name check (log ~ '^(cases|access)(/v[1-9][0-9]{0,3})?$'),
  constraint logs_stopped_with_reason check ((stopped_why is null) = (stopped_at is null)),
  constraint logs_root_is_sha256 check (octet_length(root) = 32 and size >= 0)
);
comment on table ledger.logs is 'One row a log: cases (facts) and access (reads and tries); cases/v1 is what a log was before it was opened again under another origin.';
comment on column ledger.logs.origin is 'Under which name its checkpoints are signed, for ever (C2SP tlog-checkpoint).';
comment on column ledger.logs.term is 'Fencing number: who takes over the sequencing counts it up, and the one before can write nothing more.';
comment on column ledger.logs.stopped_why is 'Why nothing is signed under this origin any more; until it is opened again under another.';
comment on column ledger.logs.stopped_note is 'The signed checkpoint, or what is known of it, that this log does not agree with.';

create table ledger.waiting (
  log text not null,
  n bigint generated always as identity,
  matter_id uuid not null,
  seq integer,
  record_id uuid,
  hash bytea,
  constraint waiting_pkey primary key (matter_id, n),
  constraint waiting_is_fact_or_record check ((seq is null) <> (record_id is null) and (seq is null or hash is not null))
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 20000);
create index waiting_in_order on ledger.waiting (log, n);
comment on table ledger.waiting is 'What has no place in its log yet, written in the transaction of the fact or access record itself. The sequencer takes whatever it sees, never what is greater than the last it saw: n does not appear in the order of commits.';
comment on column ledger.waiting.hash is 'Leaf hash of a fact; that of an access record is computed when it gets its place.';

create table ledger.entries (
  log text not null,
  index bigint not null,
  matter_id uuid,
  seq integer,
  record_id uuid,
  hash bytea not null,
  constraint entries_pkey primary key (log, index),
  constraint entries_hash_is_sha256 check (octet_length(hash) = 32 and index >= 0)
);
create unique index entries_of_facts on ledger.entries (log, matter_id, seq) where seq is not null;
create unique index entries_of_records on ledger.entries (log, matter_id, record_id) where record_id is not null;
comment on table ledger.entries is 'Which fact or access record stands at which place of a log; without either it is a statement of the log itself.';

create table ledger.statements (
  log text not null,
  index bigint not null,
  leaf text not null,
  constraint statements_pkey primary key (log, index)
);
comment on table ledger.statements is 'Entries that a log says of itself, canonical JSON: that it was opened again, and what came before.';

create table ledger.tiles (
  log text not null,
  level smallint not null,
  index bigint not null,
  hashes bytea not null,
  constraint tiles_pkey primary key (log, level, index),
  constraint tiles_whole_hashes check (octet_length(hashes) between 32 and 8192 and octet_length(hashes) % 32 = 0)
);
alter table ledger.tiles alter column hashes set storage external;
comment on table ledger.tiles is 'Tiles of up to 256 hashes (C2SP tlog-tiles); the partial one at the right edge of each level is a row that grows, and a partial tile of W hashes is its first 32 W bytes.';

create table ledger.checkpoints (
  log text not null,
  size bigint not null,
  root bytea not null,
  note text not null,
  witnesses smallint not null default 0,
  signed_at timestamptz not null default clock_timestamp(),
  constraint checkpoints_pkey primary key (log, size)
);
comment on table ledger.checkpoints is 'Signed checkpoints with the witnesses'' lines (C2SP tlog-checkpoint, tlog-cosignature); never taken away.';

-- The access record of a command that was done: its fact stands in the log of facts already.
alter table platform.access_records add column of_command boolean not null default false;
comment on column platform.access_records.of_command is 'Written with a command that was done, whose facts are in the log of facts; all others are entries of the log of accesses.';

-- As before, and whether an access record is that of a command done.
create or replace function platform.append_rows(batch jsonb) returns void language plpgsql as $$
declare
  now_here timestamptz := clock_timestamp();
begin
  insert into platform.data_keys (owner_id, wrapped)
  select k.owner_id, decode(k.wrapped, 'base64') from jsonb_to_recordset(batch -> 'keys') as k(owner_id uuid, wrapped text)
  on conflict (owner_id) do nothing;

  insert into platform.commands (matter_id, command_id, actor, digest, answer, at)
  select c.matter_id, c.command_id, c.actor, decode(c.digest, 'hex'), c.answer, c.at
  from jsonb_to_recordset(batch -> 'commands') as c(matter_id uuid, command_id uuid, actor text, digest text, answer jsonb, at timestamptz);

  insert into platform.facts (matter_id, seq, kind, at, by, content, salt, files, rule, prev, hash)
  select f.matter_id, f.seq, f.kind, f.at, f.by, f.content, decode(f.salt, 'hex'), f.files, f.rule, decode(f.prev, 'hex'), decode(f.hash, 'hex')
  from jsonb_to_recordset(batch -> 'facts')
    as f(matter_id uuid, seq integer, kind text, at timestamptz, by jsonb, content jsonb, salt text, files jsonb, rule jsonb, prev text, hash text);

  if exists (
    select 1 from jsonb_to_recordset(batch -> 'facts') as f(matter_id uuid, seq integer, prev text)
    where f.seq > 1 and not exists (
      select 1 from platform.facts p where p.matter_id = f.matter_id and p.seq = f.seq - 1 and p.hash = decode(f.prev, 'hex'))
  ) then
    raise exception 'chain_broken' using errcode = 'YM002';
  end if;

  insert into platform.particulars (matter_id, seq, sealed)
  select s.matter_id, s.seq, decode(s.sealed, 'base64')
  from jsonb_to_recordset(batch -> 'sealed') as s(matter_id uuid, seq integer, sealed text);

  insert into platform.access_records (matter_id, record_id, at, actor, act, outcome, of_command)
  select a.matter_id, a.record_id, now_here, a.actor, a.act, a.outcome, coalesce(a.of_command, false)
  from jsonb_to_recordset(batch -> 'access') as a(matter_id uuid, record_id uuid, actor jsonb, act text, outcome text, of_command boolean);

  insert into platform.jobs (job_id, matter_id, kind, payload)
  select j.job_id, j.matter_id, j.kind, j.payload
  from jsonb_to_recordset(batch -> 'jobs') as j(job_id uuid, matter_id uuid, kind text, payload jsonb);
end
$$;

-- Waiting is the table's own doing, not the caller's: whatever way a fact comes in, it waits. One statement for all facts of a batch.
create function ledger.let_facts_wait() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into ledger.waiting (log, matter_id, seq, hash) select 'cases', f.matter_id, f.seq, f.hash from added f;
  return null;
end
$$;
comment on function ledger.let_facts_wait is 'Every fact that is inserted waits for its place in the log of facts.';
create trigger facts_wait_for_their_place after insert on platform.facts referencing new table as added for each statement execute function ledger.let_facts_wait();

create function ledger.let_record_wait() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into ledger.waiting (log, matter_id, record_id) values ('access', new.matter_id, new.record_id);
  return null;
end
$$;
comment on function ledger.let_record_wait is 'Every access record that is not a done command''s waits for its place in the log of accesses.';
create trigger access_records_wait_for_their_place after insert on platform.access_records for each row when (not new.of_command) execute function ledger.let_record_wait();

-- What releases before wrote. Their access records do not say which were of commands: all are entered.
insert into ledger.waiting (log, matter_id, seq, hash) select 'cases', matter_id, seq, hash from platform.facts order by at, matter_id, seq;
insert into ledger.waiting (log, matter_id, record_id) select 'access', matter_id, record_id from platform.access_records order by at, matter_id, record_id;

create function ledger.open_log(log_name text, log_origin text) returns void language sql security definer set search_path = pg_catalog as $$
  insert into ledger.logs (log, origin) values (log_name, log_origin) on conflict (log) do nothing;
$$;
comment on function ledger.open_log is 'Makes the row of a log at the first start; a log that is there keeps its origin.';

create function ledger.take_office(log_name text) returns bigint language sql security definer set search_path = pg_catalog as $$
  update ledger.logs set term = term + 1 where log = log_name returning term;
$$;
comment on function ledger.take_office is 'The caller is the sequencer from now on: answers the new fencing number.';

-- Gives the waiting rows `numbers` the places from `from_size` on, in that order, and writes the tiles that changed. Refused (YM005) for anybody but the
-- sequencer in office who knows the log as it is, so that two of them, or one that slept, cannot both write; refused (YM006) for a log that stopped.
create function ledger.sequence(
  log_name text, in_term bigint, from_size bigint, numbers bigint[], hashes bytea, tile_levels smallint[], tile_indexes bigint[], tile_hashes bytea[], new_root bytea
) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  office ledger.logs%rowtype;
  moved bigint;
  written bigint;
begin
  select * into office from ledger.logs l where l.log = log_name for update;
  if not found or office.term <> in_term or office.size <> from_size then
    raise exception 'ledger_fenced: % is at % in term %', log_name, office.size, office.term using errcode = 'YM005';
  end if;
  if office.stopped_why is not null then
    raise exception 'ledger_stopped: %', office.stopped_why using errcode = 'YM006';
  end if;
  with taken as (
    delete from ledger.waiting w using unnest(numbers) with ordinality as t(n, place) where w.log = log_name and w.n = t.n
    returning t.place, w.matter_id, w.seq, w.record_id, w.hash
  ), placed as (
    insert into ledger.entries (log, index, matter_id, seq, record_id, hash)
    select log_name, from_size + t.place - 1, t.matter_id, t.seq, t.record_id, substring(hashes from ((t.place - 1) * 32 + 1)::integer for 32)
    from taken t where t.hash is null or t.hash = substring(hashes from ((t.place - 1) * 32 + 1)::integer for 32)
    returning 1
  )
  select count(*) into moved from placed;
  if moved <> cardinality(numbers) or octet_length(hashes) <> moved * 32 then
    raise exception 'ledger_fenced: % of % were waiting', moved, cardinality(numbers) using errcode = 'YM005';
  end if;
  insert into ledger.tiles as kept (log, level, index, hashes)
  select log_name, t.level, t.index, t.hashes from unnest(tile_levels, tile_indexes, tile_hashes) as t(level, index, hashes)
  on conflict (log, level, index) do update set hashes = excluded.hashes
  where octet_length(excluded.hashes) > octet_length(kept.hashes) and substring(excluded.hashes for octet_length(kept.hashes)) = kept.hashes;
  get diagnostics written = row_count;
  if written <> cardinality(tile_levels) then
    raise exception 'ledger_tile_changed: a tile only grows' using errcode = 'YM007';
  end if;
  update ledger.logs set size = from_size + moved, root = new_root where log = log_name;
end
$$;
comment on function ledger.sequence is 'Moves waiting rows to their places in one transaction with the tiles over them, for the sequencer in office only.';

create function ledger.stop_log(log_name text, why text, note text) returns void language sql security definer set search_path = pg_catalog as $$
  update ledger.logs set stopped_why = why, stopped_at = clock_timestamp(), stopped_note = note where log = log_name and stopped_why is null;
$$;
comment on function ledger.stop_log is 'Nothing is signed or sequenced any more under the origin of this log; the first reason stays.';

create function ledger.keep_checkpoint(log_name text, at_size bigint, with_root bytea, signed_note text, witness_count smallint) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  kept ledger.checkpoints%rowtype;
begin
  insert into ledger.checkpoints as c (log, size, root, note, witnesses) values (log_name, at_size, with_root, signed_note, witness_count)
  on conflict (log, size) do update set note = excluded.note, witnesses = excluded.witnesses where c.root = excluded.root and c.witnesses <= excluded.witnesses
  returning * into kept;
  if kept.size is null and not exists (select 1 from ledger.checkpoints c where c.log = log_name and c.size = at_size and c.root = with_root) then
    raise exception 'ledger_two_roots: % has another root at %', log_name, at_size using errcode = 'YM008';
  end if;
end
$$;
comment on function ledger.keep_checkpoint is 'Keeps a signed checkpoint, or the same with more witnesses; refuses another root at the same size.';

-- For the owner only. The log as it was stays, under another name, with all its tiles and checkpoints; everything that has a place there waits again.
create function ledger.reopen(log_name text, new_origin text, old_name text, statement text, statement_hash bytea) returns void language plpgsql set search_path = pg_catalog as $$
begin
  if not exists (select 1 from ledger.logs l where l.log = log_name and l.stopped_why is not null for update) then
    raise exception 'ledger_not_stopped: %', log_name using errcode = 'YM009';
  end if;
  update ledger.logs set log = old_name, term = term + 1 where log = log_name;
  update ledger.entries set log = old_name where log = log_name;
  update ledger.statements set log = old_name where log = log_name;
  update ledger.tiles set log = old_name where log = log_name;
  update ledger.checkpoints set log = old_name where log = log_name;
  -- What still waits comes after what had its place; numbers go on upwards, so it is written anew.
  with waits as (delete from ledger.waiting w where w.log = log_name returning w.n, w.matter_id, w.seq, w.record_id, w.hash)
  insert into ledger.waiting (log, matter_id, seq, record_id, hash)
  select log_name, x.matter_id, x.seq, x.record_id, case when x.seq is null then null else x.hash end
  from (select 0 as part, e.index as place, e.matter_id, e.seq, e.record_id, e.hash from ledger.entries e where e.log = old_name and e.matter_id is not null
        union all select 1, w.n, w.matter_id, w.seq, w.record_id, w.hash from waits w) x
  order by x.part, x.place;
  insert into ledger.logs (log, origin, size, root) values (log_name, new_origin, 1, statement_hash);
  insert into ledger.entries (log, index, hash) values (log_name, 0, statement_hash);
  insert into ledger.statements (log, index, leaf) values (log_name, 0, statement);
  insert into ledger.tiles (log, level, index, hashes) values (log_name, 0, 0, statement_hash);
end
$$;
comment on function ledger.reopen is 'Opens a stopped log under a new origin, with a public statement as its first entry.';

-- The application reads everything here and writes only through the functions above.
grant usage on schema ledger to yimen_app;
grant select on ledger.logs, ledger.waiting, ledger.entries, ledger.statements, ledger.tiles, ledger.checkpoints to yimen_app;
revoke all on function ledger.open_log, ledger.take_office, ledger.sequence, ledger.stop_log, ledger.keep_checkpoint, ledger.reopen from public;
grant execute on function ledger.open_log, ledger.take_office, ledger.sequence, ledger.stop_log, ledger.keep_checkpoint to yimen_app;

create trigger entries_only_added before delete or truncate on ledger.entries for each statement execute function platform.refuse_change();
create trigger tiles_only_added before delete or truncate on ledger.tiles for each statement execute function platform.refuse_change();
create trigger checkpoints_only_added before delete or truncate on ledger.checkpoints for each statement execute function platform.refuse_change();
