-- Erasure to the end: what was said of a matter goes with it, drafts that a window wrote of a person go with the person, and mandates of somebody forgotten end.

comment on table people.sign_in_history is 'What the owner of an account reads about it; forgotten by the retention rule of the same name.';

create function privacy.aftermath(matter uuid) returns table (is_open boolean, last_at timestamptz) language sql stable as $$
  select coalesce(bool_or(a.is_open), false), max(a.last_at) from (
    select (v.case_status is not null and v.case_status <> 'closed') or exists (select from evaluations.clocks c where c.matter_id = v.matter_id),
      (select f.at from platform.facts f where f.matter_id = v.matter_id and f.seq = v.seq)
    from evaluations.feedback v where v.about_matter = matter
    union all
    select o.ended_at is null, (select f.at from platform.facts f where f.matter_id = o.order_id and f.seq = o.seq) from supervision.orders o where o.matter_id = matter
  ) as a(is_open, last_at)
$$;
comment on function privacy.aftermath is 'What follows a matter: whether a case over an evaluation, a complaint or a supervision order of it is still open, and the moment of the last fact of any of them. Its file is kept as long as theirs.';

-- Chains of their own that speak of a matter have keys of their own: they are destroyed with the matter's, or the words of a complaint would outlive it.
create or replace function privacy.destroy_matters(matters uuid[]) returns integer language plpgsql as $$
declare
  gone integer;
  after uuid[];
begin
  delete from platform.data_keys k where k.owner_id = any(matters);
  get diagnostics gone = row_count;
  after := array(select v.matter_id from evaluations.feedback v where v.about_matter = any(matters)) || array(select o.order_id from supervision.orders o where o.matter_id = any(matters));
  delete from platform.data_keys k where k.owner_id = any(after);
  delete from platform.particulars p where p.matter_id = any(matters || after);
  delete from evaluations.invitations i where i.matter_id = any(matters);
  delete from evaluations.clocks c where c.matter_id = any(after);
  delete from supervision.clocks c where c.order_id = any(after);
  return gone;
end
$$;
comment on function privacy.destroy_matters is 'Destroys the data keys of matters, and those of evaluations, complaints and supervision orders about them, and takes the sealed parts away. Facts, chain and log stay whole. Answers how many matters went. Safe to run again.';

create or replace function privacy.destroy_party(party uuid) returns integer language plpgsql as $$
declare
  gone integer;
  fewer integer;
  said uuid[];
begin
  delete from people.sign_ins s using people.parties p where p.party_id = party and s.phone_index = p.phone_index;
  delete from people.sessions s where s.party_id = party;
  delete from platform.data_keys k using people.factors f where f.party_id = party and k.owner_id = f.factor_id;
  delete from people.factors f where f.party_id = party;
  delete from people.recovery_codes c where c.party_id = party;
  delete from people.sign_in_history h where h.party_id = party;
  delete from people.identities i where i.party_id = party;
  update people.parties p set phone_index = null, number_index = substring(sha256(convert_to(gen_random_uuid()::text, 'UTF8')) for 16), sealed = ''::bytea where p.party_id = party and p.sealed <> ''::bytea;
  delete from platform.data_keys k where k.owner_id = party;
  get diagnostics gone = row_count;
  delete from platform.data_keys k where k.owner_id in (select d.draft_id from matters.drafts d where d.owner_party = party or d.party_id = party);
  get diagnostics fewer = row_count;
  delete from matters.drafts d where d.owner_party = party or d.party_id = party;
  said := array(select v.matter_id from evaluations.feedback v where v.party_id = party);
  delete from platform.data_keys k where k.owner_id = any(said);
  delete from platform.particulars p where p.matter_id = any(said);
  delete from evaluations.invitations i where i.party_id = party;
  delete from matters.messages m where m.party_id = party;
  delete from privacy.consents c where c.party_id = party;
  -- Whoever is forgotten stands for nobody, and nobody for him. Mandates are facts: a command ends them, after the server has opened where this is a restored database.
  insert into platform.jobs (job_id, matter_id, kind, payload)
  select gen_random_uuid(), party, 'privacy.when_person_forgotten_end_mandates', jsonb_build_object('partyId', party)
  where exists (select from agency.mandates m where (m.principal = party or m.agent = party) and m.ended_at is null and m.until_at > clock_timestamp());
  return gone + fewer;
end
$$;
comment on function privacy.destroy_party is 'Destroys a person''s data key, drafts and factors, cuts the indexes by which the number and the phone were found, ends sessions, takes messages away and has the mandates ended. Safe to run again.';

-- What was forgotten before this release left these behind.
do $$
begin
  perform privacy.destroy_party(p.party_id) from people.parties p where p.sealed = ''::bytea;
  perform privacy.destroy_matters(array(
    select m.matter_id from matters.matters m where not exists (select 1 from platform.data_keys k where k.owner_id = m.matter_id)
      and (exists (select 1 from evaluations.feedback v where v.about_matter = m.matter_id) or exists (select 1 from supervision.orders o where o.matter_id = m.matter_id))));
end
$$;

grant delete on people.factors, evaluations.invitations to yimen_app;
grant execute on function privacy.aftermath to yimen_app;
