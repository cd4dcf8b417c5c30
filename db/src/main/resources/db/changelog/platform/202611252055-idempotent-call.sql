--liquibase formatted sql

--changeset assay:202611252055-idempotent-call
-- Calls made under an Idempotency-Key, and what they were answered. Neither the key nor the call can be read from its digest.
-- claim_id is the fencing token: whoever takes an expired claim over puts a new one in.
create table idempotent_call (
    employer_id uuid        not null references employer (id),
    caller      text        not null,
    key_digest  bytea       not null,
    claim_id    uuid        not null,
    fingerprint bytea       not null,
    lease_until timestamptz not null,
    kept_until  timestamptz not null,
    status      int,
    headers     jsonb,
    person_id   uuid,
    sealed      bytea,
    primary key (employer_id, caller, key_digest),
    check ((status is null) = (headers is null)),
    check (status is not null or (sealed is null and person_id is null))
);
create index idempotent_call_kept_until on idempotent_call (employer_id, kept_until);
create index idempotent_call_of_person on idempotent_call (employer_id, person_id) where person_id is not null;

-- It tells whether a guess at the call was right, so ANALYZE shall keep no copy of it once a person is erased.
alter table idempotent_call alter column fingerprint set statistics 0;

alter table idempotent_call enable row level security;
create policy tenant on idempotent_call
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, update, delete on idempotent_call to assay_web, assay_worker;
--rollback drop table idempotent_call;
