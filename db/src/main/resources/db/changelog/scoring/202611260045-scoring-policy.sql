--liquibase formatted sql

--changeset assay:202611260045-scoring-policy
-- The versions of an employer's policy. What a version says never changes, only where it stands.
create table scoring_policy (
    employer_id  uuid        not null references employer (id),
    id           uuid        not null,
    number       int         not null check (number > 0),
    name         text        not null,
    reason       text        not null,
    state        text        not null check (state in ('draft', 'preview', 'active', 'retired')),
    numbers      jsonb       not null,
    recency_reasons jsonb    not null,
    created_at   timestamptz not null,
    created_by   text        not null,
    activated_at timestamptz,
    retired_at   timestamptz,
    version      int         not null,
    primary key (employer_id, id),
    unique (employer_id, number)
);
create unique index scoring_policy_active on scoring_policy (employer_id) where state = 'active';

alter table scoring_policy enable row level security;
create policy tenant on scoring_policy
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, update (state, activated_at, retired_at, version) on scoring_policy to assay_web, assay_worker;
--rollback drop table scoring_policy;

--changeset assay:202611260045-scoring-policy-in-force
-- One row an employer, shared by whoever scores and taken alone by whoever changes it: no score under the old policy is
-- stored after the new one is in force. No policy: the standard one.
create table scoring_policy_in_force (
    employer_id uuid not null references employer (id),
    policy_id   uuid,
    primary key (employer_id),
    foreign key (employer_id, policy_id) references scoring_policy (employer_id, id)
);
alter table scoring_policy_in_force enable row level security;
create policy tenant on scoring_policy_in_force
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, update (policy_id) on scoring_policy_in_force to assay_web, assay_worker;
--rollback drop table scoring_policy_in_force;

--changeset assay:202611260045-policy-preview
-- What a policy would change at one job, by pseudonyms; one row a job of each preview.
create table policy_preview (
    employer_id uuid        not null,
    id          uuid        not null,
    policy_id   uuid        not null,
    job_id      uuid        not null,
    computed_at timestamptz not null,
    document    jsonb       not null,
    primary key (employer_id, id, job_id),
    foreign key (employer_id, policy_id) references scoring_policy (employer_id, id),
    foreign key (employer_id, job_id) references job (employer_id, id)
);
alter table policy_preview enable row level security;
create policy tenant on policy_preview
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert on policy_preview to assay_web, assay_worker;
--rollback drop table policy_preview;

--changeset assay:202611260045-score-policy
-- The policy a current score was computed under; 0 is the standard one.
alter table application_score add column policy_number int not null default 0;
--rollback alter table application_score drop column policy_number;
