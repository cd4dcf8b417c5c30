--liquibase formatted sql

--changeset assay:202611252045-employer-work-due
-- Work may be noted for later. What is due at once is due since the epoch, whatever a node's clock says.
alter table employer_work add column due_at timestamptz not null default 'epoch';
create index employer_work_due on employer_work (topic, due_at);
--rollback drop index employer_work_due; alter table employer_work drop column due_at;
