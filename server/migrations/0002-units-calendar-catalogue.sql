-- Reference data: small, read into memory at start, copied everywhere on a distributed database.

create schema units;
comment on schema units is 'The administrative division and the institutions in it, with life spans and lineage.';

create table units.units (
  code text not null,
  kind text not null,
  name jsonb not null,
  parent text,
  functional_parent text,
  valid_from date not null,
  valid_to date,
  position integer not null,
  details jsonb not null,
  constraint units_pkey primary key (code, valid_from),
  constraint units_kind check (kind in ('city', 'district', 'functional_area', 'street', 'community')),
  constraint units_life check (valid_to is null or valid_to > valid_from)
);
comment on table units.units is 'Units by published code. Names repeat, codes do not. valid_to is the first day no longer in force.';
comment on column units.units.functional_parent is 'A functional area (功能区) that administers the unit although the statute places it elsewhere.';
comment on column units.units.details is 'The whole unit as the program reads it: marks (virtual, notAStreet, transliterated, validFromKnown), everyday name, lineage. The columns are for questions.';
comment on column units.units.position is 'Order in which lists show it.';

create table units.lineage (
  from_code text not null,
  to_code text not null,
  kind text not null,
  on_day date not null,
  constraint lineage_pkey primary key (from_code, to_code, on_day),
  constraint lineage_kind check (kind in ('split', 'merge', 'rename', 'transfer'))
);
comment on table units.lineage is 'Which unit came out of which, and when.';

create table units.institutions (
  code text not null,
  kind text not null,
  unit text not null,
  name jsonb not null,
  details jsonb not null,
  position integer not null,
  valid_from date not null,
  valid_to date,
  constraint institutions_pkey primary key (code, valid_from)
);
comment on table units.institutions is 'Departments and halls of units; they live and end with their unit. Codes are ours where details.codeIsOurs says so.';
comment on column units.institutions.details is 'The whole institution as the program reads it.';

create table units.department_names (
  kind text not null,
  level text not null,
  name jsonb not null,
  constraint department_names_pkey primary key (kind, level),
  constraint department_names_level check (level in ('city', 'district', 'street', 'community'))
);
comment on table units.department_names is 'What the department of a kind is called at a level where no single unit is meant (区民政局), for guides.';

create schema calendar;
comment on schema calendar is 'The statutory calendar: working days, holidays, make-up workdays, with an end.';

create table calendar.versions (
  version text not null,
  covers_from date not null,
  covers_to date not null,
  provisional_from date,
  source jsonb not null,
  digest text not null,
  loaded_at timestamptz not null default clock_timestamp(),
  constraint versions_pkey primary key (version)
);
comment on table calendar.versions is 'Each loaded table of days, the arranged and the provisional ones apart; a matter keeps the versions its dates were computed with, joined by +. Never changed under its name.';
comment on column calendar.versions.digest is 'SHA-256 of the canonical JSON (RFC 8785) of the file it came from.';
comment on column calendar.versions.provisional_from is 'From this day on the days follow the statute without a published arrangement; dates computed with them are marked.';

create table calendar.days (
  version text not null,
  day date not null,
  kind text not null,
  name jsonb not null,
  notice text,
  verified boolean not null,
  constraint days_pkey primary key (version, day),
  constraint days_version foreign key (version) references calendar.versions (version),
  constraint days_kind check (kind in ('statutory_holiday', 'makeup_workday', 'closure'))
);
comment on table calendar.days is 'Days that differ from plain Monday-to-Friday.';

create schema catalogue;
comment on schema catalogue is 'Service items: what the city does, on which ground, in which time.';

create table catalogue.processes (
  process_id text not null,
  version integer not null,
  bpmn text not null,
  digest text not null,
  loaded_at timestamptz not null default clock_timestamp(),
  constraint processes_pkey primary key (process_id, version)
);
comment on table catalogue.processes is 'Every version of every process as BPMN 2.0 XML.';
comment on column catalogue.processes.digest is 'SHA-256 of the XML.';

create table catalogue.items (
  task_code text not null,
  version integer not null,
  content jsonb not null,
  digest text not null,
  process text not null,
  process_version integer not null,
  loaded_at timestamptz not null default clock_timestamp(),
  constraint items_pkey primary key (task_code, version),
  constraint items_process foreign key (process, process_version) references catalogue.processes (process_id, version)
);
comment on table catalogue.items is 'Every version of every item; a matter keeps the version it was filed under. A changed process makes a new version too.';
comment on column catalogue.items.digest is 'SHA-256 of the canonical JSON (RFC 8785) of content.';

grant usage on schema units, calendar, catalogue to yimen_app;
grant select, insert on all tables in schema units, calendar, catalogue to yimen_app;
