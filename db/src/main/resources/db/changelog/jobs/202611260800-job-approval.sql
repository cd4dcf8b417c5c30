--liquibase formatted sql

--changeset assay:202611260800-job-rule
-- Whether somebody else must approve a job before it opens; an employer without a row does not ask for it.
create table job_rule (
    employer_id uuid        not null references employer (id),
    approval    boolean     not null,
    version     int         not null,
    changed_by  text        not null,
    changed_at  timestamptz not null,
    primary key (employer_id)
);
alter table job_rule enable row level security;
create policy tenant on job_rule
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, update on job_rule to assay_web;
grant select on job_rule to assay_worker;
--rollback drop table job_rule;

--changeset assay:202611260800-job-approval
-- Append-only: who asked for a job to be approved, and who did or did not. It holds for the job as it was then.
create table job_approval (
    employer_id uuid        not null,
    id          uuid        not null,
    job_id      uuid        not null,
    job_version int         not null,
    step        text        not null check (step in ('requested', 'approved', 'declined')),
    reason      text,
    taken_by    text        not null check (taken_by like 'person:%'),
    taken_at    timestamptz not null,
    primary key (employer_id, id),
    foreign key (employer_id, job_id) references job (employer_id, id)
);
create index job_approval_of on job_approval (employer_id, job_id, id);
alter table job_approval enable row level security;
create policy tenant on job_approval
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert on job_approval to assay_web;
grant select on job_approval to assay_worker;
--rollback drop table job_approval;
