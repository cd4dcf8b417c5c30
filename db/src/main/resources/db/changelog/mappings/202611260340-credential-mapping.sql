--liquibase formatted sql

--changeset assay:202611260340-credential-mapping
-- What an achievement of a registered issuer shows, as a person confirmed it.
create table credential_mapping (
    employer_id      uuid        not null,
    id               uuid        not null,
    issuer_id        uuid        not null,
    achievement_key  text        not null,
    achievement_id   text,
    achievement_name text,
    skills           jsonb       not null,
    levels           jsonb       not null,
    retired          boolean     not null,
    note             text,
    confirmed_by     text        not null,
    version          int         not null,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    primary key (employer_id, id),
    unique (employer_id, issuer_id, achievement_key),
    foreign key (employer_id, issuer_id) references issuer (employer_id, id)
);
alter table credential_mapping enable row level security;
create policy tenant on credential_mapping
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert on credential_mapping to assay_web, assay_worker;
grant update (issuer_id, achievement_key, achievement_id, achievement_name, skills, levels, retired, note, confirmed_by,
    version, updated_at) on credential_mapping to assay_web;
--rollback drop table credential_mapping;

--changeset assay:202611260340-credential-mapping-version
-- Every version that ever held, for good: receipts name them.
create table credential_mapping_version (
    employer_id  uuid        not null,
    mapping_id   uuid        not null,
    version      int         not null,
    document     jsonb       not null,
    confirmed_by text        not null,
    confirmed_at timestamptz not null,
    primary key (employer_id, mapping_id, version),
    foreign key (employer_id, mapping_id) references credential_mapping (employer_id, id)
);
alter table credential_mapping_version enable row level security;
create policy tenant on credential_mapping_version
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert on credential_mapping_version to assay_web, assay_worker;
--rollback drop table credential_mapping_version;

--changeset assay:202611260340-mapping-suggestion
-- Achievements whose text mentions a skill that a job asks for. Ids and a digest only: the text stays sealed.
create table mapping_suggestion (
    employer_id        uuid        not null,
    achievement_digest text        not null,
    skill_id           uuid        not null,
    issuer_id          uuid        not null,
    application_id     uuid        not null,
    credential_id      uuid        not null,
    noted_at           timestamptz not null,
    primary key (employer_id, achievement_digest, skill_id),
    foreign key (employer_id, issuer_id) references issuer (employer_id, id),
    foreign key (employer_id, application_id) references application (employer_id, id)
);
create index mapping_suggestion_issuer on mapping_suggestion (employer_id, issuer_id);
create index mapping_suggestion_application on mapping_suggestion (employer_id, application_id);
alter table mapping_suggestion enable row level security;
create policy tenant on mapping_suggestion
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, delete on mapping_suggestion to assay_web, assay_worker;
--rollback drop table mapping_suggestion;
