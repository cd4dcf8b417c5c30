--liquibase formatted sql

--changeset assay:202611252140-operation
-- Long work that was accepted, and how far it is. The lease names the one run that may move it on.
create table operation (
    employer_id     uuid        not null references employer (id),
    id              uuid        not null,
    kind            text        not null,
    parameters      jsonb       not null,
    state           text        not null check (state in ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
    requested_by    text        not null,
    requester       uuid,
    requester_roles text[]      not null,
    requested_at    timestamptz not null,
    started_at      timestamptz,
    finished_at     timestamptz,
    done            bigint      not null check (done >= 0),
    total           bigint check (total >= 0),
    error_count     bigint      not null check (error_count >= 0),
    checkpoint      text,
    result          text,
    cancel_asked    boolean     not null,
    dispatched      boolean     not null,
    attempts        int         not null,
    lease           uuid,
    trace_id        text,
    version         int         not null,
    primary key (employer_id, id),
    check ((state in ('succeeded', 'failed', 'cancelled')) = (finished_at is not null))
);
create index operation_undispatched on operation (employer_id, id) where state = 'queued' and not dispatched;
create index operation_of on operation (employer_id, requested_by, id desc);

alter table operation enable row level security;
create policy tenant on operation
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert on operation to assay_web, assay_worker;
grant update (state, finished_at, cancel_asked, version) on operation to assay_web;
grant update on operation to assay_worker;
--rollback drop table operation;

--changeset assay:202611252140-operation-input
-- What was received, sealed, for as long as the operation needs it: the row goes with the last step.
create table operation_input (
    employer_id  uuid  not null,
    operation_id uuid  not null,
    sealed       bytea not null,
    primary key (employer_id, operation_id),
    foreign key (employer_id, operation_id) references operation (employer_id, id)
);

alter table operation_input enable row level security;
create policy tenant on operation_input
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, delete on operation_input to assay_web, assay_worker;
--rollback drop table operation_input;

--changeset assay:202611252140-operation-error
-- What could not be done, item by item; the first thousand of an operation.
create table operation_error (
    employer_id  uuid   not null,
    operation_id uuid   not null,
    position     bigint not null,
    item         bigint not null,
    code         text   not null,
    pointer      text   not null,
    detail       text   not null,
    primary key (employer_id, operation_id, position),
    foreign key (employer_id, operation_id) references operation (employer_id, id)
);

alter table operation_error enable row level security;
create policy tenant on operation_error
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select on operation_error to assay_web;
grant select, insert on operation_error to assay_worker;
--rollback drop table operation_error;
