-- What happened on each day, counted; never who. `shard` spreads what everybody counts over a few
-- rows, so that nodes don't wait for each other.
create table tallies (
    letter bigint not null references letters (id),
    -- days since 1970-01-01, UTC
    day bigint not null,
    -- sent, confirmed, signed, left, mailed, refused
    what ctext not null,
    shard bigint not null,
    number bigint not null,
    primary key (letter, day, what, shard)
);

-- What was signed before this was counted. The day that somebody left was not kept: theirs is the day that
-- they came.
insert into tallies (letter, day, what, shard, number)
select letter, signed_at / 86400, 'signed', 0, count(*) from signatures
where signed_at is not null group by letter, signed_at / 86400;
insert into tallies (letter, day, what, shard, number)
select letter, signed_at / 86400, 'left', 0, count(*) from signatures
where signed_at is not null and state = 'gone' group by letter, signed_at / 86400;

-- Few have more than a mailbox to show, so that counting them costs little.
create index signatures_proven on signatures (letter, level) where state = 'live' and level <> 'mailbox';
