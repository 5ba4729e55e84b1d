-- Three administrators (三员): of the system, of security, of the audit. Whoever was the one administrator before keeps the system;
-- the people who appoint staff are named by the first-start link of a new installation, or by an administrator as long as there is none.
alter table people.posts drop constraint posts_role;
alter table people.posts add constraint posts_role
  check (role in ('window_clerk', 'officer', 'approver', 'hall_manager', 'supervisor', 'administrator', 'security_administrator', 'audit_administrator'));
