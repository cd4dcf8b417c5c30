--liquibase formatted sql

--changeset assay:202611260701-skill-names
-- Which skills are called by one of many phrases, whole: what the text of an achievement mentions.
create index skill_names on skill using gin (string_to_array(words, E'\n'));
--rollback drop index skill_names;
