--liquibase formatted sql

--changeset assay:202611260400-requirement-change
-- How a posting's requirements changed; with a reason once somebody had applied.
create table job_requirement_change (
    employer_id uuid        not null,
    job_id      uuid        not null,
    version     int         not null,
    before      jsonb       not null,
    after       jsonb       not null,
    frozen      boolean     not null,
    reason      text,
    changed_by  text        not null,
    changed_at  timestamptz not null,
    primary key (employer_id, job_id, version),
    foreign key (employer_id, job_id) references job (employer_id, id),
    check (not frozen or reason is not null)
);
alter table job_requirement_change enable row level security;
create policy tenant on job_requirement_change
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert on job_requirement_change to assay_web, assay_worker;
--rollback drop table job_requirement_change;
