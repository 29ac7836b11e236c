-- A letter's own host name. No name leads to two letters.
create table hosts (
    letter bigint primary key references letters (id),
    -- in ASCII and lower case, without a port
    host ctext not null unique,
    -- whether a certificate may be made before the launch, which makes the name public
    early boolean not null
);
