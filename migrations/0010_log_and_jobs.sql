-- Work in the background, and the seals of the log. docs/decisions/0018, 0019.

create table job (
  id uuid primary key,
  authority_id uuid not null references authority (id),
  kind text not null check (kind <> ''),
  -- Of several jobs of one kind with one key only one waits or runs.
  key text,
  payload jsonb not null default '{}',
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  -- How far: so many of so many; the whole is unknown until the work says it.
  done integer not null default 0 check (done >= 0),
  whole integer check (whole >= 0),
  result jsonb,
  problems jsonb,
  -- What went wrong inside, for whoever looks after the installation.
  failure text,
  attempts integer not null default 0,
  -- Whoever asked for it: the work is done with this person's rights. Absent where the installation works for itself.
  person_id uuid,
  -- Again after so many seconds, for as long as the installation runs.
  every_seconds integer check (every_seconds > 0),
  due_at timestamptz not null default now(),
  lease uuid,
  leased_until timestamptz,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  ended_at timestamptz,
  unique (authority_id, id),
  foreign key (authority_id, person_id) references person (authority_id, id),
  constraint running_is_leased check ((state = 'running') = (lease is not null and leased_until is not null))
);
create index job_due on job (due_at, id) where state = 'waiting';
create index job_leased on job (leased_until) where state = 'running';
create unique index job_once on job (authority_id, kind, key) where key is not null and state in ('waiting', 'running');
create index job_of_person on job (authority_id, person_id, created_at desc, id desc);

grant select, insert, update, delete on job to parindex_application;
alter table job enable row level security; alter table job force row level security;
create policy own_authority on job using (authority_id = actor_authority() or acts_for('jobs'));
-- Recurring work is made for every authority, and done in the name of whoever asked.
drop policy own_authority on authority;
create policy own_authority on authority
  using (id = actor_authority() or acts_for('signIn') or acts_for('publicRead') or acts_for('jobs'));

-- What still has to be sealed: written with the action itself, so that nothing that was committed is ever passed over and no writer waits.
create table action_to_seal (
  authority_id uuid not null references authority (id),
  action_id bigint not null,
  primary key (authority_id, action_id)
);
create table action_seal (
  authority_id uuid not null references authority (id),
  number bigint not null check (number >= 1),
  action_id bigint not null,
  -- SHA-256 over the hash before and the action; then the same, keyed.
  hash bytea not null check (length(hash) = 32),
  mac bytea not null check (length(mac) = 32),
  -- Which key: the first bytes of its own hash.
  key_id text not null,
  primary key (authority_id, number),
  unique (authority_id, action_id),
  foreign key (authority_id, action_id) references action (authority_id, id)
);
create index action_of_person on action (authority_id, person_id, id);
create index action_of_unit on action (authority_id, unit_id, id);
create index action_of_kind on action (authority_id, kind, id);

create function action_is_to_seal() returns trigger language plpgsql as $$
begin
  insert into action_to_seal (authority_id, action_id) select authority_id, id from written;
  return null;
end $$;
create trigger action_is_to_seal after insert on action referencing new table as written
  for each statement execute function action_is_to_seal();
insert into action_to_seal (authority_id, action_id) select authority_id, id from action;

grant select, insert, delete on action_to_seal to parindex_application;
grant select, insert on action_seal to parindex_application;
alter table action_to_seal enable row level security; alter table action_to_seal force row level security;
create policy own_authority on action_to_seal using (authority_id = actor_authority());
alter table action_seal enable row level security; alter table action_seal force row level security;
create policy own_authority on action_seal using (authority_id = actor_authority());
