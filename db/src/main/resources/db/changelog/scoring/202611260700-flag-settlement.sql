--liquibase formatted sql

--changeset assay:202611260700-flag-settlement
-- Flags of an employer in one list, until a person has looked at each and said why it is settled. What they wrote is sealed.
alter table decision_flag add column job_id uuid;
alter table decision_flag add column settled_at timestamptz;
alter table decision_flag add column settled_by text;
alter table decision_flag add column sealed_reason bytea;
update decision_flag set job_id = (
    select job_id from application
    where application.employer_id = decision_flag.employer_id and application.id = decision_flag.application_id);
alter table decision_flag add foreign key (employer_id, job_id) references job (employer_id, id);
create index decision_flag_open on decision_flag (employer_id, id desc) where settled_at is null;
create index decision_flag_job on decision_flag (employer_id, job_id, id desc);
grant update (settled_at, settled_by, sealed_reason) on decision_flag to assay_web, assay_worker;
--rollback revoke update (settled_at, settled_by, sealed_reason) on decision_flag from assay_web, assay_worker;
--rollback drop index decision_flag_job;
--rollback drop index decision_flag_open;
--rollback alter table decision_flag drop column sealed_reason;
--rollback alter table decision_flag drop column settled_by;
--rollback alter table decision_flag drop column settled_at;
--rollback alter table decision_flag drop column job_id;
