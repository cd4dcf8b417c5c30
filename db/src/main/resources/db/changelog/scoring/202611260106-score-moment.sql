--liquibase formatted sql

--changeset assay:202611260106-score-moment
-- When time alone changes an application's score next: the end of an item's validity.
create table score_moment (
    employer_id    uuid        not null,
    application_id uuid        not null,
    at             timestamptz not null,
    primary key (employer_id, application_id),
    foreign key (employer_id, application_id) references application (employer_id, id)
);
create index score_moment_at on score_moment (employer_id, at);
alter table score_moment enable row level security;
create policy tenant on score_moment
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, update, delete on score_moment to assay_web, assay_worker;
--rollback drop table score_moment;

--changeset assay:202611260106-decision-flag
-- Facts that came to light after a decision and would have given another score. The decision stands; people look.
create table decision_flag (
    employer_id    uuid        not null,
    id             uuid        not null,
    application_id uuid        not null,
    noted_at       timestamptz not null,
    cause          text        not null,
    phase          text        not null,
    score_then     int,
    score_now      int,
    must_haves_then text       not null,
    must_haves_now text        not null,
    inputs_digest  text        not null,
    primary key (employer_id, id),
    unique (employer_id, application_id, inputs_digest),
    foreign key (employer_id, application_id) references application (employer_id, id)
);
create index decision_flag_of on decision_flag (employer_id, application_id, id desc);
alter table decision_flag enable row level security;
create policy tenant on decision_flag
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert on decision_flag to assay_web, assay_worker;
--rollback drop table decision_flag;
