--liquibase formatted sql

--changeset assay:202611260340-application-import
-- Applications handed in by the thousand: which upload, and, once it has come in whole, how many lines.
create table application_import (
    employer_id  uuid        not null,
    id           uuid        not null,
    job_id       uuid        not null,
    dry_run      boolean     not null,
    requested_by text        not null,
    begun_at     timestamptz not null,
    lines        bigint check (lines > 0),
    primary key (employer_id, id),
    foreign key (employer_id, job_id) references job (employer_id, id)
);
create index application_import_begun on application_import (employer_id, begun_at);

alter table application_import enable row level security;
create policy tenant on application_import
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, update, delete on application_import to assay_web, assay_worker;
--rollback drop table application_import;

--changeset assay:202611260340-import-line
-- A line as it came in, sealed, until it is dealt with; then what became of it.
create table import_line (
    employer_id    uuid   not null,
    import_id      uuid   not null,
    line           bigint not null check (line > 0),
    sealed         bytea,
    outcome        text check (outcome in ('created', 'existing', 'valid', 'invalid', 'refused')),
    application_id uuid,
    credentials    int,
    verified       int,
    code           text,
    faults         jsonb,
    primary key (employer_id, import_id, line),
    foreign key (employer_id, import_id) references application_import (employer_id, id),
    check ((outcome is null) = (sealed is not null)),
    check ((outcome in ('created', 'existing')) = (application_id is not null)),
    check ((outcome in ('invalid', 'refused')) = (code is not null))
);

alter table import_line enable row level security;
create policy tenant on import_line
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, update, delete on import_line to assay_web, assay_worker;
--rollback drop table import_line;

--changeset assay:202611260340-imported-line
-- Which application a line has made, so that the same line makes no second one. The digest is keyed.
create table imported_line (
    employer_id    uuid  not null,
    job_id         uuid  not null,
    digest         bytea not null,
    application_id uuid  not null,
    primary key (employer_id, job_id, digest),
    foreign key (employer_id, application_id) references application (employer_id, id)
);
create index imported_line_application on imported_line (employer_id, application_id);

alter table imported_line enable row level security;
create policy tenant on imported_line
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, delete on imported_line to assay_web, assay_worker;
--rollback drop table imported_line;

--changeset assay:202611260400-imported-line-without-statistics
-- ANALYZE copies frequent values into pg_statistic, where no erasure would find them.
alter table imported_line alter column digest set statistics 0;
--rollback alter table imported_line alter column digest set statistics -1;
