--liquibase formatted sql

--changeset assay:202611260726-answer-link
-- One more occasion: what the candidate disputed was answered.
alter table candidate_link drop constraint candidate_link_occasion_check;
alter table candidate_link add constraint candidate_link_occasion_check
    check (occasion in ('application', 'request', 'invitation', 'answer'));
--rollback alter table candidate_link drop constraint candidate_link_occasion_check;
--rollback alter table candidate_link add constraint candidate_link_occasion_check check (occasion in ('application', 'request', 'invitation'));
