--liquibase formatted sql

--changeset assay:202611252050-application-transition
-- Append-only: every move of an application, with who made it. A rejection is a person's, with a reason: the check
-- says who it must say it was, the restrictive policies below that the role of machines cannot write one at all.
create table application_transition (
    employer_id     uuid        not null,
    id              uuid        not null,
    application_id  uuid        not null,
    from_phase      text        not null
        check (from_phase in ('new', 'in-review', 'interview', 'offer', 'hired', 'rejected', 'withdrawn')),
    to_phase        text        not null
        check (to_phase in ('new', 'in-review', 'interview', 'offer', 'hired', 'rejected', 'withdrawn')),
    moved_at        timestamptz not null,
    moved_by        text        not null,
    reason          text,
    override_reason text,
    primary key (employer_id, id),
    foreign key (employer_id, application_id) references application (employer_id, id),
    check (from_phase <> to_phase),
    check (to_phase <> 'rejected' or (reason is not null and moved_by like 'person:%'))
);
create index application_transition_of on application_transition (employer_id, application_id, id);

alter table application_transition enable row level security;
create policy tenant on application_transition
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
create policy no_negative_decision on application_transition as restrictive for insert to assay_worker
    with check (to_phase <> 'rejected');
grant select, insert on application_transition to assay_web, assay_worker;
-- What a person wrote about a candidate goes when the candidate is erased.
grant update (override_reason) on application_transition to assay_web;
--rollback drop table application_transition;

--changeset assay:202611252050-application-no-negative-decision
create policy no_negative_filing on application as restrictive for insert to assay_worker
    with check (phase <> 'rejected');
create policy no_negative_decision on application as restrictive for update to assay_worker
    using (true) with check (phase <> 'rejected');
--rollback drop policy no_negative_decision on application;
--rollback drop policy no_negative_filing on application;
