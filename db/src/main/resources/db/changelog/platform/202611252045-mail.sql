--liquibase formatted sql

--changeset assay:202611252045-mail
-- Mail waiting to be sent, and what became of the rest. The recipient is personal data: the row goes with the
-- person it is about. The words of the mail (links, passwords) are kept until it is sent and no longer.
create table mail (
    employer_id     uuid        not null references employer (id),
    id              uuid        not null,
    kind            text        not null,
    recipient       text        not null,
    person_id       uuid,
    words           jsonb,
    state           text        not null check (state in ('queued', 'sent', 'failed')),
    attempts        int         not null,
    next_attempt_at timestamptz not null,
    fault           text,
    queued_at       timestamptz not null,
    settled_at      timestamptz,
    primary key (employer_id, id),
    check ((state = 'queued') = (words is not null)),
    check ((state = 'queued') = (settled_at is null))
);
create index mail_due on mail (employer_id, next_attempt_at) where state = 'queued';
create index mail_about on mail (employer_id, person_id);
-- ANALYZE copies frequent values where no erasure would find them.
alter table mail
    alter column recipient set statistics 0,
    alter column words set statistics 0;

alter table mail enable row level security;
create policy tenant on mail
    using (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)
    with check (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid);
grant select, insert, update, delete on mail to assay_web, assay_worker;
--rollback drop table mail;
