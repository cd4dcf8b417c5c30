--liquibase formatted sql

--changeset assay:202611260020-platform-key
-- The keys the platform itself signs with: one signs, all others stay published, so that what they signed stays
-- verifiable. The private part is sealed under the master key.
create table platform_key (
    id         text primary key,
    sealed     bytea       not null,
    created_at timestamptz not null,
    retired_at timestamptz
);
create unique index platform_key_signing on platform_key ((retired_at is null)) where retired_at is null;
grant select on platform_key to assay_web, assay_worker;
grant insert, update (sealed, retired_at) on platform_key to assay_worker;
--rollback drop table platform_key;
