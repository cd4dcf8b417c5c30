--liquibase formatted sql

--changeset assay:202611252050-candidate-erased
-- An erased person keeps their row, because applications and scores point to it; everything said of them is gone.
alter table candidate
    alter column given_name drop not null,
    alter column family_name drop not null,
    alter column email drop not null,
    alter column email_key drop not null,
    add column version int not null default 1,
    add column erased_at timestamptz,
    add constraint candidate_said_or_erased check (
        case when erased_at is null
             then given_name is not null and family_name is not null and email is not null and email_key is not null
             else given_name is null and family_name is null and email is null and email_key is null and phone is null
                  and email_status = 'unconfirmed'
        end);
--rollback alter table candidate drop constraint candidate_said_or_erased, drop column erased_at, drop column version;

--changeset assay:202611252050-candidate-without-statistics
-- ANALYZE copies frequent values into pg_statistic, where no erasure would find them.
alter table candidate
    alter column given_name set statistics 0,
    alter column family_name set statistics 0,
    alter column email set statistics 0,
    alter column email_key set statistics 0,
    alter column phone set statistics 0;
--rollback alter table candidate alter column given_name set statistics -1, alter column family_name set statistics -1, alter column email set statistics -1, alter column email_key set statistics -1, alter column phone set statistics -1;

--changeset assay:202611252050-person-key-deleted
grant delete on person_key to assay_web, assay_worker;
--rollback revoke delete on person_key from assay_web, assay_worker;

--changeset assay:202611252050-application-without-statistics
alter table application alter column source_channel set statistics 0, alter column source_reference set statistics 0;
--rollback alter table application alter column source_channel set statistics -1, alter column source_reference set statistics -1;
