-- The second fence (C-AC-2): what answers a person is read by a role of its own, yimen_reader, which sees of these tables only the rows within the reader's reach.
-- The reach is told with each borrowing of a connection (server/platform/db/second-fence.ts): JSON objects whose keys are what is reached. Untold, a reader sees nothing.
-- The role itself is made before the migrations (migrate.ts). The application's role, which decides and writes, is let through; so are the owner and whoever may read all data.

create function platform.reach(name text) returns jsonb language sql stable parallel safe
  return nullif(current_setting('yimen.' || name, true), '')::jsonb;
comment on function platform.reach is 'What the present reader reaches, as keys of an object: parties (for whom he may act), staff (himself), posts ("<institution> <role>"), areas (units he supervises). Null where nothing was told.';

create function platform.opened_matter() returns uuid language sql stable parallel safe
  return nullif(current_setting('yimen.matter', true), '')::uuid;
comment on function platform.opened_matter is 'The one matter whose file the present reader has opened: facts, sealed parts and key of no other are seen.';

grant usage on schema platform, matters to yimen_reader;
grant execute on function platform.reach, platform.opened_matter to yimen_reader;
grant select on matters.matters, matters.links, matters.by_party, matters.parts, matters.clocks, matters.open_proposals, matters.messages, matters.drafts to yimen_reader;
grant select on platform.facts, platform.particulars, platform.data_keys to yimen_reader;

alter table matters.matters enable row level security;
alter table matters.links enable row level security;
alter table matters.by_party enable row level security;
alter table matters.clocks enable row level security;
alter table matters.open_proposals enable row level security;
alter table matters.messages enable row level security;
alter table matters.drafts enable row level security;
alter table platform.facts enable row level security;
alter table platform.particulars enable row level security;
alter table platform.data_keys enable row level security;

do $$
declare
  fenced text;
begin
  foreach fenced in array array['matters.matters', 'matters.links', 'matters.by_party', 'matters.clocks', 'matters.open_proposals', 'matters.messages', 'matters.drafts',
    'platform.facts', 'platform.particulars', 'platform.data_keys'] loop
    execute format('create policy application on %s to yimen_app using (true) with check (true)', fenced);
    execute format('create policy whole_readers on %s for select to pg_read_all_data using (true)', fenced);
  end loop;
end $$;

-- Each (select …) is asked once for a query, not once for a row. The tests hold these beside server/domains/matters/policy.ts (mayRead).
create policy reader on matters.links for select to yimen_reader using (
  (select platform.reach('posts')) ?| array[institution || ' ' || post, institution || ' approver', institution || ' hall_manager']
  or (select platform.reach('staff')) ? done_by::text
);

create policy reader on matters.matters for select to yimen_reader using (
  (select platform.reach('parties')) ? party_id::text
  or (select platform.reach('posts')) ?| array[accepting_institution || ' window_clerk', accepting_institution || ' hall_manager', handling_institution || ' officer', handling_institution || ' approver']
  or (select platform.reach('areas')) ? area_unit
  or exists (select from matters.links l where l.matter_id = matters.matter_id and (
    (select platform.reach('posts')) ? (l.institution || ' ' || l.post)
    or (l.claimed_by is not null and l.done_at is null and (select platform.reach('posts')) ?| array[l.institution || ' approver', l.institution || ' hall_manager'])
  ))
);

create policy reader on matters.by_party for select to yimen_reader using ((select platform.reach('parties')) ? party_id::text);
create policy reader on matters.messages for select to yimen_reader using ((select platform.reach('parties')) ? party_id::text);

create policy reader on matters.clocks for select to yimen_reader using (
  (select platform.reach('posts')) ?| array[institution || ' ' || post, institution || ' approver', institution || ' hall_manager']
  or (select platform.reach('staff')) ? staff_id::text
  or (select platform.reach('areas')) ? area_unit
  or exists (select from matters.matters m where m.matter_id = clocks.matter_id)
);

create policy reader on matters.open_proposals for select to yimen_reader using (
  (select platform.reach('posts')) ?| array[institution || ' approver', handling_institution || ' approver']
);

create policy reader on matters.drafts for select to yimen_reader using (
  (select platform.reach('parties')) ? owner_party::text
  or ((select platform.reach('staff')) ? owner_staff::text and (select platform.reach('posts')) ? (hall || ' window_clerk'))
);

create policy reader on platform.facts for select to yimen_reader using (matter_id = (select m.matter_id from matters.matters m where m.matter_id = platform.opened_matter()));
create policy reader on platform.particulars for select to yimen_reader using (matter_id = (select m.matter_id from matters.matters m where m.matter_id = platform.opened_matter()));
create policy reader on platform.data_keys for select to yimen_reader using (
  owner_id = (select m.matter_id from matters.matters m where m.matter_id = platform.opened_matter())
  or exists (select from matters.drafts d where d.draft_id = owner_id)
);
