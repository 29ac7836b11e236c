-- Signatures whose level of proof was found at their domain, and when to look there again.
create table proofs (
    signature bigint primary key references signatures (id),
    letter bigint not null references letters (id),
    -- dns or well-known
    method ctext not null,
    -- the level that it falls back to
    before ctext not null,
    -- when there last was an answer, and how many answers in a row were without the proof
    checked_at bigint not null,
    absent bigint not null,
    -- when to look again; the node that does has it until then
    due_at bigint not null,
    leased_until bigint not null
);
create index proofs_due on proofs (due_at);

-- Where mails come back to: the SHA-256 of the token in a mail's return path, and that of the link in it.
create table return_paths (
    hash blob primary key,
    token_hash blob not null,
    letter bigint not null references letters (id),
    sent_at bigint not null
);
create index return_paths_sent on return_paths (sent_at);

-- null where a mail came back before this was known
alter table bounces add column letter bigint references letters (id);
create index bounces_letter on bounces (letter);
