package dev.assay.hiring.platform.privacy;

import static dev.assay.db.jooq.Tables.PERSON_KEY;

import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.PersonId;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class PersonKeyRepository {

    private final DSLContext sql;
    private final Clock clock;

    PersonKeyRepository(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void insert(EmployerId employer, PersonId person, byte[] wrapped) {
        sql.insertInto(PERSON_KEY)
                .set(PERSON_KEY.EMPLOYER_ID, employer.value())
                .set(PERSON_KEY.PERSON_ID, person.value())
                .set(PERSON_KEY.WRAPPED_KEY, wrapped)
                .set(PERSON_KEY.CREATED_AT, clock.instant())
                .execute();
    }

    void insertUnlessThere(EmployerId employer, PersonId person, byte[] wrapped) {
        sql.insertInto(PERSON_KEY)
                .set(PERSON_KEY.EMPLOYER_ID, employer.value())
                .set(PERSON_KEY.PERSON_ID, person.value())
                .set(PERSON_KEY.WRAPPED_KEY, wrapped)
                .set(PERSON_KEY.CREATED_AT, clock.instant())
                .onConflictDoNothing()
                .execute();
    }

    Map<PersonId, byte[]> wrappedKeys(EmployerId employer, Collection<PersonId> persons) {
        return sql.select(PERSON_KEY.PERSON_ID, PERSON_KEY.WRAPPED_KEY)
                .from(PERSON_KEY)
                .where(
                        PERSON_KEY.EMPLOYER_ID.eq(employer.value()),
                        PERSON_KEY.PERSON_ID.in(persons.stream().map(PersonId::value).toList()))
                .fetchMap(row -> new PersonId(row.value1()), row -> row.value2());
    }

    void delete(EmployerId employer, PersonId person) {
        sql.deleteFrom(PERSON_KEY)
                .where(
                        PERSON_KEY.EMPLOYER_ID.eq(employer.value()),
                        PERSON_KEY.PERSON_ID.eq(person.value()))
                .execute();
    }
}
