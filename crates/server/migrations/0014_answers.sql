-- What founders agreed to.

-- The version of the text that they accepted; null where they did not.
alter table founders add column version bigint;
update founders set version =
    (select max(t.version) from texts t where t.letter = founders.letter and exists
     (select 1 from queue q
      where q.signature = founders.signature and q.act like '%"version":' || t.version || ',%'))
where state = 'accepted';

-- The mail that a link goes out with.
alter table founder_links add column mail bigint;
