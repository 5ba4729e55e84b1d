-- Rights of persons over what is kept of them: erasure by the destruction of keys, legal holds, consents, and the rounds of retention.
create schema privacy;
comment on schema privacy is 'Rights of persons (PIPL chapter IV): erasures and legal holds as chains of facts of their own, consents, rounds of retention.';

create table privacy.erasures (
  erasure_id uuid not null,
  seq integer not null,
  head bytea not null,
  party_id uuid not null,
  status text not null,
  asked_at timestamptz not null,
  decided_at timestamptz,
  state jsonb not null,
  constraint erasures_pkey primary key (erasure_id),
  constraint erasures_status check (status in ('asked', 'proposed', 'approved', 'completed', 'rejected', 'withdrawn'))
);
comment on table privacy.erasures is 'The present state of each request to be forgotten, folded from its facts and written with them. By party id: after the erasure nothing here says who it was.';
comment on column privacy.erasures.seq is 'Number of the newest fact.';
comment on column privacy.erasures.head is 'Hash of the newest fact.';
comment on column privacy.erasures.status is 'approved: what may go is gone or going; what a duty keeps goes on its day. completed: nothing is left.';
create unique index erasures_one_open on privacy.erasures (party_id) where status in ('asked', 'proposed', 'approved');
create index erasures_by_status on privacy.erasures (status, asked_at desc);

create table privacy.holds (
  hold_id uuid not null,
  seq integer not null,
  head bytea not null,
  subject_id uuid not null,
  status text not null,
  placed_at timestamptz not null,
  until_on date,
  state jsonb not null,
  constraint holds_pkey primary key (hold_id),
  constraint holds_status check (status in ('placed', 'release_proposed', 'released'))
);
comment on table privacy.holds is 'Legal holds (法律保留): while one stands, nothing of its matter or person is erased, whatever a rule or a request says. Placed by one person, released by two.';
comment on column privacy.holds.subject_id is 'The matter or the party it keeps.';
comment on column privacy.holds.until_on is 'Last day, where the order names one; null: until it is released.';
create index holds_standing on privacy.holds (subject_id) where status <> 'released';
create index holds_newest on privacy.holds (placed_at desc);

create table privacy.consents (
  consent_id uuid not null,
  party_id uuid not null,
  scope text not null,
  sensitive boolean not null,
  text_hash bytea not null,
  language text not null,
  channel text not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  constraint consents_pkey primary key (consent_id),
  constraint consents_channel check (channel in ('portal', 'window')),
  constraint consents_withdrawn_after check (withdrawn_at is null or withdrawn_at >= given_at)
);
comment on table privacy.consents is 'What a person agreed to (PIPL art. 14), each scope by itself, sensitive ones apart (art. 29); withdrawn as easily as given (art. 15). Nothing stands here whose ground is a duty by law.';
comment on column privacy.consents.text_hash is 'SHA-256 of the very words that were shown, in the language named.';
create unique index consents_one_standing on privacy.consents (party_id, scope) where withdrawn_at is null;

create table privacy.retention_runs (
  run_id uuid not null,
  rules_version text not null,
  at timestamptz not null,
  counts jsonb not null,
  held integer not null,
  constraint retention_runs_pkey primary key (run_id)
);
comment on table privacy.retention_runs is 'Each round of the retention rules: how many rows or keys went by each rule, and how many a legal hold kept. Never of whom.';
create index retention_runs_newest on privacy.retention_runs (at desc);

create function privacy.append(batch jsonb) returns void language plpgsql as $$
begin
  perform platform.append(batch);

  insert into privacy.erasures as e (erasure_id, seq, head, party_id, status, asked_at, decided_at, state)
  select r.erasure_id, r.seq, decode(r.head, 'hex'), r.party_id, r.status, r.asked_at, r.decided_at, r.state
  from jsonb_to_recordset(coalesce(batch -> 'erasures', '[]'::jsonb)) as r(erasure_id uuid, seq integer, head text, party_id uuid, status text, asked_at timestamptz, decided_at timestamptz, state jsonb)
  on conflict (erasure_id) do update set seq = excluded.seq, head = excluded.head, status = excluded.status, decided_at = excluded.decided_at, state = excluded.state;

  insert into privacy.holds as h (hold_id, seq, head, subject_id, status, placed_at, until_on, state)
  select r.hold_id, r.seq, decode(r.head, 'hex'), r.subject_id, r.status, r.placed_at, r.until_on, r.state
  from jsonb_to_recordset(coalesce(batch -> 'holds', '[]'::jsonb)) as r(hold_id uuid, seq integer, head text, subject_id uuid, status text, placed_at timestamptz, until_on date, state jsonb)
  on conflict (hold_id) do update set seq = excluded.seq, head = excluded.head, status = excluded.status, state = excluded.state;
end
$$;
comment on function privacy.append is 'Appends one or many commands on erasures and holds: facts and present state, in one round trip.';

create function privacy.held(subjects uuid[], day date) returns table (subject_id uuid) language sql stable as $$
  select h.subject_id from privacy.holds h where h.subject_id = any(subjects) and h.status <> 'released' and (h.until_on is null or h.until_on >= day)
$$;
comment on function privacy.held is 'Which of these matters and parties a legal hold keeps on a day.';

-- Destroys the keys of matters, and with them everything they sealed. The facts stay as they are.
create function privacy.destroy_matters(matters uuid[]) returns integer language plpgsql as $$
declare
  gone integer;
begin
  delete from platform.data_keys k where k.owner_id = any(matters);
  get diagnostics gone = row_count;
  delete from platform.particulars p where p.matter_id = any(matters);
  return gone;
end
$$;
comment on function privacy.destroy_matters is 'Destroys the data keys of matters and takes the sealed parts away. Facts, chain and log stay whole. Safe to run again.';

-- A person without anything that a duty keeps: key destroyed, indexes cut, and what hangs on the person alone taken away.
create function privacy.destroy_party(party uuid) returns integer language plpgsql as $$
declare
  gone integer;
  fewer integer;
begin
  delete from people.sign_ins s using people.parties p where p.party_id = party and s.phone_index = p.phone_index;
  delete from people.sessions s where s.party_id = party;
  update people.factors f set name = '', sealed = null, ended_at = coalesce(f.ended_at, clock_timestamp()) where f.party_id = party;
  delete from people.recovery_codes c where c.party_id = party;
  delete from people.sign_in_history h where h.party_id = party;
  delete from people.identities i where i.party_id = party;
  update people.parties p set phone_index = null, number_index = substring(sha256(convert_to(gen_random_uuid()::text, 'UTF8')) for 16), sealed = ''::bytea where p.party_id = party and p.sealed <> ''::bytea;
  delete from platform.data_keys k where k.owner_id = party;
  get diagnostics gone = row_count;
  delete from platform.data_keys k where k.owner_id in (select d.draft_id from matters.drafts d where d.owner_party = party);
  get diagnostics fewer = row_count;
  delete from matters.drafts d where d.owner_party = party;
  delete from matters.messages m where m.party_id = party;
  delete from privacy.consents c where c.party_id = party;
  return gone + fewer;
end
$$;
comment on function privacy.destroy_party is 'Destroys a person''s data key and drafts, cuts the indexes by which the number and the phone were found, ends sessions and takes messages away. Safe to run again.';

grant usage on schema privacy to yimen_app;
grant select, insert, update on privacy.erasures, privacy.holds, privacy.consents to yimen_app;
grant delete on privacy.consents to yimen_app;
grant select, insert, update on privacy.retention_runs to yimen_app;
grant execute on function privacy.append, privacy.held, privacy.destroy_matters, privacy.destroy_party to yimen_app;
-- Old messages go with their rule.
grant delete on supervision.staff_messages, platform.webhook_deliveries, backoffices.callbacks to yimen_app;
