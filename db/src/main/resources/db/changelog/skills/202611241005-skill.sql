--liquibase formatted sql

--changeset assay:202611241005-skill
-- Published vocabularies (ESCO, O*NET) and what the sample adds; the same for every employer.
create table skill (
    id        uuid primary key,
    uri       text not null unique,
    label     text not null,
    framework text not null
);
grant select on skill to assay_web, assay_worker;
grant insert on skill to assay_worker;
--rollback drop table skill;
