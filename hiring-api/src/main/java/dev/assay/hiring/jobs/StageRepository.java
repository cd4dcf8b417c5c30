package dev.assay.hiring.jobs;

import static dev.assay.db.jooq.Tables.JOB_STAGE;
import static org.jooq.impl.DSL.excluded;

import dev.assay.hiring.shared.EmployerId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class StageRepository {

    private final DSLContext sql;

    StageRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** All of a job, in their order; retired ones last. */
    List<Stage> of(EmployerId employer, JobId job) {
        return where(employer, JOB_STAGE.JOB_ID.eq(job.value()));
    }

    List<Stage> withIds(EmployerId employer, Collection<StageId> ids) {
        return where(employer, JOB_STAGE.ID.in(ids.stream().map(StageId::value).toList()));
    }

    /** Where a job's applications come to first in a phase. */
    Optional<Stage> first(EmployerId employer, JobId job, StagePhase phase) {
        return where(
                        employer,
                        JOB_STAGE
                                .JOB_ID
                                .eq(job.value())
                                .and(JOB_STAGE.PHASE.eq(phase.wireName()))
                                .andNot(JOB_STAGE.RETIRED))
                .stream()
                .findFirst();
    }

    /** Stores the stages in this order; those of the job that are not among them are retired. */
    void store(EmployerId employer, JobId job, List<Stage> stages) {
        sql.update(JOB_STAGE)
                .set(JOB_STAGE.RETIRED, true)
                .where(
                        JOB_STAGE.EMPLOYER_ID.eq(employer.value()),
                        JOB_STAGE.JOB_ID.eq(job.value()),
                        JOB_STAGE.ID.notIn(
                                stages.stream().map(stage -> stage.id().value()).toList()))
                .execute();
        if (stages.isEmpty()) {
            return;
        }
        var insert =
                sql.insertInto(
                        JOB_STAGE,
                        JOB_STAGE.EMPLOYER_ID,
                        JOB_STAGE.ID,
                        JOB_STAGE.JOB_ID,
                        JOB_STAGE.PHASE,
                        JOB_STAGE.NAME,
                        JOB_STAGE.POSITION,
                        JOB_STAGE.RETIRED);
        for (int position = 0; position < stages.size(); position++) {
            Stage stage = stages.get(position);
            insert =
                    insert.values(
                            employer.value(),
                            stage.id().value(),
                            job.value(),
                            stage.phase().wireName(),
                            stage.name(),
                            position,
                            stage.retired());
        }
        insert.onConflict(JOB_STAGE.EMPLOYER_ID, JOB_STAGE.ID)
                .doUpdate()
                .set(JOB_STAGE.NAME, excluded(JOB_STAGE.NAME))
                .set(JOB_STAGE.POSITION, excluded(JOB_STAGE.POSITION))
                .set(JOB_STAGE.RETIRED, false)
                .execute();
    }

    private List<Stage> where(EmployerId employer, Condition condition) {
        return sql.select(
                        JOB_STAGE.ID,
                        JOB_STAGE.JOB_ID,
                        JOB_STAGE.NAME,
                        JOB_STAGE.PHASE,
                        JOB_STAGE.RETIRED)
                .from(JOB_STAGE)
                .where(JOB_STAGE.EMPLOYER_ID.eq(employer.value()), condition)
                .orderBy(JOB_STAGE.RETIRED, JOB_STAGE.POSITION, JOB_STAGE.ID)
                .fetch(row ->
                        new Stage(
                                new StageId(row.value1()),
                                new JobId(row.value2()),
                                row.value3(),
                                StagePhase.ofWireName(row.value4()),
                                row.value5()));
    }
}
