--liquibase formatted sql

--changeset assay:202611260711-application-stage
-- The employer's stage inside the phase, if the job has stages; and since when it stands where it stands
-- (null: since it was submitted).
alter table application
    add column stage_id           uuid,
    add column duplicate_stage_id uuid,
    add column moved_at           timestamptz,
    add constraint application_stage_of_job foreign key (employer_id, job_id, stage_id)
        references job_stage (employer_id, job_id, id);
create index application_at_stage on application (employer_id, stage_id) where stage_id is not null;
--rollback alter table application drop column stage_id, drop column duplicate_stage_id, drop column moved_at;

--changeset assay:202611260711-transition-stage
-- A move within a phase goes from stage to stage. (Rolled back, such moves are kept; only new ones are refused.)
alter table application_transition
    add column from_stage uuid,
    add column to_stage   uuid,
    drop constraint application_transition_check,
    add constraint application_transition_moves check (from_phase <> to_phase or from_stage is distinct from to_stage);
--rollback alter table application_transition drop constraint application_transition_moves;
--rollback alter table application_transition add constraint application_transition_check check (from_phase <> to_phase) not valid;
--rollback alter table application_transition drop column from_stage, drop column to_stage;
