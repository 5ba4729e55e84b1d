-- Guesses of check codes are counted like guesses of passwords: the table of tries serves every domain from now on.
alter table people.tries set schema platform;
comment on table platform.tries is 'How often something limited was tried in its window: codes for a phone, sign-ins of a login, wrong check codes from an address. subject is a keyed hash of what is counted.';

-- A draft is filed as it was read: somebody who saved, emptied or threw it away in the same moment was first, and the filing is told so.
create or replace function matters.append_rows(batch jsonb) returns void language plpgsql as $$
declare
  done integer;
begin
  insert into matters.matters as m (matter_id, seq, head, number, status, channel, task_code, handling_item, item_version, area_unit,
    accepting_institution, handling_institution, party_id, organisation_id, received_at, notice_due_on, accepted_at, promised_due_on, completed_at, outcome, result_number, state)
  select r.matter_id, r.seq, decode(r.head, 'hex'), r.number, r.status, r.channel, r.task_code, r.handling_item, r.item_version, r.area_unit,
    r.accepting_institution, r.handling_institution, r.party_id, r.organisation_id, r.received_at, r.notice_due_on, r.accepted_at, r.promised_due_on, r.completed_at, r.outcome, r.result_number, r.state
  from jsonb_to_recordset(batch -> 'states') as r(matter_id uuid, seq integer, head text, number text, status text, channel text, task_code text, handling_item text,
    item_version integer, area_unit text, accepting_institution text, handling_institution text, party_id uuid, organisation_id uuid, received_at timestamptz, notice_due_on date,
    accepted_at timestamptz, promised_due_on date, completed_at timestamptz, outcome text, result_number text, state jsonb)
  on conflict (matter_id) do update set seq = excluded.seq, head = excluded.head, status = excluded.status, handling_institution = excluded.handling_institution,
    notice_due_on = excluded.notice_due_on, accepted_at = excluded.accepted_at, promised_due_on = excluded.promised_due_on, completed_at = excluded.completed_at,
    outcome = excluded.outcome, result_number = excluded.result_number, state = excluded.state;

  insert into matters.by_party (party_id, matter_id, received_at)
  select p.party_id, p.matter_id, p.received_at from jsonb_to_recordset(batch -> 'parties') as p(party_id uuid, matter_id uuid, received_at timestamptz);

  insert into matters.links as l (matter_id, link_id, institution, post, opened_at, claimed_by, done_at, done_by, due_on)
  select k.matter_id, k.link_id, k.institution, k.post, k.opened_at, k.claimed_by, k.done_at, k.done_by, k.due_on
  from jsonb_to_recordset(batch -> 'links') as k(matter_id uuid, link_id text, institution text, post text, opened_at timestamptz, claimed_by uuid, done_at timestamptz, done_by uuid, due_on date)
  on conflict (matter_id, link_id) do update set claimed_by = excluded.claimed_by, done_at = excluded.done_at, done_by = excluded.done_by;

  if jsonb_array_length(batch -> 'drafts_done') > 0 then
    delete from matters.drafts d using jsonb_to_recordset(batch -> 'drafts_done') as x(draft_id uuid, version integer)
    where d.draft_id = x.draft_id and d.version = x.version;
    get diagnostics done = row_count;
    if done <> jsonb_array_length(batch -> 'drafts_done') then
      raise exception 'draft_changed' using errcode = 'YM004';
    end if;
  end if;
end
$$;
comment on function matters.append_rows is 'Present state, links, lists and finished drafts of one or many commands. Raises draft_changed when a draft is not the one that was read.';
