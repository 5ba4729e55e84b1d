-- Staff sign in through the city identity service too, and sessions know the sign-in at a service they came from, so that both end together.

create table people.staff_identities (
  issuer text not null,
  subject text not null,
  staff_id uuid not null,
  linked_at timestamptz not null default clock_timestamp(),
  constraint staff_identities_pkey primary key (issuer, subject),
  constraint staff_identities_once unique (issuer, staff_id),
  constraint staff_identities_staff foreign key (staff_id) references people.staff (staff_id)
);
comment on table people.staff_identities is 'Which member of staff a subject of an identity service is. Linked by himself in a session with a fresh factor; never made by the service. Apart from people.identities, because the same subject may be a resident as well.';
comment on column people.staff_identities.subject is 'The service''s own name for the person (OpenID Connect Core 1.0, section 2: sub): unique and never given again within the issuer.';

create table people.service_sessions (
  token_hash bytea not null,
  issuer text not null,
  subject text not null,
  service_session text,
  constraint service_sessions_pkey primary key (token_hash),
  constraint service_sessions_session foreign key (token_hash) references people.sessions (token_hash) on delete cascade
);
create index service_sessions_by_subject on people.service_sessions (issuer, subject);
create index service_sessions_by_session on people.service_sessions (issuer, service_session) where service_session is not null;
comment on table people.service_sessions is 'Sessions that began at an identity service: signing out here offers signing out there, and signing out there ends them (OpenID Connect RP-Initiated Logout 1.0, Back-Channel Logout 1.0). Gone with the session.';
comment on column people.service_sessions.service_session is 'The service''s name of the sign-in there (claim sid of Back-Channel Logout 1.0, section 2.1); null where it gives none.';

create table people.logout_tokens (
  token_hash bytea not null,
  expires_at timestamptz not null,
  constraint logout_tokens_pkey primary key (token_hash)
);
create index logout_tokens_by_end on people.logout_tokens (expires_at);
comment on table people.logout_tokens is 'Issuer and jti of sign-outs a service has told us of, hashed, while their tokens are valid: each is taken once (Back-Channel Logout 1.0, section 2.6).';

alter table people.sign_in_history drop constraint sign_in_history_outcome;
alter table people.sign_in_history add constraint sign_in_history_outcome check (outcome in ('in', 'second_due', 'refused', 'paused', 'stepped_up', 'password_changed', 'factor_added', 'factor_ended',
  'recovery_codes_made', 'sessions_ended', 'reset_by_office', 'identity_linked', 'identity_ended'));

grant select, insert, delete on people.staff_identities, people.service_sessions, people.logout_tokens to yimen_app;
