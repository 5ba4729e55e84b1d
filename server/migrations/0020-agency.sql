-- Agency (代理授权): who may act for whom, how far and until when; and who a city identity service says somebody is.

create schema agency;
comment on schema agency is 'Mandates: a person or organisation acts through another person.';

create table agency.mandates (
  mandate_id uuid not null,
  seq integer not null,
  head bytea not null,
  principal uuid not null,
  agent uuid not null,
  role text not null,
  acts text[] not null,
  task_codes text[],
  from_at timestamptz not null,
  until_at timestamptz not null,
  ended_at timestamptz,
  state jsonb not null,
  constraint mandates_pkey primary key (mandate_id),
  constraint mandates_two_parties check (principal <> agent),
  constraint mandates_role check (role in ('legal_representative', 'manager', 'agent')),
  constraint mandates_acts check (acts <@ array['file', 'supplement', 'read', 'withdraw'] and cardinality(acts) > 0),
  constraint mandates_order check (from_at < until_at)
);
comment on table agency.mandates is 'The present state of each mandate, folded from its facts and written with them: ids, codes and dates, never a name.';
comment on column agency.mandates.principal is 'For whom is acted (被代理人): a party of people.parties.';
comment on column agency.mandates.agent is 'Who acts (代理人): a person of people.parties.';
comment on column agency.mandates.task_codes is 'The items it is for; null: every item.';
comment on column agency.mandates.until_at is 'It stands before this moment. A legal representative''s has none of its own: the end of the year 2999.';
comment on column agency.mandates.ended_at is 'Ended before its time, by whom says the state.';
create index mandates_by_agent on agency.mandates (agent, until_at) where ended_at is null;
create index mandates_by_principal on agency.mandates (principal, from_at desc);

create function agency.append(batch jsonb) returns void language plpgsql as $$
begin
  perform platform.append(batch);
  insert into agency.mandates as m (mandate_id, seq, head, principal, agent, role, acts, task_codes, from_at, until_at, ended_at, state)
  select r.mandate_id, r.seq, decode(r.head, 'hex'), r.principal, r.agent, r.role,
    array(select jsonb_array_elements_text(r.acts)), case when jsonb_typeof(r.task_codes) = 'array' then array(select jsonb_array_elements_text(r.task_codes)) end,
    r.from_at, r.until_at, r.ended_at, r.state
  from jsonb_to_recordset(batch -> 'mandates')
    as r(mandate_id uuid, seq integer, head text, principal uuid, agent uuid, role text, acts jsonb, task_codes jsonb, from_at timestamptz, until_at timestamptz, ended_at timestamptz, state jsonb)
  on conflict (mandate_id) do update set seq = excluded.seq, head = excluded.head, ended_at = excluded.ended_at, state = excluded.state;
end
$$;
comment on function agency.append is 'Appends commands on mandates: facts and present state, in one round trip.';

grant usage on schema agency to yimen_app;
grant select, insert, update on agency.mandates to yimen_app;
grant execute on function agency.append to yimen_app;

alter table people.parties drop constraint parties_assurance;
alter table people.parties add constraint parties_assurance check (assurance in ('self_declared', 'verified_by_city', 'verified_at_window'));

create table people.identities (
  issuer text not null,
  subject text not null,
  party_id uuid,
  staff_id uuid,
  linked_at timestamptz not null default clock_timestamp(),
  constraint identities_pkey primary key (issuer, subject),
  constraint identities_party foreign key (party_id) references people.parties (party_id),
  constraint identities_staff foreign key (staff_id) references people.staff (staff_id),
  constraint identities_one_owner check ((party_id is null) <> (staff_id is null))
);
comment on table people.identities is 'Who a subject of a city identity service is here (OpenID Connect Core 1.0 §5.7: issuer and subject together, and nothing else, name a person for good).';
create index identities_by_party on people.identities (party_id) where party_id is not null;
create unique index identities_by_staff on people.identities (issuer, staff_id) where staff_id is not null;

create table people.identity_visits (
  state_hash bytea not null,
  sealed bytea not null,
  wrapped bytea not null,
  visit_id uuid not null,
  session_hash bytea,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  constraint identity_visits_pkey primary key (state_hash)
);
comment on table people.identity_visits is 'Visits to the city identity service under way: one row from leaving to coming back, taken out when it is used.';
comment on column people.identity_visits.state_hash is 'SHA-256 of the state parameter (RFC 6749 §10.12).';
comment on column people.identity_visits.sealed is 'Code verifier (RFC 7636), nonce, browser secret and the page to go on to, under a data key of this row alone (wrapped).';
comment on column people.identity_visits.visit_id is 'The row''s own id, to which its data key and its sealed part are bound.';
comment on column people.identity_visits.session_hash is 'Hash of the session that left, where a signed-in member of staff links his account: another cannot use the way back.';
create index identity_visits_by_age on people.identity_visits (expires_at);

grant select, insert on people.identities to yimen_app;
grant delete on people.identities to yimen_app;
grant select, insert, delete on people.identity_visits to yimen_app;
