-- The second fence as of mandates (0020): whose matter it is and who stands for him, as server/domains/matters/policy.ts (isApplicant) says it.
-- platform.reach('principals') names for whom the reader may read by a standing mandate: "<party>", or "<party> <task code>" where it is for some items.
alter policy reader on matters.matters using (
  ((select platform.reach('parties')) ? party_id::text and (organisation_id is null or not state ? 'mandateId'))
  or (select platform.reach('principals')) ?| array[coalesce(organisation_id, party_id)::text, coalesce(organisation_id, party_id)::text || ' ' || task_code]
  or (select platform.reach('posts')) ?| array[accepting_institution || ' window_clerk', accepting_institution || ' hall_manager', handling_institution || ' officer', handling_institution || ' approver']
  or (select platform.reach('areas')) ? area_unit
  or exists (select from matters.links l where l.matter_id = matters.matter_id and (
    (select platform.reach('posts')) ? (l.institution || ' ' || l.post)
    or (l.claimed_by is not null and l.done_at is null and (select platform.reach('posts')) ?| array[l.institution || ' approver', l.institution || ' hall_manager'])
  ))
);

alter policy reader on matters.by_party using (
  (select platform.reach('parties')) ? party_id::text
  or ((select platform.reach('principals')) is not null and exists (select from matters.matters m where m.matter_id = by_party.matter_id))
);

comment on function platform.reach is 'What the present reader reaches, as keys of an object: parties (himself as a resident), principals (for whom he may read by mandate: "<party>" or "<party> <task code>"), staff (himself as staff), posts ("<institution> <role>"), areas (units he supervises). Null where nothing was told.';
