package dev.assay.hiring.dossier;

import static dev.assay.db.jooq.Tables.APPLICATION_ASSIGNMENT;

import dev.assay.hiring.members.MemberId;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class AssignmentRepository {

    private final DSLContext sql;

    AssignmentRepository(DSLContext sql) {
        this.sql = sql;
    }

    void set(EmployerId employer, ApplicationId application, Assignment assignment) {
        sql.insertInto(APPLICATION_ASSIGNMENT)
                .set(APPLICATION_ASSIGNMENT.EMPLOYER_ID, employer.value())
                .set(APPLICATION_ASSIGNMENT.APPLICATION_ID, application.value())
                .set(APPLICATION_ASSIGNMENT.MEMBER_ID, assignment.member().value())
                .set(APPLICATION_ASSIGNMENT.ASSIGNED_BY, assignment.assignedBy())
                .set(APPLICATION_ASSIGNMENT.ASSIGNED_AT, assignment.assignedAt())
                .onConflict(
                        APPLICATION_ASSIGNMENT.EMPLOYER_ID, APPLICATION_ASSIGNMENT.APPLICATION_ID)
                .doUpdate()
                .set(APPLICATION_ASSIGNMENT.MEMBER_ID, assignment.member().value())
                .set(APPLICATION_ASSIGNMENT.ASSIGNED_BY, assignment.assignedBy())
                .set(APPLICATION_ASSIGNMENT.ASSIGNED_AT, assignment.assignedAt())
                .execute();
    }

    /** False when nobody looked after it. */
    boolean remove(EmployerId employer, ApplicationId application) {
        return sql.deleteFrom(APPLICATION_ASSIGNMENT)
                        .where(
                                APPLICATION_ASSIGNMENT.EMPLOYER_ID.eq(employer.value()),
                                APPLICATION_ASSIGNMENT.APPLICATION_ID.eq(application.value()))
                        .execute()
                == 1;
    }

    Optional<Assignment> of(EmployerId employer, ApplicationId application) {
        return sql.selectFrom(APPLICATION_ASSIGNMENT)
                .where(
                        APPLICATION_ASSIGNMENT.EMPLOYER_ID.eq(employer.value()),
                        APPLICATION_ASSIGNMENT.APPLICATION_ID.eq(application.value()))
                .fetchOptional(row ->
                        new Assignment(
                                new MemberId(row.getMemberId()),
                                row.getAssignedBy(),
                                row.getAssignedAt()));
    }
}
