--liquibase formatted sql

--changeset assay:202611261100-partner-event
-- What a partner is told of the applications it handed in, numbered without a gap for each partner at each employer. Written
-- by who numbers the employer's events, in that very transaction.
create table partner_event (
    employer_id    uuid        not null references employer (id),
    partner_id     uuid        not null references partner (id),
    sequence       bigint      not null check (sequence > 0),
    event_id       uuid        not null,
    application_id uuid        not null,
    job_id         uuid        not null,
    phase          text        not null,
    occurred_at    timestamptz not null,
    primary key (employer_id, partner_id, sequence),
    unique (employer_id, partner_id, event_id)
);
alter table partner_event enable row level security;
create policy tenant on partner_event
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select on partner_event to assay_web;
grant select, insert on partner_event to assay_worker;
--rollback drop table partner_event;

--changeset assay:202611261100-partner-endpoint
-- At which employer an endpoint of a partner's is: it names it by its id alone.
create table partner_endpoint (
    endpoint_id uuid primary key,
    partner_id  uuid not null references partner (id),
    employer_id uuid not null references employer (id)
);
grant select, insert on partner_endpoint to assay_worker;
--rollback drop table partner_endpoint;
