--liquibase formatted sql

--changeset assay:202611240001-employer
-- An employer is found before a tenant is known, so the table is global and has no policy.
create table employer (
    id uuid not null,
    alias text not null,
    name text not null,
    organization_id text,
    created_at timestamptz not null,
    constraint employer_pk primary key (id),
    constraint employer_alias_key unique (alias),
    constraint employer_organization_id_key unique (organization_id)
);
--rollback drop table employer;
