--liquibase formatted sql

--changeset assay:202611260730-own-reason
-- An employer's own reasons for ending an application, each a finer name for one that everybody has: reports and
-- explanations go by that.
create table own_reason (
    employer_id uuid        not null references employer (id),
    id          uuid        not null,
    code        text        not null,
    label       text        not null,
    refines     text        not null,
    retired     boolean     not null,
    version     int         not null,
    changed_by  text        not null,
    changed_at  timestamptz not null,
    primary key (employer_id, id),
    unique (employer_id, code)
);

alter table own_reason enable row level security;
create policy tenant on own_reason
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, update on own_reason to assay_web;
grant select on own_reason to assay_worker;
--rollback drop table own_reason;

--changeset assay:202611260730-transition-own-reason
alter table application_transition add column own_reason text;
--rollback alter table application_transition drop column own_reason;
