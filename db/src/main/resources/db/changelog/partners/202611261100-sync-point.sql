--liquibase formatted sql

--changeset assay:202611261100-partner-sync-point
-- How far a partner's copy of the postings goes at each employer: the token it holds is the id alone. Ids and numbers only.
create table partner_sync_point (
    partner_id uuid        not null references partner (id),
    id         uuid        not null,
    begun_at   timestamptz not null,
    places     jsonb       not null,
    primary key (partner_id, id)
);
grant select, insert, delete on partner_sync_point to assay_worker;
--rollback drop table partner_sync_point;

--changeset assay:202611261100-posting-of-employer
create index posting_employer on posting (employer_id, job_id);
--rollback drop index posting_employer;
