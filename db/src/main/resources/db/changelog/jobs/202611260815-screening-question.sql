--liquibase formatted sql

--changeset assay:202611260815-screening-question
-- What a job asks whoever applies. A question never changes: answers name theirs. Nothing scores an answer, and none rejects.
create table screening_question (
    employer_id uuid        not null,
    id          uuid        not null,
    job_id      uuid        not null,
    kind        text        not null check (kind in ('yes-no', 'choice', 'number', 'text')),
    wording     text        not null,
    required    boolean     not null,
    options     text[]      not null,
    created_by  text        not null,
    created_at  timestamptz not null,
    retired_at  timestamptz,
    primary key (employer_id, id),
    foreign key (employer_id, job_id) references job (employer_id, id)
);
create index screening_question_job on screening_question (employer_id, job_id, id);
alter table screening_question enable row level security;
create policy tenant on screening_question
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert on screening_question to assay_web, assay_worker;
grant update (retired_at) on screening_question to assay_web;
--rollback drop table screening_question;
