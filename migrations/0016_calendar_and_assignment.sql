-- Who leads and helps with each criterion, the plan of a cycle's steps, and what people are told of both.

-- The assignment of one unit's work in one cycle; every change of it makes its version grow.
create table assignment_plan (
  authority_id uuid not null references authority (id),
  cycle_id uuid not null,
  unit_id uuid not null,
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by uuid references person (id),
  primary key (authority_id, cycle_id, unit_id),
  foreign key (authority_id, cycle_id, unit_id) references cycle_unit (authority_id, cycle_id, unit_id) on delete cascade
);

-- Which unit a printed name stands for in this plan, where code and other spellings do not say it.
create table assignment_name (
  authority_id uuid not null,
  cycle_id uuid not null,
  unit_id uuid not null,
  name text not null check (name <> ''),
  to_unit_id uuid not null,
  primary key (authority_id, cycle_id, unit_id, name),
  foreign key (authority_id, cycle_id, unit_id) references assignment_plan (authority_id, cycle_id, unit_id) on delete cascade,
  foreign key (authority_id, to_unit_id) references unit (authority_id, id)
);

-- What a person set at a criterion; it stands in place of what is printed and of what comes from the row above.
create table assignment (
  authority_id uuid not null,
  cycle_id uuid not null,
  unit_id uuid not null,
  node_id text not null,
  duty text not null check (duty in ('lead', 'coordinating')),
  position integer not null check (position > 0),
  to_unit_id uuid,
  to_person_id uuid,
  -- A collective as it is printed ("Các phòng thuộc ban").
  words text,
  primary key (authority_id, cycle_id, unit_id, node_id, duty, position),
  constraint one_party check (num_nonnulls(to_unit_id, to_person_id, words) = 1),
  foreign key (authority_id, cycle_id, unit_id) references assignment_plan (authority_id, cycle_id, unit_id) on delete cascade,
  foreign key (authority_id, to_unit_id) references unit (authority_id, id),
  foreign key (authority_id, to_person_id) references person (authority_id, id)
);

-- Whom a division names for a criterion that was assigned to it.
create table assignment_person (
  authority_id uuid not null,
  cycle_id uuid not null,
  unit_id uuid not null,
  node_id text not null,
  division_id uuid not null,
  person_id uuid not null,
  primary key (authority_id, cycle_id, unit_id, node_id, division_id, person_id),
  foreign key (authority_id, cycle_id, unit_id) references cycle_unit (authority_id, cycle_id, unit_id) on delete cascade,
  foreign key (authority_id, division_id) references unit (authority_id, id),
  foreign key (authority_id, person_id) references person (authority_id, id)
);
create index assignment_person_of on assignment_person (authority_id, person_id);

create table calendar_plan (
  authority_id uuid not null references authority (id),
  cycle_id uuid not null,
  -- The day at which facts and documents of the cycle are cut off; later ones do not count.
  cut_off date,
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by uuid references person (id),
  primary key (authority_id, cycle_id),
  foreign key (authority_id, cycle_id) references cycle (authority_id, id) on delete cascade
);

create table calendar_step (
  id uuid primary key,
  authority_id uuid not null,
  cycle_id uuid not null,
  position integer not null check (position > 0),
  title text not null check (title <> ''),
  -- The window as the plan writes it, and what it means: both days count.
  words text not null default '',
  from_day date,
  until_day date,
  responsible text,
  coordinating text[] not null default '{}',
  after uuid[] not null default '{}',
  -- Opens and locks the self-assessment; at most one step does.
  opens text check (opens = 'selfAssessment'),
  -- So many days before and after its last day people are reminded.
  remind_before integer[] not null default '{}',
  remind_after integer[] not null default '{}',
  unique (authority_id, cycle_id, position),
  constraint window_whole check (from_day is null or (until_day is not null and from_day <= until_day)),
  foreign key (authority_id, cycle_id) references calendar_plan (authority_id, cycle_id) on delete cascade
);
create unique index calendar_opens_once on calendar_step (authority_id, cycle_id, opens) where opens is not null;

-- What one person is told, here and by e-mail.
create table notice (
  id uuid primary key,
  authority_id uuid not null references authority (id),
  person_id uuid not null,
  cycle_id uuid,
  unit_id uuid,
  title text not null check (title <> ''),
  body text not null default '',
  -- A page of this application.
  link text check (link ~ '^/'),
  -- The same thing is told once.
  key text,
  created_at timestamptz not null default now(),
  created_by uuid references person (id),
  read_at timestamptz,
  mail text not null default 'none' check (mail in ('none', 'waiting', 'sent', 'failed')),
  mail_attempts integer not null default 0,
  mail_due_at timestamptz not null default now(),
  mail_sent_at timestamptz,
  mail_failure text,
  unique (authority_id, id),
  unique (authority_id, person_id, key),
  foreign key (authority_id, person_id) references person (authority_id, id),
  foreign key (authority_id, cycle_id) references cycle (authority_id, id) on delete cascade,
  foreign key (authority_id, unit_id) references unit (authority_id, id)
);
create index notice_newest on notice (authority_id, person_id, created_at desc, id desc);
create index notice_unread on notice (authority_id, person_id) where read_at is null;
create index notice_to_send on notice (mail_due_at) where mail = 'waiting';
create index notice_of_cycle on notice (authority_id, cycle_id, unit_id, created_at desc);

grant select, insert, update, delete on assignment_plan, assignment_name, assignment, assignment_person, calendar_plan, calendar_step
  to parindex_application;
grant select, insert on notice to parindex_application;
grant update (read_at, mail, mail_attempts, mail_due_at, mail_sent_at, mail_failure) on notice to parindex_application;

create function actor_person() returns uuid language sql stable parallel safe
  return nullif(current_setting('parindex.person', true), '')::uuid;
-- Whoever works in the unit, in a division of it, or for the whole authority.
create function actor_works_for(of_unit uuid) returns boolean language sql stable parallel safe
  return (select actor_sees_all_units()) or of_unit = any ((select actor_units())::uuid[])
    or exists (select from unit u where u.parent_id = of_unit and u.id = any ((select actor_units())::uuid[]));

alter table assignment_plan enable row level security; alter table assignment_plan force row level security;
create policy own_work on assignment_plan using (authority_id = actor_authority() and actor_works_for(unit_id));
alter table assignment_name enable row level security; alter table assignment_name force row level security;
create policy own_work on assignment_name using (authority_id = actor_authority() and actor_works_for(unit_id));
alter table assignment enable row level security; alter table assignment force row level security;
create policy own_work on assignment using (authority_id = actor_authority() and actor_works_for(unit_id));
alter table assignment_person enable row level security; alter table assignment_person force row level security;
create policy own_work on assignment_person using (authority_id = actor_authority() and actor_works_for(unit_id));
alter table calendar_plan enable row level security; alter table calendar_plan force row level security;
create policy own_authority on calendar_plan using (authority_id = actor_authority());
alter table calendar_step enable row level security; alter table calendar_step force row level security;
create policy own_authority on calendar_step using (authority_id = actor_authority());
alter table notice enable row level security; alter table notice force row level security;
create policy own_notices on notice using (authority_id = actor_authority()
  and ((select actor_sees_all_units()) or person_id = (select actor_person())));
