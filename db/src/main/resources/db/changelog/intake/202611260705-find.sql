--liquibase formatted sql

--changeset assay:202611260705-application-lists
-- Lists of applications in the orders callers ask for; those without a figure come below all others. The old index of a
-- job's applications began like the new one.
create index application_newest on application (employer_id, submitted_at, id);
create index application_newest_of_job on application (employer_id, job_id, submitted_at, id);
drop index application_of_job;
create index application_score_best on application_score (employer_id, coalesce(score, -1), application_id);
create index application_score_potential on application_score (employer_id, coalesce(potential, -1), application_id);
--rollback drop index application_score_potential; drop index application_score_best;
--rollback create index application_of_job on application (employer_id, job_id, id);
--rollback drop index application_newest_of_job; drop index application_newest;
