--liquibase formatted sql

--changeset assay:202611260735-partner
-- Job boards, each a client of Keycloak. They are asked for before an employer is known, so the table is global. One without
-- an employer is the operator's, and any employer may grant it something.
create table partner (
    id          uuid        primary key,
    employer_id uuid references employer (id),
    client_id   text        not null unique,
    subject     uuid        not null unique,
    name        text        not null,
    disabled    boolean     not null,
    version     int         not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null
);
grant select, insert, update on partner to assay_web;
grant select, insert on partner to assay_worker;
--rollback drop table partner;

--changeset assay:202611260735-partner-grant
-- What a partner may do at an employer, read on each of its calls before one is known; without jobs it is for all of them.
create table partner_grant (
    employer_id uuid        not null references employer (id),
    partner_id  uuid        not null references partner (id),
    permissions text[]      not null,
    jobs        uuid[],
    version     int         not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    primary key (employer_id, partner_id)
);
create index partner_grant_partner on partner_grant (partner_id);
grant select, insert, update, delete on partner_grant to assay_web;
grant select, insert on partner_grant to assay_worker;
--rollback drop table partner_grant;

--changeset assay:202611260735-posting
-- Whose job it is that was ever open: partners name a job by its id alone.
create table posting (
    job_id      uuid primary key,
    employer_id uuid not null references employer (id)
);
grant select, insert on posting to assay_web, assay_worker;
--rollback drop table posting;

--changeset assay:202611260735-posting-of-before
insert into posting (job_id, employer_id) select id, employer_id from job where status <> 'draft';
--rollback delete from posting;
