-- Which blanks [[:space:]] knows depends on the database's locale: under C.UTF-8 a non-breaking one passed for a reason.
-- Here stand the blanks that the core takes for nothing, whatever the locale.
create function is_written(words text) returns boolean language sql immutable parallel safe
  return words ~ '[^\u0009-\u000d\u0020\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]';

alter table score
  drop constraint reason_when_less,
  add constraint reason_when_less check (points is null or claimed_points is null or points >= claimed_points
    or is_written(coalesce(reason, ''))),
  drop constraint basis_when_not_applicable,
  add constraint basis_when_not_applicable check (status <> 'notApplicable' or inputs is not null
    or is_written(coalesce(explanation, '') || coalesce(reason, '')));

alter table explanation
  drop constraint dispute_is_explained,
  add constraint dispute_is_explained check (answer is distinct from 'disputed' or is_written(coalesce(explanation, '')));

alter table declared_interest
  drop constraint declared_interest_reason_check,
  add constraint declared_interest_reason_check check (is_written(reason)),
  drop constraint waiver_has_reason,
  add constraint waiver_has_reason check ((waived_by is null) = (waiver_reason is null) and (waived_by is null) = (waived_at is null)
    and is_written(coalesce(waiver_reason, 'x')));

alter table deadline_extension
  drop constraint deadline_extension_reason_check,
  add constraint deadline_extension_reason_check check (is_written(reason));

alter table petition
  drop constraint petition_request_check,
  add constraint petition_request_check check (is_written(request)),
  drop constraint answered_whole,
  add constraint answered_whole check ((outcome is null) = (answered_at is null) and (outcome is null) = (answered_by is null)
    and (outcome is null or is_written(coalesce(answer, ''))));

alter table scenario drop constraint scenario_name_check, add constraint scenario_name_check check (is_written(name));
alter table paper_basis
  drop constraint paper_basis_document_type_check,
  add constraint paper_basis_document_type_check check (is_written(document_type));
alter table improvement_plan
  drop constraint improvement_plan_title_check,
  add constraint improvement_plan_title_check check (is_written(title));
