-- Accounts: versions, hand-over of roles, second factor, sessions that can be told apart, single sign-on.

alter table person add column version integer not null default 1,
  add column email text check (email like '%_@_%');

-- A role held for somebody who is away: which one, and why. It ends by its own validity.
alter table role_grant add column handed_over_from uuid,
  add column reason text,
  add constraint handed_over_until_a_day check (handed_over_from is null or not upper_inf(valid));
create unique index role_grant_by_id on role_grant (authority_id, id);
alter table role_grant add foreign key (authority_id, handed_over_from) references role_grant (authority_id, id);

alter table session add column id uuid not null default gen_random_uuid(),
  add column user_agent text,
  -- How one came in: a one-time password is due to be changed only by whoever used it.
  add column signed_in_by text not null default 'password' check (signed_in_by in ('password', 'singleSignOn')),
  -- The password was right; until the second factor is given too, the session opens nothing.
  add column second_factor_due boolean not null default false;
create unique index session_by_id on session (id);

create table second_factor (
  authority_id uuid not null references authority (id),
  person_id uuid not null primary key,
  -- Sealed by a key of the installation (AES-256-GCM): nonce, tag, secret.
  secret bytea not null,
  -- On from here; before, it is only being set up.
  confirmed_at timestamptz,
  -- The last step whose code was taken; none is taken twice.
  last_step bigint not null default 0,
  failures integer not null default 0,
  locked_until timestamptz,
  foreign key (authority_id, person_id) references person (authority_id, id)
);
create table recovery_code (
  authority_id uuid not null references authority (id),
  person_id uuid not null,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (person_id, code_hash),
  foreign key (authority_id, person_id) references person (authority_id, id)
);

-- Wrong passwords per name, whether the name is known or not: being locked tells nothing. The name itself is not kept: people type passwords there.
create table sign_in_name_attempt (
  name_hash bytea primary key,
  failures integer not null default 0,
  locked_until timestamptz,
  changed_at timestamptz not null default now()
);
alter table person drop column failed_sign_ins, drop column locked_until;

create table single_sign_on_identity (
  issuer text not null,
  subject text not null,
  authority_id uuid not null references authority (id),
  person_id uuid not null,
  primary key (issuer, subject),
  foreign key (authority_id, person_id) references person (authority_id, id)
);
-- Between leaving for the common sign-in service and coming back.
create table single_sign_on_attempt (
  state_hash bytea primary key,
  nonce text not null,
  verifier text not null,
  destination text not null,
  expires_at timestamptz not null
);

grant select, insert, update, delete on second_factor, recovery_code, sign_in_name_attempt, single_sign_on_identity, single_sign_on_attempt
  to parindex_application;
alter table second_factor enable row level security; alter table second_factor force row level security;
create policy own_authority on second_factor using (authority_id = actor_authority() or acts_for('signIn'));
alter table recovery_code enable row level security; alter table recovery_code force row level security;
create policy own_authority on recovery_code using (authority_id = actor_authority() or acts_for('signIn'));
alter table single_sign_on_identity enable row level security; alter table single_sign_on_identity force row level security;
create policy own_authority on single_sign_on_identity using (authority_id = actor_authority() or acts_for('signIn'));
alter table sign_in_name_attempt enable row level security; alter table sign_in_name_attempt force row level security;
create policy sign_in on sign_in_name_attempt using (acts_for('signIn'));
alter table single_sign_on_attempt enable row level security; alter table single_sign_on_attempt force row level security;
create policy sign_in on single_sign_on_attempt using (acts_for('signIn'));
