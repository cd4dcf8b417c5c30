--liquibase formatted sql

--changeset assay:202611260115-vocabulary
-- Whole vocabularies: how else a skill is called, and what is broader than what. Words are searched in lower case.
create extension if not exists pg_trgm;
alter table skill add column alternatives text[] not null default '{}';
alter table skill add column words text not null default '';
update skill set words = lower(label);
alter table skill add column tokens tsvector generated always as (to_tsvector('simple', words)) stored;
create index skill_words on skill using gin (words gin_trgm_ops);
create index skill_tokens on skill using gin (tokens);
grant update (label, alternatives, words) on skill to assay_worker;

create table skill_broader (
    skill_uri   text not null,
    broader_uri text not null,
    primary key (skill_uri, broader_uri)
);
grant select on skill_broader to assay_web, assay_worker;
grant insert, delete on skill_broader to assay_worker;

create table skill_equivalent (
    skill_uri text not null,
    other_uri text not null,
    primary key (skill_uri, other_uri)
);
grant select on skill_equivalent to assay_web, assay_worker;
grant insert on skill_equivalent to assay_worker;

create table vocabulary (
    framework   text primary key,
    version     text        not null,
    attribution text        not null,
    imported_at timestamptz not null
);
grant select on vocabulary to assay_web, assay_worker;
grant insert, update on vocabulary to assay_worker;
--rollback drop table vocabulary;
--rollback drop table skill_equivalent;
--rollback drop table skill_broader;
--rollback revoke update (label, alternatives, words) on skill from assay_worker;
--rollback alter table skill drop column tokens;
--rollback drop index skill_words;
--rollback alter table skill drop column words;
--rollback alter table skill drop column alternatives;
