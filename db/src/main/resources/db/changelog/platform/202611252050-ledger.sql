--liquibase formatted sql

--changeset assay:202611252050-outbox-event
-- What happened, for those who listen. Written without a number in the transaction of the deed; the sequencer numbers it
-- soon after, without a gap. Kept for good: listeners catch up from any number.
create table outbox_event (
    employer_id  uuid        not null references employer (id),
    id           uuid        not null,
    occurred_at  timestamptz not null,
    type         text        not null,
    subject_kind text        not null,
    subject_id   uuid        not null,
    data         jsonb       not null,
    trace_id     text,
    sequence     bigint check (sequence > 0),
    primary key (employer_id, id),
    unique (employer_id, sequence)
);
create index outbox_event_unsequenced on outbox_event (employer_id, id) where sequence is null;
create index outbox_event_type on outbox_event (employer_id, type, sequence);

alter table outbox_event enable row level security;
create policy tenant on outbox_event
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
-- A number is given once; nothing else of a row ever changes.
create policy numbered_once on outbox_event as restrictive for update
    using (sequence is null) with check (sequence is not null);
grant select, insert (employer_id, id, occurred_at, type, subject_kind, subject_id, data, trace_id)
    on outbox_event to assay_web, assay_worker;
grant update (sequence) on outbox_event to assay_worker;
--rollback drop table outbox_event;

--changeset assay:202611252050-audit-chain
-- Sealing gives an audit row its number and the hash that chains it to the row before. A row is born unsealed and sealed once.
alter table audit_entry add column trace_id text;
alter table audit_entry add column sequence bigint check (sequence > 0);
alter table audit_entry add column hash bytea check (octet_length(hash) = 32);
alter table audit_entry add constraint audit_entry_sealed check ((sequence is null) = (hash is null));
alter table audit_entry add constraint audit_entry_sequence unique (employer_id, sequence);
create index audit_entry_unsealed on audit_entry (employer_id, id) where sequence is null;
create index audit_entry_subject on audit_entry (employer_id, subject_id, id);
create index audit_entry_actor on audit_entry (employer_id, actor, id);
create policy sealed_once on audit_entry as restrictive for update
    using (sequence is null) with check (sequence is not null);
revoke insert on audit_entry from assay_web, assay_worker;
grant insert (employer_id, id, occurred_at, actor, action, subject_kind, subject_id, detail, trace_id)
    on audit_entry to assay_web, assay_worker;
grant update (sequence, hash) on audit_entry to assay_worker;
--rollback revoke update (sequence, hash) on audit_entry from assay_worker;
--rollback revoke insert (employer_id, id, occurred_at, actor, action, subject_kind, subject_id, detail, trace_id) on audit_entry from assay_web, assay_worker;
--rollback grant insert on audit_entry to assay_web, assay_worker;
--rollback drop policy sealed_once on audit_entry;
--rollback drop index audit_entry_actor;
--rollback drop index audit_entry_subject;
--rollback drop index audit_entry_unsealed;
--rollback alter table audit_entry drop constraint audit_entry_sequence;
--rollback alter table audit_entry drop constraint audit_entry_sealed;
--rollback alter table audit_entry drop column hash;
--rollback alter table audit_entry drop column sequence;
--rollback alter table audit_entry drop column trace_id;

--changeset assay:202611252050-ledger-head
-- How far each of an employer's two ledgers is numbered; whoever holds the row numbers on. The hash is the audit chain's last.
create table ledger_head (
    employer_id uuid        not null references employer (id),
    ledger      text        not null check (ledger in ('audit', 'events')),
    sequence    bigint      not null check (sequence >= 0),
    hash        bytea check (octet_length(hash) = 32),
    moved_at    timestamptz not null,
    primary key (employer_id, ledger),
    check ((ledger = 'audit' and sequence > 0) = (hash is not null))
);

alter table ledger_head enable row level security;
create policy tenant on ledger_head
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select on ledger_head to assay_web;
grant select, insert, update (sequence, hash, moved_at) on ledger_head to assay_worker;
--rollback drop table ledger_head;
