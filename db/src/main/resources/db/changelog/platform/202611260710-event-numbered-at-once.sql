--liquibase formatted sql

--changeset assay:202611260710-event-numbered-at-once
-- Background work that tells of many at once takes the ledger's head and gives the events their numbers itself, as the
-- sequencer would a moment later.
grant insert (sequence) on outbox_event to assay_worker;
--rollback revoke insert (sequence) on outbox_event from assay_worker;
