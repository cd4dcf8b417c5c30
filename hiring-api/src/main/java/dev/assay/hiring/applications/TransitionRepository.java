package dev.assay.hiring.applications;

import static dev.assay.db.jooq.Tables.APPLICATION;
import static dev.assay.db.jooq.Tables.APPLICATION_TRANSITION;

import dev.assay.db.jooq.tables.records.ApplicationTransitionRecord;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.jobs.StageId;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Moves of applications: the phase itself, and the row that says who moved it. */
@Repository
class TransitionRepository {

    private final DSLContext sql;

    TransitionRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** False when somebody else has changed it since this version. */
    boolean move(EmployerId employer, Application before, Transition move) {
        return sql.update(APPLICATION)
                        .set(APPLICATION.PHASE, move.to().wireName())
                        .set(APPLICATION.STAGE_ID, value(move.toStage()))
                        .set(APPLICATION.MOVED_AT, move.movedAt())
                        .set(APPLICATION.VERSION, before.version().next().value())
                        .where(
                                APPLICATION.EMPLOYER_ID.eq(employer.value()),
                                APPLICATION.ID.eq(before.id().value()),
                                APPLICATION.VERSION.eq(before.version().value()))
                        .execute()
                == 1;
    }

    /** Whether the candidate has another application to the same job that is still open. */
    boolean hasOpenTwin(EmployerId employer, Application application) {
        return sql.fetchExists(
                sql.selectOne()
                        .from(APPLICATION)
                        .where(
                                APPLICATION.EMPLOYER_ID.eq(employer.value()),
                                APPLICATION.JOB_ID.eq(application.job().value()),
                                APPLICATION.CANDIDATE_ID.eq(application.candidate().value()),
                                APPLICATION.ID.ne(application.id().value()),
                                APPLICATION.PHASE.in(ApplicationRepository.OPEN_PHASES)));
    }

    void insert(EmployerId employer, Transition transition) {
        sql.insertInto(APPLICATION_TRANSITION)
                .set(APPLICATION_TRANSITION.EMPLOYER_ID, employer.value())
                .set(APPLICATION_TRANSITION.ID, transition.id())
                .set(APPLICATION_TRANSITION.APPLICATION_ID, transition.application().value())
                .set(APPLICATION_TRANSITION.FROM_PHASE, transition.from().wireName())
                .set(APPLICATION_TRANSITION.TO_PHASE, transition.to().wireName())
                .set(APPLICATION_TRANSITION.FROM_STAGE, value(transition.fromStage()))
                .set(APPLICATION_TRANSITION.TO_STAGE, value(transition.toStage()))
                .set(APPLICATION_TRANSITION.MOVED_AT, transition.movedAt())
                .set(APPLICATION_TRANSITION.MOVED_BY, transition.movedBy())
                .set(
                        APPLICATION_TRANSITION.REASON,
                        transition.reason().map(TransitionReason::wireName).orElse(null))
                .set(APPLICATION_TRANSITION.OWN_REASON, transition.ownReason().orElse(null))
                .set(
                        APPLICATION_TRANSITION.OVERRIDE_REASON,
                        transition.overrideReason().orElse(null))
                .execute();
    }

    /** In the order they were made. */
    Page<Transition> of(
            EmployerId employer,
            ApplicationId application,
            Optional<PageCursor> after,
            PageSize size) {
        Condition ofApplication =
                APPLICATION_TRANSITION
                        .EMPLOYER_ID
                        .eq(employer.value())
                        .and(APPLICATION_TRANSITION.APPLICATION_ID.eq(application.value()));
        return Page.of(
                sql.selectFrom(APPLICATION_TRANSITION)
                        .where(
                                after.map(cursor -> cursor.part(0, UUID::fromString))
                                        .map(APPLICATION_TRANSITION.ID::gt)
                                        .map(ofApplication::and)
                                        .orElse(ofApplication))
                        .orderBy(APPLICATION_TRANSITION.ID)
                        .limit(size.plusOne())
                        .fetch(TransitionRepository::transition),
                size,
                last -> PageCursor.of(last.id()));
    }

    /** All moves of these applications. */
    List<Transition> ofEach(EmployerId employer, Collection<ApplicationId> applications) {
        return sql.selectFrom(APPLICATION_TRANSITION)
                .where(
                        APPLICATION_TRANSITION.EMPLOYER_ID.eq(employer.value()),
                        APPLICATION_TRANSITION.APPLICATION_ID.in(
                                applications.stream().map(ApplicationId::value).toList()))
                .fetch(TransitionRepository::transition);
    }

    Optional<Transition> last(EmployerId employer, ApplicationId application) {
        return sql.selectFrom(APPLICATION_TRANSITION)
                .where(
                        APPLICATION_TRANSITION.EMPLOYER_ID.eq(employer.value()),
                        APPLICATION_TRANSITION.APPLICATION_ID.eq(application.value()))
                .orderBy(APPLICATION_TRANSITION.ID.desc())
                .limit(1)
                .fetchOptional(TransitionRepository::transition);
    }

    /** Empties what people wrote about a candidate. */
    void emptyReasons(EmployerId employer, CandidateId candidate) {
        sql.update(APPLICATION_TRANSITION)
                .setNull(APPLICATION_TRANSITION.OVERRIDE_REASON)
                .where(
                        APPLICATION_TRANSITION.EMPLOYER_ID.eq(employer.value()),
                        APPLICATION_TRANSITION.OVERRIDE_REASON.isNotNull(),
                        APPLICATION_TRANSITION.APPLICATION_ID.in(
                                sql.select(APPLICATION.ID)
                                        .from(APPLICATION)
                                        .where(
                                                APPLICATION.EMPLOYER_ID.eq(employer.value()),
                                                APPLICATION.CANDIDATE_ID.eq(candidate.value()))))
                .execute();
    }

    private static @Nullable UUID value(Optional<StageId> stage) {
        return stage.map(StageId::value).orElse(null);
    }

    private static Transition transition(ApplicationTransitionRecord row) {
        return new Transition(
                row.getId(),
                new ApplicationId(row.getApplicationId()),
                ApplicationPhase.ofWireName(row.getFromPhase()),
                ApplicationPhase.ofWireName(row.getToPhase()),
                Optional.ofNullable(row.getFromStage()).map(StageId::new),
                Optional.ofNullable(row.getToStage()).map(StageId::new),
                row.getMovedAt(),
                row.getMovedBy(),
                Optional.ofNullable(row.getReason()).map(TransitionReason::ofWireName),
                Optional.ofNullable(row.getOwnReason()),
                Optional.ofNullable(row.getOverrideReason()));
    }
}
