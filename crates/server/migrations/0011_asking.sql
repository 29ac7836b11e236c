-- Where what is held can be asked: the address, under a key of its own (a file of the key directory). Gone with
-- the submission, as soon as it is decided.
create table reaches (
    submission bigint primary key references submissions (id) on delete cascade,
    -- acts::signing::Reach as JSON, encrypted
    address blob not null
);

-- What moderators ask about what is held, at most two questions each. Gone with the submission too.
create table questions (
    submission bigint not null references submissions (id) on delete cascade,
    -- from 1
    number bigint not null,
    -- name of the key that `words` is under: model::Question as JSON, encrypted
    key_name ctext not null,
    words blob not null,
    -- SHA-256 of the token in the mail; null where none could be sent
    link blob,
    asked_at bigint not null,
    -- the answer, encrypted likewise
    answer_key ctext,
    answer blob,
    answered_at bigint,
    primary key (submission, number)
);

-- How organizers know whom they vouch for: public, with the signature.
create table vouchings (
    signature bigint primary key references signatures (id) on delete cascade,
    note ctext not null,
    -- BCP 47 tag of the note
    lang ctext not null,
    at bigint not null
);
