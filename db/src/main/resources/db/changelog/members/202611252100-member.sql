--liquibase formatted sql

--changeset assay:202611252100-hiring-team-role
-- A fourth role: somebody who sees the jobs on whose hiring team they are, and nothing else.
alter table membership drop constraint membership_role_check;
alter table membership add constraint membership_role_check
    check (role in ('recruiter', 'hr-admin', 'auditor', 'hiring-team'));
--rollback alter table membership drop constraint membership_role_check;
--rollback alter table membership add constraint membership_role_check check (role in ('recruiter', 'hr-admin', 'auditor'));

--changeset assay:202611252100-membership-by-worker
-- An invitation is completed in the background, when Keycloak has an account for the person.
grant insert on membership to assay_worker;
--rollback revoke insert on membership from assay_worker;

--changeset assay:202611252100-member
-- The people of an employer as its HR admin knows them. What they may do is in membership, which is read on every
-- call; a row here that is active has the same roles there. Names and addresses go with the row.
create table member (
    employer_id     uuid        not null references employer (id),
    id              uuid        not null,
    subject         uuid,
    email           text,
    email_key       text,
    given_name      text,
    family_name     text,
    roles           text[]      not null,
    state           text        not null check (state in ('invited', 'active')),
    opening         boolean     not null,
    fault           text,
    attempts        int         not null,
    next_attempt_at timestamptz,
    version         int         not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    primary key (employer_id, id),
    check (state <> 'active' or subject is not null),
    check (subject is not null or email is not null)
);
create unique index member_email on member (employer_id, email_key);
create unique index member_subject on member (employer_id, subject);
create index member_due on member (employer_id, next_attempt_at) where next_attempt_at is not null;

alter table member enable row level security;
create policy tenant on member
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, update, delete on member to assay_web, assay_worker;
--rollback drop table member;

--changeset assay:202611252100-member-of-before
-- Whoever had a role before there were such rows; their names are asked from Keycloak later.
insert into member (employer_id, id, subject, roles, state, opening, attempts, next_attempt_at, version, created_at, updated_at)
select employer_id, subject, subject, array_agg(role order by role), 'active', false, 0, min(created_at), 1, min(created_at), min(created_at)
from membership group by employer_id, subject;
insert into employer_work (topic, employer_id, noted_at)
select distinct 'members', employer_id, now() from membership on conflict do nothing;
--rollback delete from member;
