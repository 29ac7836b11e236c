-- Founding signatories whom organizers invite before launch, spreadsheets of them, private previews,
-- and launches to come.

create table founders (
    id bigint primary key,
    letter bigint not null references letters (id),
    -- tag of kind and name, so that nobody is listed twice
    person blob not null,
    -- listed, due (its mail is to be made), invited, accepted, declined
    state ctext not null,
    kind ctext not null,
    country ctext not null,
    -- what they are written to in
    lang ctext not null,
    -- acts::founding::Entry as JSON under the letter's founders' key; empty once the letter launched
    fields blob not null,
    -- none, waiting, approved, refused
    statement ctext not null,
    -- the queued signature of who accepted
    signature bigint references signatures (id),
    -- who invites, as the mail says
    invited_by ctext not null,
    -- mails made: the invitation and its reminders
    mails bigint not null,
    mailed_at bigint,
    -- when a mail server took one, refused one for good, and when the link was opened last
    sent_at bigint,
    bounced_at bigint,
    visited_at bigint,
    answered_at bigint,
    unique (letter, person)
);
create index founders_state on founders (letter, state, id);
create index founders_due on founders (state, id);
create index founders_signature on founders (signature);

-- Their private links, by the SHA-256 of each token: every mail has one of its own.
create table founder_links (
    hash blob primary key,
    founder bigint not null references founders (id)
);
create index founder_links_founder on founder_links (founder);

-- The hours in which a link was opened.
create table founder_visits (
    founder bigint not null references founders (id),
    hour bigint not null,
    primary key (founder, hour)
);

-- Spreadsheets of founders on their way in.
create table founder_tables (
    id bigint primary key,
    letter bigint not null references letters (id),
    organizer bigint not null,
    -- arriving, mapping, checking, checked, importing, done
    state ctext not null,
    -- model::spreadsheet::Shape and its columns as JSON
    shape ctext not null,
    columns ctext not null,
    -- lines dealt with in this state, and what they were
    done bigint not null,
    good bigint not null,
    known bigint not null,
    bad bigint not null,
    added bigint not null,
    made_at bigint not null,
    -- a worker has it until then
    leased_until bigint not null
);
create index founder_tables_letter on founder_tables (letter, id);
create index founder_tables_state on founder_tables (state, leased_until);

-- Their bytes, encrypted under the letter's founders' key.
create table founder_table_parts (
    founder_table bigint not null references founder_tables (id),
    number bigint not null,
    bytes blob not null,
    primary key (founder_table, number)
);

-- What is wrong with which line. Never holds what stands there.
create table founder_table_faults (
    founder_table bigint not null references founder_tables (id),
    line bigint not null,
    number bigint not null,
    field ctext not null,
    problem ctext not null,
    -- the most characters allowed, or the line that names the same
    figure bigint not null,
    primary key (founder_table, line, number)
);

-- Private links to a letter before launch, by the SHA-256 of each token.
create table previews (
    id bigint primary key,
    letter bigint not null references letters (id),
    hash blob not null unique,
    -- whom it was made for
    name ctext not null,
    made_at bigint not null,
    used_at bigint
);
create index previews_letter on previews (letter, id);

-- Launches to come, and why one did not happen.
create table launches (
    letter bigint primary key references letters (id),
    -- unix seconds
    at bigint not null,
    -- IANA name of the zone that it was chosen in
    zone ctext not null,
    organizer bigint not null,
    who ctext not null,
    -- what was missing at the minute, acts::launch::Missing as words; empty while it waits
    missing ctext not null
);
create index launches_at on launches (missing, at);
