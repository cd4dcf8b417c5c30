--liquibase formatted sql

--changeset assay:202611260025-training-estimate
-- Estimates as they were made: never changed. The predicted cost is that of training alone, before any calibration.
create table training_estimate (
    employer_id     uuid          not null references employer (id),
    id              uuid          not null,
    role_profile_id uuid          not null,
    application_id  uuid,
    made_at         timestamptz   not null,
    made_by         text          not null,
    engine_version  text          not null,
    inputs_digest   text          not null,
    predicted       numeric(19,4) not null,
    currency        char(3)       not null,
    schema_version  int           not null,
    document        jsonb         not null,
    primary key (employer_id, id),
    foreign key (employer_id, role_profile_id) references role_profile (employer_id, id),
    foreign key (employer_id, application_id) references application (employer_id, id)
);
create index training_estimate_newest on training_estimate (employer_id, made_at desc, id desc);
create index training_estimate_of on training_estimate (employer_id, application_id, made_at desc);

alter table training_estimate enable row level security;
create policy tenant on training_estimate
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert on training_estimate to assay_web, assay_worker;
--rollback drop table training_estimate;

--changeset assay:202611260025-training-plan
-- Plans for cohorts and for sponsoring, as they were made: never changed.
create table training_plan (
    employer_id     uuid        not null references employer (id),
    id              uuid        not null,
    kind            text        not null check (kind in ('cohort', 'sponsorship')),
    role_profile_id uuid        not null,
    made_at         timestamptz not null,
    made_by         text        not null,
    schema_version  int         not null,
    document        jsonb       not null,
    primary key (employer_id, id),
    foreign key (employer_id, role_profile_id) references role_profile (employer_id, id)
);
create index training_plan_newest on training_plan (employer_id, kind, made_at desc, id desc);

alter table training_plan enable row level security;
create policy tenant on training_plan
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert on training_plan to assay_web, assay_worker;
--rollback drop table training_plan;

--changeset assay:202611260025-training-actual
-- What a training came to that was estimated before. How the hire did is theirs, and is emptied at erasure.
create table training_actual (
    employer_id      uuid          not null references employer (id),
    id               uuid          not null,
    estimate_id      uuid          not null,
    role_profile_id  uuid          not null,
    application_id   uuid,
    finished_on      date          not null,
    predicted        numeric(19,4) not null check (predicted > 0),
    spent            numeric(19,4) not null check (spent > 0),
    currency         char(3)       not null,
    ended            text          not null check (ended in ('completed', 'left-early')),
    achievements     text[]        not null,
    weeks_to_95      numeric(9,4),
    predicted_weeks  numeric(9,4),
    rating           numeric(9,4),
    premium_percent  numeric(9,4),
    ceiling_percent  numeric(9,4),
    tests            jsonb         not null,
    recorded_at      timestamptz   not null,
    recorded_by      text          not null,
    primary key (employer_id, id),
    unique (employer_id, estimate_id),
    foreign key (employer_id, estimate_id) references training_estimate (employer_id, id),
    foreign key (employer_id, role_profile_id) references role_profile (employer_id, id),
    foreign key (employer_id, application_id) references application (employer_id, id)
);
create index training_actual_newest on training_actual (employer_id, recorded_at desc, id desc);
create index training_actual_of_role on training_actual (employer_id, role_profile_id, finished_on, id);
create index training_actual_of on training_actual (employer_id, application_id);

alter table training_actual enable row level security;
create policy tenant on training_actual
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
-- ANALYZE keeps no copy of what is a person's.
alter table training_actual alter column weeks_to_95 set statistics 0, alter column rating set statistics 0,
    alter column premium_percent set statistics 0, alter column achievements set statistics 0, alter column tests set statistics 0;
grant select, insert on training_actual to assay_web, assay_worker;
grant update (weeks_to_95, rating, premium_percent, achievements, tests) on training_actual to assay_web, assay_worker;
--rollback drop table training_actual;
