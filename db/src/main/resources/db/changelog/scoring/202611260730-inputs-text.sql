--liquibase formatted sql

--changeset assay:202611260730-inputs-text
-- What a score was computed from, in a short form that only the node reads into, so that the database neither parses,
-- compresses nor writes out JSON for it. Rows of before keep theirs in inputs.
alter table score_history add column inputs_text text;
--rollback alter table score_history drop column inputs_text;
