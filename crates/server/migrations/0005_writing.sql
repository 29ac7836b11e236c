-- What is being written, before it is released to be signed.

-- Grows with each change of the settings or of the watch list: a form says which it was made from.
alter table letters add column revision bigint not null default 0;

-- When the text's version came into the record; null for those of the launch.
alter table texts add column released_at bigint;

-- The newest state of each language.
create table drafts (
    letter bigint not null references letters (id),
    lang ctext not null,
    -- from 1; grows with each save
    revision bigint not null,
    -- front matter and Markdown (model::text), perhaps unfinished
    body blob not null,
    -- SHA-256 of the body
    digest blob not null,
    -- the organizer, or the translator's link, and the name at the time
    author bigint not null,
    who ctext not null,
    saved_at bigint not null,
    -- digest of the source that a translation was saved against
    source blob,
    -- saved by the button, or released: what comes next does not take its place
    kept boolean not null,
    primary key (letter, lang)
);

-- States that one can look at and go back to.
create table revisions (
    letter bigint not null references letters (id),
    lang ctext not null,
    revision bigint not null,
    body blob not null,
    digest blob not null,
    who ctext not null,
    saved_at bigint not null,
    primary key (letter, lang, revision)
);
create index revisions_digest on revisions (letter, lang, digest);

-- Private links for outside translators, by the SHA-256 of each token: one language each.
create table translators (
    id bigint primary key,
    letter bigint not null references letters (id),
    lang ctext not null,
    hash blob not null unique,
    -- what owners and editors call the person
    name ctext not null,
    made_at bigint not null,
    expires_at bigint not null,
    used_at bigint
);
create index translators_letter on translators (letter);

-- A new version of a launched letter's texts, until its entry is recorded.
create table releases (
    letter bigint not null references letters (id),
    version bigint not null,
    lang ctext not null,
    body blob not null,
    primary key (letter, version, lang)
);

-- The organizers' logo: made anew from what was uploaded.
create table logos (
    letter bigint primary key references letters (id),
    -- a PNG
    image blob not null,
    -- of the image, as its address has it
    digest ctext not null,
    width bigint not null,
    height bigint not null
);
