--liquibase formatted sql

--changeset assay:202611260725-dispute
-- What candidates say is wrong, and what a person answers. Machines may take one in and can close none: they have no
-- right to change a row. What both sides write is sealed under the candidate's key.
create table dispute (
    employer_id      uuid        not null,
    id               uuid        not null,
    application_id   uuid        not null,
    candidate_id     uuid        not null,
    kind             text        not null
        check (kind in ('score', 'requirement', 'credential', 'evidence', 'profile', 'decision', 'other')),
    subject_id       uuid,
    sealed_statement bytea       not null,
    opened_at        timestamptz not null,
    opened_by        text        not null,
    due_at           timestamptz not null,
    score_then       int,
    state            text        not null check (state in ('open', 'resolved', 'lapsed')),
    outcome          text        check (outcome in ('upheld', 'partly-upheld', 'not-upheld')),
    sealed_answer    bytea,
    closed_at        timestamptz,
    closed_by        text,
    score_now        int,
    version          int         not null,
    primary key (employer_id, id),
    foreign key (employer_id, application_id) references application (employer_id, id),
    check ((kind in ('requirement', 'credential', 'evidence')) = (subject_id is not null)),
    check (due_at > opened_at),
    check ((state = 'open') = (closed_at is null and closed_by is null)),
    check ((state = 'resolved') = (outcome is not null)),
    check (state <> 'resolved' or (sealed_answer is not null and closed_by like 'person:%'))
);
create index dispute_due on dispute (employer_id, state, due_at, id);
create index dispute_of on dispute (employer_id, application_id, id);

alter table dispute enable row level security;
create policy tenant on dispute
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert on dispute to assay_web, assay_worker;
grant update (state, outcome, sealed_answer, closed_at, closed_by, score_now, version) on dispute to assay_web;
create policy only_open_by_machines on dispute as restrictive for insert to assay_worker
    with check (state = 'open');
--rollback drop table dispute;
