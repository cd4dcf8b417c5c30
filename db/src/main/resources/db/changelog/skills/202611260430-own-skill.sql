--liquibase formatted sql

--changeset assay:202611260430-own-skill
-- Skills of an employer's own, beside the published vocabularies.
create table own_skill (
    employer_id  uuid        not null references employer (id),
    id           uuid        not null,
    label        text        not null,
    alternatives text[]      not null,
    broader      text[]      not null,
    retired      boolean     not null,
    version      int         not null,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    primary key (employer_id, id)
);
alter table own_skill enable row level security;
create policy tenant on own_skill
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert on own_skill to assay_web, assay_worker;
grant update (label, alternatives, broader, retired, version, updated_at) on own_skill to assay_web;
--rollback drop table own_skill;

--changeset assay:202611260430-requirement-own-skill
-- A requirement names a published skill or one of the employer's own; neither is ever deleted.
alter table job_requirement drop constraint job_requirement_skill_id_fkey;
create index job_requirement_skill on job_requirement (employer_id, skill_id);
--rollback drop index job_requirement_skill;
--rollback alter table job_requirement add constraint job_requirement_skill_id_fkey foreign key (skill_id) references skill (id) not valid;
