-- Links that are handed to founders end with who made them.

-- Who handed it over. Null where a mail carries it, and for those from before.
alter table founder_links add column organizer bigint references organizers (id);

-- Whoever accepted, and has a link in a mail, manages the signature by that one alone.
delete from links where hash in
    (select l.hash from founder_links l join founders f on f.id = l.founder join letters t on t.id = f.letter
     where l.handed and t.state = 'draft' and f.mails > 0);
delete from founder_links where handed and founder in
    (select f.id from founders f join letters t on t.id = f.letter
     where t.state = 'draft' and f.mails > 0 and f.signature is not null);
