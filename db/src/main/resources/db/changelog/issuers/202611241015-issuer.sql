--liquibase formatted sql

--changeset assay:202611241015-issuer
create table issuer (
    employer_id  uuid        not null references employer (id),
    id           uuid        not null,
    name         text        not null,
    tier         text        not null check (tier in ('recognised', 'trusted', 'known', 'blocked')),
    organisation text,
    achievements text[]      not null,
    valid_from   timestamptz,
    valid_until  timestamptz,
    note         text,
    version      int         not null,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    primary key (employer_id, id)
);

alter table issuer enable row level security;
create policy tenant on issuer
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, update on issuer to assay_web, assay_worker;
--rollback drop table issuer;

--changeset assay:202611241015-issuer-identifier
create table issuer_identifier (
    employer_id uuid not null,
    identifier  text not null,
    issuer_id   uuid not null,
    primary key (employer_id, identifier),
    foreign key (employer_id, issuer_id) references issuer (employer_id, id)
);
create index issuer_identifier_issuer on issuer_identifier (employer_id, issuer_id);

alter table issuer_identifier enable row level security;
create policy tenant on issuer_identifier
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, update, delete on issuer_identifier to assay_web, assay_worker;
--rollback drop table issuer_identifier;
