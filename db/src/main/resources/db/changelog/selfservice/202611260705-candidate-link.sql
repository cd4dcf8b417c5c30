--liquibase formatted sql

--changeset assay:202611260705-candidate-link
-- Links by which candidates see and do what is theirs. What is in a link is signed and holds this row's id; the row lets
-- it be revoked, and says on what occasion it went out.
create table candidate_link (
    employer_id    uuid        not null,
    id             uuid        not null,
    application_id uuid        not null,
    occasion       text        not null check (occasion in ('application', 'request', 'invitation')),
    issued_at      timestamptz not null,
    issued_by      text        not null,
    expires_at     timestamptz not null,
    revoked_at     timestamptz,
    revoked_by     text,
    primary key (employer_id, id),
    foreign key (employer_id, application_id) references application (employer_id, id),
    check ((revoked_at is null) = (revoked_by is null)),
    check (expires_at > issued_at)
);
create index candidate_link_of on candidate_link (employer_id, application_id, id);

alter table candidate_link enable row level security;
create policy tenant on candidate_link
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert on candidate_link to assay_web, assay_worker;
grant update (revoked_at, revoked_by) on candidate_link to assay_web;
--rollback drop table candidate_link;
