-- External back offices: departments that take part with a system of their own. The queue of what goes out to them, what they call back, and what both sides make of a day.

create table platform.webhook_deliveries (
  endpoint_id uuid not null,
  delivery_id uuid not null,
  matter_id uuid not null,
  subject text,
  number text not null,
  event_type text not null,
  occurred_at timestamptz not null,
  made_at timestamptz not null,
  body text not null,
  state text not null,
  attempts integer not null default 0,
  next_try_at timestamptz,
  last_try_at timestamptz,
  last_status integer,
  last_answer text not null default '',
  delivered_at timestamptz,
  replays integer not null default 0,
  constraint webhook_deliveries_pkey primary key (endpoint_id, delivery_id),
  constraint webhook_deliveries_state check (state in ('pending', 'delivered', 'failed')),
  constraint webhook_deliveries_due check ((state = 'pending') = (next_try_at is not null))
);
comment on table platform.webhook_deliveries is 'Messages to outside systems: at least once, counted once there by their id. pending: to be tried at next_try_at; failed: all tries made or the receiver is gone, a person may send it again.';
comment on column platform.webhook_deliveries.delivery_id is 'Made from the system and the fact, so that a job that runs twice sends one message. The message id on the wire is msg_ and this id without hyphens.';
comment on column platform.webhook_deliveries.body is 'The JSON as it was signed and sent: codes, numbers and dates, never a person.';
comment on column platform.webhook_deliveries.next_try_at is 'While a try is under way: the end of its lease, when a try that died with its process is made again.';
create index webhook_deliveries_due on platform.webhook_deliveries (next_try_at) where state = 'pending';
create index webhook_deliveries_newest on platform.webhook_deliveries (endpoint_id, made_at desc);

create schema backoffices;
comment on schema backoffices is 'Systems of departments that take part by API: who they are, their secrets, what they called back, and the comparison of each day.';

create table backoffices.registrations (
  backoffice_id uuid not null,
  seq integer not null,
  head bytea not null,
  status text not null,
  institutions text[] not null,
  units text[] not null,
  proposed_at timestamptz not null,
  state jsonb not null,
  constraint registrations_pkey primary key (backoffice_id),
  constraint registrations_status check (status in ('proposed', 'active', 'suspended', 'dropped'))
);
comment on table backoffices.registrations is 'The present state of each registered system, folded from its facts and written with them: proposed by one administrator, approved by another.';
comment on column backoffices.registrations.units is 'The units of its institutions and all above them: a supervisor of one of these may look.';
create index registrations_by_unit on backoffices.registrations using gin (units);

create table backoffices.secrets (
  backoffice_id uuid not null,
  secret_id uuid not null,
  sealed bytea not null,
  made_at timestamptz not null,
  constraint secrets_pkey primary key (backoffice_id, secret_id)
);
comment on table backoffices.secrets is 'Signing secrets, sealed with the data key of the registration; shown once, to who approved. Until when one stands says the registration.';

create table backoffices.callbacks (
  backoffice_id uuid not null,
  webhook_id text not null,
  digest bytea not null,
  type text not null,
  matter_id uuid,
  link_id text,
  officer text not null,
  state text not null,
  code text,
  answer jsonb,
  received_at timestamptz not null,
  repeats integer not null default 0,
  constraint callbacks_pkey primary key (backoffice_id, webhook_id),
  constraint callbacks_state check (state in ('done', 'refused')),
  constraint callbacks_answer check ((state = 'done') = (answer is not null) and (state = 'refused') = (code is not null))
);
comment on table backoffices.callbacks is 'What outside systems called back, by the id of the message: a repeat of what was done gets the same answer; what was refused is judged anew.';
comment on column backoffices.callbacks.officer is 'Work number of the officer there. Words and findings lie with the facts of the matter alone.';
create index callbacks_newest on backoffices.callbacks (backoffice_id, received_at desc);

create table backoffices.reconciliations (
  backoffice_id uuid not null,
  day date not null,
  made_at timestamptz not null,
  made_by jsonb not null,
  report jsonb not null,
  constraint reconciliations_pkey primary key (backoffice_id, day)
);
comment on table backoffices.reconciliations is 'The comparison of both sides for a day, made by the job of the night or by a person; made again it takes the place of the one before.';

alter table people.staff add column kind text not null default 'person', add constraint staff_kind check (kind in ('person', 'service'));
comment on column people.staff.kind is 'service: an officer of an outside system, known by its work number there; without password and posts, it acts only through the signed messages of that system.';

-- The write of this domain: the facts, then the rows lists read, all in one call.
create function backoffices.append(batch jsonb) returns void language plpgsql as $$
begin
  perform platform.append(batch);

  insert into backoffices.registrations as r (backoffice_id, seq, head, status, institutions, units, proposed_at, state)
  select x.backoffice_id, x.seq, decode(x.head, 'hex'), x.status, x.institutions, x.units, x.proposed_at, x.state
  from jsonb_to_recordset(batch -> 'registrations') as x(backoffice_id uuid, seq integer, head text, status text, institutions text[], units text[], proposed_at timestamptz, state jsonb)
  on conflict (backoffice_id) do update set seq = excluded.seq, head = excluded.head, status = excluded.status, institutions = excluded.institutions, units = excluded.units, state = excluded.state;

  insert into backoffices.secrets (backoffice_id, secret_id, sealed, made_at)
  select s.backoffice_id, s.secret_id, decode(s.sealed, 'base64'), s.made_at
  from jsonb_to_recordset(batch -> 'secrets') as s(backoffice_id uuid, secret_id uuid, sealed text, made_at timestamptz);
end
$$;
comment on function backoffices.append is 'Appends one or many commands on registered systems: facts, present state and a new secret, in one round trip.';

grant usage on schema backoffices to yimen_app;
grant select, insert, update on backoffices.registrations, backoffices.callbacks, backoffices.reconciliations to yimen_app;
grant select, insert on backoffices.secrets to yimen_app;
grant select, insert, update on platform.webhook_deliveries to yimen_app;
grant execute on function backoffices.append to yimen_app;
