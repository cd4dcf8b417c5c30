--liquibase formatted sql

--changeset assay:202611252110-rate-bucket
-- How many calls the nodes have taken for a caller out of a window's quota. Global, since it is asked for before any work is done.
create table rate_bucket (
    employer_id  uuid        not null references employer (id),
    caller       text        not null,
    policy       text        not null,
    window_start timestamptz not null,
    taken        bigint      not null,
    primary key (employer_id, caller, policy)
);
grant select, insert, update on rate_bucket to assay_web;
grant select, delete on rate_bucket to assay_worker;
--rollback drop table rate_bucket;
