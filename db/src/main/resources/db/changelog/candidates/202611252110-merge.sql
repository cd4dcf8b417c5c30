--liquibase formatted sql

--changeset assay:202611252110-candidate-merged
-- Candidates who turned out to be one person: whom each was merged into, and who stands for them all (null: themselves).
-- Their rows, applications and keys stay their own, so that a merge can be undone and an erasure finds every key.
alter table candidate
    add column merged_into uuid,
    add column root_id uuid,
    add foreign key (employer_id, merged_into) references candidate (employer_id, id),
    add foreign key (employer_id, root_id) references candidate (employer_id, id),
    add check ((merged_into is null) = (root_id is null)),
    add check (merged_into <> id),
    add check (root_id <> id);
create index candidate_of_root on candidate (employer_id, root_id) where root_id is not null;
create index candidate_email on candidate (employer_id, email_key) where erased_at is null;
create index credential_of_candidate on credential (employer_id, candidate_id);
--rollback drop index credential_of_candidate; drop index candidate_email; drop index candidate_of_root; alter table candidate drop column root_id, drop column merged_into;

--changeset assay:202611252110-application-duplicate
-- One person has one open application to a job: what was withdrawn for another one, and the phase it comes back to.
alter table application
    add column duplicate_of uuid,
    add column duplicate_phase text,
    add foreign key (employer_id, duplicate_of) references application (employer_id, id),
    add check ((duplicate_of is null) = (duplicate_phase is null));
--rollback alter table application drop column duplicate_phase, drop column duplicate_of;
