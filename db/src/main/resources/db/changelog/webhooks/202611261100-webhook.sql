--liquibase formatted sql

--changeset assay:202611261100-webhook-endpoint
-- Where an employer, or a partner at an employer, wants to be told what happened. What is below "how it goes" is the
-- workers': how far events were queued for it, since when it fails, and which worker delivers to it.
create table webhook_endpoint (
    employer_id     uuid        not null references employer (id),
    id              uuid        not null,
    partner_id      uuid references partner (id),
    url             text        not null,
    description     text,
    types           text[]      not null,
    enabled         boolean     not null,
    paused          text check (paused in ('gone', 'unreachable')),
    sealed          bytea       not null,
    public_key      text        not null,
    former_sealed   bytea,
    former_until    timestamptz,
    version         int         not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    -- How it goes.
    queued_to       bigint      not null check (queued_to >= 0),
    failures        int         not null check (failures >= 0),
    refusals        int         not null check (refusals >= 0),
    held_until      timestamptz,
    delivered_at    timestamptz,
    slow            boolean     not null,
    lease_until     timestamptz,
    primary key (employer_id, id),
    check ((former_sealed is null) = (former_until is null)),
    check (not enabled or paused is null)
);
create index webhook_endpoint_of on webhook_endpoint (employer_id, partner_id, id);
create index webhook_endpoint_enabled on webhook_endpoint (employer_id, id) where enabled;
alter table webhook_endpoint enable row level security;
create policy tenant on webhook_endpoint
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, update, delete on webhook_endpoint to assay_web, assay_worker;
--rollback drop table webhook_endpoint;

--changeset assay:202611261100-webhook-delivery
-- One event for one endpoint, once, however often it is tried or replayed.
create table webhook_delivery (
    employer_id     uuid        not null,
    endpoint_id     uuid        not null,
    sequence        bigint      not null,
    event_id        uuid        not null,
    type            text        not null,
    state           text        not null check (state in ('waiting', 'delivered', 'failed', 'withheld')),
    attempts        int         not null check (attempts >= 0),
    next_attempt_at timestamptz not null,
    queued_at       timestamptz not null,
    settled_at      timestamptz,
    status          int,
    fault           text,
    primary key (employer_id, endpoint_id, sequence),
    foreign key (employer_id, endpoint_id) references webhook_endpoint (employer_id, id)
);
create index webhook_delivery_waiting on webhook_delivery (employer_id, endpoint_id, sequence) where state = 'waiting';
create index webhook_delivery_event on webhook_delivery (employer_id, endpoint_id, event_id);
create index webhook_delivery_settled on webhook_delivery (employer_id, settled_at) where settled_at is not null;
alter table webhook_delivery enable row level security;
create policy tenant on webhook_delivery
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, update, delete on webhook_delivery to assay_web, assay_worker;
--rollback drop table webhook_delivery;

--changeset assay:202611261100-webhook-attempt
-- What each try came to, pings among them, which are no event's.
create table webhook_attempt (
    employer_id uuid        not null,
    id          uuid        not null,
    endpoint_id uuid        not null,
    sequence    bigint,
    message_id  uuid        not null,
    at          timestamptz not null,
    millis      int         not null,
    status      int,
    fault       text,
    response    text,
    primary key (employer_id, id),
    foreign key (employer_id, endpoint_id) references webhook_endpoint (employer_id, id)
);
create index webhook_attempt_of on webhook_attempt (employer_id, endpoint_id, id);
alter table webhook_attempt enable row level security;
create policy tenant on webhook_attempt
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, delete on webhook_attempt to assay_web, assay_worker;
--rollback drop table webhook_attempt;
