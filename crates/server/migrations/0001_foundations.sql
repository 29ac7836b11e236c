-- Times are unix seconds, UTC. Ids are made by the program and grow with time. `ctext` is text
-- that sorts by code points, `blob` is bytes (both are domains on PostgreSQL). Tags and token
-- hashes are 32 bytes. What is encrypted says so.

create table letters (
    id bigint primary key,
    slug ctext not null unique,
    origin ctext not null unique,
    -- draft, open, closed
    state ctext not null,
    -- the letter's settings as JSON: languages, organizers, dates (model::letter::Settings)
    settings ctext not null,
    -- the log's public key as a note vkey
    vkey ctext not null,
    opened_at bigint
);

create table texts (
    letter bigint not null references letters (id),
    version bigint not null,
    lang ctext not null,
    body blob not null,
    primary key (letter, version, lang)
);

-- The age recipients that contacts are sealed to, and whether each has opened a test contact.
create table recipients (
    letter bigint not null references letters (id),
    recipient ctext not null,
    test_contact blob not null,
    code_hash blob not null,
    tested_at bigint,
    primary key (letter, recipient)
);

-- Names that a moderator sees before anybody else does, folded.
create table watched (
    letter bigint not null references letters (id),
    name ctext not null,
    primary key (letter, name)
);

-- What was sent and waits: for its mailbox to confirm (`new`), or for a moderator (`held`).
create table submissions (
    id bigint primary key,
    letter bigint not null references letters (id),
    state ctext not null,
    -- the signature that this would correct, if it is a correction
    corrects bigint,
    person blob not null,
    mailbox blob not null,
    -- name of the key that `fields` is encrypted under
    key_name ctext not null,
    fields blob not null,
    -- an age file, sealed to the letter's recipients
    contact blob not null,
    expires_at bigint not null
);
create index submissions_expiry on submissions (expires_at);
create index submissions_held on submissions (letter, state, id);
create index submissions_corrects on submissions (corrects);

create table signatures (
    id bigint primary key,
    letter bigint not null references letters (id),
    -- queued, live, leaving (its withdrawal is queued), gone
    state ctext not null,
    kind ctext not null,
    country ctext not null,
    level ctext not null,
    founding boolean not null,
    -- unique among live signatures; null once withdrawn
    person blob,
    mailbox blob,
    -- index of the `sign` entry, and of the entry that carries the current opening
    idx bigint,
    opened_by bigint,
    -- hour of the `sign` entry
    signed_at bigint,
    unique (letter, person),
    unique (letter, idx)
);
create index signatures_roll on signatures (letter, state, kind, idx);
create index signatures_country on signatures (letter, state, country, kind, idx);
create index signatures_recent on signatures (letter, state, idx);
create index signatures_mailbox on signatures (letter, mailbox);

-- At most three live individual signatures for a mailbox: one row for each, numbered 1 to 3.
create table slots (
    letter bigint not null references letters (id),
    mailbox blob not null,
    number bigint not null,
    signature bigint not null references signatures (id),
    primary key (letter, mailbox, number)
);
create index slots_signature on slots (signature);

-- Private links: the SHA-256 of each token, and what it leads to.
create table links (
    hash blob primary key,
    letter bigint not null references letters (id),
    submission bigint,
    signature bigint
);
create index links_submission on links (submission);
create index links_signature on links (signature);

-- The salted public fields behind the commitments. `idx` is the index of the entry that carries
-- the commitment, null while that entry waits.
create table openings (
    id bigint primary key,
    letter bigint not null references letters (id),
    signature bigint not null references signatures (id),
    idx bigint,
    salt blob not null,
    opening blob not null
);
create index openings_index on openings (letter, idx);
create index openings_signature on openings (signature);

-- Sealed contacts: age files.
create table contacts (
    id bigint primary key,
    signature bigint not null references signatures (id),
    file blob not null
);
create index contacts_signature on contacts (signature);

-- Who asked by List-Unsubscribe to get no updates.
create table no_updates (
    letter bigint not null references letters (id),
    mailbox blob not null,
    primary key (letter, mailbox)
);

create table statements (
    id bigint primary key,
    letter bigint not null references letters (id),
    signature bigint not null references signatures (id),
    -- held (words encrypted under key_name), approved, live
    state ctext not null,
    featured boolean not null,
    key_name ctext not null,
    words blob not null,
    salt blob not null,
    idx bigint,
    expires_at bigint
);
create index statements_state on statements (letter, state, id);
create index statements_signature on statements (signature);
create index statements_index on statements (letter, idx);

-- Organizations, companies and founding signatories in the order of each language.
create table listing (
    letter bigint not null references letters (id),
    lang ctext not null,
    kind ctext not null,
    country ctext not null,
    founding boolean not null,
    key blob not null,
    signature bigint not null references signatures (id),
    primary key (letter, lang, kind, key, signature)
);
create index listing_country on listing (letter, lang, kind, country, key, signature);
create index listing_founding on listing (letter, lang, founding, kind, key, signature);
create index listing_signature on listing (signature);

-- Folded words of the names shown, for search by prefix.
create table terms (
    letter bigint not null references letters (id),
    term ctext not null,
    signature bigint not null references signatures (id),
    primary key (letter, term, signature)
);
create index terms_signature on terms (signature);

-- Partners' codes, counted only in sum.
create table partners (
    letter bigint not null references letters (id),
    via ctext not null,
    signatures bigint not null,
    primary key (letter, via)
);

-- The recorder's queue: what is to become an entry. `act` is recorder::queue::Act as JSON.
create table queue (
    id bigint primary key,
    letter bigint not null references letters (id),
    signature bigint,
    act ctext not null
);
create index queue_letter on queue (letter, id);

create table entries (
    letter bigint not null references letters (id),
    idx bigint not null,
    entry blob not null,
    primary key (letter, idx)
);

-- Hash tiles; the rightmost of each level grows.
create table tiles (
    letter bigint not null references letters (id),
    level bigint not null,
    idx bigint not null,
    hashes blob not null,
    primary key (letter, level, idx)
);

create table heads (
    letter bigint primary key references letters (id),
    size bigint not null,
    root blob not null,
    -- hour of the newest entry
    hour bigint not null,
    -- when this head was committed
    moved_at bigint not null,
    -- the public figures at this size, as JSON
    figures ctext not null
);

-- Mails to send: address, words' inputs and token, encrypted under key_name.
create table mail_jobs (
    id bigint primary key,
    letter bigint not null references letters (id),
    mailbox blob not null,
    person blob,
    submission bigint,
    key_name ctext not null,
    payload blob not null,
    attempts bigint not null,
    due_at bigint not null,
    -- a worker has it until then
    leased_until bigint not null
);
create index mail_jobs_due on mail_jobs (due_at);
create index mail_jobs_mailbox on mail_jobs (letter, mailbox);

-- Mails sent, for the cap; and mailboxes that said "It wasn't me".
create table mails_sent (
    id bigint primary key,
    letter bigint not null references letters (id),
    mailbox blob not null,
    sent_at bigint not null
);
create index mails_sent_mailbox on mails_sent (letter, mailbox, sent_at);
create table mail_stops (
    letter bigint not null references letters (id),
    mailbox blob not null,
    until bigint not null,
    primary key (letter, mailbox)
);
create table bounces (
    id bigint primary key,
    token_hash blob not null,
    code bigint not null,
    at bigint not null
);
