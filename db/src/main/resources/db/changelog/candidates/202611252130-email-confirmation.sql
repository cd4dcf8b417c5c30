--liquibase formatted sql

--changeset assay:202611252130-email-status
-- Two more ways for an address to be known as somebody's own: they followed a link sent there, or a recruiter found
-- out and says how.
alter table candidate drop constraint candidate_email_status_check;
alter table candidate add constraint candidate_email_status_check
    check (email_status in ('unconfirmed', 'asserted', 'confirmed', 'attested'));
alter table candidate drop constraint candidate_check;
alter table candidate add constraint candidate_check
    check ((email_status in ('asserted', 'attested')) = (email_asserted_by is not null));
--rollback alter table candidate drop constraint candidate_check;
--rollback alter table candidate add constraint candidate_check check ((email_status = 'asserted') = (email_asserted_by is not null));
--rollback alter table candidate drop constraint candidate_email_status_check;
--rollback alter table candidate add constraint candidate_email_status_check check (email_status in ('unconfirmed', 'asserted'));

--changeset assay:202611252130-email-confirmation
-- Links sent to applicants. What is in a link is signed and holds this row's id; the row makes it single-use.
create table email_confirmation (
    employer_id  uuid        not null references employer (id),
    id           uuid        not null,
    candidate_id uuid        not null,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    used_at      timestamptz,
    primary key (employer_id, id),
    foreign key (employer_id, candidate_id) references candidate (employer_id, id)
);
create index email_confirmation_of on email_confirmation (employer_id, candidate_id);

alter table email_confirmation enable row level security;
create policy tenant on email_confirmation
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, update, delete on email_confirmation to assay_web, assay_worker;
--rollback drop table email_confirmation;
