--liquibase formatted sql

--changeset assay:202611260105-watched-document
-- Documents that verdicts hang on, such as status lists and issuers' keys: looked at once for all credentials of an
-- employer, and when one has changed, those that hang on it are verified anew.
create table watched_document (
    employer_id   uuid        not null references employer (id),
    address       text        not null,
    digest        text        not null,
    due_at        timestamptz not null,
    acted_at      timestamptz not null,
    primary key (employer_id, address)
);
-- An address may tell of one person's credential, and statistics keep copies.
alter table watched_document alter column address set statistics 0;
create index watched_document_due on watched_document (employer_id, due_at);
alter table watched_document enable row level security;
create policy tenant on watched_document
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, delete on watched_document to assay_web, assay_worker;
grant update on watched_document to assay_worker;
--rollback drop table watched_document;

--changeset assay:202611260105-credential-document
create table credential_document (
    employer_id   uuid not null,
    credential_id uuid not null,
    address       text not null,
    primary key (employer_id, credential_id, address),
    foreign key (employer_id, credential_id) references credential (employer_id, id)
);
alter table credential_document alter column address set statistics 0;
create index credential_document_of on credential_document (employer_id, address);
alter table credential_document enable row level security;
create policy tenant on credential_document
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, delete on credential_document to assay_web, assay_worker;
--rollback drop table credential_document;
