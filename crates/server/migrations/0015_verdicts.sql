-- What a run does with what it picked (model::Verdict): remove, approve or reject.
alter table runs add column verdict ctext not null default 'remove';
alter table runs rename column removed to done;

-- Which rule it is of, and who began it, for the trail: null where the operator did.
alter table runs add column rule bigint not null default 0;
alter table runs add column organizer bigint;
alter table runs add column who ctext not null default '';

-- What a run has still to decide about of what waits. Others may decide first, so that the submission may be gone.
create table held_picks (
    run bigint not null references runs (id),
    submission bigint not null,
    primary key (run, submission)
);
