--liquibase formatted sql

--changeset assay:202611261510-application-attribution
-- By which partner an application came, as signed or as handed in; written once with it, and nobody may change it.
create table application_attribution (
    employer_id    uuid        not null,
    application_id uuid        not null,
    partner_id     uuid        not null references partner (id),
    way            text        not null check (way in ('link', 'handed-in')),
    attributed_at  timestamptz not null,
    primary key (employer_id, application_id),
    foreign key (employer_id, application_id) references application (employer_id, id)
);
alter table application_attribution enable row level security;
create policy tenant on application_attribution
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select on application_attribution to assay_web;
grant select, insert on application_attribution to assay_worker;
--rollback drop table application_attribution;
