--liquibase formatted sql

--changeset assay:202611261600-board-refusal
-- When it was noted last that somebody pushed whose signature does not hold: at most once an hour, however many do.
alter table board_connection add column refused_at timestamptz;
grant update (refused_at) on board_connection to assay_worker;
--rollback revoke update (refused_at) on board_connection from assay_worker;
--rollback alter table board_connection drop column refused_at;
