--liquibase formatted sql

--changeset assay:202611252050-work-trace
-- Background work goes on in the trace of the request that caused it.
alter table employer_work add column trace_id text;
--rollback alter table employer_work drop column trace_id;
