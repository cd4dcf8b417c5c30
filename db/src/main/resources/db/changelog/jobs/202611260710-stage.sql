--liquibase formatted sql

--changeset assay:202611260710-stage-template
-- An employer's usual way through a hiring. Jobs copy it: a change of the template moves nobody.
create table stage_template (
    employer_id uuid        not null references employer (id),
    id          uuid        not null,
    name        text        not null,
    stages      jsonb       not null,
    usual       boolean     not null,
    retired     boolean     not null,
    version     int         not null,
    changed_by  text        not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    primary key (employer_id, id),
    check (not (usual and retired))
);
-- What a new job gets.
create unique index stage_template_usual on stage_template (employer_id) where usual;

alter table stage_template enable row level security;
create policy tenant on stage_template
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, update on stage_template to assay_web;
grant select on stage_template to assay_worker;
--rollback drop table stage_template;

--changeset assay:202611260710-job-stage
-- Where an application to a job can stand, inside the four phases that are open. Never deleted: moves name them.
create table job_stage (
    employer_id uuid    not null,
    id          uuid    not null,
    job_id      uuid    not null,
    phase       text    not null check (phase in ('new', 'in-review', 'interview', 'offer')),
    name        text    not null,
    position    int     not null,
    retired     boolean not null,
    primary key (employer_id, id),
    unique (employer_id, job_id, id),
    foreign key (employer_id, job_id) references job (employer_id, id)
);
create index job_stage_in_order on job_stage (employer_id, job_id, position);

alter table job_stage enable row level security;
create policy tenant on job_stage
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert on job_stage to assay_web, assay_worker;
grant update (name, position, retired) on job_stage to assay_web, assay_worker;
--rollback drop table job_stage;
