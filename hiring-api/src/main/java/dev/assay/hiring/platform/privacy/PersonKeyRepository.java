package dev.assay.hiring.platform.privacy;

import static dev.assay.db.jooq.Tables.PERSON_KEY;
import static org.jooq.impl.DSL.any;

import dev.assay.db.jooq.tables.records.PersonKeyRecord;
import dev.assay.hiring.platform.persistence.Rendered;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.PersonId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class PersonKeyRepository {

    private final DSLContext sql;
    private final Clock clock;
    private final Rendered wrappedKeys;

    PersonKeyRepository(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
        this.wrappedKeys =
                new Rendered(
                        sql,
                        sql.select(PERSON_KEY.PERSON_ID, PERSON_KEY.WRAPPED_KEY)
                                .from(PERSON_KEY)
                                .where(
                                        PERSON_KEY.EMPLOYER_ID.eq(Rendered.EMPLOYER),
                                        PERSON_KEY.PERSON_ID.eq(any(Rendered.IDS))));
    }

    void insert(EmployerId employer, Map<PersonId, byte[]> wrapped) {
        sql.insertInto(PERSON_KEY).set(rows(employer, wrapped)).execute();
    }

    void insertUnlessThere(EmployerId employer, PersonId person, byte[] wrapped) {
        sql.insertInto(PERSON_KEY)
                .set(rows(employer, Map.of(person, wrapped)))
                .onConflictDoNothing()
                .execute();
    }

    private List<PersonKeyRecord> rows(EmployerId employer, Map<PersonId, byte[]> wrapped) {
        List<PersonKeyRecord> rows = new ArrayList<>();
        wrapped.forEach((person, key) -> {
            PersonKeyRecord row = sql.newRecord(PERSON_KEY);
            row.setEmployerId(employer.value());
            row.setPersonId(person.value());
            row.setWrappedKey(key);
            row.setCreatedAt(clock.instant());
            rows.add(row);
        });
        return rows;
    }

    Map<PersonId, byte[]> wrappedKeys(EmployerId employer, Collection<PersonId> persons) {
        return wrappedKeys
                .fetch(
                        employer,
                        persons.stream().map(PersonId::value).toList(),
                        row ->
                                Map.entry(
                                        new PersonId(row.get(PERSON_KEY.PERSON_ID)),
                                        row.get(PERSON_KEY.WRAPPED_KEY)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void delete(EmployerId employer, PersonId person) {
        sql.deleteFrom(PERSON_KEY)
                .where(
                        PERSON_KEY.EMPLOYER_ID.eq(employer.value()),
                        PERSON_KEY.PERSON_ID.eq(person.value()))
                .execute();
    }
}
