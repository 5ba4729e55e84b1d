-- Who looked (C-PR-7, C-PR-8): what is counted of readings, what was noticed of them, which entries a person sees later, and what was taken out for an audit.
-- The readings themselves are the access records of the platform; nothing here repeats them, and nothing here holds a particular of anybody.

-- Readings are asked for by time. They come in nearly in that order, so a summary of each block is enough, and costs the write path nothing.
create index access_records_by_time on platform.access_records using brin (at) with (pages_per_range = 16);

create schema access_log;
comment on schema access_log is 'Who looked at what of whom: counts, signals, delayed entries, exports for audits.';

create table access_log.likenesses (
  matter_id uuid not null,
  record_id uuid not null,
  same_surname boolean not null,
  colleague boolean not null,
  himself boolean not null,
  constraint likenesses_pkey primary key (matter_id, record_id)
);
comment on table access_log.likenesses is 'Of a reading by staff, noticed at the moment of reading, when both names were open anyway: like whom the person is. Only where there is a likeness; never a name.';
comment on column access_log.likenesses.colleague is 'The person bears the name of an active colleague of the reader''s own institution.';
comment on column access_log.likenesses.himself is 'The person bears the reader''s own whole name.';

create table access_log.reading_days (
  staff_id uuid not null,
  on_day date not null,
  institution text not null,
  role text not null,
  readings integer not null,
  unlinked integer not null,
  at_night integer not null,
  same_surname integer not null,
  colleague integer not null,
  himself integer not null,
  constraint reading_days_pkey primary key (staff_id, on_day)
);
create index reading_days_by_day on access_log.reading_days (on_day, role);
comment on table access_log.reading_days is 'How much a member of staff read on a day in Shenzhen: counts alone, computed again from the access records for today and the day before.';
comment on column access_log.reading_days.role is 'The post the day is compared within.';
comment on column access_log.reading_days.unlinked is 'Different people or matters read without an act of one''s own on the matter in the 30 days before or the day after.';
comment on column access_log.reading_days.at_night is 'Readings between 22 and 6 o''clock.';
comment on column access_log.reading_days.same_surname is 'Unlinked readings of somebody of the reader''s surname.';

create table access_log.signals (
  signal_id uuid not null,
  kind text not null,
  staff_id uuid not null,
  on_day date not null,
  matter_id uuid,
  record_id uuid,
  counted integer not null,
  usual double precision,
  found_at timestamptz not null,
  state text not null default 'open',
  decided_by uuid,
  decided_at timestamptz,
  note text not null default '',
  constraint signals_pkey primary key (signal_id),
  constraint signals_kind check (kind in ('no_case', 'same_surname', 'colleague', 'himself', 'at_night', 'over_usual', 'sample')),
  constraint signals_state check (state in ('open', 'explained', 'handed_on')),
  constraint signals_decided check ((state = 'open') = (decided_by is null) and (decided_by is null) = (decided_at is null))
);
create unique index signals_once on access_log.signals (kind, staff_id, on_day, (coalesce(record_id, signal_id))) where record_id is not null;
create unique index signals_once_a_day on access_log.signals (kind, staff_id, on_day) where record_id is null;
create index signals_by_state on access_log.signals (state, found_at desc);
comment on table access_log.signals is 'What was noticed of somebody''s readings, for the audit administrator to look into: a question, not a finding. A sample is drawn each month by chance.';
comment on column access_log.signals.usual is 'What it was compared with: mean and three standard deviations of the post over 30 days.';

create table access_log.delays (
  delay_id uuid not null,
  party_id uuid not null,
  institution text not null,
  ground text not null,
  reference text not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  proposed_by uuid not null,
  proposed_role text not null,
  proposed_at timestamptz not null,
  state text not null default 'proposed',
  decided_by uuid,
  decided_at timestamptz,
  constraint delays_pkey primary key (delay_id),
  constraint delays_ground check (ground in ('criminal', 'discipline', 'security')),
  constraint delays_role check (proposed_role in ('security_administrator', 'audit_administrator')),
  constraint delays_state check (state in ('proposed', 'approved', 'refused')),
  constraint delays_two_persons check (decided_by <> proposed_by),
  constraint delays_decided check ((state = 'proposed') = (decided_by is null)),
  constraint delays_at_most_a_year check (until_at > from_at and until_at <= from_at + interval '12 months')
);
create index delays_by_party on access_log.delays (party_id);
comment on table access_log.delays is 'Entries a person sees later: readings by one institution during an investigation, agreed by a security and an audit administrator, never beyond twelve months; afterwards they appear by themselves.';
comment on column access_log.delays.reference is 'Number of the written order of the investigating body; no name.';

create table access_log.exports (
  export_id uuid not null,
  kind text not null,
  from_on date not null,
  to_on date not null,
  staff_id uuid,
  reason text not null,
  counted integer not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  state text not null,
  decided_by uuid,
  decided_at timestamptz,
  constraint exports_pkey primary key (export_id),
  constraint exports_kind check (kind in ('readings', 'acts')),
  constraint exports_state check (state in ('proposed', 'approved', 'refused')),
  constraint exports_two_persons check (decided_by <> proposed_by),
  constraint exports_large_ones_are_decided check (counted <= 100 or state = 'proposed' or decided_by is not null),
  constraint exports_days check (from_on <= to_on and to_on < from_on + 32)
);
create index exports_by_time on access_log.exports (proposed_at desc);
comment on table access_log.exports is 'Access records taken out for an audit: who asked, why, and who agreed where there were more than a hundred.';

grant usage on schema access_log to yimen_app;
grant select, insert on access_log.likenesses to yimen_app;
grant select, insert, update on access_log.reading_days, access_log.signals, access_log.delays, access_log.exports to yimen_app;
