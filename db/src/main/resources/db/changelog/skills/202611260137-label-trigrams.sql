--liquibase formatted sql

--changeset assay:202611260137-label-trigrams
-- Misspellings are looked for in labels alone: comparing all other names too takes a third of a second.
create index skill_label on skill using gin (lower(label) gin_trgm_ops);
--rollback drop index skill_label;
