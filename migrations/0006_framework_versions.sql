-- Which framework another was made out of, or is compared with; what became of its rows stands in the document (codeMap).
alter table framework add column based_on uuid;
alter table framework add constraint framework_based_on foreign key (authority_id, based_on) references framework (authority_id, id);
create index framework_of_base on framework (authority_id, based_on) where based_on is not null;
