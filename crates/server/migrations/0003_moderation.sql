-- Where a featured statement stands among the others; of equals the newest is first.
alter table statements add column place bigint not null default 0;

-- Few statements are featured, and each look at the letters asks which.
create index statements_featured on statements (letter, id) where featured;

-- Rules that moderators keep: what a rule looks for (model::criteria::Criteria as JSON), and whether
-- it holds what is still to come.
create table rules (
    id bigint primary key,
    letter bigint not null references letters (id),
    name ctext not null,
    criteria ctext not null,
    holds boolean not null
);
create index rules_letter on rules (letter, id);

-- A rule, run over the signatures that stand: it removes those that were picked.
create table runs (
    id bigint primary key,
    letter bigint not null references letters (id),
    rule_name ctext not null,
    -- word of the entries' reason
    reason ctext not null,
    -- gathering, waiting (it can be undone as a whole until due_at), running, done, undone
    state ctext not null,
    due_at bigint not null,
    picked bigint not null,
    removed bigint not null
);
create index runs_letter on runs (letter, id);
create index runs_state on runs (state, due_at);

-- What a run has still to remove.
create table picks (
    run bigint not null references runs (id),
    signature bigint not null references signatures (id),
    primary key (run, signature)
);
