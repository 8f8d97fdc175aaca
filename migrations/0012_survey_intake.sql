-- Answers. No table here names a person, a link or a moment; what an answer arrives with stays in the intake until at least nineteen others stand
-- beside it, and everything is written anew, in one transaction and shuffled, when the survey is closed.

-- Links by which one answers. Of the token only its hash is kept; the whole table of a survey is emptied when it is closed.
create table survey_link (
  authority_id uuid not null references authority (id),
  survey_id uuid not null,
  token_hash bytea not null unique check (length(token_hash) = 32),
  unit_id uuid not null,
  respondent_group text not null,
  channel text not null check (channel in ('link', 'open', 'kiosk', 'interview')),
  -- How many answers may come by it (1: one-time), and how many came. No moment, no order.
  most integer not null check (most between 1 and 1000000),
  taken integer not null default 0 check (taken between 0 and most),
  -- The sheet it was printed on; what is handed out together.
  sheet text not null default '',
  -- Whoever got it, while reminders are sent.
  respondent_id uuid,
  primary key (authority_id, survey_id, token_hash),
  foreign key (authority_id, survey_id, unit_id, respondent_group)
    references survey_stratum (authority_id, survey_id, unit_id, respondent_group),
  foreign key (authority_id, respondent_id) references survey_respondent (authority_id, id)
);
create index survey_link_of_respondent on survey_link (authority_id, respondent_id) where respondent_id is not null;

-- A response that just came. It leaves within a batch of at least twenty, in an order of chance, under another number.
create table survey_intake (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null references authority (id),
  survey_id uuid not null,
  unit_id uuid not null,
  respondent_group text not null,
  channel text not null,
  came_on date not null,
  too_fast boolean not null,
  answers int2[] not null,
  -- Words by question: [{"question","text"}].
  words jsonb not null default '[]'
);
create index survey_intake_by_survey on survey_intake (survey_id);

-- What makes a response that is sent twice count once, where its link takes several: a number that the page made up, hashed.
create table survey_receipt (
  authority_id uuid not null references authority (id),
  survey_id uuid not null,
  receipt_hash bytea not null check (length(receipt_hash) = 32),
  primary key (survey_id, receipt_hash)
);

-- Answers so far of somebody who takes a break, sealed with a key that only the link holds; found by another hash of it than the link is.
create table survey_draft (
  draft_hash bytea primary key check (length(draft_hash) = 32),
  authority_id uuid not null references authority (id),
  survey_id uuid not null,
  sealed bytea not null check (length(sealed) <= 200000),
  kept_on date not null default current_date
);
create index survey_draft_by_survey on survey_draft (survey_id);

-- One row per response: small whole numbers in the order of the questionnaire's columns. `id` is made when the row is written and says nothing.
create table survey_response (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null references authority (id),
  survey_id uuid not null,
  unit_id uuid not null,
  respondent_group text not null,
  channel text not null,
  came_on date not null,
  too_fast boolean not null,
  answers int2[] not null,
  foreign key (authority_id, survey_id, unit_id, respondent_group)
    references survey_stratum (authority_id, survey_id, unit_id, respondent_group)
);
create index survey_response_by_survey on survey_response (authority_id, survey_id, unit_id);

-- Words that were written freely, each by itself: they lead to no other answer of the same person.
create table survey_words (
  id uuid primary key default gen_random_uuid(),
  authority_id uuid not null references authority (id),
  survey_id uuid not null,
  unit_id uuid not null,
  respondent_group text not null,
  question text not null,
  -- Null once redacted.
  text text,
  search text generated always as (fold(coalesce(text, ''))) stored,
  foreign key (authority_id, survey_id, unit_id, respondent_group)
    references survey_stratum (authority_id, survey_id, unit_id, respondent_group)
);
create index survey_words_by_question on survey_words (authority_id, survey_id, question, id);

-- Counted answers per unit and group, brought up to date with every batch; what a tabulation reads.
create table survey_tally (
  authority_id uuid not null references authority (id),
  survey_id uuid not null,
  unit_id uuid not null,
  respondent_group text not null,
  responses integer not null,
  counters int8[] not null,
  primary key (authority_id, survey_id, unit_id, respondent_group),
  foreign key (authority_id, survey_id, unit_id, respondent_group)
    references survey_stratum (authority_id, survey_id, unit_id, respondent_group)
);

grant select, insert, update, delete on survey_link, survey_draft, survey_tally to parindex_application;
grant select, insert, delete on survey_intake, survey_receipt, survey_response, survey_words to parindex_application;
grant update (text) on survey_words to parindex_application;

alter table survey_link enable row level security; alter table survey_link force row level security;
create policy own_authority on survey_link using (authority_id = actor_authority());
create policy answering on survey_link using (acts_for('survey'));
alter table survey_intake enable row level security; alter table survey_intake force row level security;
create policy own_authority on survey_intake using (authority_id = actor_authority());
-- Whoever answers puts in and never sees.
create policy answering on survey_intake for insert with check (acts_for('survey'));
alter table survey_receipt enable row level security; alter table survey_receipt force row level security;
create policy own_authority on survey_receipt using (authority_id = actor_authority());
create policy answering on survey_receipt using (acts_for('survey'));
alter table survey_draft enable row level security; alter table survey_draft force row level security;
create policy own_authority on survey_draft using (authority_id = actor_authority());
create policy answering on survey_draft using (acts_for('survey'));
alter table survey_response enable row level security; alter table survey_response force row level security;
create policy own_authority on survey_response using (authority_id = actor_authority());
alter table survey_words enable row level security; alter table survey_words force row level security;
create policy own_authority on survey_words using (authority_id = actor_authority());
alter table survey_tally enable row level security; alter table survey_tally force row level security;
create policy own_authority on survey_tally using (authority_id = actor_authority());

-- Whoever answers sees whom it is about and who asks, by name.
create policy answering on unit for select using (acts_for('survey'));
create policy answering on authority for select using (acts_for('survey'));
