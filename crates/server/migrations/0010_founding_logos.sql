-- Logos of organizations and companies that sign, links that are handed to founders, and the keys to
-- which founders' contacts are sealed.

-- Before the launch: the logo of a founder who accepted.
create table founder_logos (
    founder bigint primary key references founders (id),
    -- grows with time; another for each picture
    id bigint not null,
    -- waiting, approved, refused
    state ctext not null,
    -- made anew from what was uploaded, under the letter's founders' key
    image blob not null,
    width bigint not null,
    height bigint not null
);

-- After it: of each signature one that is shown, and one that waits for a moderator.
create table signatory_logos (
    signature bigint not null references signatures (id),
    -- held (its picture encrypted under key_name), shown
    state ctext not null,
    id bigint not null unique,
    letter bigint not null references letters (id),
    key_name ctext not null,
    image blob not null,
    -- of what is shown: SHA-256 in hexadecimal, cut short
    digest ctext not null,
    width bigint not null,
    height bigint not null,
    expires_at bigint,
    primary key (signature, state)
);
create index signatory_logos_letter on signatory_logos (letter, state, id);
create index signatory_logos_digest on signatory_logos (letter, digest);

-- How often what is shown of them changed in a letter, and how many pictures were taken away.
create table logo_changes (
    letter bigint primary key references letters (id),
    changes bigint not null,
    gone bigint not null
);

-- Whether an organizer handed it over: of each founder one such link leads anywhere.
alter table founder_links add column handed boolean not null default false;

-- Whether a mail can go to them, and when a link was last made to be handed to them.
alter table founders add column addressed boolean not null default true;
alter table founders add column handed_at bigint;
-- The recipients that their contact was sealed to, in order, with spaces between; empty where they did
-- not accept, or accepted before this was noted.
alter table founders add column sealed_to ctext not null default '';
update founders set addressed = false where state in ('accepted', 'declined');
-- Of the good lines, those without an address.
alter table founder_tables add column unaddressed bigint not null default 0;
