--liquibase formatted sql

--changeset assay:202611261805-names-to-tell
-- Of whose names it is to be told yet that they are shown or withheld now: those with open applications to the job, after one.
create table names_to_tell (
    employer_id uuid not null,
    job_id      uuid not null,
    after       uuid not null,
    primary key (employer_id, job_id),
    foreign key (employer_id, job_id) references job (employer_id, id)
);
alter table names_to_tell enable row level security;
create policy tenant on names_to_tell
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, update, delete on names_to_tell to assay_web, assay_worker;
--rollback drop table names_to_tell;
