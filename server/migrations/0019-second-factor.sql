-- Second factors (第二因素), recovery codes, sign-in history, and sessions that know how far somebody has come (C-ID-1, C-ID-2, C-ID-4).
create table people.factors (
  factor_id uuid not null,
  staff_id uuid,
  party_id uuid,
  kind text not null,
  name text not null,
  sealed bytea,
  credential_id bytea,
  public_key bytea,
  sign_count bigint,
  transports text[],
  last_step bigint,
  made_at timestamptz not null,
  confirmed_at timestamptz,
  last_used_at timestamptz,
  ended_at timestamptz,
  constraint factors_pkey primary key (factor_id),
  constraint factors_staff foreign key (staff_id) references people.staff (staff_id),
  constraint factors_party foreign key (party_id) references people.parties (party_id),
  constraint factors_owner check ((staff_id is null) <> (party_id is null)),
  constraint factors_kind check (kind in ('totp', 'passkey')),
  constraint factors_whole check (
    case kind
      when 'totp' then credential_id is null and public_key is null and (ended_at is not null or sealed is not null)
      else credential_id is not null and public_key is not null and sign_count is not null and sealed is null and confirmed_at is not null
    end),
  constraint factors_credential unique (credential_id)
);
create index factors_by_staff on people.factors (staff_id) where staff_id is not null and ended_at is null;
create index factors_by_party on people.factors (party_id) where party_id is not null and ended_at is null;
comment on table people.factors is 'Second factors: one row each, of a member of staff or of a person. One that has ended stays, without its secret.';
comment on column people.factors.name is 'What the owner calls it: “phone”, “key on the ring”.';
comment on column people.factors.sealed is 'Secret of a one-time code generator (RFC 6238) under a data key of its own in platform.data_keys (owner_id = factor_id); gone when the factor ends.';
comment on column people.factors.credential_id is 'WebAuthn credential; its public key (COSE) and signature counter lie beside it.';
comment on column people.factors.last_step is 'The last thirty-second step whose code was used: a code works once (RFC 6238 section 5.2).';
comment on column people.factors.confirmed_at is 'When a first code showed that the generator works; before it the factor counts for nothing.';

create table people.recovery_codes (
  code_hash bytea not null,
  staff_id uuid,
  party_id uuid,
  made_at timestamptz not null,
  used_at timestamptz,
  constraint recovery_codes_pkey primary key (code_hash),
  constraint recovery_codes_staff foreign key (staff_id) references people.staff (staff_id),
  constraint recovery_codes_party foreign key (party_id) references people.parties (party_id),
  constraint recovery_codes_owner check ((staff_id is null) <> (party_id is null))
);
create index recovery_codes_by_staff on people.recovery_codes (staff_id) where staff_id is not null;
create index recovery_codes_by_party on people.recovery_codes (party_id) where party_id is not null;
comment on table people.recovery_codes is 'Codes for the day a second factor is lost, each once; only a keyed hash of each is kept. New ones replace all before them.';

create table people.passkey_challenges (
  challenge_id uuid not null,
  purpose text not null,
  token_hash bytea,
  challenge text not null,
  expires_at timestamptz not null,
  constraint passkey_challenges_pkey primary key (challenge_id),
  constraint passkey_challenges_purpose check (purpose in ('register', 'show', 'sign_in')),
  constraint passkey_challenges_session check ((purpose = 'sign_in') or token_hash is not null)
);
create index passkey_challenges_by_end on people.passkey_challenges (expires_at);
comment on table people.passkey_challenges is 'Random challenges given to browsers (WebAuthn Level 2, section 13.4.3): each is answered once, within minutes, by the session it was given to.';

create table people.sign_in_history (
  entry_id uuid not null,
  staff_id uuid,
  party_id uuid,
  at timestamptz not null,
  way text not null,
  outcome text not null,
  address_part text not null,
  browser text not null,
  constraint sign_in_history_pkey primary key (entry_id),
  constraint sign_in_history_staff foreign key (staff_id) references people.staff (staff_id),
  constraint sign_in_history_party foreign key (party_id) references people.parties (party_id),
  constraint sign_in_history_owner check ((staff_id is null) <> (party_id is null)),
  constraint sign_in_history_way check (way in ('password', 'phone_code', 'totp', 'passkey', 'recovery_code', 'city_identity', 'first_start', 'account')),
  constraint sign_in_history_outcome check (outcome in ('in', 'second_due', 'refused', 'paused', 'stepped_up', 'password_changed', 'factor_added', 'factor_ended', 'recovery_codes_made', 'sessions_ended', 'reset_by_office'))
);
create index sign_in_history_of_staff on people.sign_in_history (staff_id, at desc) where staff_id is not null;
create index sign_in_history_of_party on people.sign_in_history (party_id, at desc) where party_id is not null;
create index sign_in_history_by_age on people.sign_in_history (at);
comment on table people.sign_in_history is 'What the owner of an account reads about it; forgotten after 180 days.';
comment on column people.sign_in_history.address_part is 'The network a call came from: an IPv4 address to /24, an IPv6 address to /48.';
comment on column people.sign_in_history.browser is 'Family of the browser and of its system, never the whole line it sends.';

alter table people.sessions
  add column session_id uuid not null default gen_random_uuid(),
  add column stage text not null default 'whole',
  add column fresh_at timestamptz,
  add column address_part text not null default '',
  add column browser text not null default '',
  add constraint sessions_id unique (session_id),
  add constraint sessions_stage check (stage = 'whole' or (stage in ('second_factor', 'enrol') and kind = 'staff'));
comment on column people.sessions.session_id is 'Name of the session where its owner reads and ends it; opens nothing.';
comment on column people.sessions.stage is 'second_factor: the password was given, the second factor is due. enrol: the installation wants one and there is none yet. In both the session does nothing but that.';
comment on column people.sessions.fresh_at is 'When a factor was last shown in this session; acts that ask for a fresh one look at it.';

grant select, insert, update on people.factors, people.recovery_codes to yimen_app;
grant delete on people.recovery_codes to yimen_app;
grant select, insert, delete on people.passkey_challenges to yimen_app;
grant select, insert, delete on people.sign_in_history to yimen_app;
