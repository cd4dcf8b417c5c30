--liquibase formatted sql

--changeset assay:202611260025-score-inputs
-- What a score was computed from, but for the policy, which is kept once: a receipt hands it out, and another
-- policy is tried on it. Rows of before have none.
alter table score_history add column inputs jsonb;
--rollback alter table score_history drop column inputs;
