--liquibase formatted sql

--changeset assay:202611241025-application
create table application (
    employer_id      uuid        not null references employer (id),
    id               uuid        not null,
    job_id           uuid        not null,
    candidate_id     uuid        not null,
    phase            text        not null
        check (phase in ('new', 'in-review', 'interview', 'offer', 'hired', 'rejected', 'withdrawn')),
    submitted_at     timestamptz not null,
    submitted_by     text        not null,
    source_channel   text        not null,
    source_reference text,
    version          int         not null,
    primary key (employer_id, id),
    foreign key (employer_id, job_id) references job (employer_id, id),
    foreign key (employer_id, candidate_id) references candidate (employer_id, id)
);
create index application_of_job on application (employer_id, job_id, id);
-- One open application a candidate and job, also when two submissions race.
create unique index application_once_open on application (employer_id, job_id, candidate_id)
    where phase in ('new', 'in-review', 'interview', 'offer');
create index application_of_candidate on application (employer_id, candidate_id);

alter table application enable row level security;
create policy tenant on application
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, update on application to assay_web, assay_worker;
--rollback drop table application;

--changeset assay:202611241025-application-received
-- The submission as it came in, sealed under the person's key: answers, attachments and consents are never lost.
create table application_received (
    employer_id    uuid  not null,
    application_id uuid  not null,
    sealed         bytea not null,
    primary key (employer_id, application_id),
    foreign key (employer_id, application_id) references application (employer_id, id)
);

alter table application_received enable row level security;
create policy tenant on application_received
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert on application_received to assay_web, assay_worker;
--rollback drop table application_received;
