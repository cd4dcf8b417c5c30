--liquibase formatted sql

--changeset assay:202611261600-partner-feed-address
-- Addresses at which files of postings lie for boards that can send no token: what an address ends with opens the file, so its digest alone is kept.
create table partner_feed_address (
    employer_id uuid        not null references employer (id),
    id          uuid        not null,
    partner_id  uuid        not null references partner (id),
    kind        text        not null check (kind in ('indeed', 'linkedin', 'rss')),
    digest      bytea       not null,
    made_at     timestamptz not null,
    pulled_at   timestamptz,
    primary key (employer_id, id),
    unique (employer_id, digest)
);
create index partner_feed_address_partner on partner_feed_address (employer_id, partner_id, id);
alter table partner_feed_address enable row level security;
create policy tenant on partner_feed_address
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, delete on partner_feed_address to assay_web;
grant select on partner_feed_address to assay_worker;
grant update (pulled_at) on partner_feed_address to assay_worker;
--rollback drop table partner_feed_address;

--changeset assay:202611261600-partner-feed-pull-etag
-- Which file it was; null for those fetched before it was noted.
alter table partner_feed_pull add column etag text;
--rollback alter table partner_feed_pull drop column etag;
