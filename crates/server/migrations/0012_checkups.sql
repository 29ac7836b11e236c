-- When `undersigned doctor` last ran, and what it found: words of model::checkup::Part, apart by
-- spaces. One row.
create table checkups (
    one bigint primary key check (one = 1),
    at bigint not null,
    wrong ctext not null,
    warnings ctext not null,
    unchecked ctext not null
);

-- Knocks of `undersigned doctor` at the site's public address, by the SHA-256 of each: only a server
-- on this database knows the answer.
create table knocks (
    hash blob primary key,
    answer ctext not null,
    at bigint not null
);
