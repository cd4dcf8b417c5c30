--liquibase formatted sql

--changeset assay:202611252051-sealed-report
-- What a report quotes of a credential goes under the person's key; in plain text stay the verdicts alone (schema
-- version 2). Rows of version 1 have no sealed part, and are brought to version 2 when their person is erased.
alter table credential_verification add column sealed bytea;
grant update (report, schema_version) on credential_verification to assay_web, assay_worker;
alter table credential alter column issuer_id set statistics 0, alter column media_type set statistics 0;
alter table credential_verification alter column report set statistics 0;
--rollback alter table credential_verification alter column report set statistics -1; alter table credential alter column issuer_id set statistics -1, alter column media_type set statistics -1; revoke update (report, schema_version) on credential_verification from assay_web, assay_worker; alter table credential_verification drop column sealed;

--changeset assay:202611252051-issuer-name
-- What an issuer calls itself, for the list of those not registered yet; emptied with issuer_id at erasure.
alter table credential add column issuer_name text;
alter table credential alter column issuer_name set statistics 0;
update credential c set issuer_name = v.report -> 'credential' -> 'issuer' ->> 'name'
    from credential_verification v where v.employer_id = c.employer_id and v.id = c.verification_id;
--rollback alter table credential drop column issuer_name;
