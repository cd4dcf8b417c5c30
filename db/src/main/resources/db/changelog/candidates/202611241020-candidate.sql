--liquibase formatted sql

--changeset assay:202611241020-candidate
create table candidate (
    employer_id        uuid        not null references employer (id),
    id                 uuid        not null,
    given_name         text        not null,
    family_name        text        not null,
    email              text        not null,
    email_key          text        not null,
    email_status       text        not null check (email_status in ('unconfirmed', 'asserted')),
    email_asserted_by  text,
    phone              text,
    created_at         timestamptz not null,
    primary key (employer_id, id),
    check ((email_status = 'asserted') = (email_asserted_by is not null))
);
create unique index candidate_asserted_email on candidate (employer_id, email_key)
    where email_status = 'asserted';

alter table candidate enable row level security;
create policy tenant on candidate
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, update on candidate to assay_web, assay_worker;
--rollback drop table candidate;

--changeset assay:202611241020-person-key
-- One data key a person, wrapped by the master key; deleting the row makes every sealed copy unreadable.
create table person_key (
    employer_id uuid        not null references employer (id),
    person_id   uuid        not null,
    wrapped_key bytea       not null,
    created_at  timestamptz not null,
    primary key (employer_id, person_id)
);

alter table person_key enable row level security;
create policy tenant on person_key
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert on person_key to assay_web, assay_worker;
--rollback drop table person_key;
