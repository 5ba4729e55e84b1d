-- Rule packs: what a regulation may change, as dated data. Small, read into memory at start, copied everywhere on a distributed database.

create schema law;
comment on schema law is 'Rule packs: limits, warning lines and supervision rules as dated data with their sources.';

create table law.packs (
  version text not null,
  kind text not null,
  valid_from date not null,
  content jsonb not null,
  digest text not null,
  loaded_at timestamptz not null default clock_timestamp(),
  constraint packs_pkey primary key (version),
  constraint packs_kind check (kind in ('limits', 'supervision'))
);
comment on table law.packs is 'Every pack that was ever in force, under its version: facts name the version they were decided with. Never changed under its name. Which packs stand now is platform.settings law.loaded.';
comment on column law.packs.kind is 'limits: lengths and warning lines (data/law/limits-*.json). supervision: supervision rules (data/law/supervision-rules-*.json).';
comment on column law.packs.valid_from is 'First day in force; the pack of a kind holds until the next one of its kind begins.';
comment on column law.packs.content is 'The whole file as it was loaded.';
comment on column law.packs.digest is 'SHA-256 of the canonical JSON (RFC 8785) of content.';

-- Packs are loaded by the owner at start; the application only reads them.
grant usage on schema law to yimen_app;
grant select on law.packs to yimen_app;
