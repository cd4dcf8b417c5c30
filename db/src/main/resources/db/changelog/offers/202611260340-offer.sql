--liquibase formatted sql

--changeset assay:202611260340-offer-rule
-- Who may approve an offer; an employer without a row lets whoever wrote it do so.
create table offer_rule (
    employer_id         uuid        not null references employer (id),
    approval_by_another boolean     not null,
    changed_at          timestamptz not null,
    changed_by          text        not null,
    version             int         not null,
    primary key (employer_id)
);

alter table offer_rule enable row level security;
create policy tenant on offer_rule
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, update on offer_rule to assay_web;
grant select on offer_rule to assay_worker;
--rollback drop table offer_rule;

--changeset assay:202611260340-offer
-- What somebody was offered is theirs: amounts and dates are emptied when they are erased. The ceiling is the one the
-- newest estimate had named when the offer was extended.
create table offer (
    employer_id     uuid          not null references employer (id),
    id              uuid          not null,
    application_id  uuid          not null,
    state           text          not null
        check (state in ('draft', 'approved', 'extended', 'accepted', 'declined', 'withdrawn', 'expired')),
    amount          numeric(19,4) check (amount > 0),
    usual_amount    numeric(19,4) check (usual_amount > 0),
    currency        char(3)       not null,
    pay_unit        text          not null check (pay_unit in ('HOUR', 'DAY', 'WEEK', 'MONTH', 'YEAR')),
    starts_on       date,
    expires_on      date,
    estimate_id     uuid,
    ceiling_percent numeric(9,4),
    written_by      text          not null,
    approved_by     text          check (approved_by like 'person:%'),
    created_at      timestamptz   not null,
    changed_at      timestamptz   not null,
    version         int           not null,
    primary key (employer_id, id),
    foreign key (employer_id, application_id) references application (employer_id, id),
    foreign key (employer_id, estimate_id) references training_estimate (employer_id, id),
    check (state not in ('approved', 'extended', 'accepted', 'declined', 'expired') or approved_by is not null)
);
create index offer_newest on offer (employer_id, created_at desc, id desc);
create index offer_of on offer (employer_id, application_id, created_at desc);
create index offer_expiring on offer (employer_id, expires_on) where state = 'extended';
-- Nobody is offered two things at a time.
create unique index offer_one_at_a_time on offer (employer_id, application_id)
    where state in ('draft', 'approved', 'extended', 'accepted');

alter table offer enable row level security;
create policy tenant on offer
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
-- ANALYZE keeps no copy of what is a person's.
alter table offer alter column amount set statistics 0, alter column usual_amount set statistics 0,
    alter column starts_on set statistics 0, alter column expires_on set statistics 0;
grant select, insert, update on offer to assay_web;
grant select, update (state, version, changed_at) on offer to assay_worker;
--rollback drop table offer;

--changeset assay:202611260340-offer-transition
-- Append-only: every move of an offer, with who made it.
create table offer_transition (
    employer_id uuid        not null,
    id          uuid        not null,
    offer_id    uuid        not null,
    from_state  text        not null,
    to_state    text        not null,
    moved_at    timestamptz not null,
    moved_by    text        not null,
    primary key (employer_id, id),
    foreign key (employer_id, offer_id) references offer (employer_id, id),
    check (from_state <> to_state)
);
create index offer_transition_of on offer_transition (employer_id, offer_id, id);

alter table offer_transition enable row level security;
create policy tenant on offer_transition
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert on offer_transition to assay_web, assay_worker;
--rollback drop table offer_transition;

--changeset assay:202611260340-hire
-- Who starts when, and who has left; dates are emptied when the person is erased.
create table hire (
    employer_id    uuid        not null references employer (id),
    id             uuid        not null,
    application_id uuid        not null,
    offer_id       uuid,
    starts_on      date,
    left_on        date,
    recorded_at    timestamptz not null,
    recorded_by    text        not null,
    changed_at     timestamptz not null,
    version        int         not null,
    primary key (employer_id, id),
    unique (employer_id, application_id),
    foreign key (employer_id, application_id) references application (employer_id, id),
    foreign key (employer_id, offer_id) references offer (employer_id, id),
    check (left_on >= starts_on)
);
create index hire_newest on hire (employer_id, recorded_at desc, id desc);

alter table hire enable row level security;
create policy tenant on hire
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
alter table hire alter column starts_on set statistics 0, alter column left_on set statistics 0;
grant select, insert, update on hire to assay_web;
grant select on hire to assay_worker;
--rollback drop table hire;

--changeset assay:202611260340-hire-rating
-- How a hire did after 30, 60 and 90 days. Append-only: of one day the newest counts, those before it stay.
create table hire_rating (
    employer_id uuid        not null,
    id          uuid        not null,
    hire_id     uuid        not null,
    day         int         not null check (day in (30, 60, 90)),
    rating      int         check (rating between 1 and 5),
    note        text,
    rated_at    timestamptz not null,
    rated_by    text        not null check (rated_by like 'person:%'),
    primary key (employer_id, id),
    foreign key (employer_id, hire_id) references hire (employer_id, id)
);
create index hire_rating_of on hire_rating (employer_id, hire_id, id);

alter table hire_rating enable row level security;
create policy tenant on hire_rating
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
alter table hire_rating alter column rating set statistics 0, alter column note set statistics 0;
grant select, insert on hire_rating to assay_web;
grant update (rating, note) on hire_rating to assay_web;
grant select on hire_rating to assay_worker;
--rollback drop table hire_rating;
