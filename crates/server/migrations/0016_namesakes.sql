-- Founders of one name, forms of spreadsheets that have moved on, and founders' statements on the letter's page.

-- Tag of kind and name as they were listed. `person` is the same, and of a second of one name `details`.
alter table founders add column named blob;
-- Tag of all that they were listed with but the language; null for those from before.
alter table founders add column details blob;
update founders set named = person;
create index founders_named on founders (letter, named);
-- Whether their approved statement is to stand on the letter's page from the launch on, and where among those.
alter table founders add column featured boolean not null default false;
alter table founders add column place bigint not null default 0;

-- Grows with every form that changed it: one that was made before changes nothing.
alter table founder_tables add column revision bigint not null default 0;
-- Of the good lines, those that name somebody of a name that is there, with other details.
alter table founder_tables add column namesakes bigint not null default 0;
-- Whether such a line was said to name another person.
alter table founder_table_faults add column another boolean not null default false;
