--liquibase formatted sql

--changeset assay:202611252055-person-key-rewrap
-- When the master key is exchanged, background work wraps every key anew.
grant update (wrapped_key) on person_key to assay_worker;
--rollback revoke update (wrapped_key) on person_key from assay_worker;
