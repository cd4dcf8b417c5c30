--liquibase formatted sql

--changeset assay:202611260410-rubric
-- How an employer rates what it sees people do: which version holds now.
create table rubric (
    employer_id uuid not null references employer (id),
    id          uuid not null,
    version     int  not null,
    primary key (employer_id, id)
);
alter table rubric enable row level security;
create policy tenant on rubric
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert on rubric to assay_web, assay_worker;
grant update (version) on rubric to assay_web, assay_worker;
--rollback drop table rubric;

--changeset assay:202611260410-rubric-version
-- Every version, for good: ratings name theirs.
create table rubric_version (
    employer_id uuid  not null,
    rubric_id   uuid  not null,
    version     int   not null,
    document    jsonb not null,
    primary key (employer_id, rubric_id, version),
    foreign key (employer_id, rubric_id) references rubric (employer_id, id)
);
alter table rubric_version enable row level security;
create policy tenant on rubric_version
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert on rubric_version to assay_web, assay_worker;
--rollback drop table rubric_version;

--changeset assay:202611260410-recorded-evidence
-- What an employer saw a candidate do, by a rubric and a named person.
create table recorded_evidence (
    employer_id    uuid        not null,
    id             uuid        not null,
    application_id uuid        not null,
    candidate_id   uuid        not null,
    method         text        not null check (method in ('work-sample', 'structured-interview', 'assessment')),
    skill_id       uuid        not null,
    rubric_id      uuid        not null,
    rubric_version int         not null,
    ratings        int[]       not null,
    level          int         not null check (level between 1 and 5),
    supervision    text        not null check (supervision in ('supervised-with-identity', 'supervised', 'unsupervised')),
    performed_on   date        not null,
    sealed_note    bytea,
    rated_by       text        not null,
    recorded_at    timestamptz not null,
    withdrawn_at   timestamptz,
    withdrawn_by   text,
    primary key (employer_id, id),
    foreign key (employer_id, application_id) references application (employer_id, id),
    foreign key (employer_id, rubric_id, rubric_version) references rubric_version (employer_id, rubric_id, version)
);
create index recorded_evidence_application on recorded_evidence (employer_id, application_id);
create index recorded_evidence_candidate on recorded_evidence (employer_id, candidate_id);
alter table recorded_evidence enable row level security;
create policy tenant on recorded_evidence
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert on recorded_evidence to assay_web, assay_worker;
grant update (withdrawn_at, withdrawn_by) on recorded_evidence to assay_web;
--rollback drop table recorded_evidence;
