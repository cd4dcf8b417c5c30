--liquibase formatted sql

--changeset assay:202611241000-membership
-- What a person may do at an employer. Global, because it is read before a tenant is known.
create table membership (
    employer_id uuid        not null references employer (id),
    subject     uuid        not null,
    role        text        not null check (role in ('recruiter', 'hr-admin', 'auditor')),
    created_at  timestamptz not null,
    primary key (employer_id, subject, role)
);
create index membership_subject on membership (subject);
grant select on employer, membership to assay_web, assay_worker;
grant insert, delete on membership to assay_web;
grant insert on employer to assay_worker;
grant update (organization_id) on employer to assay_web;
--rollback drop table membership; revoke all on employer from assay_web, assay_worker;

--changeset assay:202611241000-employer-work
-- Which employers have background work of a topic waiting; the work itself lies in tenant tables.
create table employer_work (
    topic       text        not null,
    employer_id uuid        not null references employer (id),
    noted_at    timestamptz not null,
    primary key (topic, employer_id)
);
grant select, insert, update, delete on employer_work to assay_web, assay_worker;
--rollback drop table employer_work;

--changeset assay:202611241000-scheduled-tasks
-- Column names and types are db-scheduler's.
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time asc);
grant select, insert, update, delete on scheduled_tasks to assay_worker;
--rollback drop table scheduled_tasks;

--changeset assay:202611241000-audit-entry
create table audit_entry (
    employer_id  uuid        not null references employer (id),
    id           uuid        not null,
    occurred_at  timestamptz not null,
    actor        text        not null,
    action       text        not null,
    subject_kind text        not null,
    subject_id   uuid        not null,
    detail       jsonb       not null,
    primary key (employer_id, id)
);

alter table audit_entry enable row level security;
create policy tenant on audit_entry
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert on audit_entry to assay_web, assay_worker;
--rollback drop table audit_entry;
