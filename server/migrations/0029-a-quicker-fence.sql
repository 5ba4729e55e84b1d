-- The second fence planned once: a rule that holds other fenced tables is planned anew with every query that meets it, each time with their rules in it (2 ms for a file).
-- In a plpgsql function its plan is kept by the connection. Both run as who asks, so the fence stands in them too.
create function matters.reached_by_link(matter uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from matters.links l where l.matter_id = matter and (
    (select platform.reach('posts')) ? (l.institution || ' ' || l.post)
    or (l.claimed_by is not null and l.done_at is null and (select platform.reach('posts')) ?| array[l.institution || ' approver', l.institution || ' hall_manager'])
  ));
end
$$;
comment on function matters.reached_by_link is 'Whether the present reader holds the post of a link of the matter, or leads the office whose people have one in hand.';

create function matters.opened_file() returns uuid language plpgsql stable as $$
begin
  return (select m.matter_id from matters.matters m where m.matter_id = platform.opened_matter());
end
$$;
comment on function matters.opened_file is 'The matter the present reader has opened, where it is one he may read; null otherwise.';

grant execute on function matters.reached_by_link, matters.opened_file to yimen_reader;

alter policy reader on matters.matters using (
  ((select platform.reach('parties')) ? party_id::text and (organisation_id is null or not state ? 'mandateId'))
  or (select platform.reach('principals')) ?| array[coalesce(organisation_id, party_id)::text, coalesce(organisation_id, party_id)::text || ' ' || task_code]
  or (select platform.reach('posts')) ?| array[accepting_institution || ' window_clerk', accepting_institution || ' hall_manager', handling_institution || ' officer', handling_institution || ' approver']
  or (select platform.reach('areas')) ? area_unit
  or ((select platform.reach('posts')) is not null and matters.reached_by_link(matter_id))
);

alter policy reader on platform.facts using (matter_id = (select matters.opened_file()));
alter policy reader on platform.particulars using (matter_id = (select matters.opened_file()));
alter policy reader on platform.data_keys using (owner_id = (select matters.opened_file()) or exists (select from matters.drafts d where d.draft_id = owner_id));
