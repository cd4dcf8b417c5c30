--liquibase formatted sql

--changeset assay:202611260740-note
-- What people note about a candidate, perhaps at one application: never changed, withdrawn at most.
create table note (
    employer_id    uuid        not null,
    id             uuid        not null,
    candidate_id   uuid        not null,
    application_id uuid,
    sealed         bytea       not null,
    written_by     text        not null,
    written_at     timestamptz not null,
    withdrawn_by   text,
    withdrawn_at   timestamptz,
    primary key (employer_id, id),
    foreign key (employer_id, candidate_id) references candidate (employer_id, id),
    foreign key (employer_id, application_id) references application (employer_id, id)
);
create index note_of_candidate on note (employer_id, candidate_id, id);
create index note_of_application on note (employer_id, application_id, id) where application_id is not null;

alter table note enable row level security;
create policy tenant on note
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert on note to assay_web;
grant select on note to assay_worker;
grant update (withdrawn_by, withdrawn_at) on note to assay_web;
--rollback drop table note;

--changeset assay:202611260740-tag
-- The employer's words for sorting candidates and applications.
create table tag (
    employer_id uuid        not null references employer (id),
    id          uuid        not null,
    name        text        not null,
    retired     boolean     not null,
    version     int         not null,
    changed_by  text        not null,
    changed_at  timestamptz not null,
    primary key (employer_id, id),
    unique (employer_id, name)
);
alter table tag enable row level security;
create policy tenant on tag
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, update on tag to assay_web;
grant select on tag to assay_worker;
--rollback drop table tag;

--changeset assay:202611260740-tagged
create table application_tag (
    employer_id    uuid not null,
    application_id uuid not null,
    tag_id         uuid not null,
    primary key (employer_id, application_id, tag_id),
    foreign key (employer_id, application_id) references application (employer_id, id),
    foreign key (employer_id, tag_id) references tag (employer_id, id)
);
create index application_tag_by on application_tag (employer_id, tag_id, application_id);
alter table application_tag enable row level security;
create policy tenant on application_tag
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, delete on application_tag to assay_web;
grant select, delete on application_tag to assay_worker;

create table candidate_tag (
    employer_id  uuid not null,
    candidate_id uuid not null,
    tag_id       uuid not null,
    primary key (employer_id, candidate_id, tag_id),
    foreign key (employer_id, candidate_id) references candidate (employer_id, id),
    foreign key (employer_id, tag_id) references tag (employer_id, id)
);
create index candidate_tag_by on candidate_tag (employer_id, tag_id, candidate_id);
alter table candidate_tag enable row level security;
create policy tenant on candidate_tag
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, delete on candidate_tag to assay_web;
grant select, delete on candidate_tag to assay_worker;
--rollback drop table candidate_tag;
--rollback drop table application_tag;

--changeset assay:202611260740-assignment
-- Who looks after an application. Whoever stops being a member looks after none.
create table application_assignment (
    employer_id    uuid        not null,
    application_id uuid        not null,
    member_id      uuid        not null,
    assigned_by    text        not null,
    assigned_at    timestamptz not null,
    primary key (employer_id, application_id),
    foreign key (employer_id, application_id) references application (employer_id, id),
    foreign key (employer_id, member_id) references member (employer_id, id) on delete cascade
);
create index application_assignment_of on application_assignment (employer_id, member_id, application_id);
alter table application_assignment enable row level security;
create policy tenant on application_assignment
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, update, delete on application_assignment to assay_web, assay_worker;
--rollback drop table application_assignment;

--changeset assay:202611260740-attachment
-- CVs and the like, as they came: name and bytes under the person's key. Kept and shown, never scored.
create table attachment (
    employer_id    uuid        not null,
    id             uuid        not null,
    candidate_id   uuid        not null,
    application_id uuid,
    media_type     text        not null,
    size           int         not null,
    sealed_name    bytea       not null,
    sealed         bytea       not null,
    added_by       text        not null,
    added_at       timestamptz not null,
    primary key (employer_id, id),
    foreign key (employer_id, candidate_id) references candidate (employer_id, id),
    foreign key (employer_id, application_id) references application (employer_id, id)
);
create index attachment_of_candidate on attachment (employer_id, candidate_id, id);
create index attachment_of_application on attachment (employer_id, application_id, id) where application_id is not null;
alter table attachment enable row level security;
create policy tenant on attachment
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, delete on attachment to assay_web, assay_worker;
--rollback drop table attachment;

--changeset assay:202611260740-consent
-- What a candidate agreed to, to which version of which text, and when they took it back.
create table consent (
    employer_id    uuid        not null,
    id             uuid        not null,
    candidate_id   uuid        not null,
    application_id uuid,
    purpose        text        not null,
    text_version   text        not null,
    given_at       timestamptz not null,
    recorded_by    text        not null,
    recorded_at    timestamptz not null,
    withdrawn_by   text,
    withdrawn_at   timestamptz,
    primary key (employer_id, id),
    foreign key (employer_id, candidate_id) references candidate (employer_id, id),
    foreign key (employer_id, application_id) references application (employer_id, id)
);
create index consent_of_candidate on consent (employer_id, candidate_id, id);
alter table consent
    alter column purpose set statistics 0,
    alter column text_version set statistics 0;
alter table consent enable row level security;
create policy tenant on consent
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, delete on consent to assay_web, assay_worker;
grant update (withdrawn_by, withdrawn_at) on consent to assay_web, assay_worker;
--rollback drop table consent;
