--liquibase formatted sql

--changeset assay:202611260740-saved-search
-- What somebody looks for again and again: fields of fixed values, never words, which could name a person.
create table saved_search (
    employer_id uuid        not null references employer (id),
    id          uuid        not null,
    owner       text        not null check (owner like 'person:%'),
    name        text        not null,
    list        text        not null check (list in ('applications', 'candidates', 'jobs')),
    filter      jsonb       not null,
    sort        text,
    shared      boolean     not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    version     int         not null,
    primary key (employer_id, id)
);
create index saved_search_of on saved_search (employer_id, owner, id);
create index saved_search_shared on saved_search (employer_id, id) where shared;

alter table saved_search enable row level security;
create policy tenant on saved_search
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, update, delete on saved_search to assay_web;
grant select on saved_search to assay_worker;
--rollback drop table saved_search;
