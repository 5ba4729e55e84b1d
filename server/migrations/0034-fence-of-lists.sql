-- The second fence (0025) before the lists behind figures, of supervision orders and findings, and of what people say of the service: as the policies of those domains say it.

grant usage on schema measures, supervision, evaluations to yimen_reader;
grant select on measures.matters, supervision.orders, supervision.findings, evaluations.feedback, evaluations.invitations, evaluations.clocks to yimen_reader;

alter table measures.matters enable row level security;
alter table supervision.orders enable row level security;
alter table supervision.findings enable row level security;
alter table evaluations.feedback enable row level security;
alter table evaluations.invitations enable row level security;
alter table evaluations.clocks enable row level security;

do $$
declare
  fenced text;
begin
  foreach fenced in array array['measures.matters', 'supervision.orders', 'supervision.findings', 'evaluations.feedback', 'evaluations.invitations', 'evaluations.clocks'] loop
    execute format('create policy application on %s to yimen_app using (true) with check (true)', fenced);
    execute format('create policy whole_readers on %s for select to pg_read_all_data using (true)', fenced);
  end loop;
end $$;

create policy reader on measures.matters for select to yimen_reader using (
  (select platform.reach('posts')) ?| array[accepting_institution || ' hall_manager', accepting_institution || ' approver', handling_institution || ' hall_manager', handling_institution || ' approver']
  or (select platform.reach('areas')) ?| array[area_unit, community, street, district]
);

create policy reader on supervision.orders for select to yimen_reader using (
  (select platform.reach('posts')) ?| array[institution || ' officer', institution || ' approver', institution || ' hall_manager']
  or (select platform.reach('areas')) ?| array[area_unit, unit]
);
create policy reader on supervision.findings for select to yimen_reader using (
  (select platform.reach('posts')) ?| array[institution || ' officer', institution || ' approver', institution || ' hall_manager']
  or (select platform.reach('areas')) ?| array[area_unit, unit]
);

create function evaluations.works_at(posts jsonb, institution text) returns boolean language sql immutable parallel safe
  return coalesce(posts ?| array[institution || ' window_clerk', institution || ' officer', institution || ' approver', institution || ' administrator', institution || ' security_administrator', institution || ' audit_administrator']
    and not posts ? (institution || ' hall_manager'), false);
comment on function evaluations.works_at is 'Whether somebody with these posts works at an institution below its manager: what was said of his colleagues is not for him.';

-- Runs as its owner: a reader sees the facts of one opened matter only, and who acted on a matter must not see its case just because he cannot see that he did.
create function evaluations.acted_on(matter uuid, staff jsonb) returns boolean language sql stable security definer set search_path = pg_catalog
  return exists (select from platform.facts f where f.matter_id = matter and f.by ->> 'kind' = 'staff' and staff ? (f.by ->> 'id'));
comment on function evaluations.acted_on is 'Whether one of these members of staff (keys of an object) acted on the matter.';
revoke all on function evaluations.acted_on from public;
grant execute on function evaluations.acted_on to yimen_reader, yimen_app;
grant execute on function evaluations.works_at to yimen_reader;

create policy reader on evaluations.feedback for select to yimen_reader using (
  (select platform.reach('parties')) ? party_id::text
  or (((select platform.reach('posts')) ?| array[institution || ' hall_manager', accepting_institution || ' hall_manager'] or (select platform.reach('areas')) ? area_unit)
    and not evaluations.works_at((select platform.reach('posts')), institution) and not evaluations.works_at((select platform.reach('posts')), accepting_institution)
    and not evaluations.acted_on(about_matter, (select platform.reach('staff'))))
);
create policy reader on evaluations.invitations for select to yimen_reader using ((select platform.reach('parties')) ? party_id::text);
create policy reader on evaluations.clocks for select to yimen_reader using (exists (select from evaluations.feedback v where v.matter_id = clocks.matter_id));
