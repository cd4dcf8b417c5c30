--liquibase formatted sql

--changeset assay:202611260020-wage-point
-- What a role is paid in a region, and who says so.
create table wage_point (
    employer_id     uuid        not null references employer (id),
    id              uuid        not null,
    content         jsonb       not null,
    version         int         not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    primary key (employer_id, id)
);
create index wage_point_newest on wage_point (employer_id, created_at desc, id desc);

alter table wage_point enable row level security;
create policy tenant on wage_point
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select on wage_point to assay_web, assay_worker;
grant insert, update on wage_point to assay_web, assay_worker;
--rollback drop table wage_point;

--changeset assay:202611260020-training-module
-- One piece of training that hires take, shorten, test out of or are spared.
create table training_module (
    employer_id     uuid        not null references employer (id),
    id              uuid        not null,
    content         jsonb       not null,
    version         int         not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    primary key (employer_id, id)
);
create index training_module_newest on training_module (employer_id, created_at desc, id desc);

alter table training_module enable row level security;
create policy tenant on training_module
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select on training_module to assay_web, assay_worker;
grant insert, update on training_module to assay_web, assay_worker;
--rollback drop table training_module;

--changeset assay:202611260020-role-profile
-- A role: the skills it needs, its ramp, and the modules its hires are trained by.
create table role_profile (
    employer_id     uuid        not null references employer (id),
    id              uuid        not null,
    content         jsonb       not null,
    version         int         not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    primary key (employer_id, id)
);
create index role_profile_newest on role_profile (employer_id, created_at desc, id desc);

alter table role_profile enable row level security;
create policy tenant on role_profile
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select on role_profile to assay_web, assay_worker;
grant insert, update on role_profile to assay_web, assay_worker;
--rollback drop table role_profile;

--changeset assay:202611260020-training-assumption
-- The ledger: where the value of one input of a role comes from.
create table training_assumption (
    employer_id     uuid        not null references employer (id),
    id              uuid        not null,
    role_profile_id uuid        not null,
    input           text        not null,
    content         jsonb       not null,
    version         int         not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    unique (employer_id, role_profile_id, input),
    foreign key (employer_id, role_profile_id) references role_profile (employer_id, id),
    primary key (employer_id, id)
);
create index training_assumption_newest on training_assumption (employer_id, created_at desc, id desc);

alter table training_assumption enable row level security;
create policy tenant on training_assumption
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select on training_assumption to assay_web, assay_worker;
grant insert, update on training_assumption to assay_web, assay_worker;
--rollback drop table training_assumption;
