-- A common sample speaks of leaves of one framework; when the cycle moves to another, what was given stays readable by the old one and nothing is given any more.

-- The framework of the day it was drawn: of an older sample that of before the first move since.
alter table calibration_leaf add column framework_id uuid;
update calibration_leaf l set framework_id = coalesce(
    (select m.from_framework_id from framework_move m where m.authority_id = l.authority_id and m.cycle_id = l.cycle_id and m.unit_group = cu.unit_group
      and m.moved_at >= c.drawn_at order by m.moved_at limit 1), cu.framework_id)
  from calibration c, cycle_unit cu
  where c.authority_id = l.authority_id and c.id = l.calibration_id
    and cu.authority_id = l.authority_id and cu.cycle_id = l.cycle_id and cu.unit_id = l.unit_id;
alter table calibration_leaf alter column framework_id set not null,
  add foreign key (authority_id, framework_id) references framework (authority_id, id);

-- Why a sample was closed without whoever conducts it.
alter table calibration add column closed_because text check (closed_because = 'frameworkMoved'),
  add constraint closed_because_when_closed check (closed_because is null or stage = 'closed');
grant update (closed_because) on calibration to parindex_application;
create function samples_end_with_a_move() returns trigger language plpgsql as $$
begin
  update calibration c set stage = 'closed', closed_because = 'frameworkMoved', version = c.version + 1
    where c.authority_id = new.authority_id and c.cycle_id = new.cycle_id and c.stage <> 'closed'
      and exists (select from calibration_leaf l where l.authority_id = c.authority_id and l.calibration_id = c.id and l.framework_id = new.from_framework_id);
  return null;
end $$;
create trigger samples_end_with_a_move after insert on framework_move for each row execute function samples_end_with_a_move();
update calibration c set stage = 'closed', closed_because = 'frameworkMoved', version = c.version + 1
  where c.stage <> 'closed' and exists (select from calibration_leaf l join framework_move m on m.authority_id = l.authority_id and m.cycle_id = l.cycle_id
    and m.from_framework_id = l.framework_id where l.authority_id = c.authority_id and l.calibration_id = c.id and m.moved_at >= c.drawn_at);

-- A document that is no longer lent stays with what was linked to it as it was on that day: what its owner writes or adds later is not the borrower's to read.
create table evidence_kept (
  authority_id uuid not null references authority (id),
  unit_id uuid not null,
  evidence_id uuid not null,
  borrower_id uuid not null,
  title text not null,
  document_number text,
  issued_on date,
  issuer text,
  soft_copy_at timestamptz,
  signed_copy_at timestamptz,
  -- The number of its newest file then; 0 where it had none.
  last_file integer not null check (last_file >= 0),
  kept_at timestamptz not null default now(),
  primary key (authority_id, evidence_id, borrower_id),
  constraint kept_by_another check (borrower_id <> unit_id),
  foreign key (authority_id, unit_id, evidence_id) references evidence (authority_id, unit_id, id) on delete cascade,
  foreign key (authority_id, borrower_id) references unit (authority_id, id)
);
create index evidence_kept_of_borrower on evidence_kept (authority_id, borrower_id);
grant select, insert, delete on evidence_kept to parindex_application;
alter table evidence_kept enable row level security; alter table evidence_kept force row level security;
create policy own_register on evidence_kept using (authority_id = actor_authority()
  and ((select actor_sees_all_units()) or unit_id = any ((select actor_units())::uuid[])));
create policy lent_to_us on evidence_kept for select using (authority_id = actor_authority() and borrower_id = any ((select actor_units())::uuid[]));

-- Documents as the leaves that rest on them have them. Whoever answers for the very leaf goes on keeping its document up to date.
create view linked_document with (security_invoker = true) as
  select s.authority_id, s.cycle_id, s.unit_id, s.node_id, s.evidence_id, e.created_at, k.last_file,
    case when k.evidence_id is null then e.title else k.title end as title,
    case when k.evidence_id is null then e.document_number else k.document_number end as document_number,
    case when k.evidence_id is null then e.issued_on else k.issued_on end as issued_on,
    case when k.evidence_id is null then e.issuer else k.issuer end as issuer,
    case when k.evidence_id is null then e.soft_copy_at else k.soft_copy_at end as soft_copy_at,
    case when k.evidence_id is null then e.signed_copy_at else k.signed_copy_at end as signed_copy_at
  from score_evidence s
  join evidence e on e.authority_id = s.authority_id and e.id = s.evidence_id
  left join evidence_kept k on k.authority_id = s.authority_id and k.evidence_id = s.evidence_id and k.borrower_id = s.unit_id
    and not exists (select from division_leaf l where l.authority_id = s.authority_id and l.cycle_id = s.cycle_id and l.unit_id = s.unit_id
      and l.node_id = s.node_id and l.division_id = e.unit_id);
grant select on linked_document to parindex_application;
