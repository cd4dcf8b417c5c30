--liquibase formatted sql

--changeset assay:202611261445-partner-former
-- While a partner changes over it has two clients: the one it had goes on until then.
alter table partner add column former_client_id text;
alter table partner add column former_subject uuid;
alter table partner add column former_until timestamptz;
alter table partner add constraint partner_former_whole
    check (num_nonnulls(former_client_id, former_subject, former_until) in (0, 3));
create unique index partner_former on partner (former_subject);
--rollback alter table partner drop column former_client_id, drop column former_subject, drop column former_until;
