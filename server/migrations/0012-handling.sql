create table people.absences (
  absence_id uuid not null,
  staff_id uuid not null,
  stand_in uuid not null,
  from_on date not null,
  to_on date not null,
  made_at timestamptz not null,
  made_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  constraint absences_pkey primary key (absence_id),
  constraint absences_staff foreign key (staff_id) references people.staff (staff_id),
  constraint absences_stand_in foreign key (stand_in) references people.staff (staff_id),
  constraint absences_made_by foreign key (made_by) references people.staff (staff_id),
  constraint absences_ended_by foreign key (ended_by) references people.staff (staff_id),
  constraint absences_two_people check (staff_id <> stand_in),
  constraint absences_days check (from_on <= to_on),
  constraint absences_end_has_its_person check ((ended_at is null) = (ended_by is null))
);
comment on table people.absences is 'Who is away and who stands in (代理): from one day to another, both included, days in Shenzhen. A row is never changed but to end it; who entered and who ended it stays named.';
comment on column people.absences.stand_in is 'May do what the absent person has in hand, as far as both hold the same post in the same institution.';
create index absences_by_stand_in on people.absences (stand_in, to_on) where ended_at is null;
create index absences_by_staff on people.absences (staff_id, to_on) where ended_at is null;

grant select, insert on people.absences to yimen_app;
grant update (ended_at, ended_by) on people.absences to yimen_app;
