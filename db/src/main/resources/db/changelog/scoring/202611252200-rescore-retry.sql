--liquibase formatted sql

--changeset assay:202611252200-rescore-retry
-- What fails is left alone for a while, so that the rest of the queue goes on.
alter table rescore_due add column failures int not null default 0;
alter table rescore_due add column not_before timestamptz;
--rollback alter table rescore_due drop column not_before;
--rollback alter table rescore_due drop column failures;
