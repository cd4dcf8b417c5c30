--liquibase formatted sql

--changeset assay:202611252110-credential-address
-- A credential may come as an address only; its document is there once it has been fetched.
alter table credential add column sealed_address bytea;
alter table credential alter column sealed drop not null;
alter table credential alter column digest drop not null;
alter table credential alter column media_type drop not null;
alter table credential add constraint credential_has_something check (
    sealed_address is not null or (sealed is not null and digest is not null and media_type is not null));
--rollback delete from credential_verification v using credential c where c.employer_id = v.employer_id and c.id = v.credential_id and c.sealed is null;
--rollback delete from credential where sealed is null;
--rollback alter table credential drop constraint credential_has_something;
--rollback alter table credential alter column sealed set not null, alter column digest set not null, alter column media_type set not null, drop column sealed_address;

--changeset assay:202611252110-recheck-due
-- What could not be checked, and when it is tried again. A worker that takes a row moves its time on
-- first, so that one that dies only delays it.
create table recheck_due (
    employer_id   uuid        not null references employer (id),
    credential_id uuid        not null,
    since         timestamptz not null,
    attempts      int         not null,
    due_at        timestamptz not null,
    primary key (employer_id, credential_id),
    foreign key (employer_id, credential_id) references credential (employer_id, id) on delete cascade
);
create index recheck_due_at on recheck_due (employer_id, due_at);

alter table recheck_due enable row level security;
create policy tenant on recheck_due
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, update, delete on recheck_due to assay_web, assay_worker;
--rollback drop table recheck_due;
