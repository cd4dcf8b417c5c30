--liquibase formatted sql

--changeset assay:202611260020-evidence
-- What a verification rested on: the instant, and every answer it had from elsewhere. With the document it gives the
-- same verdict again, years later and offline. Null where nothing was verified, or before this was kept.
alter table credential_verification add column sealed_evidence bytea;
--rollback alter table credential_verification drop column sealed_evidence;
