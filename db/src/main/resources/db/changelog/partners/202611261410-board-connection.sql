--liquibase formatted sql

--changeset assay:202611261410-board-connection
-- A board that pushes applications in its own shape, for a partner: with the secret both sides sign and verify by, sealed.
create table board_connection (
    employer_id   uuid        not null,
    id            uuid        not null,
    partner_id    uuid        not null references partner (id),
    board         text        not null check (board in ('indeed', 'linkedin')),
    enabled       boolean     not null,
    sealed        bytea       not null,
    former_sealed bytea,
    former_until  timestamptz,
    version       int         not null,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    primary key (employer_id, id),
    unique (employer_id, partner_id, board),
    check ((former_sealed is null) = (former_until is null))
);
alter table board_connection enable row level security;
create policy tenant on board_connection
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, update on board_connection to assay_web;
grant select on board_connection to assay_worker;
--rollback drop table board_connection;

--changeset assay:202611261410-board-application
-- Which pushes were accepted, by a digest of what the board calls the application: one that comes again is the same.
create table board_application (
    employer_id   uuid        not null,
    connection_id uuid        not null,
    reference     bytea       not null,
    submission_id uuid        not null,
    received_at   timestamptz not null,
    primary key (employer_id, connection_id, reference),
    foreign key (employer_id, connection_id) references board_connection (employer_id, id)
);
alter table board_application alter column reference set statistics 0;
alter table board_application enable row level security;
create policy tenant on board_application
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select on board_application to assay_web;
grant select, insert on board_application to assay_worker;
--rollback drop table board_application;
