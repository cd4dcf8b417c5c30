--liquibase formatted sql

--changeset assay:202611241030-credential
create table credential (
    employer_id     uuid        not null references employer (id),
    id              uuid        not null,
    application_id  uuid        not null,
    candidate_id    uuid        not null,
    sealed          bytea       not null,
    digest          bytea       not null,
    media_type      text        not null,
    issuer_id       text,
    submitted_at    timestamptz not null,
    withdrawn_at    timestamptz,
    verification_id uuid        not null,
    primary key (employer_id, id),
    foreign key (employer_id, application_id) references application (employer_id, id),
    foreign key (employer_id, candidate_id) references candidate (employer_id, id)
);
create index credential_of_application on credential (employer_id, application_id);
create index credential_of_issuer on credential (employer_id, issuer_id);

alter table credential enable row level security;
create policy tenant on credential
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, update on credential to assay_web, assay_worker;
--rollback drop table credential;

--changeset assay:202611241030-credential-verification
create table credential_verification (
    employer_id    uuid        not null,
    id             uuid        not null,
    credential_id  uuid        not null,
    verified_at    timestamptz not null,
    outcome        text        not null check (outcome in ('verified', 'failed', 'indeterminate')),
    schema_version int         not null,
    report         jsonb       not null,
    primary key (employer_id, id),
    foreign key (employer_id, credential_id) references credential (employer_id, id)
);
create index credential_verification_of on credential_verification (employer_id, credential_id, verified_at);

alter table credential_verification enable row level security;
create policy tenant on credential_verification
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert on credential_verification to assay_web, assay_worker;
--rollback drop table credential_verification;
