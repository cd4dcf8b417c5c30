--liquibase formatted sql

--changeset assay:202611260800-submitted-application
-- At which employer an application is that a partner handed in: it names it by its id alone.
create table submitted_application (
    application_id uuid not null,
    partner_id     uuid not null references partner (id),
    employer_id    uuid not null references employer (id),
    primary key (application_id, partner_id)
);
grant select, insert on submitted_application to assay_worker;
--rollback drop table submitted_application;

--changeset assay:202611260800-partner-submission
-- What a partner handed in, for good: never changed. Sealed as it came where the application was there already and keeps
-- another's words.
create table partner_submission (
    employer_id    uuid        not null,
    id             uuid        not null,
    partner_id     uuid        not null references partner (id),
    application_id uuid        not null,
    received_at    timestamptz not null,
    sealed         bytea,
    primary key (employer_id, id),
    foreign key (employer_id, application_id) references application (employer_id, id)
);
create index partner_submission_application on partner_submission (employer_id, application_id);
alter table partner_submission enable row level security;
create policy tenant on partner_submission
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select on partner_submission to assay_web;
grant select, insert on partner_submission to assay_worker;
--rollback drop table partner_submission;

--changeset assay:202611260800-partner-applicant
-- Whom a partner handed in for a job last, by a digest of the address under the employer's key: to know a second time.
create table partner_applicant (
    employer_id    uuid        not null,
    partner_id     uuid        not null references partner (id),
    job_id         uuid        not null,
    applicant      bytea       not null,
    application_id uuid        not null,
    received_at    timestamptz not null,
    primary key (employer_id, partner_id, job_id, applicant),
    foreign key (employer_id, job_id) references job (employer_id, id),
    foreign key (employer_id, application_id) references application (employer_id, id)
);
alter table partner_applicant alter column applicant set statistics 0;
create index partner_applicant_application on partner_applicant (employer_id, application_id);
alter table partner_applicant enable row level security;
create policy tenant on partner_applicant
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, delete on partner_applicant to assay_web;
grant select, insert, update, delete on partner_applicant to assay_worker;
--rollback drop table partner_applicant;
