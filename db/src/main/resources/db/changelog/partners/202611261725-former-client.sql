--liquibase formatted sql

--changeset assay:202611261725-partner-former-client
-- Clients at Keycloak that partners gave up, to be removed there once they are good for nothing.
create table partner_former_client (
    employer_id uuid        not null references employer (id),
    client_id   text        not null,
    partner_id  uuid        not null references partner (id),
    due_at      timestamptz not null,
    failures    int         not null,
    primary key (employer_id, client_id)
);
create index partner_former_client_due on partner_former_client (employer_id, due_at);
insert into partner_former_client (employer_id, client_id, partner_id, due_at, failures)
    select employer_id, former_client_id, id, former_until, 0 from partner where num_nonnulls(employer_id, former_client_id) = 2;
insert into employer_work (topic, employer_id, noted_at, due_at)
    select 'former-clients', employer_id, now(), min(due_at) from partner_former_client group by employer_id;
alter table partner_former_client enable row level security;
create policy tenant on partner_former_client
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, update on partner_former_client to assay_web;
grant select, update, delete on partner_former_client to assay_worker;
grant update (former_client_id, former_subject, former_until, version, updated_at) on partner to assay_worker;
--rollback revoke update (former_client_id, former_subject, former_until, version, updated_at) on partner from assay_worker;
--rollback delete from employer_work where topic = 'former-clients';
--rollback drop table partner_former_client;
