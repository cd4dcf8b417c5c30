--liquibase formatted sql

--changeset assay:202611252202-transition-without-statistics
-- What a person wrote about a candidate is erased with them; ANALYZE would keep a copy.
alter table application_transition alter column override_reason set statistics 0;
--rollback alter table application_transition alter column override_reason set statistics -1;
