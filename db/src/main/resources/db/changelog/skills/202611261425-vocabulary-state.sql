--liquibase formatted sql

--changeset assay:202611261425-vocabulary-state
-- How often published skills and their relations changed. Nodes keep them in memory until this is another number.
create table vocabulary_state (
    only_one boolean primary key default true check (only_one),
    changes  bigint not null
);
insert into vocabulary_state (changes) values (0);
grant select on vocabulary_state to assay_web, assay_worker;
grant update (changes) on vocabulary_state to assay_worker;
--rollback drop table vocabulary_state;
