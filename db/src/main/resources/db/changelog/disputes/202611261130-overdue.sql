--liquibase formatted sql

--changeset assay:202611261130-dispute-overdue
-- When it was told, once, that nobody answered in time. Machines may say so and still close none.
alter table dispute add column overdue_told_at timestamptz;
create index dispute_untold on dispute (employer_id, due_at) where state = 'open' and overdue_told_at is null;
grant update (overdue_told_at) on dispute to assay_web, assay_worker;
--rollback drop index dispute_untold; alter table dispute drop column overdue_told_at;
