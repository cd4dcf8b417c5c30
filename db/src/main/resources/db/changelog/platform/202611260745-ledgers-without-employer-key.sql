--liquibase formatted sql

--changeset assay:202611260745-ledgers-without-employer-key
-- Every transaction writes these, and a check of the key would lock the one row of the employer for all of them. They say
-- an employer that the row policy compares with the transaction's, and nothing deletes employers.
alter table outbox_event drop constraint outbox_event_employer_id_fkey;
alter table audit_entry drop constraint audit_entry_employer_id_fkey;
--rollback alter table outbox_event add constraint outbox_event_employer_id_fkey foreign key (employer_id) references employer (id) not valid;
--rollback alter table audit_entry add constraint audit_entry_employer_id_fkey foreign key (employer_id) references employer (id) not valid;
