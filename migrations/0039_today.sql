-- The day it is in Viet Nam, which has one zone. current_date is the day of the server's own zone, seven hours late there: roles, units and terms would
-- begin and end at seven in the morning.
create function today() returns date language sql stable parallel safe return (now() at time zone 'Asia/Ho_Chi_Minh')::date;

alter table survey_draft alter column kept_on set default today();
alter table evidence alter column retain_until set default (today() + interval '10 years')::date;
create or replace function evidence_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.retain_until >= today() then
    raise exception 'a document is kept until its retention ends' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'UPDATE' and new.retain_until < old.retain_until then
    raise exception 'the retention of a document is never shortened' using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$;
