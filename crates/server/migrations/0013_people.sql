-- Who runs letters, and what they did.

-- What a line of the trail is about, as parts that each reader gets in their language (model::trail::What as
-- JSON). Null for lines from before, whose `what` is text.
alter table trail add column parts ctext;

-- The letters that a line without one belongs to: those in which whoever signed in, or changed their access, had a
-- role then. Of lines from before it is known only who has one now.
create table trail_letters (
    letter bigint not null references letters (id),
    line bigint not null references trail (id),
    primary key (letter, line)
);
create index trail_letters_line on trail_letters (line);
insert into trail_letters (letter, line)
select r.letter, t.id from trail t join roles r on r.organizer = t.organizer where t.letter is null;

-- What to revoke an invitation by, and the owner who made it: it goes when they own the letter no longer. Null
-- where the operator made it, or a recovery code.
alter table invitations add column id bigint not null default 0;
alter table invitations add column inviter bigint references organizers (id);
update invitations set id = (select count(*) from invitations other where other.hash <= invitations.hash);
create unique index invitations_id on invitations (id);
create index invitations_inviter on invitations (inviter);
create index invitations_organizer on invitations (organizer);
