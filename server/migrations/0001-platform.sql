-- The ground all domains stand on: facts, sealed particulars, data keys, commands, access records, jobs.
-- Every table of the write path has matter_id first in its primary key, so that on a distributed database one command stays on one shard.

create schema platform;
comment on schema platform is 'What all domains share: facts and what is written with them.';

create table platform.facts (
  matter_id uuid not null,
  seq integer not null,
  kind text not null,
  at timestamptz not null,
  by jsonb not null,
  content jsonb not null,
  salt bytea not null,
  files jsonb not null,
  rule jsonb not null,
  prev bytea,
  hash bytea not null,
  constraint facts_pkey primary key (matter_id, seq),
  constraint facts_seq_positive check (seq >= 1),
  constraint facts_first_has_no_prev check ((seq = 1) = (prev is null)),
  constraint facts_hash_is_sha256 check (octet_length(hash) = 32 and octet_length(salt) = 32)
);
comment on table platform.facts is 'What happened, numbered in each matter, inserted only; each row is the leaf of the matter''s hash chain. Holds no personal data.';
comment on column platform.facts.content is 'Codes, ids, dates and salted commitments only; words and particulars lie in platform.particulars.';
comment on column platform.facts.by is 'Who acted, by id and institution, never by name.';
comment on column platform.facts.rule is 'Versions of what decided: item, calendar, process.';
comment on column platform.facts.prev is 'hash of the fact before; null for the first.';
comment on column platform.facts.hash is 'SHA-256(0x00 || JCS(leaf)), RFC 9162 section 2.1.1.';

create table platform.particulars (
  matter_id uuid not null,
  seq integer not null,
  sealed bytea not null,
  constraint particulars_pkey primary key (matter_id, seq)
);
comment on table platform.particulars is 'The personal part of a fact (form answers, opinions, words), sealed with the matter''s data key. Erased by law without breaking the chain: the fact keeps a salted commitment.';

create table platform.data_keys (
  owner_id uuid not null,
  wrapped bytea not null,
  made_at timestamptz not null default clock_timestamp(),
  constraint data_keys_pkey primary key (owner_id)
);
comment on table platform.data_keys is 'The data key of a matter, draft or party, wrapped under a key-encryption key that is not in this database. Destroying it erases what it sealed.';

create table platform.commands (
  matter_id uuid not null,
  command_id uuid not null,
  actor text not null,
  digest bytea not null,
  answer jsonb not null,
  at timestamptz not null,
  constraint commands_pkey primary key (matter_id, command_id)
);
comment on table platform.commands is 'Commands already done, with their answer: the same id again gets the same answer, another body is refused.';
comment on column platform.commands.digest is 'SHA-256 of actor and body.';

create table platform.access_records (
  matter_id uuid not null,
  record_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  actor jsonb not null,
  act text not null,
  fields text not null default '',
  outcome text not null,
  constraint access_records_pkey primary key (matter_id, record_id)
);
comment on table platform.access_records is 'Who read or tried what: one row for each read of a whole file or of a document, and for each command, done or refused. Inserted only.';

create table platform.jobs (
  job_id uuid not null,
  matter_id uuid not null,
  kind text not null,
  payload jsonb not null,
  run_at timestamptz not null default clock_timestamp(),
  attempts integer not null default 0,
  last_error text,
  constraint jobs_pkey primary key (matter_id, job_id)
);
create index jobs_due on platform.jobs (run_at) where attempts < 12;
comment on table platform.jobs is 'Work that follows from facts, written with them: at least once, effects once by key. A row with 12 attempts waits for an operator.';

create table platform.tries (
  subject bytea not null,
  tries integer not null,
  window_from timestamptz not null,
  constraint tries_pkey primary key (subject)
);
comment on table platform.tries is 'How often something limited was tried in its window: codes for a phone, sign-ins of a login, wrong check codes from an address. subject is a keyed hash of what is counted.';
create index tries_by_age on platform.tries (window_from);

create table platform.settings (
  name text not null,
  value jsonb not null,
  set_at timestamptz not null default clock_timestamp(),
  constraint settings_pkey primary key (name)
);
comment on table platform.settings is 'Facts of the installation itself, such as the hash of data already loaded.';

-- Everything of one or many commands in one call. Arrays are flat over the commands of a batch.
-- Raises chain_broken when a fact does not follow its predecessor. For the owner's own loads (an invented city) only.
create function platform.append_rows(batch jsonb) returns void language plpgsql as $$
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

  insert into platform.access_records (matter_id, record_id, at, actor, act, outcome)
  select a.matter_id, a.record_id, now_here, a.actor, a.act, a.outcome
  from jsonb_to_recordset(batch -> 'access') as a(matter_id uuid, record_id uuid, actor jsonb, act text, outcome text);

  insert into platform.jobs (job_id, matter_id, kind, payload)
  select j.job_id, j.matter_id, j.kind, j.payload
  from jsonb_to_recordset(batch -> 'jobs') as j(job_id uuid, matter_id uuid, kind text, payload jsonb);
end
$$;
comment on function platform.append_rows is 'Appends the facts of one or many commands and everything written with them, at the times they say.';

-- The one write of the application: facts of now. Raises clock_suspect when a fact's time is not this server's.
create function platform.append(batch jsonb) returns void language plpgsql as $$
declare
  now_here timestamptz := clock_timestamp();
begin
  if exists (
    select 1 from jsonb_to_recordset(batch -> 'facts') as f(at timestamptz)
    where f.at > now_here + interval '1 second' or f.at < now_here - interval '30 seconds'
  ) then
    raise exception 'clock_suspect' using errcode = 'YM001';
  end if;
  perform platform.append_rows(batch);
end
$$;
comment on function platform.append is 'Appends the facts of one or many commands and everything written with them, in one round trip.';


-- Rights of the application: facts and access records are inserted and read, never changed or taken away.
grant usage on schema platform to yimen_app;
grant select, insert on platform.facts, platform.access_records, platform.commands to yimen_app;
grant select, insert, delete on platform.particulars, platform.data_keys to yimen_app;
grant select, insert, update, delete on platform.jobs to yimen_app;
grant select, insert, update on platform.settings to yimen_app;
grant select, insert, update, delete on platform.tries to yimen_app;
grant execute on function platform.append to yimen_app;

-- A second fence below the rights: even the owner's slip is refused.
create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% on %.% is refused: facts are only ever added', tg_op, tg_table_schema, tg_table_name using errcode = 'YM003';
end
$$;
create trigger facts_only_added before update or delete or truncate on platform.facts for each statement execute function platform.refuse_change();
create trigger access_records_only_added before update or delete or truncate on platform.access_records for each statement execute function platform.refuse_change();
