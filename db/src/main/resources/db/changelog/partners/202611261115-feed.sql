--liquibase formatted sql

--changeset assay:202611261115-posting-opened-at
-- When a job was first open; null for those that were before it was noted.
alter table posting add column opened_at timestamptz;
--rollback alter table posting drop column opened_at;

--changeset assay:202611261115-employer-profile
-- What an employer's postings say of the employer itself; one without a row has said nothing.
create table employer_profile (
    employer_id      uuid        not null references employer (id),
    website          text,
    logo             text,
    linkedin_company text,
    version          int         not null,
    changed_by       text        not null,
    changed_at       timestamptz not null,
    primary key (employer_id)
);
alter table employer_profile enable row level security;
create policy tenant on employer_profile
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, update on employer_profile to assay_web;
grant select on employer_profile to assay_worker;
--rollback drop table employer_profile;

--changeset assay:202611261115-partner-feed-pull
-- How a partner fetched the employer's postings last, by kind of file.
create table partner_feed_pull (
    employer_id uuid        not null references employer (id),
    partner_id  uuid        not null references partner (id),
    kind        text        not null,
    pulled_at   timestamptz not null,
    items       int         not null,
    rejected    int         not null,
    primary key (employer_id, partner_id, kind)
);
alter table partner_feed_pull enable row level security;
create policy tenant on partner_feed_pull
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select on partner_feed_pull to assay_web;
grant select, insert, update on partner_feed_pull to assay_worker;
--rollback drop table partner_feed_pull;
