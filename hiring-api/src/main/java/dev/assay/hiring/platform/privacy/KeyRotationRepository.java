package dev.assay.hiring.platform.privacy;

import static dev.assay.db.jooq.Tables.PERSON_KEY;

import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.PersonId;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Wrapped keys as such, whatever they belong to. */
@Repository
class KeyRotationRepository {

    private final DSLContext sql;

    KeyRotationRepository(DSLContext sql) {
        this.sql = sql;
    }

    record WrappedKey(PersonId person, byte[] bytes) {}

    /** Some keys that another master key wraps, locked. */
    List<WrappedKey> notMarked(EmployerId employer, byte[] fingerprint, int atMost) {
        var mark =
                DSL.function(
                        "substr",
                        byte[].class,
                        PERSON_KEY.WRAPPED_KEY,
                        DSL.inline(1),
                        DSL.inline(MasterKey.FINGERPRINT_BYTES));
        return sql.select(PERSON_KEY.PERSON_ID, PERSON_KEY.WRAPPED_KEY)
                .from(PERSON_KEY)
                .where(PERSON_KEY.EMPLOYER_ID.eq(employer.value()), mark.ne(fingerprint))
                .orderBy(PERSON_KEY.PERSON_ID)
                .limit(atMost)
                .forUpdate()
                .fetch(row -> new WrappedKey(new PersonId(row.value1()), row.value2()));
    }

    /** Replaces a key that is still the one that was read. */
    void replace(EmployerId employer, WrappedKey old, byte[] anew) {
        sql.update(PERSON_KEY)
                .set(PERSON_KEY.WRAPPED_KEY, anew)
                .where(
                        PERSON_KEY.EMPLOYER_ID.eq(employer.value()),
                        PERSON_KEY.PERSON_ID.eq(old.person().value()),
                        PERSON_KEY.WRAPPED_KEY.eq(old.bytes()))
                .execute();
    }
}
