--liquibase formatted sql

--changeset assay:202611261810-long-work
-- Like scheduled_tasks, for long work alone: a node takes from here only what it has room for.
create table long_work (
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
create index long_work_execution_time on long_work (execution_time);
create index long_work_last_heartbeat on long_work (last_heartbeat);
grant select, insert, update, delete on long_work to assay_worker;
--rollback drop table long_work;
