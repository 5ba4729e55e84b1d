-- 告知承诺 and 容缺: clocks of checks, and the record of words given, kept and broken.

alter table matters.clocks drop constraint clocks_kind;
alter table matters.clocks add constraint clocks_kind check (kind in ('notice', 'correction', 'statutory', 'promised', 'link', 'special', 'deferred', 'promise_check', 'service'));
create index clocks_promise_checks on matters.clocks (institution) where kind = 'promise_check';

create schema promises;
comment on schema promises is 'Words that applicants gave: facts vouched for (告知承诺), materials to come later (容缺), and what became of them. Everything here is made from the facts of matters and can be made again.';

create table promises.words (
  matter_id uuid not null,
  material_code text not null,
  kind text not null,
  outcome text not null,
  party_id uuid not null,
  filed_by uuid not null,
  number text not null,
  task_code text not null,
  handling_item text not null,
  item_version integer not null,
  institution text not null,
  settled_at timestamptz not null,
  repaired_at timestamptz,
  constraint words_pkey primary key (matter_id, material_code, kind),
  constraint words_kind check (kind in ('promise', 'deferral')),
  constraint words_outcome check (outcome in ('kept', 'broken', 'lapsed'))
);
comment on table promises.words is 'One word given with a matter and what became of it; by party id, nothing else of the person. A word without a row is not settled yet.';
comment on column promises.words.outcome is 'kept; broken: a result was taken back for it, by two persons; lapsed: a deferred material did not come by its day.';
comment on column promises.words.party_id is 'Whose word it is: the organisation where one applied, else the person; filed_by: the person who filed.';
comment on column promises.words.repaired_at is 'Since when a broken or lapsed word counts no longer, by two persons (信用修复).';
create index words_counting on promises.words (party_id, settled_at desc) where outcome in ('broken', 'lapsed') and repaired_at is null;
create index words_by_party on promises.words (party_id, settled_at desc);
create index words_by_filer on promises.words (filed_by, settled_at desc);

grant usage on schema promises to yimen_app;
grant select, insert, update on promises.words to yimen_app;
