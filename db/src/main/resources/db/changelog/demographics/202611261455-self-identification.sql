--liquibase formatted sql

--changeset assay:202611261455-demographics
-- What applicants say of themselves that no decision may know lies apart from everything else. Workers put it there and cannot
-- look; assay_selfid alone reads it, and nothing else.
create schema demographics;
grant usage on schema demographics to assay_worker, assay_selfid;
--rollback drop schema demographics;

--changeset assay:202611261455-self-identification
-- Sealed under the person's key as well: gone with it.
create table demographics.self_identification (
    employer_id    uuid        not null,
    id             uuid        not null,
    application_id uuid        not null,
    job_id         uuid        not null,
    sealed         bytea       not null,
    given_at       timestamptz not null,
    primary key (employer_id, id),
    foreign key (employer_id, application_id) references application (employer_id, id),
    foreign key (employer_id, job_id) references job (employer_id, id)
);
create index self_identification_application on demographics.self_identification (employer_id, application_id);
alter table demographics.self_identification enable row level security;
create policy tenant on demographics.self_identification
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant insert on demographics.self_identification to assay_worker;
grant select on demographics.self_identification to assay_selfid;
--rollback drop table demographics.self_identification;
