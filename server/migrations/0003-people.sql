create schema people;
comment on schema people is 'Persons and organisations known by one number, their sign-ins, and staff with posts.';

create table people.parties (
  party_id uuid not null,
  subject text not null,
  number_kind text not null,
  number_index bytea not null,
  phone_index bytea,
  sealed bytea not null,
  assurance text not null,
  made_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp(),
  constraint parties_pkey primary key (party_id),
  constraint parties_number unique (number_index),
  constraint parties_phone unique (phone_index),
  constraint parties_subject check (subject in ('person', 'organisation')),
  constraint parties_assurance check (assurance in ('self_declared', 'verified_at_window')),
  constraint parties_index_is_128_bits check (octet_length(number_index) = 16)
);
comment on column people.parties.sealed is 'Name, number and phone as JSON under the party''s data key in platform.data_keys; the place is people.parties/sealed/party_id.';
comment on table people.parties is 'One row for each person or organisation. Number, name and phone are sealed; the number is found by a keyed index whose key is not in the database.';

create table people.staff (
  staff_id uuid not null,
  login text not null,
  name text not null,
  password_hash text not null,
  active boolean not null default true,
  made_at timestamptz not null default clock_timestamp(),
  constraint staff_pkey primary key (staff_id),
  constraint staff_login unique (login)
);
comment on table people.staff is 'Staff of the installation. password_hash is Argon2id.';

create table people.posts (
  staff_id uuid not null,
  institution text not null,
  unit text not null,
  role text not null,
  from_at timestamptz not null default clock_timestamp(),
  to_at timestamptz,
  constraint posts_pkey primary key (staff_id, institution, role, from_at),
  constraint posts_staff foreign key (staff_id) references people.staff (staff_id),
  constraint posts_role check (role in ('window_clerk', 'officer', 'approver', 'hall_manager', 'supervisor', 'administrator'))
);
comment on table people.posts is 'Roles held in institutions, with life spans.';
create index posts_by_institution on people.posts (institution, role) where to_at is null;

create table people.sign_ins (
  sign_in_id uuid not null,
  phone_index bytea not null,
  wrapped bytea not null,
  sealed bytea not null,
  code_hash bytea not null,
  attempts integer not null default 0,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint sign_ins_pkey primary key (sign_in_id),
  constraint sign_ins_few_attempts check (attempts between 0 and 5)
);
create index sign_ins_by_age on people.sign_ins (made_at);
comment on table people.sign_ins is 'One-time codes sent to phones; a code opens one session within its time and few attempts.';
comment on column people.sign_ins.code_hash is 'Keyed with a key that is not in this database: six digits under a bare hash would be found in a second.';
comment on column people.sign_ins.sealed is 'The phone, under a data key of this row alone (wrapped): a newcomer has no party yet.';

create table people.sessions (
  token_hash bytea not null,
  kind text not null,
  party_id uuid,
  staff_id uuid,
  sign_in_id uuid,
  csrf_token text not null,
  made_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  constraint sessions_pkey primary key (token_hash),
  constraint sessions_party foreign key (party_id) references people.parties (party_id),
  constraint sessions_staff foreign key (staff_id) references people.staff (staff_id),
  constraint sessions_owner check (
    case kind
      when 'newcomer' then sign_in_id is not null and party_id is null and staff_id is null
      when 'resident' then party_id is not null and staff_id is null and sign_in_id is null
      when 'staff' then staff_id is not null and party_id is null and sign_in_id is null
      else false
    end)
);
comment on table people.sessions is 'Open sessions; only the SHA-256 of the token (256 random bits) is kept. A newcomer''s names the sign-in that proved the phone.';
comment on column people.sessions.seen_at is 'Written at most once a minute; the idle limit counts from it.';
create index sessions_by_staff on people.sessions (staff_id) where staff_id is not null;
create index sessions_by_party on people.sessions (party_id) where party_id is not null;
create index sessions_by_end on people.sessions (expires_at);

create table people.first_start (
  only_row boolean not null default true,
  token_hash bytea not null,
  used_at timestamptz,
  constraint first_start_pkey primary key (only_row),
  constraint first_start_one check (only_row)
);
comment on table people.first_start is 'The one-time link that makes the first administrator.';

grant usage on schema people to yimen_app;
grant select, insert, update on all tables in schema people to yimen_app;
grant delete on people.sessions, people.sign_ins to yimen_app;
