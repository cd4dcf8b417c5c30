--liquibase formatted sql

--changeset assay:202611261140-page-applicant
-- Who applied by a posting's page last, by a digest of the address under the employer's key: so that a form sent twice is one application.
create table page_applicant (
    employer_id    uuid        not null,
    job_id         uuid        not null,
    applicant      bytea       not null,
    application_id uuid        not null,
    received_at    timestamptz not null,
    primary key (employer_id, job_id, applicant),
    foreign key (employer_id, job_id) references job (employer_id, id),
    foreign key (employer_id, application_id) references application (employer_id, id)
);
alter table page_applicant alter column applicant set statistics 0;
create index page_applicant_application on page_applicant (employer_id, application_id);
alter table page_applicant enable row level security;
create policy tenant on page_applicant
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, delete on page_applicant to assay_web;
grant select, insert, update, delete on page_applicant to assay_worker;
--rollback drop table page_applicant;
