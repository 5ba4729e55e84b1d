-- 0033 kept invitations in silence through one migration. From here on, who tries to delete one is told, the owner of the database as well.
create or replace function evaluations.keep_invitation() returns trigger language plpgsql as $$
begin
  raise exception using errcode = 'restrict_violation', message = 'invitations are never taken away';
end
$$;
comment on function evaluations.keep_invitation is 'Refuses to delete an invitation, to its owner as well: they hold ids, codes and a hash, and say which services may be evaluated.';
