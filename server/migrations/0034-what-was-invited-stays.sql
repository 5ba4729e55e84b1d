-- Nothing takes away what was invited and said (0010), an erasure no more than anything else: invitations hold ids, codes and a hash, and lead to nothing once the words are gone.
revoke delete on evaluations.invitations from yimen_app;

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
  delete from evaluations.clocks c where c.matter_id = any(after);
  delete from supervision.clocks c where c.order_id = any(after);
  return gone;
end
$$;

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
  delete from matters.messages m where m.party_id = party;
  delete from privacy.consents c where c.party_id = party;
  -- Whoever is forgotten stands for nobody, and nobody for him. Mandates are facts: a command ends them, after the server has opened where this is a restored database.
  insert into platform.jobs (job_id, matter_id, kind, payload)
  select gen_random_uuid(), party, 'privacy.when_person_forgotten_end_mandates', jsonb_build_object('partyId', party)
  where exists (select from agency.mandates m where (m.principal = party or m.agent = party) and m.ended_at is null and m.until_at > clock_timestamp());
  return gone + fewer;
end
$$;
