--liquibase formatted sql

--changeset assay:202611241035-score-history
-- Append-only: every score ever computed, with the explanation a person was shown.
create table score_history (
    employer_id    uuid        not null,
    id             uuid        not null,
    application_id uuid        not null,
    computed_at    timestamptz not null,
    cause          text        not null,
    score          int check (score between 0 and 1000000),
    potential      int check (potential between 0 and 1000000),
    schema_version int         not null,
    document       jsonb       not null,
    primary key (employer_id, id),
    foreign key (employer_id, application_id) references application (employer_id, id),
    check (score <= potential)
);
create index score_history_of on score_history (employer_id, application_id, computed_at desc, id desc);

alter table score_history enable row level security;
create policy tenant on score_history
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert on score_history to assay_web, assay_worker;
--rollback drop table score_history;

--changeset assay:202611241035-application-score
-- The current score, narrow: what a ranking page reads. Scores are in ten-thousandths of a point,
-- because numeric comparisons are not leakproof and would lose the index under row-level security.
create table application_score (
    employer_id    uuid     not null,
    application_id uuid     not null,
    job_id         uuid     not null,
    history_id     uuid     not null,
    lane           text     not null check (lane in ('ranked', 'no-evidence')),
    must_haves     text     not null check (must_haves in ('met', 'open', 'not-shown', 'none')),
    gate           int      not null check (gate in (0, 1)),
    score          int,
    potential      int,
    rank_key       int      not null,
    tie_break      uuid     not null,
    primary key (employer_id, application_id),
    foreign key (employer_id, application_id) references application (employer_id, id),
    foreign key (employer_id, job_id) references job (employer_id, id),
    foreign key (employer_id, history_id) references score_history (employer_id, id)
);
create index application_score_rank on application_score (employer_id, job_id, lane, gate, rank_key, tie_break);

alter table application_score enable row level security;
create policy tenant on application_score
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, update on application_score to assay_web, assay_worker;
--rollback drop table application_score;

--changeset assay:202611241035-rescore-due
create table rescore_due (
    employer_id    uuid        not null,
    application_id uuid        not null,
    cause          text        not null,
    noted_at       timestamptz not null,
    primary key (employer_id, application_id),
    foreign key (employer_id, application_id) references application (employer_id, id)
);

alter table rescore_due enable row level security;
create policy tenant on rescore_due
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, update, delete on rescore_due to assay_web, assay_worker;
--rollback drop table rescore_due;
