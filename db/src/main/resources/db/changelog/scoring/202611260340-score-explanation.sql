--liquibase formatted sql

--changeset assay:202611260340-score-basis
-- What all scores of a job say alike: its requirements and the names of their skills. Named by the digest of what it
-- says, so that many who write it at once write the same; append-only.
create table score_basis (
    employer_id uuid  not null references employer (id),
    id          uuid  not null,
    document    jsonb not null,
    primary key (employer_id, id)
);

alter table score_basis enable row level security;
create policy tenant on score_basis
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert on score_basis to assay_web, assay_worker;
--rollback drop table score_basis;

--changeset assay:202611260340-score-explanation
-- The explanation without what the basis and the other columns say, short enough to lie in the row itself; text, since
-- only the node reads into it. inputs_of names the row whose inputs it was computed from where another policy was the
-- whole difference. Neither that nor basis_id is a foreign key: nothing deletes what they point to, and a check would
-- lock one row for all that point to it. Rows of before have a document instead.
alter table score_history alter column document drop not null;
alter table score_history add column basis_id uuid;
alter table score_history add column explanation text;
alter table score_history add column inputs_digest text;
alter table score_history add column inputs_of uuid;
alter table score_history add constraint score_history_explained check (
    document is not null or (basis_id is not null and explanation is not null and inputs_digest is not null));
--rollback delete from decision_basis b using score_history h where h.employer_id = b.employer_id and h.id = b.history_id and h.document is null;
--rollback delete from application_score s using score_history h where h.employer_id = s.employer_id and h.id = s.history_id and h.document is null;
--rollback delete from score_history where document is null;
--rollback alter table score_history drop constraint score_history_explained;
--rollback alter table score_history drop column inputs_of;
--rollback alter table score_history drop column inputs_digest;
--rollback alter table score_history drop column explanation;
--rollback alter table score_history drop column basis_id;
--rollback alter table score_history alter column document set not null;
