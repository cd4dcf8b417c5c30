--liquibase formatted sql

--changeset assay:202611252052-leave-ranking
-- Who is erased leaves the rankings; the scores stay in the history.
grant delete on application_score to assay_web, assay_worker;
--rollback revoke delete on application_score from assay_web, assay_worker;
