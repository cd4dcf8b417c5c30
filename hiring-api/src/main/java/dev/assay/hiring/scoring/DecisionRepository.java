package dev.assay.hiring.scoring;

import static dev.assay.db.jooq.Tables.APPLICATION_SCORE;
import static dev.assay.db.jooq.Tables.DECISION_BASIS;

import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Which score each decision was taken on. */
@Repository
class DecisionRepository {

    private final DSLContext sql;

    DecisionRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** The history row of the score that stands now. */
    Optional<UUID> currentHistory(EmployerId employer, ApplicationId application) {
        return sql.select(APPLICATION_SCORE.HISTORY_ID)
                .from(APPLICATION_SCORE)
                .where(
                        APPLICATION_SCORE.EMPLOYER_ID.eq(employer.value()),
                        APPLICATION_SCORE.APPLICATION_ID.eq(application.value()))
                .fetchOptional(APPLICATION_SCORE.HISTORY_ID);
    }

    void insert(EmployerId employer, UUID transition, UUID history, boolean evidenceOpen) {
        sql.insertInto(DECISION_BASIS)
                .set(DECISION_BASIS.EMPLOYER_ID, employer.value())
                .set(DECISION_BASIS.TRANSITION_ID, transition)
                .set(DECISION_BASIS.HISTORY_ID, history)
                .set(DECISION_BASIS.EVIDENCE_OPEN, evidenceOpen)
                .execute();
    }
}
