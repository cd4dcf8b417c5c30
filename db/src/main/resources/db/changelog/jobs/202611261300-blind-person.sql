--liquibase formatted sql

--changeset assay:202611261300-blind-person splitStatements:false
-- The question of the view blind_candidate about one person. To plan the view takes milliseconds, which every statement that
-- reads a name would pay; a function's plan is kept, and not made at all where it is not called.
create function is_blind_person(the_employer uuid, the_candidate uuid) returns boolean
    language plpgsql stable parallel safe
as $$
begin
    return exists (select 1 from blind_candidate where employer_id = the_employer and candidate_id = the_candidate);
end
$$;
--rollback drop function is_blind_person(uuid, uuid);

--changeset assay:202611261300-blind-person-for-runtime-roles
revoke execute on function is_blind_person(uuid, uuid) from public;
grant execute on function is_blind_person(uuid, uuid) to assay_web, assay_worker;
--rollback grant execute on function is_blind_person(uuid, uuid) to public;
