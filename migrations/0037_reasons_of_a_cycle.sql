-- Reasons used before are offered with every decision: they are looked for among the scores that have one, not among all of a province.
create index score_with_reason on score (authority_id, cycle_id, reason) where reason is not null and round <> 'claimed';
