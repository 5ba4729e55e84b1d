-- No fact before its predecessor, also where the clock was set back between the two (C-CK-2): a fact then bears its predecessor's moment, which this
-- server's clock may not have reached again, until it has. Everything else stays as it was: a fact's time is this server's.
create or replace function platform.append(batch jsonb) returns void language plpgsql as $$
declare
  now_here timestamptz := clock_timestamp();
begin
  if exists (
    select 1 from jsonb_to_recordset(batch -> 'facts') as f(matter_id uuid, at timestamptz)
    where f.at < now_here - interval '30 seconds'
       or (f.at > now_here + interval '1 second' and not exists (select 1 from platform.facts p where p.matter_id = f.matter_id and p.at = f.at))
  ) or exists (
    select 1 from jsonb_to_recordset(batch -> 'facts') as f(matter_id uuid, seq integer, at timestamptz)
    join platform.facts p on p.matter_id = f.matter_id and p.seq = f.seq - 1
    where f.seq > 1 and p.at > f.at
  ) then
    raise exception 'clock_suspect' using errcode = 'YM001';
  end if;
  perform platform.append_rows(batch);
end
$$;
comment on function platform.append is 'Appends the facts of one or many commands and everything written with them, in one round trip. Raises clock_suspect when a fact''s time is neither this server''s nor, later than that, its predecessor''s, or lies before its predecessor''s.';
