--liquibase formatted sql

--changeset assay:202611261100-blind-until
-- Until an application stands in this phase, and in it at this stage or a later one, nobody who judges it is told whose it is.
alter table job
    add column blind_until text check (blind_until in ('in-review', 'interview', 'offer')),
    add column blind_stage uuid,
    add check (blind_stage is null or blind_until is not null),
    add foreign key (employer_id, id, blind_stage) references job_stage (employer_id, job_id, id);
create index job_blind on job (employer_id, id) where blind_until is not null;
-- What new jobs get.
alter table job_rule
    add column blind_until text check (blind_until in ('in-review', 'interview', 'offer'));
--rollback alter table job_rule drop column blind_until; drop index job_blind; alter table job drop column blind_stage, drop column blind_until;

--changeset assay:202611261100-blind-candidate
-- Whose name is withheld: anybody who is, as a person, the candidate of an open application that is blind so far.
create view blind_candidate with (security_invoker = true) as
select candidate.employer_id, candidate.id as candidate_id
from candidate
join candidate same
    on same.employer_id = candidate.employer_id
    and (same.id = coalesce(candidate.root_id, candidate.id) or same.root_id = coalesce(candidate.root_id, candidate.id))
join application on application.employer_id = same.employer_id and application.candidate_id = same.id
join job on job.employer_id = application.employer_id and job.id = application.job_id and job.blind_until is not null
left join job_stage stands_at on stands_at.employer_id = application.employer_id and stands_at.id = application.stage_id
left join job_stage shown_from on shown_from.employer_id = job.employer_id and shown_from.id = job.blind_stage
where array_position(array['new', 'in-review', 'interview', 'offer'], application.phase)
        < array_position(array['new', 'in-review', 'interview', 'offer'], job.blind_until)
    or (application.phase = job.blind_until
        and shown_from.id is not null
        and (stands_at.id is null or stands_at.position < shown_from.position));
grant select on blind_candidate to assay_web, assay_worker;
--rollback drop view blind_candidate;
