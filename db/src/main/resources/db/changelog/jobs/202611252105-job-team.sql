--liquibase formatted sql

--changeset assay:202611252105-job-team-member
-- Who is on the hiring team of a job. Whoever stops being a member leaves every team.
create table job_team_member (
    employer_id uuid        not null references employer (id),
    job_id      uuid        not null,
    member_id   uuid        not null,
    added_at    timestamptz not null,
    primary key (employer_id, job_id, member_id),
    foreign key (employer_id, job_id) references job (employer_id, id),
    foreign key (employer_id, member_id) references member (employer_id, id) on delete cascade
);
create index job_team_of_member on job_team_member (employer_id, member_id);

alter table job_team_member enable row level security;
create policy tenant on job_team_member
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, delete on job_team_member to assay_web, assay_worker;
--rollback drop table job_team_member;
