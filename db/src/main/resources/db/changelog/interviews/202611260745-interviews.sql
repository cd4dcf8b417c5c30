--liquibase formatted sql

--changeset assay:202611260745-scorecard
-- What an interviewer thinks of a candidate, skill by skill: one a phase and interviewer, and final. Their words are sealed.
create table scorecard (
    employer_id    uuid        not null,
    id             uuid        not null,
    application_id uuid        not null,
    candidate_id   uuid        not null,
    phase          text        not null,
    interviewer    text        not null,
    recommendation text        not null
        check (recommendation in ('definitely-not', 'no', 'mixed', 'yes', 'strong-yes')),
    ratings        jsonb       not null,
    sealed_words   bytea,
    submitted_at   timestamptz not null,
    primary key (employer_id, id),
    unique (employer_id, application_id, phase, interviewer),
    foreign key (employer_id, application_id) references application (employer_id, id)
);
create index scorecard_candidate on scorecard (employer_id, candidate_id);
alter table scorecard enable row level security;
create policy tenant on scorecard
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert on scorecard to assay_web;
grant select on scorecard to assay_worker;
--rollback drop table scorecard;

--changeset assay:202611260745-interview
-- Times proposed for an interview, and the one that was taken. Where it is and what is said about it is sealed.
create table interview (
    employer_id    uuid        not null,
    id             uuid        not null,
    application_id uuid        not null,
    candidate_id   uuid        not null,
    state          text        not null check (state in ('proposed', 'booked', 'cancelled')),
    slots          jsonb       not null,
    booked_start   timestamptz,
    booked_end     timestamptz,
    sealed_words   bytea       not null,
    version        int         not null,
    created_by     text        not null,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    primary key (employer_id, id),
    foreign key (employer_id, application_id) references application (employer_id, id),
    check ((booked_start is null) = (booked_end is null)),
    check (state <> 'booked' or booked_start is not null)
);
create index interview_application on interview (employer_id, application_id);
create index interview_candidate on interview (employer_id, candidate_id);
alter table interview enable row level security;
create policy tenant on interview
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert on interview to assay_web;
grant update (state, booked_start, booked_end, version, updated_at) on interview to assay_web;
grant select on interview to assay_worker;
--rollback drop table interview;

--changeset assay:202611260745-accommodation-request
-- What a candidate needs so that the hiring is fair to them: apart from everything else, for HR admins alone, and sealed.
create table accommodation_request (
    employer_id    uuid        not null,
    id             uuid        not null,
    application_id uuid        not null,
    candidate_id   uuid        not null,
    sealed_words   bytea       not null,
    recorded_by    text        not null,
    recorded_at    timestamptz not null,
    primary key (employer_id, id),
    foreign key (employer_id, application_id) references application (employer_id, id)
);
create index accommodation_request_application on accommodation_request (employer_id, application_id);
create index accommodation_request_candidate on accommodation_request (employer_id, candidate_id);
alter table accommodation_request enable row level security;
create policy tenant on accommodation_request
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, delete on accommodation_request to assay_web;
--rollback drop table accommodation_request;
