-- Behind the second fence an organisation's matters are seen by who stands for it now (0020), not only by who filed them: the reach of a reader names those for whom he may read.
create policy represented on matters.matters for select to yimen_reader using ((select platform.reach('parties')) ? organisation_id::text);
