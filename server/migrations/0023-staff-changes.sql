-- Staff is changed by two persons: proposed by one security administrator, approved by another. Posts that must not meet in one person are kept apart here too.

-- An installation of before had one kind of administrator, who appointed staff. Where nobody is security administrator yet, the administrator of longest standing
-- (one without other posts first) becomes the first one, and is system administrator no longer: nobody unites two of the three. He appoints the next (decision 0034).
with eldest as (
  select m.staff_id from people.staff m join people.posts p on p.staff_id = m.staff_id
  where m.active and m.kind = 'person' and p.role = 'administrator' and p.to_at is null
    and not exists (select 1 from people.posts s join people.staff a on a.staff_id = s.staff_id where a.active and s.role = 'security_administrator' and s.to_at is null)
  order by exists (select 1 from people.posts o where o.staff_id = m.staff_id and o.to_at is null and o.role <> 'administrator'), p.from_at, m.made_at, m.staff_id
  limit 1
), ended as (
  update people.posts p set to_at = greatest(clock_timestamp(), p.from_at) from eldest e where p.staff_id = e.staff_id and p.role = 'administrator' and p.to_at is null
  returning p.staff_id, p.institution, p.unit, p.to_at
)
insert into people.posts (staff_id, institution, unit, role, from_at) select staff_id, institution, unit, 'security_administrator', to_at from ended;

create index posts_of_security on people.posts (staff_id) where role = 'security_administrator' and to_at is null;

create table people.foundings (
  opened_at timestamptz not null default clock_timestamp(),
  why text not null,
  over_at timestamptz,
  constraint foundings_pkey primary key (opened_at),
  constraint foundings_over_after check (over_at is null or over_at >= opened_at)
);
comment on table people.foundings is 'Times in which a single security administrator decides alone, because there is no second one yet. The first begins with the installation; each ends for good with the second security administrator.';
insert into people.foundings (why) values ('installation');

create function people.founding_is_open() returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from people.foundings f where f.over_at is null);
$$;
comment on function people.founding_is_open is 'Whether a single security administrator decides alone now.';

create function people.security_administrators() returns bigint language sql stable security definer set search_path = pg_catalog as $$
  select count(distinct p.staff_id) from people.posts p join people.staff m on m.staff_id = p.staff_id
  where m.active and p.role = 'security_administrator' and p.to_at is null;
$$;
comment on function people.security_administrators is 'How many active security administrators there are now.';

create function people.close_founding() returns void language sql security definer set search_path = pg_catalog as $$
  update people.foundings set over_at = greatest(clock_timestamp(), opened_at) where over_at is null and people.security_administrators() >= 2;
$$;
comment on function people.close_founding is 'Ends the founding where there are two security administrators.';

create function people.reopen_founding(why text) returns void language sql set search_path = pg_catalog as $$
  insert into people.foundings (why) select why where btrim(why) <> '' and not people.founding_is_open();
$$;
comment on function people.reopen_founding is 'For the owner of the database only, when all but one security administrator are gone: the last one decides alone until there is a second. Who opened it and why stays.';

-- Two of the three administrators, or one of them and a post that handles cases, are never one person's at the same time.
create function people.standing_of(role text) returns text language sql immutable set search_path = pg_catalog as $$
  select case when role in ('administrator', 'security_administrator', 'audit_administrator') then role else 'cases' end;
$$;
comment on function people.standing_of is 'What a role may meet in one person: only roles of the same standing.';

create function people.keep_posts_apart() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  -- Whoever else gives this person a post waits here, and then sees ours.
  perform 1 from people.staff m where m.staff_id in (select a.staff_id from added a) order by m.staff_id for no key update;
  if exists (
    select 1 from added a join people.posts p on p.staff_id = a.staff_id
    where people.standing_of(p.role) <> people.standing_of(a.role)
      and p.from_at < coalesce(a.to_at, 'infinity') and a.from_at < coalesce(p.to_at, 'infinity')
  ) then
    raise exception 'posts_apart' using errcode = 'YM010';
  end if;
  if exists (select 1 from added a where a.role = 'security_administrator') then
    perform people.close_founding();
  end if;
  return null;
end
$$;
comment on function people.keep_posts_apart is 'Keeps the three administrators apart from each other and from cases, whatever way a post comes in; ends the founding with the second security administrator.';
create trigger posts_apart after insert on people.posts referencing new table as added for each statement execute function people.keep_posts_apart();

create function people.refuse_other_post() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if (new.staff_id, new.institution, new.unit, new.role, new.from_at) is distinct from (old.staff_id, old.institution, old.unit, old.role, old.from_at)
    or (old.to_at is not null and new.to_at is distinct from old.to_at) then
    raise exception 'posts_only_end' using errcode = 'YM004';
  end if;
  return new;
end
$$;
comment on function people.refuse_other_post is 'A post is given and ends; it is never made another one, moved in time or brought back.';
create trigger posts_only_end before update on people.posts for each row execute function people.refuse_other_post();

create table people.staff_changes (
  change_id uuid not null,
  seq integer not null,
  head bytea not null,
  kind text not null,
  status text not null,
  proposed_at timestamptz not null,
  state jsonb not null,
  constraint staff_changes_pkey primary key (change_id),
  constraint staff_changes_kind check (kind in ('appoint', 'give_post', 'end_post', 'deactivate', 'reactivate', 'reset_password', 'reset_factors')),
  constraint staff_changes_status check (status in ('proposed', 'approved', 'rejected', 'withdrawn'))
);
comment on table people.staff_changes is 'The present state of each change of staff, folded from its facts and written with them: who, what, proposed and decided by whom.';
comment on column people.staff_changes.seq is 'Number of the newest fact.';
comment on column people.staff_changes.head is 'Hash of the newest fact.';
comment on column people.staff_changes.state is 'Names and logins of the staff concerned, posts, the reason, both persons. No password is ever in it.';
create index staff_changes_newest on people.staff_changes (proposed_at desc, change_id);
create index staff_changes_waiting on people.staff_changes (proposed_at) where status = 'proposed';
create index staff_changes_of on people.staff_changes using gin ((state -> 'staff') jsonb_path_ops);

-- Changes are few: one after another, so that each is decided on the staff as all before it left them. What an approval does is done with its fact or not at all.
create function people.append_staff_change(batch jsonb) returns void language plpgsql as $$
declare
  before bigint;
  wanted bigint;
  done bigint;
begin
  perform pg_advisory_xact_lock(7323);
  perform platform.append(batch);
  before := people.security_administrators();

  insert into people.staff_changes as c (change_id, seq, head, kind, status, proposed_at, state)
  select r.change_id, r.seq, decode(r.head, 'hex'), r.kind, r.status, r.proposed_at, r.state
  from jsonb_to_recordset(batch -> 'staff_changes') as r(change_id uuid, seq integer, head text, kind text, status text, proposed_at timestamptz, state jsonb)
  on conflict (change_id) do update set seq = excluded.seq, head = excluded.head, status = excluded.status, state = excluded.state;

  if jsonb_array_length(coalesce(batch -> 'alone', '[]'::jsonb)) > 0 and not people.founding_is_open() then
    raise exception 'founding_over' using errcode = 'YM011';
  end if;

  insert into people.staff (staff_id, login, name, password_hash)
  select a.staff_id, a.login, a.name, a.password_hash from jsonb_to_recordset(batch -> 'appointed') as a(staff_id uuid, login text, name text, password_hash text);

  -- Decided on posts that are others meanwhile: as for a fact that does not follow its predecessor, the command is decided again.
  select count(*) into wanted from jsonb_to_recordset(batch -> 'posts_ended') as e(staff_id uuid);
  update people.posts p set to_at = greatest(e.at, p.from_at)
  from jsonb_to_recordset(batch -> 'posts_ended') as e(staff_id uuid, institution text, role text, at timestamptz)
  where p.staff_id = e.staff_id and p.institution = e.institution and p.role = e.role and p.to_at is null;
  get diagnostics done = row_count;
  if done <> wanted then
    raise exception 'staff_moved' using errcode = 'YM002';
  end if;

  if exists (
    select 1 from jsonb_to_recordset(batch -> 'posts_given') as g(staff_id uuid, institution text, role text, at timestamptz)
    join people.posts p on p.staff_id = g.staff_id and p.institution = g.institution and p.role = g.role and (p.to_at is null or p.to_at > g.at)
  ) then
    raise exception 'staff_moved' using errcode = 'YM002';
  end if;
  insert into people.posts (staff_id, institution, unit, role, from_at)
  select g.staff_id, g.institution, g.unit, g.role, g.at from jsonb_to_recordset(batch -> 'posts_given') as g(staff_id uuid, institution text, unit text, role text, at timestamptz);

  update people.staff m set active = a.active from jsonb_to_recordset(batch -> 'activity') as a(staff_id uuid, active boolean) where m.staff_id = a.staff_id;
  update people.staff m set password_hash = w.password_hash from jsonb_to_recordset(batch -> 'passwords') as w(staff_id uuid, password_hash text) where m.staff_id = w.staff_id;

  update people.factors f set ended_at = r.at, sealed = null from jsonb_to_recordset(batch -> 'factors_reset') as r(staff_id uuid, at timestamptz) where f.staff_id = r.staff_id and f.ended_at is null;
  delete from people.recovery_codes c using jsonb_to_recordset(batch -> 'factors_reset') as r(staff_id uuid) where c.staff_id = r.staff_id;
  insert into people.sign_in_history (entry_id, staff_id, at, way, outcome, address_part, browser)
  select gen_random_uuid(), r.staff_id, r.at, 'account', 'reset_by_office', '', ''
  from (select staff_id, at from jsonb_to_recordset(batch -> 'factors_reset') as f(staff_id uuid, at timestamptz)
        union select staff_id, at from jsonb_to_recordset(batch -> 'passwords') as w(staff_id uuid, at timestamptz)) r;
  delete from people.sessions s using jsonb_to_recordset(batch -> 'sessions_ended') as e(staff_id uuid) where s.staff_id = e.staff_id;

  -- Somebody must be left to decide, and from the founding on two: changes of staff take two.
  if people.security_administrators() < before and people.security_administrators() < (case when people.founding_is_open() then 1 else 2 end) then
    raise exception 'security_administrators_stay' using errcode = 'YM012';
  end if;
  if people.security_administrators() > before then
    perform people.close_founding();
  end if;
end
$$;
comment on function people.append_staff_change is 'Appends commands on changes of staff: facts, present state, and what an approval does to accounts, posts and sessions, in one round trip. Raises posts_apart, founding_over, security_administrators_stay.';

grant select, insert, update on people.staff_changes to yimen_app;
grant select on people.foundings to yimen_app;
grant execute on function people.append_staff_change to yimen_app;
revoke all on function people.reopen_founding from public;
