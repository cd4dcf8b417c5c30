package dev.assay.hiring.references;

import static dev.assay.db.jooq.Tables.APPLICATION;
import static dev.assay.db.jooq.Tables.EXTERNAL_REFERENCE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.select;

import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Repository;

@Repository
class ReferenceRepository {

    private final DSLContext sql;

    ReferenceRepository(DSLContext sql) {
        this.sql = sql;
    }

    Optional<UUID> find(EmployerId employer, ReferencedKind kind, ExternalReference reference) {
        return sql.select(
                        coalesce(
                                EXTERNAL_REFERENCE.JOB_ID,
                                EXTERNAL_REFERENCE.CANDIDATE_ID,
                                EXTERNAL_REFERENCE.APPLICATION_ID))
                .from(EXTERNAL_REFERENCE)
                .where(
                        EXTERNAL_REFERENCE.EMPLOYER_ID.eq(employer.value()),
                        EXTERNAL_REFERENCE.KIND.eq(kind.storedName()),
                        EXTERNAL_REFERENCE.SYSTEM.eq(reference.system()),
                        EXTERNAL_REFERENCE.REFERENCE.eq(reference.reference()))
                .fetchOptional(row -> row.value1());
    }

    /** False when the reference is taken, or the thing has one in that system. */
    boolean insert(
            EmployerId employer,
            ReferencedKind kind,
            ExternalReference reference,
            UUID thing,
            Instant now) {
        return sql.insertInto(EXTERNAL_REFERENCE)
                        .set(EXTERNAL_REFERENCE.EMPLOYER_ID, employer.value())
                        .set(EXTERNAL_REFERENCE.KIND, kind.storedName())
                        .set(EXTERNAL_REFERENCE.SYSTEM, reference.system())
                        .set(EXTERNAL_REFERENCE.REFERENCE, reference.reference())
                        .set(columnOf(kind), thing)
                        .set(EXTERNAL_REFERENCE.CREATED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    List<Stored> of(EmployerId employer, PersonId person) {
        return sql.select(
                        EXTERNAL_REFERENCE.KIND,
                        EXTERNAL_REFERENCE.SYSTEM,
                        EXTERNAL_REFERENCE.REFERENCE)
                .from(EXTERNAL_REFERENCE)
                .where(isOf(employer, person))
                .orderBy(EXTERNAL_REFERENCE.CREATED_AT, EXTERNAL_REFERENCE.REFERENCE)
                .fetch(row ->
                        new Stored(
                                ReferencedKind.ofStoredName(row.value1()),
                                row.value2(),
                                row.value3()));
    }

    void delete(EmployerId employer, PersonId person) {
        sql.deleteFrom(EXTERNAL_REFERENCE).where(isOf(employer, person)).execute();
    }

    private static Condition isOf(EmployerId employer, PersonId person) {
        return EXTERNAL_REFERENCE
                .EMPLOYER_ID
                .eq(employer.value())
                .and(
                        EXTERNAL_REFERENCE
                                .CANDIDATE_ID
                                .eq(person.value())
                                .or(
                                        EXTERNAL_REFERENCE.APPLICATION_ID.in(
                                                select(APPLICATION.ID)
                                                        .from(APPLICATION)
                                                        .where(
                                                                APPLICATION.EMPLOYER_ID.eq(
                                                                        employer.value()),
                                                                APPLICATION.CANDIDATE_ID.eq(
                                                                        person.value())))));
    }

    private static Field<UUID> columnOf(ReferencedKind kind) {
        return switch (kind) {
            case JOB -> EXTERNAL_REFERENCE.JOB_ID;
            case CANDIDATE -> EXTERNAL_REFERENCE.CANDIDATE_ID;
            case APPLICATION -> EXTERNAL_REFERENCE.APPLICATION_ID;
        };
    }

    record Stored(ReferencedKind kind, String system, String reference) {}
}
