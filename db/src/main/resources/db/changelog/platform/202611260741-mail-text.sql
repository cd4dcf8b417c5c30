--liquibase formatted sql

--changeset assay:202611260741-mail-text-version
-- Of which text a mail was made, once it was sent: its digest.
alter table mail add column text_version text;
--rollback alter table mail drop column text_version;
