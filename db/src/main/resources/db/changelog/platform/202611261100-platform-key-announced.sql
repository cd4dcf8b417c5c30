--liquibase formatted sql

--changeset assay:202611261100-platform-key-announced
-- A key is published before it signs, so that whoever holds a copy of the published keys knows it when it does.
-- One signs, and at most one is announced: signs_from is null until its turn comes.
alter table platform_key add column signs_from timestamptz;
update platform_key set signs_from = created_at;
drop index platform_key_signing;
create unique index platform_key_signing on platform_key ((true)) where retired_at is null and signs_from is not null;
create unique index platform_key_announced on platform_key ((true)) where signs_from is null;
alter table platform_key add constraint platform_key_retired_after_signing check (retired_at is null or signs_from is not null);
grant update (signs_from) on platform_key to assay_worker;
--rollback alter table platform_key drop constraint platform_key_retired_after_signing;
--rollback delete from platform_key where signs_from is null;
--rollback drop index platform_key_announced;
--rollback drop index platform_key_signing;
--rollback create unique index platform_key_signing on platform_key ((retired_at is null)) where retired_at is null;
--rollback alter table platform_key drop column signs_from;
