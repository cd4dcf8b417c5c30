--liquibase formatted sql

--changeset assay:202611252055-decision-basis
-- Which score a decision was taken on, and whether evidence was still open then.
create table decision_basis (
    employer_id    uuid    not null,
    transition_id  uuid    not null,
    history_id     uuid    not null,
    evidence_open  boolean not null,
    primary key (employer_id, transition_id),
    foreign key (employer_id, transition_id) references application_transition (employer_id, id),
    foreign key (employer_id, history_id) references score_history (employer_id, id)
);

alter table decision_basis enable row level security;
create policy tenant on decision_basis
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert on decision_basis to assay_web, assay_worker;
--rollback drop table decision_basis;
