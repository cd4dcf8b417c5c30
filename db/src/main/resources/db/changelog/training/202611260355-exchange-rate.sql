--liquibase formatted sql

--changeset assay:202611260355-exchange-rate
-- What one unit of a currency bought of another on a day, and who says so. Of the same day the last recorded counts.
create table exchange_rate (
    employer_id     uuid        not null references employer (id),
    id              uuid        not null,
    from_currency   char(3)     not null,
    to_currency     char(3)     not null,
    quoted_on       date        not null,
    content         jsonb       not null,
    version         int         not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    primary key (employer_id, id)
);
create index exchange_rate_of on exchange_rate (employer_id, to_currency, from_currency, quoted_on desc, created_at desc);
create index exchange_rate_newest on exchange_rate (employer_id, created_at desc, id desc);

alter table exchange_rate enable row level security;
create policy tenant on exchange_rate
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select on exchange_rate to assay_web, assay_worker;
grant insert, update on exchange_rate to assay_web, assay_worker;
--rollback drop table exchange_rate;
