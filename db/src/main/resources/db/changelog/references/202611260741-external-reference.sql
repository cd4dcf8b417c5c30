--liquibase formatted sql

--changeset assay:202611260741-external-reference
-- What another system calls a job, a candidate or an application. A thing has one name in each system, and a name stands
-- for one thing. Those of a person go when the person is erased.
create table external_reference (
    employer_id    uuid        not null references employer (id),
    kind           text        not null check (kind in ('job', 'candidate', 'application')),
    system         text        not null,
    reference      text        not null,
    job_id         uuid,
    candidate_id   uuid,
    application_id uuid,
    created_at     timestamptz not null,
    primary key (employer_id, kind, system, reference),
    unique (employer_id, system, job_id),
    unique (employer_id, system, candidate_id),
    unique (employer_id, system, application_id),
    foreign key (employer_id, job_id) references job (employer_id, id),
    foreign key (employer_id, candidate_id) references candidate (employer_id, id),
    foreign key (employer_id, application_id) references application (employer_id, id),
    check (num_nonnulls(job_id, candidate_id, application_id) = 1),
    check ((kind = 'job') = (job_id is not null)),
    check ((kind = 'candidate') = (candidate_id is not null))
);
create index external_reference_of_candidate on external_reference (employer_id, candidate_id);
create index external_reference_of_application on external_reference (employer_id, application_id);

alter table external_reference enable row level security;
create policy tenant on external_reference
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
alter table external_reference alter column reference set statistics 0;
grant select, insert, delete on external_reference to assay_web, assay_worker;
--rollback drop table external_reference;
