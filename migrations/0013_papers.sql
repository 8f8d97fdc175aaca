-- Official papers of an authority: drafts, and the register of what was issued with the documents it rests on.

create table paper (
  id uuid primary key,
  authority_id uuid not null references authority (id),
  -- A kind of src/language/reports/paper-kind-words.ts.
  kind text not null check (kind <> ''),
  cycle_id uuid,
  unit_id uuid,
  unit_group text,
  -- PaperDetails and the facts of the kind, as far as they are filled.
  details jsonb not null check (jsonb_typeof(details) = 'object'),
  facts jsonb not null check (jsonb_typeof(facts) = 'object'),
  -- Given when it is issued; from then on `report` is what it says, whatever happens to the figures.
  number integer check (number > 0),
  symbol text,
  issued_on date,
  signer text,
  summary text,
  report jsonb,
  issued_at timestamptz,
  issued_by uuid references person (id),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid references person (id),
  changed_at timestamptz not null default now(),
  constraint issued_whole check (num_nonnulls(issued_at, issued_by, issued_on, report, summary) in (0, 5)
    and (issued_at is not null or number is null)),
  unique (authority_id, id),
  foreign key (authority_id, cycle_id) references cycle (authority_id, id) on delete cascade,
  foreign key (authority_id, unit_id) references unit (authority_id, id)
);
create index paper_newest on paper (authority_id, created_at desc, id desc);
create index paper_of_cycle on paper (authority_id, cycle_id);

-- Documents that a paper rests on, in their order.
create table paper_basis (
  authority_id uuid not null references authority (id),
  paper_id uuid not null,
  position integer not null check (position > 0),
  document_type text not null check (document_type ~ '[^[:space:]]'),
  number text not null default '',
  issued_on date,
  issuer text not null default '',
  title text not null default '',
  primary key (authority_id, paper_id, position),
  foreign key (authority_id, paper_id) references paper (authority_id, id) on delete cascade
);

create function issued_stays() returns trigger language plpgsql as $$
begin
  if old.issued_at is null then
    if tg_op = 'DELETE' then return old; end if;
    return new;
  end if;
  raise exception 'an issued paper does not change' using errcode = 'restrict_violation';
end $$;
create trigger issued_stays before update or delete on paper for each row execute function issued_stays();

grant select, insert, delete on paper to parindex_application;
grant update (details, facts, number, symbol, issued_on, signer, summary, report, issued_at, issued_by, version, changed_at) on paper to parindex_application;
grant select, insert, delete on paper_basis to parindex_application;

-- Papers are of the whole authority: whoever sees single units alone sees none of them.
alter table paper enable row level security; alter table paper force row level security;
create policy whole_authority on paper using (authority_id = actor_authority() and (select actor_sees_all_units()));
alter table paper_basis enable row level security; alter table paper_basis force row level security;
create policy whole_authority on paper_basis using (authority_id = actor_authority() and (select actor_sees_all_units()));
