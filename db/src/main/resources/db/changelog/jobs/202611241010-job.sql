--liquibase formatted sql

--changeset assay:202611241010-job
create table job (
    employer_id     uuid        not null references employer (id),
    id              uuid        not null,
    title           text        not null,
    description     text        not null,
    department      text,
    language        text        not null,
    locations       jsonb       not null,
    workplace_type  text        not null check (workplace_type in ('onsite', 'hybrid', 'remote')),
    employment_type text        not null,
    openings        int         not null check (openings > 0),
    valid_through   timestamptz,
    entry_level     boolean     not null,
    salary_min      numeric(19, 4),
    salary_max      numeric(19, 4),
    salary_currency char(3),
    salary_unit     text,
    role_profile_id uuid,
    status          text        not null check (status in ('draft', 'open', 'paused', 'closed')),
    requirements_frozen_at timestamptz,
    version         int         not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    primary key (employer_id, id)
);
create index job_newest on job (employer_id, created_at desc, id desc);

alter table job enable row level security;
create policy tenant on job
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, update on job to assay_web, assay_worker;
--rollback drop table job;

--changeset assay:202611241010-job-requirement
create table job_requirement (
    employer_id         uuid not null,
    job_id              uuid not null,
    position            int  not null,
    skill_id            uuid not null references skill (id),
    importance          int  not null check (importance between 1 and 5),
    must_have           boolean not null,
    level               int check (level between 1 and 5),
    job_analysis_source text,
    primary key (employer_id, job_id, skill_id),
    unique (employer_id, job_id, position),
    foreign key (employer_id, job_id) references job (employer_id, id)
);

alter table job_requirement enable row level security;
create policy tenant on job_requirement
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, update, delete on job_requirement to assay_web, assay_worker;
--rollback drop table job_requirement;
