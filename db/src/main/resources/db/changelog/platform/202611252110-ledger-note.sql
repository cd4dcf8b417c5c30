--liquibase formatted sql

--changeset assay:202611252110-ledger-note
-- Which employers have rows to number. One note a transaction, never renewed: writers of one employer do not meet here.
create table ledger_note (
    employer_id uuid        not null references employer (id),
    id          uuid        not null,
    noted_at    timestamptz not null,
    primary key (employer_id, id)
);
grant insert on ledger_note to assay_web;
grant select, insert, delete on ledger_note to assay_worker;
insert into ledger_note (employer_id, id, noted_at)
    select distinct on (employer_id) employer_id, id, occurred_at from audit_entry order by employer_id, id;
--rollback drop table ledger_note;
