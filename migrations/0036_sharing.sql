-- One installation, two levels: departments lead leaves of the province's own assessment, and lend it facts and documents.

-- Facts of the year that the rule of a leaf reads; whoever leads the leaf lends them by that duty.
alter table division_leaf add column fact_keys text[] not null default '{}';

-- A fact that its unit lets the unit above use. It stays the owner's: changed there alone, gone with it.
create table fact_share (
  authority_id uuid not null references authority (id),
  unit_id uuid not null,
  year integer not null,
  key text not null,
  borrower_id uuid not null,
  shared_at timestamptz not null default now(),
  shared_by uuid references person (id),
  primary key (authority_id, unit_id, year, key, borrower_id),
  constraint lent_to_another check (borrower_id <> unit_id),
  foreign key (authority_id, unit_id, year, key) references fact (authority_id, unit_id, year, key) on delete cascade,
  foreign key (authority_id, borrower_id) references unit (authority_id, id)
);
create index fact_share_of_borrower on fact_share (authority_id, borrower_id, year);

-- A document that its unit lets the unit above rest claims on, without its being uploaded again.
create table evidence_share (
  authority_id uuid not null references authority (id),
  unit_id uuid not null,
  evidence_id uuid not null,
  borrower_id uuid not null,
  shared_at timestamptz not null default now(),
  shared_by uuid references person (id),
  primary key (authority_id, evidence_id, borrower_id),
  constraint lent_to_another check (borrower_id <> unit_id),
  foreign key (authority_id, unit_id, evidence_id) references evidence (authority_id, unit_id, id) on delete cascade,
  foreign key (authority_id, borrower_id) references unit (authority_id, id)
);
create index evidence_share_of_borrower on evidence_share (authority_id, borrower_id);

grant select, insert, delete on fact_share, evidence_share to parindex_application;

alter table fact_share enable row level security; alter table fact_share force row level security;
create policy own_register on fact_share using (authority_id = actor_authority()
  and ((select actor_sees_all_units()) or unit_id = any ((select actor_units())::uuid[])));
create policy lent_to_us on fact_share for select using (authority_id = actor_authority() and borrower_id = any ((select actor_units())::uuid[]));
alter table evidence_share enable row level security; alter table evidence_share force row level security;
create policy own_register on evidence_share using (authority_id = actor_authority()
  and ((select actor_sees_all_units()) or unit_id = any ((select actor_units())::uuid[])));
create policy lent_to_us on evidence_share for select using (authority_id = actor_authority() and borrower_id = any ((select actor_units())::uuid[]));

-- The borrower reads; whoever leads a leaf of its sheet has lent what the leaf asks of the sheet's year.
create policy lent_to_us on fact for select using (authority_id = actor_authority() and not (select actor_sees_all_units())
  and (exists (select from fact_share s where s.unit_id = fact.unit_id and s.year = fact.year and s.key = fact.key
      and s.borrower_id = any ((select actor_units())::uuid[]))
    or exists (select from division_leaf l join cycle c on c.id = l.cycle_id
      where l.division_id = fact.unit_id and l.duty = 'lead' and fact.key = any (l.fact_keys) and c.year = fact.year
        and l.unit_id = any ((select actor_units())::uuid[]))));
create policy lent_to_us on evidence for select using (authority_id = actor_authority() and not (select actor_sees_all_units())
  and (id in (select s.evidence_id from evidence_share s where s.borrower_id = any ((select actor_units())::uuid[]))
    or id in (select e.evidence_id from score_evidence e where e.unit_id = any ((select actor_units())::uuid[]))));

-- A claim rests on documents of the own register, of a division, of whoever answers for that very leaf, or of a unit that lent them.
create or replace function own_register_by_default() returns trigger language plpgsql as $$ begin
  new.evidence_unit_id := coalesce(new.evidence_unit_id, new.unit_id);
  if new.evidence_unit_id <> new.unit_id
    and not exists (select from unit u where u.authority_id = new.authority_id and u.id = new.evidence_unit_id
      and u.parent_id = new.unit_id and u.kind = 'division')
    and not exists (select from division_leaf l where l.authority_id = new.authority_id and l.cycle_id = new.cycle_id and l.unit_id = new.unit_id
      and l.node_id = new.node_id and l.division_id = new.evidence_unit_id)
    and not exists (select from evidence_share s where s.authority_id = new.authority_id and s.evidence_id = new.evidence_id
      and s.unit_id = new.evidence_unit_id and s.borrower_id = new.unit_id)
  then
    raise exception 'a unit proves with documents of its own, of its divisions, of who leads the leaf, or lent to it' using errcode = 'foreign_key_violation';
  end if;
  return new;
end $$;

-- A unit answers for the one it succeeded from the year before the merger on, whose assessment may still be running, and not for what lies further back.
create function actor_answers_for(of_unit uuid, of_year integer) returns boolean language sql stable parallel safe
  return coalesce(((nullif(current_setting('parindex.from_years', true), ''))::jsonb ->> of_unit::text)::integer <= of_year, true);
create policy years_concerned on score as restrictive using (coalesce((select current_setting('parindex.from_years', true)), '') = ''
  or actor_answers_for(unit_id, (select c.year from cycle c where c.id = score.cycle_id)));
create policy years_concerned on score_evidence as restrictive using (coalesce((select current_setting('parindex.from_years', true)), '') = ''
  or actor_answers_for(unit_id, (select c.year from cycle c where c.id = score_evidence.cycle_id)));
create policy years_concerned on fact as restrictive using (coalesce((select current_setting('parindex.from_years', true)), '') = ''
  or actor_answers_for(unit_id, year));
