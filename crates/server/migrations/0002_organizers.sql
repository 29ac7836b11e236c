-- People who run letters, how they get in, and what they did.

create table organizers (
    id bigint primary key,
    -- what passkeys know them by: 16 random bytes
    handle blob not null unique,
    name ctext not null,
    -- may make letters on this server
    makes_letters boolean not null,
    -- SHA-256 of the printed recovery code, while there is one
    recovery blob unique
);

-- Who may do what with a letter: owner, editor, moderator, press.
create table roles (
    letter bigint not null references letters (id),
    organizer bigint not null references organizers (id),
    role ctext not null,
    primary key (letter, organizer)
);
create index roles_organizer on roles (organizer);

-- One-time links: the SHA-256 of each token, and what it opens.
create table invitations (
    hash blob primary key,
    -- who gets another passkey by it; null where it is for somebody new
    organizer bigint references organizers (id),
    name ctext not null,
    -- null where it lets its holder make letters
    letter bigint references letters (id),
    role ctext not null,
    expires_at bigint not null
);
create index invitations_letter on invitations (letter);

create table passkeys (
    id bigint primary key,
    organizer bigint not null references organizers (id),
    -- the authenticator's own name for it
    credential blob not null unique,
    -- the organizer's name for it
    name ctext not null,
    -- public key and counter: webauthn_rs::prelude::Passkey as JSON
    key ctext not null,
    used_at bigint not null
);
create index passkeys_organizer on passkeys (organizer);

-- Challenges that wait for an authenticator's answer, by the SHA-256 of a token; each is taken once.
create table ceremonies (
    hash blob primary key,
    -- sign-in, fresh, passkey, invitation
    kind ctext not null,
    -- the session or the invitation that it belongs to; empty for sign-in
    bound_to blob not null,
    -- webauthn_rs's state as JSON
    state ctext not null,
    expires_at bigint not null
);
create index ceremonies_expiry on ceremonies (expires_at);

-- Open sessions, by the SHA-256 of the cookie's token.
create table sessions (
    id bigint primary key,
    hash blob not null unique,
    organizer bigint not null references organizers (id),
    -- the browser's family, for telling sessions apart
    browser ctext not null,
    begun_at bigint not null,
    seen_at bigint not null,
    -- when a passkey last answered in it
    fresh_at bigint not null
);
create index sessions_organizer on sessions (organizer);

-- What organizers did. Never names a signatory or an address.
create table trail (
    id bigint primary key,
    at bigint not null,
    -- null where it concerns the organizer's own access
    letter bigint references letters (id),
    -- null for the operator
    organizer bigint references organizers (id),
    who ctext not null,
    act ctext not null,
    what ctext not null
);
create index trail_letter on trail (letter, id);
create index trail_organizer on trail (organizer, id);
